"""Text that leaves its box is seen in each kind of shape, and text that fits is left in peace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from tests.judges.glyphs import Box, spelled
from tests.judges.overflow import collision_findings, overflow_findings
from tests.judges.rendering import Office

LONG = "本方案覆盖上线当天的全部负载 covers the whole load of launch day "
Draw = Callable[[Any], object]


def box(shapes: Any, text: str, left: float, top: float, width: float, height: float) -> Any:
    shape = shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height))
    shape.text_frame.word_wrap = True
    write(shape.text_frame, text)
    return shape


def write(frame: Any, text: str) -> None:
    frame.text = text
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.font.name = Pt(16), "Noto Sans SC"


def unwrapped(shape: Any) -> None:
    shape.text_frame.word_wrap = False


def table(slide: Any, long_cell: str) -> None:
    shape = slide.shapes.add_table(3, 2, Pt(60), Pt(100), Pt(300), Pt(120))
    for row in range(3):
        for column in range(2):
            write(shape.table.cell(row, column).text_frame, "1" if column else "项目")
    write(shape.table.cell(0, 1).text_frame, long_cell)


def grouped(slide: Any, text: str) -> None:
    group = slide.shapes.add_group_shape()
    box(group.shapes, text, 60, 100, 200, 60)
    group.left, group.top = Pt(300), Pt(200)  # moves and halves what is inside
    group.width, group.height = Pt(200), Pt(60)


def in_title(slide: Any, text: str) -> None:
    title = slide.shapes.title  # inherits its place from the layout
    write(title.text_frame, text)


def big_figures(slide: Any) -> None:
    """A tall line beside lines of small print, which a reader of PDF may take for one line."""
    for left in (60, 300):
        figure = box(slide.shapes, "15 天", left, 200, 200, 60)
        figure.text_frame.paragraphs[0].font.size = Pt(40)
        box(slide.shapes, "功能评估用时 · Example", left, 243, 220, 30)


def hidden_before(slide: Any) -> None:
    slide._element.set("show", "0")
    box(slide.shapes, LONG * 9, 60, 100, 100, 40)


def numbered(slide: Any) -> None:
    shape = box(slide.shapes, "Page ", 60, 100, 100, 40)
    field = parse_xml(
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        '<a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'
    )
    shape.text_frame.paragraphs[0]._p.append(field)


FITTING: dict[str, Draw] = {
    "text box": lambda slide: box(slide.shapes, LONG, 60, 100, 300, 80),
    "placeholder": lambda slide: in_title(slide, LONG),
    "table": lambda slide: table(slide, "2026"),
    "group": lambda slide: grouped(slide, "短语 short"),
    "turned box": lambda slide: setattr(
        box(slide.shapes, "Turned 文字", 300, 200, 200, 40), "rotation", 90
    ),
    "big figures": big_figures,
    "hidden slide": hidden_before,
    "slide number": numbered,
    "same text twice": lambda slide: [
        box(slide.shapes, "Same", 60 + 200 * place, 100, 100, 40) for place in range(2)
    ],
}
OVERFLOWING: dict[str, tuple[Draw, str]] = {
    "text box too low": (lambda slide: box(slide.shapes, LONG, 60, 100, 300, 30), "TextBox"),
    "text box too narrow": (
        lambda slide: unwrapped(box(slide.shapes, "Unbreakable" * 3, 60, 100, 60, 400)),
        "TextBox",
    ),
    "placeholder": (lambda slide: in_title(slide, LONG * 9), "Title"),
    "table row that grows": (lambda slide: table(slide, LONG * 2), "Table"),
    "group": (lambda slide: grouped(slide, LONG * 3), "TextBox"),
    "half off the page": (
        lambda slide: box(slide.shapes, "Half off the page", 660, 100, 200, 40),
        "runs off the page",
    ),
    "off the page": (
        lambda slide: box(slide.shapes, "Unseen", -400, 100, 200, 40),
        "is not in the rendering",
    ),
    "behind its twin": (
        lambda slide: [
            box(slide.shapes, LONG, 60, 100, 300, 80),
            box(slide.shapes, LONG, 60, 300, 300, 30),
        ],
        "TextBox 3",
    ),
}


@pytest.fixture(scope="module")
def rendered(
    office: Office, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[dict[str, Draw]], tuple[Path, Path]]:
    def render(drawings: dict[str, Draw]) -> tuple[Path, Path]:
        presentation = Presentation()
        for draw in drawings.values():
            draw(presentation.slides.add_slide(presentation.slide_layouts[5]))
        path = tmp_path_factory.mktemp("overflow") / "deck.pptx"
        presentation.save(str(path))
        return path, office.pdf_of(path)

    return render


@pytest.mark.rendering
def test_text_that_fits_is_not_complained_about(rendered: Any) -> None:
    deck, pdf = rendered(FITTING)

    assert overflow_findings(deck, pdf) == []
    assert collision_findings(deck, pdf) == []


@pytest.mark.rendering
def test_each_overflow_is_found_on_its_slide(rendered: Any) -> None:
    findings = overflow_findings(*rendered({name: draw for name, (draw, _) in OVERFLOWING.items()}))

    for number, (name, (_, expected)) in enumerate(OVERFLOWING.items(), 1):
        found = [finding for finding in findings if finding.startswith(f"slide {number}:")]
        assert any(expected in finding for finding in found), (name, findings)


@pytest.mark.rendering
def test_the_tolerance_is_in_points(rendered: Any) -> None:
    deck, pdf = rendered({"low": lambda slide: box(slide.shapes, LONG, 60, 100, 300, 30)})

    (finding,) = overflow_findings(deck, pdf)
    points = float(finding.split(" by ")[1].removesuffix(" pt"))

    assert overflow_findings(deck, pdf, tolerance=points + 0.1) == []
    assert overflow_findings(deck, pdf, tolerance=points - 0.1) == [finding]


@pytest.mark.rendering
def test_text_upon_text_is_found(rendered: Any) -> None:
    def upon(slide: Any) -> None:
        box(slide.shapes, "First line", 60, 100, 200, 40)
        box(slide.shapes, "Second 第二", 70, 105, 200, 40)
        box(slide.shapes, "Apart", 60, 300, 200, 40)

    (finding,) = collision_findings(*rendered({"upon": upon}))

    assert "'First line'" in finding
    assert "'Second 第二'" in finding


def test_spelling_ignores_spaces_width_and_capitals() -> None:
    assert spelled(" Ｏffice\u00a0\u2010 Ｎr.\t１ ") == "office-nr.1"


@given(*[st.floats(-1000, 1000)] * 4, st.floats(0, 100))
def test_a_moved_box_sticks_out_by_as_much_as_it_moved(
    left: float, top: float, width: float, height: float, by: float
) -> None:
    outer = Box(left, top, left + abs(width), top + abs(height))
    moved = Box(left, top + by, left + abs(width), top + abs(height) + by)

    assert moved.beyond(outer) == pytest.approx(by, abs=1e-6)
    assert outer.beyond(outer) == 0
