"""The fields of a record with the small records inside it, each editor saving itself in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from briefing_app.services.drafts import Spot
from briefing_app.services.record_fields import shapes_of
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known, field_for
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.part_editor import PartEditor
from briefing_app.ui.fields.parts_list import PartsList
from briefing_app.ui.fields.saving import keeping_at
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import column


class PartForm(PartEditor):
    """The fields of a record, or of a part of one; lists of parts stand below them."""

    def __init__(
        self, desk: Desk, part_type: type[Any], spot: Spot, known: Known, names: Sequence[str] = ()
    ) -> None:
        """``names`` are the fields to show, in order; all of them without."""
        super().__init__()
        shapes = shapes_of(part_type)
        self.form = Form()
        self.lists: dict[str, PartsList] = {}
        for name in names or shapes:
            there = spot.inside(name)
            if shapes[name].is_list_of_parts:
                self.lists[name] = PartsList(
                    desk, part_type, name, there, known, make_editor=PartForm
                )
            else:
                self.form.add(name, field_for(desk, part_type, name, keeping_at(there), known))
        parts: list[QWidget] = [self.form] if self.form.fields else []
        self.setLayout(column(*parts, *self.lists.values(), space=2 * STEP))

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
