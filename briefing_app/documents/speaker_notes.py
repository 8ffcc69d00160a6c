"""Speaker notes for the presenter: internal, and handed to the deck from the team's side only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from briefing_app.domain.ids import ProductId
from briefing_app.domain.text import Language
from briefing_app.planning.briefing import AttendeeBrief, DeckPlan, SlideReason, TeamSide
from briefing_app.planning.client_side import ABOUT_A_PRODUCT, SlideKind
from briefing_app.planning.product_fit import answers
from briefing_app.wording import Wording, wording_in


def speaker_notes(
    team_side: TeamSide, deck: DeckPlan, language: Language
) -> Mapping[str, tuple[str, ...]]:
    """Paragraphs of notes to a deck by the key of the planned slide, in ``language``."""
    wording = wording_in(language)
    return {
        reason.slide.key: tuple(_slide_notes(team_side, reason, wording)) for reason in deck.slides
    }


def _slide_notes(team: TeamSide, reason: SlideReason, wording: Wording) -> Iterator[str]:
    kind = reason.slide.kind
    if kind in _TO_SAY:
        yield from _TO_SAY[kind](team, wording)
    if kind in ABOUT_A_PRODUCT:
        yield from _talk_track(team, ProductId(reason.slide.subject), wording)
    if kind is SlideKind.ARCHITECTURE:
        yield from _facts(team, ProductId(reason.slide.subject), wording)
    for attendee in team.attendees:
        yield from _whose_concern(team, attendee, reason, wording)
    for because in reason.because:
        yield wording.phrase("Why this slide: {reason}", reason=because.message)


def _opening(team: TeamSide, wording: Wording) -> Iterator[str]:
    yield wording.phrase("Open with: {sentence}", sentence=team.opening)


def _situation(team: TeamSide, wording: Wording) -> Iterator[str]:
    if team.dossier.client.situation:
        yield wording.phrase("In full: {words}", words=team.dossier.client.situation)


def _need_by_need(team: TeamSide, wording: Wording) -> Iterator[str]:
    """What answers each need: the slide may only count them."""
    proposed = [team.dossier.product(fit.product_id) for fit in team.products if fit.is_proposed]
    for need in team.dossier.needs:
        names = tuple(product.name for product in proposed if answers(product, need))
        if need.statement and names:
            yield wording.phrase(
                "{need}: answered by {products}", need=need.statement, products=names
            )
        elif need.statement:
            yield wording.phrase("{need}: nothing proposed answers it", need=need.statement)


def _weeks(_team: TeamSide, wording: Wording) -> Iterator[str]:
    yield wording.phrase(
        "The weeks are typical times: agree real dates before anybody plans with them."
    )


def _expected(team: TeamSide, wording: Wording) -> Iterator[str]:
    """What we believe of the date that the client is asked for."""
    day = team.dossier.opportunity.expected_decision
    if day is None:
        yield wording.phrase("We know no date for the decision: leave with one.")
    else:
        yield wording.phrase(
            "We expect the decision by {day}: compare it with the date that they name.", day=day
        )


def _efforts(team: TeamSide, wording: Wording) -> Iterator[str]:
    """What each proposed product asks of the client: the slide compares, this is how."""
    for fit in team.products:
        product = team.dossier.product(fit.product_id)
        if fit.is_proposed and product.adoption.client_effort:
            yield wording.phrase(
                "{product}: {words}", product=product.name, words=product.adoption.client_effort
            )


def _talk_track(team: TeamSide, product_id: ProductId, wording: Wording) -> Iterator[str]:
    value = team.dossier.product(product_id).value_for(team.dossier.industry.id)
    if value and value.talk_track:
        yield wording.phrase("Talk track: {words}", words=value.talk_track)


def _facts(team: TeamSide, product_id: ProductId, wording: Wording) -> Iterator[str]:
    for fact in team.dossier.product(product_id).facts:
        if fact.detail:
            yield wording.phrase("{name}: {words}", name=fact.name, words=fact.detail)


def _commitments(team: TeamSide, wording: Wording) -> Iterator[str]:
    visit = team.dossier.visit
    if visit.best_commitment:
        yield wording.phrase("Aim for: {commitment}", commitment=visit.best_commitment)
    if visit.least_commitment:
        yield wording.phrase("At least: {commitment}", commitment=visit.least_commitment)


def _whose_concern(
    team: TeamSide, attendee: AttendeeBrief, reason: SlideReason, wording: Wording
) -> Iterator[str]:
    person = team.dossier.person(attendee.person_id)
    for topic, detail in attendee.concerns:
        if topic not in reason.slide.answers:
            continue
        if detail:
            yield wording.phrase(
                "For {person}: {topic} - {detail}", person=person.name, topic=topic, detail=detail
            )
        else:
            yield wording.phrase("For {person}: {topic}", person=person.name, topic=topic)


_TO_SAY: Mapping[SlideKind, Callable[[TeamSide, Wording], Iterator[str]]] = {
    SlideKind.COVER: _opening,
    SlideKind.UNDERSTANDING: _situation,
    SlideKind.NEEDS_AND_ANSWERS: _need_by_need,
    SlideKind.EFFORT: _efforts,
    SlideKind.ROLLOUT: _weeks,
    SlideKind.TIMING: _expected,
    SlideKind.NEXT_STEPS: _commitments,
}
"""What belongs to a kind of slide, whoever listens."""
