"""Commands that make something of a visit: demo, brief, export."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing_app.cli.export_all import Every, every_visit, export_every, wished_visits
from briefing_app.cli.export_all_view import WELL_PREPARED, readiness_line
from briefing_app.cli.export_options import (
    PAGES_OF_AN_EXPORT,
    WHOLE_EXPORT,
    chosen_audiences,
    chosen_language,
    deck_audiences,
    document_language,
    export_wishes,
    out_folder,
)
from briefing_app.cli.phrased import PhrasedCommand, option
from briefing_app.cli.session import Session
from briefing_app.domain.ids import VisitId
from briefing_app.domain.labels import N_
from briefing_app.domain.message import Message
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.services.export_wishes import ExportWishes

if TYPE_CHECKING:
    from briefing_app.services.export import Export
    from briefing_app.services.making.make import Makers
    from briefing_app.services.progress import Progress
    from briefing_app.store.store import Store

_FINDINGS_SHOWN = 20
"""Of one document; all are printed on request."""


@click.command(
    cls=PhrasedCommand,
    help=N_("Make the documents of two sample visits, so that you see what the program does."),
)
@out_folder
@option("--keep", is_flag=True, help=N_("Also keep the sample data in your data folder."))
@click.pass_obj
@export_wishes("language", "with_pdf", "theme")
def demo(session: Session, out: Path, keep: bool, wishes: ExportWishes) -> None:
    """Export the sample visits from a store of their own."""
    from briefing_app.services.samples import DEMO_VISITS, load_samples

    with _sample_store(session, keep=keep) as store:
        load_samples(store)
        for visit_id in DEMO_VISITS:
            _export(session, store, visit_id, out, wishes)
    if keep:
        click.echo(session.wording.phrase("The sample data is in your data folder now."))


@contextmanager
def _sample_store(session: Session, *, keep: bool) -> Iterator[Store]:
    from briefing_app.store.store import open_store

    if keep:
        with session.store() as store:
            yield store
        return
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        yield store


@click.command(
    cls=PhrasedCommand,
    help=N_("Make deck, brochure and visit plan of a visit, or of all visits from today on."),
)
@click.argument("visit", required=False)
@out_folder
@every_visit
@click.pass_obj
@export_wishes(*WHOLE_EXPORT)
def export(
    session: Session,
    visit: str | None,
    out: Path,
    every: bool,
    first: str | None,
    last: str | None,
    jobs: int | None,
    again: bool,
    wishes: ExportWishes,
) -> None:
    """Export a visit named by its id, the end of it, or its purpose; or all of some days."""
    wished = wished_visits(visit, every=every, first=first, last=last, jobs=jobs, again=again)
    if isinstance(wished, Every):
        export_every(session, wished, out, wishes)
        return
    with session.store() as store:
        _export(session, store, store.find(wished, Visit).id, out, wishes)


@click.command(
    cls=PhrasedCommand,
    help=N_("Judge the documents of a visit as an export would, and write nothing."),
)
@click.argument("visit")
@option("--full", is_flag=True, help=N_("Print every finding, however many there are."))
@click.pass_obj
@export_wishes(*PAGES_OF_AN_EXPORT)
def check(session: Session, visit: str, full: bool, wishes: ExportWishes) -> None:
    """Print the gate's report; the exit status says whether an export would be written."""
    from briefing_app.cli.gate_view import show_report
    from briefing_app.services.export import check_visit

    with session.store() as store, _progress(session) as progress:
        found = store.find(visit, Visit)
        today = date.today()  # noqa: DTZ011 - the user's day
        report = check_visit(store, found.id, wishes=wishes, today=today, progress=progress)
    show_report(report, session.wording, limit=None if full else _FINDINGS_SHOWN)
    if not report.lets_pass:
        raise UserError(
            "An export would be refused. Put right what stands above, then check again."
        )


@click.command(cls=PhrasedCommand, help=N_("Show what to know and what to do before a visit."))
@click.argument("visit")
@option("--json", "as_json", is_flag=True, help=N_("Print the whole briefing as JSON."))
@deck_audiences
@document_language
@click.pass_obj
def brief(
    session: Session, visit: str, as_json: bool, audiences: tuple[str, ...], lang: str | None
) -> None:
    """Print a briefing, in short for people or whole for programs."""
    import msgspec

    from briefing_app.cli.briefing_view import show_briefing
    from briefing_app.services.briefing_data import plain_data
    from briefing_app.services.prepare import prepare_briefing
    from briefing_app.wording import wording_in

    wording = wording_in(chosen_language(session, lang))
    with session.store() as store:
        found = store.find(visit, Visit)
        today = date.today()  # noqa: DTZ011 - the user's day
        wished = chosen_audiences(audiences)
        briefing = prepare_briefing(store, found.id, today=today, audiences=wished)
    if as_json:
        encoded = msgspec.json.encode(plain_data(briefing, wording))
        click.echo(msgspec.json.format(encoded, indent=2).decode())
    else:
        show_briefing(session.console, briefing, wording)


def write_documents(
    session: Session,
    store: Store,
    visit_id: VisitId,
    out: Path,
    wishes: ExportWishes,
    makers: Makers | None = None,
) -> Export:
    """Write documents of a visit, those of an export unless ``makers`` are others, and tell."""
    from briefing_app.services.export import export_visit
    from briefing_app.services.making.make import MAKERS

    with _progress(session) as progress:
        done = export_visit(
            store,
            visit_id,
            out=out,
            wishes=wishes,
            today=date.today(),  # noqa: DTZ011 - the user's day
            now=datetime.now(UTC),
            progress=progress,
            makers=makers or MAKERS,
        )
    _show_files(session, done)
    return done


def _export(
    session: Session, store: Store, visit_id: VisitId, out: Path, wishes: ExportWishes
) -> None:
    done = write_documents(session, store, visit_id, out, wishes)
    show_notices(session, done.notices)
    if done.readiness < WELL_PREPARED:
        click.echo(readiness_line(session, done.readiness, visit_id))


def show_notices(session: Session, notices: tuple[Message, ...]) -> None:
    """Print what to check about files that were written, if anything."""
    if notices:
        click.echo(session.wording.phrase("To check"))
    for notice in notices:
        click.echo(f"  {session.wording.message(notice)}")


def _show_files(session: Session, done: Export) -> None:
    click.echo(session.wording.phrase("Written to {folder}:", folder=str(done.folder)))
    for path, file in zip(done.files, done.record.files, strict=True):
        line = session.wording.phrase(
            "{name}  ({edition}, {size} kB)",
            name=path.name,
            edition=file.edition,
            size=round(file.size / 1024),
        )
        click.echo(f"  {line}")


@contextmanager
def _progress(session: Session) -> Iterator[Progress]:
    """A line that tells each step, on a terminal only and gone when all is done."""
    console = session.console
    if not console.is_terminal:
        yield lambda _step, _number, _total: None
        return
    with console.status("") as status:

        def tell(step: Message, number: int, total: int) -> None:
            status.update(f"{number}/{total} {session.wording.message(step)}")

        yield tell


COMMANDS = (demo, export, check, brief)
