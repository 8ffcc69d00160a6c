"""Speaker notes for the presenter: internal, and handed to the deck from the team's side only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing_app.domain.ids import ProductId
from briefing_app.domain.text import Language
from briefing_app.planning.briefing import AttendeeBrief, DeckPlan, SlideReason, TeamSide
from briefing_app.planning.client_side import ABOUT_A_PRODUCT, SlideKind
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
    if kind is SlideKind.COVER:
        yield wording.phrase("Open with: {sentence}", sentence=team.opening)
    if kind is SlideKind.UNDERSTANDING and team.dossier.client.situation:
        yield wording.phrase("In full: {words}", words=team.dossier.client.situation)
    if kind is SlideKind.EFFORT:
        yield from _efforts(team, wording)
    if kind in ABOUT_A_PRODUCT:
        yield from _talk_track(team, ProductId(reason.slide.subject), wording)
    if kind is SlideKind.NEXT_STEPS:
        yield from _commitments(team, wording)
    for attendee in team.attendees:
        yield from _whose_concern(team, attendee, reason, wording)
    for because in reason.because:
        yield wording.phrase("Why this slide: {reason}", reason=because.message)


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
