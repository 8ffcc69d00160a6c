"""The follow-ups of a visit: what, whose, until when, and whether it is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing_app.domain.ids import FollowUpId, VisitId
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp
from briefing_app.services.after_visit import add_follow_up
from briefing_app.services.editing import change_field, delete_records
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import FlagField
from briefing_app.ui.fields.field import Save, Work
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.numbers import DayField
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import button, clear, column, icon_button, row

if TYPE_CHECKING:
    from briefing_app.services.changes import Change
    from briefing_app.store.store import Store


class StepsEditor(QWidget):
    """The follow-ups of the visit that is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._visit = VisitId("")
        self._forms: dict[FollowUpId, Form] = {}
        self._rows: QVBoxLayout = column()
        self._add = button(desk.wording.phrase("Add a follow-up"), self._added)
        self.setLayout(column(self._rows, row(self._add, None)))

    def show_steps(self, visit: VisitId, steps: Sequence[FollowUp]) -> None:
        """Show a visit's follow-ups; what somebody is typing stays."""
        self._visit = visit
        if list(self._forms) != [step.id for step in steps]:
            clear(self._rows)
            self._forms = {step.id: self._form(step.id) for step in steps}
        for step in steps:
            self._forms[step.id].show_record(step)

    def _form(self, step: FollowUpId) -> Form:
        phrase, desk = self._desk.wording.phrase, self._desk
        form = Form()
        form.add("what", TextField(desk, phrase("What"), self._save(step, "what")))
        form.add("owner", TextField(desk, phrase("Owner"), self._save(step, "owner")))
        form.add("due", DayField(desk, phrase("Due"), self._save(step, "due")))
        for_client = phrase("Agreed with the client, who reads it in the minutes")
        form.add("is_for_client", FlagField(desk, for_client, self._save(step, "is_for_client")))
        form.add("done_on", DayField(desk, phrase("Done on"), self._save(step, "done_on")))
        remove = icon_button(
            desk.look, ScreenIcon.DELETE, phrase("Delete"), partial(self._removed, step)
        )
        line = row(form, remove)
        line.setStretch(0, 1)
        frame = QFrame()
        frame.setObjectName("card")
        frame.setLayout(column(line, margin=8))
        self._rows.addWidget(frame)
        return form

    def _save(self, step: FollowUpId, field: str) -> Save:
        return partial(_work_of, step, field)

    def _added(self) -> None:
        self._desk.act(partial(_add, visit=self._visit))

    def _removed(self, step: FollowUpId, _checked: object = None) -> None:
        self._desk.act(partial(_remove, step=step))


def _work_of(step: FollowUpId, field: str, value: Any) -> Work:
    return partial(_saved, step=step, field=field, value=value)


def _saved(store: Store, step: FollowUpId, field: str, value: Any) -> Change:
    return change_field(store, kind="follow_up", record_id=step, field=field, value=value)


def _add(store: Store, visit: VisitId) -> Change:
    return add_follow_up(store, visit, Text())


def _remove(store: Store, step: FollowUpId) -> Change:
    return delete_records(store, kind="follow_up", ids=(step,))
