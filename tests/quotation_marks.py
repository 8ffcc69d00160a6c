"""Makes the fonts of quotation marks as wide as Latin ones, for the window in English:
``python -m tests.quotation_marks``.

Noto Sans SC draws them as wide as Chinese signs and holds the narrow ones as a variant, but the
variant narrows Chinese commas as well.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "assets/fonts"
FAMILY = "Briefing Quotation Marks"
MARKS = "‘’“”"
_NAMES = {1: FAMILY, 3: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", "")}


def narrow_glyphs(font: TTFont) -> dict[str, str]:
    """The glyphs that the feature pwid puts in place of others."""
    table = font["GSUB"].table
    indexes = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "pwid"
        for index in record.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for index in indexes:
        for part in table.LookupList.Lookup[index].SubTable:
            found.update(getattr(part, "ExtSubTable", part).mapping)
    return found


def make(weight: str) -> Path:
    """Write the marks of one weight."""
    font = TTFont(FONTS / f"NotoSansSC-{weight}.ttf")
    narrow, usual = narrow_glyphs(font), font.getBestCmap()
    wanted = {ord(mark): narrow[usual[ord(mark)]] for mark in MARKS}
    for table in font["cmap"].tables:
        if ord(MARKS[0]) in getattr(table, "cmap", ()):
            table.cmap.update(wanted)
    options = Options()
    options.layout_features = []
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(text=MARKS)
    subsetter.subset(font)
    for name in font["name"].names:
        if name.nameID in _NAMES:
            name.string = _NAMES[name.nameID]
    path = FONTS / f"QuotationMarks-{weight}.ttf"
    font["head"].modified = font["head"].created  # the same bytes on each run
    font.recalcTimestamp = False
    font.save(path)
    return path


if __name__ == "__main__":
    for each in ("Regular", "Bold"):
        print(make(each))
