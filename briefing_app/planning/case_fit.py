"""Which success cases to bring: whose use impresses this client, and which may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefing_app.domain.ids import CaseId, ProductId
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import Permission, SuccessCase
from briefing_app.domain.text import Text
from briefing_app.planning.briefing import Because, CaseFit
from briefing_app.planning.facts import Facts
from briefing_app.planning.reasons import because, fact

Signs = Iterator[tuple[int, Because]]
Proposed = frozenset[ProductId]


def case_fits(facts: Facts, proposed: Proposed) -> tuple[CaseFit, ...]:
    """Every case with its score, the best first; without permission none is shown."""
    scored = [(case, *_scored(facts, case, proposed)) for case in facts.dossier.cases]
    scored.sort(key=lambda row: -row[1])
    shown = _shown(facts, [(case, score) for case, score, _ in scored])
    return tuple(
        CaseFit(
            case_id=case.id,
            score=score,
            is_shown=case.id in shown,
            because=reasons + _hindrance(facts, case),
        )
        for case, score, reasons in scored
    )


def hindrance(facts: Facts, case: SuccessCase) -> Message | None:
    """Why the case must not be shown at this visit; ``None`` when it may."""
    if case.permission is Permission.NONE:
        return say("{case} gave no permission to publish.", case=internal_name(case))
    if not case.may_be_shown_on(facts.showing_day):
        return say(
            "The permission of {case} ended on {day}.",
            case=internal_name(case),
            day=case.permission_expires or facts.today,
        )
    if not (case.public_name or case.anonymous_name):
        return say("There is no name under which {case} may appear.", case=internal_name(case))
    return None


def internal_name(case: SuccessCase) -> Text:
    """How our own people call the case; never for a client's eyes."""
    return case.customer or case.anonymous_name


def has_story(case: SuccessCase) -> bool:
    """True when there is something to tell: a situation, what was done, or results."""
    return bool(case.situation or case.what_was_done or case.results)


def _shown(facts: Facts, ranked: Sequence[tuple[SuccessCase, int]]) -> frozenset[CaseId]:
    fitting = [
        case.id
        for case, score in ranked
        if score >= facts.settings.case_score and has_story(case) and hindrance(facts, case) is None
    ]
    return frozenset(fitting[: facts.settings.shown_cases])


def _scored(facts: Facts, case: SuccessCase, proposed: Proposed) -> tuple[int, tuple[Because, ...]]:
    signs = [sign for rule in _SIGNS for sign in rule(facts, case, proposed)]
    return sum(points for points, _ in signs), tuple(reason for _, reason in signs)


def _hindrance(facts: Facts, case: SuccessCase) -> tuple[Because, ...]:
    message = hindrance(facts, case)
    if message is None:
        return ()
    return (because(message, fact(case, "permission"), fact(case, "permission_expires")),)


def _competitor(facts: Facts, case: SuccessCase, _proposed: Proposed) -> Signs:
    if facts.dossier.client.id in case.competes_with:
        yield (
            facts.settings.case_weights.competitor,
            because(
                say("{case} is a direct competitor of this client.", case=internal_name(case)),
                fact(case, "competes_with"),
            ),
        )


def _same_industry(facts: Facts, case: SuccessCase, _proposed: Proposed) -> Signs:
    if case.industry == facts.dossier.industry.id:
        yield (
            facts.settings.case_weights.industry,
            because(
                say("From the same industry: {industry}.", industry=facts.dossier.industry.name),
                fact(case, "industry"),
                fact(facts.dossier.client, "industry"),
            ),
        )


def _leader(facts: Facts, case: SuccessCase, _proposed: Proposed) -> Signs:
    if not case.is_industry_leader:
        return
    weights = facts.settings.case_weights
    if case.industry == facts.dossier.industry.id:
        message = say("The leader of the industry uses it.")
        yield weights.leader, because(message, fact(case, "is_industry_leader"))
    else:
        message = say("A well-known name, though from another industry.")
        yield weights.leader_elsewhere, because(message, fact(case, "is_industry_leader"))


def _needs(facts: Facts, case: SuccessCase, _proposed: Proposed) -> Signs:
    weights = facts.topic_weights
    common = [topic for topic in dict.fromkeys(case.topics) if topic in weights]
    if not common:
        return
    common.sort(key=lambda topic: -weights[topic])
    share = sum(weights[topic] for topic in common) / sum(weights.values())
    related = [need for need in facts.needs if not set(common).isdisjoint(need.topics)]
    yield (
        round(facts.settings.case_weights.needs * share),
        because(
            say(
                "Had the same need: {topics}.",
                topics=tuple(facts.dossier.industry.topic_name(topic) for topic in common[:3]),
            ),
            fact(case, "topics"),
            *(fact(need, "topics") for need in related),
        ),
    )


def _products(facts: Facts, case: SuccessCase, proposed: Proposed) -> Signs:
    used = [facts.products[id_] for id_ in dict.fromkeys(case.products) if id_ in proposed]
    if used:
        yield (
            facts.settings.case_weights.products,
            because(
                say("Uses what we propose: {products}.", products=tuple(p.name for p in used)),
                fact(case, "products"),
            ),
        )


def _size(facts: Facts, case: SuccessCase, _proposed: Proposed) -> Signs:
    client = facts.dossier.client
    if client.size is not None and case.customer_size is client.size:
        yield (
            facts.settings.case_weights.size,
            because(
                say("A company of the same size."),
                fact(case, "customer_size"),
                fact(client, "size"),
            ),
        )


_SIGNS: tuple[Callable[[Facts, SuccessCase, Proposed], Signs], ...] = (
    _competitor,
    _same_industry,
    _leader,
    _needs,
    _products,
    _size,
)
