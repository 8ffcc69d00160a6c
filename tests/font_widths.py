"""Writes the ``.widths`` tables beside the fonts: ``python -m tests.font_widths``."""

from __future__ import annotations

import array

from fontTools.ttLib import TTFont

from briefing_app.documents.fonts import NO_GLYPH, Face, font_path, packed

NAMES = ("NotoSansSC-Regular", "NotoSansSC-Bold")


def read_font(name: str) -> Face:
    """The face of a font file, read by fontTools."""
    with TTFont(font_path(name), lazy=True) as font:
        advances = font["hmtx"].metrics
        widths = array.array("H", [NO_GLYPH]) * 0x10000
        astral: dict[int, int] = {}
        for code, glyph in font.getBestCmap().items():
            target = widths if code < 0x10000 else astral
            target[code] = advances[glyph][0]
        return Face(
            name=name,
            units_per_em=font["head"].unitsPerEm,
            ascent=font["hhea"].ascent,
            descent=-font["hhea"].descent,
            widths=widths,
            astral_widths=astral,
        )


if __name__ == "__main__":
    for name in NAMES:
        font_path(name).with_suffix(".widths").write_bytes(packed(read_font(name)))
