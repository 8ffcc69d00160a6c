"""What a person cares about: topics in the order of their weight, each with what was said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from briefing_app.domain.stakeholder import Concern, ConcernTopic
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map import concerns as acts
from briefing_app.ui.desk import Desk
from briefing_app.ui.map.concern_line import ConcernLine
from briefing_app.ui.map.entering import Entered
from briefing_app.ui.widgets import button, column, label


class ConcernsList(QWidget):
    """While nothing is recorded it tells what planning takes from the person's roles. ``opened``
    carries a line that somebody opened."""

    opened = Signal(QWidget)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._who: Entered | None = None
        self._added: ConcernTopic | None = None
        self.lines: dict[ConcernTopic, ConcernLine] = {}
        self._made: dict[ConcernTopic, ConcernLine] = {}
        phrase = desk.wording.phrase
        title = label(phrase("Cares about"), "caption")
        title.setToolTip(phrase("What weighs most stands first: the deck answers it with a slide."))
        self.usual = label("", "caption")
        self._rows = column(space=2)
        self.add_button = button(phrase("Add a concern"))
        self.topics = QMenu(self.add_button)
        self.topics.aboutToShow.connect(self._offer)
        self.add_button.setMenu(self.topics)
        self.setFocusProxy(self.add_button)
        self.setLayout(column(title, self.usual, self._rows, self.add_button, space=4))

    def show_concerns(
        self, who: Entered, concerns: tuple[Concern, ...], usual: tuple[ConcernTopic, ...]
    ) -> None:
        """Show somebody's concerns, or ``usual`` ones where there are none."""
        if who != self._who:
            self.save_now()
            self._who, self._added = who, None
        shown = acts.each_once(concerns)
        topics = [one.topic for one in shown]
        self._put_away(tuple(topic for topic in self.lines if topic not in topics))
        for number, one in enumerate(shown):
            self._show(number, one, who)
        self._tell_usual(usual, has_none=not shown)
        self.add_button.setEnabled(len(shown) < len(ConcernTopic))

    def save_now(self) -> None:
        """Keep what is being typed."""
        for line in self.lines.values():
            line.save_now()

    def add(self, topic: ConcernTopic) -> None:
        """Add a concern, and open it for what was said."""
        self._added = topic
        self._do(acts.add_concern, topic)

    def _offer(self) -> None:
        """The topics that are not among the concerns yet."""
        self.topics.clear()
        for topic in ConcernTopic:
            if topic not in self.lines:
                words = self._desk.wording.label(topic)
                self.topics.addAction(words, partial(self.add, topic))

    def _show(self, number: int, concern: Concern, who: Entered) -> None:
        line = self.lines[concern.topic] = self._line(concern.topic)
        if self._rows.indexOf(line) != number:
            self._rows.insertWidget(number, line)
        line.show_concern(number, concern, who)
        line.show()
        if concern.topic is self._added:
            self._added = None
            line.fold.setChecked(True)

    def _line(self, topic: ConcernTopic) -> ConcernLine:
        """The line of a topic, made for the first person who has it."""
        if topic not in self._made:
            line = self._made[topic] = ConcernLine(self._desk, topic)
            line.rising.connect(self._raise)
            line.leaving.connect(self._remove)
            line.opened.connect(self.opened)
        return self._made[topic]

    def _put_away(self, gone: tuple[ConcernTopic, ...]) -> None:
        for topic in gone:
            line = self.lines.pop(topic)
            focused = QApplication.focusWidget()
            had_focus = focused is not None and line.isAncestorOf(focused)
            self._rows.removeWidget(line)
            line.put_away()
            if had_focus:
                self.setFocus()

    def _raise(self, topic: ConcernTopic) -> None:
        self._do(acts.raise_concern, topic)

    def _remove(self, topic: ConcernTopic) -> None:
        self._do(acts.remove_concern, topic)

    def _do(self, act: Callable[..., Change], topic: ConcernTopic) -> None:
        if self._who is not None:
            self.save_now()
            self._desk.act(self._who.doing(act, topic=topic))

    def _tell_usual(self, usual: tuple[ConcernTopic, ...], *, has_none: bool) -> None:
        wording = self._desk.wording
        words = wording.phrase("Nobody has told us yet.")
        if usual:
            topics = wording.listing(map(wording.label, usual))
            words = wording.phrase(
                "Taken from the role, until something is entered: {topics}", topics=topics
            )
        self.usual.setText(words)
        self.usual.setVisible(has_none)
