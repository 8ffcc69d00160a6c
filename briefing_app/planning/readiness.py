"""How ready the team is: nine parts that add up to a hundred, each saying what it still lacks
and where to mend it."""

from __future__ import annotations

from briefing_app.domain.mend import Mend
from briefing_app.domain.message import Message, Parameter, say
from briefing_app.domain.opportunity import Need
from briefing_app.domain.records import Record, kind_of
from briefing_app.domain.stakeholder import DECISION_CHAIN
from briefing_app.planning.briefing import Readiness, ReadinessPart, RoleSeat, SeatState
from briefing_app.planning.concerns import concerns_of
from briefing_app.planning.facts import Contact
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


def _part(
    name: Message, points: int, out_of: int, missing: Message | None, mend: Mend
) -> ReadinessPart:
    if points == out_of:
        return ReadinessPart(name=name, points=points, out_of=out_of, missing=None)
    return ReadinessPart(name=name, points=points, out_of=out_of, missing=missing, mend=mend)


def _at(record: Record, field: str = "") -> Mend:
    return Mend(kind_of(record).name, record.id, field)


def _at_visit(findings: Findings, field: str) -> Mend:
    return _at(findings.facts.dossier.visit, field)


def _at_project(findings: Findings, field: str) -> Mend:
    return _at(findings.facts.dossier.opportunity, field)


def _at_contact(contact: Contact, field: str) -> Mend:
    """Somebody who is not on the map is a person only, who belongs there first."""
    held = contact.stakeholder
    return _at(held, field) if held else _at(contact.person)


def _share(part: int, whole: int, out_of: int) -> int:
    """Points for a part of a whole; full points only for all of it."""
    return out_of * part // whole if whole else 0


def _attendees(findings: Findings) -> ReadinessPart:
    here = findings.facts.attending
    if not here:
        missing = say("Nobody is named as attendee yet.")
        return _part(say("Attendees"), 0, 10, missing, _at_visit(findings, "attendees"))
    unknown = [c for c in here if c.stakeholder is None]
    missing = say("Not on the map: {people}.", people=tuple(c.person.name for c in unknown))
    points = 5 + _share(len(here) - len(unknown), len(here), 5)
    return _part(say("Attendees"), points, 10, missing, _at_contact((unknown or here)[0], ""))


def _roles(findings: Findings) -> ReadinessPart:
    here = findings.facts.attending
    name, without = say("Roles at the table"), [c for c in here if not c.roles]
    if not here:
        missing = say("No attendee, so no role at the table.")
        return _part(name, 0, 10, missing, _at_visit(findings, "attendees"))
    missing = say("No role known of: {people}.", people=tuple(c.person.name for c in without))
    points = _share(len(here) - len(without), len(here), 10)
    return _part(name, points, 10, missing, _at_contact((without or here)[0], "roles"))


def _chain(findings: Findings) -> ReadinessPart:
    seats = [seat for seat in findings.chain if seat.role in DECISION_CHAIN]
    points = sum(_SEAT_POINTS[seat.state] for seat in seats)
    empty = tuple(seat.role for seat in seats if seat.state is SeatState.EMPTY)
    assumed = tuple(seat.role for seat in seats if seat.state is SeatState.ASSUMED)
    missing = say("Only assumed: {roles}.", roles=assumed)
    if empty:
        missing = say("Nobody known as: {roles}.", roles=empty)
    mend = _at_project(findings, "")
    if not empty and assumed:
        mend = _at_holder(findings, next(s for s in seats if s.state is SeatState.ASSUMED))
    return _part(say("Decision chain"), points, 15, missing, mend)


def _at_holder(findings: Findings, seat: RoleSeat) -> Mend:
    held = next(c for c in findings.facts.contacts if c.person.id in seat.people)
    return _at_contact(held, "roles_evidence")


def _concerns(findings: Findings) -> ReadinessPart:
    """Eight points for knowing what moves people, seven for having a slide on it."""
    here = findings.facts.attending
    name = say("Concerns")
    if not here:
        missing = say("No attendee, so no concern to answer.")
        return _part(name, 0, 15, missing, _at_visit(findings, "attendees"))
    recorded = [c for c in here if concerns_of(c).topics and not concerns_of(c).assumed]
    firsts = [row for row in findings.coverage if row.is_first]
    covered = [row for row in firsts if row.slides]
    points = _share(len(recorded), len(here), 8) + _share(len(covered), len(here), 7)
    unsure = [c for c in here if c not in recorded]
    if unsure:
        people = tuple(c.person.name for c in unsure)
        missing = say("Concerns only assumed or unknown: {people}.", people=people)
        return _part(name, points, 15, missing, _at_contact(unsure[0], "concerns"))
    topics = tuple(dict.fromkeys(row.topic for row in firsts if not row.slides))
    missing = say("No slide answers: {topics}.", topics=topics)
    return _part(name, points, 15, missing, _at_visit(findings, ""))


def _needs(findings: Findings) -> ReadinessPart:
    needs, name = findings.facts.needs, say("Needs and answers")
    if not needs:
        missing = say("No need is recorded yet.")
        return _part(name, 0, 15, missing, _at_project(findings, ""))
    open_needs = findings.open_needs
    unsure = [need for need in needs if not need.evidence.is_confirmed]
    points = _share(len(needs) - len(open_needs), len(needs), 9)
    points += _share(len(needs) - len(unsure), len(needs), 6)
    if open_needs:
        missing = say("No product answers: {need}", need=_statement(open_needs[0]))
        return _part(name, points, 15, missing, _at(open_needs[0], "topics"))
    worst = (unsure or needs)[0]
    missing = say("Not confirmed: {need}", need=_statement(worst))
    return _part(name, points, 15, missing, _at(worst, "evidence"))


def _statement(need: Need) -> Parameter:
    return need.statement or say("a need that is not put into words")


def _proposal(findings: Findings) -> ReadinessPart:
    products = findings.hand.products
    name = say("Proposal for this industry")
    if not products:
        missing = say("No product is proposed: record needs or requests.")
        return _part(name, 0, 10, missing, _at_project(findings, "requested_products"))
    without = [p for p in products if findings.hand.value_of(p) is None]
    names = tuple(product.name for product in without)
    missing = say("Value for this industry not written: {products}.", products=names)
    points = 4 + _share(len(products) - len(without), len(products), 6)
    return _part(name, points, 10, missing, _at((without or list(products))[0], "values"))


def _case(findings: Findings) -> ReadinessPart:
    cases, industry = findings.hand.cases, findings.facts.dossier.industry
    points, missing = 10, say("No case may be shown.")
    if not cases:
        points = 0
    elif all(case.industry != industry.id for case in cases):
        points, missing = 6, say("No case from {industry} may be shown.", industry=industry.name)
    return _part(say("Success case"), points, 10, missing, _at(industry))


def _strategy(findings: Findings) -> ReadinessPart:
    agreed = findings.facts.dossier.opportunity.strategy is not None
    missing = say("The commercial strategy is not agreed.")
    mend = _at_project(findings, "strategy")
    return _part(say("Commercial strategy"), 10 * agreed, 10, missing, mend)


def _aims(findings: Findings) -> ReadinessPart:
    visit = findings.facts.dossier.visit
    points = (
        2 * bool(visit.purpose) + 2 * bool(visit.best_commitment) + bool(visit.least_commitment)
    )
    missing, field = say("The least acceptable commitment is not written."), "least_commitment"
    if not visit.best_commitment:
        missing, field = say("The best commitment to leave with is not written."), "best_commitment"
    if not visit.purpose:
        missing, field = say("The purpose of the visit is not written."), "purpose"
    return _part(say("Aim"), points, 5, missing, _at_visit(findings, field))
