"""Pages as SVG."""

from __future__ import annotations

from base64 import b64decode
from xml.etree import ElementTree

import pytest

from briefing_app.documents.placed import Frame, Geometry, Image, Page, Path, Rule, Shape, TextBox
from briefing_app.documents.svg_writer import write_svg
from briefing_app.documents.text_fit import Paragraph, Span, Style, measure, paragraph
from briefing_app.documents.theme import Colour, load_theme
from tests.drawn_pictures import picture

SVG = "{http://www.w3.org/2000/svg}"


def written(*elements: object) -> ElementTree.Element:
    page = Page(width=200, height=100, elements=elements, title="Map")  # type: ignore[arg-type]
    return ElementTree.fromstring(write_svg(page, load_theme(), "Map & more"))


def text_box(*spans: Span) -> TextBox:
    text = measure([Paragraph(spans, Style(size=10.0))], 180.0)
    return TextBox(frame=Frame(10, 10, 180, text.height), text=text, name="Text", fill=Colour.MIST)


def test_words_stay_words_at_their_measured_width() -> None:
    root = written(text_box(Span("R&D <b> "), Span("团队", bold=True, colour=Colour.ACCENT)))
    texts = root.findall(f"{SVG}text")
    assert [one.text for one in texts] == ["R&D <b> ", "团队"]
    assert [float(one.get("textLength", "0")) for one in texts][1] == pytest.approx(20.0, abs=0.1)
    assert texts[1].get("font-weight") == "700"
    assert texts[1].get("fill") == "#1F6FEB"
    assert root.findtext(f"{SVG}title") == "Map & more"


def test_a_picture_is_inside_the_file() -> None:
    seen = picture(20, 20)
    frame = Frame(10, 20, 30, 30)
    (image,) = written(Image(frame=frame, picture=seen, name="photo", alt="Gu")).iter(f"{SVG}image")
    head, _, content = image.get("href", "").partition(",")
    assert head == "data:image/png;base64"
    assert b64decode(content) == seen.content
    assert [image.get(name) for name in ("x", "y", "width", "height")] == ["10", "20", "30", "30"]
    assert image.findtext(f"{SVG}title") == "Gu"


def test_shapes_rules_and_paths_are_drawn_in_the_themes_colours() -> None:
    frame = Frame(0, 0, 20, 10)
    root = written(
        Shape(frame=frame, geometry=Geometry.ELLIPSE, name="disc", fill=Colour.INK),
        Shape(frame=frame, geometry=Geometry.ROUNDED, name="box", border=Colour.STEEL, corner=3),
        Rule(x1=0, y1=0, x2=5, y2=5, name="rule"),
        Path(
            polygons=(((0.0, 0.0), (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)),),
            frame=frame,
            name="line",
            fill=None,
            border=Colour.WARM,
            is_open=True,
        ),
    )
    ellipse, box, line, path = list(root)[1:]
    assert (ellipse.get("rx"), ellipse.get("fill")) == ("10", "#14213D")
    assert (box.get("rx"), box.get("fill"), box.get("stroke")) == ("3", "none", "#8A94A6")
    assert line.tag == f"{SVG}line"
    assert path.get("d") == "M 0 0 C 1 2 3 4 5 6"


def test_what_it_cannot_draw_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="chevron"):
        written(Shape(frame=Frame(0, 0, 9, 9), geometry=Geometry.CHEVRON, name="chevron"))


def test_text_keeps_its_lines() -> None:
    text = measure([paragraph("one two three four five six seven", Style(size=12.0))], 60.0)
    root = written(TextBox(frame=Frame(0, 0, 60, text.height), text=text, name="Text"))
    heights = [float(one.get("y", "0")) for one in root.findall(f"{SVG}text")]
    assert len(heights) == len(text.lines) > 1
    assert heights == sorted(set(heights))
