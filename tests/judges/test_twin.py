"""The judge of twins sees what differs, and nothing where nothing does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing_app.documents.deck.pptx_writer import DeckFacts, write_pptx
from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
from briefing_app.documents.placed import Chart, ChartKind, Element, Frame, Page, TextBox
from briefing_app.documents.text_fit import Style, measure, measure_to_edit, paragraph
from briefing_app.documents.theme import load_theme
from briefing_app.domain.text import Language
from tests.documents.deck import sample_pages
from tests.judges.rendering import Office
from tests.judges.twin import Likeness, likeness

pytestmark = pytest.mark.rendering

WORDS = TextBox(
    frame=Frame(60, 150, 300, 90),
    text=measure_to_edit([paragraph(sample_pages.ENGLISH, Style(size=16))], 300),
    name="Words",
)
CHART = sample_pages.chart(ChartKind.COLUMN, Frame(420, 150, 460, 300), has_legend=False)
Judge = Callable[[Element, Element], Likeness]


@pytest.fixture
def judge(office: Office, tmp_path: Path) -> Judge:
    """Judges a deck with one element against a twin with another."""

    def judged(in_deck: Element, in_twin: Element) -> Likeness:
        deck, twin = tmp_path / "deck.pptx", tmp_path / "twin.pdf"
        facts = DeckFacts(title="T", author="A", language=Language.EN, created=date(2026, 1, 1))
        deck.write_bytes(write_pptx([page(in_deck)], load_theme(), facts))
        about = PdfFacts(title="T", author="A", subject="S", language=Language.EN)
        twin.write_bytes(write_pdf([page(in_twin)], load_theme(), about))
        return likeness(deck, office.pdf_of(deck), twin)

    return judged


def page(element: Element) -> Page:
    return sample_pages.page("Twins", [element])


@pytest.mark.parametrize("element", [WORDS, CHART], ids=["words", "chart"])
def test_a_deck_and_its_twin_are_alike(judge: Judge, element: Element) -> None:
    assert judge(element, element).findings == ()


def test_line_breaks_are_counted(judge: Judge) -> None:
    found = judge(WORDS, WORDS)
    assert (found.breaks, found.same_breaks) == (len(WORDS.text.lines) - 1,) * 2
    assert str(found).endswith("(100%)")


@pytest.mark.parametrize(("right", "down"), [(12.0, 0.0), (0.0, 1.5)])
def test_words_out_of_their_place_are_seen(judge: Judge, right: float, down: float) -> None:
    frame = replace(WORDS.frame, x=WORDS.frame.x + right, y=WORDS.frame.y + down)
    (finding,) = judge(WORDS, replace(WORDS, frame=frame)).findings
    assert "further off than allowed" in finding


def test_a_line_more_than_measured_is_seen(judge: Judge) -> None:
    wide = replace(WORDS, text=measure(WORDS.text.paragraphs, 420))
    found = judge(WORDS, wide)
    assert any("were measured" in finding for finding in found.findings)
    assert found.same_breaks < found.breaks


def test_words_that_one_file_lacks_are_seen(judge: Judge) -> None:
    other = replace(WORDS, text=measure_to_edit([paragraph("Other", Style(size=16))], 300))
    assert any("one of the files only" in finding for finding in judge(WORDS, other).findings)


def edited(**changes: object) -> Chart:
    return replace(CHART, **changes)  # type: ignore[arg-type]


def test_a_bar_of_another_height_is_seen(judge: Judge) -> None:
    series = tuple(replace(it, values=(150.0, *it.values[1:])) for it in CHART.series)
    found = judge(CHART, edited(series=series)).findings
    assert any("a shape in" in finding for finding in found)


def test_a_label_that_reads_otherwise_is_seen(judge: Judge) -> None:
    found = judge(CHART, edited(categories=("Q1", "Q2", "Third", "R&D <4>"))).findings
    assert any("is not at its place" in finding for finding in found)


def test_a_chart_of_another_kind_is_seen(judge: Judge) -> None:
    assert judge(CHART, edited(kind=ChartKind.BAR)).findings
