"""The commercial side: what was agreed beside what the facts advise, and who else competes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing_app.documents.flow import Block
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.visit_plan.blocks import (
    bullets,
    columns,
    labelled,
    rows,
    table,
    text,
    texts,
)
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.domain.labels import Labelled
from briefing_app.domain.opportunity import CommercialStrategy, Competitor

_AXES = columns(WIDTH, 22, 30, 30, 18)
_RIVALS = columns(WIDTH, 19, 26, 26, 29)
_LABEL = 96.0
_INSIDE = WIDTH - _LABEL


def commerce_part(plan: Plan) -> Part:
    """Advised and agreed side by side, then the project's figures and the reasons."""
    phrase = plan.wording.phrase
    headings = (phrase("Question"), phrase("Agreed"), phrase("Advised by the facts"), "")
    grid = table(headings, _AXES, _axes(plan), plan.look)
    items = [item(grid), item(rows(_facts(plan), 4.0), 10.0)]
    lead = ""
    if plan.team.strategy.agreed is None:
        lead = phrase("Not agreed yet: it must stand before the meeting.")
    return Part(PartName.COMMERCE, tuple(items), lead)


def _axes(plan: Plan) -> Iterator[list[Block | None]]:
    phrase, strategy = plan.wording.phrase, plan.team.strategy
    advised, agreed = strategy.advised, strategy.agreed
    axes: tuple[tuple[str, Callable[[CommercialStrategy], Labelled]], ...] = (
        (phrase("Who carries the sale"), lambda one: one.channel),
        (phrase("Paid or free"), lambda one: one.charging),
        (phrase("For what"), lambda one: one.aim),
    )
    for name, value in axes:
        yield _axis(plan, name, value(agreed) if agreed else None, value(advised))


def _axis(plan: Plan, name: str, agreed: Labelled | None, advised: Labelled) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    question, left, right, differs = _AXES.widths
    is_other = agreed is not None and agreed is not advised
    return [
        text(name, look.body, question),
        text(wording.label(agreed) if agreed else "–", look.strong, left),
        text(wording.label(advised), look.body, right),
        text(wording.phrase("≠ differs"), look.strong, differs) if is_other else None,
    ]


def _facts(plan: Plan) -> Iterator[Block]:
    wording, phrase = plan.wording, plan.wording.phrase
    opportunity, strategy = plan.dossier.opportunity, plan.team.strategy
    decision = opportunity.expected_decision
    facts = (
        (phrase("Agreed by"), _agreed_by(plan, strategy.agreed)),
        (phrase("Note"), wording.text(strategy.agreed.note) if strategy.agreed else ""),
        (phrase("Amount"), wording.money(opportunity.amount) if opportunity.amount else ""),
        (phrase("Sales mode"), wording.label(strategy.sales_mode) if strategy.sales_mode else ""),
        (phrase("Intent"), wording.label(opportunity.intent)),
        (phrase("Decision expected on"), wording.day(decision) if decision else ""),
        (phrase("Frame"), wording.text(opportunity.commercial_frame)),
        (phrase("Prices"), _prices(plan)),
        (phrase("Project note"), wording.text(opportunity.note)),
    )
    for label, words in facts:
        yield labelled(label, bullets([words], plan.look.body, _INSIDE), plan.look, _LABEL)
    why = bullets(
        (wording.message(reason.message) for reason in strategy.because), plan.look.small, _INSIDE
    )
    yield labelled(phrase("Why advised"), why, plan.look, _LABEL)


def _agreed_by(plan: Plan, agreed: CommercialStrategy | None) -> str:
    if agreed is None:
        return ""
    day = plan.wording.day(agreed.agreed_on) if agreed.agreed_on else ""
    return plan.wording.run_on((plan.wording.text(agreed.agreed_by), day))


def _prices(plan: Plan) -> str:
    if plan.dossier.opportunity.pricing_is_shareable:
        return plan.wording.phrase("May be shown to this client.")
    return plan.wording.phrase("Must not be shown: they are not released for this project.")


def competitors_part(plan: Plan) -> Part | None:
    """Who else competes, and what we say to it."""
    if not plan.dossier.competitors:
        return None
    phrase = plan.wording.phrase
    headings = (phrase("Competitor"), phrase("Strength"), phrase("Weakness"), phrase("Our answer"))
    cells = (_competitor(plan, one) for one in plan.dossier.competitors)
    return Part(
        PartName.COMPETITORS,
        (item(table(headings, _RIVALS, cells, plan.look)),),
        phrase("Never speak ill of them: ask for what we do better."),
    )


def _competitor(plan: Plan, rival: Competitor) -> list[Block | None]:
    look, read = plan.look, plan.wording.text
    name, strength, weakness, answer = _RIVALS.widths
    return [
        text(read(rival.name), look.strong, name),
        texts((paragraph(read(rival.strength), look.body),), strength),
        texts((paragraph(read(rival.weakness), look.body),), weakness),
        texts((paragraph(read(rival.our_answer), look.body),), answer),
    ]
