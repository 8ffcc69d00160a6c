"""A list of small records inside a record: add, remove, reorder, and edit each in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from briefing_app.errors import UserError
from briefing_app.services.drafts import Spot
from briefing_app.services.parts import add_at, move_at, remove_at
from briefing_app.services.record_fields import field_words, shapes_of
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known
from briefing_app.ui.fields.new_part import NewPart
from briefing_app.ui.fields.part_editor import MakeEditor
from briefing_app.ui.fields.part_line import PartLine
from briefing_app.ui.widgets import button, clear, column, label, row

if TYPE_CHECKING:
    from briefing_app.services.changes import Change


class PartsList(QWidget):
    """The parts of one list below each other; the opened ones show their fields."""

    def __init__(
        self,
        desk: Desk,
        owner: type[Any],
        name: str,
        spot: Spot,
        known: Known,
        *,
        make_editor: MakeEditor,
    ) -> None:
        super().__init__()
        self._make_editor = make_editor
        self._desk = desk
        self._item: type[Any] = shapes_of(owner)[name].item
        self._spot = spot
        self._known = known
        self._parts: tuple[Any, ...] = ()
        self._last_is_wanted = False
        words = field_words(owner, name)
        self.called = desk.wording.message(words.label)
        title = label(self.called, "heading")
        title.setToolTip(desk.wording.message(words.help))
        self.lines: list[PartLine] = []
        self._rows = column(space=4)
        self._none = label(desk.wording.message(words.help), tone="muted")
        self.add_button = button(desk.wording.phrase("Add"), self._begin_part)
        self.add_button.setAccessibleName(
            desk.wording.phrase("{label}: {value}", label=self.called, value=self.add_button.text())
        )
        self._new = column()
        self.new_part: NewPart | None = None
        self.setLayout(column(title, self._none, self._rows, self._new, row(self.add_button, None)))

    def show_parts(self, parts: Sequence[Any]) -> None:
        """Show these parts; those that stay at their places keep what is being typed."""
        same_count = len(parts) == len(self._parts) and len(self.lines) == len(parts)
        opened = {line.position for line in self.lines if line.is_opened}
        self._parts = tuple(parts)
        self._none.setVisible(not parts)
        if not same_count:
            self._rebuild(opened)
        for line, part in zip(self.lines, self._parts, strict=True):
            line.show_part(part)

    def save_now(self) -> None:
        """Keep what is being typed."""
        for line in self.lines:
            line.save_now()
        if self.new_part is not None:
            self.new_part.save_now()

    def open_part(self, position: int) -> None:
        """Show the fields of one part, and put the cursor there."""
        self.lines[position].open_now()

    def _rebuild(self, opened: set[int]) -> None:
        clear(self._rows)
        self.lines = []
        for position in range(len(self._parts)):
            there = self._spot.inside(position)
            line = PartLine(self._desk, self._item, there, self._known, self._make_editor)
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
        there = {"kind": self._spot.kind, "record_id": self._spot.record_id}
        where: dict[str, Any] = {**there, "path": self._spot.path, "position": position}
        self._desk.act(partial(move_at, by=by, **where) if by else partial(remove_at, **where))

    def _begin_part(self) -> None:
        if self.new_part is None:
            self.new_part = NewPart(self._desk, self._item, self._known)
            self.new_part.finished.connect(self._add)
            self.new_part.given_up.connect(self._end_part)
            self._new.addWidget(self.new_part)
            self.add_button.hide()
        self.new_part.setFocus()

    def _add(self, part: object) -> None:
        self._last_is_wanted = True
        there = self._spot
        work = partial(
            add_at, kind=there.kind, record_id=there.record_id, path=there.path, part=part
        )
        self._desk.act(work, self._added, self._not_added)

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
