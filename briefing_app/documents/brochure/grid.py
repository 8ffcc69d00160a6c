"""The brochure's page: A4 on twelve columns, and the modules of which its fields are made.

Points, y down. Left and right margins are equal, so that a page may move to the other side
of a spread; only page numbers know their side.
"""

from __future__ import annotations

from briefing_app.documents.placed import Frame

PAGE_WIDTH = 595.276
PAGE_HEIGHT = 841.89
MARGIN = 48.19
"""17 mm."""

COLUMNS = 12
GUTTER = 13.0
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
COLUMN = (TEXT_WIDTH - (COLUMNS - 1) * GUTTER) / COLUMNS

HEAD_Y = 40.0
TOP = 86.0
BOTTOM = 780.0
FOOT_Y = 800.0

MODULE = PAGE_WIDTH / 6
"""The square of which all drawn fields are made: six side by side on a page."""

BELOW_HERO = 32.0
"""The white between a field at the top of a page and the text below it."""

SECTION_GAP = 26.0
"""The white above a section."""


def span(columns: int) -> float:
    """The width of so many columns with the gutters between them."""
    return columns * COLUMN + (columns - 1) * GUTTER


def offset(columns: int) -> float:
    """How far from the text's left edge the column after so many begins."""
    return columns * (COLUMN + GUTTER)


def text_frame(top: float = TOP) -> Frame:
    """Where text stands on a page, from ``top`` down."""
    return Frame(MARGIN, top, TEXT_WIDTH, BOTTOM - top)
