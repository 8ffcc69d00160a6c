"""The brochure's sizes of text in a language."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.documents.flow import body_pitch, title_pitch
from briefing_app.documents.text_fit import Style
from briefing_app.documents.theme import Colour
from briefing_app.domain.text import Language


@dataclass(frozen=True, slots=True)
class BrochureType:
    """Styles in points. Running text is 10 pt at scale 1, notes and sources are always 8."""

    language: Language
    scale: float = 1.0

    def body(self, colour: Colour = Colour.INK, *, bold: bool = False) -> Style:
        """Running text."""
        return Style(
            size=self._sized(10), colour=colour, bold=bold, pitch=body_pitch(self.language)
        )

    def small(self, colour: Colour = Colour.SLATE, *, bold: bool = False) -> Style:
        """Text in figures and side columns."""
        return Style(
            size=self._sized(9), colour=colour, bold=bold, pitch=body_pitch(self.language) - 0.06
        )

    def note(self, colour: Colour = Colour.SLATE) -> Style:
        """Sources and assumptions."""
        return Style(size=8, colour=colour, pitch=body_pitch(self.language) - 0.06)

    def label(self, colour: Colour = Colour.ACCENT) -> Style:
        """A small heading that names what follows."""
        return Style(size=self._sized(9), colour=colour, bold=True, pitch=1.4)

    def item(self, colour: Colour = Colour.INK) -> Style:
        """The name of one thing among several."""
        return Style(size=self._sized(10.5), colour=colour, bold=True, pitch=self._tight + 0.1)

    def heading(self, colour: Colour = Colour.INK) -> Style:
        """The heading of a section."""
        return Style(size=self._sized(15), colour=colour, bold=True, pitch=self._tight)

    def lead(self, colour: Colour = Colour.INK) -> Style:
        """The sentence that opens a page."""
        return Style(size=self._sized(14.5), colour=colour, pitch=body_pitch(self.language) - 0.06)

    def quote(self, colour: Colour = Colour.INK, size: float = 19) -> Style:
        """A sentence pulled out of the text."""
        return Style(size=size, colour=colour, bold=True, pitch=self._tight + 0.14)

    def title(self, colour: Colour = Colour.INK, size: float = 30) -> Style:
        """The title of a page."""
        return Style(size=size, colour=colour, bold=True, pitch=self._tight)

    def figure(self, size: float, colour: Colour = Colour.INK) -> Style:
        """Big numbers."""
        return Style(size=size, colour=colour, bold=True, pitch=1.2)

    def _sized(self, points: float) -> float:
        return round(points * self.scale * 2) / 2

    @property
    def _tight(self) -> float:
        return title_pitch(self.language)
