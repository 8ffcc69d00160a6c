"""The sheet that a visit plan is printed on, and its type: black, white and greys."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.documents.text_fit import Style
from briefing_app.documents.theme import Colour
from briefing_app.domain.text import Language

SHEET_WIDTH, SHEET_HEIGHT = 595.276, 841.89
MARGIN = 42.5
WIDTH = SHEET_WIDTH - 2 * MARGIN
TOP, BOTTOM = 64.0, SHEET_HEIGHT - 50.0
COLUMN_HEIGHT = BOTTOM - TOP

GAP = 12.0
"""White between the columns of a table and of a row."""

_BODY_PITCH = {Language.ZH: 1.48, Language.EN: 1.34}
_TITLE_PITCH = {Language.ZH: 1.3, Language.EN: 1.22}
_SMALLEST = 8.0


@dataclass(frozen=True, slots=True)
class Look:
    """The styles of one language. ``scale`` makes them smaller, never below 8 points."""

    language: Language
    scale: float = 1.0

    @property
    def body(self) -> Style:
        """Running text."""
        return self._text(9.5)

    @property
    def strong(self) -> Style:
        """What the eye should find in running text."""
        return self._text(9.5, bold=True)

    @property
    def small(self) -> Style:
        """Reasons, sources and other things to look up."""
        return self._text(8.5, colour=Colour.SLATE)

    @property
    def label(self) -> Style:
        """What stands beside or above a text and names it."""
        return self._text(8.5, bold=True, colour=Colour.SLATE)

    @property
    def badge(self) -> Style:
        """A role in its little frame."""
        return self._text(8.0)

    @property
    def spoken(self) -> Style:
        """A sentence to say aloud."""
        return self._text(12.0, bold=True)

    @property
    def subheading(self) -> Style:
        """The name of a person, a product, a group of rows."""
        return self.title(11.0)

    @property
    def heading(self) -> Style:
        """The title of a part."""
        return self.title(16.0)

    def title(self, size: float) -> Style:
        """A title of that size."""
        pitch = _TITLE_PITCH[self.language]
        return Style(size=self._sized(size), bold=True, pitch=pitch)

    def _text(self, size: float, *, bold: bool = False, colour: Colour = Colour.INK) -> Style:
        pitch = _BODY_PITCH[self.language]
        return Style(size=self._sized(size), bold=bold, colour=colour, pitch=pitch)

    def _sized(self, size: float) -> float:
        return max(_SMALLEST, round(size * self.scale * 2) / 2)
