"""Collects everything that is wrong with a file, so that it can be mended in one go."""

from __future__ import annotations

from briefing_app.domain.message import Message
from briefing_app.errors import ManyProblems, UserError

SHOWN = 100
"""How many problems are listed at most; the rest is only counted."""


class Problems:
    """The faults found in one file, each with its place."""

    def __init__(self, source: str) -> None:
        """Collect for the file that the user calls ``source``."""
        self._source = source
        self._found: list[UserError] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, place: Message, fault: Message) -> None:
        """Note that ``fault`` is wrong at ``place``."""
        self._found.append(UserError("{place}: {fault}", place=place, fault=fault))

    def raise_any(self) -> None:
        """Raise `UserError` for one fault, `ManyProblems` for several, nothing for none."""
        if not self._found:
            return
        if len(self._found) == 1:
            raise self._found[0]
        if len(self._found) <= SHOWN:
            raise ManyProblems(
                "{count} things in {source} need correcting. Nothing was imported.",
                self._found,
                count=len(self._found),
                source=self._source,
            )
        raise ManyProblems(
            "{count} things in {source} need correcting. Nothing was imported. "
            "The first {shown} are listed.",
            self._found[:SHOWN],
            count=len(self._found),
            source=self._source,
            shown=SHOWN,
        )
