"""Tables break between rows and repeat their header; what is said aloud breaks at pauses."""

from __future__ import annotations

from itertools import repeat

from briefing_app.documents.flow import Elements, pour
from briefing_app.documents.placed import Frame, TextBox
from briefing_app.documents.visit_plan.blocks import (
    Grid,
    badges,
    balanced,
    columns,
    table,
    text,
)
from briefing_app.documents.visit_plan.look import Look
from briefing_app.domain.text import Language

LOOK = Look(Language.EN)
PLACES = columns(300, 1, 2)


def grid(*rows: str) -> Grid:
    width = PLACES.widths[1]
    cells = [(text("Row", LOOK.strong, 90), text(row, LOOK.body, width)) for row in rows]
    return table(("Head", "Words"), PLACES, cells, LOOK)


def poured(made: Grid, height: float) -> tuple[Elements, ...]:
    return pour(made, repeat(Frame(0, 0, 300, height)))


def words(elements: Elements) -> list[str]:
    boxes = [e for e in elements if isinstance(e, TextBox)]
    return [paragraph.text for box in boxes for paragraph in box.text.paragraphs]


def test_a_table_repeats_its_header_and_loses_no_row() -> None:
    rows = [f"number {n}" for n in range(20)]
    made = grid(*rows)
    pages = poured(made, made.height / 3)
    assert len(pages) > 2
    assert all(words(page)[:2] == ["Head", "Words"] for page in pages)
    assert [one for page in pages for one in words(page) if "number" in one] == rows


def test_no_row_stands_alone_before_or_after_a_break() -> None:
    made = grid("one", "two", "three", "four", "five")
    row = made.rows[0].height
    all_but_last = poured(made, made.height - row / 2)
    assert [words(page)[-1] for page in all_but_last] == ["three", "five"]
    head, tail = made.cut(made.header.height + 1.5 * row)
    assert head is None
    assert tail is made


def test_a_row_higher_than_the_page_is_broken_and_kept_whole_in_words() -> None:
    story = " ".join(f"word{n}" for n in range(900))
    pages = poured(grid("short", story), 500)
    told = " ".join(one for page in pages for one in words(page) if "word" in one)
    assert len(pages) > 1
    assert told.split() == story.split()


def test_a_sentence_to_say_breaks_at_a_pause_where_it_can() -> None:
    look = Look(Language.ZH)
    sentence = "我们先说说对澄野智联的理解，请各位指正；接下来逐一回应每位最关心的问题。"
    lines = balanced(text(sentence, look.spoken, 440)).text.lines
    assert [line.text for line in lines] == [sentence[:20], sentence[20:]]


def test_balanced_lines_are_as_many_as_before() -> None:
    made = text("one two three four five six seven eight nine ten " * 3, LOOK.spoken, 300)
    lines = balanced(made).text.lines
    assert len(lines) == len(made.text.lines)
    assert min(line.width for line in lines) > 0.5 * max(line.width for line in lines)


def test_badges_run_on_over_lines_within_their_width() -> None:
    made = badges(["Decider", "Initiator", "Budget holder", "Gatekeeper"], LOOK.badge, 120)
    assert made is not None
    frames = [e.frame for e in made.elements if isinstance(e, TextBox)]
    assert max(frame.right for frame in frames) <= 120
    assert made.height == frames[-1].bottom > frames[0].bottom
