"""The library page: sections above, a list at the left, the chosen record at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QSplitter, QStackedWidget, QTabBar, QWidget

from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.creating import Created
from briefing_app.services.editing import delete_records
from briefing_app.services.library_rows import LibraryList, LibraryRow, Section
from briefing_app.services.library_view import LibraryView, choices_of_library, library_view
from briefing_app.services.parts import remove_at
from briefing_app.ui.bulk.bar import BulkBar
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.lists.delegate import RowFace
from briefing_app.ui.lists.model import RowRole
from briefing_app.ui.lists.view import EmptyState, LazyList
from briefing_app.ui.look import Role
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages.library.adding import ADDINGS, COMPANY, Adding, AddingDialog
from briefing_app.ui.pages.library.detail import LibraryDetail
from briefing_app.ui.pages.library.exporting import ExportMenu
from briefing_app.ui.widgets import button, column, label, row
from briefing_app.ui.workers import Request

if TYPE_CHECKING:
    from briefing_app.services.picking import Choice

_KINDS = ("product", "case", "industry", "company", "colleague", "logo")
_SECTION_OF = {
    "product": Section.PRODUCTS,
    "case": Section.CASES,
    "industry": Section.INDUSTRIES,
    "company": Section.OUR_SIDE,
    "colleague": Section.OUR_SIDE,
}
_CHANGED_TOGETHER = {Section.PRODUCTS: "product", Section.CASES: "case"}
"""The sections of which several rows can be changed at once, and the kind of their records."""
_SHARES = [320, 800]


class LibraryPage(QWidget):
    """Shows one section at a time; the record that is shown saves itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: LibraryRow | None = None
        self._request: Request | None = None
        self.detail: LibraryDetail | None = None
        self.sections = self._make_sections()
        self.search = self._make_search()
        self.list = LazyList(desk, desk.wording.phrase("Library"), self._face, several=True)
        self.bulk = BulkBar(desk, self.list)
        self.list.chosen.connect(self._chosen)
        self.list.model.loaded.connect(self._loaded)
        self.add_button: QPushButton = button("", self.add)
        self.right = QStackedWidget()
        self._nothing = EmptyState()
        self.right.addWidget(self._nothing)
        self._compose()
        desk.changed.connect(self._changed)
        self.show_section(Section.PRODUCTS)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return tuple(Section)[self.sections.currentIndex()]

    def open(self, place: Place) -> None:
        """Show a record, where the place's part is its kind; or the section that part names."""
        if place.record_id:
            section = _SECTION_OF[place.part or "product"]
            self.show_section(section)
            row = LibraryRow(
                id=place.record_id,
                kind=place.part or "product",
                record_id=place.record_id,
                title=Text(),
                below=Text(),
            )
            self._show(row)
        elif place.part:
            self.show_section(next(one for one in Section if one.value == place.part))

    def here(self) -> Place:
        """The record that is shown; the section for none, or a part of one."""
        if self._row is None or self._row.path:
            return Place("library", part=self.section.value)
        return Place("library", self._row.record_id, self._row.kind)

    def show_section(self, section: Section) -> None:
        """Show the list of a section."""
        number = tuple(Section).index(section)
        if self.sections.currentIndex() == number and self.list.model.rowCount():
            return
        self.sections.blockSignals(True)
        self.sections.setCurrentIndex(number)
        self.sections.blockSignals(False)
        self.search.clear()
        self._drop_detail()
        self.add_button.setText(self._desk.wording.phrase(ADDINGS[section].title))
        self._list_anew()

    def add(self) -> None:
        """Add something to the section."""
        self._desk.ask(choices_of_library, self._ask_for_new)

    def delete(self) -> None:
        """Move what is shown to the trash; a part of a record is taken out of it."""
        if self._row is None:
            return
        row = self._row
        self._drop_detail()
        if row.path:
            *path, position = row.path
            work = partial(
                remove_at,
                kind=row.kind,
                record_id=row.record_id,
                path=tuple(path),
                position=int(position),
            )
        else:
            work = partial(delete_records, kind=row.kind, ids=(row.record_id,))
        self._desk.act(work)

    # How it is put together

    def _make_sections(self) -> QTabBar:
        made = QTabBar()
        made.setDrawBase(False)
        made.setExpanding(False)
        made.setUsesScrollButtons(True)
        made.setAccessibleName(self._desk.wording.phrase("Parts of the library"))
        for section in Section:
            made.addTab(self._desk.wording.label(section))
        made.currentChanged.connect(self._section_chosen)
        return made

    def _make_search(self) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(self._desk.wording.phrase("Search this list"))
        made.setAccessibleName(made.placeholderText())
        made.setClearButtonEnabled(True)
        made.textChanged.connect(self._list_anew)
        return made

    def _compose(self) -> None:
        wording = self._desk.wording
        bring = button(wording.phrase("Import a file"), partial(self._desk.command, "import"))
        head = row(label(wording.phrase("Library"), "title"), None, bring, ExportMenu(self._desk))
        left = QWidget()
        left.setLayout(column(self.search, self.list, self.bulk, self.add_button))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("library")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.right)
        splitter.setSizes(_SHARES)
        splitter.setStretchFactor(1, 1)
        content = column(head, self.sections, splitter, margin=2 * STEP)
        content.setStretchFactor(splitter, 1)
        self.setLayout(content)

    def _face(self, found: LibraryRow) -> RowFace:
        wording = self._desk.wording
        return RowFace(
            title=wording.text(found.title),
            below=wording.value(found.below),
            right=wording.message(found.right) if found.right is not None else "",
            right_role=Role.WARN if found.is_barred else Role.MUTED,
        )

    # What is shown

    def _section_chosen(self, number: int) -> None:
        section = tuple(Section)[number]
        self.search.clear()
        self._drop_detail()
        self.add_button.setText(self._desk.wording.phrase(ADDINGS[section].title))
        self._list_anew()

    def _list_anew(self) -> None:
        wording = self._desk.wording
        query = LibraryList(
            self.section, self.search.text(), self._desk.language, self._desk.today()
        )
        nothing = (
            wording.phrase("Nothing found. Try fewer letters.")
            if self.search.text()
            else wording.phrase("Nothing here yet. Add something, or import a workbook.")
        )
        self.bulk.show_listed(_CHANGED_TOGETHER.get(self.section, ""), query)
        self.list.show_query(query, nothing)

    def _chosen(self, _row_id: str) -> None:
        found = self.list.view.currentIndex().data(RowRole)
        if isinstance(found, LibraryRow) and (self._row is None or found.id != self._row.id):
            self._show(found)

    def _loaded(self, count: int) -> None:
        phrase = self._desk.wording.phrase
        self._nothing.tell(phrase("Choose something at the left.") if count else "")
        self.add_button.setText(phrase(self._adding().title))
        if self._row is not None:
            self.list.select(self._row.id)
        elif count and not self.search.text():
            self.list.view.setCurrentIndex(self.list.model.index(0))

    def _show(self, found: LibraryRow) -> None:
        if self.detail is not None:
            self.detail.save_now()
        self._row = found
        self.list.select(found.id)
        self._read()

    def _read(self) -> None:
        if self._row is None:
            return
        if self._request is not None:
            self._request.cancel()
        work = partial(
            library_view,
            kind=self._row.kind,
            record_id=self._row.record_id,
            today=self._desk.today(),
        )
        self._request = self._desk.ask(work, self._show_view, self._gone)

    def _show_view(self, view: LibraryView) -> None:
        found, shown = self._row, self.detail
        if found is None:
            return
        if shown is not None and shown.shows(found.kind, view.record.id, found.path):
            shown.show_view(view)
            return
        self._drop_widget()
        self.detail = LibraryDetail(self._desk, view, found.path)
        self.detail.deleted.connect(self.delete)
        self.right.addWidget(self.detail)
        self.right.setCurrentWidget(self.detail)

    def _gone(self, _error: UserError) -> None:
        self._drop_detail()
        self.list.refresh()

    def _drop_detail(self) -> None:
        """Nothing is chosen any more."""
        if self.detail is not None:
            self.detail.save_now()
        self._row = None
        self._drop_widget()
        self.list.view.clearSelection()

    def _drop_widget(self) -> None:
        if self.detail is not None:
            self.right.removeWidget(self.detail)
            self.detail.deleteLater()
            self.detail = None

    def _changed(self, change: Change) -> None:
        if change.touches(*_KINDS):
            self.list.refresh()
            self._read()

    def _ask_for_new(self, choices: dict[str, tuple[Choice, ...]]) -> None:
        dialog = AddingDialog(self._desk, self._adding(), choices, self.window())
        dialog.created.connect(self._created)
        dialog.open()

    def _adding(self) -> Adding:
        """On our side the company comes first."""
        is_narrowed = bool(self.search.text())
        if self.section is Section.OUR_SIDE and not is_narrowed and not self._has_company():
            return COMPANY
        return ADDINGS[self.section]

    def _has_company(self) -> bool:
        first = self.list.model.row_at(0) if self.list.model.rowCount() else None
        return isinstance(first, LibraryRow) and first.kind == "company"

    def _created(self, created: Created) -> None:
        kind, record_id = created.change.records[0]
        path = created.record_id.split("/")[1:]
        steps = tuple(int(step) if step.isdigit() else step for step in path)
        self._show(
            LibraryRow(
                id=created.record_id,
                kind=kind,
                record_id=record_id,
                path=steps,
                title=Text(),
                below=Text(),
            )
        )
