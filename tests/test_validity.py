"""Every file of an export is sound: office programs, PDF readers and calendars take it as it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from icalendar import Calendar
from openpyxl.utils import get_column_letter, range_boundaries
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from briefing_app.domain.export_record import Edition
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.opportunity import Need
from briefing_app.domain.text import Language
from briefing_app.domain.visit import Visit
from briefing_app.services.export import Export, export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.samples import load_samples
from briefing_app.store.store import open_store
from tests.judges.overflow import collision_findings, overflow_findings
from tests.judges.pdf_file import facts_of, pdf_findings, qpdf_findings
from tests.judges.pdf_standards import standard_findings
from tests.judges.pptx_package import package_findings
from tests.judges.rendering import Office

VISITS = 4
LANGUAGE_TAGS = {Language.ZH: "zh-CN", Language.EN: "en-GB"}
CHARTS_OF_NEEDS = {XL_CHART_TYPE.DOUGHNUT, XL_CHART_TYPE.LINE, XL_CHART_TYPE.LINE_MARKERS}
TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}


@dataclass(frozen=True)
class Sample:
    """The export of a shipped visit, and all effects in the library as (before, after), and how
    many needs its project has."""

    export: Export
    visit: Visit
    language: Language
    figures: frozenset[tuple[float, float]]
    needs: int

    def file(self, ending: str, edition: Edition) -> Path:
        """The one file of that kind."""
        (name,) = (
            file.name
            for file in self.export.record.files
            if file.name.endswith(ending) and file.edition is edition
        )
        return self.export.folder / name

    @cached_property
    def decks(self) -> tuple[Path, Path]:
        return self.file(".pptx", Edition.CLIENT), self.file(".pptx", Edition.TEAM)

    @property
    def printed(self) -> tuple[Path, Path]:
        return self.file(".pdf", Edition.CLIENT), self.file(".pdf", Edition.TEAM)


def named(given: tuple[int, Language]) -> str:
    return f"visit {given[0] + 1} {given[1]}"


@pytest.fixture(
    scope="module",
    params=[(number, language) for number in range(VISITS) for language in Language],
    ids=named,
)
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    number, language = request.param
    folder = tmp_path_factory.mktemp("valid")
    with open_store(folder / "data") as store:
        load_samples(store)
        visits = store.all(Visit)
        assert len(visits) == VISITS
        export = export_visit(
            store,
            visits[number].id,
            out=folder,
            wishes=ExportWishes(language=language),
            today=date(2026, 11, 23),
            now=datetime(2026, 11, 23, tzinfo=UTC),
        )
        project = visits[number].opportunity
        needs = sum(need.opportunity == project for need in store.all(Need))
        values = [value for product in store.all(Product) for value in product.values]
        told = [value.measures for value in values] + [c.results for c in store.all(SuccessCase)]
    figures = frozenset((one.before, one.after) for effects in told for one in effects)
    return Sample(export, visits[number], language, figures, needs)


def slides_of(deck: Path) -> list[Any]:
    return list(Presentation(str(deck)).slides)


def test_both_decks_are_sound_packages(sample: Sample) -> None:
    for deck in sample.decks:
        assert package_findings(deck) == [], deck.name


def test_each_slide_has_one_title_with_words(sample: Sample) -> None:
    for deck in sample.decks:
        slides = slides_of(deck)
        titles = [
            [shape for shape in slide.placeholders if shape.placeholder_format.type in TITLES]
            for slide in slides
        ]
        assert len(slides) >= 5
        assert [len(found) for found in titles] == [1] * len(slides)
        assert all(title.text_frame.text.strip() for (title,) in titles)


def test_what_cannot_be_read_aloud_is_described_or_marked_as_decoration(sample: Sample) -> None:
    unread = [
        f"slide {number}: {shape.name}"
        for number, slide in enumerate(slides_of(sample.decks[0]), start=1)
        for shape in slide.shapes
        if not (shape.has_text_frame and shape.text_frame.text.strip())
        and not is_described(shape._element)
    ]
    assert unread == []


def is_described(element: Any) -> bool:
    identity = next(element.iter(qn("p:cNvPr")))
    marks = (mark for mark in identity.iter() if str(mark.tag).endswith("}decorative"))
    return bool(identity.get("descr")) or any(mark.get("val") == "1" for mark in marks)


def test_only_the_presenters_deck_has_notes(sample: Sample) -> None:
    client, presenter = sample.decks
    assert not [name for name in zipfile.ZipFile(client).namelist() if "notes" in name.lower()]
    slides = slides_of(presenter)
    spoken = [slide for slide in slides if slide.has_notes_slide]
    assert len(spoken) > len(slides) / 2
    assert all(slide.notes_slide.notes_text_frame.text.strip() for slide in spoken)
    assert [texts_of(slide) for slide in slides_of(client)] == [texts_of(slide) for slide in slides]


def texts_of(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@pytest.mark.rendering
@pytest.mark.parametrize(
    "sample",
    [(number, language) for number in (1, 2) for language in Language],
    ids=named,
    indirect=True,
)
def test_a_rendered_deck_keeps_its_words_in_its_shapes(sample: Sample, office: Office) -> None:
    deck = sample.decks[0]
    rendered = office.pdf_of(deck)
    assert overflow_findings(deck, rendered) == []
    assert collision_findings(deck, rendered) == []


def charts_of(deck: Path) -> list[Any]:
    shapes = (shape for slide in slides_of(deck) for shape in slide.shapes)
    charts = [shape.chart for shape in shapes if shape.has_chart]
    assert charts, "each sample visit shows a chart of expected value"
    return charts


def test_a_charts_workbook_holds_exactly_what_the_chart_shows(sample: Sample) -> None:
    for chart in charts_of(sample.decks[0]):
        blob = chart.part.chart_workbook.xlsx_part.blob
        book = openpyxl.load_workbook(io.BytesIO(blob), data_only=True)  # formulas as they came out
        sheet = book.active
        shown = dict(shown_cells(chart))
        assert shown
        held = {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row}
        hidden = {place for place, value in held.items() if value is not None} - shown.keys()
        assert {place: held[place] for place in shown} == shown
        assert {place.rstrip("0123456789") for place in hidden} <= workings_of(chart)
        assert (len(book.sheetnames), sheet.sheet_state) == (1, "visible")


def workings_of(chart: Any) -> set[str]:
    """The columns with the numbers that a bridge is reckoned from; other charts have none."""
    return {"B", "C", "D", "E", "M"} if is_bridge(chart) else set()


def is_bridge(chart: Any) -> bool:
    return chart.chart_type is XL_CHART_TYPE.COLUMN_STACKED


def shown_cells(chart: Any) -> Iterator[tuple[str, object]]:
    """Each cell that the chart refers to, with what the chart itself shows for it."""
    for reference in chart._chartSpace.iter(qn("c:strRef"), qn("c:numRef")):
        name = reference.findtext(qn("c:f")).rpartition("!")[2].replace("$", "")
        column, first, _, _ = range_boundaries(name)
        for point in reference.iter(qn("c:pt")):
            words = point.findtext(qn("c:v"))
            place = f"{get_column_letter(column)}{first + int(point.get('idx'))}"
            yield place, float(words) if reference.tag == qn("c:numRef") else words


def test_charts_show_the_librarys_figures_or_what_becomes_of_a_hundred(sample: Sample) -> None:
    indexed = {(100.0, float(round(100 * after / before))) for before, after in sample.figures}
    for chart in charts_of(sample.decks[0]):
        if chart.chart_type in CHARTS_OF_NEEDS:
            continue
        before, after = before_and_after(chart)
        shown = set(zip(before, after, strict=True))
        assert shown
        assert shown <= sample.figures or shown <= indexed


def test_charts_of_needs_count_needs_of_the_visit(sample: Sample) -> None:
    for chart in charts_of(sample.decks[0]):
        (series,) = chart.plots[0].series if chart.chart_type in CHARTS_OF_NEEDS else (None,)
        if chart.chart_type is XL_CHART_TYPE.DOUGHNUT:
            assert sum(series.values) == sample.needs
        elif series is not None:
            assert list(series.values) == sorted(series.values)
            assert series.values[-1] <= sample.needs


def before_and_after(chart: Any) -> tuple[Sequence[float], Sequence[float]]:
    """The numbers of today and afterwards: two rows of bars, or the two ends of a bridge."""
    rows = [series.values for series in chart.plots[0].series]
    if is_bridge(chart):
        _base, totals, *_changes = rows
        return (totals[0],), (totals[-1],)
    before, after = rows
    return before, after


def test_printed_documents_are_sound_and_say_what_they_are(sample: Sample) -> None:
    for file in sample.printed:
        facts = facts_of(file)
        assert pdf_findings(file) == []
        assert {font.name for font in facts.fonts} <= {"NotoSansSC-Regular", "NotoSansSC-Bold"}
        assert facts.fonts
        assert len(facts.title) > 3
        assert facts.language == LANGUAGE_TAGS[sample.language]
        assert len(facts.outline) >= 5
        assert b"Helvetica" not in file.read_bytes()


def test_printed_documents_are_accessible_and_fit_to_archive(sample: Sample) -> None:
    assert [fault for file in sample.printed for fault in standard_findings(file)] == []


@pytest.mark.rendering
def test_qpdf_has_nothing_to_say(sample: Sample) -> None:
    assert [fault for file in sample.printed for fault in qpdf_findings(file)] == []


def test_the_calendar_holds_the_visit_at_its_time(sample: Sample) -> None:
    content = sample.file(".ics", Edition.TEAM).read_bytes()
    calendar = Calendar.from_ical(content)
    events: list[Any] = calendar.walk("VEVENT")
    (visit,) = (event for event in events if event.start == sample.visit.starts_at)
    assert (visit.end - visit.start).total_seconds() == 60 * sample.visit.minutes
    assert str(visit["summary"]).strip()
    assert len(events) > 1, "the days of preparation stand in it, too"
    assert len(calendar.walk("VTIMEZONE")) == 1
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
