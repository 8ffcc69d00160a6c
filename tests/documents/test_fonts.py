"""The tabled widths are the fonts' own."""

from __future__ import annotations

import pytest

from briefing_app.documents.fonts import font_path, load_face, packed, unpacked
from tests.font_widths import NAMES, read_font


@pytest.mark.parametrize("name", NAMES)
def test_a_table_holds_the_widths_of_its_font(name: str) -> None:
    tabled, real = load_face(name), read_font(name)
    assert tabled.widths == real.widths
    assert tabled.astral_widths == real.astral_widths
    assert (tabled.units_per_em, tabled.ascent, tabled.descent) == (
        real.units_per_em,
        real.ascent,
        real.descent,
    )


def test_a_face_survives_packing() -> None:
    face = load_face(NAMES[0])
    assert unpacked(face.name, packed(face)) == face


def test_coverage_knows_what_the_font_has() -> None:
    face = load_face(NAMES[0])
    assert all(face.has(sign) for sign in "拜访Visit●▲▼？→•€¥✓")
    assert not face.has("🚀")


def test_fonts_come_with_their_licence() -> None:
    licence = font_path(NAMES[0]).with_name("OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
