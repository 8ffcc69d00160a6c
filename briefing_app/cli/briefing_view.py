"""A briefing in short, for reading on the console."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefing_app.domain.text import Text
from briefing_app.planning.briefing import Because, Briefing, DeckPlan, TeamSide
from briefing_app.wording import Wording

if TYPE_CHECKING:
    from rich.console import Console


def show_briefing(console: Console, briefing: Briefing, wording: Wording) -> None:
    """Print what to know and do before the visit, a heading and a few lines a part."""
    team = briefing.team_side
    visit = team.dossier.visit
    console.print(f"{wording.text(team.dossier.client.name)} - {wording.text(visit.purpose)}")
    parts: tuple[tuple[str, Iterable[str]], ...] = (
        (
            wording.phrase("Readiness {score} of 100", score=team.readiness.score),
            _missing(team, wording),
        ),
        (wording.phrase("Warnings"), _cautions(team, wording)),
        (wording.phrase("Products"), _products(team, wording)),
        (wording.phrase("Success cases"), _cases(team, wording)),
        (wording.phrase("Attendees"), _attendees(team, wording)),
        (wording.phrase("Agenda"), _agenda(team, wording)),
        (wording.phrase("Must ask"), _questions(team, wording)),
        (wording.phrase("Likely objections"), _objections(team, wording)),
        (wording.phrase("To prepare"), _checklist(team, wording)),
        *(_deck(team, deck, wording) for deck in team.decks),
    )
    for heading, lines in parts:
        _show_part(console, heading, tuple(lines))


def _show_part(console: Console, heading: str, lines: tuple[str, ...]) -> None:
    if lines:
        console.print()
        console.print(heading)
        for line in lines:
            console.print(f"  {line}")


def _missing(team: TeamSide, wording: Wording) -> Iterator[str]:
    return (wording.message(p.missing) for p in team.readiness.parts if p.missing is not None)


def _cautions(team: TeamSide, wording: Wording) -> Iterator[str]:
    for caution in team.cautions:
        said = (wording.message(caution.message), wording.message(caution.action))
        yield wording.phrase(
            "{label}: {value}", label=caution.severity, value=wording.sentences(said)
        )


def _products(team: TeamSide, wording: Wording) -> Iterator[str]:
    for fit in team.products:
        if fit.is_proposed:
            name = wording.text(team.dossier.product(fit.product_id).name)
            yield f"{name} ({fit.score}): {_reasons(fit.because, wording)}"


def _cases(team: TeamSide, wording: Wording) -> Iterator[str]:
    by_id = {case.id: case for case in team.dossier.cases}
    for fit in team.cases:
        if fit.is_shown:
            name = wording.text(by_id[fit.case_id].public_name)
            yield f"{name} ({fit.score}): {_reasons(fit.because, wording)}"


def _reasons(because: Iterable[Because], wording: Wording) -> str:
    return wording.sentences(wording.message(reason.message) for reason in because)


def _attendees(team: TeamSide, wording: Wording) -> Iterator[str]:
    for attendee in team.attendees:
        person = team.dossier.person(attendee.person_id)
        roles = wording.value(attendee.roles) if attendee.roles else ""
        yield wording.run_on(
            (
                wording.text(person.name),
                wording.text(person.title),
                roles,
                wording.label(attendee.support),
            )
        )
        yield from (f"  {wording.message(line)}" for line in attendee.say)


def _agenda(team: TeamSide, wording: Wording) -> Iterator[str]:
    for item in team.agenda:
        yield wording.phrase("{minutes} min: {title}", minutes=item.minutes, title=item.title)


def _questions(team: TeamSide, wording: Wording) -> Iterator[str]:
    return (wording.text(q.question) for q in team.questions if q.must_ask)


def _objections(team: TeamSide, wording: Wording) -> Iterator[str]:
    unlike = {objection.answer: objection for objection in reversed(team.objections)}
    for objection in [o for o in team.objections if unlike[o.answer] is o][:3]:
        yield f"{wording.text(objection.says)} → {wording.text(objection.answer)}"


def _checklist(team: TeamSide, wording: Wording) -> Iterator[str]:
    return (f"{wording.short_day(i.due)}: {wording.message(i.what)}" for i in team.checklist)


def _deck(team: TeamSide, deck: DeckPlan, wording: Wording) -> tuple[str, Iterable[str]]:
    """A deck's heading, and its slides by number with what each is about."""
    names: dict[str, Text] = {product.id: product.name for product in team.dossier.products}
    names.update((case.id, case.public_name) for case in team.dossier.cases)
    subjects = (names.get(reason.slide.subject, Text()) for reason in deck.slides)
    lines = (
        f"{number}. {wording.run_on((wording.label(reason.slide.kind), wording.text(subject)))}"
        for number, (reason, subject) in enumerate(zip(deck.slides, subjects, strict=True), 1)
    )
    return wording.phrase("Deck, {audience}", audience=deck.audience), lines
