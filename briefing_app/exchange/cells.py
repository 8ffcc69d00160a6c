"""One cell: what is written for a value, and which value is meant by what somebody typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from babel.numbers import get_currency_precision

from briefing_app.domain.labels import Labelled
from briefing_app.domain.message import Message, say
from briefing_app.domain.text import Language
from briefing_app.exchange.columns import Column, Part
from briefing_app.exchange.naming import folded
from briefing_app.wording import wording_in

Raw: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None
"""What a table library gives for a cell."""

SEPARATOR = "; "
_SPLIT = re.compile(r"[;；、，\n]")  # as people write lists in either language
_FIRST_DAY = date(1900, 3, 1)  # Excel takes 1900 for a leap year; before that days are off by one
_EXACT_DIGITS = 15
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:：](?=\d\d$)|[点时])\s*(\d{1,2})?\s*分?")
_NUMBER = re.compile(r"[¥￥$€£]?\s*(-?[\d,，]*\.?\d*(?:[eE][-+]?\d+)?)\s*([万亿]?)")
_TIMES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_YES = {"yes", "y", "true", "1", "是", "对", "√", "✓"}
_NO = {"no", "n", "false", "0", "否", "不", "×", "✗"}
_TIDIED = {"email", "time_zone", "website"}


class UnreadableCell(Exception):
    """A cell whose content is not what its column holds; ``fault`` says why."""

    def __init__(self, fault: Message) -> None:
        super().__init__(fault)
        self.fault = fault


def yes_no(language: Language) -> tuple[str, str]:
    """The two words of a yes-or-no column."""
    wording = wording_in(language)
    return wording.phrase("Yes"), wording.phrase("No")


def written(value: Any, language: Language) -> Raw:
    """What stands in the cell for a value that is neither a reference, a time nor money."""
    if isinstance(value, tuple):
        return SEPARATOR.join(str(written(item, language)) for item in value)
    if isinstance(value, Labelled):
        return wording_in(language).label(value)
    if isinstance(value, bool):
        return yes_no(language)[0 if value else 1]
    if isinstance(value, date):
        return value if value >= _FIRST_DAY else value.isoformat()
    if isinstance(value, float):
        return value if float(f"{value:.16g}") == value else repr(value)
    if isinstance(value, int):
        return value if abs(value) < 10**_EXACT_DIGITS else str(value)
    return str(value) if value is not None else None


def written_amount(minor: int, currency: str) -> Raw:
    """An amount in whole units of its currency, as text where a number would lose digits."""
    amount = Decimal(minor).scaleb(-get_currency_precision(currency))
    return float(amount) if abs(minor) < 10**_EXACT_DIGITS else str(amount)


def written_time(moment: datetime, zone: str) -> Raw:
    """A time on the clock of ``zone``; text where that clock or a cell would not tell it."""
    local = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    is_exact = local.microsecond == 0 and local.date() >= _FIRST_DAY
    if is_exact and as_utc(local, zone) == moment:
        return local if local.time() != time() else f"{local:%Y-%m-%d %H:%M}"
    return moment.astimezone(UTC).isoformat()


def as_utc(local: datetime, zone: str) -> datetime | None:
    """The moment that a clock in ``zone`` shows as ``local``; ``None`` for one it skips."""
    moment = local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return moment if moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local else None


def as_text(raw: Raw) -> str:
    """What a person sees in the cell, as text with plain line ends."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < 10**_EXACT_DIGITS:
        return str(int(raw))
    if isinstance(raw, datetime) and raw.time() == time():
        return raw.date().isoformat()
    return str(raw).replace("\r\n", "\n").replace("\r", "\n")


def is_empty(raw: Raw) -> bool:
    """True for a cell that holds nothing."""
    return raw is None or raw == ""


def read(raw: Raw, column: Column) -> Any:
    """The value that a cell means, as it stands in a record's tree; ``None`` for an empty one.

    Amounts come as `Decimal` in whole units, times as aware or local `datetime`.
    Raises `UnreadableCell`.
    """
    if is_empty(raw):
        return None
    if not column.steps or column.part in (Part.ZH, Part.EN):
        return as_text(raw)
    if column.part is Part.AMOUNT:
        return _decimal(raw)
    if column.part is Part.CURRENCY:
        return as_text(raw).strip().upper()
    shape = column.shape
    if shape.is_many:
        parts = (part.strip() for part in _SPLIT.split(as_text(raw)))
        return [_read_item(part, column) for part in parts if part]
    return _read_item(raw, column)


def _read_item(raw: Raw, column: Column) -> Any:
    shape = column.shape
    if isinstance(raw, str) and not raw.strip() and shape.item is not str:
        return None
    if issubclass(shape.item, Labelled):
        return _member(raw, shape.item)
    if shape.item is str:
        is_tidied = bool(shape.names) or column.path[-1] in _TIDIED
        return as_text(raw).strip() if is_tidied else as_text(raw)
    return _READERS[shape.item](raw)


def _member(raw: Raw, kind: type[Labelled]) -> str:
    words = as_text(raw)
    value = _members(kind).get(folded(words))
    if value is None:
        raise UnreadableCell(
            say(
                "{value} is not one of the choices. Choose from: {expected}.",
                value=_shortened(words),
                expected=tuple(kind),
            )
        )
    return value


@cache
def _members(kind: type[Labelled]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for member in kind:
        for language in Language:
            found[folded(wording_in(language).label(member))] = member.value
    return {**found, **{folded(member.value): member.value for member in kind}}


def _yes_or_no(raw: Raw) -> bool:
    if isinstance(raw, bool):
        return raw
    words = folded(as_text(raw))
    if words not in _YES | _NO:
        raise UnreadableCell(say("{value} is neither Yes nor No.", value=_shortened(words)))
    return words in _YES


def _decimal(raw: Raw) -> Decimal:
    match = _NUMBER.fullmatch(as_text(raw).strip())
    if isinstance(raw, bool | date | time | timedelta) or not match or not match[1]:
        raise UnreadableCell(_not_a_number(raw))
    try:
        return Decimal(re.sub("[,，]", "", match[1])) * _TIMES[match[2]]
    except InvalidOperation as error:
        raise UnreadableCell(_not_a_number(raw)) from error


def _not_a_number(raw: Raw) -> Message:
    return say("{value} is not a number. Write digits, such as 12.5.", value=_shortened(raw))


def _whole(raw: Raw) -> int:
    number = _decimal(raw)
    if number != number.to_integral_value() or abs(number) > 10**18:
        raise UnreadableCell(
            say("{value} is not a whole number. Write digits only.", value=_shortened(raw))
        )
    return int(number)


def _number(raw: Raw) -> float:
    return float(raw) if isinstance(raw, float) else float(_decimal(raw))


def _day(raw: Raw) -> date:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    match = _DAY.match(as_text(raw).strip()) if isinstance(raw, str) else None
    try:
        if match:
            return date(*(int(part) for part in match.groups()))
    except ValueError:
        match = None
    raise UnreadableCell(
        say("{value} is not a date. Write it as 2026-11-24.", value=_shortened(raw))
    )


def _moment(raw: Raw) -> datetime:
    if isinstance(raw, datetime) and raw.time() != time():
        return raw
    words = as_text(raw).strip()
    day = _DAY.match(words) if isinstance(raw, str | date) else None
    if day and not words[day.end() :].strip():
        raise UnreadableCell(
            say(
                "{value} is a day without its time. Write both, as in 2026-11-24 14:30.",
                value=_shortened(raw),
            )
        )
    try:
        if day:
            iso = f"{int(day[1]):04}-{int(day[2]):02}-{int(day[3]):02}"
            return datetime.fromisoformat(f"{iso}T{_clock(words[day.end() :].strip(' T'))}")
    except ValueError:
        day = None
    raise UnreadableCell(
        say(
            "{value} is not a date with a time. Write it as 2026-11-24 14:30.",
            value=_shortened(raw),
        )
    )


def _clock(words: str) -> str:
    """A time of day as ISO 8601 has it; ``9:30`` and ``9点30分`` are written so as well."""
    match = _CLOCK.fullmatch(words)
    return f"{int(match[1]):02}:{int(match[2] or 0):02}" if match else words


def in_minor_units(amount: Decimal, currency: str) -> int:
    """An amount in the currency's smallest unit; `UnreadableCell` where it is no whole one."""
    minor = amount.scaleb(get_currency_precision(currency))
    if minor != minor.to_integral_value():
        raise UnreadableCell(
            say(
                "{value} has more decimals than {currency} has.",
                value=str(amount),
                currency=currency,
            )
        )
    return int(minor)


def _shortened(raw: Raw) -> str:
    words = as_text(raw)
    return words if len(words) <= 40 else words[:39] + "…"


_READERS: Mapping[type[Any], Callable[[Raw], Any]] = {
    bool: _yes_or_no,
    int: _whole,
    float: _number,
    date: _day,
    datetime: _moment,
}
