"""One thing that a person cares about: its topic, and on demand what was said and its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from briefing_app.domain.stakeholder import Concern, ConcernTopic
from briefing_app.services.stakeholder_map.concerns import set_concern_detail
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.saving import Keeping, Save, not_kept
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.fold_button import FoldButton
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.map.entering import Entered
from briefing_app.ui.map.named import named
from briefing_app.ui.widgets import column, icon_button, row

if TYPE_CHECKING:
    from briefing_app.ui.workers import Work

_LINES = 2


class ConcernLine(QWidget):
    """``rising`` asks for a place further up, ``leaving`` to be taken out; both carry the topic.
    ``opened`` carries the line that somebody opened."""

    rising = Signal(object)
    leaving = Signal(object)
    opened = Signal(QWidget)

    def __init__(self, desk: Desk, topic: ConcernTopic) -> None:
        super().__init__()
        self.topic = topic
        self._desk = desk
        self._who: Entered | None = None
        self._place, self._concern = 0, Concern(topic=topic)
        self.name = desk.wording.label(topic)
        self.fold = FoldButton(desk.look)
        self.fold.toggled.connect(self._toggled)
        self.fold.clicked.connect(self._clicked)
        self.detail: TextField | None = None
        self.up: QToolButton | None = None
        self._content = QWidget()
        self._content.hide()
        self.setLayout(column(self.fold, self._content, space=2))

    def show_concern(self, place: int, concern: Concern, who: Entered) -> None:
        """Show somebody's concern at its place, of which the first is 0; what is being typed
        stays."""
        self._place, self._concern = place, concern
        if who != self._who:
            self._who = who
            self._bind(_keeping(who, self.topic))
            self.fold.setChecked(False)
        if self._desk.drafts.at(who.spot("concerns", self.topic.value)) is not None:
            self.fold.setChecked(True)
        self._tell()
        self._fill()

    def put_away(self) -> None:
        """Nobody who is shown has this concern; what cannot be kept of it any more is told by
        the window."""
        self._who, self._concern = None, Concern(topic=self.topic)
        self._bind(not_kept)
        self.fold.setChecked(False)
        self.hide()

    def save_now(self) -> None:
        """Keep what is being typed."""
        if self.detail is not None:
            self.detail.save_now()

    def _toggled(self, is_open: bool) -> None:
        if is_open and self.detail is None:
            self._make_content()
            self._bind(_keeping(self._who, self.topic) if self._who is not None else not_kept)
            self._fill()
        self._content.setVisible(is_open)
        self._tell()

    def _tell(self) -> None:
        """Number and topic; while it is closed what was said as well."""
        wording = self._desk.wording
        detail = wording.text(self._concern.detail)
        numbered = f"{self._place + 1}. {self.name}"
        below = "" if self.fold.isChecked() else detail
        self.fold.tell(wording.run_on((numbered, detail)), numbered, below)

    def _clicked(self, is_open: bool) -> None:
        if is_open:
            self.opened.emit(self)

    def _make_content(self) -> None:
        phrase, look = self._desk.wording.phrase, self._desk.look
        called = phrase("What was said")
        self.detail = TextField(self._desk, called, not_kept, lines=_LINES, is_narrow=True)
        for control in self.detail.controls:
            control.setAccessibleName(f"{self.name}: {control.accessibleName()}")
        words = phrase("Move “{name}” up", name=self.name)
        self.up = icon_button(look, ScreenIcon.UP, words, self._rise)
        words = phrase("Remove “{name}”", name=self.name)
        out = icon_button(look, ScreenIcon.CLOSE, words, self._leave)
        self._content.setLayout(column(named(self.detail), row(self.up, out, None), space=2))

    def _fill(self) -> None:
        if self.detail is not None:
            self.detail.show_value(self._concern.detail)
        if self.up is not None:
            if not self._place and self.up.hasFocus():
                self.fold.setFocus()  # else the keys went on to the button that removes it
            self.up.setEnabled(self._place > 0)

    def _bind(self, save: Save) -> None:
        if self.detail is not None:
            self.detail.show_other(self._concern.detail, save)

    def _rise(self) -> None:
        self.rising.emit(self.topic)

    def _leave(self) -> None:
        self.leaving.emit(self.topic)


def _keeping(who: Entered, topic: ConcernTopic) -> Keeping:
    return Keeping(who.spot("concerns", topic.value), partial(_telling, who, topic))


def _telling(who: Entered, topic: ConcernTopic, detail: Any) -> Work:
    return who.doing(set_concern_detail, topic=topic, detail=detail)
