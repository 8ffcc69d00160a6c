"""The command that binds an industry's success cases together: case-book."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from briefing_app.cli.documents_commands import (
    chosen_editions,
    document_language,
    print_editions,
    theme_name,
)
from briefing_app.cli.phrased import PhrasedCommand, option
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_
from briefing_app.domain.text import Language


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
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE|FOLDER",
    help=N_("PDF file to write, or the folder for it; a folder is made where missing."),
)
@document_language
@theme_name
@print_editions
@click.pass_obj
def case_book(
    session: Session,
    industry: str,
    out: Path,
    lang: str | None,
    theme: str,
    printings: tuple[str, ...],
) -> None:
    """Write case books and say where."""
    from briefing_app.services.case_book import write_case_books

    with session.store() as store:
        written = write_case_books(
            store,
            out=out,
            language=Language(lang) if lang else session.language,
            today=date.today(),  # noqa: DTZ011 - the user's day
            industry=industry,
            theme=theme,
            print_editions=chosen_editions(printings),
        )
    for path in written:
        line = session.wording.phrase("Written: {path}", path=str(path))
        click.echo(f"{line}  ({path.stat().st_size / 1024:,.0f} kB)")


COMMANDS = (case_book,)
