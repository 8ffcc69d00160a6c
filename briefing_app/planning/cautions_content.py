"""Warnings about content: concerns, needs, cases, strategy, aims and texts that are lacking."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.domain.message import Parameter, say
from briefing_app.domain.opportunity import Need, NeedLevel, Stage
from briefing_app.domain.text import Language
from briefing_app.planning.briefing import Caution, CoverageRow, Severity, WarningKind
from briefing_app.planning.case_fit import hindrance, internal_name
from briefing_app.planning.concerns import concerns_of
from briefing_app.planning.facts import Contact
from briefing_app.planning.findings import Findings
from briefing_app.planning.reasons import because, fact
from briefing_app.planning.shown_texts import shown_texts

Cautions = Iterator[Caution]

_NEED_SEVERITY = {NeedLevel.L1: Severity.HIGH, NeedLevel.L2: Severity.MEDIUM}


def concern_unanswered(findings: Findings) -> Cautions:
    """A first concern, or a recorded one, that no planned slide answers."""
    contacts = {contact.person.id: contact for contact in findings.facts.attending}
    for row in findings.coverage:
        contact = contacts[row.person_id]
        if not row.slides and (row.is_first or not concerns_of(contact).assumed):
            yield _unanswered(contact, row)


def _unanswered(contact: Contact, row: CoverageRow) -> Caution:
    name = contact.person.name
    assumed = concerns_of(contact).assumed
    reason = say("On record for {name}.", name=name)
    if assumed:
        reason = say("No concern is recorded for {name}: assumed from the role.", name=name)
    return Caution(
        kind=WarningKind.CONCERN_UNANSWERED,
        severity=Severity.MEDIUM if row.is_first else Severity.LOW,
        message=say(
            "No slide answers what {name} cares about: {topic}.", name=name, topic=row.topic
        ),
        action=say("Add the facts for such a slide, or answer {name} in person.", name=name),
        because=(because(reason, contact.fact("roles" if assumed else "concerns")),),
        person=contact.person.id,
    )


def need_unanswered(findings: Findings) -> Cautions:
    """A need that nothing we propose answers."""
    for need in findings.open_needs:
        yield Caution(
            kind=WarningKind.NEED_UNANSWERED,
            severity=_NEED_SEVERITY.get(need.level, Severity.LOW),
            message=say(
                "Nothing we propose answers the {level} need: {need}",
                level=need.level.value,
                need=_statement(need),
            ),
            action=say("Find a product or a partner for it, or say openly that we leave it out."),
            because=(
                because(
                    say("No proposed product has a topic in common with it."),
                    fact(need, "topics"),
                    *(fact(product, "topics") for product in findings.hand.products),
                ),
            ),
        )


def _statement(need: Need) -> Parameter:
    return need.statement or say("a need that is not put into words")


def strategy_not_agreed(findings: Findings) -> Cautions:
    """The commercial strategy must stand before the meeting."""
    opportunity = findings.facts.dossier.opportunity
    if opportunity.strategy is None:
        late = findings.facts.stage in (Stage.SOLUTION, Stage.NEGOTIATION)
        yield Caution(
            kind=WarningKind.STRATEGY_NOT_AGREED,
            severity=Severity.HIGH if late else Severity.MEDIUM,
            message=say("The commercial strategy is not agreed."),
            action=say("Agree channel, charging and aim inside before the meeting."),
            because=(
                because(
                    say("Two of us who answer a price question differently lose the client."),
                    fact(opportunity, "strategy"),
                ),
            ),
        )


def no_case(findings: Findings) -> Cautions:
    """There is no case to show."""
    if not findings.hand.cases:
        cases = tuple(fact(case) for case in findings.facts.dossier.cases[:5])
        yield Caution(
            kind=WarningKind.NO_CASE,
            severity=Severity.MEDIUM,
            message=say("No success case may be shown at this visit."),
            action=say("Get a permission, if need be without the name, or offer a measured trial."),
            because=(
                because(
                    say("Clients judge a product by its cases."),
                    fact(findings.facts.dossier.industry),
                    *cases,
                ),
            ),
        )


def case_permission(findings: Findings) -> Cautions:
    """The case that would fit best may not be shown."""
    facts = findings.facts
    best = next(iter(findings.cases), None)
    if best is None or best.is_shown or best.score < facts.settings.case_score:
        return
    case = next(case for case in facts.dossier.cases if case.id == best.case_id)
    reason = hindrance(facts, case)
    if reason:
        yield Caution(
            kind=WarningKind.CASE_PERMISSION,
            severity=Severity.MEDIUM,
            message=say("{case} would fit best, but may not be shown.", case=internal_name(case)),
            action=say("Ask for the permission again, if need be without the name."),
            because=(
                because(reason, fact(case, "permission"), fact(case, "permission_expires")),
                *best.because[:1],
            ),
        )


def text_missing(findings: Findings) -> Cautions:
    """Texts that exist in one language only: a document in the other would mix them."""
    found = tuple(shown_texts(findings))
    for language, message, action in _IN_LANGUAGE:
        lacking = [reference for reference, text in found if text.lacks(language)]
        if lacking:
            yield Caution(
                kind=WarningKind.TEXT_MISSING,
                severity=Severity.LOW,
                message=message,
                action=action,
                because=(
                    because(
                        say("Texts without it: {count}.", count=len(lacking)),
                        *dict.fromkeys(lacking),
                    ),
                ),
            )


_IN_LANGUAGE = (
    (
        Language.ZH,
        say("Some texts for the client have no Chinese."),
        say("Write the Chinese before exporting in Chinese."),
    ),
    (
        Language.EN,
        say("Some texts for the client have no English."),
        say("Write the English before exporting in English."),
    ),
)


def aim_missing(findings: Findings) -> Cautions:
    """A visit without purpose or without a commitment to leave with."""
    visit = findings.facts.dossier.visit
    lacking = {
        "purpose": visit.purpose,
        "best_commitment": visit.best_commitment,
        "least_commitment": visit.least_commitment,
    }
    missing = [name for name, text in lacking.items() if not text]
    if missing:
        bare = "purpose" in missing or "best_commitment" in missing
        yield Caution(
            kind=WarningKind.AIM_MISSING,
            severity=Severity.HIGH if bare else Severity.MEDIUM,
            message=say("It is not written what this visit should achieve."),
            action=say("Write its purpose, the best commitment and the least acceptable one."),
            because=(
                because(
                    say("Who does not know the aim cannot tell whether the visit was worth it."),
                    *(fact(visit, name) for name in missing),
                ),
            ),
        )
