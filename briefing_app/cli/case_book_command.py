"""The command that binds an industry's success cases together: case-book."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from briefing_app.cli.documents_commands import show_notices
from briefing_app.cli.export_options import export_wishes
from briefing_app.cli.output_paths import PdfOrFolder
from briefing_app.cli.phrased import PhrasedCommand, option
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_
from briefing_app.services.export_wishes import ExportWishes


@click.command(
    "case-book",
    cls=PhrasedCommand,
    help=N_("Bind the success cases of an industry together as a PDF, to hand out."),
)
@option(
    "--industry",
    default="",
    metavar="ID",
    help=N_("The industry, by name or id; without it one book for each that has cases to show."),
)
@option(
    "--out",
    type=PdfOrFolder(),
    required=True,
    metavar="FILE|FOLDER",
    help=N_("PDF file to write, or the folder for it; a folder is made where missing."),
)
@click.pass_obj
@export_wishes("meant", "language", "print_editions", "theme")
def case_book(session: Session, industry: str, out: Path, wishes: ExportWishes) -> None:
    """Write case books and say where."""
    from briefing_app.services.case_book import write_case_books

    with session.store() as store:
        written = write_case_books(
            store,
            out=out,
            wishes=wishes,
            today=date.today(),  # noqa: DTZ011 - the user's day
            now=datetime.now(UTC),
            industry=industry,
        )
    for path in written.files:
        line = session.wording.phrase("Written: {path}", path=str(path))
        click.echo(f"{line}  ({path.stat().st_size / 1024:,.0f} kB)")
    show_notices(session, written.remarks)


COMMANDS = (case_book,)
