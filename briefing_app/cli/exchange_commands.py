"""Commands that bring data in and give it back: template, import, export-data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing_app.cli.phrased import PhrasedCommand, option
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_
from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.domain.text import Language

if TYPE_CHECKING:
    from briefing_app.exchange.recognise import Entry, Incoming
    from briefing_app.wording import Wording

_FILE = click.Path(path_type=Path)
_LANGUAGES = click.Choice([language.value for language in Language])
_MOST_LINES = 20


@click.command(
    cls=PhrasedCommand, help=N_("Write an Excel workbook to fill in, with explanations.")
)
@click.argument("file", type=_FILE, metavar="FILE")
@option("--lang", type=_LANGUAGES, help=N_("Language of headers and explanations."))
@click.pass_obj
def template(session: Session, file: Path, lang: str | None) -> None:
    """Write the workbook template."""
    from briefing_app.services.exchange_data import write_template

    write_template(file, Language(lang) if lang else session.language)
    click.echo(
        session.wording.phrase("Written to {file}. Fill it in, then import it.", file=str(file))
    )


@click.command(
    "import",
    cls=PhrasedCommand,
    help=N_("Read a workbook, CSV, vCard or JSON file; what is known already is updated."),
)
@click.argument("file", type=_FILE, metavar="FILE")
@option("--dry-run", is_flag=True, help=N_("Only show what would change."))
@option("--client", help=N_("The client of the people in a vCard or CSV file that names none."))
@click.pass_obj
def import_(session: Session, file: Path, dry_run: bool, client: str | None) -> None:
    """Import a file, all or nothing."""
    from briefing_app.services.exchange_data import import_file

    with session.store() as store:
        incoming = import_file(store, file, client=client, dry_run=dry_run)
    _show_incoming(session, incoming, dry_run=dry_run)


@click.command(
    cls=PhrasedCommand, help=N_("Write all your data to a JSON file or an Excel workbook.")
)
@click.argument("file", type=_FILE, metavar="FILE")
@option("--lang", type=_LANGUAGES, help=N_("Language of a workbook's headers."))
@click.pass_obj
def export_data(session: Session, file: Path, lang: str | None) -> None:
    """Give back everything that is stored."""
    from briefing_app.services.exchange_data import export_all, left_out_of

    with session.store() as store:
        count = export_all(store, file, Language(lang) if lang else session.language)
        pictures = left_out_of(store, file)
    line = session.wording.counted(
        "{count} record written to {file}.",
        "{count} records written to {file}.",
        count,
        file=str(file),
    )
    click.echo(line)
    if pictures:
        click.echo(
            session.wording.phrase(
                "A workbook holds no logos or photos. To keep them, write to a .json file."
            )
        )


def _show_incoming(session: Session, incoming: Incoming, *, dry_run: bool) -> None:
    wording = session.wording
    parts = (
        (wording.phrase("New"), incoming.added),
        (wording.phrase("Updated"), incoming.updated),
        (wording.phrase("Unchanged"), incoming.unchanged),
    )
    for title, changes in parts:
        click.echo(wording.phrase("{label}: {value}", label=title, value=len(changes)))
        if dry_run:
            show_changes(session, changes)
    if incoming.skipped_examples:
        click.echo(
            wording.counted(
                "{count} example row was left out.",
                "{count} example rows were left out.",
                incoming.skipped_examples,
            )
        )
    if dry_run:
        click.echo(wording.phrase("Nothing was changed; run it without --dry-run to import."))


def show_changes(session: Session, changes: tuple[Entry, ...]) -> None:
    """A line for each record, with what changes of it; of many only the first."""
    wording = session.wording
    for change in changes[:_MOST_LINES]:
        kind = wording.phrase(KIND_BY_NAME[change.kind].label)
        line = wording.phrase("{label}: {value}", label=kind, value=_called(change, wording))
        click.echo(f"  {line}")
    if len(changes) > _MOST_LINES:
        more = len(changes) - _MOST_LINES
        click.echo(wording.counted("  and {count} more", "  and {count} more", more))


def _called(change: Entry, wording: Wording) -> str:
    """The record's name, with the fields that change."""
    name = wording.value(change.name)
    if not change.changed:
        return name
    fields = wording.listing(map(wording.phrase, change.changed))
    return wording.phrase("{name} ({title})", name=name, title=fields)


COMMANDS = (template, import_, export_data)
