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
from briefing_app.cli.phrased import PhrasedCommand, option
from briefing_app.cli.session import Session
from briefing_app.documents.theme import USUAL_THEME
from briefing_app.domain.audience import Audience
from briefing_app.domain.ids import VisitId
from briefing_app.domain.labels import N_
from briefing_app.domain.message import Message
from briefing_app.domain.text import Language
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.print_editions import PrintEdition

if TYPE_CHECKING:
    from briefing_app.services.export import Export
    from briefing_app.services.making.make import Makers
    from briefing_app.services.progress import Progress
    from briefing_app.store.store import Store

_FINDINGS_SHOWN = 20
"""Of one document; all are printed on request."""
_LANGUAGES = click.Choice([language.value for language in Language])
_OUT = click.Path(path_type=Path)

_ALL = "all"
_GROUPS = tuple(audience for audience in Audience if audience is not Audience.MIXED)

deck_audiences = option(
    "--audience",
    "audiences",
    type=click.Choice([*(audience.value for audience in Audience), _ALL]),
    multiple=True,
    help=N_(
        "Whom to make a deck for; may be given several times, all stands for the four groups."
        " Without it there is one deck for those at the table."
    ),
)
meant_words = option(
    "--meant",
    multiple=True,
    metavar="WORDS",
    help=N_(
        "Words that the export gate would stop as the name of another, as a price or as"
        " unfinished, and that are right here; may be given several times."
    ),
)
document_language = option("--lang", type=_LANGUAGES, help=N_("Language of the documents."))
print_editions = option(
    "--print",
    "printings",
    type=click.Choice([edition.value for edition in PrintEdition]),
    multiple=True,
    help=N_("Also write it for a printer: with crop marks, or as an A3 booklet. Repeatable."),
)
deck_template = option(
    "--template",
    type=_OUT,
    metavar="FILE",
    help=N_("PowerPoint template of your company (.pptx or .potx) to make the decks on."),
)
with_pdf = option(
    "--pdf", "with_pdf", is_flag=True, help=N_("Also write each deck as a PDF to hand out.")
)
out_folder = option(
    "--out",
    type=_OUT,
    required=True,
    metavar="FOLDER",
    help=N_("Folder to write to; it is made where missing."),
)
theme_name = option(
    "--theme",
    default=USUAL_THEME,
    show_default=True,
    metavar="NAME",
    help=N_("How the documents look; “briefing-app themes” lists the names."),
)


@click.command(
    cls=PhrasedCommand,
    help=N_("Make the documents of two sample visits, so that you see what the program does."),
)
@out_folder
@document_language
@with_pdf
@theme_name
@option("--keep", is_flag=True, help=N_("Also keep the sample data in your data folder."))
@click.pass_obj
def demo(
    session: Session, out: Path, lang: str | None, with_pdf: bool, theme: str, keep: bool
) -> None:
    """Export the sample visits from a store of their own."""
    from briefing_app.services.samples import DEMO_VISITS, load_samples

    with _sample_store(session, keep=keep) as store:
        language = _language(session, lang)
        load_samples(store)
        for visit_id in DEMO_VISITS:
            wishes = ExportWishes(language=language, with_pdf=with_pdf, theme=theme)
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
@deck_audiences
@meant_words
@document_language
@print_editions
@with_pdf
@deck_template
@theme_name
@click.pass_obj
def export(
    session: Session,
    visit: str | None,
    out: Path,
    every: bool,
    first: str | None,
    last: str | None,
    jobs: int | None,
    again: bool,
    audiences: tuple[str, ...],
    lang: str | None,
    printings: tuple[str, ...],
    with_pdf: bool,
    template: Path | None,
    theme: str,
    meant: tuple[str, ...],
) -> None:
    """Export a visit named by its id, the end of it, or its purpose; or all of some days."""
    wished = wished_visits(visit, every=every, first=first, last=last, jobs=jobs, again=again)
    wishes = ExportWishes(
        language=_language(session, lang),
        audiences=_wished(audiences),
        with_pdf=with_pdf,
        theme=theme,
        print_editions=chosen_editions(printings),
        template=template,
        meant=meant,
    )
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
@deck_audiences
@meant_words
@document_language
@with_pdf
@deck_template
@theme_name
@click.pass_obj
def check(
    session: Session,
    visit: str,
    full: bool,
    audiences: tuple[str, ...],
    meant: tuple[str, ...],
    lang: str | None,
    with_pdf: bool,
    template: Path | None,
    theme: str,
) -> None:
    """Print the gate's report; the exit status says whether an export would be written."""
    from briefing_app.cli.gate_view import show_report
    from briefing_app.services.export import check_visit

    with session.store() as store, _progress(session) as progress:
        found = store.find(visit, Visit)
        today = date.today()  # noqa: DTZ011 - the user's day
        wishes = ExportWishes(
            language=_language(session, lang),
            audiences=_wished(audiences),
            with_pdf=with_pdf,
            theme=theme,
            template=template,
            meant=meant,
        )
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

    wording = wording_in(Language(lang) if lang else session.language)
    with session.store() as store:
        found = store.find(visit, Visit)
        today = date.today()  # noqa: DTZ011 - the user's day
        briefing = prepare_briefing(store, found.id, today=today, audiences=_wished(audiences))
    if as_json:
        encoded = msgspec.json.encode(plain_data(briefing, wording))
        click.echo(msgspec.json.format(encoded, indent=2).decode())
    else:
        show_briefing(session.console, briefing, wording)


def _wished(audiences: tuple[str, ...]) -> tuple[Audience, ...]:
    """The audiences of an option that may say ``all``, each once."""
    named = [audience for name in audiences for audience in Audience if audience.value == name]
    return tuple(dict.fromkeys((*(_GROUPS if _ALL in audiences else ()), *named)))


def chosen_editions(printings: tuple[str, ...]) -> tuple[PrintEdition, ...]:
    """The editions that ``--print`` names, each once."""
    return tuple(one for one in PrintEdition if one.value in printings)


def _language(session: Session, lang: str | None) -> Language:
    """The language of the documents."""
    return Language(lang) if lang else session.language


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
    if done.notices:
        click.echo(session.wording.phrase("To check"))
        for notice in done.notices:
            click.echo(f"  {session.wording.message(notice)}")
    if done.readiness < WELL_PREPARED:
        click.echo(readiness_line(session, done.readiness, done.record.visit))


def _show_files(session: Session, done: Export) -> None:
    click.echo(session.wording.phrase("Written to {folder}:", folder=str(done.folder)))
    for path, file in zip(done.files, done.record.files, strict=True):
        label = session.wording.label(file.edition)
        click.echo(f"  {path.name}  ({label}, {file.size / 1024:,.0f} kB)")


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
