"""What a list holds: how its parts are called, made and edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from briefing_app.domain.text import Text
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.part_editor import WHOLE, FieldsEditor, PartEditor
from briefing_app.ui.fields.saving import Editing, Save
from briefing_app.ui.fields.words import TextField

SaveOf: TypeAlias = Callable[[str], Save]
"""From the name of a part's field to what keeps it."""
MakeFields: TypeAlias = Callable[[SaveOf], Mapping[str, Field]]


@dataclass(frozen=True, slots=True)
class PartKind:
    """``add`` are the words of the button that adds a part; ``title`` tells a part in a line.

    ``make_fields`` makes the fields of a new part, in which ``beginning`` stands at first;
    ``make`` makes the part of their values, by name. ``make_editor`` makes what edits it then.
    """

    add: str
    title: Callable[[Any], str]
    make: Callable[..., Any]
    beginning: Mapping[str, Any]
    make_fields: MakeFields
    make_editor: Callable[[Editing], PartEditor]

    def made(self, values: Mapping[str, Any]) -> Any:
        """The part that these values make."""
        return values[WHOLE] if WHOLE in values else self.make(**values)


def kind_of_fields(
    add: str,
    title: Callable[[Any], str],
    make: Callable[..., Any],
    beginning: Mapping[str, Any],
    make_fields: MakeFields,
) -> PartKind:
    """Parts whose editor has the same fields as a new part."""

    def make_editor(there: Editing) -> PartEditor:
        return FieldsEditor(make_fields(_keeping_in(there)))

    return PartKind(add, title, make, beginning, make_fields, make_editor)


def texts(desk: Desk, add: str, called: str) -> PartKind:
    """Texts of their own; ``called`` is what a text is called."""

    def make_fields(save: SaveOf) -> Mapping[str, Field]:
        return {WHOLE: TextField(desk, called, save(WHOLE), lines=2)}

    return kind_of_fields(add, desk.wording.text, Text, {WHOLE: Text()}, make_fields)


def _keeping_in(there: Editing) -> SaveOf:
    def save_of(name: str) -> Save:
        return there.inside(name).keeping if name != WHOLE else there.keeping

    return save_of
