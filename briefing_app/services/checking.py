"""What a record must be before it may be stored, told in one line about one field."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import Enum
from typing import Any

from briefing_app.domain.message import Message, say
from briefing_app.domain.records import Record
from briefing_app.domain.text import Text
from briefing_app.errors import UserError


def field_label(record_type: type[Any], field: str) -> Message:
    """What a field is called."""
    from briefing_app.exchange.columns import label_of

    return Message(label_of(record_type, field))


def check(record: Record, names: Collection[str] | None = None) -> None:
    """UserError for the first fault in a record, or in those fields of it that are named: an
    empty name, an e-mail address or a time zone that is none, an invisible character ..."""
    for name, fault in _faults(record):
        if names is None or name in names:
            label = field_label(type(record), name)
            raise UserError("{field}: {fault}", field=label, fault=fault)


def tidied(value: Any) -> Any:
    """A value, words without the white space around them."""
    if isinstance(value, Text):
        return Text(value.zh.strip(), value.en.strip())
    is_typed = isinstance(value, str) and not isinstance(value, Enum)
    return value.strip() if is_typed else value


def _faults(record: Record) -> Iterator[tuple[str, Message]]:
    from briefing_app.exchange.checks import faults_in
    from briefing_app.exchange.shapes import shapes

    for name, shape in shapes(type(record)).items():
        if shape.is_required and getattr(record, name) == Text():
            yield name, say("a value is needed here.")
    for path, fault in faults_in(record):
        yield str(path[0]), fault
