"""Decks open in python-pptx and hold what the pages say, natively."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from briefing_app.documents.deck import grid
from briefing_app.documents.deck.drawingml import BASELINE_LIFT, emu, text_place
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.pptx_writer import DeckFacts, write_pptx
from briefing_app.documents.icons import Icon, icon
from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
from briefing_app.documents.placed import (
    Anchor,
    ChartKind,
    Element,
    Frame,
    Geometry,
    Image,
    Page,
    Placeholder,
    Rule,
    Shape,
    Tag,
    TextBox,
)
from briefing_app.documents.text_fit import Style, plain
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.domain.text import Language
from tests.documents.deck import sample_pages
from tests.documents.deck.sample_pages import page, text_box
from tests.drawn_pictures import picture
from tests.judges.glyphs import pages_of
from tests.judges.overflow import overflow_findings
from tests.judges.pptx_package import package_findings, structure_findings
from tests.judges.rendering import Office

FACTS = DeckFacts(
    title="Launch days, R&D <and> “more”",
    author="Sample Motors 示例汽车",
    language=Language.EN,
    created=date(2026, 5, 4),
)
POINT = 12700


def written(*pages: Page) -> bytes:
    return write_pptx(pages, load_theme(), FACTS)


def opened(*pages: Page) -> Any:
    return Presentation(io.BytesIO(written(*pages)))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def shape_named(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == name)


def test_a_deck_with_every_kind_of_element_is_a_sound_package() -> None:
    data = write_pptx(sample_pages.deck(), load_theme(), FACTS)

    assert package_findings(data) == []
    assert len(Presentation(io.BytesIO(data)).slides) == len(sample_pages.deck())


def test_the_same_pages_give_the_same_bytes() -> None:
    assert written(*sample_pages.deck()) == written(*sample_pages.deck())


def test_the_file_says_title_author_and_day_and_nothing_else() -> None:
    data = written(page("Cover", layout=LayoutName.COVER))
    core = Presentation(io.BytesIO(data)).core_properties

    assert (core.title, core.author) == (FACTS.title, FACTS.author)
    assert core.created.date() == core.modified.date() == FACTS.created
    assert core.last_modified_by == core.comments == core.keywords == core.subject == ""
    assert not [name for name in parts(data) if "thumbnail" in name or "printer" in name]
    assert b"Canny" not in b"".join(parts(data).values())


def test_each_slide_has_its_layout_and_one_title() -> None:
    pages = sample_pages.deck()

    for shown, slide in zip(pages, opened(*pages).slides, strict=True):
        titles = [it for it in slide.placeholders if "TITLE" in it.placeholder_format.type.name]
        assert slide.slide_layout.name == shown.layout
        assert slide.shapes.title.text == shown.title
        assert len([it for it in titles if "SUB" not in it.placeholder_format.type.name]) == 1


def test_placeholders_are_filled_by_type() -> None:
    slide = opened(page("Needs", layout=LayoutName.CHART, number=1)).slides[0]

    found = {it.placeholder_format.type: it.text_frame.text for it in slide.placeholders}

    assert found == {
        PP_PLACEHOLDER.BODY: "Needs 需求",
        PP_PLACEHOLDER.TITLE: "Needs",
        PP_PLACEHOLDER.FOOTER: "Sample Motors 示例汽车",
        PP_PLACEHOLDER.SLIDE_NUMBER: "1",
    }


def test_a_placeholder_at_its_layouts_place_inherits_it() -> None:
    slide = opened(page("Needs")).slides[0]
    title = slide.shapes.title

    assert title._element.spPr.find(qn("a:xfrm")) is None
    assert title.left == emu(grid.TITLE.x)
    assert title.top + title.height == emu(grid.TITLE.bottom)
    assert title._element.find(f".//{qn('a:rPr')}").get("sz") is None


def test_a_moved_and_shrunk_title_says_so() -> None:
    moved = text_box(
        "Needs",
        Frame(100, 60, 500, 40),
        Style(size=20, bold=True),
        placeholder=Placeholder.TITLE,
    )
    slide = opened(replace(page("Needs"), elements=(moved,))).slides[0]

    assert slide.shapes.title.left == 100 * POINT
    assert slide.shapes.title.top == emu(60 - BASELINE_LIFT * 20)
    assert slide.shapes.title._element.find(f".//{qn('a:rPr')}").get("sz") == "2000"


def test_a_second_title_stays_a_text_box() -> None:
    again = text_box("Again", Frame(50, 200, 300, 40), tag=Tag.TITLE, name="Second")
    slide = opened(page("First", [again])).slides[0]

    assert slide.shapes.title.text == "First"
    assert not shape_named(slide, "Second").is_placeholder


def test_text_tagged_as_title_becomes_the_title_of_a_page_without_one() -> None:
    only = text_box("Only", Frame(50, 200, 300, 40), tag=Tag.TITLE)
    slide = opened(replace(page("Only"), elements=(only,))).slides[0]

    assert slide.shapes.title.text == "Only"


def test_what_the_layout_draws_is_not_drawn_again() -> None:
    slide = opened(page("Cover", layout=LayoutName.COVER)).slides[0]

    assert {it.name for it in slide.shapes}.isdisjoint(it.name for it in _decoration("Cover"))
    assert {it.name for it in slide.slide_layout.shapes} >= {"Field"}


def _decoration(layout: str) -> tuple[Element, ...]:
    return grid.layout_decoration(layout)[1]


def test_a_background_is_written_where_it_differs_from_the_layouts() -> None:
    same = replace(page("A", layout=LayoutName.COVER), background=Colour.INK)
    other = replace(page("B", layout=LayoutName.COVER), background=Colour.MIST)
    files = parts(written(same, other))

    assert b"<p:bg>" not in files["ppt/slides/slide1.xml"]
    assert b'<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg2"/>' in files["ppt/slides/slide2.xml"]


def test_a_picture_used_twice_is_kept_once_and_says_what_it_shows() -> None:
    frames = (Frame(50, 150, 120, 60), Frame(50, 250, 240, 120))
    first, second = (
        Image(frame=frame, picture=picture(60, 30), name="Logo", alt="Sample Motors logo")
        for frame in frames
    )
    other = Image(frame=frames[0], picture=picture(60, 30, "JPEG"), name="Photograph")
    data = written(page("One", [first]), page("Two", [second, other]))
    media = {name: body for name, body in parts(data).items() if "/media/" in name}

    assert media == {
        "ppt/media/image1.png": first.picture.content,
        "ppt/media/image2.jpeg": other.picture.content,
    }
    shown = shape_named(Presentation(io.BytesIO(data)).slides[1], "Logo")
    assert shown._element.nvPicPr.cNvPr.get("descr") == "Sample Motors logo"
    assert shown.width == emu(240)
    assert package_findings(data) == []


def test_a_path_becomes_curves_with_a_line_of_a_theme_colour() -> None:
    target = icon(Icon.TARGET, Frame(50, 150, 48, 48), Colour.SUPPORT)
    data = written(page("Icons", [target]))
    drawn = shape_named(Presentation(io.BytesIO(data)).slides[0], "Icon: target")._element

    assert drawn.find(f".//{qn('a:cubicBezTo')}") is not None
    assert drawn.find(f".//{qn('a:ln')}//{qn('a:schemeClr')}").get("val") == "accent2"
    assert package_findings(data) == []


def test_reading_order_is_the_elements_order_and_ids_are_unique() -> None:
    shown = page("Shapes", sample_pages.shapes())
    slide = opened(shown).slides[0]
    expected = [it.name for it in shown.elements if it not in _decoration(shown.layout)]
    ids = [shape.shape_id for shape in slide.shapes]

    assert [shape.name for shape in slide.shapes] == expected
    assert len(set(ids)) == len(ids)
    assert 1 not in ids


def test_text_has_exact_lines_bullets_and_spans() -> None:
    slide = opened(page("Text", sample_pages.texts())).slides[0]
    paragraphs = shape_named(slide, "List").text_frame.paragraphs
    look = paragraphs[1]._p.pPr

    assert paragraphs[0].line_spacing == sample_pages.BODY.line_height * POINT
    assert [run.font.bold for run in paragraphs[0].runs] == [True, False, False]
    assert [run._r.rPr.get("lang") for run in paragraphs[0].runs] == ["en-GB", "en-GB", "zh-CN"]
    assert look.find(qn("a:buChar")).get("char") == "•"
    assert (look.get("marL"), look.get("indent")) == (str(16 * POINT), str(-16 * POINT))
    assert look.get("hangingPunct") == "0"


def test_boxes_keep_frame_padding_anchor_and_look() -> None:
    slide = opened(page("Text", sample_pages.texts())).slides[0]
    card = shape_named(slide, "Card 2")

    assert (card.width, card.height) == (280 * POINT, 100 * POINT)
    frame = card.text_frame
    assert frame.margin_left == frame.margin_right == 10 * POINT
    assert frame.margin_top == emu(10 - BASELINE_LIFT * 12)
    assert frame.margin_top + frame.margin_bottom == 20 * POINT
    assert card.text_frame.word_wrap is True
    assert card._element.find(f".//{qn('a:noAutofit')}") is not None
    assert card.adjustments[0] == pytest.approx(6 / 100)


@given(padding=st.floats(0, 40), size=st.floats(8, 60), is_drawn=st.booleans(), x=st.floats(0, 900))
def test_a_lifted_shape_covers_its_frame_and_keeps_the_height_of_its_text(
    padding: float, size: float, is_drawn: bool, x: float
) -> None:
    frame = Frame(x, 100, 300, 120)
    place = text_place(frame, padding, size, is_drawn=is_drawn)
    text_height = place.frame.height - place.top - place.bottom

    assert place.frame.holds(frame)
    assert place.frame == frame or not is_drawn
    assert min(place.top, place.bottom) >= 0
    assert text_height == pytest.approx(frame.height - 2 * padding)


def test_an_empty_placeholder_is_left_out() -> None:
    empty = text_box("", grid.COVER_SUBTITLE, placeholder=Placeholder.SUBTITLE, name="Empty")
    cover = page("Cover", layout=LayoutName.COVER)
    filled = [it for it in cover.elements if it.name != "Subtitle"]
    slide = opened(replace(cover, elements=(*filled, empty))).slides[0]

    assert "Empty" not in {shape.name for shape in slide.shapes}


def test_links_lead_to_addresses_and_to_slides() -> None:
    frame = Frame(50, 200, 300, 40)
    out = text_box("Site", frame, link="https://example.com/?a=1&b=<2>", name="Out")
    jump = text_box("Next", frame, link="#page1", name="Jump")
    deck = opened(page("A", [out, jump]), page("B"))
    slide = deck.slides[0]

    assert shape_named(slide, "Out").click_action.hyperlink.address == out.link
    assert shape_named(slide, "Jump").click_action.target_slide == deck.slides[1]


def test_tables_hold_the_very_text_in_measured_columns_and_rows() -> None:
    table = sample_pages.table(grid.CONTENT, sample_pages.ROWS)
    slide = opened(page("Table", [table], layout=LayoutName.TABLE)).slides[0]
    frame = shape_named(slide, "Table")
    native = frame.table

    assert [[cell.text for cell in row.cells] for row in native.rows] == [
        list(row) for row in sample_pages.ROWS
    ]
    assert native.first_row is True
    assert sum(column.width for column in native.columns) == frame.width
    assert abs(sum(row.height for row in native.rows) - frame.height) <= 1
    assert native.cell(0, 0).margin_left == round(7.2 * POINT)


def test_table_borders_stand_before_the_fill() -> None:
    table = sample_pages.table(grid.CONTENT, sample_pages.ROWS)
    slide = opened(page("Table", [table])).slides[0]
    look = shape_named(slide, "Table").table.cell(1, 0)._tc.tcPr

    assert [child.tag for child in look] == [qn("a:lnT"), qn("a:lnB"), qn("a:noFill")]


def test_pictures_of_data_carry_their_alternative_text() -> None:
    elements = (
        sample_pages.table(Frame(50, 150, 400, 100), sample_pages.ROWS, alt="Who & what"),
        sample_pages.chart(ChartKind.BAR, Frame(50, 300, 400, 150)),
        Rule(x1=0, y1=0, x2=9, y2=9, name="Flow", alt="leads to"),
        Shape(frame=Frame(0, 0, 9, 9), geometry=Geometry.ELLIPSE, name="Dot"),
    )
    slide = opened(page("Data", elements)).slides[0]
    described = {it.name: it._element._nvXxPr.cNvPr.get("descr") for it in slide.shapes}
    dot = shape_named(slide, "Dot")._element.xml

    assert described["Table"] == "Who & what"
    assert described["Chart"] == "Hours lost a quarter, bar"
    assert described["Flow"] == "leads to"
    assert described["Dot"] is None
    assert "decorative" in dot
    assert "decorative" not in shape_named(slide, "Flow")._element.xml


def test_all_colours_of_slides_are_theme_colours() -> None:
    files = parts(written(*sample_pages.deck()))
    fixed = [name for name, data in files.items() if b"srgbClr" in data]

    assert all(name.startswith("ppt/theme/") for name in fixed)


def test_notes_are_kept_with_their_slide_and_only_there() -> None:
    deck = opened(page("A", notes=("Say this.\nThen that.", "再问。")), page("B"))
    first, second = deck.slides

    assert first.notes_slide.notes_text_frame.text == "Say this.\nThen that.\n再问。"
    assert not second.has_notes_slide


def test_a_deck_without_notes_has_no_notes_master() -> None:
    names = parts(written(page("A"), page("B", notes=(" ",))))

    assert not [name for name in names if "notes" in name.lower()]
    assert "ppt/theme/theme2.xml" not in names


def test_an_unknown_layout_is_refused() -> None:
    with pytest.raises(ValueError, match="Agenda"):
        written(replace(page("A"), layout="Agenda"))


NASTY = st.text(
    st.one_of(
        st.characters(categories=("L", "N", "P", "S", "Z", "C")),
        st.sampled_from("&<>\"'\x00\x0b\x1f\ufffe\u200f\u202e\ud800\u200bשלום😀€﷽"),
    ),
    max_size=40,
)
FRAMES = st.builds(
    Frame, st.floats(-50, 900), st.floats(-50, 500), st.floats(0.5, 600), st.floats(0.5, 400)
)
COLOURS = st.none() | st.sampled_from(Colour)
ELEMENTS = st.one_of(
    st.builds(
        text_box,
        NASTY,
        FRAMES,
        name=NASTY,
        fill=COLOURS,
        border=COLOURS,
        tag=st.sampled_from(Tag),
        placeholder=st.sampled_from(Placeholder),
    ),
    st.builds(
        Shape,
        frame=FRAMES,
        geometry=st.sampled_from(Geometry),
        name=NASTY,
        fill=COLOURS,
        corner=st.floats(0, 50),
        alt=NASTY,
    ),
    st.builds(
        lambda frame, word: sample_pages.table(frame, (("A", "B"), (word, word)), alt=word),
        FRAMES,
        NASTY,
    ),
    st.builds(
        lambda kind, frame, word: sample_pages.chart(
            kind, frame, categories=(word, "", "&", "<"), alt=word
        ),
        st.sampled_from(ChartKind),
        FRAMES,
        NASTY,
    ),
)


@given(
    elements=st.lists(ELEMENTS, max_size=6),
    title=NASTY,
    notes=st.lists(NASTY, max_size=2),
    layout=st.sampled_from(LayoutName),
)
@settings(max_examples=50)
def test_no_text_can_break_the_file(
    elements: list[Element], title: str, notes: list[str], layout: LayoutName
) -> None:
    facts = replace(FACTS, title=title, author=title)
    shown = page(title, elements, layout=layout, notes=tuple(notes))
    data = write_pptx([shown], load_theme(), facts)

    assert structure_findings(data) == []
    slide = Presentation(io.BytesIO(data)).slides[0]
    boxes = [it for it in shown.elements if isinstance(it, TextBox)]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert [plain(text) for text in texts if text.strip()] == [
        words for box in boxes if (words := plain(box.text.paragraphs[0].text))
    ]


def floor_of(data: bytes) -> Callable[[], object]:
    files = parts(data)

    def zip_them() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, body in files.items():
                archive.writestr(name, body)

    return zip_them


def quickest(act: Callable[[], object], times: int = 5) -> float:
    stamps = [time.perf_counter()]
    for _ in range(times):
        act()
        stamps.append(time.perf_counter())
    return min(after - before for before, after in pairwise(stamps))


def usual_deck(count: int) -> list[Page]:
    """Of each twenty slides three have a chart, three a table, some drawn shapes."""
    content: list[tuple[Element, ...]] = [sample_pages.texts()] * 20
    for at in (2, 7, 12):
        content[at] = (sample_pages.chart(ChartKind.BAR, grid.CONTENT),)
        content[at + 1] = (sample_pages.table(grid.CONTENT, sample_pages.ROWS),)
        content[at + 2] = sample_pages.shapes()
    return [
        page(f"Slide {at}", content[at % 20], number=at + 1, notes=("Say this.", "再问。"))
        for at in range(count)
    ]


def test_writing_costs_at_most_eight_times_what_zipping_the_parts_costs() -> None:
    pages = usual_deck(20)
    data = written(*pages)

    assert quickest(lambda: written(*pages)) <= 8 * quickest(floor_of(data))


@pytest.mark.rendering
def test_rendered_words_lie_where_they_were_placed(office: Office, tmp_path: FilePath) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(written(*sample_pages.deck()))

    assert overflow_findings(path, office.pdf_of(path), tolerance=1.5) == []


@pytest.mark.rendering
def test_lines_stand_where_the_preview_has_them(office: Office, tmp_path: FilePath) -> None:
    words, style = "Quiet launch days 平稳的发布日", Style(size=28, pitch=1.4)
    look = [{}, {"anchor": Anchor.MIDDLE}, {"fill": Colour.MIST, "padding": 12.0}]
    boxes = [text_box(words, Frame(60, 200, 500, 90), style, **more) for more in look]
    table = sample_pages.table(Frame(60, 200, 600, 100), [(words,), (words,)])
    empty = page("", layout=LayoutName.TITLE_ONLY)
    pages = [replace(empty, elements=(element,)) for element in (*boxes, table)]
    deck, preview = tmp_path / "deck.pptx", tmp_path / "preview.pdf"
    deck.write_bytes(written(*pages))
    facts = PdfFacts(title="T", author="A", subject="S", language=Language.EN)
    preview.write_bytes(write_pdf(pages, load_theme(), facts))

    for one, other in zip(pages_of(office.pdf_of(deck)), pages_of(preview), strict=True):
        assert one.glyphs[0].text == other.glyphs[0].text
        assert one.glyphs[0].box.bottom == pytest.approx(other.glyphs[0].box.bottom, abs=0.3)
        assert one.glyphs[0].box.left == pytest.approx(other.glyphs[0].box.left, abs=0.3)


def test_no_slide_uses_what_powerpoint_would_shrink_or_grow() -> None:
    slides = b"".join(parts(written(*sample_pages.deck())).values())

    assert not re.search(rb"normAutofit|spAutoFit", slides)
