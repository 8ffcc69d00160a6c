"""The judge of PDF files sees each planted fault and reads a sound file right."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from briefing_app.paths import assets_folder
from tests.judges.pdf_file import PdfFont, facts_of, pdf_findings, qpdf_findings

FONT = "NotoSansSC-Regular"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    pdfmetrics.registerFont(TTFont(FONT, assets_folder() / f"fonts/{FONT}.ttf"))
    path = tmp_path / "sound.pdf"
    canvas = Canvas(str(path), initialFontName=FONT, lang="zh-CN", pagesize=(300, 200))
    canvas.setTitle("示例方案")
    canvas.setAuthor("Sample Ltd")
    for chapter in ("First", "第二章"):
        canvas.setFont(FONT, 14)
        canvas.drawString(20, 100, f"{chapter} office")
        canvas.bookmarkPage(chapter)
        canvas.addOutlineEntry(chapter, chapter, 0)
        canvas.showPage()
    canvas.save()
    return path


def rewritten(path: Path, old: bytes, new: bytes) -> Path:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    return path


def test_a_sound_file_has_no_findings(sound: Path) -> None:
    assert pdf_findings(sound) == []


def test_pages_text_outline_and_language_are_read(sound: Path) -> None:
    facts = facts_of(sound)

    assert facts.texts == ("First office", "第二章 office")
    assert facts.outline == ((0, "First"), (0, "第二章"))
    assert (facts.title, facts.author, facts.language) == ("示例方案", "Sample Ltd", "zh-CN")
    assert facts.sizes == ((300.0, 200.0), (300.0, 200.0))
    assert facts.fonts == (PdfFont(FONT, embedded=True, subset=True),)


def test_a_base_14_font_is_found(tmp_path: Path) -> None:
    path = tmp_path / "helvetica.pdf"
    canvas = Canvas(str(path), lang="en")
    canvas.drawString(20, 100, "plain")
    canvas.save()

    assert pdf_findings(path) == [
        "font Helvetica is not embedded",
        "has no title of its own",
        "has the author anonymous, a library's default",
    ]


def test_a_font_written_inside_its_resources_is_found(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "nested.pdf"
    with pikepdf.open(sound) as file:
        file.pages[0].Resources.Font.Extra = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier
        )
        file.save(path)

    assert pdf_findings(path) == ["font Courier is not embedded"]


def test_a_font_embedded_whole_is_found(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "whole.pdf"
    with pikepdf.open(sound) as file:
        for entry in file.objects:
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/Subtype") == "/TrueType":
                entry.BaseFont = pikepdf.Name("/" + FONT)
        file.save(path)

    assert pdf_findings(path) == [f"font {FONT} is embedded whole"]


def test_a_missing_language_is_found(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / "mute.pdf"
    with pikepdf.open(sound) as file:
        del file.Root.Lang
        file.save(path)

    assert pdf_findings(path) == ["has no language"]


def test_a_damaged_cross_reference_table_is_found(sound: Path) -> None:
    findings = pdf_findings(rewritten(sound, b"startxref\n", b"startxref\n9"))

    assert any("xref not found" in finding for finding in findings)


def test_half_a_file_is_found(sound: Path) -> None:
    sound.write_bytes(sound.read_bytes()[:1000])

    (finding,) = pdf_findings(sound)

    assert finding.startswith("cannot be read")


@pytest.mark.rendering
def test_qpdf_agrees_about_sound_and_damaged_files(sound: Path) -> None:
    assert qpdf_findings(sound) == []
    assert qpdf_findings(rewritten(sound, b"startxref\n", b"startxref\n9"))
