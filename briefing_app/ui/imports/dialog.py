"""Import: choose a file, look at what it brings or what is wrong with it, keep it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from briefing_app.domain.message import say
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.helper_process import Step
from briefing_app.services.importable import IMPORTED_ENDINGS, NEEDING_A_CLIENT
from briefing_app.services.importing import (
    Fate,
    FaultyFile,
    ImportPreview,
    import_looked_at,
    look_at_import,
)
from briefing_app.services.picking import Choice
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.fields.picker import ClientPicker
from briefing_app.ui.file_dialogs import file_to_open, file_to_save
from briefing_app.ui.imports.drop import FileDrop
from briefing_app.ui.imports.entries import EntriesView
from briefing_app.ui.imports.faults import FaultsView
from briefing_app.ui.look.look import STEP
from briefing_app.ui.waiting import WaitingView
from briefing_app.ui.widgets import button, column, label, row, set_tone
from briefing_app.ui.workers import Job

if TYPE_CHECKING:
    from briefing_app.store.store import Store


_CARDS = ".vcf"


class ImportDialog(Dialog):
    """One file's way in. What is shown follows from what was read last."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: Path | None = None
        self._preview: ImportPreview | None = None
        self._job: Job | None = None
        self._needs_client = False
        self.setWindowTitle(desk.wording.phrase("Import"))
        self.entries = EntriesView(desk)
        self.faults = FaultsView(desk)
        self.waiting = WaitingView(desk)
        self.waiting.stopped.connect(self._stop)
        self.headline = label("", "heading")
        self.detail = label("", tone="muted")
        self.client = ClientPicker(desk, desk.wording.phrase("Client of these people"))
        self.client.picked.connect(self._client_picked)
        self._begin = self._beginning()
        self._client_line = self._line_of_client()
        self._stack = QStackedWidget()
        self._refused = QWidget()
        for part in (self._begin, self.waiting, self.entries, self.faults, self._refused):
            self._stack.addWidget(part)
        self._buttons = self._make_buttons()
        content = column(
            self.headline,
            self.detail,
            self._client_line,
            self._stack,
            self._buttons,
            margin=2 * STEP,
        )
        content.setStretchFactor(self._stack, 1)
        self.setLayout(content)
        self.ask_for(desk.look.scale, 980, 600)
        self._show_beginning()
        FileDrop(self, desk).dropped.connect(self._dropped)

    def look_at(self, file: Path) -> None:
        """Read a file and show what it would bring; nothing is kept."""
        self._file = file
        self._needs_client = False
        client = self.client.choice.id if self.client.choice is not None else ""
        self._wait(self._desk.wording.phrase("Reading {file}", file=file.name))
        self._job = self._desk.workers.run_apart(
            look_at_import,
            then=self._looked,
            failed=self._refuse,
            progress=self._progressed,
            stopped=self._show_beginning,
            data=self._desk.workers.data,
            file=file,
            client=client,
        )

    def keep(self) -> None:
        """Import what was looked at."""
        if self._preview is None or not self._preview.changes_anything:
            return
        self._wait(self._desk.wording.phrase("Importing {file}", file=self._preview.file.name))
        self._job = self._desk.workers.act_apart(
            import_looked_at,
            then=self._kept,
            failed=self._refuse,
            progress=self._progressed,
            stopped=self._show_beginning,
            data=self._desk.workers.data,
            preview=self._preview,
        )

    def choose(self) -> None:
        """Let the user choose a file."""
        wording = self._desk.wording
        kinds = wording.phrase("Files that can be imported")
        endings = " ".join(f"*{ending}" for ending in IMPORTED_ENDINGS)
        folder = self._file.parent if self._file is not None else Path.home()
        words = wording.phrase("Choose a file to import")
        chosen = file_to_open(self, words, folder, f"{kinds} ({endings})")
        if chosen is not None:
            self.look_at(chosen)

    def save_template(self) -> None:
        """Write a workbook to fill in."""
        wording = self._desk.wording
        name = wording.phrase("Clients to import")
        usual = Path.home() / f"{name}.xlsx"
        chosen, _ = file_to_save(self, wording.phrase("Save a template"), usual, "*.xlsx")
        if chosen is not None:
            self.write_template(chosen)

    def write_template(self, path: Path) -> None:
        """Write the template to a path and say so."""
        work = partial(_write_template, path=path, language=self._desk.language)
        self._desk.ask(work, self._template_written, self._refuse)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is still being read is not waited for."""
        self._stop()
        super().closeEvent(event)

    def reject(self) -> None:
        """Close without keeping anything."""
        self._stop()
        super().reject()

    # What is shown

    def _beginning(self) -> QWidget:
        wording = self._desk.wording
        made = QWidget()
        made.setLayout(
            column(
                label(
                    wording.phrase(
                        "Choose an Excel workbook, a CSV file, business cards (vCard) or our JSON,"
                        " or drop one on the window. You see everything before it is kept."
                    )
                ),
                row(button(wording.phrase("Choose a file"), self.choose, primary=True), None),
                label(
                    wording.phrase(
                        "No file yet? A template is a workbook with every column explained and"
                        " examples to write over."
                    ),
                    tone="muted",
                ),
                row(button(wording.phrase("Save a template"), self.save_template), None),
                None,
                space=2 * STEP,
            )
        )
        return made

    def _line_of_client(self) -> QWidget:
        made = QWidget()
        words = label(self._desk.wording.phrase("Client of these people"), wraps=False)
        words.setBuddy(self.client)
        made.setLayout(row(words, self.client))
        made.setToolTip(
            self._desk.wording.phrase(
                "For people whose card or row names no company. Those that name one stay with it."
            )
        )
        return made

    def _make_buttons(self) -> QWidget:
        wording = self._desk.wording
        self.keep_button = button(wording.phrase("Import"), self.keep, primary=True)
        self._again = button(
            wording.phrase("Check again"),
            self._look_again,
            primary=True,
            tip=wording.phrase("Correct the file in its own program, save it there, then check."),
        )
        self._open = button(wording.phrase("Open the file"), self._open_file)
        self._other = button(wording.phrase("Choose another file"), self.choose)
        self._close = button(wording.phrase("Close"), self.reject)
        line: QHBoxLayout = row(
            self._other, self._open, None, self._close, self._again, self.keep_button
        )
        made = QWidget()
        made.setLayout(line)
        return made

    def _show(self, part: QWidget, headline: str, detail: str, *buttons: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self.headline.setText(headline)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        ending = self._file.suffix.lower() if self._file is not None else ""
        is_asked = self._needs_client or self.client.choice is not None or ending == _CARDS
        is_of_people = ending in NEEDING_A_CLIENT and part is not self.waiting
        self._client_line.setVisible(is_asked and is_of_people)
        set_tone(self.detail, "tone", "bad" if part is self._refused else "muted")
        for one in (self._other, self._open, self._again, self.keep_button):
            one.setVisible(one in buttons)

    def _show_beginning(self) -> None:
        self._job = None
        self._file = None
        self._show(self._begin, self._desk.wording.phrase("Bring data in"), "")

    def _wait(self, words: str) -> None:
        self.waiting.begin()
        self._show(self.waiting, words, "")

    def _progressed(self, step: Step) -> None:
        self.waiting.show_step(step)

    def _looked(self, found: ImportPreview | FaultyFile) -> None:
        self._job = None
        if isinstance(found, FaultyFile):
            self._show_faults(found)
        else:
            self._show_preview(found)

    def _show_preview(self, preview: ImportPreview) -> None:
        wording = self._desk.wording
        self._preview = preview
        self.entries.show_preview(preview)
        detail = [self._counts(preview)]
        if preview.skipped_examples:
            detail.append(
                wording.counted(
                    "{count} example row was left out.",
                    "{count} example rows were left out.",
                    preview.skipped_examples,
                )
            )
        if not preview.changes_anything:
            detail.append(wording.phrase("All of it is there already; nothing is left to import."))
        self.keep_button.setEnabled(preview.changes_anything)
        self._show(
            self.entries,
            preview.file.name,
            wording.sentences(detail),
            self._other,
            self.keep_button,
        )
        self.keep_button.setFocus()

    def _counts(self, preview: ImportPreview) -> str:
        new, updated, unchanged = (len(preview.of(fate)) for fate in Fate)
        return self._desk.wording.phrase(
            "New: {new}, updated: {updated}, unchanged: {unchanged}.",
            new=new,
            updated=updated,
            unchanged=unchanged,
        )

    def _show_faults(self, faulty: FaultyFile) -> None:
        wording = self._desk.wording
        self._needs_client = faulty.needs_client
        self.faults.show_file(faulty)
        has_list = bool(faulty.tables or faulty.others)
        detail = wording.message(faulty.headline)
        if faulty.needs_client:
            detail = wording.sentences(
                (detail, wording.phrase("Choose their client in the line below."))
            )
        self._show(
            self.faults if has_list else self._refused,
            faulty.file.name,
            detail,
            self._other,
            self._open,
            self._again,
        )
        (self.client if faulty.needs_client else self.faults.list).setFocus()

    def _refuse(self, error: UserError) -> None:
        self._job = None
        name = self._file.name if self._file is not None else ""
        self._show(self._refused, name, self._desk.wording.error(error), self._other, self._again)
        self._again.setFocus()

    # What is done

    def _dropped(self, file: Path) -> None:
        if self._job is None:
            self.look_at(file)

    def _kept(self, _change: Change) -> None:
        self.accept()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _client_picked(self, choice: Choice | None) -> None:
        if choice is not None:
            self._look_again()

    def _look_again(self) -> None:
        if self._file is not None:
            self.look_at(self._file)

    def _open_file(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))

    def _template_written(self, path: Path) -> None:
        self._desk.tell(say("Written to {file}. Fill it in, then import it.", file=str(path)))


def _write_template(_store: Store, path: Path, language: Language) -> Path:
    from briefing_app.services.exchange_data import write_template

    write_template(path, language)
    return path
