"""The follow-ups of a visit: what, whose, until when, and whether it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.domain.ids import FollowUpId, VisitId
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp
from briefing_app.services.after_visit import add_follow_up
from briefing_app.services.editing import delete_records
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import FlagField
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.numbers import DayField
from briefing_app.ui.fields.part_kind import SaveOf, kind_of_fields
from briefing_app.ui.fields.part_line import PartLine
from briefing_app.ui.fields.saving import editing
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.widgets import button, clear, column, row

if TYPE_CHECKING:
    from briefing_app.services.changes import Change
    from briefing_app.store.store import Store


class StepsEditor(QWidget):
    """The follow-ups of the visit that is shown; each is a record, in order of its day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._visit = VisitId("")
        add = desk.wording.phrase("Add a follow-up")
        self._kind = kind_of_fields(add, self._line, FollowUp, {}, self._fields)
        self.lines: dict[FollowUpId, PartLine] = {}
        self._place: QVBoxLayout = column(space=4)
        self._add = button(add, self._added)
        self.setLayout(column(self._place, row(self._add, None)))

    def show_steps(self, visit: VisitId, steps: Sequence[FollowUp]) -> None:
        """Show a visit's follow-ups; what somebody is typing stays."""
        self._visit = visit
        if list(self.lines) != [step.id for step in steps]:
            clear(self._place)
            self.lines = {step.id: self._made(step.id) for step in steps}
        for step in steps:
            self.lines[step.id].show_part(step)

    def _made(self, step: FollowUpId) -> PartLine:
        made = PartLine(self._desk, self._kind, editing("follow_up", step), 0)
        made.limit(1, is_ordered=False)
        made.moved.connect(partial(self._removed, step))
        self._place.addWidget(made)
        return made

    def _line(self, step: FollowUp) -> str:
        wording = self._desk.wording
        what = wording.text(step.what) or wording.phrase("Not filled in yet")
        when = wording.day(step.due) if step.due else ""
        if step.done_on is not None:
            when = wording.phrase("done on {day}", day=step.done_on)
        return wording.run_on((what, wording.text(step.owner), when))

    def _fields(self, save: SaveOf) -> Mapping[str, Field]:
        phrase, desk = self._desk.wording.phrase, self._desk
        for_client = phrase("Agreed with the client, who reads it in the minutes")
        return {
            "what": TextField(desk, phrase("What"), save("what")),
            "owner": TextField(desk, phrase("Owner"), save("owner")),
            "due": DayField(desk, phrase("Due"), save("due")),
            "is_for_client": FlagField(desk, for_client, save("is_for_client")),
            "done_on": DayField(desk, phrase("Done on"), save("done_on")),
            "note": TextField(desk, phrase("Internal note"), save("note"), lines=2),
        }

    def _added(self) -> None:
        self._desk.act(partial(_add, visit=self._visit))

    def _removed(self, step: FollowUpId, _position: int, _by: int) -> None:
        self._desk.act(partial(_remove, step=step))


def _add(store: Store, visit: VisitId) -> Change:
    return add_follow_up(store, visit, Text())


def _remove(store: Store, step: FollowUpId) -> Change:
    return delete_records(store, kind="follow_up", ids=(step,))
