"""Warnings beside the map: what is wrong in a line, why and what to do on demand, a jump."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefing_app.documents.icon_drawings import Icon
from briefing_app.services.stakeholder_map.view import MapView, MapWarning
from briefing_app.ui.desk import Desk
from briefing_app.ui.look import Role
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.map.words import name_of
from briefing_app.ui.widgets import button, column, label, row, scrolling

_TONES: Mapping[str, tuple[Icon | ScreenIcon, Role]] = {
    "high": (ScreenIcon.WARNING, Role.BAD),
    "medium": (Icon.QUESTION, Role.WARN),
    "low": (ScreenIcon.INFORMATION, Role.MUTED),
}
"""The icon and its colour by how grave a warning is."""


class WarningsPanel(QWidget):
    """The warnings in the order of their gravity. ``wanted`` names the person to jump to,
    ``unsure_wanted`` then carries what should be confirmed there (`Fact`), if anything;
    ``view_wanted`` carries the kind of view that shows what is meant."""

    wanted = Signal(str)
    unsure_wanted = Signal(object)
    view_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.rows: list[WarningRow] = []
        self._view: MapView | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(STEP)
        self._none = label(desk.wording.phrase("Nothing to warn of."), tone="muted")
        content = QWidget()
        content.setLayout(column(self._none, self._list, None, margin=STEP))
        self.setLayout(column(scrolling(content)))

    def show_warnings(self, view: MapView) -> None:
        """Show these instead of those before, once somebody looks."""
        self._view = view
        if self.isVisible():
            self._build()

    def showEvent(self, event: QShowEvent) -> None:
        """Rows take time to make, and most changes are made while the panel is hidden."""
        super().showEvent(event)
        self._build()

    def _build(self) -> None:
        """Make the rows anew; what was unfolded stays so."""
        view, self._view = self._view, None
        if view is None:
            return
        unfolded = {one.warning.message for one in self.rows if one.is_unfolded}
        for old in self.rows:
            self._list.removeWidget(old)
            old.deleteLater()
        self.rows = [WarningRow(self.desk, one, view) for one in view.warnings]
        for made in self.rows:
            made.wanted.connect(self.wanted)
            made.unsure_wanted.connect(self.unsure_wanted)
            made.view_wanted.connect(self.view_wanted)
            made.unfold(made.warning.message in unfolded)
            self._list.addWidget(made)
        self._none.setVisible(not self.rows)


class WarningRow(QFrame):
    """One warning."""

    wanted = Signal(str)
    unsure_wanted = Signal(object)
    view_wanted = Signal(object)

    def __init__(self, desk: Desk, warning: MapWarning, view: MapView) -> None:
        super().__init__()
        self.warning = warning
        wording = desk.wording
        message = wording.message(warning.message)
        reasons = wording.sentences(map(wording.message, warning.reasons))
        self._more = (
            label(reasons, "caption"),
            label(wording.message(warning.action)),
        )
        self._why = _quiet(wording.phrase("Why, and what to do"), self._toggle)
        self._why.setCheckable(True)
        self._why.setAccessibleName(f"{message} {self._why.text()}")
        show = self._jump_button(desk, view)
        sign = _sign(desk, warning)
        head = row(sign, label(message))
        head.setStretch(1, 1)
        head.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        buttons = [row(made, None) for made in (self._why, show) if made is not None]
        self.setObjectName("card")
        self.setAccessibleName(message)
        self.setLayout(column(head, *self._more, *buttons, margin=STEP, space=STEP // 2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.unfold(False)

    @property
    def is_unfolded(self) -> bool:
        """True while reasons and remedy are shown."""
        return self._why.isChecked()

    def unfold(self, is_unfolded: bool) -> None:
        """Show reasons and remedy, or hide them."""
        self._why.setChecked(is_unfolded)
        for part in self._more:
            part.setVisible(is_unfolded)

    def _jump_button(self, desk: Desk, view: MapView) -> QPushButton | None:
        wording, warning = desk.wording, self.warning
        who = view.people.get(warning.person) if warning.person else None
        if who is not None:
            return _quiet(wording.phrase("Show {name}", name=name_of(who, wording)), self._jump)
        if warning.seen_in is not None:
            shown = wording.phrase("Show “{view}”", view=warning.seen_in)
            return _quiet(shown, self._show_view)
        return None

    def _show_view(self) -> None:
        self.view_wanted.emit(self.warning.seen_in)

    def _toggle(self) -> None:
        self.unfold(self._why.isChecked())

    def _jump(self) -> None:
        self.wanted.emit(self.warning.person or "")
        if self.warning.unsure:
            self.unsure_wanted.emit(self.warning.unsure)


def _sign(desk: Desk, warning: MapWarning) -> QLabel:
    icon, tone = _TONES[warning.severity.value]
    sign = QLabel()
    sign.setPixmap(desk.look.icon(icon, tone).pixmap(desk.look.icon_size))
    sign.setToolTip(desk.wording.label(warning.severity))
    sign.setAccessibleName(desk.wording.label(warning.severity))
    sign.setFixedSize(desk.look.icon_size)
    return sign


def _quiet(words: str, clicked: Callable[[], object]) -> QPushButton:
    made = button(words, clicked)
    made.setProperty("quiet", True)
    return made
