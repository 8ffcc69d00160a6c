"""After a visit: its record filled in bit by bit, its follow-ups, and the visit closed.

While it is filled in the record is a draft that changes nothing else. Closing the visit brings
what was learnt into needs, people and the project.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from briefing_app.domain.client import Person
from briefing_app.domain.ids import FollowUpId, VisitId, new_id
from briefing_app.domain.message import say
from briefing_app.domain.offering import Colleague, Product
from briefing_app.domain.opportunity import Need
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import LeftOpen, RecordPart, VisitRecord
from briefing_app.errors import UserError
from briefing_app.planning.days import local_day
from briefing_app.planning.recording import apply_record, begun_record
from briefing_app.services.changes import Change
from briefing_app.services.closing import has_steps, refuse_unfinished, unfinished
from briefing_app.services.parts import Edit, Path, edited
from briefing_app.services.picking import Choice
from briefing_app.services.topics import topics_to_choose
from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class PartView:
    """One of the six records: whether it says something, else the reason why it does not."""

    part: RecordPart
    is_answered: bool
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterVisit:
    """All that is filled in after a visit, and what its fields offer to choose from.

    ``record`` is the stored one, or one that says that all came and is not stored yet. ``day``
    is that of the visit where the client is.
    """

    visit: Visit
    day: date
    record: VisitRecord
    parts: tuple[PartView, ...]
    follow_ups: tuple[FollowUp, ...]
    needs: tuple[Need, ...]
    people: tuple[Person, ...]
    colleagues: tuple[Colleague, ...]
    products: tuple[Product, ...]
    topics: tuple[Choice, ...]

    @property
    def unfinished(self) -> tuple[RecordPart, ...]:
        """Those of the six that keep the visit open."""
        return unfinished(self.record, self.follow_ups)


def after_visit(store: Store, visit_id: VisitId) -> AfterVisit:
    """What is known of how a visit went; UserError when it is not there."""
    dossier = store.dossier(visit_id)
    record = begun_record(dossier, new_id)
    steps = tuple(step for step in dossier.follow_ups if step.visit == visit_id)
    return AfterVisit(
        visit=dossier.visit,
        day=local_day(dossier.visit.starts_at, dossier.client.time_zone),
        record=record,
        parts=tuple(
            PartView(
                part,
                record.answers(part, has_follow_ups=has_steps(record, steps)),
                record.reason_for(part),
            )
            for part in RecordPart
        ),
        follow_ups=tuple(sorted(steps, key=lambda step: (step.due or date.max, step.id))),
        needs=tuple(sorted(dossier.needs, key=lambda need: need.level)),
        people=dossier.people,
        colleagues=dossier.colleagues,
        products=dossier.products,
        topics=topics_to_choose(store, dossier.client.industry),
    )


def edit_visit_record(store: Store, *, visit: VisitId, path: Path, edit: Edit) -> Change:
    """Edit what lies at a path of a visit's record, which is begun where there is none yet; a
    closed visit is open again, so that what changed is brought in when it is closed anew.

    UserError where a part is added that says nothing, or lacks what it needs.
    """

    def change(record: VisitRecord) -> VisitRecord:
        changed = edited(record, path, edit)
        if _blanks(changed) > _blanks(record) and _parts(changed) > _parts(record):
            raise UserError("This says nothing yet. Fill in what it is about, or cancel.")
        return changed

    return _change(store, visit, change)


def give_reason(store: Store, visit_id: VisitId, part: RecordPart, reason: Text) -> Change:
    """Say why one of the six records has no answer; empty words take the reason back."""

    def with_reason(record: VisitRecord) -> VisitRecord:
        others = tuple(one for one in record.left_open if one.part is not part)
        given = (LeftOpen(part=part, reason=reason),) if reason else ()
        return replace(record, left_open=(*others, *given))

    return _change(store, visit_id, with_reason)


def close_visit(store: Store, visit_id: VisitId, *, today: date) -> Change:
    """Bring what the record says into needs, people and the project, and close the visit.

    UserError, which names them, while records have neither an answer nor a reason.
    """
    label = say("Close the visit")
    with store.act(label) as act:
        dossier = store.dossier(visit_id)
        record = replace(begun_record(dossier, new_id).filled, closed_on=today)
        refuse_unfinished(record, dossier.follow_ups)
        store.save(apply_record(dossier, record, new_id).changes)
    return Change(label, act.records)


def add_follow_up(store: Store, visit_id: VisitId, what: Text) -> Change:
    """Note something to be done after a visit."""
    label = say("Add a follow-up")
    with store.act(label) as act:
        store.save([FollowUp(id=FollowUpId(new_id()), visit=visit_id, what=what)])
    return Change(label, act.records)


def _change(
    store: Store, visit_id: VisitId, change: Callable[[VisitRecord], VisitRecord]
) -> Change:
    label = say("Fill in the visit record")
    with store.act(label) as act:
        dossier = store.dossier(visit_id)
        store.save([replace(change(begun_record(dossier, new_id)), closed_on=None)])
    return Change(label, act.records)


def _parts(record: VisitRecord) -> int:
    lists = (record.needs, record.people, record.shown, record.feedback, record.agreed)
    return len(record.open_questions) + sum(map(len, lists))


def _blanks(record: VisitRecord) -> int:
    """How many parts were begun and left empty."""
    return _parts(record) - _parts(record.filled)
