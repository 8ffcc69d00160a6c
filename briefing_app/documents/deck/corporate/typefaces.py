"""What the fonts of a template measure: their own widths, or those of the nearest known font.

Of a font that is installed here its file is measured. Others are measured by a free font of the
same widths, or by the document font with something in reserve.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from briefing_app.documents.fonts import DOCUMENT_TYPEFACE, Typeface, Widths, load_face
from briefing_app.documents.installed_fonts import installed_font
from briefing_app.documents.line_breaks import is_cjk
from briefing_app.documents.text_fit import SCRIPTLESS
from briefing_app.domain.message import Message, say

_RESERVE = 1.08
_WIDE_RESERVE = 1.22
_EMBOLDENED = 1.05
"""What regular widths grow by where a program makes the bold font of a family itself."""

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
    source = _source(latin)
    weights = {
        bold: partial(_mixed, source, bold=bold, spacing=spacing, in_capitals=in_capitals)
        for bold in (False, True)
    }
    typeface = Typeface(latin, lru_cache(weights[False]), lru_cache(weights[True]))
    return FontChoice(latin, east_asian, typeface, source.note)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where widths come from, what they are multiplied by, what users read of it."""

    face: Callable[[bool], Widths]
    stretch: Mapping[bool, float]
    note: Message


_EXACT = {False: 1.0, True: 1.0}


def _source(latin: str) -> _Source:
    name = latin.strip().casefold()
    if name in _DOCUMENT_FONTS:
        note = say("{font}: measured by its own widths.", font=latin)
        return _Source(_document_face, _EXACT, note)
    found = installed_font(name)
    if found is not None:
        note = say("{font}: measured by its own widths; it is installed here.", font=latin)
        stretch = {False: 1.0, True: 1.0 if found.bold else _EMBOLDENED}
        return _Source(lambda bold: found.face(bold=bold), stretch, note)
    if name in _SAME_WIDTHS:
        table = _SAME_WIDTHS[name]
        note = say(
            "{font}: not installed here; measured by the widths of {table}, which are the same.",
            font=latin,
            table=table,
        )
        return _Source(partial(_table, table), _EXACT, note)
    stretch = dict.fromkeys(_EXACT, _WIDE_RESERVE if name.startswith(_WIDE) else _RESERVE)
    note = say(
        "{font}: not installed here; measured with Noto Sans SC and {reserve}% in reserve. Install"
        " it to have it measured exactly.",
        font=latin or "?",
        reserve=round((stretch[False] - 1) * 100),
    )
    return _Source(_document_face, stretch, note)


def _document_face(bold: bool) -> Widths:
    return DOCUMENT_TYPEFACE.face(bold=bold)


def _table(table: str, bold: bool) -> Widths:
    return load_face(f"metrics/{table}-{'Bold' if bold else 'Regular'}")


def _mixed(source: _Source, *, bold: bool, **settings: Any) -> MixedWidths:
    stretch = source.stretch[bold]
    return MixedWidths(source.face(bold), _document_face(bold), stretch=stretch, **settings)
