"""Commands about the look of decks: theme check."""

from __future__ import annotations

from pathlib import Path

import click

from briefing_app.cli.phrased import PhrasedGroup, option
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_
from briefing_app.domain.text import Language

_FILE = click.Path(path_type=Path)
_LANGUAGES = click.Choice([language.value for language in Language])


@click.group(cls=PhrasedGroup, help=N_("See how decks would look on a template of your company."))
def theme() -> None:
    """See the group's phrased help."""


@theme.command(
    help=N_("Read a PowerPoint template and tell what is taken from it, and what it lacks.")
)
@click.argument("file", type=_FILE, metavar="FILE")
@option(
    "--preview",
    type=_FILE,
    metavar="OUT.pptx",
    help=N_("Also write the deck of a sample visit on it, to look at."),
)
@option("--lang", type=_LANGUAGES, help=N_("Language of the preview."))
@click.pass_obj
def check(session: Session, file: Path, preview: Path | None, lang: str | None) -> None:
    """Print the report on a template."""
    from briefing_app.documents.deck.corporate.report import HEADINGS, report
    from briefing_app.services.corporate_template import load_template, write_preview

    template = load_template(file)
    wording = session.wording
    for key, lines in report(template).items():
        click.echo(wording.phrase(HEADINGS[key]))
        for line in lines:
            click.echo(f"  {wording.message(line)}")
    if preview is not None:
        write_preview(template, preview, Language(lang) if lang else session.language)
        click.echo(wording.phrase("Written: {path}", path=str(preview)))


COMMANDS = (theme,)
