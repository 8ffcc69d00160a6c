"""Exporting a visit: what is wished for, how far it is, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing_app.domain.audience import Audience
from briefing_app.domain.export_record import ExportKind
from briefing_app.domain.text import Language
from briefing_app.errors import ManyProblems, UserError
from briefing_app.services.export_apart import (
    ExportDone,
    ExportOrder,
    ExportWithheld,
    export_apart,
)
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.helper_process import Step
from briefing_app.services.preferences import export_folder_of
from briefing_app.services.print_editions import PrintEdition
from briefing_app.services.visit_page import VisitPage
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.look.look import STEP
from briefing_app.ui.template_choice import TemplateChoice
from briefing_app.ui.widgets import button, clear, column, label, row, scrolling
from briefing_app.ui.workers import Job

_WIDTH = 460


class ExportDialog(Dialog):
    """``withheld`` gives what the gate kept in, document by document."""

    withheld = Signal(object)

    def __init__(
        self,
        desk: Desk,
        page: VisitPage,
        wishes: ExportWishes,
        parent: QWidget | None = None,
        kind: ExportKind = ExportKind.DOCUMENTS,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._wishes = wishes
        self._kind = kind
        self._job: Job | None = None
        self._done: ExportDone | None = None
        phrase = desk.wording.phrase
        self.setWindowTitle(phrase("Export: {client}", client=page.client_name))
        self._language = QComboBox()
        self._audiences = {one: QCheckBox(desk.wording.label(one)) for one in Audience}
        self._editions = {one: QCheckBox(self._edition(one)) for one in PrintEdition}
        self._with_pdf = QCheckBox(phrase("Each deck as a PDF, too"))
        has_decks = kind is ExportKind.DOCUMENTS
        self.template = TemplateChoice(desk, wishes.template if has_decks else None)
        self.template.chosen.connect(self._offer_pdf)
        self._steps = QStackedWidget()
        self._progress = QProgressBar()
        self._step = label("")
        self._outcome: QVBoxLayout = column()
        self._start = button(phrase("Export"), self._begin, primary=True)
        self._start.setDefault(True)
        self._stop = button(phrase("Cancel"), self._cancel)
        self._folder = button(phrase("Open folder"), self._open_folder)
        self._compose()

    def reject(self) -> None:
        """Closing the dialog stops what is at work."""
        if self._job is not None:
            self._cancel()
        super().reject()

    def _compose(self) -> None:
        choices = self._choices()
        self._steps.addWidget(scrolling(choices))
        working, outcome = QWidget(), QWidget()
        working.setLayout(column(self._step, self._progress, None))
        self._outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        outcome.setLayout(self._outcome)
        self._steps.addWidget(working)
        self._steps.addWidget(scrolling(outcome))
        self._progress.setAccessibleName(self._desk.wording.phrase("Progress of the export"))
        self._folder.hide()
        buttons = row(None, self._folder, self._stop, self._start)
        self.setLayout(column(self._steps, buttons, margin=2 * STEP, space=2 * STEP))
        width = round(_WIDTH * self._desk.look.scale)
        self.setMinimumWidth(width)
        needed = choices.sizeHint().height() + buttons.sizeHint().height()
        self.resize(width, needed + 7 * STEP)  # within the window; what has no room scrolls

    def _choices(self) -> QWidget:
        phrase = self._desk.wording.phrase
        self._language.addItems(["中文", "English"])
        self._language.setCurrentIndex(list(Language).index(self._wishes.language))
        self._language.setAccessibleName(phrase("Language of the documents"))
        for audience, box in self._audiences.items():
            box.setChecked(audience in self._wishes.audiences)
        folder = str(export_folder_of(self._desk.preferences))
        parts: list[QWidget] = [label(phrase("Language"), "caption"), self._language]
        if self._kind is ExportKind.DOCUMENTS:
            none = phrase("Without a choice there is one deck, for those at the table.")
            parts += [label(phrase("Decks for"), "caption"), *self._audiences.values()]
            parts += [label(none, "caption"), label(phrase("Besides"), "caption"), self._with_pdf]
            parts += self._editions.values()
            parts += [label(phrase("PowerPoint template of the decks"), "caption"), self.template]
            self._offer_pdf(self.template.template)
        parts += [label(phrase("Into a folder of its own in {folder}", folder=folder), "caption")]
        made = QWidget()
        made.setLayout(column(*parts, None))
        return made

    def _offer_pdf(self, template: Path | None) -> None:
        """Only PowerPoint can draw what a template brings."""
        why = self._desk.wording.phrase(
            "A deck on your template becomes a PDF in PowerPoint: open it there and choose Save as"
            " PDF."
        )
        self._with_pdf.setEnabled(template is None)
        self._with_pdf.setToolTip("" if template is None else why)
        if template is not None:
            self._with_pdf.setChecked(False)

    def _edition(self, edition: PrintEdition) -> str:
        phrase = self._desk.wording.phrase
        return {
            PrintEdition.MARKS: phrase("The brochure with crop marks, for a printer"),
            PrintEdition.BOOKLET: phrase("The brochure as an A3 booklet"),
        }[edition]

    def _order(self) -> ExportOrder:
        wishes = replace(
            self._wishes,
            language=list(Language)[self._language.currentIndex()],
            audiences=tuple(one for one, box in self._audiences.items() if box.isChecked()),
            print_editions=tuple(one for one, box in self._editions.items() if box.isChecked()),
            with_pdf=self._with_pdf.isChecked(),
            template=self.template.template,
        )
        return ExportOrder(
            visit=self._page.visit.id,
            kind=self._kind,
            out=export_folder_of(self._desk.preferences),
            wishes=wishes,
            today=self._desk.today(),
            now=self._desk.now(),
        )

    def _begin(self) -> None:
        self._start.hide()
        self._folder.hide()
        self._stop.setText(self._desk.wording.phrase("Cancel"))
        self._step.setText(self._desk.wording.phrase("Getting ready..."))
        self._progress.setRange(0, 0)
        self._steps.setCurrentIndex(1)
        self._stop.setFocus()
        self._job = self._desk.workers.run_apart(
            export_apart,
            then=self._exported,
            failed=self._refused,
            progress=self._told,
            stopped=self._was_stopped,
            data=self._desk.workers.data,
            order=self._order(),
        )

    def _cancel(self) -> None:
        if self._job is None:
            super().reject()
            return
        self._job.stop()
        self._step.setText(self._desk.wording.phrase("Stopping..."))

    def _told(self, step: Step) -> None:
        self._progress.setRange(0, step.total)
        self._progress.setValue(step.number - 1)
        self._step.setText(self._desk.wording.message(step.message))

    def _exported(self, outcome: ExportDone | ExportWithheld) -> None:
        self._job = None
        if isinstance(outcome, ExportWithheld):
            self.withheld.emit(outcome.documents)
            count = sum(len(document.findings) for document in outcome.documents)
            self._tell(self._withheld_words(count), "bad")
            return
        self._done = outcome
        self._desk.workers.announce(outcome.change)
        wording = self._desk.wording
        self._tell(wording.phrase("Written to {folder}:", folder=str(outcome.folder)), "good")
        for path in outcome.files:
            self._outcome.addWidget(label(path.name))
        for notice in outcome.notices:
            self._outcome.addWidget(label(wording.message(notice), tone="warn"))
        self._folder.show()
        self._folder.setFocus()

    def _withheld_words(self, count: int) -> str:
        return self._desk.wording.counted(
            "Nothing was written: {count} finding keeps the export in. It stands under “Check”"
            " with what to do.",
            "Nothing was written: {count} findings keep the export in. They stand under “Check”"
            " with what to do.",
            count,
        )

    def _refused(self, error: UserError) -> None:
        self._job = None
        wording = self._desk.wording
        self._tell(wording.error(error), "bad")
        if isinstance(error, ManyProblems):
            for problem in error.problems:
                self._outcome.addWidget(label(wording.error(problem)))

    def _was_stopped(self) -> None:
        self._job = None
        self._tell(self._desk.wording.phrase("Stopped. Nothing was written."), "muted")

    def _tell(self, words: str, tone: str) -> None:
        clear(self._outcome)
        self._outcome.addWidget(label(words, tone=tone))
        self._steps.setCurrentIndex(2)
        self._stop.setText(self._desk.wording.phrase("Close"))

    def _open_folder(self) -> None:
        if self._done is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._done.folder)))
