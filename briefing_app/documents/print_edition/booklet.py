"""A booklet to fold and staple: two pages side by side on each side of a sheet twice as wide."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from briefing_app.documents.pdf_writer import PdfFacts, new_canvas
from briefing_app.documents.placed import Page
from briefing_app.documents.print_edition.bleed import BLEED, MILLIMETRE
from briefing_app.documents.print_edition.marks import paint_bled
from briefing_app.documents.theme import Theme
from briefing_app.wording import wording_in

PAPER_THICKNESS = 0.1
"""Millimetres: office paper of 80 to 100 grams."""


@dataclass(frozen=True, slots=True)
class SheetSide:
    """One side of a sheet: the pages on its left and right, from 0; ``None`` is left blank.

    ``sheet`` counts from the outside, from 0.
    """

    sheet: int
    left: int | None
    right: int | None


def sheet_sides(pages: int) -> tuple[SheetSide, ...]:
    """How so many pages lie on sheets that are folded into each other, front sides first.

    Pages are filled up to a multiple of four by blank ones before the last page, so that the
    cover stays outside in front and the last page outside at the back.
    """
    total = -(-pages // 4) * 4
    order: list[int | None] = [*range(pages - 1), *[None] * (total - pages), pages - 1]
    sides = []
    for sheet in range(total // 4):
        first, last = 2 * sheet, total - 1 - 2 * sheet
        sides.append(SheetSide(sheet, order[last], order[first]))
        sides.append(SheetSide(sheet, order[first + 1], order[last - 1]))
    return tuple(sides)


def write_booklet(
    pages: Sequence[Page], theme: Theme, facts: PdfFacts, thickness: float = PAPER_THICKNESS
) -> bytes:
    """The pages imposed for saddle stitching: A4 pages on A3 sheets, front and back in turn.

    ``thickness`` of the paper in millimetres: sheets further inside stand out when folded, so
    their pages move towards the fold by that much for each sheet around them. Print on both
    sides, flipped on the short edge.
    """
    with pikepdf.open(io.BytesIO(_bled_pages(pages, theme, facts))) as source, Pdf.new() as target:
        forms = [target.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for side in sheet_sides(len(pages)):
            _add_side(target, side, forms, pages[0], side.sheet * thickness * MILLIMETRE)
        _describe(target, source, facts)
        out = io.BytesIO()
        target.save(out, deterministic_id=True)
    return out.getvalue()


def _bled_pages(pages: Sequence[Page], theme: Theme, facts: PdfFacts) -> bytes:
    """Each page as large as its bleed."""
    stream = io.BytesIO()
    canvas = new_canvas(stream, theme, facts)
    for page in pages:
        canvas.setPageSize((page.width + 2 * BLEED, page.height + 2 * BLEED))
        paint_bled(canvas, page, theme, BLEED)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _add_side(
    target: Pdf, side: SheetSide, forms: Sequence[pikepdf.Object], page: Page, creep: float
) -> None:
    sheet = target.add_blank_page(page_size=(2 * page.width, page.height))
    placed = [
        (half, number) for half, number in enumerate((side.left, side.right)) if number is not None
    ]
    names = {f"/P{half}": forms[number] for half, number in placed}
    sheet.obj.Resources = Dictionary(XObject=Dictionary(names))
    drawn = (_half(half, page, creep if half == 0 else -creep) for half, _ in placed)
    sheet.obj.Contents = target.make_stream("".join(drawn).encode())
    sheet.obj.TrimBox = sheet.obj.MediaBox


def _half(half: int, page: Page, shift: float) -> str:
    """A page on its half of the sheet and nowhere beyond the fold."""
    left = half * page.width
    bounds = f"{left:.3f} 0 {page.width:.3f} {page.height:.3f} re W n"
    return f"q {bounds} 1 0 0 1 {left - BLEED + shift:.3f} {-BLEED:.3f} cm /P{half} Do Q\n"


def _describe(target: Pdf, source: Pdf, facts: PdfFacts) -> None:
    """Title, author and language of the source, and a name for each side."""
    for key in ("/Title", "/Author", "/Subject", "/Creator"):
        target.docinfo[key] = str(source.docinfo[key])
    target.Root.Lang = source.Root.Lang
    labels: list[object] = []
    for place, name in enumerate(_names_of_sides(len(target.pages), facts)):
        labels += [place, Dictionary(P=pikepdf.String(name))]
    target.Root.PageLabels = Dictionary(Nums=pikepdf.Array(labels))
    target.Root.PageLayout = Name.SinglePage


def _names_of_sides(count: int, facts: PdfFacts) -> Iterator[str]:
    phrase = wording_in(facts.language).phrase
    for side in range(count):
        sheet = side // 2 + 1
        if side % 2:
            yield phrase("Sheet {sheet}, back", sheet=sheet)
        else:
            yield phrase("Sheet {sheet}, front", sheet=sheet)
