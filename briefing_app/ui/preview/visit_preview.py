"""The live preview of a visit's documents, refreshed in the background after every change."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QComboBox, QWidget

from briefing_app.domain.audience import Audience
from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.preferences import template_of
from briefing_app.services.preview import Preview, PreviewKind, PreviewOrder
from briefing_app.services.preview_apart import preview_apart
from briefing_app.services.slide_view import SlideView
from briefing_app.ui.desk import Desk
from briefing_app.ui.flow import Flow
from briefing_app.ui.lists.view import EmptyState
from briefing_app.ui.preview.viewer import DocumentViewer
from briefing_app.ui.preview.why import WhyPanel
from briefing_app.ui.widgets import button, column, label, row
from briefing_app.ui.workers import Job, Lane

_SETTLE_MILLISECONDS = 300
"""Changes often come in groups; the preview follows the last of them."""
_WIDE = 900
_REASON_DIGITS, _REASON_LINES = 40, 7
"""What the reasons take beside the pages in width, or below them in height."""
_COMBO_DIGITS = 11
_NO_LIMIT = 16_777_215  # Qt's own
_WITHOUT_EFFECT = ("export",)


class VisitPreview(QWidget):
    """Deck, brochure and plan of one visit. ``previewed`` gives each `Preview` as it is shown,
    ``slide_looked_at`` the key of the slide of the page that is in sight.

    ``outdated`` tells that something changed which documents show. ``shown`` is what is shown
    now, ``deck`` the deck that was shown last.
    """

    previewed = Signal(object)
    slide_looked_at = Signal(str)
    outdated = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._visit: VisitId | None = None
        self._known: dict[PreviewOrder, Preview] = {}
        self._job: Job | None = None
        self._asked: PreviewOrder | None = None
        self._is_stale = False
        self.shown: Preview | None = None
        self.deck: Preview | None = None
        self.viewer = DocumentViewer(desk)
        self.why = WhyPanel(desk)
        self._kinds = QButtonGroup(self)
        self._language = _combo(desk.wording.phrase("Language of the documents"))
        self._audience = _combo(desk.wording.phrase("Whom the deck is for"))
        self._state = label("", "caption", wraps=False)
        self._remark = label("", "caption", "muted")
        self._remark.hide()
        self._refusal = label("", tone="bad")
        self._again = button(desk.wording.phrase("Try again"), self._ask)
        self._refused_row = QWidget()
        self._refused_row.hide()
        self._parts = QWidget()
        self._sides: QBoxLayout = column()
        self._waiting = EmptyState()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MILLISECONDS)
        self._compose()
        self._listen()

    def open_visit(self, visit: VisitId) -> None:
        """Show the documents of a visit."""
        if visit == self._visit:
            return
        self._visit, self.shown, self.deck = visit, None, None
        self._known.clear()
        self._is_stale = False
        self._parts.hide()
        self._waiting.show()
        self._waiting.tell(self._desk.wording.phrase("The document is being made."))
        self._ask()

    @property
    def kind(self) -> PreviewKind:
        """The kind of document that is chosen."""
        return list(PreviewKind)[self._kinds.checkedId()]

    @property
    def wishes(self) -> ExportWishes:
        """What an export of what is shown would be told."""
        preferences = self._desk.preferences
        chosen = self._audience.currentIndex() - 1  # the first is whom the visit speaks to
        return ExportWishes(
            language=list(Language)[self._language.currentIndex()],
            audiences=(list(Audience)[chosen],) if chosen >= 0 else (),
            theme=preferences.theme,
            template=template_of(preferences),
        )

    def choose(self, kind: PreviewKind) -> None:
        """Show another kind of document."""
        if kind is self.kind:
            return
        self._kinds.button(list(PreviewKind).index(kind)).setChecked(True)
        self._ask()

    def go_to_page(self, kind: PreviewKind, page: int) -> None:
        """Show a page of a document."""
        self.choose(kind)
        self.viewer.go_to(page)

    def go_to_slide(self, key: str) -> None:
        """Show the first page of a slide."""
        self.choose(PreviewKind.DECK)
        if self.shown is not None and self.shown.kind is PreviewKind.DECK:
            pages = (page.number for page in self.shown.pages if page.slide == key)
            if first := next(pages, 0):
                self.viewer.go_to(first)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is made now."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The reasons stand beside the pages where there is room, else below."""
        super().resizeEvent(event)
        is_wide = self.width() > _WIDE * self._desk.look.scale
        metrics = self.fontMetrics()
        if is_wide:
            self._sides.setDirection(QBoxLayout.Direction.LeftToRight)
            self.why.setMinimumSize(metrics.horizontalAdvance("0") * _REASON_DIGITS, 0)
            self.why.setMaximumSize(self.why.minimumWidth(), _NO_LIMIT)
        else:
            self._sides.setDirection(QBoxLayout.Direction.TopToBottom)
            most = self.height() // 3  # the pages come first; reasons scroll
            self.why.setMinimumSize(0, min(metrics.lineSpacing() * _REASON_LINES, most))
            self.why.setMaximumSize(_NO_LIMIT, self.why.minimumHeight())

    def sizeHint(self) -> QSize:
        """Room for a slide that can be read."""
        return QSize(640, 600)

    def _compose(self) -> None:
        wording = self._desk.wording
        for language in Language:
            words = "中文" if language is Language.ZH else "English"
            self._language.addItem(words)
        self._language.setCurrentIndex(list(Language).index(self._desk.language))
        self._audience.addItem(wording.phrase("For those at the table"))
        self._audience.addItems([wording.label(audience) for audience in Audience])
        self._sides.addWidget(self.viewer, 1)
        self._sides.addWidget(self.why)
        self._parts.setLayout(self._sides)
        self._parts.hide()
        refused = row(self._refusal, self._again)
        refused.setStretchFactor(self._refusal, 1)
        self._refused_row.setLayout(refused)
        whole = column(self._head(), self._remark, self._refused_row)
        whole.addWidget(self._waiting, 1)
        whole.addWidget(self._parts, 1)
        self.setLayout(whole)

    def _head(self) -> Flow:
        wording = self._desk.wording
        kinds = []
        for number, kind in enumerate(PreviewKind):
            made = button(wording.label(kind))
            made.setCheckable(True)
            made.setProperty("chip", True)
            made.setChecked(number == 0)
            self._kinds.addButton(made, number)
            kinds.append(made)
        return Flow(*kinds, self._state, None, self._audience, self._language)

    def _listen(self) -> None:
        self._settle.timeout.connect(self._refresh)
        self._kinds.idClicked.connect(self._ask)
        self._language.activated.connect(self._ask)
        self._audience.activated.connect(self._ask)
        self.viewer.page_changed.connect(self._looked_at)
        self._desk.changed.connect(self._changed)
        self._desk.preferences_changed.connect(self._preferred)

    def _order(self) -> PreviewOrder | None:
        if self._visit is None:
            return None
        return PreviewOrder(
            visit=self._visit, kind=self.kind, wishes=self.wishes, today=self._desk.today()
        )

    def _changed(self, change: Change) -> None:
        if all(kind in _WITHOUT_EFFECT for kind, _ in change.records):
            return
        self._is_stale = True
        self.outdated.emit()
        if self.isVisible():
            self._settle.start()

    def _preferred(self) -> None:
        """Another usual template makes another deck."""
        if self._asked is not None and self._asked.wishes != self.wishes:
            self._is_stale = True
            if self.isVisible():
                self._settle.start()

    def _refresh(self) -> None:
        self._is_stale = False
        self._known.clear()
        self._ask()

    def _ask(self) -> None:
        """Have what is chosen made, unless it is known already."""
        self._audience.setVisible(self.kind is PreviewKind.DECK)
        self.why.setVisible(self.kind is PreviewKind.DECK)
        order = self._order()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if order is None:
            return
        if order in self._known:
            self._show(self._known[order])
            return
        self._asked = order
        self._state.setText(self._desk.wording.phrase("Being made..."))
        self._job = self._desk.workers.run_apart(
            preview_apart,
            then=self._made,
            failed=self._refused,
            lane=Lane.PREVIEW,
            data=self._desk.workers.data,
            order=order,
        )

    def _made(self, preview: Preview) -> None:
        self._job = None
        if self._asked is not None:
            self._known[self._asked] = preview
        self._show(preview)

    def _show(self, preview: Preview) -> None:
        self._state.setText("")
        self._refused_row.hide()
        self._tell_of_template()
        self._waiting.hide()
        self._parts.show()
        self.shown = preview
        if preview.kind is PreviewKind.DECK:
            self.deck = preview
        self.viewer.show_preview(preview)
        self.why.show_slide(self._slide_of(self.viewer.page))
        self.previewed.emit(preview)

    def _refused(self, error: UserError) -> None:
        self._job = None
        self._state.setText("")
        self._refusal.setText(self._desk.wording.error(error))
        self._refused_row.show()
        self._waiting.setVisible(self.shown is None)
        self._waiting.tell("")
        self._parts.setVisible(self.shown is not None)

    def _tell_of_template(self) -> None:
        template = template_of(self._desk.preferences)
        is_on_it = self.kind is PreviewKind.DECK and template is not None
        self._remark.setVisible(is_on_it)
        if template is not None:
            self._remark.setText(
                self._desk.wording.phrase(
                    "On your template {name}. Its own pictures, bands and fonts show in"
                    " PowerPoint.",
                    name=template.name,
                )
            )

    def _looked_at(self, page: int) -> None:
        slide = self._slide_of(page)
        self.why.show_slide(slide)
        if slide is not None:
            self.slide_looked_at.emit(slide.key)

    def _slide_of(self, page: int) -> SlideView | None:
        preview = self.shown
        if preview is None or not 1 <= page <= len(preview.pages):
            return None
        key = preview.pages[page - 1].slide
        return next((slide for slide in preview.slides if slide.key == key), None)


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMinimumWidth(made.fontMetrics().horizontalAdvance("0") * _COMBO_DIGITS)
    return made
