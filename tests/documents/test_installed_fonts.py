"""Fonts are found by the names that programs show, and measured by their own files."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefing_app.documents import installed_fonts
from briefing_app.documents.deck.corporate.typefaces import font_choice
from briefing_app.documents.fonts import load_face
from briefing_app.documents.installed_fonts import installed_font

DONOR = Path(__file__).parents[2] / "assets" / "fonts" / "NotoSansSC-Regular.ttf"
WIDER = 1.5


def install(folder: Path, family: str, *, bold: bool = False) -> Path:
    """A font of that family, half as wide again as the document font."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{family.replace(' ', '')}{'-Bold' if bold else ''}.ttf"
    with TTFont(DONOR) as font:
        for entry in font["name"].names:
            if entry.nameID == 1:
                entry.string = family
        font["OS/2"].fsSelection = 0x20 if bold else 0x40
        for glyph, (advance, bearing) in font["hmtx"].metrics.items():
            font["hmtx"].metrics[glyph] = (min(int(advance * WIDER), 65535), bearing)
        for table in ("glyf", "loca", "GSUB", "GPOS"):
            if table in font and table in ("GSUB", "GPOS"):
                del font[table]
        font.save(path)
    return path


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "fonts"
    monkeypatch.setattr(installed_fonts, "font_folders", lambda: iter((folder,)))
    font_choice.cache_clear()
    return folder


def test_a_template_s_font_is_measured_by_its_own_file(fonts: Path) -> None:
    install(fonts / "deep" / "down", "Corporate Grotesk")
    chosen = font_choice("Corporate Grotesk", "")
    usual = load_face("NotoSansSC-Regular").advance("e")
    face = chosen.typeface.face(bold=False)
    assert face.advance("e") == pytest.approx(usual * WIDER, abs=0.002)
    assert "it is installed here" in str(chosen.note)
    assert chosen.typeface.face(bold=True).advance("e") > face.advance("e")


def test_a_font_that_is_not_installed_is_none_and_damage_is_passed_over(fonts: Path) -> None:
    fonts.mkdir()
    (fonts / "broken.ttf").write_bytes(b"\x00\x01\x00\x00 no font")
    (fonts / "broken.ttc").write_bytes(b"ttcf")
    (fonts / "readme.txt").write_text("no font", encoding="utf-8")
    assert installed_font("Corporate Grotesk") is None
    assert "not installed here" in str(font_choice("Corporate Grotesk", "").note)
    assert "LiberationSans, which are the same" in str(font_choice("Arial", "").note)


def test_folders_are_those_of_everybody_and_of_the_user() -> None:
    folders = list(installed_fonts.font_folders())
    assert len(folders) >= 3
    assert any(folder.is_relative_to(Path.home()) for folder in folders)
