"""What the pictures made of cells share: labels, grounds, and people in a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from briefing_app.documents.placed import Element, Frame, Geometry, Shape, TextBox
from briefing_app.documents.stakeholder_map.card import CHIP_HEIGHT, chip, chip_width
from briefing_app.documents.stakeholder_map.pen import Pen, one_line
from briefing_app.documents.stakeholder_map.picture import Card, Spot
from briefing_app.documents.text_fit import Align
from briefing_app.documents.theme import Colour
from briefing_app.domain.ids import PersonId

MARGIN = 12.0
PADDING = 7.0
HEAD = 24.0
GAP = 6.0


def cell_width(pen: Pen, across: int) -> float:
    """The width of a cell that holds so many chips side by side, in the design."""
    return across * chip_width(pen) + (across - 1) * GAP + 2 * PADDING


def cell_height(people: int, across: int) -> float:
    """The height of a cell with so many people, at least room for one, in the design."""
    rows = max(1, ceil(people / across))
    return rows * CHIP_HEIGHT + (rows - 1) * GAP + 2 * PADDING


def chips(pen: Pen, people: Sequence[PersonId], spot: Spot, across: int = 1) -> Iterator[Card]:
    """The people's chips, row by row from the top left of their spot."""
    width = chip_width(pen)
    for number, person in enumerate(people):
        row, column = divmod(number, across)
        x = spot.frame.x + pen.length(PADDING + column * (width + GAP))
        y = spot.frame.y + pen.length(PADDING + row * (CHIP_HEIGHT + GAP))
        frame = Frame(x, y, pen.length(width), pen.length(CHIP_HEIGHT))
        yield Card(person=person, frame=frame, elements=chip(pen, person, x, y), spot=spot.key)


def ground(pen: Pen, frame: Frame, fill: Colour | None, name: str = "cell") -> Shape:
    """The rectangle of a cell."""
    return Shape(
        frame=frame,
        geometry=Geometry.RECTANGLE,
        name=name,
        fill=fill,
        border=Colour.STEEL,
        border_width=pen.length(0.75),
    )


def heading(pen: Pen, words: str, frame: Frame) -> TextBox:
    """What a row or a column is, in bold."""
    style = pen.style(9.0, bold=True, colour=Colour.SLATE)
    return one_line(words, style, frame, "Heading")


def empty_seat(pen: Pen, words: str, spot: Spot) -> Iterator[Element]:
    """A seat that nobody takes: a frame of its own, and what is missing in words."""
    frame = Frame(
        spot.frame.x + pen.length(PADDING),
        spot.frame.y + pen.length(PADDING),
        pen.length(chip_width(pen)),
        pen.length(CHIP_HEIGHT),
    )
    yield Shape(
        frame=frame,
        geometry=Geometry.ROUNDED,
        name="empty seat",
        fill=Colour.PAPER,
        border=Colour.INK,
        border_width=pen.length(1.5),
        corner=pen.length(3),
    )
    style = pen.style(9.0, bold=True, align=Align.CENTRE)
    yield one_line(words, style, frame, "Empty seat")
