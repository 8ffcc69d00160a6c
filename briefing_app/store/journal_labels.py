"""What an act is called, kept so that it reads in either language whenever it is shown."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from briefing_app.domain.labels import Labelled
from briefing_app.domain.message import Message, Parameter
from briefing_app.domain.text import Text


@dataclass(frozen=True, slots=True)
class _Words:
    """A text in two languages, or a phrase of the catalogue."""

    zh: str = ""
    en: str = ""
    msgid: str = ""


@dataclass(frozen=True, slots=True)
class _Label:
    msgid: str
    parameters: tuple[tuple[str, str | int | _Words], ...]
    plural: str
    count: int


def stored_label(label: Message) -> str:
    """A label as JSON. Its parameters are texts, words, whole numbers, or phrases without
    parameters of their own; TypeError for others."""
    parameters = tuple((name, _kept(value)) for name, value in label.parameters)
    kept = _Label(label.msgid, parameters, label.plural, label.count)
    return msgspec.json.encode(kept).decode()


def read_label(stored: str) -> Message:
    """The label that `stored_label` wrote."""
    kept = msgspec.json.decode(stored, type=_Label)
    parameters = tuple((name, _shown(value)) for name, value in kept.parameters)
    return Message(kept.msgid, parameters, kept.plural, kept.count)


def _kept(value: Parameter) -> str | int | _Words:
    match value:
        case Labelled():
            return _Words(msgid=value.label)
        case Text():
            return _Words(zh=value.zh, en=value.en)
        case Message(msgid=msgid, parameters=()) if not value.plural:
            return _Words(msgid=msgid)
        case str() | int():
            return value
        case _:
            raise TypeError(f"a label cannot keep {value!r}")


def _shown(value: str | int | _Words) -> Parameter:
    if not isinstance(value, _Words):
        return value
    return Message(value.msgid) if value.msgid else Text(value.zh, value.en)
