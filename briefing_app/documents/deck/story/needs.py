"""The client's needs and what answers them: one by one, or how many by which product."""

from __future__ import annotations

from briefing_app.documents.deck.block import Block
from briefing_app.documents.deck.blocks.shares import MOST_NAMED
from briefing_app.documents.deck.chart_blocks import Share, Shares
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Matrix, MatrixRow, Understanding
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.situation import numbered_needs
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.domain.audience import Audience
from briefing_app.domain.opportunity import Stage
from briefing_app.planning.client_side import PlannedSlide

_FEWEST_NEEDS, _FEWEST_SHARES = 3, 2
"""Fewer make no picture of a whole."""

_TOLD_ALREADY = (Stage.NEGOTIATION, Stage.DELIVERY_REVIEW)


def needs_and_answers(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """Each need with the products that answer it; only the needs where nothing is proposed."""
    if not telling.side.needs:
        return ()
    body, kicker = _body(telling), telling.words.phrase("Needs and answers")
    return (
        Slide(
            key=planned.key,
            kicker=kicker if isinstance(body, Shares) else telling.of_the_weightiest(kicker),
            titles=_needs_titles(telling),
            layout=_LAYOUTS[type(body)],
            body=body,
        ),
    )


def _body(telling: Telling) -> Block:
    if not telling.side.proposals:
        label = telling.words.phrase("Your need")
        return Understanding(quote="", points_label=label, points=numbered_needs(telling))
    return (_in_shares(telling) if _counts_do(telling) else None) or _one_by_one(telling)


_LAYOUTS: dict[type[Block], LayoutName] = {
    Understanding: LayoutName.TITLE_AND_CONTENT,
    Matrix: LayoutName.TABLE,
    Shares: LayoutName.CHART,
}


def _counts_do(telling: Telling) -> bool:
    """True for those who weigh the whole, and where it was told need by need before."""
    is_known = telling.side.stage in _TOLD_ALREADY and telling.side.audience is Audience.MIXED
    return telling.speaks_of_gain or is_known


def _one_by_one(telling: Telling) -> Matrix:
    side, words = telling.side, telling.words
    rows = tuple(
        MatrixRow(
            telling.read(need.statement),
            tuple(place in item.answers for item in side.proposals),
        )
        for place, need in enumerate(side.listed_needs)
    )
    return Matrix(
        need_label=words.phrase("Your need"),
        products_label=words.phrase("Answered by"),
        products=tuple(telling.read(item.product.name) for item in side.proposals),
        rows=rows,
        alt=words.phrase("Table of needs and the products that answer them"),
    )


def _in_shares(telling: Telling) -> Shares | None:
    """How many needs each product answers first, and which are open; ``None`` for no picture."""
    words, total = telling.words, len(telling.side.needs)
    shares = (*_answered_shares(telling), *_open_share(telling))
    named = sum(not share.is_open for share in shares)
    if total < _FEWEST_NEEDS or len(shares) < _FEWEST_SHARES or named > MOST_NAMED:
        return None
    readings = (
        words.phrase("{name}: {count}", name=share.name, count=share.count) for share in shares
    )
    return Shares(
        whole=words.counted("need", "needs", total),
        shares=shares,
        chart_name=words.phrase("Needs and answers"),
        alt=words.phrase("Chart: {readings}", readings=words.listing(readings)),
    )


def _answered_shares(telling: Telling) -> tuple[Share, ...]:
    """Each product with the needs that no product before it answers; a need counts once."""
    taken: set[int] = set()
    shares: list[Share] = []
    for item in telling.side.proposals:
        first = [place for place in item.answers if place not in taken]
        taken.update(first)
        if first:
            shares.append(
                Share(len(first), telling.read(item.product.name), _weightiest(telling, first))
            )
    return tuple(shares)


def _open_share(telling: Telling) -> tuple[Share, ...]:
    left = [n for n in range(len(telling.side.needs)) if n not in telling.answered]
    if not left:
        return ()
    name = telling.words.phrase("Still to be settled together")
    return (Share(len(left), name, _weightiest(telling, left), is_open=True),)


def _weightiest(telling: Telling, places: list[int]) -> str:
    """The first of some needs in the client's words, and that there are others."""
    need = telling.need(min(places))
    if len(places) == 1:
        return need
    return telling.words.phrase("Above all: {need}", need=need)


def _needs_titles(telling: Telling) -> tuple[str, ...]:
    words, total = telling.words, len(telling.side.needs)
    answered = len(telling.answered)
    if not answered:
        return (
            words.counted(
                "One need guides the next step with {client}",
                "{count} needs guide the next step with {client}",
                total,
                client=telling.client,
            ),
            words.phrase("Your needs guide the next step"),
        )
    return (
        _answered_title(telling, answered, total),
        words.phrase("{answered} of {total} needs have an answer", answered=answered, total=total),
    )


def _answered_title(telling: Telling, answered: int, total: int) -> str:
    words = telling.words
    if answered == total > 1:
        return words.phrase(
            "All {total} needs of {client} have an answer", total=total, client=telling.client
        )
    return words.phrase(
        "{answered} of the {total} needs of {client} have an answer",
        answered=answered,
        total=total,
        client=telling.client,
    )
