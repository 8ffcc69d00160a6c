"""Tables of blocks: they break between rows, repeat their header, and tell that they are tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from briefing_app.documents.flow import Block, Cut, Elements, Row
from briefing_app.documents.placed import CellPlace, Element, Rule, TextBox
from briefing_app.documents.theme import Colour

_BREAKS_FROM = 420.0
"""A table row higher than this is broken; a lower one moves to the next page whole."""
_LONE_ROW_FROM = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: how far each stands from the left, and how wide its text may be."""

    lefts: tuple[float, ...]
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        """The width of the whole table."""
        return self.lefts[-1] + self.widths[-1]

    def row(self, cells: Sequence[Block | None]) -> Row:
        """Cells at their columns; ``None`` leaves one empty."""
        return Row(
            tuple(
                (left, cell)
                for left, cell in zip(self.lefts, cells, strict=True)
                if cell is not None
            )
        )


def columns_of(width: float, shares: Sequence[float], gap: float) -> Columns:
    """Columns that share ``width`` in these proportions, with ``gap`` between them."""
    unit = (width - gap * (len(shares) - 1)) / sum(shares)
    widths = tuple(unit * share for share in shares)
    lefts = accumulate((one + gap for one in widths[:-1]), initial=0.0)
    return Columns(tuple(lefts), widths)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table with white above and below, and a line under it.

    ``number`` is its place in the table; the header's is 0.
    """

    cells: Row
    width: float
    colour: Colour = Colour.STEEL
    thickness: float = 0.4
    white: float = 4.5
    number: int = 0

    @property
    def height(self) -> float:
        """The highest cell with its white."""
        return self.cells.height + 2 * self.white

    def placed(self, x: float, y: float) -> Elements:
        """The cells, then the line."""
        below = y + self.height
        line = Rule(
            x1=x,
            y1=below,
            x2=x + self.width,
            y2=below,
            name="row line",
            colour=self.colour,
            thickness=self.thickness,
        )
        return (*self._placed_cells(x, y + self.white), line)

    def _placed_cells(self, x: float, y: float) -> Iterator[Element]:
        for left, cell in self.cells.cells:
            place = CellPlace(self.number, left, is_header=not self.number)
            for element in cell.placed(x + left, y):
                if isinstance(element, TextBox):
                    yield replace(element, cell=place)
                else:
                    yield element

    def cut(self, room: float) -> Cut:
        """A row on either side of the break."""
        head, tail = self.cells.cut(room - 2 * self.white)
        if not isinstance(head, Row):
            return None, self
        rest = replace(self, cells=tail) if isinstance(tail, Row) else None
        return replace(self, cells=head), rest


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that breaks between its rows; its header is repeated after each break."""

    header: TableRow
    rows: tuple[TableRow, ...]

    @property
    def height(self) -> float:
        """Header and rows."""
        return self.header.height + sum(row.height for row in self.rows)

    def placed(self, x: float, y: float) -> Elements:
        """Header and rows from the top down."""
        elements: list[Elements] = []
        for number, row in enumerate((self.header, *self.rows)):
            elements.append(replace(row, number=number).placed(x, y))
            y += row.height
        return tuple(element for part in elements for element in part)

    def cut(self, room: float) -> Cut:
        """Cut between rows; within one only if it is very high."""
        room -= self.header.height
        for position, row in enumerate(self.rows):
            if row.height <= room + 1e-6:
                room -= row.height
                continue
            return self._cut_at(position, room)
        return self, None

    def _cut_at(self, position: int, room: float) -> Cut:
        position = self._without_lone_row(position)
        above, row, below = self.rows[:position], self.rows[position], self.rows[position + 1 :]
        if row.height > _BREAKS_FROM:
            head, tail = row.cut(room)
            if isinstance(head, TableRow) and isinstance(tail, TableRow):
                return Grid(self.header, (*above, head)), Grid(self.header, (tail, *below))
        if not above:
            return None, self
        return Grid(self.header, above), Grid(self.header, (row, *below))

    def _without_lone_row(self, position: int) -> int:
        """A break that leaves no row alone on either side, as far as the rows allow it."""
        first_two = sum(row.height for row in self.rows[:2])
        if position == 1 and first_two <= _BREAKS_FROM:
            return 0
        is_last = position == len(self.rows) - 1
        return position - 1 if is_last and position > _LONE_ROW_FROM else position
