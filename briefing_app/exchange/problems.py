"""Collects everything that is wrong with a file, so that it can be mended in one go."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing_app.domain.message import Message, say
from briefing_app.errors import ManyProblems, UserError

SHOWN = 100
"""How many problems are listed at most; the rest is only counted."""

NEEDED = say("a value is needed here.")
"""What is wrong with an empty place."""

NO_COMPANY = say("the card names no company. Name the client of these people with --client.")
"""What is wrong with a card of somebody of whom nobody said where he works."""

_CELL = re.compile(r"([A-Z]{1,3})(\d+)")
_LETTERS = 26


class NoClient(UserError):
    """A file of people that does not say where they work."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where a fault stands in a table: ``sheet`` is ``""`` in a file without sheets, ``row`` and
    ``column`` count from 1."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where in words, and the cell; ``None`` for what stands in no table."""

    place: Message
    fault: Message
    spot: Spot | None


def faults_of(error: UserError) -> tuple[Fault, ...]:
    """What an error of `Problems` lists; nothing for one that concerns the file as a whole."""
    listed = error.problems if isinstance(error, ManyProblems) else (error,)
    return tuple(
        Fault(place, fault, spot_of(place))
        for place, fault in (_told(one) for one in listed)
        if isinstance(place, Message) and isinstance(fault, Message)
    )


def spot_of(place: Message) -> Spot | None:
    """The cell that a place names."""
    named = place.by_name
    if cell := _CELL.fullmatch(str(named.get("cell"))):
        return Spot(str(named["sheet"]), int(cell[2]), _number(cell[1]))
    line, column = named.get("line"), named.get("number")
    if isinstance(line, int) and isinstance(column, int):
        return Spot("", line, column)
    return None


def _told(error: UserError) -> tuple[object, object]:
    return error.parameters.get("place"), error.parameters.get("fault")


def _number(letters: str) -> int:
    """The number of a column by its letters: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


class Problems:
    """The faults found in one file, each with its place."""

    def __init__(self, source: str) -> None:
        """Collect for the file that the user calls ``source``."""
        self._source = source
        self._found: list[tuple[Message, Message]] = []
        self._places: set[Message] = set()
        self._sheets: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._found)

    def expect(self, sheet: str) -> None:
        """Let the faults of ``sheet`` follow those of the sheets expected before."""
        self._sheets.setdefault(sheet, len(self._sheets))

    def add(self, place: Message, fault: Message) -> None:
        """Note that ``fault`` is wrong at ``place``. What was refused is not called missing."""
        if fault == NEEDED and place in self._places:
            return
        self._places.add(place)
        self._found.append((place, fault))

    def raise_any(self) -> None:
        """Raise `UserError` for one fault, `ManyProblems` for several, nothing for none.

        They stand in the order of the file: by sheet, row and column, or by line.
        """
        if not self._found:
            return
        found = [
            UserError("{place}: {fault}", place=place, fault=fault)
            for place, fault in sorted(self._found, key=lambda entry: self._position(entry[0]))
        ]
        if len(found) == 1:
            raise found[0]
        if len(found) <= SHOWN:
            raise ManyProblems(
                "{count} things in {source} need correcting. Nothing was imported.",
                found,
                count=len(found),
                source=self._source,
            )
        raise ManyProblems(
            "{count} things in {source} need correcting. Nothing was imported. "
            "The first {shown} are listed.",
            found[:SHOWN],
            count=len(found),
            source=self._source,
            shown=SHOWN,
        )

    def _position(self, place: Message) -> tuple[int, int, int]:
        """Where a place stands; equal for places that have no order of their own."""
        sheet = self._sheets.get(str(place.by_name.get("sheet")), 0)
        spot = spot_of(place)
        return (sheet, spot.row, spot.column) if spot is not None else (sheet, 0, 0)
