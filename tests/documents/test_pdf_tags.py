"""PDFs say what each part of them is, in the order of reading, as the standards want it."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.documents.brochure import brochure_pages
from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.fonts import DOCUMENT_TYPEFACE
from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
from briefing_app.documents.placed import (
    Cell,
    CellPlace,
    Chart,
    ChartKind,
    Element,
    Frame,
    Geometry,
    Page,
    Placeholder,
    Series,
    Shape,
    Table,
    Tag,
    TextBox,
)
from briefing_app.documents.text_fit import Measured, Style, measure, paragraph
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.domain.text import Language
from briefing_app.planning.client_side import SharedLogo, SharedLogos
from tests.documents.brochure.content import KINDS, LANGUAGES, pages_of
from tests.documents.deck import client_sides
from tests.documents.visit_plan import samples as plans
from tests.drawn_pictures import encoded, raster
from tests.judges.pdf_standards import heading_levels, kinds_of, standard_findings, structure_of
from tests.judges.rendering import tool

FONT = DOCUMENT_TYPEFACE.face(bold=False)
WITH_A_GLYPH = [sign for sign in map(chr, range(0x20, 0xFFFF)) if FONT.has(sign)]
"""A sign that the font lacks does not pass the export gate."""


def facts(language: Language = Language.EN) -> PdfFacts:
    return PdfFacts(title="R&D <brief>", author="A & B", subject="s", language=language)


def written(*elements: Element) -> bytes:
    page = Page(width=595, height=842, elements=elements, title="Page", label="1")
    return write_pdf([page], load_theme(), facts())


def text(words: str, *, bullet: str = "") -> Measured:
    indent = 12.0 if bullet else 0.0
    return measure([paragraph(words, Style(size=12), bullet=bullet, indent=indent)], 300)


def box(
    words: str,
    tag: Tag = Tag.TEXT,
    *,
    y: float = 40,
    link: str = "",
    bullet: str = "",
    cell: CellPlace | None = None,
) -> TextBox:
    measured = text(words, bullet=bullet)
    frame = Frame(40, y, 300, measured.height)
    return TextBox(frame=frame, text=measured, name="Box", tag=tag, link=link, cell=cell)


def kinds(pdf: bytes) -> list[str]:
    return [element.kind for element in structure_of(pdf)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_brochures_conform(kind: str, language: Language) -> None:
    pdf = write_pdf(pages_of(kind, language), load_theme(), facts(language))
    assert standard_findings(pdf) == []


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_pages_with_logos_of_any_shape_conform_and_name_their_companies(mode: str) -> None:
    wide, tall = (
        SharedLogo(content=encoded(raster(*size, mode))) for size in ((1200, 60), (90, 1100))
    )
    side = replace(
        client_sides.sample("games"),
        own_logos=SharedLogos(for_light=wide, for_dark=tall),
        client_logos=SharedLogos(for_light=tall),
    )
    for pages in (brochure_pages(side, Language.EN), deck_pages(side, Language.EN).pages):
        pdf = write_pdf(pages, load_theme(), facts(Language.EN))
        assert standard_findings(pdf) == []
        told = {one.alt for one in structure_of(pdf) if one.kind == "Figure"}
        assert {"Heronshore", "Fireferry"} <= told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("visit", plans.SAMPLE_VISITS)
def test_visit_plans_conform_and_their_tables_are_tables(visit: str, language: Language) -> None:
    pages = plans.printed(plans.sample(visit), language).pages
    pdf = write_pdf(pages, load_theme(), facts(language))
    assert standard_findings(pdf) == []
    found = kinds_of(pdf)
    assert found["Table"] >= 3
    assert found["TH"] >= 2 * found["Table"]
    assert found["TD"] > found["TH"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", client_sides.SAMPLES)
def test_the_slides_of_a_deck_conform(name: str, language: Language) -> None:
    pages = deck_pages(client_sides.sample(name), language).pages
    pdf = write_pdf(pages, load_theme(), facts(language))
    assert standard_findings(pdf) == []
    assert heading_levels(pdf).count(1) == len(pages)


def test_a_chart_is_one_figure_with_its_description() -> None:
    chart = Chart(
        frame=Frame(40, 200, 400, 120),
        kind=ChartKind.BAR,
        categories=("Retention",),
        series=(Series("Before", (21.5,), Colour.STEEL), Series("After", (30,), Colour.ACCENT)),
        name="Chart",
        alt="Retention rises from 21.5 to 30",
    )
    pdf = written(box("Title", Tag.TITLE), chart, box("After it", y=400))
    assert kinds(pdf) == ["Document", "Sect", "H1", "Figure", "P"]
    (figure,) = (one for one in structure_of(pdf) if one.kind == "Figure")
    assert (figure.alt, len(figure.marks)) == (chart.alt, 1)
    assert standard_findings(pdf) == []


def test_decoration_and_running_heads_are_no_part_of_the_structure() -> None:
    ground = Shape(frame=Frame(0, 0, 90, 90), geometry=Geometry.ELLIPSE, name="g", fill=Colour.MIST)
    pdf = written(ground, box("Running head", Tag.ARTIFACT), box("Title", Tag.TITLE, y=90))
    assert kinds(pdf) == ["Document", "Sect", "H1"]
    assert standard_findings(pdf) == []


def test_what_stands_at_the_foot_of_each_slide_is_not_read_each_time() -> None:
    foot = replace(box("Vendor", y=400), placeholder=Placeholder.FOOTER)
    number = replace(box("2", y=430), placeholder=Placeholder.SLIDE_NUMBER)
    pdf = written(box("Title", Tag.TITLE), foot, number)
    assert kinds(pdf) == ["Document", "Sect", "H1"]
    assert standard_findings(pdf) == []


def test_bullets_make_a_list() -> None:
    pdf = written(
        box("Title", Tag.TITLE),
        box("One", y=90, bullet="•"),
        box("Two", y=110, bullet="•"),
        box("After the list", y=130),
    )
    item = ["LI", "Lbl", "LBody"]
    assert kinds(pdf) == ["Document", "Sect", "H1", "L", *item, *item, "P"]
    assert standard_findings(pdf) == []


def test_a_table_of_text_boxes_has_all_its_cells() -> None:
    pdf = written(
        box("Title", Tag.TITLE),
        box("Who", y=60, cell=CellPlace(0, 0.0, is_header=True)),
        box("What", y=60, cell=CellPlace(0, 150.0, is_header=True)),
        box("Lin", y=90, cell=CellPlace(1, 0.0)),
        box("again", y=110, cell=CellPlace(1, 0.0)),
        box("When", y=150, cell=CellPlace(0, 0.0, is_header=True)),
        box("After the tables", y=200),
    )
    assert kinds(pdf) == [
        *("Document", "Sect", "H1"),
        *("Table", "TR", "TH", "P", "TH", "P", "TR", "TD", "P", "P", "TD"),
        *("Table", "TR", "TH", "P"),
        "P",
    ]
    assert standard_findings(pdf) == []


def test_the_header_of_a_table_names_its_columns() -> None:
    cells = tuple(Cell(text=text(words)) for words in ("Need", "Answer"))
    table = Table(
        frame=Frame(40, 100, 640, 60),
        columns=(320.0, 320.0),
        rows=(cells, cells),
        heights=(30.0, 30.0),
        name="Table",
        alt="Needs and answers",
    )
    pdf = written(box("Title", Tag.TITLE), table)
    row = ["TR", "TH", "P", "TH", "P"]
    assert kinds(pdf)[3:] == ["Table", *row, *(kind.replace("TH", "TD") for kind in row)]
    assert standard_findings(pdf) == []


def test_a_link_belongs_to_its_text_and_says_it() -> None:
    pdf = written(box("Title", Tag.TITLE), box("our site", y=90, link="https://example.com"))
    assert kinds(pdf) == ["Document", "Sect", "H1", "P", "Link"]
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert str(file.pages[0].Annots[0].Contents) == "our site"
    assert standard_findings(pdf) == []


@given(st.lists(st.sampled_from([Tag.TITLE, Tag.HEADING, Tag.SUBHEADING]), min_size=1, max_size=12))
@settings(max_examples=25, deadline=None)
def test_headings_never_skip_a_level(tags: list[Tag]) -> None:
    pdf = written(*(box("Heading", tag, y=40 + 20 * place) for place, tag in enumerate(tags)))
    levels = heading_levels(pdf)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(levels) == len(tags)


@given(st.text(alphabet=st.sampled_from(WITH_A_GLYPH), max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_leaves_a_file_that_conforms(words: str) -> None:
    pdf = written(box("Title", Tag.TITLE), box(words, y=80), box(words, y=300, bullet="•"))
    assert standard_findings(pdf) == []


def test_pages_carry_their_printed_labels_and_the_title_is_shown() -> None:
    pages = [
        Page(width=595, height=842, elements=(box("Title", Tag.TITLE),), title="P", label=label)
        for label in ("i", "1", "2")
    ]
    with pikepdf.open(io.BytesIO(write_pdf(pages, load_theme(), facts()))) as file:
        assert [one.label for one in file.pages] == ["i", "1", "2"]
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert str(file.docinfo.Title) == "R&D <brief>"


@pytest.mark.rendering
def test_words_at_the_end_of_a_line_are_not_joined_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "lines.pdf"
    words = "Where there is much to say the text goes on to another line and nothing is lost"
    path.write_bytes(written(box("Title", Tag.TITLE), box(words, y=90)))
    run = subprocess.run(
        [tool("pdfinfo"), "-enc", "UTF-8", "-struct-text", path],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert words in run.stdout
