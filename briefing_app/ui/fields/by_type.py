"""The editor that suits a field, by the field's type: one place for forms of any record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from briefing_app.domain.labels import Labelled
from briefing_app.domain.text import Text
from briefing_app.services.picking import Choice
from briefing_app.services.record_fields import Shape, field_words, shapes_of
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import ChoiceField, FlagField, ManyField, label_choices
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.numbers import DayField, FigureField, NumberField
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.fields.several import ChosenField, ClientsField
from briefing_app.ui.fields.words import LineField, TextField

_LONG = frozenset(
    {
        "adoption",
        "answer",
        "assumptions",
        "client_effort",
        "commercial_frame",
        "day_after",
        "day_before",
        "demo",
        "detail",
        "essence",
        "note",
        "pain",
        "price_note",
        "proof",
        "purpose",
        "question",
        "quote",
        "says",
        "situation",
        "statement",
        "statistic",
        "summary",
        "talk_track",
        "value",
        "vision",
        "what_was_done",
    }
)
"""Fields that take sentences rather than words."""

_LINES = 3
_MOST = 1_000_000
_ORDERED = frozenset({"improves"})
"""Lists of an enumeration's members whose order tells something."""


@dataclass(frozen=True, slots=True)
class Known:
    """What references can be chosen from, by kind, and ``topics``; of clients only those named
    already."""

    choices: Mapping[str, Sequence[Choice]] = field(default_factory=dict)

    def named(self, kind: str, desk: Desk) -> tuple[tuple[Any, str], ...]:
        """The ids of a kind with the words that people read."""
        return tuple((one.id, desk.wording.text(one.name)) for one in self.choices.get(kind, ()))


def field_for(desk: Desk, owner: type[Any], name: str, save: Save, known: Known) -> Field:
    """An editor of the field ``name`` of a record or part of type ``owner``."""
    words = field_words(owner, name)
    called, tip = desk.wording.message(words.label), desk.wording.message(words.help)
    shape = shapes_of(owner)[name]
    if shape.names:
        return _reference(desk, called, save, shape, known, tip)
    if shape.is_many:
        return _several(desk, name, called, save, shape, known, tip)
    if issubclass(shape.item, Labelled):
        none = desk.wording.phrase("not set") if shape.is_optional else ""
        members: tuple[Labelled, ...] = tuple(shape.item)
        return ChoiceField(desk, called, save, label_choices(desk, members, none=none), tip)
    return _plain(desk, name, called, save, shape, tip)


def _reference(desk: Desk, called: str, save: Save, shape: Shape, known: Known, tip: str) -> Field:
    choices = known.named(shape.names, desk)
    if not shape.is_many:
        return ChoiceField(desk, called, save, choices, tip)
    if shape.names == "client":
        return ClientsField(desk, called, save, choices, tip=tip)
    return ChosenField(desk, called, save, choices, tip=tip)


def _several(
    desk: Desk, name: str, called: str, save: Save, shape: Shape, known: Known, tip: str
) -> Field:
    if shape.item is str:
        return ChosenField(desk, called, save, known.named(name, desk), tip=tip)
    members: tuple[Labelled, ...] = tuple(shape.item.__members__.values())
    if name in _ORDERED:
        choices = tuple((member, desk.wording.label(member)) for member in members)
        return ChosenField(desk, called, save, choices, is_ordered=True, tip=tip)
    return ManyField(desk, called, save, members, tip)


def _plain(desk: Desk, name: str, called: str, save: Save, shape: Shape, tip: str) -> Field:
    if shape.item is Text:
        return TextField(desk, called, save, lines=_LINES if name in _LONG else 1, tip=tip)
    if shape.item is bool:
        return FlagField(desk, called, save, tip)
    if shape.item is int:
        return NumberField(desk, called, save, (0, _MOST), tip=tip)
    if shape.item is float:
        return FigureField(desk, called, save, tip=tip)
    if shape.item is date:
        return DayField(desk, called, save, tip)
    return LineField(desk, called, save, tip=tip)
