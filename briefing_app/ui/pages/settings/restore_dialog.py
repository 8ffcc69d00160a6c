"""Restoring a backup: what is in it beside what is here now, then the step itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget

from briefing_app.domain.contents import Contents
from briefing_app.errors import UserError
from briefing_app.services.helper_process import Step
from briefing_app.services.restoring import (
    BackupView,
    Restored,
    backups_folder,
    look_at_backup,
    restore_backup,
)
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, clear, column, label, row
from briefing_app.ui.workers import Job


class RestoreDialog(Dialog):
    """Looks at a backup at once; nothing is changed before “Restore” is pressed."""

    def __init__(self, desk: Desk, backup: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._backup = backup
        self._is_restoring = False
        phrase = desk.wording.phrase
        self.setWindowTitle(phrase("Restore a backup"))
        self._content: QVBoxLayout = column(space=STEP)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(phrase("Progress of the restoring"))
        self.restore_button = button(phrase("Restore"), self.restore, primary=True)
        self.restore_button.hide()
        self.close_button = button(phrase("Cancel"), self.reject)
        buttons = row(None, self.close_button, self.restore_button)
        self.setLayout(
            column(self._content, self._progress, buttons, margin=2 * STEP, space=2 * STEP)
        )
        self.ask_for(desk.look.scale, 520)
        self._job: Job = self._look()

    def restore(self) -> None:
        """Put the backup in the place of the data; what was typed was kept before."""
        desk = self._desk
        self._is_restoring = True
        self.restore_button.hide()
        self.close_button.setEnabled(False)
        self._progress.show()
        self._job = desk.workers.run_alone(
            restore_backup,
            then=self._restored,
            failed=self._refused,
            progress=self._told,
            data=desk.workers.data,
            backup=self._backup,
            now=desk.now(),
        )

    def reject(self) -> None:
        """Leave everything as it is; what is being put in place cannot be left half way."""
        if not self._is_restoring:
            self._job.stop()
            super().reject()

    def _look(self) -> Job:
        self._show(label(self._desk.wording.phrase("The backup is being checked.")))
        return self._desk.workers.run_apart(
            look_at_backup,
            then=self._looked,
            failed=self._refused,
            data=self._desk.workers.data,
            backup=self._backup,
        )

    def _looked(self, view: BackupView) -> None:
        phrase = self._desk.wording.phrase
        self._progress.hide()
        made = phrase("Written on {moment}", moment=self._moment(view.made_at))
        self._show(
            label(view.path.name, "heading"),
            label(made, tone="muted"),
            self._comparison(view),
            label(
                phrase(
                    "The backup takes the place of everything that is here now. Before that, what"
                    " is here now is kept as a backup in {folder}.",
                    folder=str(backups_folder(self._desk.workers.data)),
                )
            ),
            label(
                phrase(
                    "Ctrl+Z begins anew afterwards: to go back, restore the backup that was kept."
                ),
                tone="muted",
            ),
        )
        self.restore_button.show()
        self.restore_button.setFocus()

    def _comparison(self, view: BackupView) -> QWidget:
        phrase = self._desk.wording.phrase
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(3, 1)
        head = ("", phrase("In the backup"), phrase("Here now"))
        for line, cells in enumerate((head, *self._lines(view))):
            for place, words in enumerate(cells):
                tone = "" if line and place else "muted"
                cell = label(words, tone=tone, wraps=False)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                if place:
                    cell.setAlignment(right)
                grid.addWidget(cell, line, place)
        return made

    def _lines(self, view: BackupView) -> Iterator[tuple[str, str, str]]:
        phrase, number = self._desk.wording.phrase, self._desk.wording.number
        holds, present = view.holds, view.present
        none = Contents(0, 0, 0, None)
        now = present or none
        yield phrase("Clients"), number(holds.clients), number(now.clients)
        yield phrase("People"), number(holds.people), number(now.people)
        yield phrase("Visits"), number(holds.visits), number(now.visits)
        yield (
            phrase("Last change"),
            self._moment(holds.changed_at),
            self._moment(now.changed_at),
        )

    def _moment(self, at: datetime | None) -> str:
        wording = self._desk.wording
        return wording.moment(at.astimezone()) if at else wording.phrase("not known")

    def _told(self, step: Step) -> None:
        self._show(label(self._desk.wording.message(step.message)))

    def _restored(self, restored: Restored) -> None:
        self._is_restoring = False
        self.accept()
        self._desk.data_replaced.emit(restored)

    def _refused(self, error: UserError) -> None:
        self._is_restoring = False
        self._progress.hide()
        self.close_button.setEnabled(True)
        self.close_button.setText(self._desk.wording.phrase("Close"))
        nothing = self._desk.wording.phrase("Your data are as they were.")
        self._show(label(self._desk.wording.error(error), tone="bad"), label(nothing, tone="muted"))

    def _show(self, *parts: QWidget) -> None:
        clear(self._content)
        for part in parts:
            self._content.addWidget(part)
