"""Plants a secret of its own in every internal field of records, found by walking the domain.

A field that a later change adds is planted without anybody thinking of it.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from briefing_app.domain.records import Record
from briefing_app.domain.sharing import is_shareable, may_share
from briefing_app.domain.text import Text
from briefing_app.domain.values import Money

FIXED = {"time_zone", "facts"}
"""Internal text that only certain values may stand in; none of it is anybody's words.

``facts`` are the marks by which a slide list knows what its words rest on.
"""

_FIRST_DAY = date(2087, 1, 5)


@dataclass
class Planted:
    """The secrets, and the fields in which they were planted as (type, field name)."""

    secrets: list[str] = field(default_factory=list)
    places: set[tuple[type, str]] = field(default_factory=set)
    renamed: dict[str, str] = field(default_factory=dict)

    def secret(self) -> str:
        """A new secret that nothing contains by chance."""
        self.secrets.append(f"Qzx{len(self.secrets):04d}Vrk")
        return self.secrets[-1]

    def day(self) -> date:
        """A new day; how documents write it is the secret."""
        day = _FIRST_DAY + timedelta(days=len(self.secrets))
        self.secrets += [
            day.isoformat(),
            f"{day.year}年{day.month}月{day.day}日",
            f"{day.day} {day:%B} {day.year}",
        ]
        return day

    def amount(self, currency: str) -> Money:
        """A new amount; its digits are the secret."""
        whole = 87_654_001 + 10_007 * len(self.secrets)
        self.secrets += [str(whole), f"{whole:,}"]
        return Money(whole * 100, currency)


def plant(records: Iterable[Record]) -> tuple[tuple[Record, ...], Planted]:
    """The records with secrets for their internal facts; ids and topics are renamed to secrets."""
    kept, planted = tuple(records), Planted()
    for name in _names(kept):
        planted.renamed[name] = planted.secret()
    return tuple(_planted_part(record, planted) for record in kept), planted


def internal_fields(record_type: type, seen: set[type] | None = None) -> set[tuple[type, str]]:
    """Each internal field below a record type that can hold words, an amount or a day."""
    seen = set() if seen is None else seen
    if record_type in seen:
        return set()
    seen.add(record_type)
    found: set[tuple[type, str]] = set()
    hints = typing.get_type_hints(record_type)
    for part in fields(record_type):
        for leaf in _leaves(hints[part.name]):
            if is_dataclass(leaf) and leaf not in (Text, Money):
                found |= internal_fields(typing.cast("type", leaf), seen)
            elif _holds_a_secret(leaf) and not is_shareable(part) and part.name not in FIXED:
                found.add((record_type, part.name))
    return found


def _holds_a_secret(leaf: object) -> bool:
    """True for words, amounts and days, and for ids, which are words to Python."""
    return leaf in (str, Text, Money, date) or getattr(leaf, "__supertype__", None) is str


def _leaves(hint: Any) -> Iterator[Any]:
    arguments = [a for a in typing.get_args(hint) if a not in (Ellipsis, type(None))]
    if not arguments:
        yield hint
    for argument in arguments:
        yield from _leaves(argument)


def _names(records: tuple[Record, ...]) -> Iterator[str]:
    """Ids and topic slugs: words that other records must go on to match."""
    for record in records:
        yield record.id
    yield from sorted({slug for record in records for slug in _slugs(record)})


def _slugs(part: Any) -> Iterator[str]:
    for one in fields(part):
        held = getattr(part, one.name)
        if one.name in ("topics", "slug"):
            yield from (
                s for s in (held if isinstance(held, tuple) else (held,)) if s.__class__ is str
            )
        for item in held if isinstance(held, tuple) else (held,):
            if is_dataclass(item):
                yield from _slugs(item)


def _planted_part(value: Any, planted: Planted) -> Any:
    if isinstance(value, tuple):
        return tuple(_planted_part(item, planted) for item in value)
    if not is_dataclass(value) or isinstance(value, Text | Money):
        return planted.renamed.get(value, value) if value.__class__ is str else value
    hints = typing.get_type_hints(type(value))
    changes: dict[str, Any] = {}
    for part in fields(value):
        held = getattr(value, part.name)
        if may_share(value, part) or part.name in FIXED:
            changes[part.name] = _planted_part(held, planted)
        else:
            changes[part.name] = _secret_for(held, hints[part.name], planted)
            if changes[part.name] != held:
                planted.places.add((type(value), part.name))
    return replace(value, **changes)


def _secret_for(held: Any, hint: Any, planted: Planted) -> Any:
    """What stands in an internal field: a secret of its type, parts planted within."""
    leaves = tuple(_leaves(hint))
    if held.__class__ is str and held in planted.renamed:  # an enum equals its value
        return planted.renamed[held]
    if held.__class__ is str and leaves == (str,):
        return planted.secret()
    if isinstance(held, Text):
        return Text(planted.secret(), planted.secret())
    if isinstance(held, tuple) and leaves == (Text,):
        return tuple(Text(planted.secret(), planted.secret()) for _ in held)
    if Money in leaves:
        return planted.amount("CNY")
    if held.__class__ is date:
        return planted.day()
    return _planted_part(held, planted)
