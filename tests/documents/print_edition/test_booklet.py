"""A booklet's pages are in order once its sheets are folded into each other."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.pdf_writer import PdfFacts
from briefing_app.documents.placed import Frame, Geometry, Page, Shape
from briefing_app.documents.print_edition.booklet import SheetSide, sheet_sides, write_booklet
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.domain.text import Language
from tests.documents.brochure.content import LANGUAGES, pages_of
from tests.judges.pdf_file import facts_of, pdf_findings, qpdf_findings

FACTS = PdfFacts(title="产品手册", author="Vendor", subject="s", language=Language.ZH)


def folded(sides: tuple[SheetSide, ...]) -> list[int | None]:
    """The pages as somebody turns them over: outer sheets around inner ones."""
    front, back = sides[::2], sides[1::2]
    first_half = [page for f, b in zip(front, back, strict=True) for page in (f.right, b.left)]
    pairs = zip(reversed(front), reversed(back), strict=True)
    return [*first_half, *(page for f, b in pairs for page in (b.right, f.left))]


@given(st.integers(1, 200))
def test_a_folded_booklet_reads_in_order_with_its_last_page_outside(pages: int) -> None:
    order = folded(sheet_sides(pages))
    assert [page for page in order if page is not None] == list(range(pages))
    assert len(order) % 4 == 0
    assert len(order) - pages < 4
    assert order[-1] == pages - 1


def test_eight_pages_lie_on_two_sheets() -> None:
    assert sheet_sides(8) == (
        SheetSide(0, 7, 0),
        SheetSide(0, 1, 6),
        SheetSide(1, 5, 2),
        SheetSide(1, 3, 4),
    )


def test_fourteen_pages_leave_two_blank_ones_before_the_back_cover() -> None:
    order = folded(sheet_sides(14))
    assert order[12:] == [12, None, None, 13]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_are_a3_and_carry_their_pages(language: Language, tmp_path: Path) -> None:
    pages = pages_of("games", language)
    path = tmp_path / "booklet.pdf"
    path.write_bytes(write_booklet(pages, load_theme(), FACTS))
    assert pdf_findings(path) == []
    read = facts_of(path)
    assert {tuple(map(round, size)) for size in read.sizes} == {(1191, 842)}
    assert read.pages == 8
    assert read.title == FACTS.title
    with pikepdf.open(path) as file:
        assert file.pages[1].label == "第 1 张 反面"


@pytest.mark.rendering
def test_qpdf_has_nothing_to_say(tmp_path: Path) -> None:
    path = tmp_path / "booklet.pdf"
    path.write_bytes(write_booklet(pages_of("games", Language.EN), load_theme(), FACTS))
    assert qpdf_findings(path) == []


def leaf(colour: Colour) -> Page:
    ground = Shape(frame=Frame(100, 0, 10, 400), geometry=Geometry.RECTANGLE, name="r", fill=colour)
    return Page(width=300, height=400, elements=(ground,), title="P")


def left_edges(data: bytes, side: int) -> list[float]:
    """Where the bars on a side begin, in points."""
    with pypdfium2.PdfDocument(data) as document:
        picture = document[side].render(scale=8).to_pil().convert("L")
    row = [picture.getpixel((x, 1600)) < 128 for x in range(picture.width)]
    return [x / 8 for x in range(1, len(row)) if row[x] and not row[x - 1]]


def test_pages_of_inner_sheets_move_towards_the_fold() -> None:
    data = write_booklet([leaf(Colour.INK)] * 12, load_theme(), FACTS, thickness=1.0)
    step = 72 / 25.4
    for side in range(6):
        creep = side // 2 * step
        assert left_edges(data, side) == pytest.approx([100 + creep, 400 - creep], abs=0.3)


def test_thin_paper_hardly_moves_them() -> None:
    data = write_booklet([leaf(Colour.INK)] * 12, load_theme(), FACTS)
    assert left_edges(data, 5) == pytest.approx([100.57, 399.43], abs=0.3)


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = pages_of("light", Language.EN)
    first = write_booklet(pages, load_theme(), FACTS)
    assert write_booklet(pages, load_theme(), FACTS) == first
    with pikepdf.open(io.BytesIO(first)) as file:
        assert str(file.Root.Lang) == "zh-CN"
