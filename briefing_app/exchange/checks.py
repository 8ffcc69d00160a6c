"""What a value must be beyond its type before it may enter the data folder."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel.numbers import list_currencies
from rapidfuzz import fuzz, process

from briefing_app.domain.ids import ID_PATTERN
from briefing_app.domain.message import Message, say
from briefing_app.exchange.shapes import shapes
from briefing_app.exchange.trees import Fault, Path

MAX_TEXT = 100_000
"""Characters in one text; several times what the longest note needs."""

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")
_SEPARATORS = re.compile(r"[;；、，\n]")
_LARGEST_WHOLE = 2**63 - 1  # what the data folder can hold


def faults_in(record: Any) -> Iterator[Fault]:
    """Everything in a record that may not be stored, with the path to it."""
    yield from _part_faults(record, ())


def _part_faults(part: Any, path: Path) -> Iterator[Fault]:
    for name, shape in shapes(type(part)).items():
        value = getattr(part, name)
        rule = _id_fault if shape.names else _RULES.get(name, _no_fault)
        for place, item in _items(value, (*path, name), shape.is_many):
            if is_dataclass(item):
                yield from _part_faults(item, place)
            elif fault := _value_fault(item) or (rule(item) if item not in (None, "") else None):
                yield place, fault


def _items(value: Any, path: Path, is_many: bool) -> Iterator[tuple[Path, Any]]:
    if not is_many:
        yield path, value
        return
    for number, item in enumerate(value):
        yield (*path, number), item


def _value_fault(value: object) -> Message | None:
    if isinstance(value, str):
        return text_fault(value)
    if isinstance(value, float) and not math.isfinite(value):
        return say("a number is expected here, such as 12.5.")
    if isinstance(value, int) and abs(value) > _LARGEST_WHOLE:
        return say("the number is too large.")
    if isinstance(value, datetime) and value.tzinfo is None:
        return say("the time needs its time zone, as in 2026-11-24T06:00:00Z.")
    return None


def text_fault(value: str) -> Message | None:
    """What keeps a text from being stored: its length, or a character that cannot be shown."""
    if len(value) > MAX_TEXT:
        return say(
            "the text has {length} characters. Keep it under {limit}.",
            length=len(value),
            limit=MAX_TEXT,
        )
    if found := _UNSHOWABLE.search(value):
        code = f"U+{ord(found[0]):04X}"
        return say("the text holds an invisible control character ({code}). Remove it.", code=code)
    return None


def _id_fault(value: str) -> Message | None:
    if ID_PATTERN.fullmatch(value):
        return None
    return say(
        "{value} is not an id. An id has up to 64 letters A-Z, digits, - and _.", value=value[:80]
    )


def _email_fault(value: str) -> Message | None:
    if _EMAIL.fullmatch(value):
        return None
    return say(
        "{value} is not an e-mail address. Write one address, such as {example}.",
        value=value[:80],
        example="li.lei@example.com",
    )


def _zone_fault(value: str) -> Message | None:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder
        return say(
            "{value} is not a time zone. Write a name such as {example}.",
            value=value[:80],
            example=_nearest(value, sorted(available_timezones()), "Asia/Shanghai"),
        )
    return None


def _currency_fault(value: str) -> Message | None:
    if value in _currencies():
        return None
    return say(
        "{value} is not a currency. Write its three letters, such as {example}.",
        value=value[:80],
        example="CNY",
    )


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


def _minutes_fault(value: int) -> Message | None:
    if 1 <= value <= 1440:
        return None
    return say("a visit lasts between 1 and 1440 minutes, not {value}.", value=value)


def _weeks_fault(value: int) -> Message | None:
    return None if 0 <= value <= 1000 else say("{value} is not a number of weeks.", value=value)


def _topic_fault(value: str) -> Message | None:
    if value.strip() == value and not _SEPARATORS.search(value):
        return None
    return say("a topic is one short word without ; or line breaks.")


def _no_fault(_value: object) -> Message | None:
    return None


def _nearest(value: str, choices: list[str], otherwise: str) -> str:
    found = process.extractOne(value, choices, scorer=fuzz.ratio, score_cutoff=60)
    return found[0] if found else otherwise


def _picture_fault(content: bytes) -> Message | None:
    from briefing_app.exchange.pictures import is_clean

    if is_clean(content):
        return None
    return say("this is no PNG of pixels alone. Set the logo with “logo set” and export it anew.")


def _photo_fault(image: bytes) -> Message | None:
    from briefing_app.exchange.photos import is_clean_photo

    if is_clean_photo(image):
        return None
    return say("this is no photo as the program keeps it. Give the picture to the person again.")


_RULES: Mapping[str, Callable[[Any], Message | None]] = {
    "id": _id_fault,
    "email": _email_fault,
    "time_zone": _zone_fault,
    "currency": _currency_fault,
    "minutes": _minutes_fault,
    "typical_weeks": _weeks_fault,
    "topics": _topic_fault,
    "slug": _topic_fault,
    "content": _picture_fault,
    "image": _photo_fault,
}
