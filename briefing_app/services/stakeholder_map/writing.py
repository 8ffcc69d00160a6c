"""A view of the map as a file: SVG to go on drawing, PNG for a mail to the team, PDF to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.message import say
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.files import write_bytes
from briefing_app.services.file_names import safe_name
from briefing_app.services.progress import Progress, silent
from briefing_app.wording import wording_in

if TYPE_CHECKING:  # document engines load on use
    from briefing_app.documents.placed import Page
    from briefing_app.documents.stakeholder_map.picture import MapPicture, SheetFacts

_SHARPNESS = 2.0
"""Pixels a point: sharp on a screen of high density and in a document."""
_MOST_PIXELS = 16_000.0
"""No side of a PNG is longer; larger ones are refused by much that shows pictures."""


class PictureFormat(Labelled):
    """What a view can be written as; the value is the file's ending."""

    SVG = "svg", N_("Drawing (SVG)")
    PNG = "png", N_("Picture (PNG)")
    PDF = "pdf", N_("Page (PDF)")


def picture_name(picture: MapPicture, sheet: SheetFacts, language: Language) -> str:
    """A name for the file, without its ending, that says it is internal."""
    wording = wording_in(language)
    parts = (
        sheet.client,
        wording.phrase("Stakeholder map"),
        wording.label(picture.kind),
        wording.phrase("internal"),
    )
    return safe_name(" ".join(parts))


def write_picture(
    picture: MapPicture,
    sheet: SheetFacts,
    language: Language,
    path: Path,
    progress: Progress = silent,
) -> Path:
    """Write a view with its title, its legend and the mark of an internal paper.

    The ending of ``path`` says as what. UserError for another ending, and where the file cannot
    be written.
    """
    from briefing_app.documents.stakeholder_map.sheet import map_page

    wanted = _format(path)
    progress(say("Stakeholder map"), 1, 1)
    page = map_page(picture, sheet, wording_in(language))
    write_bytes(path, _written(page, wanted, sheet, language))
    return path


def _format(path: Path) -> PictureFormat:
    ending = path.suffix.lower().removeprefix(".")
    wanted = next((one for one in PictureFormat if one.value == ending), None)
    if wanted is None:
        raise UserError(
            "The map is written as SVG, PNG or PDF. Give a name that ends in .svg, .png or .pdf,"
            " not {name}.",
            name=path.name,
        )
    return wanted


def _written(page: Page, wanted: PictureFormat, sheet: SheetFacts, language: Language) -> bytes:
    from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
    from briefing_app.documents.svg_writer import write_svg
    from briefing_app.documents.theme import load_theme

    theme = load_theme()
    title = f"{page.title} · {sheet.client}"
    if wanted is PictureFormat.SVG:
        return write_svg(page, theme, title)
    facts = PdfFacts(title=title, author="", subject=sheet.project, language=language)
    made = write_pdf([page], theme, facts)
    return made if wanted is PictureFormat.PDF else _as_png(made)


def _as_png(pdf: bytes) -> bytes:
    import io

    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        page = document[0]
        longest = max(page.get_width(), page.get_height())
        picture = page.render(scale=min(_SHARPNESS, _MOST_PIXELS / longest)).to_pil()
        stream = io.BytesIO()
        picture.save(stream, "PNG")
        return stream.getvalue()
