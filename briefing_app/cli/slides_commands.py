"""The command that shows, writes, takes and drops the slide list of a deck."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing_app.cli.phrased import PhrasedCommand, option
from briefing_app.cli.session import Session
from briefing_app.domain.audience import Audience
from briefing_app.domain.labels import N_
from briefing_app.domain.text import Language
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError

if TYPE_CHECKING:
    from briefing_app.services.slide_list import DeckInWork
    from briefing_app.store.store import Store

_FILE = click.Path(path_type=Path)


@click.command(
    cls=PhrasedCommand,
    help=N_("Show a deck's slides; write them to a file, edit it and take it back."),
)
@click.argument("visit")
@option(
    "--audience",
    type=click.Choice([audience.value for audience in Audience]),
    help=N_("Whom the deck is for; without it those at the table."),
)
@option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    help=N_("Language of the documents."),
)
@option("--out", type=_FILE, metavar="FILE", help=N_("Write the slide list to a file to edit."))
@option("--take", type=_FILE, metavar="FILE", help=N_("Take an edited slide list back."))
@option("--checked", is_flag=True, help=N_("Note that your own words fit the facts of today."))
@option("--reset", is_flag=True, help=N_("Drop the slide list; the rules choose again."))
@click.pass_obj
def slides(
    session: Session,
    visit: str,
    audience: str | None,
    lang: str | None,
    out: Path | None,
    take: Path | None,
    checked: bool,
    reset: bool,
) -> None:
    """Do one thing with the slide list of a visit named by its id, the end of it, or purpose."""
    if sum((out is not None, take is not None, checked, reset)) > 1:
        raise UserError("--out, --take, --checked and --reset do one thing each. Give one of them.")
    wished = next((one for one in Audience if one.value == audience), None)
    language = Language(lang) if lang else session.language
    with session.store() as store:
        found = store.find(visit, Visit)
        if take is not None:
            _take(session, store, found, take, wished)
            return
        deck = _deck(store, found, language, wished)
        if out is not None:
            _write(session, deck, out)
        elif reset:
            _reset(session, store, deck)
        elif checked:
            _check(session, store, deck)
            _show(session, _deck(store, found, language, wished))
        else:
            _show(session, deck)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the user's day


def _deck(store: Store, visit: Visit, language: Language, audience: Audience | None) -> DeckInWork:
    from briefing_app.services.slide_list import deck_in_work

    return deck_in_work(store, visit.id, today=_today(), language=language, audience=audience)


def _take(
    session: Session, store: Store, visit: Visit, path: Path, audience: Audience | None
) -> None:
    from briefing_app.services.slides_file import take_slides

    taken = take_slides(store, path, today=_today(), visit_id=visit.id, audience=audience)
    if taken.is_changed:
        click.echo(session.wording.phrase("The slide list is kept with the visit now."))
    else:
        click.echo(session.wording.phrase("The file says nothing new; nothing was changed."))
    _show(session, taken.deck)


def _write(session: Session, deck: DeckInWork, out: Path) -> None:
    from briefing_app.services.slides_file import write_slides

    if out.suffix.lower() not in (".toml", ".txt"):
        raise UserError(
            "A slide list is a text file. Give a name that ends in .toml, not {name}.",
            name=out.name,
        )
    write_slides(deck, out, session.wording)
    click.echo(session.wording.phrase("Written to {path}.", path=str(out)))


def _reset(session: Session, store: Store, deck: DeckInWork) -> None:
    from briefing_app.services.slide_list import reset_slides

    if reset_slides(store, deck):
        click.echo(session.wording.phrase("The slide list is dropped; the rules choose again."))
    else:
        click.echo(session.wording.phrase("No slide list was kept; the rules choose already."))


def _check(session: Session, store: Store, deck: DeckInWork) -> None:
    from briefing_app.services.slide_list import mark_checked

    mark_checked(store, deck, _today())
    click.echo(session.wording.phrase("Your own words are noted as checked today."))


def _show(session: Session, deck: DeckInWork) -> None:
    """Print the slides with their titles, what is left out, and what to check."""
    from briefing_app.services.slide_list import notices_of

    wording, console = session.wording, session.console
    console.print(wording.phrase("Deck, {audience}", audience=deck.plan.audience))
    slides = {reason.slide.key: reason.slide for reason in deck.plan.slides}
    for entry in deck.pages.outline:
        about = slides.get(entry.key)
        kind = f"  ({wording.message(deck.name_of(about))})" if about else ""
        console.print(f"  {entry.number}. {entry.title}{kind}")
    if deck.plan.spare:
        console.print()
        console.print(wording.phrase("Left out"))
        for slide in deck.plan.spare:
            console.print(f"  {wording.message(deck.name_of(slide))}")
    if told := notices_of(deck):
        console.print()
        console.print(wording.phrase("To check"))
        for notice in told:
            console.print(f"  {wording.message(notice)}")


COMMANDS = (slides,)
