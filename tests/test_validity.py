"""The files of real exports hold to their formats, and say what they should say of themselves."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from briefing_app.domain.export_record import Edition
from briefing_app.domain.text import Language
from briefing_app.domain.visit import Visit
from briefing_app.services.export import Export, export_visit
from briefing_app.services.samples import load_samples
from briefing_app.store.store import open_store
from tests.judges.overflow import collision_findings, overflow_findings
from tests.judges.pdf_file import facts_of, pdf_findings, qpdf_findings
from tests.judges.pptx_package import package_findings
from tests.judges.rendering import Office

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
CASES = [(number, language) for number in range(4) for language in Language]


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[int, Language], Export]:
    """Every sample visit in both languages."""
    folder = tmp_path_factory.mktemp("exports")
    with open_store(folder / "data") as store:
        load_samples(store)
        visits = store.all(Visit)
        return {
            (number, language): export_visit(
                store,
                visits[number].id,
                out=folder / language,
                language=language,
                today=date(2026, 11, 23),
                now=datetime(2026, 11, 23, tzinfo=UTC),
            )
            for number, language in CASES
        }


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def export(exports: dict[tuple[int, Language], Export], request: pytest.FixtureRequest) -> Export:
    return exports[request.param]


def files(export: Export, ending: str, edition: Edition | None = None) -> list[Path]:
    wanted = [f for f in export.record.files if edition in (None, f.edition)]
    return [export.folder / file.name for file in wanted if file.name.endswith(ending)]


def test_decks_are_sound_packages(export: Export) -> None:
    for deck in files(export, ".pptx"):
        assert package_findings(deck) == []


def test_every_slide_has_one_title_and_nothing_is_without_a_description(export: Export) -> None:
    for deck in files(export, ".pptx"):
        for slide in Presentation(str(deck)).slides:
            titles = [p for p in slide.placeholders if p.placeholder_format.type in TITLES]
            assert [bool(title.text_frame.text.strip()) for title in titles] == [True]
            framed = [s for s in slide.shapes if s.has_chart or s.has_table]
            assert all(s._element._nvXxPr.cNvPr.get("descr") for s in framed)


def test_only_the_presenters_deck_has_notes(export: Export) -> None:
    (shown,), (noted,) = (
        files(export, ".pptx", Edition.CLIENT),
        files(export, ".pptx", Edition.TEAM),
    )
    assert not any("notes" in name for name in zipfile.ZipFile(shown).namelist())
    slides = list(Presentation(str(noted)).slides)
    assert sum(slide.has_notes_slide for slide in slides) > len(slides) / 2


def test_charts_are_native_and_their_workbooks_hold_the_numbers_shown(export: Export) -> None:
    (deck,) = files(export, ".pptx", Edition.CLIENT)
    for slide in Presentation(str(deck)).slides:
        for shape in slide.shapes:
            if not shape.has_chart:
                continue
            (plot,) = shape.chart.plots
            sheet = openpyxl.load_workbook(
                io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)
            ).active
            held = [[cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=2)]
            shown = [
                list(numbers) for numbers in zip(*(s.values for s in plot.series), strict=True)
            ]
            assert held == shown
            assert [row[0].value for row in sheet.iter_rows(min_row=2)] == list(plot.categories)


def test_every_sample_deck_has_a_chart(export: Export) -> None:
    (deck,) = files(export, ".pptx", Edition.CLIENT)
    assert any("charts/chart" in name for name in zipfile.ZipFile(deck).namelist())


def test_printed_pages_are_sound_with_their_own_fonts(export: Export) -> None:
    for printed in files(export, ".pdf"):
        facts = facts_of(printed)
        assert pdf_findings(printed) == []
        assert all(font.embedded and font.subset for font in facts.fonts)
        assert len(facts.outline) >= 5
        assert len(facts.title) > 3


def test_the_calendar_can_be_read_by_others(export: Export) -> None:
    (file,) = files(export, ".ics")
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    assert len(calendar.events) >= 2
    assert len(calendar.timezones) == 1


@pytest.mark.rendering
def test_pdf_files_pass_qpdf(export: Export) -> None:
    for printed in files(export, ".pdf"):
        assert qpdf_findings(printed) == []


@pytest.mark.rendering
@pytest.mark.parametrize("language", Language)
def test_a_rendered_deck_keeps_its_text_in_its_shapes(
    exports: dict[tuple[int, Language], Export], language: Language, office: Office
) -> None:
    for number in (1, 2):
        (deck,) = files(exports[number, language], ".pptx", Edition.CLIENT)
        pdf = office.pdf_of(deck)
        assert overflow_findings(deck, pdf) == []
        assert collision_findings(deck, pdf) == []
