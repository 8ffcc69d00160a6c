"""How ready the team is: nine parts that add up to a hundred, each saying what it still lacks."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.domain.message import Message, Parameter, say
from briefing_app.domain.opportunity import Need
from briefing_app.domain.stakeholder import DECISION_CHAIN
from briefing_app.planning.briefing import Readiness, ReadinessPart, SeatState
from briefing_app.planning.concerns import concerns_of
from briefing_app.planning.findings import Findings

_SEAT_POINTS = {SeatState.CONFIRMED: 3, SeatState.ASSUMED: 2, SeatState.EMPTY: 0}


def readiness(findings: Findings) -> Readiness:
    """The score and its parts."""
    parts = (
        _attendees(findings),
        _roles(findings),
        _chain(findings),
        _concerns(findings),
        _needs(findings),
        _proposal(findings),
        _case(findings),
        _strategy(findings),
        _aims(findings),
    )
    return Readiness(score=sum(part.points for part in parts), parts=parts)


def _part(name: Message, points: int, out_of: int, missing: Message | None) -> ReadinessPart:
    lacking = missing if points < out_of else None
    return ReadinessPart(name=name, points=points, out_of=out_of, missing=lacking)


def _share(part: int, whole: int, out_of: int) -> int:
    """Points for a part of a whole; full points only for all of it."""
    return out_of * part // whole if whole else 0


def _attendees(findings: Findings) -> ReadinessPart:
    here = findings.facts.attending
    if not here:
        return _part(say("Attendees"), 0, 10, say("Nobody is named as attendee yet."))
    unknown = tuple(c.person.name for c in here if c.stakeholder is None)
    missing = say("Not on the map: {people}.", people=unknown)
    return _part(say("Attendees"), 5 + _share(len(here) - len(unknown), len(here), 5), 10, missing)


def _roles(findings: Findings) -> ReadinessPart:
    here = findings.facts.attending
    without = tuple(c.person.name for c in here if not c.roles)
    missing = say("No role known of: {people}.", people=without)
    if not here:
        missing = say("No attendee, so no role at the table.")
    return _part(
        say("Roles at the table"), _share(len(here) - len(without), len(here), 10), 10, missing
    )


def _chain(findings: Findings) -> ReadinessPart:
    seats = [seat for seat in findings.chain if seat.role in DECISION_CHAIN]
    points = sum(_SEAT_POINTS[seat.state] for seat in seats)
    empty = tuple(seat.role for seat in seats if seat.state is SeatState.EMPTY)
    assumed = tuple(seat.role for seat in seats if seat.state is SeatState.ASSUMED)
    missing = say("Only assumed: {roles}.", roles=assumed)
    if empty:
        missing = say("Nobody known as: {roles}.", roles=empty)
    return _part(say("Decision chain"), points, 15, missing)


def _concerns(findings: Findings) -> ReadinessPart:
    """Eight points for knowing what moves people, seven for having a slide on it."""
    here = findings.facts.attending
    name = say("Concerns")
    if not here:
        return _part(name, 0, 15, say("No attendee, so no concern to answer."))
    recorded = [c for c in here if concerns_of(c).topics and not concerns_of(c).assumed]
    firsts = [row for row in findings.coverage if row.is_first]
    covered = [row for row in firsts if row.slides]
    points = _share(len(recorded), len(here), 8) + _share(len(covered), len(here), 7)
    missing = say(
        "Concerns only assumed or unknown: {people}.",
        people=tuple(c.person.name for c in here if c not in recorded),
    )
    if len(recorded) == len(here):
        topics = tuple(dict.fromkeys(row.topic for row in firsts if not row.slides))
        missing = say("No slide answers: {topics}.", topics=topics)
    return _part(name, points, 15, missing)


def _needs(findings: Findings) -> ReadinessPart:
    needs, name = findings.facts.needs, say("Needs and answers")
    if not needs:
        return _part(name, 0, 15, say("No need is recorded yet."))
    open_needs = findings.open_needs
    unsure = [need for need in needs if not need.evidence.is_confirmed]
    points = _share(len(needs) - len(open_needs), len(needs), 9)
    points += _share(len(needs) - len(unsure), len(needs), 6)
    return _part(name, points, 15, _missing_of_needs(open_needs, unsure))


def _missing_of_needs(open_needs: Sequence[Need], unsure: Sequence[Need]) -> Message | None:
    if open_needs:
        return say("No product answers: {need}", need=_statement(open_needs[0]))
    return say("Not confirmed: {need}", need=_statement(unsure[0])) if unsure else None


def _statement(need: Need) -> Parameter:
    return need.statement or say("a need that is not put into words")


def _proposal(findings: Findings) -> ReadinessPart:
    products = findings.hand.products
    name = say("Proposal for this industry")
    if not products:
        return _part(name, 0, 10, say("No product is proposed: record needs or requests."))
    without = tuple(p.name for p in products if findings.hand.value_of(p) is None)
    missing = say("Value for this industry not written: {products}.", products=without)
    return _part(name, 4 + _share(len(products) - len(without), len(products), 6), 10, missing)


def _case(findings: Findings) -> ReadinessPart:
    cases, industry = findings.hand.cases, findings.facts.dossier.industry
    points, missing = 10, say("No case may be shown.")
    if not cases:
        points = 0
    elif all(case.industry != industry.id for case in cases):
        points, missing = 6, say("No case from {industry} may be shown.", industry=industry.name)
    return _part(say("Success case"), points, 10, missing)


def _strategy(findings: Findings) -> ReadinessPart:
    agreed = findings.facts.dossier.opportunity.strategy is not None
    missing = say("The commercial strategy is not agreed.")
    return _part(say("Commercial strategy"), 10 * agreed, 10, missing)


def _aims(findings: Findings) -> ReadinessPart:
    visit = findings.facts.dossier.visit
    points = (
        2 * bool(visit.purpose) + 2 * bool(visit.best_commitment) + bool(visit.least_commitment)
    )
    missing = say("The least acceptable commitment is not written.")
    if not visit.best_commitment:
        missing = say("The best commitment to leave with is not written.")
    if not visit.purpose:
        missing = say("The purpose of the visit is not written.")
    return _part(say("Aim"), points, 5, missing)
