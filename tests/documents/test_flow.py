"""Blocks run down columns and over pages, and nothing of them is lost."""

from __future__ import annotations

from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.flow import (
    Block,
    Drawn,
    Elements,
    Item,
    Panel,
    Row,
    Stack,
    Words,
    pour,
    stacked,
    words,
)
from briefing_app.documents.placed import Frame, Geometry, Path, Rule, Shape, TextBox
from briefing_app.documents.text_fit import Style, paragraph
from briefing_app.documents.theme import Colour

STYLE = Style(size=10, pitch=1.4)
LINE = STYLE.line_height
PROSE = st.text(st.sampled_from("ab 漢字，。-"), max_size=400)


def text(content: str, width: float = 100.0) -> Words:
    return words([paragraph(content, STYLE)], width, "Body")


def lines(count: int) -> Words:
    return words([paragraph("一" * 9, STYLE) for _ in range(count)], 100.0, "Body")


def drawing(height: float) -> Drawn:
    frame = Frame(0, 0, 10, height)
    return Drawn(height, (Shape(frame=frame, geometry=Geometry.RECTANGLE, name="Mark"),))


def poured(block: Block, height: float) -> tuple[Elements, ...]:
    return pour(block, repeat(Frame(40, 50, 100, height)))


def boxes(columns: tuple[Elements, ...]) -> list[TextBox]:
    return [part for column in columns for part in column if isinstance(part, TextBox)]


def said(columns: tuple[Elements, ...]) -> str:
    spoken = (item.text for box in boxes(columns) for item in box.text.paragraphs)
    return "".join(spoken).replace(" ", "")


@given(st.lists(PROSE, max_size=5), st.integers(4, 30))
def test_whatever_is_poured_is_said_in_full_and_stays_in_its_columns(
    texts: list[str], rows: int
) -> None:
    height = rows * LINE
    columns = poured(stacked(*(text(content) for content in texts), gap=7), height)
    assert said(columns) == "".join(texts).replace(" ", "")
    assert all(box.frame.bottom <= 50 + height + 0.01 for box in boxes(columns))


@given(PROSE, st.integers(0, 40))
def test_cutting_words_keeps_every_line(content: str, rows: int) -> None:
    whole = text(content)
    head, tail = whole.cut(rows * LINE)
    pieces = [piece for piece in (head, tail) if isinstance(piece, Words)]
    assert [line.text for piece in pieces for line in piece.text.lines] == [
        line.text for line in whole.text.lines
    ]


def test_no_single_line_of_a_paragraph_is_left_behind() -> None:
    five = text("一" * 45)
    head, tail = five.cut(4 * LINE)
    assert isinstance(head, Words)
    assert isinstance(tail, Words)
    assert (len(head.text.lines), len(tail.text.lines)) == (3, 2)
    assert text("一" * 27).cut(2 * LINE)[0] is None


def test_the_rest_of_a_bulleted_paragraph_has_no_second_bullet() -> None:
    item = paragraph("一" * 80, STYLE, bullet="•", indent=12)
    _, tail = words([item], 100, "Body").cut(3 * LINE)
    assert isinstance(tail, Words)
    assert (tail.text.paragraphs[0].bullet, tail.text.paragraphs[0].indent) == ("", 12)


def test_a_heading_goes_along_with_what_it_heads() -> None:
    stack = Stack((Item(lines(3)), Item(lines(1), leads=True), Item(drawing(40))))
    first, second = poured(stack, 5 * LINE)
    assert len(first) == 1
    assert [part.frame.y for part in second if not isinstance(part, Rule)] == [50, 50 + LINE]


def test_a_heading_as_high_as_a_column_is_parted_from_what_it_heads() -> None:
    stack = Stack((Item(lines(5), leads=True), Item(lines(9), whole=True)))
    assert [len(box.text.lines) for box in boxes(poured(stack, 5 * LINE))] == [5, 5, 4]
    beside = Row(((0, stack), (120, lines(2))))
    assert [len(box.text.lines) for box in boxes(poured(beside, 6 * LINE))] == [5, 1, 2, 6, 2]


def test_a_whole_item_moves_on_rather_than_break() -> None:
    stack = Stack((Item(lines(3)), Item(lines(4), gap=5, whole=True)))
    assert [len(box.text.lines) for box in boxes(poured(stack, 5 * LINE))] == [3, 4]


def test_a_whole_item_higher_than_a_column_breaks_all_the_same() -> None:
    stack = Stack((Item(lines(1), leads=True), Item(lines(8), whole=True)))
    assert [len(box.text.lines) for box in boxes(poured(stack, 5 * LINE))] == [1, 4, 4]


def test_a_row_is_cut_in_all_its_cells_or_not_at_all() -> None:
    row = Row(((0, lines(6)), (120, lines(2))))
    first, second = poured(row, 4 * LINE)
    assert [box.frame.x for box in boxes((first,))] == [40, 160]
    assert [box.frame.x for box in boxes((second,))] == [40]
    assert Row(((0, drawing(99)), (120, lines(2)))).cut(50)[0] is None


def test_a_panel_stands_on_both_sides_of_a_break() -> None:
    panel = Panel(block=lines(6), width=120, across=10, down=8, fill=Colour.MIST)
    columns = poured(panel, 4 * LINE + 16)
    grounds = [part for column in columns for part in column if isinstance(part, Shape)]
    assert [ground.frame.height for ground in grounds] == [4 * LINE + 16, 2 * LINE + 16]
    assert [box.frame.x for box in boxes(columns)] == [50, 50]


def test_a_panel_beside_a_longer_column_ends_where_that_is_cut() -> None:
    beside = Panel(block=lines(1), width=120, across=10, down=8, fill=Colour.MIST, least=8 * LINE)
    columns = poured(Row(((0, lines(8)), (120, beside))), 5 * LINE)
    grounds = [part for column in columns for part in column if isinstance(part, Shape)]
    assert [ground.frame.height for ground in grounds] == [5 * LINE]
    assert [len(box.text.lines) for box in boxes(columns)] == [5, 1, 3]


def test_white_above_a_block_is_dropped_at_the_top_of_a_column() -> None:
    columns = poured(stacked(lines(4), lines(2), gap=30), 4 * LINE)
    assert [box.frame.y for box in boxes(columns)] == [50, 50]


def test_lines_and_outlines_are_moved_with_their_block() -> None:
    rule = Rule(x1=0, y1=1, x2=5, y2=1, name="Rule")
    path = Path(
        polygons=(((0, 0), (4, 0), (4, 4), (4, 4, 2, 4, 0, 0)),),
        frame=Frame(0, 0, 4, 4),
        name="Sign",
    )
    ((moved_rule, moved_path),) = poured(Drawn(5, (rule, path)), 100)
    assert isinstance(moved_rule, Rule)
    assert isinstance(moved_path, Path)
    assert (moved_rule.x1, moved_rule.y2) == (40, 51)
    assert moved_path.frame.x == 40
    assert moved_path.polygons[0][2:] == ((44, 54), (44, 54, 42, 54, 40, 50))


def test_a_drawing_higher_than_any_column_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="column of 50 points"):
        poured(drawing(60), 50)
