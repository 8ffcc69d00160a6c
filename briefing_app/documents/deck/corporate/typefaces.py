"""What the fonts of a template measure: their own widths, or those of the nearest known font."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from briefing_app.documents.fonts import DOCUMENT_TYPEFACE, Typeface, Widths, load_face
from briefing_app.documents.line_breaks import is_cjk
from briefing_app.documents.text_fit import SCRIPTLESS
from briefing_app.domain.message import Message, say

_RESERVE = 1.08
_WIDE_RESERVE = 1.22
_WIDE = ("verdana", "century gothic", "montserrat", "poppins", "raleway", "nunito", "dejavu sans")
"""Fonts well wider than the document font, which has no relative of their widths."""

_SAME_WIDTHS: Mapping[str, str] = {
    "calibri": "Carlito",
    "calibri light": "Carlito",
    "carlito": "Carlito",
    "arial": "LiberationSans",
    "helvetica": "LiberationSans",
    "helvetica neue": "LiberationSans",
    "liberation sans": "LiberationSans",
    "cambria": "Caladea",
    "caladea": "Caladea",
    "times new roman": "LiberationSerif",
    "times": "LiberationSerif",
    "liberation serif": "LiberationSerif",
}
"""Fonts whose widths are those of a free font that was drawn to replace them."""

_DOCUMENT_FONTS = ("noto sans sc", "source han sans sc", "noto sans cjk sc")


@dataclass(frozen=True, slots=True)
class FontChoice:
    """The fonts that a text is set in, by their families, and how they are measured."""

    latin: str
    east_asian: str
    typeface: Typeface
    note: Message


@dataclass(frozen=True, slots=True)
class MixedWidths:
    """Latin from one font, Chinese from the document font: full widths are the same in all.

    ``stretch`` is a reserve for a font that is not known; ``spacing`` is added to each sign, in
    em; ``in_capitals`` for text that is shown in capitals.
    """

    latin: Widths
    chinese: Widths
    stretch: float = 1.0
    spacing: float = 0.0
    in_capitals: bool = False

    def has(self, character: str) -> bool:
        """True when either font has it: office programs take a missing sign from another."""
        return self.chinese.has(character) or self.latin.has(character)

    def advance(self, character: str) -> float:
        """The width of a character in em; the larger of both where either font may be taken."""
        shown = character.upper() if self.in_capitals else character
        width = sum(self._advance(each) for each in shown)
        return width + self.spacing

    def _advance(self, character: str) -> float:
        if is_cjk(character):
            return self.chinese.advance(character)
        width = (
            self.latin.advance(character) * self.stretch
            if self.latin.has(character)
            else (self.chinese.advance(character))
        )
        if character in SCRIPTLESS and character != " ":
            return max(width, self.chinese.advance(character))
        return width


@lru_cache(maxsize=64)
def font_choice(
    latin: str, east_asian: str, *, spacing: float = 0.0, in_capitals: bool = False
) -> FontChoice:
    """How text in these families is measured; the same arguments give the same typeface."""
    name = latin.strip().casefold()
    source, stretch, note = _source(latin, name)
    weights = {
        bold: partial(
            _mixed, source, bold=bold, stretch=stretch, spacing=spacing, in_capitals=in_capitals
        )
        for bold in (False, True)
    }
    typeface = Typeface(latin, lru_cache(weights[False]), lru_cache(weights[True]))
    return FontChoice(latin, east_asian, typeface, note)


def _source(latin: str, name: str) -> tuple[str, float, Message]:
    """The table of widths to take (empty: the document font), its reserve, what users read."""
    if name in _SAME_WIDTHS:
        table = _SAME_WIDTHS[name]
        return (
            table,
            1.0,
            say("{font}: measured by the widths of {table}.", font=latin, table=table),
        )
    if name in _DOCUMENT_FONTS:
        return "", 1.0, say("{font}: measured by its own widths.", font=latin)
    stretch = _WIDE_RESERVE if name.startswith(_WIDE) else _RESERVE
    note = say(
        "{font} is not known: measured with Noto Sans SC and {reserve}% in reserve.",
        font=latin or "?",
        reserve=round((stretch - 1) * 100),
    )
    return "", stretch, note


def _mixed(source: str, *, bold: bool, **settings: Any) -> MixedWidths:
    chinese = DOCUMENT_TYPEFACE.face(bold=bold)
    weight = "Bold" if bold else "Regular"
    latin = load_face(f"metrics/{source}-{weight}") if source else chinese
    return MixedWidths(latin, chinese, **settings)
