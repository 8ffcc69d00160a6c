"""One visit: its facts, slides, checks and what it brought at the left, documents at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSplitter, QTabWidget, QWidget

from briefing_app.domain.export_record import ExportKind
from briefing_app.domain.ids import VisitId
from briefing_app.domain.meant import SetAside
from briefing_app.domain.mend import Mend
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.check_apart import CheckedDocument
from briefing_app.services.gate_findings import JudgedView
from briefing_app.services.preview import Preview, PreviewKind
from briefing_app.services.visit_page import VisitPage, has_company, visit_page
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.pages.visits.checker import Checker
from briefing_app.ui.pages.visits.facts import FactsPanel
from briefing_app.ui.pages.visits.gate import GatePanel
from briefing_app.ui.preview.visit_preview import VisitPreview
from briefing_app.ui.widgets import button, column, icon_button, label, row

if TYPE_CHECKING:
    from datetime import date

    from briefing_app.store.store import Store
    from briefing_app.ui.pages.visits.after import AfterPanel
    from briefing_app.ui.pages.visits.storyline import StorylinePanel

_CLIENT_PARTS = {"client": "profile", "line": "map"}
"""What the clients page calls the part in which a record is edited."""
_LEFT, _RIGHT, _NARROWEST = 380, 640, 300
_LARGEST_SCALE = 1.5
"""Larger type does not make the facts wider still: documents are looked at beside them."""
_LIBRARY = ("product", "case", "industry", "company", "colleague")


class VisitDetail(QWidget):
    """A visit that is open. ``list_wanted`` asks for the list of visits, ``gone`` says that the
    visit is not there any more, ``company_lacked`` that ours must be described first.

    The slides and what a visit brought are made once somebody looks at them.
    """

    list_wanted = Signal()
    company_lacked = Signal()
    gone = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._visit: VisitId | None = None
        self._page: VisitPage | None = None
        self._wanted_part = ""
        phrase = desk.wording.phrase
        self._list = icon_button(desk.look, ScreenIcon.BACK, phrase("All visits"), self._want_list)
        self._title = label("", "title", wraps=False)
        self._below = label("", "caption")
        self.facts = FactsPanel(desk)
        self.gate = GatePanel(desk)
        self._checker = Checker(desk, self)
        self._storyline: StorylinePanel | None = None
        self._looked_at = ""
        self._after: AfterPanel | None = None
        self._slides_place, self._after_place = column(), column()
        self._places = {
            "facts": self.facts,
            "slides": _holding(self._slides_place),
            "check": self.gate,
            "after": _holding(self._after_place),
        }
        self.preview = VisitPreview(desk)
        self.tabs = QTabWidget()
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._compose()
        self._listen()

    def open_visit(self, visit: VisitId, part: str = "") -> None:
        """Show a visit; ``part`` names a tab or one of its fields."""
        self._wanted_part = part
        if visit != self._visit:
            self._visit = visit
            self._checker.clear()
            self.preview.open_visit(visit)
            self._show_checked()
            if self._after is not None:
                self._after.open_visit(visit)
        self._read()

    def here(self) -> Place:
        """The visit that is open, and its tab."""
        if self._visit is None:
            return Place("visits")
        return Place("visits", self._visit, list(self._places)[self.tabs.currentIndex()])

    def show_part(self, part: str) -> None:
        """Show a tab by its name in places."""
        self.tabs.setCurrentWidget(self._places[part])

    @property
    def storyline(self) -> StorylinePanel:
        """The slides of the deck."""
        if self._storyline is None:
            from briefing_app.ui.pages.visits.storyline import StorylinePanel

            self._storyline = StorylinePanel(self._desk)
            self._slides_place.addWidget(self._storyline)
            self._desk.part_made.emit(self._storyline)
            self._storyline.slide_chosen.connect(self._go_to_slide)
            self._show_slides()
        return self._storyline

    @property
    def after(self) -> AfterPanel:
        """What the visit brought."""
        if self._after is None:
            from briefing_app.ui.pages.visits.after import AfterPanel

            self._after = AfterPanel(self._desk)
            self._after_place.addWidget(self._after)
            self._after.minutes_wanted.connect(self._want_minutes)
            if self._visit is not None:
                self._after.open_visit(self._visit)
        return self._after

    def offer_list(self, is_offered: bool) -> None:
        """Whether there is a way back to the list, which is out of sight then."""
        self._list.setVisible(is_offered)

    def _compose(self) -> None:
        phrase = self._desk.wording.phrase
        self.tabs.setDocumentMode(True)
        names = phrase("Facts"), phrase("Slides"), phrase("Check"), phrase("After the visit")
        for place, name in zip(self._places.values(), names, strict=True):
            self.tabs.addTab(place, name)
        self._parts.setObjectName("facts and documents")
        self._parts.addWidget(self.tabs)
        self._parts.addWidget(self.preview)
        self._parts.setStretchFactor(1, 1)
        scale = min(self._desk.look.scale, _LARGEST_SCALE)
        self.tabs.setMinimumWidth(round(_NARROWEST * scale))
        self._parts.setSizes([round(_LEFT * scale), round(_RIGHT * scale)])
        whole = column(self._head(), margin=STEP)
        whole.addWidget(self._parts, 1)
        self.setLayout(whole)

    def _head(self) -> QHBoxLayout:
        phrase = self._desk.wording.phrase
        self._export = button(phrase("Export"), self._want_export, primary=True)
        names = column(self._title, self._below, space=2)
        head = row(self._list)
        head.addLayout(names, 1)
        head.addWidget(self._export)
        return head

    def _listen(self) -> None:
        self.preview.previewed.connect(self._previewed)
        self.preview.outdated.connect(self._outdated)
        self._checker.told.connect(self._show_checked)
        self.preview.slide_looked_at.connect(self._slide_looked_at)
        self.facts.readiness.mend_wanted.connect(self._mend)
        self.gate.mend_wanted.connect(self._mend)
        self.gate.page_wanted.connect(self._go_to_page)
        self.gate.meant.connect(self._mean)
        self.gate.taken_back.connect(self._take_back)
        self.tabs.currentChanged.connect(self._turned)
        self._desk.changed.connect(self._changed)

    def _read(self, change: Change | None = None) -> None:
        if self._visit is None:
            return
        is_own = change is not None and ("visit", self._visit) in change.records
        work = partial(_page_of, visit=self._visit, today=self._desk.today())
        self._desk.ask(work, self._show, self._deleted if is_own else self._refused)

    def _changed(self, change: Change) -> None:
        if change.records and self.isVisible():
            self._read(change)

    def _deleted(self, _error: UserError) -> None:
        """The notice of the change tells it, and offers to undo it."""
        self._visit = None
        self.gone.emit()

    def _show(self, page: VisitPage | None) -> None:
        if page is None:
            self.company_lacked.emit()
        elif page.visit.id == self._visit:
            self._show_page(page)

    def _show_page(self, page: VisitPage) -> None:
        self._page = page
        wording = self._desk.wording
        self._title.setText(wording.text(page.client_name))
        when = wording.phrase(
            "{day}, {time}", day=wording.day(page.starts_at), time=wording.clock(page.starts_at)
        )
        facts = (when, wording.label(page.visit.stage), wording.text(page.project_name))
        self._below.setText(" · ".join(filter(None, facts)))
        self.facts.show_page(page)
        part, self._wanted_part = self._wanted_part, ""
        if part in self._places:
            self.show_part(part)
        elif part:
            self.show_part("facts")
            self.facts.go_to(part)

    def _refused(self, error: UserError) -> None:
        self._visit = None
        self._desk.refused.emit(error)
        self.gone.emit()

    def _previewed(self, preview: Preview) -> None:
        self._check()
        self._show_checked()
        if self._storyline is not None:
            self._show_slides()

    def _outdated(self) -> None:
        """Something changed that documents show."""
        self._checker.forget()
        self._show_checked()

    def _check(self) -> None:
        """Judge every document while somebody looks at what was found."""
        shown = self.preview.shown
        if self._visit is not None and shown is not None and self.gate.isVisible():
            first = CheckedDocument[shown.kind.name]
            self._checker.check(self._visit, self.preview.wishes, first)

    def _show_checked(self) -> None:
        """What is judged, and of what is not yet the document that is shown."""
        checker, shown, wording = self._checker, self.preview.shown, self._desk.wording
        views = dict(checker.views)
        if shown is not None and not checker.judged_at:
            views.setdefault(CheckedDocument[shown.kind.name], (shown.gate,))
        self.gate.show_documents([view for judged in views.values() for view in judged])
        if checker.problem is not None:
            self.gate.tell(wording.error(checker.problem), "bad")
        elif checker.judged_at is not None:
            clock = wording.clock(checker.judged_at.astimezone())
            words = wording.phrase("Everything an export holds, judged at {time}.", time=clock)
            self.gate.tell(words)
        elif shown is not None:
            self.gate.tell(wording.phrase("Everything an export holds is being judged."))
        else:
            self.gate.tell("")

    def _show_slides(self) -> None:
        """Show the slides of the deck that was previewed last."""
        deck = self.preview.deck
        if deck is not None and self._visit is not None:
            self.storyline.show_preview(deck, self._visit, self.preview.wishes.language)

    def _slide_looked_at(self, key: str) -> None:
        self._looked_at = key
        if self._storyline is not None:
            self._storyline.choose(key)

    def _go_to_slide(self, key: str) -> None:
        self.preview.go_to_slide(key)

    def _go_to_page(self, title: str, page: int) -> None:
        kinds = {kind.label: kind for kind in PreviewKind}
        self.preview.go_to_page(kinds.get(title, PreviewKind.DECK), page)

    def _mend(self, mend: Mend) -> None:
        """Lead to where something is mended: a field here, a slide, or another page."""
        if mend.kind == "visit":
            self.show_part("facts")
            self.facts.go_to(mend.field)
        elif mend.kind == "slide_list":
            self.show_part("slides")
        elif mend.kind in _LIBRARY:
            self._desk.go(Place("library", mend.record_id, mend.kind))
        elif mend.kind == "stakeholder":
            self._desk.go(Place("clients", mend.record_id, "map", mend.field))
        elif mend.kind == "person":
            part = "person" if mend.field else "map"
            self._desk.go(Place("clients", mend.record_id, part))
        elif self._page is not None:
            part = _CLIENT_PARTS.get(mend.kind, "opportunities")
            self._desk.go(Place("clients", self._page.client, part))

    def _want_list(self) -> None:
        self.list_wanted.emit()

    def _want_export(self) -> None:
        self._offer_export(ExportKind.DOCUMENTS)

    def _want_minutes(self) -> None:
        self._offer_export(ExportKind.MINUTES)

    def _offer_export(self, kind: ExportKind) -> None:
        """What is shown is what is offered."""
        if self._page is not None:
            from briefing_app.ui.pages.visits.export_dialog import ExportDialog

            dialog = ExportDialog(self._desk, self._page, self.preview.wishes, self, kind)
            dialog.withheld.connect(self._withheld)
            dialog.open()

    def _turned(self, tab: int) -> None:
        """Slides are looked at in the deck; what is filled in after a visit needs the room of
        the documents made before it."""
        part = list(self._places)[tab]
        if part == "slides":
            self.storyline.show()
            self.preview.choose(PreviewKind.DECK)
            self.storyline.choose(self._looked_at)
        elif part == "check":
            self._check()
        elif part == "after":
            self.after.show()
        self.preview.setVisible(part != "after")

    def _withheld(self, documents: tuple[JudgedView, ...]) -> None:
        self.show_part("check")
        self._checker.forget()
        self.gate.show_documents(documents)
        self.gate.tell(self._desk.wording.phrase("What the export found."))

    def _mean(self, findings: Sequence[SetAside]) -> None:
        if self._visit is not None:
            from briefing_app.services.setting_aside import set_aside

            self._desk.act(partial(set_aside, visit=self._visit, findings=findings))

    def _take_back(self, finding: SetAside) -> None:
        if self._visit is not None:
            from briefing_app.services.setting_aside import take_back

            self._desk.act(partial(take_back, visit=self._visit, finding=finding))


def _holding(place: QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(place)
    return made


def _page_of(store: Store, visit: VisitId, today: date) -> VisitPage | None:
    """The page of a visit; nothing while our own company is not described."""
    return visit_page(store, visit, today=today) if has_company(store) else None
