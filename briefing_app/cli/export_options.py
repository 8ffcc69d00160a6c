"""The options by which commands say what is wished of documents, each said once for all."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeAlias

import click

from briefing_app.cli.output_paths import FolderToWrite
from briefing_app.cli.phrased import option
from briefing_app.cli.session import Session
from briefing_app.documents.theme_files import USUAL_THEME
from briefing_app.domain.audience import Audience
from briefing_app.domain.labels import N_
from briefing_app.domain.text import Language
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.print_editions import PrintEdition

Decorator: TypeAlias = Callable[[Callable[..., None]], Callable[..., None]]

_ALL = "all"
_GROUPS = tuple(audience for audience in Audience if audience is not Audience.MIXED)

document_language = option(
    "--lang",
    type=click.Choice([language.value for language in Language]),
    help=N_("Language of the documents."),
)
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
out_folder = option(
    "--out",
    type=FolderToWrite(),
    required=True,
    metavar="FOLDER",
    help=N_("Folder to write to; it is made where missing."),
)
_OPTIONS: dict[str, Decorator] = {
    "audiences": deck_audiences,
    "meant": option(
        "--meant",
        multiple=True,
        metavar="WORDS",
        help=N_(
            "Words that the export gate would stop as the name of another, as a price or as"
            " unfinished, and that are right here; may be given several times."
        ),
    ),
    "language": document_language,
    "print_editions": option(
        "--print",
        "printings",
        type=click.Choice([edition.value for edition in PrintEdition]),
        multiple=True,
        help=N_("Also write it for a printer: with crop marks, or as an A3 booklet. Repeatable."),
    ),
    "with_pdf": option(
        "--pdf", "with_pdf", is_flag=True, help=N_("Also write each deck as a PDF to hand out.")
    ),
    "template": option(
        "--template",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=N_("PowerPoint template of your company (.pptx or .potx) to make the decks on."),
    ),
    "theme": option(
        "--theme",
        default=USUAL_THEME,
        show_default=True,
        metavar="NAME",
        help=N_("How the documents look; “briefing-app themes” lists the names."),
    ),
}
"""By the fields of `ExportWishes`, in the order in which help lists them."""

WHOLE_EXPORT = tuple(_OPTIONS)
PAGES_OF_AN_EXPORT = tuple(field for field in _OPTIONS if field != "print_editions")
"""A printer's edition has the pages of the one to read."""


def export_wishes(*fields: str) -> Decorator:
    """Give a command the options for these fields of `ExportWishes`, and what was chosen as the
    argument ``wishes``; it stands below ``click.pass_obj``, for the session tells the usual
    language."""

    def with_options(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def wishing(session: Session, **given: Any) -> None:
            wishes = ExportWishes(
                language=chosen_language(session, given.pop("lang")),
                audiences=chosen_audiences(given.pop("audiences", ())),
                print_editions=_chosen_editions(given.pop("printings", ())),
                with_pdf=given.pop("with_pdf", False),
                template=given.pop("template", None),
                theme=given.pop("theme", USUAL_THEME),
                meant=given.pop("meant", ()),
            )
            command(session, wishes=wishes, **given)

        wished: Callable[..., None] = wishing
        for field in reversed([name for name in _OPTIONS if name in fields]):
            wished = _OPTIONS[field](wished)
        return wished

    return with_options


def chosen_audiences(names: tuple[str, ...]) -> tuple[Audience, ...]:
    """The audiences of an option that may say ``all``, each once."""
    named = [audience for name in names for audience in Audience if audience.value == name]
    return tuple(dict.fromkeys((*(_GROUPS if _ALL in names else ()), *named)))


def chosen_language(session: Session, lang: str | None) -> Language:
    """The language of the documents: that of the messages unless another one is named."""
    return Language(lang) if lang else session.language


def _chosen_editions(names: tuple[str, ...]) -> tuple[PrintEdition, ...]:
    return tuple(edition for edition in PrintEdition if edition.value in names)
