"""Fields below each other with their names, for a record's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import is_narrower, label, row

_CHARACTERS = 68
"""With fewer in a line a name stands above its field."""


class Form(QWidget):
    """Names at the left, fields at the right; below each other where the window is narrow, and
    always where the form ``is_narrow``."""

    def __init__(self, *, is_narrow: bool = False) -> None:
        super().__init__()
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(2 * STEP)
        self._rows.setVerticalSpacing(STEP)
        self._is_narrow = is_narrow
        self._wrap()
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.fields: dict[str, Field] = {}
        self._names: dict[str, QLabel] = {}

    def minimumSizeHint(self) -> QSize:
        """A form can be as narrow as a few words: names go above their fields then."""
        least = super().minimumSizeHint()
        return QSize(
            min(least.width(), self.fontMetrics().horizontalAdvance("0") * 24), least.height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names stand where there is room for them."""
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        wraps = QFormLayout.RowWrapPolicy
        is_narrow = self._is_narrow or is_narrower(self, _CHARACTERS)
        wanted = wraps.WrapAllRows if is_narrow else wraps.WrapLongRows
        if wanted is not self._rows.rowWrapPolicy():
            self._rows.setRowWrapPolicy(wanted)
            self._rows.update()  # what is around it makes room

    def add(self, key: str, field: Field, beside: QWidget | None = None) -> Field:
        """Add a field under a key, which is that of the record where it shows one, and something
        at its right."""
        name = label("" if field.names_itself else field.name, tone="muted")
        name.setBuddy(field)
        name.setToolTip(field.controls[0].toolTip())
        if beside is None:
            self._rows.addRow(name, field)
        else:
            self._rows.addRow(name, _row(field, beside))
        self.fields[key], self._names[key] = field, name
        return field

    def written(self) -> dict[str, Any]:
        """What stands in the fields, by their keys, as `Field.show_written` takes it."""
        return {key: field.written() for key, field in self.fields.items()}

    def give_reason(self, key: str, words: str) -> None:
        """Say in a field's tool tip why it is asked for."""
        field = self.fields[key]
        for shown in (*field.controls, self._names[key]):
            shown.setToolTip(words)

    def add_wide(self, content: QWidget) -> None:
        """Something without a name, as wide as the form."""
        self._rows.addRow(content)

    def add_below(self, key: str, content: QWidget) -> None:
        """Something that belongs to a field, below it and as wide as the form."""
        of_field = QFormLayout.ItemRole.FieldRole
        for place in range(self._rows.rowCount()):
            item = self._rows.itemAt(place, of_field)
            if item is not None and item.widget() is self.fields[key]:
                self._rows.insertRow(place + 1, content)
                return

    def show_record(self, record: Any) -> None:
        """Show the record's values in the fields that bear their names."""
        for key, field in self.fields.items():
            field.show_value(getattr(record, key))

    def show_other(self, record: Any, keep: Callable[[str], Save]) -> None:
        """Show another record; ``keep`` gives for the name of a field what keeps its values."""
        for key, field in self.fields.items():
            field.show_other(getattr(record, key), keep(key))

    def turn_to(self, record: Any, keep: Callable[[str], Save], *, is_other: bool) -> None:
        """Show another record, or the one that is shown as it is stored now."""
        if is_other:
            self.show_other(record, keep)
        else:
            self.show_record(record)

    def save_now(self) -> None:
        """Keep what is being typed."""
        for field in self.fields.values():
            field.save_now()


def _row(field: Field, beside: QWidget) -> QHBoxLayout:
    made = row(field, beside)
    made.setStretchFactor(field, 1)
    made.setAlignment(beside, Qt.AlignmentFlag.AlignTop)
    control = field.controls[0]
    control.ensurePolished()
    beside.setMinimumHeight(control.sizeHint().height())  # in line with it, not with a refusal
    return made
