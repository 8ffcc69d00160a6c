"""What an act of the user changed; pages listen to it and read anew what concerns them."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.message import Message


@dataclass(frozen=True, slots=True)
class Change:
    """What an act of the user changed: ``label`` names the act, ``records`` holds the kind's
    name and the id of each record that was written or deleted; empty where nothing was."""

    label: Message
    records: tuple[tuple[str, str], ...]

    def touches(self, *kinds: str) -> bool:
        """True when a record of one of these kinds was written or deleted."""
        return any(kind in kinds for kind, _ in self.records)


@dataclass(frozen=True, slots=True)
class TooLong:
    """Nothing was done, for it would keep everything else waiting: it is better done apart."""
