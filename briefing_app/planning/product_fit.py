"""The product plan: which products couple tightly with the client, asked for or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing_app.domain.ids import ProductId
from briefing_app.domain.message import say
from briefing_app.domain.offering import Product
from briefing_app.domain.opportunity import Need
from briefing_app.planning.briefing import Because, ProductFit
from briefing_app.planning.facts import Facts
from briefing_app.planning.reasons import because, fact

Signs = Iterator[tuple[int, Because]]
"""Points towards the score, each with its reason."""


def product_fits(facts: Facts) -> tuple[ProductFit, ...]:
    """Every product with its score, the best first; equal ones as they stand in the dossier."""
    scored = [(product, *_scored(facts, product)) for product in facts.dossier.products]
    scored.sort(key=lambda row: -row[1])
    proposed = _proposed(facts, [(product, score) for product, score, _ in scored])
    return tuple(
        ProductFit(
            product_id=product.id,
            score=score,
            is_proposed=product.id in proposed,
            because=reasons,
        )
        for product, score, reasons in scored
    )


def answers(product: Product, need: Need) -> bool:
    """True when product and need have a topic in common."""
    return not set(product.topics).isdisjoint(need.topics)


def _scored(facts: Facts, product: Product) -> tuple[int, tuple[Because, ...]]:
    signs = [sign for rule in _SIGNS for sign in rule(facts, product)]
    score = sum(points for points, _ in signs)
    reasons = tuple(reason for _, reason in signs)
    if not reasons:
        nothing = say("Nothing known of this client speaks for {product}.", product=product.name)
        reasons = (because(nothing, fact(product)),)
    return score, reasons


def _proposed(facts: Facts, ranked: list[tuple[Product, int]]) -> set[ProductId]:
    """All that was asked for, then the best others up to the number that a deck can carry."""
    chosen = {product.id for product in facts.requested}
    for product, score in ranked:
        if len(chosen) >= facts.settings.proposed_products:
            break
        if _is_tight(facts, product, score):
            chosen.add(product.id)
    return chosen


def _is_tight(facts: Facts, product: Product, score: int) -> bool:
    """True for a product worth proposing unasked: it answers a need, if any need is known."""
    if facts.needs or facts.requested:
        wanted = any(answers(product, need) for need in facts.needs)
        return wanted and score >= facts.settings.proposal_score
    return product.value_for(facts.dossier.industry.id) is not None


def _needs(facts: Facts, product: Product) -> Signs:
    answered = [need for need in facts.needs if answers(product, need)]
    if not answered:
        return
    weigh = facts.settings.weight_of
    share = sum(weigh(n.level) for n in answered) / sum(weigh(n.level) for n in facts.needs)
    yield (
        round(facts.settings.product_weights.needs * share),
        because(
            say(
                "Answers {count} of {total} needs; the hardest ({level}): {need}",
                count=len(answered),
                total=len(facts.needs),
                level=answered[0].level.value,
                need=answered[0].statement,
            ),
            fact(product, "topics"),
            *(fact(need, "topics") for need in answered),
        ),
    )


def _requested(facts: Facts, product: Product) -> Signs:
    if product in facts.requested:
        yield (
            facts.settings.product_weights.requested,
            because(
                say("The client asked for {product}.", product=product.name),
                fact(facts.dossier.opportunity, "requested_products"),
            ),
        )


def _industry_value(facts: Facts, product: Product) -> Signs:
    value = product.value_for(facts.dossier.industry.id)
    if value is None:
        return
    yield (
        facts.settings.product_weights.industry_value,
        because(
            say(
                "What {product} does for {industry} is written down.",
                product=product.name,
                industry=facts.dossier.industry.name,
            ),
            fact(product, "values"),
        ),
    )
    if value.measures:
        yield (
            facts.settings.product_weights.measured_value,
            because(
                say("The effect in this industry is backed by figures."), fact(product, "values")
            ),
        )


def _coupling(facts: Facts, product: Product) -> Signs:
    """Not asked for, yet it closes a gap or works on the subject of what was asked for."""
    if product in facts.requested or not facts.requested:
        return
    points = facts.settings.product_weights.coupling
    opportunity = fact(facts.dossier.opportunity, "requested_products")
    gap = next((n for n in facts.needs if answers(product, n) and not _is_met(facts, n)), None)
    partner = next((r for r in facts.requested if set(r.topics) & set(product.topics)), None)
    if gap:
        sentence = say(
            "Not asked for, but answers what the requested products leave open: {need}",
            need=gap.statement,
        )
        yield points, because(sentence, opportunity, fact(gap, "topics"), fact(product, "topics"))
    elif partner:
        sentence = say(
            "Not asked for, but works on the same subject as {product}.", product=partner.name
        )
        yield (
            points // 2,
            because(sentence, opportunity, fact(partner, "topics"), fact(product, "topics")),
        )


def _is_met(facts: Facts, need: Need) -> bool:
    return any(answers(product, need) for product in facts.requested)


def _pressures(facts: Facts, product: Product) -> Signs:
    industry = facts.dossier.industry
    met = [p for p in industry.pressures if not set(p.topics).isdisjoint(product.topics)]
    if met:
        yield (
            facts.settings.product_weights.pressures,
            because(
                say(
                    "Meets a pressure that all of {industry} is under: {pressure}",
                    industry=industry.name,
                    pressure=met[0].title,
                ),
                fact(industry, "pressures"),
                fact(product, "topics"),
            ),
        )


def _departments(facts: Facts, product: Product) -> Signs:
    here = [c for c in facts.attending if c.person.department in product.adoption.improves]
    if here:
        departments = tuple(dict.fromkeys(c.person.department for c in here))
        yield (
            facts.settings.product_weights.departments,
            because(
                say(
                    "Improves the cost or result of departments at the table: {departments}.",
                    departments=departments,
                ),
                fact(product, "adoption"),
                *(fact(c.person, "department") for c in here),
            ),
        )


_SIGNS: tuple[Callable[[Facts, Product], Signs], ...] = (
    _requested,
    _needs,
    _coupling,
    _industry_value,
    _pressures,
    _departments,
)
