"""What is needed and what we bring: needs, products, success cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing_app.documents.flow import Block, Item
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.visit_plan.blocks import (
    bullets,
    columns,
    labelled,
    rule,
    table,
    text,
    texts,
)
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.people import origin
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.opportunity import Need
from briefing_app.domain.values import Measure
from briefing_app.planning.briefing import CaseFit, ProductFit

_NEEDS = columns(WIDTH, 8, 34, 34, 24)
_OTHERS = columns(WIDTH, 26, 11, 63)
_FACTS_TOGETHER = 3
_LABEL = 96.0
_INSIDE = WIDTH - _LABEL


def needs_part(plan: Plan) -> Part:
    """Each need with what lies behind it and how sure we are; none is a finding too."""
    needs = sorted(plan.dossier.needs, key=lambda need: need.level.value)
    if not needs:
        none = plan.wording.phrase(
            "No need is recorded yet: finding one is the visit's first task."
        )
        return Part(PartName.NEEDS, (item(text(none, plan.look.body, WIDTH)),))
    phrase = plan.wording.phrase
    headings = (
        phrase("Level"),
        phrase("What they say they need"),
        phrase("What is behind it"),
        phrase("Source"),
    )
    levels = dict.fromkeys(plan.wording.label(need.level) for need in needs)
    grid = table(headings, _NEEDS, (_need(plan, need) for need in needs), plan.look)
    return Part(PartName.NEEDS, (item(grid),), plan.wording.run_on(levels))


def _need(plan: Plan, need: Need) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    level, statement, real, source = _NEEDS.widths
    raised_by = plan.name_of(need.raised_by) if need.raised_by else ""
    return [
        text(need.level.value, look.strong, level),
        texts((paragraph(wording.text(need.statement), look.strong),), statement),
        texts(
            (
                paragraph(
                    wording.text(need.real_need) or wording.phrase("Not known yet: ask."),
                    look.body if need.real_need else look.small,
                ),
                paragraph(wording.text(need.note), look.small),
            ),
            real,
        ),
        texts(
            (
                paragraph(raised_by, look.body),
                paragraph(origin(plan, need.evidence), look.small),
            ),
            source,
        ),
    ]


def products_part(plan: Plan) -> Part | None:
    """A cheat sheet for each proposed product, then why not the others."""
    if not plan.team.products:
        return None
    proposed = [fit for fit in plan.team.products if fit.is_proposed]
    others = [fit for fit in plan.team.products if not fit.is_proposed]
    items = [one for fit in proposed for one in _product(plan, fit)]
    if not proposed:
        nothing = plan.wording.phrase("Nothing is proposed: no need and no request is known.")
        items.append(item(text(nothing, plan.look.strong, WIDTH)))
    return Part(PartName.PRODUCTS, (*items, *_other_products(plan, others)))


def _product(plan: Plan, fit: ProductFit) -> Iterator[Item]:
    product = plan.dossier.product(fit.product_id)
    score = plan.wording.phrase("fit {score} of 100", score=fit.score)
    name = plan.wording.text(product.name)
    return _sheet(plan, plan.wording.run_on((name, score)), _product_rows(plan, product, fit))


def _sheet(plan: Plan, title: str, facts: Iterable[Block]) -> Iterator[Item]:
    """A titled list of facts that breaks between them, never right behind its title."""
    yield item(rule(WIDTH), 16.0, leads=True)
    yield item(text(title, plan.look.subheading, WIDTH), 5.0, leads=True)
    for position, fact in enumerate(fact for fact in facts if fact.height):
        yield item(fact, 4.0, leads=position < _FACTS_TOGETHER - 1)


def _product_rows(plan: Plan, product: Product, fit: ProductFit) -> Iterator[Block]:
    look, wording, phrase = plan.look, plan.wording, plan.wording.phrase
    value = product.value_for(plan.dossier.industry.id)
    facts = (
        (phrase("In one sentence"), wording.text(product.essence)),
        (phrase("What it changes"), wording.text(value.value) if value else ""),
        (phrase("Talk track"), wording.text(value.talk_track) if value else ""),
        (phrase("Demonstration"), wording.text(product.demo)),
        (phrase("Their effort"), wording.text(product.adoption.client_effort)),
        (phrase("Price"), wording.text(product.price_note)),
    )
    for label, words in facts:
        yield labelled(label, bullets([words], look.body, _INSIDE), look, _LABEL)
    why = bullets((wording.message(reason.message) for reason in fit.because), look.small, _INSIDE)
    yield labelled(phrase("Why proposed"), why, look, _LABEL)


def _other_products(plan: Plan, others: list[ProductFit]) -> Iterator[Item]:
    if not others:
        return
    phrase = plan.wording.phrase
    yield item(text(phrase("Why not the others"), plan.look.subheading, WIDTH), 18.0, leads=True)
    lead = phrase("They fit less, or answer no need that we know. What was found:")
    yield item(text(lead, plan.look.small, WIDTH), 2.0, leads=True)
    headings = (phrase("Product"), phrase("Fit"), phrase("What was found"))
    cells = (
        _other(plan, plan.wording.text(plan.dossier.product(fit.product_id).name), fit)
        for fit in others
    )
    yield item(table(headings, _OTHERS, cells, plan.look), 3.0)


def _other(plan: Plan, name: str, fit: ProductFit | CaseFit) -> list[Block | None]:
    look = plan.look
    what, score, why = _OTHERS.widths
    return [
        text(name, look.strong, what),
        text(f"{fit.score}", look.body, score),
        texts((paragraph(plan.reasons(fit.because), look.small),), why),
    ]


def cases_part(plan: Plan) -> Part | None:
    """The cases that may be shown, and those that must not be, each with the reason."""
    if not plan.team.cases:
        return None
    cases = {case.id: case for case in plan.dossier.cases}
    shown = [(cases[fit.case_id], fit) for fit in plan.team.cases if fit.is_shown]
    hidden = [(cases[fit.case_id], fit) for fit in plan.team.cases if not fit.is_shown]
    items = [one for case, fit in shown for one in _case(plan, case, fit)]
    if not shown:
        none = plan.wording.phrase("None may be shown. Offer a trial with an agreed measure.")
        items.append(item(text(none, plan.look.strong, WIDTH)))
    return Part(PartName.CASES, (*items, *_hidden_cases(plan, hidden)))


def _case(plan: Plan, case: SuccessCase, fit: CaseFit) -> Iterator[Item]:
    return _sheet(plan, plan.wording.text(case.public_name), _case_rows(plan, case, fit))


def _case_rows(plan: Plan, case: SuccessCase, fit: CaseFit) -> Iterator[Block]:
    look, wording, phrase = plan.look, plan.wording, plan.wording.phrase
    facts = (
        (phrase("May be shown"), _permission(plan, case)),
        (phrase("Situation"), wording.text(case.situation)),
        (phrase("What was done"), wording.text(case.what_was_done)),
    )
    for label, words in facts:
        yield labelled(label, bullets([words], look.body, _INSIDE), look, _LABEL)
    results = bullets((_result(plan, one) for one in case.results), look.body, _INSIDE)
    yield labelled(phrase("Result"), results, look, _LABEL)
    why = bullets((wording.message(reason.message) for reason in fit.because), look.small, _INSIDE)
    yield labelled(phrase("Why this one"), why, look, _LABEL)


def _permission(plan: Plan, case: SuccessCase) -> str:
    label = plan.wording.label(case.permission)
    if case.permission_expires is None:
        return label
    return plan.wording.phrase(
        "{permission}, until {day}", permission=label, day=case.permission_expires
    )


def _result(plan: Plan, measure: Measure) -> str:
    wording = plan.wording
    result = wording.phrase(
        "{label}: {before} to {after}",
        label=measure.label,
        before=wording.quantity(measure.before, measure.unit),
        after=wording.quantity(measure.after, measure.unit),
    )
    return (
        plan.wording.phrase("{result} (example)", result=result) if measure.is_example else result
    )


def _hidden_cases(plan: Plan, hidden: list[tuple[SuccessCase, CaseFit]]) -> Iterator[Item]:
    if not hidden:
        return
    phrase = plan.wording.phrase
    yield item(text(phrase("Do not show these"), plan.look.subheading, WIDTH), 18.0, leads=True)
    headings = (phrase("Case"), phrase("Permission"), phrase("What was found"))
    places = columns(WIDTH, 26, 22, 52)
    cells = (_hidden_case(plan, case, fit, places.widths) for case, fit in hidden)
    yield item(table(headings, places, cells, plan.look), 3.0)


def _hidden_case(
    plan: Plan, case: SuccessCase, fit: CaseFit, widths: tuple[float, ...]
) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    name = wording.text(case.customer) or wording.text(case.anonymous_name)
    what, permission, why = widths
    return [
        texts((paragraph(name, look.strong),), what),
        text(_permission(plan, case), look.body, permission),
        texts((paragraph(plan.reasons(fit.because), look.small),), why),
    ]
