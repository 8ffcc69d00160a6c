"""Many records changed at once: the field, the new value, and what would change, before it does."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView, QWidget

from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.services.bulk import (
    FIELDS,
    Deed,
    Example,
    ManyChange,
    ManyPreview,
    change_many,
    change_many_apart,
    deeds_for,
    many_preview,
)
from briefing_app.services.bulk_view import ManyView
from briefing_app.services.record_fields import field_words
from briefing_app.ui.bulk.editors import editor_for, is_missing
from briefing_app.ui.bulk.many_dialog import ManyDialog
from briefing_app.ui.bulk.words import how_many
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field
from briefing_app.ui.lists.rows_model import RowsModel
from briefing_app.ui.look.look import STEP
from briefing_app.ui.value_words import value_words
from briefing_app.ui.widgets import clear, column, label, row
from briefing_app.ui.workers import Request

_CALM_MILLISECONDS = 250


class ChangeManyDialog(ManyDialog):
    """``view`` are the records; the fields offered are those of which one value makes sense."""

    def __init__(self, desk: Desk, view: ManyView, parent: QWidget) -> None:
        wording = desk.wording
        title = wording.phrase("Change {what}", what=how_many(wording, view.kind, len(view.ids)))
        super().__init__(desk, title, wording.phrase("Change"), parent)
        self._view = view
        self._asked: Request | None = None
        self._deeds: tuple[Deed, ...] = ()
        self.editor: Field | None = None
        self.field = QComboBox()
        self.field.setAccessibleName(wording.phrase("Field"))
        record_type = KIND_BY_NAME[view.kind].record_type
        for name in FIELDS[view.kind]:
            self.field.addItem(wording.message(field_words(record_type, name).label), name)
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.field.currentIndexChanged.connect(self._field_chosen)
        self.deed = QComboBox()
        self.deed.setAccessibleName(wording.phrase("What happens to it"))
        self.deed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.deed.currentIndexChanged.connect(self._deed_chosen)
        self._place = column()
        self.told = label("", tone="muted")
        self.model = ExamplesModel(desk, self)
        self.table = _table(self.model, wording.phrase("What would change"))
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MILLISECONDS)
        self._calm.timeout.connect(self._preview)
        content = column(row(self.field, self.deed), self._place, self.told, self.table)
        content.setStretchFactor(self.table, 1)
        self.form.setLayout(content)
        self.ask_for(desk.look.scale, 760, 520)
        self._field_chosen()
        self.field.setFocus()

    @property
    def change(self) -> ManyChange | None:
        """What is chosen; ``None`` while the new value is missing."""
        value = self.editor.value() if self.editor is not None else None
        if self.editor is not None and is_missing(value):
            return None
        return ManyChange(self._view.kind, self.field.currentData(), self._chosen_deed, value)

    def begin(self) -> None:
        """Change them."""
        change = self.change
        if change is not None:
            ids = self._view.ids
            here = partial(change_many, ids=ids, change=change)
            self.run(ids, here, change_many_apart, change=change)

    @property
    def _chosen_deed(self) -> Deed:
        return self._deeds[self.deed.currentIndex()]

    def _field_chosen(self) -> None:
        self._deeds = deeds_for(self._view.kind, self.field.currentData())
        self.deed.blockSignals(True)
        self.deed.clear()
        self.deed.addItems([self.desk.wording.label(deed) for deed in self._deeds])
        self.deed.blockSignals(False)
        self.deed.setEnabled(len(self._deeds) > 1)
        self._deed_chosen()

    def _deed_chosen(self) -> None:
        clear(self._place)
        name = self.field.currentData()
        self.editor = editor_for(self.desk, self._view, name, self._chosen_deed)
        if self.editor is not None:
            self._place.addWidget(self.editor)
            self.editor.edited.connect(self._edited)
        self._edited()

    def _edited(self) -> None:
        """What was told before is not true of the new value."""
        if self._asked is not None:
            self._asked.cancel()
        self.begin_button.setEnabled(False)
        self.refusal.hide()
        self._calm.start()

    def _preview(self) -> None:
        change = self.change
        if change is None:
            self.model.show_rows(())
            self.told.setText(self.desk.wording.phrase("Choose the new value above."))
            return
        work = partial(many_preview, ids=self._view.ids, change=change)
        self._asked = self.desk.ask(work, self._show_preview, self.refuse)

    def _show_preview(self, preview: ManyPreview) -> None:
        self.model.show_rows(preview.examples)
        self.told.setText(self._told(preview))
        self.begin_button.setEnabled(preview.changing > 0)

    def _told(self, preview: ManyPreview) -> str:
        wording = self.desk.wording
        what = how_many(wording, self._view.kind, preview.total)
        lines = [
            wording.phrase("{changing} of {what} change.", changing=preview.changing, what=what)
        ]
        if preview.changing > len(preview.examples):
            count = len(preview.examples)
            lines.append(wording.phrase("The first {count} are listed.", count=count))
        return wording.sentences(lines)


class ExamplesModel(RowsModel[Example]):
    """The first of the records that would change, with both values."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        phrase = desk.wording.phrase
        super().__init__(parent, (phrase("Record"), phrase("Now"), phrase("Then")))
        self._wording = desk.wording

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A cell's words."""
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        example = self.rows[index.row()]
        if index.column() == 0:
            names = (example.owner, example.name)
            return " · ".join(filter(None, map(self._wording.text, names)))
        value = example.before if index.column() == 1 else example.after
        return value_words(self._wording, value)


def _table(model: ExamplesModel, name: str) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionMode(QTableView.SelectionMode.NoSelection)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + STEP)
    header = table.horizontalHeader()
    header.setAccessibleName(name)
    header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    return table
