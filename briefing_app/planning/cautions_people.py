"""Warnings about people: who is missing, unknown, not met, neglected or against us."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain as joined

from briefing_app.domain.message import say, say_count
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.stakeholder import DECISION_CHAIN, BuyingRole, Influence, LineKind, Support
from briefing_app.planning.briefing import (
    Because,
    Caution,
    FactReference,
    SeatState,
    Severity,
    WarningKind,
)
from briefing_app.planning.facts import Contact, Facts
from briefing_app.planning.findings import Findings
from briefing_app.planning.reasons import because, fact

Cautions = Iterator[Caution]

_LATE = (Stage.SOLUTION, Stage.NEGOTIATION, Stage.DELIVERY_REVIEW)


def missing_role(findings: Findings) -> Cautions:
    """A role of the five that nobody holds."""
    opportunity = findings.facts.dossier.opportunity
    for seat in findings.chain:
        if seat.role in DECISION_CHAIN and seat.state is SeatState.EMPTY:
            weighty = seat.role in (BuyingRole.DECIDER, BuyingRole.BUDGET_HOLDER)
            late = weighty and findings.facts.stage in _LATE
            yield Caution(
                kind=WarningKind.MISSING_ROLE,
                severity=Severity.HIGH if late else Severity.MEDIUM,
                message=say("Nobody is known as {role}.", role=seat.role),
                action=say("Ask at the visit who it is: {role}.", role=seat.role),
                because=(
                    because(
                        say("Five roles take part in every purchase; this one has no person."),
                        fact(opportunity),
                    ),
                ),
            )


def unknown_support(findings: Findings) -> Cautions:
    """Somebody who matters, and we do not know which side that person is on."""
    for contact in findings.facts.contacts:
        if contact.support is Support.UNKNOWN and findings.facts.matters(contact):
            name = contact.person.name
            yield Caution(
                kind=WarningKind.UNKNOWN_SUPPORT,
                severity=Severity.MEDIUM,
                message=say("We do not know where {name} stands.", name=name),
                action=say("Ask {name} what would have to be true to support this.", name=name),
                because=(_why_it_matters(findings.facts, contact, "support"),),
                person=contact.person.id,
            )


def _why_it_matters(facts: Facts, contact: Contact, field: str) -> Because:
    name = contact.person.name
    visit = fact(facts.dossier.visit, "attendees")
    if BuyingRole.DECIDER in contact.roles:
        return because(
            say("{name} decides.", name=name), contact.fact("roles"), contact.fact(field)
        )
    if contact.influence is Influence.HIGH:
        message = say("The word of {name} weighs much.", name=name)
        return because(message, contact.fact("influence"), contact.fact(field))
    return because(say("{name} will be at the visit.", name=name), visit, contact.fact(field))


def single_threaded(findings: Findings) -> Cautions:
    """All that we know hangs on one contact."""
    met = [contact for contact in findings.facts.contacts if contact.is_met]
    if len(met) == 1:
        name = met[0].person.name
        yield Caution(
            kind=WarningKind.SINGLE_THREADED,
            severity=Severity.HIGH if findings.facts.stage in _LATE else Severity.LOW,
            message=say("{name} is our only contact; if {name} leaves, so do we.", name=name),
            action=say("Ask {name} to introduce a second person before the next visit.", name=name),
            because=(because(say("Nobody else was met so far."), met[0].fact("coverage")),),
            person=met[0].person.id,
        )


def decider_not_met(findings: Findings) -> Cautions:
    """A decider is known, was never met, and will not be at this visit either."""
    facts = findings.facts
    named = (c for c in facts.contacts if not c.person.is_placeholder)
    deciders = [c for c in named if BuyingRole.DECIDER in c.roles]
    if deciders and not any(c.is_met or facts.attends(c) for c in deciders):
        names = tuple(c.person.name for c in deciders)
        yield Caution(
            kind=WarningKind.DECIDER_NOT_MET,
            severity=Severity.HIGH if facts.stage in _LATE else Severity.MEDIUM,
            message=say("We never met who decides: {people}.", people=names),
            action=say("Leave this visit with a date for meeting {people}.", people=names),
            because=(
                because(
                    say("Without the decider a yes is worth little."),
                    *joined.from_iterable((c.fact("roles"), c.fact("coverage")) for c in deciders),
                ),
            ),
            person=deciders[0].person.id,
        )


def kdm_uncovered(findings: Findings) -> Cautions:
    """Nobody of the department that should carry a proposed product was met or will be."""
    facts = findings.facts
    for expectation in findings.kdm:
        people = [c for c in facts.contacts if c.person.department in expectation.departments]
        people += [c for c in facts.attending if c.person.department in expectation.departments]
        if expectation.departments and not any(c.is_met or facts.attends(c) for c in people):
            product = facts.products[expectation.product_id]
            yield Caution(
                kind=WarningKind.KDM_UNCOVERED,
                severity=Severity.HIGH if facts.stage in _LATE else Severity.MEDIUM,
                message=say(
                    "{product} should be carried by {departments}, and we know nobody there.",
                    product=product.name,
                    departments=expectation.departments,
                ),
                action=say(
                    "Ask who in {departments} would gain most, and get an introduction.",
                    departments=expectation.departments[:1],
                ),
                because=expectation.because,
            )


def no_opponent_marked(findings: Findings) -> Cautions:
    """Many people and nobody against it: somebody was overlooked."""
    contacts = findings.facts.contacts
    opposed = any(contact.support is Support.OPPONENT for contact in contacts)
    if len(contacts) >= findings.facts.settings.opponent_expected_from and not opposed:
        yield Caution(
            kind=WarningKind.NO_OPPONENT_MARKED,
            severity=Severity.LOW,
            message=say_count(
                "{count} person on the map and nobody against us: look again.",
                "{count} people on the map and nobody against us: look again.",
                len(contacts),
            ),
            action=say("Ask who loses work, budget or influence if this goes ahead."),
            because=(
                because(
                    say("In a purchase of many there is nearly always somebody against it."),
                    *(contact.fact("support") for contact in contacts),
                ),
            ),
        )


def opponent_unanswered(findings: Findings) -> Cautions:
    """An opponent to whom no ally of ours is close."""
    facts = findings.facts
    for contact in facts.contacts:
        if contact.support is Support.OPPONENT and not _has_ally_nearby(facts, contact):
            name = contact.person.name
            weighty = contact.influence is Influence.HIGH or BuyingRole.DECIDER in contact.roles
            yield Caution(
                kind=WarningKind.OPPONENT_UNANSWERED,
                severity=Severity.HIGH if weighty else Severity.MEDIUM,
                message=say("{name} is against us, and no ally of ours is close.", name=name),
                action=say(
                    "Find out what {name} would lose, and whom {name} listens to.", name=name
                ),
                because=(
                    because(
                        say("No supportive person in the same department or joined by a line."),
                        contact.fact("support"),
                        fact(contact.person, "department"),
                    ),
                ),
                person=contact.person.id,
            )


def _has_ally_nearby(facts: Facts, opponent: Contact) -> bool:
    mine = opponent.person
    linked = {
        person
        for line in facts.dossier.lines
        if line.kind is not LineKind.CONFLICTS_WITH and mine.id in (line.source, line.target)
        for person in (line.source, line.target)
    }
    return any(
        c.is_ally and (c.person.id in linked or c.person.department is mine.department)
        for c in facts.contacts
    )


def no_champion(findings: Findings) -> Cautions:
    """Nobody carries it inside the client's house."""
    facts = findings.facts
    if not facts.contacts or any(c.support is Support.CHAMPION for c in facts.contacts):
        return
    early = facts.stage is Stage.FIRST_CONTACT
    yield Caution(
        kind=WarningKind.NO_CHAMPION,
        severity=Severity.LOW if early else Severity.MEDIUM,
        message=say("Nobody at the client speaks for us when we are not there."),
        action=say("Find who gains most from it, and give that person the figures."),
        because=(
            because(
                say("No person on the map is marked as champion."),
                *(contact.fact("support") for contact in facts.contacts),
            ),
        ),
    )


def stale_contact(findings: Findings) -> Cautions:
    """Somebody who matters was met, but too long ago."""
    facts = findings.facts
    limit = facts.settings.stale_days(facts.dossier.client.grade)
    for contact in facts.contacts:
        last = contact.person.last_contact
        if (
            last is None
            or not contact.is_met
            or not (contact.is_in_chain or facts.matters(contact))
        ):
            continue
        days = (facts.today - last).days
        if days > limit:
            yield _stale(facts, contact, days, limit)


def _stale(facts: Facts, contact: Contact, days: int, limit: int) -> Caution:
    name = contact.person.name
    message = say("No contact with {name} for {days} days.", name=name, days=days)
    action = say("Call {name} before the visit.", name=name)
    reason = say(
        "At a grade {grade} client more than {limit} days is too long.",
        grade=facts.dossier.client.grade.value,
        limit=limit,
    )
    return Caution(
        kind=WarningKind.STALE_CONTACT,
        severity=Severity.MEDIUM if facts.attends(contact) else Severity.LOW,
        message=message,
        action=action,
        because=(
            because(
                reason, fact(contact.person, "last_contact"), fact(facts.dossier.client, "grade")
            ),
        ),
        person=contact.person.id,
    )


def only_assumed(findings: Findings) -> Cautions:
    """Roles or support of somebody who matters rest on a guess."""
    facts = findings.facts
    for contact in facts.contacts:
        guesses = _guesses(contact)
        if guesses and facts.matters(contact):
            name = contact.person.name
            yield Caution(
                kind=WarningKind.ONLY_ASSUMED,
                severity=Severity.LOW,
                message=say("What we hold of {name} is only assumed.", name=name),
                action=say(
                    "Make sure of it at the visit, or ask our champion about {name}.", name=name
                ),
                because=(because(say("Nobody confirmed it."), *guesses),),
                person=contact.person.id,
            )


def _guesses(contact: Contact) -> tuple[FactReference, ...]:
    known = contact.stakeholder
    if known is None:
        return ()
    guesses = []
    if known.roles and not known.roles_evidence.is_confirmed:
        guesses.append(contact.fact("roles_evidence"))
    if known.support is not Support.UNKNOWN and not known.support_evidence.is_confirmed:
        guesses.append(contact.fact("support_evidence"))
    return tuple(guesses)


def unknown_attendee(findings: Findings) -> Cautions:
    """Somebody comes of whom the map says nothing."""
    facts = findings.facts
    for contact in facts.attending:
        if contact.stakeholder is None or not contact.roles:
            name = contact.person.name
            yield Caution(
                kind=WarningKind.UNKNOWN_ATTENDEE,
                severity=Severity.MEDIUM,
                message=say("{name} comes, and we do not know in which role.", name=name),
                action=say("Ask our contact what part {name} plays.", name=name),
                because=(
                    because(
                        say("No role is recorded in this project."),
                        contact.fact("roles" if contact.stakeholder else ""),
                        fact(facts.dossier.visit, "attendees"),
                    ),
                ),
                person=contact.person.id,
            )


def no_attendees(findings: Findings) -> Cautions:
    """Nobody of the client is named for the visit."""
    visit = findings.facts.dossier.visit
    if not visit.attendees:
        yield Caution(
            kind=WarningKind.NO_ATTENDEES,
            severity=Severity.HIGH,
            message=say("Nobody of the client is named for this visit."),
            action=say("Ask who will be in the room before choosing what to show."),
            because=(
                because(
                    say("Deck and talk tracks follow the attendees."), fact(visit, "attendees")
                ),
            ),
        )
