"""The form that is filled in after a visit; every field saves itself, closing brings it in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from briefing_app.domain.ids import VisitId
from briefing_app.domain.opportunity import Intent, Stage
from briefing_app.domain.text import Text
from briefing_app.domain.visit_record import AimReached, Continuation, RecordPart
from briefing_app.errors import UserError
from briefing_app.services.after_visit import (
    AfterVisit,
    after_visit,
    close_visit,
    edit_visit_record,
    give_reason,
)
from briefing_app.services.changes import Change
from briefing_app.services.drafts import Spot
from briefing_app.services.parts import Edit
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import ChoiceField, label_choices
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.numbers import DayField
from briefing_app.ui.fields.part_kind import PartKind
from briefing_app.ui.fields.parts_list import PartsList
from briefing_app.ui.fields.saving import Editing, Keeping, Save
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages.visits.after.kinds import PartKinds
from briefing_app.ui.pages.visits.after.section import Section
from briefing_app.ui.pages.visits.after.steps import StepsEditor
from briefing_app.ui.pages.visits.people_field import TickField
from briefing_app.ui.widgets import button, card, clear, column, label, row, scrolling
from briefing_app.ui.workers import Work

if TYPE_CHECKING:
    from datetime import date

    from briefing_app.store.store import Store

_WIDEST = 900
_SHOWN_HERE = ("visit", "visit_record", "follow_up", "need", "person", "product")


class AfterPanel(QWidget):
    """What one visit brought. ``minutes_wanted`` asks for the minutes to be made."""

    minutes_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._visit: VisitId | None = None
        self._shown: AfterVisit | None = None
        self._forms: list[Form] = []
        self._editors: dict[str, PartsList] = {}
        self._sections: dict[RecordPart, Section] = {}
        self._steps = StepsEditor(desk)
        self._waiting: list[Callable[[], QWidget]] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)
        self._state = label("")
        self._close = button(desk.wording.phrase("Close the visit"), self._close_visit)
        self._minutes = button(desk.wording.phrase("Make the minutes"), self.minutes_wanted.emit)
        self._parts = column(margin=STEP, space=2 * STEP)
        inside = QWidget()
        inside.setLayout(self._parts)
        inside.setMaximumWidth(round(_WIDEST * desk.look.scale))
        tools = row(self._state, self._minutes, self._close, margin=STEP)
        tools.setStretch(0, 1)
        whole = column(tools)
        whole.addWidget(scrolling(inside), 1)
        self.setLayout(whole)
        desk.changed.connect(self._changed)

    def open_visit(self, visit: VisitId) -> None:
        """Show what a visit brought."""
        self._visit = visit
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Its fields are made once somebody looks at them."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if self._visit is not None and self.isVisible():
            self._desk.ask(partial(_after, visit=self._visit), self._show, self._gone)

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWN_HERE):
            self._read()

    def _gone(self, _error: UserError) -> None:
        """The visit's page tells that it is gone."""
        self._visit = None

    def _show(self, after: AfterVisit) -> None:
        if after.visit.id != self._visit:
            return
        before, self._shown = self._shown, after
        if before is None or _offered(before) != _offered(after):
            self._begin(after)
        elif not self._waiting:
            self._fill(after)

    def _fill(self, after: AfterVisit) -> None:
        for form in self._forms:
            form.show_record(after.record)
        for name, editor in self._editors.items():
            editor.show_parts(getattr(after.record, name))
        self._steps.show_steps(after.visit.id, after.follow_ups)
        for view in after.parts:
            self._sections[view.part].show_part(view)
        self._tell_state(after)

    def _tell_state(self, after: AfterVisit) -> None:
        wording = self._desk.wording
        missing = wording.listing(wording.label(part) for part in after.unfinished)
        words = wording.phrase("All six have an answer or a reason: the visit can be closed.")
        if after.record.closed_on is not None:
            words = wording.phrase("Closed on {day}.", day=after.record.closed_on)
        elif missing:
            words = wording.phrase("Open: {parts}.", parts=missing)
        self._state.setText(words)
        self._close.setEnabled(not missing and after.record.closed_on is None)

    def _begin(self, after: AfterVisit) -> None:
        """Make the fields anew, a part at a time, so that the window answers in between."""
        self._steps.setParent(None)
        clear(self._parts)
        self._forms, self._editors = [], {}
        kinds = PartKinds(self._desk, after)
        self._waiting = [
            partial(self._commitment, after),
            *(partial(self._section, part, after.visit.id, kinds) for part in RecordPart),
            partial(self._besides, after),
        ]
        self._next.start()

    def _go_on(self) -> None:
        if self._waiting:
            self._parts.addWidget(self._waiting.pop(0)())
            self._next.start()
        elif self._shown is not None:
            self._parts.addStretch(1)
            self._fill(self._shown)

    def _section(self, part: RecordPart, visit: VisitId, kinds: PartKinds) -> Section:
        spot = Spot("visit", visit, ("record", "left_open", part.value))
        save = Keeping(spot, partial(_reason_work, visit, part))
        self._sections[part] = Section(self._desk, part, self._content(part, kinds), save)
        return self._sections[part]

    def _commitment(self, after: AfterVisit) -> QWidget:
        wording, phrase, desk = self._desk.wording, self._desk.wording.phrase, self._desk
        aims = [
            label(phrase("{label}: {value}", label=name, value=wording.text(aim)), tone="muted")
            for name, aim in (
                (phrase("At best"), after.visit.best_commitment),
                (phrase("At least"), after.visit.least_commitment),
            )
            if aim
        ]
        form = self._form(
            aim=ChoiceField(
                desk, phrase("Aim reached"), self._save("aim"), label_choices(desk, AimReached)
            ),
            commitment=TextField(
                desk,
                phrase("What was promised"),
                self._save("commitment"),
                lines=2,
                tip=phrase("What the client promised in the end; stays inside."),
            ),
        )
        heading = label(phrase("What became of the commitment"), "heading")
        return card(heading, *aims, form)

    def _besides(self, after: AfterVisit) -> QWidget:
        """Who of us was there, and what else the team should know."""
        wording, phrase, desk = self._desk.wording, self._desk.wording.phrase, self._desk
        team = TickField(desk, phrase("Who of us was there"), self._save("team"))
        colleagues = after.colleagues
        team.offer(
            [(one.id, wording.text(one.name), wording.text(one.title)) for one in colleagues]
        )
        tip = phrase("For the team only; never shown to a client.")
        note = TextField(desk, phrase("Note"), self._save("note"), lines=2, tip=tip)
        return card(label(phrase("Besides"), "heading"), self._form(team=team, note=note))

    def _content(self, part: RecordPart, kinds: PartKinds) -> list[QWidget]:
        match part:
            case RecordPart.NEEDS:
                return [self._editor("needs", kinds.needs)]
            case RecordPart.PROJECT:
                return [self._project()]
            case RecordPart.PEOPLE:
                return [self._editor("people", kinds.people)]
            case RecordPart.SHOWN:
                return [self._editor("shown", kinds.shown)]
            case RecordPart.FEEDBACK:
                return [self._editor("feedback", kinds.feedback)]
            case RecordPart.AGREED:
                steps = label(self._desk.wording.phrase("Follow-ups"), "heading")
                points = self._editor("agreed", kinds.agreed)
                return [points, self._next_meeting(), steps, self._steps, *self._questions(kinds)]

    def _questions(self, kinds: PartKinds) -> list[QWidget]:
        phrase = self._desk.wording.phrase
        purpose = label(
            phrase("What nobody could answer; the team's minutes list it, no client reads it."),
            tone="muted",
        )
        heading = label(phrase("Open questions"), "heading")
        return [heading, purpose, self._editor("open_questions", kinds.open_questions)]

    def _project(self) -> Form:
        phrase, desk, save = self._desk.wording.phrase, self._desk, self._save
        unchanged = phrase("unchanged")
        return self._form(
            continuation=ChoiceField(
                desk,
                phrase("Does it go on"),
                save("continuation"),
                label_choices(desk, Continuation),
            ),
            stage=ChoiceField(
                desk,
                phrase("Stage now"),
                save("stage"),
                label_choices(desk, Stage, none=unchanged),
            ),
            intent=ChoiceField(
                desk,
                phrase("Intent now"),
                save("intent"),
                label_choices(desk, Intent, none=unchanged),
            ),
            delivery=TextField(desk, phrase("How it would be delivered"), save("delivery")),
            next_decision=TextField(desk, phrase("Next decision"), save("next_decision")),
            next_decision_on=DayField(desk, phrase("Next decision on"), save("next_decision_on")),
        )

    def _next_meeting(self) -> Form:
        phrase, desk, save = self._desk.wording.phrase, self._desk, self._save
        tip = phrase("What for and where. Clients will read it.")
        return self._form(
            next_meeting=TextField(desk, phrase("Next meeting"), save("next_meeting"), tip=tip),
            next_meeting_on=DayField(desk, phrase("Next meeting on"), save("next_meeting_on")),
        )

    def _form(self, **fields: Field) -> Form:
        form = Form()
        for name, field in fields.items():
            form.add(name, field)
        self._forms.append(form)
        return form

    def _editor(self, name: str, kind: PartKind) -> PartsList:
        self._editors[name] = PartsList(self._desk, kind, self._there.inside(name))
        return self._editors[name]

    @property
    def _there(self) -> Editing:
        """The record of the visit that is shown, which its first edit begins."""
        return Editing(Spot("visit", self._visit or VisitId(""), ("record",)), _edit)

    def _save(self, field: str) -> Save:
        return self._there.inside(field).keeping

    def _close_visit(self) -> None:
        if self._visit is not None:
            work = partial(_closed, visit=self._visit, today=self._desk.today())
            self._desk.act(work, self._told_closed)

    def _told_closed(self, _change: Change) -> None:
        words = self._desk.wording.phrase(
            "The visit is closed; what was learnt stands in needs, people and the project."
        )
        self._desk.tell(words)


def _offered(after: AfterVisit) -> tuple[object, ...]:
    """What the fields are made of; others need other fields."""
    named = (after.needs, after.people, after.products, after.colleagues)
    aims = (after.visit.best_commitment, after.visit.least_commitment)
    return (after.visit.id, aims, *(tuple(one.id for one in records) for records in named))


def _edit(spot: Spot, edit: Edit) -> Work:
    path = spot.path[1:]  # without the step from the visit to its record
    return partial(edit_visit_record, visit=VisitId(spot.record_id), path=path, edit=edit)


def _reason_work(visit: VisitId, part: RecordPart, value: Any) -> Work:
    return partial(_reasoned, visit=visit, part=part, reason=value)


def _after(store: Store, visit: VisitId) -> AfterVisit:
    return after_visit(store, visit)


def _reasoned(store: Store, visit: VisitId, part: RecordPart, reason: Text) -> Change:
    return give_reason(store, visit, part, reason)


def _closed(store: Store, visit: VisitId, today: date) -> Change:
    return close_visit(store, visit, today=today)
