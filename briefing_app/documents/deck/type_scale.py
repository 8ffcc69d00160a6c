"""The deck's sizes of text: one scale for a whole slide, larger where there is little to say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from briefing_app.documents.deck.spacing import tighter
from briefing_app.documents.fonts import DOCUMENT_TYPEFACE, Typeface
from briefing_app.documents.text_fit import Align, Style
from briefing_app.documents.theme import Colour
from briefing_app.domain.text import Language

SCALES: Final = (1.2, 1.1, 1.0, 0.93, 0.87)
"""Tried in this order: light content is set larger, heavy content a little smaller."""

_SMALLEST_NOTE, _LARGEST_NOTE = 10.0, 11.0
_TABLE_SIZES: Final = (12.0, 15.0)


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Styles of a slide in a language at a scale, in the typeface of its master's bodies.

    ``is_tight`` takes spaces one step smaller, for what would else go over to another slide.
    """

    language: Language
    scale: float = 1.0
    typeface: Typeface = DOCUMENT_TYPEFACE
    is_tight: bool = False

    def space(self, step: float) -> float:
        """The white of a step of `spacing`, or of the one below it."""
        return tighter(step) if self.is_tight else step

    def body(self, colour: Colour = Colour.INK, *, bold: bool = False) -> Style:
        """Running text: 16 pt at scale 1."""
        return self._styled(size=self._sized(16), colour=colour, bold=bold, pitch=self._loose)

    def detail(self, colour: Colour = Colour.SLATE) -> Style:
        """Text below a heading: 14.5 pt at scale 1."""
        return self._styled(size=self._sized(14.5), colour=colour, pitch=self._loose)

    def heading(self, colour: Colour = Colour.INK) -> Style:
        """The heading of a card or step: 18 pt at scale 1."""
        return self._styled(size=self._sized(18), colour=colour, bold=True, pitch=self._tight)

    def statement(self, colour: Colour = Colour.INK) -> Style:
        """A sentence that carries a slide: 23 pt at scale 1."""
        return self._styled(
            size=self._sized(23), colour=colour, bold=True, pitch=self._tight + 0.06
        )

    def lead(self, colour: Colour = Colour.INK) -> Style:
        """A longer statement in regular weight: 19 pt at scale 1."""
        return self._styled(size=self._sized(19), colour=colour, pitch=self._loose)

    def label(self, colour: Colour = Colour.ACCENT) -> Style:
        """A small heading that names what follows: 12 pt."""
        return self._styled(size=12.0, colour=colour, bold=True, pitch=1.4)

    def figure(self, size: float, colour: Colour = Colour.ACCENT) -> Style:
        """A big number."""
        return self._styled(size=self._sized(size), colour=colour, bold=True, pitch=1.15)

    def note(self, colour: Colour = Colour.SLATE) -> Style:
        """Notes and sources: 10 to 11 pt."""
        size = min(max(self._sized(11), _SMALLEST_NOTE), _LARGEST_NOTE)
        return self._styled(size=size, colour=colour, pitch=1.4)

    def table(self, colour: Colour = Colour.INK, *, bold: bool = False) -> Style:
        """Table text: 12 to 15 pt."""
        smallest, largest = _TABLE_SIZES
        size = min(max(self._sized(13.5), smallest), largest)
        return self._styled(size=size, colour=colour, bold=bold, pitch=self._loose - 0.05)

    def centred(self, style: Style) -> Style:
        """The same style for lines that stand in the middle."""
        return replace(style, align=Align.CENTRE)

    def _styled(self, *, size: float, colour: Colour, pitch: float, bold: bool = False) -> Style:
        return Style(size=size, colour=colour, bold=bold, pitch=pitch, typeface=self.typeface)

    @property
    def _loose(self) -> float:
        return 1.5 if self.language is Language.ZH else 1.36

    @property
    def _tight(self) -> float:
        return 1.34 if self.language is Language.ZH else 1.25

    def _sized(self, points: float) -> float:
        return round(points * self.scale * 2) / 2
