"""A deck rendered by LibreOffice is what its PDF twin shows, slide by slide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from briefing_app.documents.deck import grid
from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.pptx_writer import DeckFacts, write_pptx
from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
from briefing_app.documents.placed import Chart, ChartKind, Frame, Page, Series
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.domain.text import Language
from tests.documents.deck import client_sides, sample_pages
from tests.judges.rendering import Office
from tests.judges.twin import Likeness, likeness

pytestmark = pytest.mark.rendering

LEAST_ALIKE = 0.8
"""The share of line breaks that must be the same; measured 0.86 to 1."""
LEFT, RIGHT = (grid.columns(grid.CONTENT, at, 6) for at in (0, 6))
LONG_NAMES = (
    "Days until an answer reaches whoever asked",
    "客户首次支付的成功率（示例数据）",
    "Churn",
    "第三季度的人均处理工单数量",
)
MONTHS = tuple(f"{month:02}/26" for month in range(1, 13))


def judged(pages: Sequence[Page], language: Language, office: Office, folder: Path) -> Likeness:
    deck, twin = folder / "deck.pptx", folder / "twin.pdf"
    facts = DeckFacts(title="T", author="A", language=language, created=date(2026, 1, 1))
    deck.write_bytes(write_pptx(pages, load_theme(), facts))
    about = PdfFacts(title="T", author="A", subject="S", language=language)
    twin.write_bytes(write_pdf(pages, load_theme(), about))
    return likeness(deck, office.pdf_of(deck), twin)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", client_sides.SAMPLES)
@pytest.mark.parametrize("times", [1, 4], ids=["as it is", "four times the words"])
def test_a_deck_reads_like_its_twin(
    name: str, language: Language, times: int, office: Office, tmp_path: Path
) -> None:
    side = client_sides.stretched(client_sides.sample(name), times)
    found = judged(deck_pages(side, language).pages, language, office, tmp_path)
    print(f"{name} {language}, words x {times}: {found}")
    assert found.findings == ()
    assert found.breaks >= 10
    assert found.share >= LEAST_ALIKE


def chart(
    kind: ChartKind, frame: Frame, names: Sequence[str], *series: Series, **more: object
) -> Chart:
    given = {"name": "Chart", "alt": "A chart", "has_legend": False, **more}
    return Chart(frame=frame, kind=kind, categories=tuple(names), series=series, **given)  # type: ignore[arg-type]


def row(*values: float | None, colour: Colour = Colour.ACCENT, name: str = "Hours") -> Series:
    return Series(name, values, colour)


BEFORE = row(120, 180.5, 240, None, colour=Colour.STEEL, name="Today")
AFTER = row(60, 72, 81.25, 90, name="Proposal")
QUARTERS = ("Q1", "Q2", "第三季度", "R&D <4>")
CHARTS = {
    "bars of two series": chart(ChartKind.BAR, LEFT, QUARTERS, BEFORE, AFTER),
    "bars on both sides of zero": chart(
        ChartKind.BAR,
        RIGHT,
        ("Cost", "成本", "Time", "风险"),
        row(-10, 20, 30, 95),
        row(None, 0, -33, 1, colour=Colour.SUPPORT),
    ),
    "percentages": chart(ChartKind.BAR, LEFT, ("A", "B"), row(0.4, 1.25), number_format="0%"),
    "columns with a legend": chart(
        ChartKind.COLUMN, RIGHT, QUARTERS, BEFORE, AFTER, has_legend=True
    ),
    "columns with long names": chart(ChartKind.COLUMN, LEFT, LONG_NAMES, row(-10, 20, 30, 95)),
    "columns too many for labels": chart(
        ChartKind.COLUMN,
        grid.CONTENT,
        MONTHS,
        *(
            row(*((at + 1) * month % 7 * 1000.0 for month in range(12)), colour=colour)
            for at, colour in enumerate((Colour.ACCENT, Colour.STEEL, Colour.SUPPORT))
        ),
    ),
    "a line labelled at each point": chart(ChartKind.LINE, LEFT, QUARTERS, row(93, 95, None, 110)),
    "two lines on an axis": chart(ChartKind.LINE, RIGHT, QUARTERS, BEFORE, AFTER, has_legend=True),
    "lines below zero": chart(
        ChartKind.LINE, LEFT, ("a", "b", "c"), row(5, 5, 5), row(-5, 2, None, colour=Colour.SUPPORT)
    ),
    "a ring": chart(ChartKind.DOUGHNUT, RIGHT, QUARTERS, row(10, 20, 30, 95), has_legend=True),
    "a waterfall": chart(
        ChartKind.WATERFALL,
        LEFT,
        ("今日成本", "Licences", "人力", "Training and rollout", "三年后"),
        row(120, -35.5, -20, 12, 76.5),
        totals=frozenset({0, 4}),
    ),
    "a waterfall through zero": chart(
        ChartKind.WATERFALL,
        RIGHT,
        ("Invest 投资", "Year 1", "Year 2", "Year 3", "Sum"),
        row(-100, 45, 80, None, 25),
        totals=frozenset({4}),
    ),
}


def test_native_charts_stand_where_they_are_drawn(office: Office, tmp_path: Path) -> None:
    pages = [
        sample_pages.page("Charts 图表", [drawn], number=number)
        for number, drawn in enumerate(CHARTS.values(), start=1)
    ]
    found = judged(pages, Language.EN, office, tmp_path)
    assert found.findings == (), list(enumerate(CHARTS, start=1))
