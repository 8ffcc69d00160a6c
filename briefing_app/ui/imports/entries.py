"""What a file brings, kind by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidgetItem,
    QSplitter,
    QTableView,
)

from briefing_app.domain.labels import N_
from briefing_app.domain.records import KIND_BY_NAME, KINDS
from briefing_app.services.importing import Fate, ImportPreview, PreviewEntry
from briefing_app.ui.desk import Desk
from briefing_app.ui.imports.wrapped import sentence_list
from briefing_app.ui.lists.rows_model import RowsModel
from briefing_app.ui.look import Role
from briefing_app.ui.look.look import STEP

_FATES: Mapping[Fate, tuple[str, str, Role]] = {
    Fate.NEW: ("+", N_("New"), Role.GOOD),
    Fate.UPDATED: ("~", N_("Updated"), Role.WARN),
    Fate.UNCHANGED: ("=", N_("Unchanged"), Role.MUTED),
}
"""The sign, the label and the colour of each."""
_HEADERS = (N_("What happens"), N_("Record"), N_("Fields that change"))


class EntriesModel(RowsModel[PreviewEntry]):
    """The records of one kind that a file brings: what happens, the name, what changes."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent, tuple(map(desk.wording.phrase, _HEADERS)))
        self._desk = desk

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A cell's words, and the colour of what happens."""
        if not index.isValid():
            return None
        entry = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(entry, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return self._desk.look.colour(_FATES[entry.fate][2])
        return None

    def _words(self, entry: PreviewEntry, column_number: int) -> str:
        wording = self._desk.wording
        if column_number == 0:
            sign, words, _role = _FATES[entry.fate]
            return f"{sign} {wording.phrase(words)}"
        if column_number == 1:
            return wording.text(entry.name)
        return wording.listing(map(wording.phrase, entry.changed)) if entry.changed else ""


class EntriesView(QSplitter):
    """The kinds of a preview at the left, the records of the chosen one at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk = desk
        self._by_kind: dict[str, list[PreviewEntry]] = {}
        self.kinds = sentence_list(desk.wording.phrase("Kinds of records"))
        self.kinds.currentRowChanged.connect(self._chosen)
        self.model = EntriesModel(desk, self)
        self.table = _table(self.model, desk.wording.phrase("Records of the file"))
        self.addWidget(self.kinds)
        self.addWidget(self.table)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 3)
        self.setChildrenCollapsible(False)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what a file brings; what changes something stands first."""
        found: dict[str, list[PreviewEntry]] = {}
        for entry in preview.entries:
            found.setdefault(entry.kind, []).append(entry)
        self._by_kind = {kind.name: found[kind.name] for kind in KINDS if kind.name in found}
        self.kinds.clear()
        for name, entries in self._by_kind.items():
            self.kinds.addItem(QListWidgetItem(self._kind_words(name, entries)))
        self.kinds.setCurrentRow(0)

    def _kind_words(self, kind: str, entries: Sequence[PreviewEntry]) -> str:
        wording = self._desk.wording
        counts = Counter(entry.fate for entry in entries)
        told = (
            wording.phrase(
                "{label}: {value}", label=wording.phrase(_FATES[fate][1]), value=counts[fate]
            )
            for fate in Fate
            if counts[fate]
        )
        return f"{wording.phrase(KIND_BY_NAME[kind].label)}\n{wording.run_on(told)}"

    def _chosen(self, number: int) -> None:
        if number >= 0:
            entries = list(self._by_kind.values())[number]
            self.model.show_rows(entries)
            changed = len(_HEADERS) - 1
            self.table.setColumnHidden(changed, not any(entry.changed for entry in entries))
            self.table.scrollToTop()


def _table(model: EntriesModel, name: str) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 2 * STEP)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return table
