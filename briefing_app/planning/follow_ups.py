"""What was promised at the visits of a project: what is open, what was done, what was agreed."""

from __future__ import annotations

from datetime import date

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import VisitRecord


def open_steps(dossier: Dossier) -> tuple[FollowUp, ...]:
    """What is not done yet, what is due first at the top, what has no day at the end."""
    still_open = (step for step in dossier.follow_ups if step.done_on is None)
    return tuple(sorted(still_open, key=lambda step: step.due or date.max))


def done_steps(dossier: Dossier) -> tuple[FollowUp, ...]:
    """What was done, the latest first."""
    done = [step for step in dossier.follow_ups if step.done_on is not None]
    return tuple(sorted(done, key=lambda step: step.done_on or date.min, reverse=True))


def is_overdue(step: FollowUp, today: date) -> bool:
    """True for something open whose day has passed."""
    return step.done_on is None and step.due is not None and step.due < today


def is_ours(step: FollowUp, dossier: Dossier) -> bool:
    """False where the owner named is the client or one of its people."""
    theirs = (
        dossier.client.name,
        dossier.client.short_name,
        *(person.name for person in dossier.people),
    )
    names = {words.casefold() for name in theirs for words in name.both if words}
    return not any(name in words.casefold() for name in names for words in step.owner.both)


def owed_to_client(dossier: Dossier) -> tuple[FollowUp, ...]:
    """What was agreed with the client at earlier visits and is still open, the earliest first."""
    mine = dossier.visit.starts_at
    earlier = {visit.id for visit in dossier.visits if visit.starts_at < mine}
    return tuple(
        step
        for step in open_steps(dossier)
        if step.is_for_client and step.what and step.visit in earlier
    )


def last_time(dossier: Dossier) -> tuple[Visit, VisitRecord] | None:
    """The latest earlier visit of the project of which something was recorded."""
    starts = {visit.id: visit for visit in dossier.visits}
    earlier = [
        (starts[record.visit], record)
        for record in dossier.records
        if record.visit in starts and starts[record.visit].starts_at < dossier.visit.starts_at
    ]
    return max(earlier, key=lambda pair: pair[0].starts_at, default=None)
