"""The trash: what was deleted, a way back for each, and an end for all of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMessageBox, QWidget

from briefing_app.errors import UserError
from briefing_app.services.changes import Change, TooLong
from briefing_app.services.trash_rows import TrashList, TrashRow
from briefing_app.services.undoing import empty_trash, restore_apart, restore_at_once
from briefing_app.ui.bulk.apart import ActApart
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.lists.delegate import RowFace
from briefing_app.ui.lists.model import RowRole
from briefing_app.ui.lists.view import LazyList
from briefing_app.ui.look.look import STEP
from briefing_app.ui.refusal_line import RefusalLine
from briefing_app.ui.widgets import button, column, label, row


class TrashDialog(Dialog):
    """Deletions, the last one first; Enter restores the chosen one."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._restoring = 0
        wording = desk.wording
        self.setWindowTitle(wording.phrase("Trash"))
        self.list = LazyList(desk, wording.phrase("Trash"), self._face)
        self.list.opened.connect(self._restore)
        self.apart = ActApart(desk, self.list)
        self.apart.done.connect(self._restored)
        self.apart.refused.connect(self._refused)
        self.apart.stopped.connect(self._let_act)
        self.list.model.loaded.connect(self._loaded)
        self.words = RefusalLine(desk)
        self.restore_button = button(wording.phrase("Restore"), self.restore, primary=True)
        self.empty_button = button(wording.phrase("Empty the trash"), self._confirm)
        self._close = button(wording.phrase("Close"), self.reject)
        content = column(
            label(wording.phrase("Trash"), "heading"),
            label(
                wording.phrase("What you restore comes back with all that belonged to it."),
                tone="muted",
            ),
            self.apart,
            self.words,
            row(self.empty_button, None, self._close, self.restore_button),
            margin=2 * STEP,
        )
        content.setStretchFactor(self.apart, 1)
        self.setLayout(content)
        self.ask_for(desk.look.scale, 720, 520)
        desk.changed.connect(self._changed)
        self._read()

    def restore(self) -> None:
        """Put back the chosen deletion."""
        found = self.list.view.currentIndex().data(RowRole)
        if isinstance(found, TrashRow):
            self._restore(found.id)

    def empty(self) -> None:
        """Remove everything in the trash for good."""
        self._desk.act(empty_trash, self._emptied, self.words.refuse)

    def reject(self) -> None:
        """Close; what is being restored is stopped, and stays in the trash then."""
        self.apart.stop()
        super().reject()

    def _face(self, found: TrashRow) -> RowFace:
        wording = self._desk.wording
        names = [wording.text(found.name)]
        if found.others is not None:
            names.append(wording.message(found.others))
        below = (wording.phrase(found.kind), wording.text(found.owner))
        return RowFace(
            title=" ".join(names),
            below=wording.run_on(below),
            right=wording.moment(found.deleted_at.astimezone()),
        )

    def _read(self) -> None:
        self.list.show_query(TrashList(), self._desk.wording.phrase("The trash is empty."))

    def _loaded(self, count: int) -> None:
        self._let_act_on(count)
        if count and not self.list.view.currentIndex().isValid():
            self.list.view.setCurrentIndex(self.list.model.index(0))

    def _restore(self, act: str) -> None:
        self.words.hide()
        self._restoring = int(act)
        work = partial(restore_at_once, act=self._restoring)
        self._desk.act(work, self._restored, self._refused)

    def _restored(self, change: Change | TooLong) -> None:
        if isinstance(change, TooLong):
            self.apart.run(restore_apart, act=self._restoring)
        self._let_act()

    def _let_act(self) -> None:
        self._let_act_on(self.list.model.rowCount())

    def _let_act_on(self, count: int) -> None:
        """What is being restored apart is stopped by the button beside its bar alone."""
        for one in (self.empty_button, self._close, self.restore_button):
            one.setVisible(not self.apart.is_running)
        self.restore_button.setEnabled(count > 0)
        self.empty_button.setEnabled(count > 0)

    def _confirm(self) -> None:
        wording = self._desk.wording
        asked = QMessageBox(self)
        asked.setWindowTitle(wording.phrase("Empty the trash"))
        asked.setIcon(QMessageBox.Icon.Warning)
        asked.setText(
            wording.phrase(
                "Remove everything in the trash for good? What you did before the last deletion"
                " cannot be undone afterwards."
            )
        )
        remove = asked.addButton(
            wording.phrase("Empty the trash"), QMessageBox.ButtonRole.DestructiveRole
        )
        leave = asked.addButton(wording.phrase("Cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(leave)  # Enter may be a slip of the hand
        asked.setEscapeButton(leave)
        remove.clicked.connect(self.empty)
        asked.open()

    def _emptied(self, _change: Change) -> None:
        self._read()

    def _changed(self, _change: Change) -> None:
        self._read()

    def _refused(self, error: UserError) -> None:
        self._let_act()
        self.words.refuse(error)
