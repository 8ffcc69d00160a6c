"""The judge of the standards sees planted faults."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
from briefing_app.documents.placed import Frame, Geometry, Page, Shape, Tag, TextBox
from briefing_app.documents.text_fit import Style, measure, paragraph
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.domain.text import Language
from tests.judges.pdf_standards import outline_of_structure, standard_findings


@pytest.fixture(scope="module")
def sound() -> bytes:
    words = measure([paragraph("标题 Title", Style(size=12))], 300)
    title = TextBox(
        frame=Frame(40, 40, 300, words.height),
        text=words,
        name="t",
        tag=Tag.TITLE,
        link="https://example.com",
    )
    figure = Shape(
        frame=Frame(40, 90, 60, 60),
        geometry=Geometry.ELLIPSE,
        name="f",
        fill=Colour.ACCENT,
        alt="A disc",
    )
    page = Page(width=595, height=842, elements=(title, figure), title="P", label="1")
    facts = PdfFacts(title="示例", author="a", subject="s", language=Language.ZH)
    return write_pdf([page], load_theme(), facts)


def test_a_sound_file_has_no_findings(sound: bytes) -> None:
    assert standard_findings(sound) == []
    assert outline_of_structure(sound).split() == ["Document", "Sect", "H1", "Link", "Figure"]


def without_alt(file: pikepdf.Pdf) -> None:
    del file.Root.StructTreeRoot.K.K[0].K[1].Alt


def without_language(file: pikepdf.Pdf) -> None:
    del file.Root.Lang


def without_structure(file: pikepdf.Pdf) -> None:
    del file.Root.StructTreeRoot


def without_metadata(file: pikepdf.Pdf) -> None:
    del file.Root.Metadata


def with_untagged_content(file: pikepdf.Pdf) -> None:
    file.pages[0].contents_add(b"0 0 10 10 re f")


def with_a_mute_link(file: pikepdf.Pdf) -> None:
    del file.pages[0].Annots[0].Contents


def with_a_script(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
    )


@pytest.mark.parametrize(
    "plant",
    [
        without_alt,
        without_language,
        without_structure,
        without_metadata,
        with_untagged_content,
        with_a_mute_link,
        with_a_script,
    ],
)
def test_each_planted_fault_is_found(sound: bytes, plant: Callable[[pikepdf.Pdf], None]) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound)) as file:
        plant(file)
        file.save(out)
    assert standard_findings(out.getvalue()) != []
