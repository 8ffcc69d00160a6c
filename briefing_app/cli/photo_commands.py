"""Commands for photos of people: photo set, photo remove."""

from __future__ import annotations

from pathlib import Path

import click

from briefing_app.cli.phrased import PhrasedCommand, PhrasedGroup
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_

_person = click.argument("person", metavar="PERSON")


@click.group(
    cls=PhrasedGroup, help=N_("Set or remove the photo of a client's person, for your team only.")
)
def photo() -> None:
    """See the group's phrased help."""


@photo.command("set", cls=PhrasedCommand, help=N_("Keep a picture file as a person's photo."))
@_person
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def set_(session: Session, person: str, file: Path) -> None:
    """Store a small, cleaned copy of the picture."""
    from briefing_app.domain.client import Person
    from briefing_app.services.photos import set_photo_file

    with session.store() as store:
        one = store.find(person, Person)
        set_photo_file(store, person=one.id, path=file)
    click.echo(session.wording.phrase("Photo of {name}", name=session.wording.text(one.name)))


@photo.command(cls=PhrasedCommand, help=N_("Remove a person's photo."))
@_person
@click.pass_obj
def remove(session: Session, person: str) -> None:
    """Delete the photo of a person."""
    from briefing_app.domain.client import Person
    from briefing_app.services.photos import remove_photo

    with session.store() as store:
        change = remove_photo(store, person=store.find(person, Person).id)
    click.echo(session.wording.message(change.label))


COMMANDS = (photo,)
