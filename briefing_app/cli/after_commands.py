"""Commands for after a visit: record, minutes, follow-ups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing_app.cli.documents_commands import write_documents
from briefing_app.cli.exchange_commands import show_changes
from briefing_app.cli.export_options import (
    chosen_language,
    document_language,
    export_wishes,
    out_folder,
)
from briefing_app.cli.phrased import PhrasedCommand, option
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_
from briefing_app.domain.visit import Visit
from briefing_app.paths import APP_NAME
from briefing_app.services.export_wishes import ExportWishes

if TYPE_CHECKING:
    from briefing_app.services.follow_ups import OpenFollowUp
    from briefing_app.services.record import RecordedVisit

_FILE = click.Path(path_type=Path)


@click.command(
    cls=PhrasedCommand,
    help=N_("Make the form for what a visit brought, or record the one that was filled in."),
)
@click.argument("visit")
@click.argument("file", type=_FILE, metavar="[FILE]", required=False)
@option("--form", type=_FILE, metavar="FILE", help=N_("Make the form (.xlsx or .json)."))
@option("--dry-run", is_flag=True, help=N_("Only show what would change."))
@document_language
@click.pass_obj
def record(
    session: Session,
    visit: str,
    file: Path | None,
    form: Path | None,
    dry_run: bool,
    lang: str | None,
) -> None:
    """Write the form of a visit, or take a filled one in, all or nothing."""
    from briefing_app.services.record import record_visit, write_form

    if (file is None) == (form is None):
        raise click.UsageError(
            session.wording.phrase("Give a file to record, or --form and a file to write to.")
        )
    with session.store() as store:
        visit_id = store.find(visit, Visit).id
        if form is not None:
            write_form(store, visit_id, form, chosen_language(session, lang))
            _say_next(session, form, f"{APP_NAME} record {visit_id} {form}")
        elif file is not None:
            recorded = record_visit(store, visit_id, file, dry_run=dry_run)
            _show_recorded(session, recorded, dry_run=dry_run)


def _say_next(session: Session, form: Path, command: str) -> None:
    line = session.wording.phrase(
        "Written to {file}. Fill it in, then record it: {command}", file=str(form), command=command
    )
    click.echo(line)


def _show_recorded(session: Session, recorded: RecordedVisit, *, dry_run: bool) -> None:
    wording = session.wording
    if not recorded.is_news:
        click.echo(wording.phrase("All of this was recorded before. Nothing changed."))
        return
    for title, changes in (
        (wording.phrase("New"), recorded.added),
        (wording.phrase("Updated"), recorded.updated),
    ):
        if changes:
            click.echo(wording.phrase("{label}: {value}", label=title, value=len(changes)))
            show_changes(session, changes)
    if recorded.day > date.today():  # noqa: DTZ011 - the user's day
        click.echo(
            wording.phrase(
                "Mind that this visit is still to come, on {day}. Is it the one that you mean?",
                day=recorded.day,
            )
        )
    if dry_run:
        click.echo(wording.phrase("Nothing was changed; run it without --dry-run to record it."))
    else:
        command = f"{APP_NAME} minutes {recorded.visit} --out FOLDER"
        click.echo(wording.phrase("Recorded. Minutes are made by: {command}", command=command))


@click.command(
    cls=PhrasedCommand,
    help=N_("Make the minutes of a recorded visit: for the client and for the team."),
)
@click.argument("visit")
@out_folder
@click.pass_obj
@export_wishes("meant", "language")
def minutes(session: Session, visit: str, out: Path, wishes: ExportWishes) -> None:
    """Write both editions as Word files and PDFs, and the calendar with the follow-ups."""
    from briefing_app.services.making.make import AFTERWARDS

    with session.store() as store:
        found = store.find(visit, Visit)
        write_documents(session, store, found.id, out, wishes, AFTERWARDS)


@click.command(
    cls=PhrasedCommand, help=N_("List what was promised and is open, overdue first; tick one off.")
)
@option("--client", help=N_("Only those of one client: its name or id."))
@option("--done", metavar="ID", help=N_("Note that this one is done: its id, or its words."))
@click.pass_obj
def follow_ups(session: Session, client: str | None, done: str | None) -> None:
    """Show the open follow-ups of all visits, or of one client."""
    from briefing_app.services.follow_ups import open_follow_ups, tick_off

    today = date.today()  # noqa: DTZ011 - the user's day
    with session.store() as store:
        if done is not None:
            ticked = tick_off(store, done, done_on=today)
            click.echo(session.wording.phrase("Done: {what}", what=ticked.what))
        found = open_follow_ups(store, today=today, client=client)
    if found or done is None:
        _show_steps(session, found)


def _show_steps(session: Session, found: tuple[OpenFollowUp, ...]) -> None:
    """Two lines for each: when and what, then whose it is and how to name it."""
    if not found:
        click.echo(session.wording.phrase("Nothing is open."))
    for one in found:
        click.echo("  ".join(_what_and_when(session, one)))
        click.echo(f"    {' · '.join(_whose(session, one))}")


def _what_and_when(session: Session, one: OpenFollowUp) -> Iterator[str]:
    wording, step = session.wording, one.step
    yield step.due.isoformat() if step.due else wording.phrase("No day set")
    if one.is_overdue:
        yield wording.phrase("Overdue")
    yield wording.text(step.what)


def _whose(session: Session, one: OpenFollowUp) -> Iterator[str]:
    wording, step = session.wording, one.step
    yield wording.text(one.client)
    yield wording.text(step.owner) or wording.phrase("No owner")
    if step.is_for_client:
        yield wording.phrase("Agreed with the client")
    yield step.id


COMMANDS = (record, minutes, follow_ups)
