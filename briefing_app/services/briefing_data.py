"""A briefing as plain data, for programs that read it as JSON."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TypeAlias

from briefing_app.domain.labels import Labelled
from briefing_app.domain.message import Message
from briefing_app.domain.text import Text
from briefing_app.wording import Wording

PlainData: TypeAlias = "bool | int | float | str | list[PlainData] | dict[str, PlainData] | None"


def plain_data(value: object, wording: Wording) -> PlainData:
    """``value`` as JSON types: sentences and texts in the wording's language, enums as stored.

    Raises TypeError for a type that no record or briefing holds.
    """
    match value:
        case Message():
            return wording.message(value)
        case Text():
            return wording.text(value)
        case Labelled():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case bytes():
            return b64encode(value).decode("ascii")
        case date():  # datetime is one too
            return value.isoformat()
        case tuple():
            return [plain_data(item, wording) for item in value]
        case _ if is_dataclass(value):
            return {
                part.name: plain_data(getattr(value, part.name), wording) for part in fields(value)
            }
        case _:
            raise TypeError(f"no JSON for {type(value).__name__}")
