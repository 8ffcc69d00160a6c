"""A part that does not exist yet: its fields, and a button that adds it once it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame

from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.services.record_fields import Shape, shapes_of
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known, field_for
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.part_editor import has_fields
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.widgets import button, column, label, row
from briefing_app.ui.workers import Work

if TYPE_CHECKING:
    from briefing_app.store.store import Store


class NewPart(QFrame):
    """``finished`` gives the part that was filled in; ``given_up`` says that there is none."""

    finished = Signal(object)
    given_up = Signal()

    def __init__(self, desk: Desk, item: type[Any], known: Known) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._desk, self._item = desk, item
        self.form = Form()
        if has_fields(item):
            self._add_fields(known)
        else:
            self.form.add("", TextField(desk, desk.wording.phrase("Wording"), _not_yet, lines=2))
            self.form.fields[""].show_value(Text())
        self._refusal = label("", tone="bad")
        self._refusal.hide()
        buttons = row(
            button(desk.wording.phrase("Add this"), self.finish),
            button(desk.wording.phrase("Cancel"), self._give_up),
            None,
        )
        self.setLayout(column(self.form, self._refusal, buttons, margin=12))
        self.setFocusProxy(next(iter(self.form.fields.values())))
        self._at_first = self._values()
        self._is_over = False

    def finish(self) -> None:
        """Give the part to be added; whether it is whole is judged there."""
        if self._is_over:
            return
        self._is_over = True
        values = self._values()
        self.finished.emit(self._item(**values) if has_fields(self._item) else values[""])

    def refuse(self, error: UserError) -> None:
        """Say what is missing."""
        self._is_over = False
        self._refusal.setText(self._desk.wording.error(error))
        self._refusal.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost when a page is left."""
        self.save_now()
        super().hideEvent(event)

    def save_now(self) -> None:
        """Add what was typed; what it lacks is told where it cannot be."""
        if self._values() != self._at_first:
            self.finish()

    def _values(self) -> dict[str, Any]:
        return {name: field.value() for name, field in self.form.fields.items()}

    def _give_up(self) -> None:
        self._is_over = True
        self.given_up.emit()

    def _add_fields(self, known: Known) -> None:
        for name, shape in shapes_of(self._item).items():
            if shape.is_list_of_parts:
                continue  # added to the part once it exists
            field = field_for(self._desk, self._item, name, _not_yet, known)
            self.form.add(name, field)
            field.show_value(_beginning(shape))


def _beginning(shape: Shape) -> Any:
    """What stands in a field at first."""
    if not shape.is_required:
        return shape.default
    if shape.is_many:
        return ()
    if shape.item is Text:
        return Text()
    return None


def _not_yet(_value: object) -> Work:
    return _nothing


def _nothing(_store: Store) -> None:
    """What does not exist yet is not kept."""
