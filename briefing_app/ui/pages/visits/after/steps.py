"""The follow-ups of a visit: what, whose, until when, and whether it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.domain.ids import FollowUpId, VisitId
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp
from briefing_app.services.after_visit import add_follow_up
from briefing_app.services.editing import change_field, delete_records
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import FlagField
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.numbers import DayField
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.pages.visits.after.parts import PartKind, PartRow, SaveOf
from briefing_app.ui.widgets import button, clear, column, row
from briefing_app.ui.workers import Work

if TYPE_CHECKING:
    from briefing_app.services.changes import Change
    from briefing_app.store.store import Store


class StepsEditor(QWidget):
    """The follow-ups of the visit that is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._visit = VisitId("")
        add = desk.wording.phrase("Add a follow-up")
        self._kind = PartKind(add, None, self._line, self._fields)
        self.rows: dict[FollowUpId, PartRow] = {}
        self._place: QVBoxLayout = column()
        self._add = button(add, self._added)
        self.setLayout(column(self._place, row(self._add, None)))

    def show_steps(self, visit: VisitId, steps: Sequence[FollowUp]) -> None:
        """Show a visit's follow-ups; what somebody is typing stays."""
        self._visit = visit
        if list(self.rows) != [step.id for step in steps]:
            clear(self._place)
            self.rows = {step.id: self._row(step.id) for step in steps}
        for step in steps:
            self.rows[step.id].show_part(step)

    def _row(self, step: FollowUpId) -> PartRow:
        made = PartRow(self._desk, self._kind, partial(self._save_of, step))
        made.removed.connect(partial(self._removed, step))
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
        }

    def _save_of(self, step: FollowUpId, field: str) -> Save:
        return partial(_work_of, step, field)

    def _added(self) -> None:
        self._desk.act(partial(_add, visit=self._visit))

    def _removed(self, step: FollowUpId) -> None:
        self._desk.act(partial(_remove, step=step))


def _work_of(step: FollowUpId, field: str, value: Any) -> Work:
    return partial(_saved, step=step, field=field, value=value)


def _saved(store: Store, step: FollowUpId, field: str, value: Any) -> Change:
    return change_field(store, kind="follow_up", record_id=step, field=field, value=value)


def _add(store: Store, visit: VisitId) -> Change:
    return add_follow_up(store, visit, Text())


def _remove(store: Store, step: FollowUpId) -> Change:
    return delete_records(store, kind="follow_up", ids=(step,))
