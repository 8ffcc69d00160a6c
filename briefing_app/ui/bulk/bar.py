"""What can be done with the rows that are selected in a list, below it and in its menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelection, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from briefing_app.services.bulk import Listed, Ranges
from briefing_app.services.bulk_deletion import DeletionView, deletion_view
from briefing_app.services.bulk_view import ManyView, many_view
from briefing_app.services.editing import delete_records
from briefing_app.ui.desk import Desk
from briefing_app.ui.lists.view import LazyList
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import button, icon_button, label, row


class BulkBar(QWidget):
    """Stands below a list of records of one kind, and is there while several are selected."""

    def __init__(self, desk: Desk, shown: LazyList) -> None:
        super().__init__()
        self._desk = desk
        self._list = shown
        self._kind = ""
        self._listed: Listed | None = None
        phrase = desk.wording.phrase
        self.words = label("", "caption", wraps=False)
        self.change_button = button(phrase("Change"), self.change)
        delete = icon_button(desk.look, ScreenIcon.DELETE, phrase("Delete"), self.delete)
        self.setLayout(row(self.words, None, self.change_button, delete))
        self.hide()
        view = shown.view
        view.selectionModel().selectionChanged.connect(self._selected)
        shown.model.modelReset.connect(self._show_count)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), view)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.delete)

    def show_listed(self, kind: str, listed: Listed) -> None:
        """What the list shows from now on; ``kind`` is empty where rows are not records of one
        kind, which are not changed together."""
        self._kind, self._listed = kind, listed
        modes = QAbstractItemView.SelectionMode
        self._list.view.setSelectionMode(modes.ExtendedSelection if kind else modes.SingleSelection)
        self._show_count()

    def change(self) -> None:
        """Ask what to change of the selected records."""
        listed, ranges = self._listed, self._ranges()
        if self._kind and listed is not None and ranges:
            work = partial(many_view, kind=self._kind, listed=listed, ranges=ranges)
            self._desk.ask(work, self._ask_for_change)

    def delete(self) -> None:
        """Put the selected records into the trash; ask first where that is worth a question."""
        listed, ranges = self._listed, self._ranges()
        if self._kind and listed is not None and ranges:
            work = partial(
                deletion_view, kind=self._kind, listed=listed, ranges=ranges, now=self._desk.now()
            )
            self._desk.ask(work, self._delete)

    def _ask_for_change(self, view: ManyView) -> None:
        from briefing_app.ui.bulk.change_dialog import ChangeManyDialog

        ChangeManyDialog(self._desk, view, self.window()).open()

    def _delete(self, view: DeletionView) -> None:
        from briefing_app.ui.bulk.deletion import DeleteManyDialog

        if view.is_worth_a_question:
            DeleteManyDialog(self._desk, view, self.window()).open()
        else:
            self._desk.act(partial(delete_records, kind=view.kind, ids=view.ids))

    def _ranges(self) -> Ranges:
        """Where the selected rows stand, those that were not read yet among them."""
        selection = self._list.view.selectionModel().selection()
        return tuple((one.top(), one.bottom() - one.top() + 1) for one in selection.toList())

    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._show_count()

    def _show_count(self) -> None:
        count = sum(size for _, size in self._ranges())
        wording = self._desk.wording
        self.words.setText(wording.counted("{count} selected", "{count} selected", count))
        self.setVisible(count > 1 and bool(self._kind))

    def _show_menu(self, place: QPoint) -> None:
        if not (self._kind and self._ranges()):
            return
        phrase = self._desk.wording.phrase
        menu = QMenu(self)
        menu.addAction(phrase("Change"), self.change)
        menu.addAction(phrase("Delete"), self.delete)
        menu.exec(self._list.view.viewport().mapToGlobal(place))
        menu.deleteLater()
