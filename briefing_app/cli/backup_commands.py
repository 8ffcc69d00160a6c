"""Commands that copy all data to one file and bring them back: backup, restore."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing_app.cli.phrased import PhrasedCommand, option
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_
from briefing_app.paths import data_folder

if TYPE_CHECKING:
    from briefing_app.domain.contents import Contents
    from briefing_app.wording import Wording

_FILE = click.Path(path_type=Path)


@click.command(cls=PhrasedCommand, help=N_("Copy all your data to one file that can be restored."))
@click.argument("file", type=_FILE, metavar="FILE")
@click.pass_obj
def backup(session: Session, file: Path) -> None:
    """Write a backup, a database whose name ends in .db."""
    from briefing_app.services.backup import back_up

    with session.store():  # so that there is something to copy, of the current version
        pass
    path = back_up(data=data_folder(session.data), target=file)
    click.echo(session.wording.phrase("Backed up to {path}.", path=str(path)))


@click.command(
    cls=PhrasedCommand,
    help=N_("Put a backup in the place of your data; what is there now is kept as a backup."),
)
@click.argument("file", type=_FILE, metavar="FILE")
@option("--dry-run", is_flag=True, help=N_("Only show what is in it."))
@click.pass_obj
def restore(session: Session, file: Path, dry_run: bool) -> None:
    """Restore a backup that `backup` or the window made."""
    from briefing_app.services.restoring import look_at_backup, restore_backup, told_of

    wording, data = session.wording, data_folder(session.data)
    if dry_run:
        view = look_at_backup(data=data, backup=file)
        _show(wording, wording.phrase("In the backup"), view.holds)
        if view.present is not None:
            _show(wording, wording.phrase("Here now"), view.present)
        click.echo(wording.phrase("Nothing was changed; run it without --dry-run to restore."))
        return
    restored = restore_backup(data=data, backup=file, now=datetime.now(UTC))
    _show(wording, wording.phrase("In the backup"), restored.holds)
    click.echo(wording.message(told_of(restored)))


def _show(wording: Wording, title: str, contents: Contents) -> None:
    facts = [
        wording.counted("{count} client", "{count} clients", contents.clients),
        wording.counted("{count} person", "{count} people", contents.people),
        wording.counted("{count} visit", "{count} visits", contents.visits),
    ]
    if contents.changed_at is not None:
        at = wording.moment(contents.changed_at.astimezone())
        facts.append(wording.phrase("changed last on {moment}", moment=at))
    told = wording.run_on(facts)
    click.echo(wording.phrase("{label}: {value}", label=title, value=told))


COMMANDS = (backup, restore)
