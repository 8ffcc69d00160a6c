"""The facts of two exports: which have other values, down to the part that changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from itertools import zip_longest
from typing import Any, Protocol, TypeAlias, get_type_hints

import msgspec

from briefing_app.domain.message import Message, Parameter, say
from briefing_app.domain.records import KINDS
from briefing_app.domain.text import Text
from briefing_app.domain.values import Money
from briefing_app.exchange.columns import label_of
from briefing_app.exchange.shapes import shapes
from briefing_app.services.comparing.differences import FactChange, FactDifferences, FactUse
from briefing_app.services.comparing.first_version import first_hash

_TYPES: Mapping[str, type[Any]] = {kind.name: kind.record_type for kind in KINDS}
_PLACES = {kind.name: place for place, kind in enumerate(KINDS)}
_LABELS = {kind.name: kind.label for kind in KINDS}
_EMPTY = ('""', "null", "[]", '{"zh":"","en":""}')


@dataclass(frozen=True, slots=True)
class HeldFact:
    """A fact as an export holds it: ``value`` is JSON, ``""`` where it was not kept.

    Without ``field`` it is a whole record.
    """

    kind: str
    record_id: str
    field: str
    sha256: str
    value: str


class Reader(Protocol):
    """Who knows what records are called, and how a value reads."""

    def name(self, kind: str, record_id: str) -> Text:
        """What people call a record."""

    def shown(self, value: Any, names: str) -> Parameter:
        """A value that has no parts; ``names`` is the kind of record that an id names."""


_ByField: TypeAlias = Mapping[str, HeldFact]
_Records: TypeAlias = Mapping[tuple[str, str], _ByField]


def compare_facts(
    old: Sequence[HeldFact], new: Sequence[HeldFact], reader: Reader
) -> FactDifferences:
    """What changed in the facts of two exports, kind by kind."""
    before, after = _by_record(old), _by_record(new)
    both = sorted(before.keys() & after.keys(), key=_order)
    return FactDifferences(
        tuple(change for key in both for change in _of_record(before[key], after[key], reader)),
        added=tuple(_only_in(after, before, reader)),
        removed=tuple(_only_in(before, after, reader)),
    )


def _order(key: tuple[str, str]) -> tuple[int, str]:
    return _PLACES[key[0]], key[1]


def _by_record(facts: Sequence[HeldFact]) -> _Records:
    records: dict[tuple[str, str], dict[str, HeldFact]] = {}
    for fact in facts:
        records.setdefault((fact.kind, fact.record_id), {})[fact.field] = fact
    return records


def _only_in(records: _Records, others: _Records, reader: Reader) -> Iterator[FactUse]:
    for key in sorted(records, key=_order):
        if key not in others:
            yield FactUse(*key, reader.name(*key), "", Message(_LABELS[key[0]]))
            continue
        for field, fact in records[key].items():
            if not others[key].keys() & {field, ""} and field and fact.value not in _EMPTY:
                label = label_of(_TYPES[fact.kind], field)
                yield FactUse(*key, reader.name(*key), field, Message(label))


def _of_record(old: _ByField, new: _ByField, reader: Reader) -> Iterator[FactChange]:
    before, after = _fields(old, new), _fields(new, old)
    kind = next(iter(new.values())).kind
    for part in fields(_TYPES[kind]):
        one, other = before.get(part.name), after.get(part.name)
        if one and other and _differ(one, other):
            yield from _of_field(one, other, reader)
    one, other = old.get(""), new.get("")
    if one and other and not (one.value and other.value) and _differ(one, other):
        yield _blank(other, reader, _LABELS[kind])


def _differ(one: HeldFact, other: HeldFact) -> bool:
    """True for two values, also where one is known by its hash of version 1 alone."""
    if one.sha256 == other.sha256:
        return False
    bare, kept = (one, other) if other.value else (other, one)
    if bare.value or not kept.value:
        return True
    return bare.sha256 != first_hash(_TYPES[kept.kind], kept.field, _decoded(kept))


def _fields(facts: _ByField, others: _ByField) -> _ByField:
    """The facts by their fields: of a whole record those that the others have as well."""
    named = {field: fact for field, fact in facts.items() if field}
    whole = facts.get("")
    if whole is None or not whole.value:
        return named
    for field, raw in msgspec.json.decode(whole.value, type=dict[str, msgspec.Raw]).items():
        if others.keys() & {field, ""}:
            digest = hashlib.sha256(raw).hexdigest()
            part = HeldFact(whole.kind, whole.record_id, field, digest, bytes(raw).decode())
            named.setdefault(field, part)
    return named


def _of_field(old: HeldFact, new: HeldFact, reader: Reader) -> Iterator[FactChange]:
    owner = _TYPES[new.kind]
    blank = _blank(new, reader, label_of(owner, new.field))
    parts = _Parts(reader, blank)
    names = shapes(owner)[new.field].names
    before, after = _decoded(old), _decoded(new)
    if old.value and new.value:
        yield from parts.between(before, after, names, (new.field,), blank.label)
    else:
        yield replace(
            blank,
            old=parts.leaf(before, names) if old.value else None,
            new=parts.leaf(after, names) if new.value else None,
        )


def _blank(fact: HeldFact, reader: Reader, label: str) -> FactChange:
    name = reader.name(fact.kind, fact.record_id)
    return FactChange(
        fact.kind, fact.record_id, name, fact.field, Message(label), old=None, new=None
    )


def _decoded(fact: HeldFact) -> Any:
    """The value in the types of today; as JSON has it where those have changed since."""
    if not fact.value:
        return None
    try:
        held = _hints(fact.kind)[fact.field] if fact.field else _TYPES[fact.kind]
        return msgspec.json.decode(fact.value, type=held)
    except msgspec.ValidationError:
        return fact.value


@cache
def _hints(kind: str) -> Mapping[str, Any]:
    return get_type_hints(_TYPES[kind])


class _Parts:
    """Walks two values of one fact down to what differs."""

    def __init__(self, reader: Reader, blank: FactChange) -> None:
        self._reader = reader
        self._blank = blank

    def between(
        self, old: Any, new: Any, names: str, path: tuple[str, ...], label: Message
    ) -> Iterator[FactChange]:
        """The changes from ``old`` to ``new``; ``names`` as in `Reader.shown`."""
        if old == new:
            return
        if isinstance(old, Text) and isinstance(new, Text):
            yield from self._of_text(old, new, path, label)
        elif _has_parts(old) and type(old) is type(new):
            yield from self._of_parts(old, new, path, label)
        elif _is_list_of_parts(old) or _is_list_of_parts(new):
            yield from self._of_list(old, new, path, label)
        else:
            yield self._change(path, label, self.leaf(old, names), self.leaf(new, names))

    def leaf(self, value: Any, names: str = "") -> Parameter:
        """A value in short: of one with parts its first words."""
        if value is None or value in ("", ()):
            return ""
        if isinstance(value, tuple):
            return tuple(self.leaf(item, names) for item in value)
        if _has_parts(value):
            held = (getattr(value, part.name) for part in fields(value))
            return next((words for words in held if words and _is_words(words)), "…")
        return self._reader.shown(value, names)

    def _of_text(
        self, old: Text, new: Text, path: tuple[str, ...], label: Message
    ) -> Iterator[FactChange]:
        if old.zh == old.en and new.zh == new.en:
            yield self._change(path, label, old.zh, new.zh)
            return
        if old.zh != new.zh:
            named = say("{field} (Chinese)", field=label)
            yield self._change((*path, "zh"), named, old.zh, new.zh)
        if old.en != new.en:
            named = say("{field} (English)", field=label)
            yield self._change((*path, "en"), named, old.en, new.en)

    def _of_parts(
        self, old: Any, new: Any, path: tuple[str, ...], label: Message
    ) -> Iterator[FactChange]:
        for part in fields(new):
            inner = Message(label_of(type(new), part.name))
            yield from self.between(
                getattr(old, part.name),
                getattr(new, part.name),
                shapes(type(new))[part.name].names,
                (*path, part.name),
                say("{group}: {field}", group=label, field=inner),
            )

    def _of_list(
        self, old: Any, new: Any, path: tuple[str, ...], label: Message
    ) -> Iterator[FactChange]:
        """Items that stayed are passed over; of those between them, as many as there are on
        both sides are compared in order."""
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for what, first, last, start, end in matcher.get_opcodes():
            if what == "equal":
                continue
            pairs = zip_longest(old[first:last], new[start:end])
            for number, (before, after) in enumerate(pairs, start=start + 1):
                here, named = (
                    (*path, str(number)),
                    say("{field} {number}", field=label, number=number),
                )
                if before is None or after is None:
                    yield self._change(here, named, self.leaf(before), self.leaf(after))
                else:
                    yield from self.between(before, after, "", here, named)

    def _change(
        self, path: tuple[str, ...], label: Message, old: Parameter, new: Parameter
    ) -> FactChange:
        return replace(self._blank, field=".".join(path), label=label, old=old, new=new)


def _has_parts(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, Text | Money)


def _is_words(value: object) -> bool:
    return isinstance(value, str | Text)


def _is_list_of_parts(value: object) -> bool:
    return isinstance(value, tuple) and any(is_dataclass(item) for item in value)
