"""Closing a visit: each of the six records needs an answer, or a reason why it has none."""

from __future__ import annotations

from collections.abc import Iterable

from briefing_app.domain.message import Message
from briefing_app.domain.visit import FollowUp
from briefing_app.domain.visit_record import RecordPart, VisitRecord
from briefing_app.errors import UserError


def unfinished(record: VisitRecord, follow_ups: Iterable[FollowUp]) -> tuple[RecordPart, ...]:
    """Those of the six that keep a visit open; of ``follow_ups`` the visit's own count."""
    return record.unfinished(has_follow_ups=has_steps(record, follow_ups))


def has_steps(record: VisitRecord, follow_ups: Iterable[FollowUp]) -> bool:
    """True where something is to be done after the visit, and it is written what."""
    return any(step.what and step.visit == record.visit for step in follow_ups)


def refuse_unfinished(record: VisitRecord, follow_ups: Iterable[FollowUp]) -> None:
    """Raise UserError, which names them, where records keep the visit open."""
    if parts := unfinished(record, follow_ups):
        raise UserError(
            "The visit cannot be closed yet: {parts}. Fill them in, or say why there is nothing"
            " to fill in.",
            parts=tuple(Message(part.label) for part in parts),
        )
