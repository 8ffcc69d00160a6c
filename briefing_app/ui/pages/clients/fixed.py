"""Rows that are known already, for a list that asks for pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class FixedRows:
    """A query whose rows stand here."""

    found: tuple[Any, ...]

    def count(self, store: Store) -> int:
        """How many there are."""
        return len(self.found)

    def rows(self, store: Store, limit: int, offset: int) -> Sequence[Any]:
        """Some of them."""
        return self.found[offset : offset + limit]
