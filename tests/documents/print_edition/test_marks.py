"""Pages for a printer have bleed on every side, and marks where they are to be cut."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefing_app.documents.brochure import brochure_pages
from briefing_app.documents.pdf_writer import PdfFacts
from briefing_app.documents.placed import Frame, Geometry, Image, Page, Shape
from briefing_app.documents.placed import Path as Outline
from briefing_app.documents.print_edition.bleed import BLEED, with_bleed
from briefing_app.documents.print_edition.marks import SLUG, write_with_marks
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.domain.text import Language
from briefing_app.planning.client_side import SharedLogo, SharedLogos
from tests.documents.brochure.content import LANGUAGES, boxes, pages_of
from tests.documents.deck import client_sides
from tests.drawn_pictures import logo
from tests.judges.pdf_file import facts_of, pdf_findings, qpdf_findings

PIXELS = 2.0
"""A point in the pictures of pages."""


def facts(language: Language) -> PdfFacts:
    return PdfFacts(title="产品手册 Brochure", author="Vendor", subject="s", language=language)


def rectangle(frame: Frame) -> Shape:
    return Shape(frame=frame, geometry=Geometry.RECTANGLE, name="r", fill=Colour.ACCENT)


def page_of(*elements: Shape | Outline, background: Colour | None = None) -> Page:
    return Page(width=300, height=400, elements=elements, title="P", background=background)


@pytest.fixture(scope="module")
def marked() -> bytes:
    return write_with_marks(pages_of("games", Language.ZH), load_theme(), facts(Language.ZH))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_sound_and_its_fonts_are_embedded(language: Language, tmp_path: Path) -> None:
    path = tmp_path / "marks.pdf"
    path.write_bytes(write_with_marks(pages_of("games", language), load_theme(), facts(language)))
    assert pdf_findings(path) == []
    assert facts_of(path).title == "产品手册 Brochure"


@pytest.mark.rendering
def test_qpdf_has_nothing_to_say(marked: bytes, tmp_path: Path) -> None:
    path = tmp_path / "marks.pdf"
    path.write_bytes(marked)
    assert qpdf_findings(path) == []


def test_each_page_says_where_it_is_cut_and_how_far_it_bleeds(marked: bytes) -> None:
    with pikepdf.open(io.BytesIO(marked)) as file:
        for page in file.pages:
            media, bleed, trim = (
                [float(side) for side in box]
                for box in (page.mediabox, page.BleedBox, page.TrimBox)
            )
            width, height = trim[2] - trim[0], trim[3] - trim[1]
            assert (width, height) == (pytest.approx(595.276), pytest.approx(841.89))
            assert [a - b for a, b in zip(trim, bleed, strict=True)] == pytest.approx(
                [BLEED, BLEED, -BLEED, -BLEED], abs=0.01
            )
            assert [a - b for a, b in zip(trim, media, strict=True)] == pytest.approx(
                [SLUG, SLUG, -SLUG, -SLUG], abs=0.01
            )


def test_a_cover_is_coloured_to_the_end_of_its_bleed_and_white_beyond(marked: bytes) -> None:
    with pypdfium2.PdfDocument(marked) as document:
        picture = document[0].render(scale=PIXELS).to_pil()
    inside, outside = SLUG - BLEED + 0.75, SLUG - BLEED - 0.75
    for share in (0.2, 0.5, 0.8):
        x, y = picture.width * share, picture.height * share
        far_x, far_y = picture.width - 1, picture.height - 1
        for margin, is_white in ((inside, False), (outside, True)):
            edge = margin * PIXELS
            spots = ((x, edge), (edge, y), (x, far_y - edge), (far_x - edge, y))
            seen = [picture.getpixel((round(a), round(b))) == (255, 255, 255) for a, b in spots]
            if not (is_white and share == 0.2):  # the line of information stands there
                assert seen == [is_white] * 4


def test_each_page_tells_the_printer_what_it_is(marked: bytes) -> None:
    with pypdfium2.PdfDocument(marked) as document:
        words = document[2].get_textpage().get_text_bounded()
    assert "第 3 页，共 14 页" in words
    assert "210 × 297" in words


def test_what_touches_an_edge_is_drawn_out_and_nothing_else_moves() -> None:
    inner = rectangle(Frame(50, 50, 100, 100))
    band = rectangle(Frame(0, 100, 300, 40))
    foot = rectangle(Frame(100, 380, 50, 20))
    moved = with_bleed(page_of(inner, band, foot)).elements
    assert moved == (
        inner,
        rectangle(Frame(-BLEED, 100, 300 + 2 * BLEED, 40)),
        rectangle(Frame(100, 380, 50, 20 + BLEED)),
    )


def test_a_background_covers_the_bleed() -> None:
    (ground,) = with_bleed(page_of(background=Colour.INK)).elements
    assert isinstance(ground, Shape)
    assert ground.frame == Frame(-BLEED, -BLEED, 300 + 2 * BLEED, 400 + 2 * BLEED)
    assert ground.fill is Colour.INK


def test_the_side_of_an_outline_is_drawn_out_but_not_its_tip() -> None:
    frame = Frame(0, 0, 100, 100)
    side = Outline(polygons=(((0, 0), (80, 50), (0, 100)),), frame=frame, name="side")
    tip = Outline(polygons=(((0, 50), (80, 0.2), (80, 100)),), frame=frame, name="tip")
    side_moved, tip_moved = with_bleed(page_of(side, tip)).elements
    assert isinstance(side_moved, Outline)
    assert side_moved.polygons == (((-BLEED, 0), (80, 50), (-BLEED, 100)),)
    assert tip_moved == tip


def test_a_curve_goes_with_the_side_that_it_begins_or_ends_at() -> None:
    frame = Frame(0, 0, 100, 100)
    disc = (((0, 0), (100, 0), (100, 55, 55, 100, 0, 100)),)
    (moved,) = with_bleed(page_of(Outline(polygons=disc, frame=frame, name="disc"))).elements
    assert isinstance(moved, Outline)
    out = -BLEED
    assert moved.polygons == (((out, out), (100, out), (100, 55 + out, 55 + out, 100, out, 100)),)


@pytest.mark.parametrize("size", [(1200, 60), (90, 1100), (400, 400)])
def test_no_picture_comes_near_an_edge_where_it_would_be_cut(size: tuple[int, int]) -> None:
    logos = SharedLogos(for_light=SharedLogo(content=logo(*size)))
    side = replace(client_sides.sample("games"), own_logos=logos, client_logos=logos)
    pages = brochure_pages(side, Language.EN)
    pictures = [e for page in pages for e in page.elements if isinstance(e, Image)]
    safe = Frame(0, 0, pages[0].width, pages[0].height).inset(BLEED, BLEED, BLEED, BLEED)
    assert len(pictures) == 3
    assert all(safe.holds(picture.frame, tolerance=0) for picture in pictures)


def test_links_do_not_go_to_the_printer() -> None:
    contents = pages_of("games", Language.ZH)[1]
    assert any(box.link for box in boxes(contents))
    assert not any(box.link for box in boxes(with_bleed(contents)))


def test_the_same_pages_give_the_same_bytes(marked: bytes) -> None:
    again = write_with_marks(pages_of("games", Language.ZH), load_theme(), facts(Language.ZH))
    assert again == marked
