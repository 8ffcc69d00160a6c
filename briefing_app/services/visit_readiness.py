"""How ready the team is for visits, apart from `today_view`: the rules of planning load for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefing_app.domain.ids import VisitId
from briefing_app.domain.message import Message
from briefing_app.errors import UserError
from briefing_app.planning.briefing import Readiness, Severity, TeamSide
from briefing_app.services.prepare import prepare_briefing
from briefing_app.store.store import Store


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitReadiness:
    """How ready the team is, of 100, and the two weightiest things that lack.

    ``warnings`` tells how many there are of each severity, the gravest first. Where the visit
    cannot be prepared, ``problem`` says why and ``score`` is ``None``.
    """

    visit: VisitId
    score: int | None = None
    missing: tuple[Message, ...] = ()
    warnings: tuple[tuple[Severity, int], ...] = ()
    problem: UserError | None = None


def readiness_of(
    store: Store, visits: Iterable[VisitId], *, today: date
) -> tuple[VisitReadiness, ...]:
    """The readiness of each visit as of ``today``, a few milliseconds each."""
    return tuple(_readiness(store, visit, today) for visit in visits)


def _readiness(store: Store, visit: VisitId, today: date) -> VisitReadiness:
    try:
        side = prepare_briefing(store, visit, today=today).team_side
    except UserError as problem:
        return VisitReadiness(visit=visit, problem=problem)
    return VisitReadiness(
        visit=visit,
        score=side.readiness.score,
        missing=_weightiest(side.readiness),
        warnings=_by_severity(side),
    )


def _weightiest(readiness: Readiness) -> tuple[Message, ...]:
    lacking = [part for part in readiness.parts if part.missing]
    lacking.sort(key=lambda part: part.points - part.out_of)
    return tuple(part.missing for part in lacking[:2] if part.missing)


def _by_severity(side: TeamSide) -> tuple[tuple[Severity, int], ...]:
    found = [caution.severity for caution in side.cautions]
    return tuple((one, found.count(one)) for one in Severity if one in found)
