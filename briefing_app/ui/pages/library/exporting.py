"""What the library gives away: case books, and all data as a workbook or JSON."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from briefing_app.services.library_files import GivenBack, all_data_apart
from briefing_app.services.library_view import industries_to_choose
from briefing_app.services.picking import Choice
from briefing_app.ui.desk import Desk
from briefing_app.ui.file_dialogs import file_to_save
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.pages.library.case_books import CaseBookDialog


class ExportMenu(QPushButton):
    """A button with a menu of what can be exported."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.wording.phrase("Export"))
        self._desk = desk
        wording = desk.wording
        self.setIcon(desk.look.icon(ScreenIcon.EXPORT))
        self.setIconSize(desk.look.icon_size)
        menu = QMenu(self)
        for words, act in (
            (wording.phrase("A case book"), self._ask_for_case_book),
            (wording.phrase("All data"), self._ask_for_file),
        ):
            action = QAction(words, menu)
            action.triggered.connect(act)
            menu.addAction(action)
        self.setMenu(menu)

    def export_all(self, out: Path) -> None:
        """Write all data to a file; told at the window's foot once it is there."""
        self._desk.workers.run_apart(
            all_data_apart,
            then=self._given_back,
            data=self._desk.workers.data,
            out=out,
            language=self._desk.language,
        )

    def _ask_for_file(self) -> None:
        wording = self._desk.wording
        name = wording.phrase("All data")
        workbook, json = (
            wording.phrase("Excel workbook"),
            wording.phrase("JSON, with logos and photos"),
        )
        usual = Path.home() / f"{name}.xlsx"
        filters = f"{workbook} (*.xlsx);;{json} (*.json)"
        chosen, _ = file_to_save(self, name, usual, filters)
        if chosen is not None:
            self.export_all(chosen)

    def _given_back(self, given: GivenBack) -> None:
        wording = self._desk.wording
        lines = [
            wording.counted(
                "{count} record written to {file}.",
                "{count} records written to {file}.",
                given.records,
                file=str(given.path),
            )
        ]
        if given.pictures_left_out:
            lines.append(
                wording.phrase(
                    "A workbook holds no logos or photos. To keep them, write to a .json file."
                )
            )
        self._desk.tell(wording.sentences(lines))

    def _ask_for_case_book(self) -> None:
        self._desk.ask(industries_to_choose, self._open_case_book)

    def _open_case_book(self, industries: tuple[Choice, ...]) -> None:
        CaseBookDialog(self._desk, industries, self.window()).open()
