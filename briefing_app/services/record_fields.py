"""What the fields of records are called, what belongs in them and what they hold, for a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing_app.domain.message import Message
from briefing_app.exchange.columns import GUIDE
from briefing_app.exchange.shapes import Shape, shapes

__all__ = ["FieldWords", "Shape", "field_words", "shapes_of"]


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The same words as in a workbook's header and explanation."""

    label: Message
    help: Message


def field_words(owner: type[Any], name: str) -> FieldWords:
    """What people read for a field of a record or of one of its parts."""
    entry = GUIDE[owner, name]
    return FieldWords(Message(entry.label), Message(entry.help))


def shapes_of(owner: type[Any]) -> Mapping[str, Shape]:
    """What the fields of a record or of one of its parts hold, in their order."""
    return shapes(owner)
