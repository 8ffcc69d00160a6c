"""Composes the rules: the facts of a visit in, everything concluded from them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefing_app.domain.audience import Audience
from briefing_app.domain.dossier import Dossier
from briefing_app.planning.adoption import kdm_expectation
from briefing_app.planning.agenda import agenda
from briefing_app.planning.attendee_briefs import attendee_briefs
from briefing_app.planning.audience import audience_of
from briefing_app.planning.briefing import Briefing, CaseFit, DeckPlan, ProductFit, TeamSide
from briefing_app.planning.case_fit import case_fits
from briefing_app.planning.cautions import cautions
from briefing_app.planning.chain import decision_chain
from briefing_app.planning.checklist import checklist
from briefing_app.planning.client_view import client_side
from briefing_app.planning.decks import coverage, plan_deck
from briefing_app.planning.facts import Facts
from briefing_app.planning.findings import Findings
from briefing_app.planning.objections import likely_objections
from briefing_app.planning.opening import opening
from briefing_app.planning.product_fit import product_fits
from briefing_app.planning.proposal import Hand
from briefing_app.planning.questions import planned_questions
from briefing_app.planning.readiness import readiness
from briefing_app.planning.settings import PlanningSettings
from briefing_app.planning.strategy import strategy_advice

_DEFAULTS = PlanningSettings()


def prepare(
    dossier: Dossier,
    today: date,
    settings: PlanningSettings = _DEFAULTS,
    audiences: Sequence[Audience] = (),
) -> Briefing:
    """The briefing for the dossier's visit, as it stands on ``today`` (a local day).

    There is a deck for each of ``audiences``; without any, one for whom the visit speaks to.
    Raises UserError where the visit has no time or the client's time zone does not exist.
    """
    facts = Facts(dossier, today, settings)
    products = product_fits(facts)
    proposed = frozenset(fit.product_id for fit in products if fit.is_proposed)
    cases = case_fits(facts, proposed)
    hand = _hand(facts, products, cases)
    side = client_side(facts, audience_of(facts), hand.products, hand.cases)
    wished = tuple(dict.fromkeys(audiences)) or (side.audience,)
    decks = tuple(plan_deck(facts, side, audience) for audience in wished)
    findings = Findings(
        facts=facts,
        chain=decision_chain(facts),
        kdm=tuple(kdm_expectation(product) for product in hand.products),
        cases=cases,
        hand=hand,
        client_side=side,
        coverage=coverage(facts, decks),
    )
    briefing = Briefing(
        prepared_on=today, client_side=side, team_side=_team_side(findings, products, decks)
    )
    return replace(briefing, client_side=briefing.side_of(decks[0]))


def _hand(facts: Facts, products: tuple[ProductFit, ...], cases: tuple[CaseFit, ...]) -> Hand:
    by_id = {case.id: case for case in facts.dossier.cases}
    return Hand(
        facts,
        tuple(facts.products[fit.product_id] for fit in products if fit.is_proposed),
        tuple(by_id[fit.case_id] for fit in cases if fit.is_shown),
    )


def _team_side(
    findings: Findings, products: tuple[ProductFit, ...], decks: tuple[DeckPlan, ...]
) -> TeamSide:
    facts, hand = findings.facts, findings.hand
    audience = findings.client_side.audience
    industry = facts.dossier.industry.id
    return TeamSide(
        dossier=facts.dossier,
        settings=facts.settings,
        chain=findings.chain,
        cautions=cautions(findings),
        kdm=findings.kdm,
        products=products,
        cases=findings.cases,
        strategy=strategy_advice(
            facts, hand.products, has_case_here=any(c.industry == industry for c in hand.cases)
        ),
        attendees=attendee_briefs(hand),
        opening=opening(hand, audience),
        agenda=agenda(facts.stage, audience, facts.dossier.visit.minutes),
        questions=planned_questions(facts, findings.chain),
        objections=likely_objections(hand),
        checklist=checklist(hand, audience),
        readiness=readiness(findings),
        coverage=findings.coverage,
        decks=decks,
    )
