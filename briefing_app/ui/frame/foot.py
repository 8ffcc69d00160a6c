"""Notices at the window's foot: what was done, with a way back; what is wrong, until it is read;
how far a long act is, with a way to stop it.

They stand over the page, for a page that moves to make room moves below somebody's hand.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.errors import ManyProblems, UserError
from briefing_app.ui.desk import Desk
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import button, icon_button, label, row, set_tone

_SHOWN_MILLISECONDS = 8000
_PROBLEMS_SHOWN = 5
_WIDEST = 720


class Foot(QWidget):
    """One notice at a time, over ``area``. ``undone`` asks for the last act to be taken back,
    ``stopped`` for the one at work to end."""

    undone = Signal()
    stopped = Signal()

    def __init__(self, desk: Desk, area: QWidget) -> None:
        super().__init__(area)
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        wording = desk.wording
        self._words = label("")
        self._words.setAccessibleName(wording.phrase("Notice"))
        self._undo = button(wording.phrase("Undo"), self.undone.emit)
        self.stop_button = button(wording.phrase("Stop"), self._ask_to_stop)
        self.close_button = icon_button(
            desk.look, ScreenIcon.CLOSE, wording.phrase("Close"), self._rest
        )
        self._work = ""
        self._is_told = False
        self._content = row(self._words, self._undo, self.stop_button, self.close_button)
        self._content.setContentsMargins(2 * STEP, STEP, STEP, STEP)
        self._content.setStretchFactor(self._words, 1)
        self.setLayout(self._content)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._rest)
        self._area = area
        area.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the area."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def tell(self, words: str, *, can_undo: bool = False) -> None:
        """Say what was done; it goes away by itself."""
        self._is_told = True
        self._show(words, "", can_undo=can_undo)
        self._timer.start(_SHOWN_MILLISECONDS)

    def refuse(self, error: UserError) -> None:
        """Say what is wrong; it stays until it is closed or something else is said."""
        self._timer.stop()
        self._is_told = True
        self._show(self._sentence(error), "bad", can_undo=False)

    def tell_work(self, words: str) -> None:
        """Say how far a long act is, wherever nothing else is said, until `end_work`."""
        if not self._work:
            self.stop_button.setEnabled(True)
        self._work = words
        if not self._is_told:
            self._rest()

    def end_work(self) -> None:
        """It is over."""
        self._work = ""
        self.stop_button.hide()
        if not self._is_told:
            self.hide()

    def words(self) -> str:
        """What is said at the moment."""
        return self._words.text()

    def _rest(self) -> None:
        """Nothing else is to be read: what is at work, if anything."""
        self._timer.stop()
        self._is_told = False
        if self._work:
            self._show(self._work, "", can_undo=False)
        else:
            self.hide()

    def _ask_to_stop(self) -> None:
        self.stop_button.setEnabled(False)
        self._words.setText(self._desk.wording.phrase("Stopping after this step"))
        self.stopped.emit()

    def _sentence(self, error: UserError) -> str:
        lines = [self._desk.wording.error(error)]
        if isinstance(error, ManyProblems):
            lines += [self._desk.wording.error(one) for one in error.problems[:_PROBLEMS_SHOWN]]
        return "\n".join(lines)

    def _show(self, words: str, tone: str, *, can_undo: bool) -> None:
        self._words.setText(words)
        set_tone(self._words, "tone", tone)
        self._undo.setVisible(can_undo)
        self.stop_button.setVisible(bool(self._work))
        self.close_button.setVisible(self._is_told)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        area, content = self._area, self._content
        wide = round(_WIDEST * self._desk.look.scale)
        width = min(wide, area.width() - 4 * STEP)
        height = max(content.totalHeightForWidth(width), content.totalMinimumSize().height())
        top = area.height() - height - 2 * STEP
        self.setGeometry((area.width() - width) // 2, max(0, top), width, height)
