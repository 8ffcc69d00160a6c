"""Builds the client side: every record passes `share`, which copies shareable fields only."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.domain.audience import Audience
from briefing_app.domain.industry import Pressure
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.opportunity import Need
from briefing_app.domain.text import Text
from briefing_app.planning.asks import client_questions
from briefing_app.planning.client_side import (
    ChosenCase,
    ClientSide,
    Proposal,
    SharedAdoption,
    SharedCase,
    SharedClient,
    SharedColleague,
    SharedCompany,
    SharedFollowUp,
    SharedIndustry,
    SharedNeed,
    SharedOpportunity,
    SharedPerson,
    SharedPressure,
    SharedProduct,
    SharedValue,
    SharedVisit,
    share,
)
from briefing_app.planning.facts import Facts
from briefing_app.planning.next_steps import agreed_with_client, next_steps
from briefing_app.planning.product_fit import answers
from briefing_app.planning.shared_logos import logos_of


def client_side(
    facts: Facts, audience: Audience, proposed: Sequence[Product], cases: Sequence[SuccessCase]
) -> ClientSide:
    """The client side without its storyline, which is chosen from what is found here."""
    dossier, needs = facts.dossier, shown_needs(facts)
    return ClientSide(
        client=share(dossier.client, SharedClient),
        time_zone=dossier.client.time_zone,
        stage=facts.stage,
        audience=audience,
        visit=share(dossier.visit, SharedVisit),
        opportunity=share(dossier.opportunity, SharedOpportunity),
        industry=share(dossier.industry, SharedIndustry),
        pressures=tuple(_pressure(pressure) for pressure in shown_pressures(facts)),
        needs=tuple(share(need, SharedNeed) for need in needs),
        proposals=tuple(_proposal(facts, product, needs) for product in proposed),
        cases=tuple(_case(facts, case) for case in cases),
        company=share(dossier.company, SharedCompany),
        team=tuple(share(colleague, SharedColleague) for colleague in dossier.team),
        attendees=tuple(
            share(contact.person, SharedPerson)
            for contact in facts.attending
            if not contact.person.is_placeholder  # what we call them is ours alone
        ),
        next_steps=next_steps(facts),
        storyline=(),
        own_logos=logos_of(None, dossier.logos),
        client_logos=logos_of(dossier.client.id, dossier.logos),
        shown_needs=facts.settings.shown_needs,
        questions=client_questions(facts),
        agreed=tuple(share(step, SharedFollowUp) for step in agreed_with_client(facts)),
    )


def shown_needs(facts: Facts) -> tuple[Need, ...]:
    """The needs that documents speak of: those put into words, the hardest first."""
    return tuple(need for need in facts.needs if need.statement)


def shown_pressures(facts: Facts) -> tuple[Pressure, ...]:
    """The industry's pressures that documents show: those nearest to the needs first."""
    weights = facts.topic_weights

    def nearness(pressure: Pressure) -> int:
        return sum(weights.get(topic, 0) for topic in pressure.topics)

    ranked = sorted(facts.dossier.industry.pressures, key=nearness, reverse=True)
    return tuple(ranked)[: facts.settings.shown_pressures]


def _pressure(pressure: Pressure) -> SharedPressure:
    """A statistic that lost its source is not shown."""
    statistic = pressure.statistic if pressure.source else Text()
    return share(pressure, SharedPressure, statistic=statistic)


def _proposal(facts: Facts, product: Product, needs: Sequence[Need]) -> Proposal:
    value = product.value_for(facts.dossier.industry.id)
    return Proposal(
        product_id=product.id,
        product=share(product, SharedProduct, adoption=share(product.adoption, SharedAdoption)),
        value=share(value, SharedValue) if value else None,
        answers=tuple(index for index, need in enumerate(needs) if answers(product, need)),
    )


def _case(facts: Facts, case: SuccessCase) -> ChosenCase:
    used = (facts.products[id_] for id_ in case.products if id_ in facts.products)
    return ChosenCase(
        case_id=case.id,
        case=share(case, SharedCase),
        products=tuple(product.name for product in used),
    )
