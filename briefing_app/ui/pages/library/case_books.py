"""Binding success cases into a book, by industry."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFormLayout, QStackedWidget, QWidget

from briefing_app.domain.message import say_count
from briefing_app.domain.text import Language
from briefing_app.errors import ManyProblems, UserError
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.helper_process import Step
from briefing_app.services.library_files import case_books_apart
from briefing_app.services.picking import Choice
from briefing_app.services.preferences import export_folder_of
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.file_dialogs import folder_to_use
from briefing_app.ui.look.look import STEP
from briefing_app.ui.waiting import WaitingView
from briefing_app.ui.widgets import button, column, label, row
from briefing_app.ui.workers import Job

_MOST_PROBLEMS = 8


class CaseBookDialog(Dialog):
    """Which industry, in which language, into which folder."""

    def __init__(self, desk: Desk, industries: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        phrase = desk.wording.phrase
        self.setWindowTitle(phrase("A case book"))
        self.folder = export_folder_of(desk.preferences)
        self.industry = self._made_industry(industries)
        self.language = self._made_language()
        self.words = label("", tone="bad")
        self.waiting = WaitingView(desk)
        self.waiting.stopped.connect(self._stop)
        self._stack = QStackedWidget()
        self._form = self._make_form()
        self._stack.addWidget(self._form)
        self._stack.addWidget(self.waiting)
        self.make_button = button(phrase("Make it"), self.make, primary=True)
        self.make_button.setDefault(True)
        self._open = button(phrase("Open the folder"), self._open_folder)
        self._open.hide()
        self._compose()
        self.ask_for(desk.look.scale, 520)

    def make(self) -> None:
        """Write the books."""
        self._stack.setCurrentWidget(self.waiting)
        self.waiting.begin()
        self.words.setText("")
        self.make_button.setEnabled(False)
        desk = self._desk
        self._job = desk.workers.run_apart(
            case_books_apart,
            then=self._made,
            failed=self._refused,
            progress=self._progressed,
            stopped=self._ended,
            data=desk.workers.data,
            out=self.folder,
            wishes=ExportWishes(
                language=Language(self.language.currentData()), theme=desk.preferences.theme
            ),
            industry=self.industry.currentData(),
            today=desk.today(),
            now=desk.now(),
        )

    def reject(self) -> None:
        """Close; what has not begun is not made."""
        self._stop()
        super().reject()

    def _made_industry(self, industries: Sequence[Choice]) -> QComboBox:
        wording = self._desk.wording
        made = _box(wording.phrase("Industry"))
        made.addItem(wording.phrase("A book for each industry"), "")
        for one in industries:
            made.addItem(wording.text(one.name), one.id)
        return made

    def _made_language(self) -> QComboBox:
        made = _box(self._desk.wording.phrase("Language"))
        for language, words in ((Language.ZH, "中文"), (Language.EN, "English")):
            made.addItem(words, language.value)
        made.setCurrentIndex(made.findData(self._desk.language.value))
        return made

    def _compose(self) -> None:
        phrase = self._desk.wording.phrase
        told = phrase(
            "The success cases of an industry bound together for print. Only those"
            " whose customers agreed are in it."
        )
        close = button(phrase("Close"), self.reject)
        self.setLayout(
            column(
                label(phrase("A case book"), "heading"),
                label(told, tone="muted"),
                self._stack,
                self.words,
                row(self._open, None, close, self.make_button),
                margin=2 * STEP,
                space=2 * STEP,
            )
        )

    def _make_form(self) -> QWidget:
        phrase = self._desk.wording.phrase
        self._folder_words = label(str(self.folder))
        made = QWidget()
        form = QFormLayout(made)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(phrase("Industry"), self.industry)
        form.addRow(phrase("Language"), self.language)
        choose = button(phrase("Choose a folder"), self._choose_folder)
        line = row(self._folder_words, choose)
        line.setStretchFactor(self._folder_words, 1)
        form.addRow(phrase("Folder"), line)
        return made

    def _choose_folder(self) -> None:
        words = self._desk.wording.phrase("Choose a folder")
        chosen = folder_to_use(self, words, self.folder)
        if chosen is not None:
            self.folder = chosen
            self._folder_words.setText(str(chosen))

    def _progressed(self, step: Step) -> None:
        self.waiting.show_step(step)

    def _made(self, files: tuple[Path, ...]) -> None:
        self._ended()
        self._desk.tell(
            say_count(
                "{count} file written to {folder}.",
                "{count} files written to {folder}.",
                len(files),
                folder=str(self.folder),
            )
        )
        self._open.show()
        names = self._desk.wording.listing(file.name for file in files)
        self.words.setText(names)
        self.words.setProperty("tone", "good")
        self.words.style().polish(self.words)

    def _refused(self, error: UserError) -> None:
        self._ended()
        wording = self._desk.wording
        lines = [wording.error(error)]
        if isinstance(error, ManyProblems):
            lines += [wording.error(one) for one in error.problems[:_MOST_PROBLEMS]]
        self.words.setText("\n".join(lines))

    def _ended(self) -> None:
        self._job = None
        self._stack.setCurrentWidget(self._form)
        self.make_button.setEnabled(True)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    return made
