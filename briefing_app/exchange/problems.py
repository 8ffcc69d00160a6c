"""Collects everything that is wrong with a file, so that it can be mended in one go."""

from __future__ import annotations

import re

from briefing_app.domain.message import Message, say
from briefing_app.errors import ManyProblems, UserError

SHOWN = 100
"""How many problems are listed at most; the rest is only counted."""

NEEDED = say("a value is needed here.")
"""What is wrong with an empty place."""

_CELL = re.compile(r"([A-Z]+)(\d+)")


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

    def _position(self, place: Message) -> tuple[int, int, int, str]:
        """Where a place stands; equal for places that have no order of their own."""
        named = place.by_name
        sheet = self._sheets.get(str(named.get("sheet")), 0)
        cell = _CELL.fullmatch(str(named.get("cell")))
        if cell:
            return sheet, int(cell[2]), len(cell[1]), cell[1]
        line = named.get("line")
        return sheet, line if isinstance(line, int) else 0, 0, ""
