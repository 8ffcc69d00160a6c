"""The fields of a record with the small records inside it, each editor saving itself in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from briefing_app.domain.text import Text
from briefing_app.services.record_fields import Shape, field_words, shapes_of
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known, field_for
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.part_editor import PartEditor
from briefing_app.ui.fields.part_kind import PartKind, SaveOf, texts
from briefing_app.ui.fields.part_title import part_title
from briefing_app.ui.fields.parts_list import PartsList
from briefing_app.ui.fields.saving import Editing
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import column


class PartForm(PartEditor):
    """The fields of a record, or of a part of one; lists of parts stand below them."""

    def __init__(
        self,
        desk: Desk,
        part_type: type[Any],
        there: Editing,
        known: Known,
        names: Sequence[str] = (),
    ) -> None:
        """``names`` are the fields to show, in order; all of them without."""
        super().__init__()
        shapes = shapes_of(part_type)
        self.form = Form()
        self.lists: dict[str, PartsList] = {}
        for name in names or shapes:
            if shapes[name].is_list_of_parts:
                self.lists[name] = _list(desk, part_type, name, there.inside(name), known)
            else:
                field = field_for(desk, part_type, name, there.inside(name).keeping, known)
                self.form.add(name, field)
        parts: list[QWidget] = [self.form] if self.form.fields else []
        self.setLayout(column(*parts, *self.lists.values(), space=2 * STEP))
        if self.form.fields:
            self.setFocusProxy(next(iter(self.form.fields.values())))

    def show_part(self, part: Any) -> None:
        """Show what the part holds; what is being typed stays."""
        self.form.show_record(part)
        for name, shown in self.lists.items():
            shown.show_parts(getattr(part, name))

    def save_now(self) -> None:
        """Keep what is being typed."""
        self.form.save_now()
        for shown in self.lists.values():
            shown.save_now()


def _list(desk: Desk, owner: type[Any], name: str, there: Editing, known: Known) -> PartsList:
    words = field_words(owner, name)
    called, purpose = desk.wording.message(words.label), desk.wording.message(words.help)
    kind = _kind(desk, shapes_of(owner)[name].item, known)
    return PartsList(desk, kind, there, called=called, purpose=purpose)


def _kind(desk: Desk, item: type[Any], known: Known) -> PartKind:
    """Parts of a type, whose fields follow from it; lists inside a part are filled once the part
    is there."""
    add = desk.wording.phrase("Add")
    if item is Text:
        return texts(desk, add, desk.wording.phrase("Wording"))
    shapes = {name: one for name, one in shapes_of(item).items() if not one.is_list_of_parts}

    def title(part: Any) -> str:
        return part_title(desk, part, known)

    def make_fields(save: SaveOf) -> Mapping[str, Field]:
        return {name: field_for(desk, item, name, save(name), known) for name in shapes}

    def make_editor(there: Editing) -> PartEditor:
        return PartForm(desk, item, there, known)

    beginning = {name: _beginning(shape) for name, shape in shapes.items()}
    return PartKind(add, title, item, beginning, make_fields, make_editor)


def _beginning(shape: Shape) -> Any:
    """What stands in a field at first."""
    if not shape.is_required:
        return shape.default
    if shape.is_many:
        return ()
    if shape.item is Text:
        return Text()
    return None
