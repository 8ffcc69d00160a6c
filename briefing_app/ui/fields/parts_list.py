"""A list of small records inside a record: add, remove, reorder, and edit each in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from briefing_app.errors import UserError
from briefing_app.services.parts import adding, moving, removing
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.new_part import NewPart
from briefing_app.ui.fields.part_kind import PartKind
from briefing_app.ui.fields.part_line import PartLine
from briefing_app.ui.fields.saving import Editing
from briefing_app.ui.widgets import button, clear, column, label, row

if TYPE_CHECKING:
    from briefing_app.services.changes import Change

_NEW = "new"
"""Where in a list the words of a part wait that is not added yet."""


class PartsList(QWidget):
    """The parts of one list below each other; the opened ones show their fields."""

    def __init__(
        self, desk: Desk, kind: PartKind, there: Editing, *, called: str = "", purpose: str = ""
    ) -> None:
        """``called`` is a heading, where the list needs one; ``purpose`` says what is in it."""
        super().__init__()
        self._desk, self._kind, self._there = desk, kind, there
        self._parts: tuple[Any, ...] = ()
        self._last_is_wanted = False
        self.lines: list[PartLine] = []
        self._rows = column(space=4)
        self._none = label(purpose, tone="muted")
        self._has_purpose = bool(purpose)
        self.add_button = button(kind.add, self.add)
        if called:
            named = desk.wording.phrase("{label}: {value}", label=called, value=kind.add)
            self.add_button.setAccessibleName(named)
        self._new = column()
        self.new_part: NewPart | None = None
        title = label(called, "heading")
        title.setVisible(bool(called))
        title.setToolTip(purpose)
        self.setLayout(column(title, self._none, self._rows, self._new, row(self.add_button, None)))

    def show_parts(self, parts: Sequence[Any]) -> None:
        """Show these parts; those that stay at their places keep what is being typed."""
        same_count = len(parts) == len(self._parts) and len(self.lines) == len(parts)
        opened = {line.position for line in self.lines if line.is_opened}
        self._parts = tuple(parts)
        self._none.setVisible(self._has_purpose and not parts)
        if not same_count:
            self._rebuild(opened)
        for line, part in zip(self.lines, self._parts, strict=True):
            line.show_part(part)
        self._bring_back()

    def save_now(self) -> None:
        """Keep what is being typed."""
        for line in self.lines:
            line.save_now()
        if self.new_part is not None:
            self.new_part.save_now()

    def open_part(self, position: int) -> None:
        """Show the fields of one part, and put the cursor there."""
        self.lines[position].open_now()

    def add(self) -> None:
        """Begin another part, and go there."""
        self._begun().setFocus()

    def _rebuild(self, opened: set[int]) -> None:
        clear(self._rows)
        self.lines = []
        for position in range(len(self._parts)):
            line = PartLine(self._desk, self._kind, self._there.inside(position), position)
            line.moved.connect(self._move)
            self.lines.append(line)
            self._rows.addWidget(line)
        if self._last_is_wanted and self.lines:
            self._last_is_wanted = False
            opened = {len(self.lines) - 1}
        for line in self.lines:
            line.limit(len(self.lines))
            if line.position in opened:
                line.show_part(self._parts[line.position])
                line.open_now(takes_focus=False)

    def _move(self, position: int, by: int) -> None:
        """Move a part up or down, or take it out where ``by`` is 0."""
        self.save_now()
        edit = moving(position, by) if by else removing(position)
        self._desk.act(self._there.doing(edit))

    def _bring_back(self) -> None:
        """Show the part that was begun here before and could not be added."""
        if self.new_part is None:
            draft = self._desk.drafts.at(self._there.spot.inside(_NEW))
            if draft is not None:
                self._begun().bring_back(draft)

    def _begun(self) -> NewPart:
        if self.new_part is None:
            self.new_part = NewPart(self._desk, self._kind, self._there.spot.inside(_NEW))
            self.new_part.finished.connect(self._add)
            self.new_part.given_up.connect(self._end_part)
            self._new.addWidget(self.new_part)
            self.add_button.hide()
        return self.new_part

    def _add(self, part: object) -> None:
        if self.new_part is not None:
            self._last_is_wanted = True
            work = self._there.doing(adding(part))
            self._desk.drafts.attempt(self.new_part.draft, work, self._added, self._not_added)

    def _added(self, _change: Change) -> None:
        self._end_part()

    def _not_added(self, error: UserError) -> None:
        self._last_is_wanted = False
        if self.new_part is not None:
            self.new_part.refuse(error)

    def _end_part(self) -> None:
        clear(self._new)
        self.new_part = None
        self.add_button.show()
        self.add_button.setFocus()
