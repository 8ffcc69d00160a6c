"""Commands for logos: logo set, logo remove."""

from __future__ import annotations

from pathlib import Path

import click

from briefing_app.cli.phrased import PhrasedCommand, PhrasedGroup, option
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_

_owner = click.argument("owner", metavar="own|CLIENT")


@click.group(cls=PhrasedGroup, help=N_("Set or remove your own logo (“own”) or a client's."))
def logo() -> None:
    """See the group's phrased help."""


@logo.command("set", cls=PhrasedCommand, help=N_("Keep a picture file as a logo."))
@_owner
@click.argument("file", type=click.Path(path_type=Path))
@option(
    "--for-dark",
    is_flag=True,
    help=N_("The file is a variant that is drawn for dark backgrounds."),
)
@click.pass_obj
def set_(session: Session, owner: str, file: Path, for_dark: bool) -> None:
    """Store a cleaned copy of the picture."""
    from briefing_app.documents.logo_checks import remarks
    from briefing_app.domain.picture import Picture
    from briefing_app.services.logos import set_logo

    with session.store() as store:
        kept = set_logo(store, owner, file, is_for_dark=for_dark)
    picture = Picture.of_png(kept.content)
    click.echo(
        session.wording.phrase(
            "Kept: {width} x {height} pixels.", width=picture.width, height=picture.height
        )
    )
    for remark in remarks(picture):
        click.echo(session.wording.message(remark))


@logo.command(cls=PhrasedCommand, help=N_("Remove a logo in all its variants."))
@_owner
@click.pass_obj
def remove(session: Session, owner: str) -> None:
    """Delete the logos of an owner."""
    from briefing_app.services.logos import remove_logos

    with session.store() as store:
        count = remove_logos(store, owner)
    click.echo(session.wording.phrase("Removed: {count}.", count=count))


COMMANDS = (logo,)
