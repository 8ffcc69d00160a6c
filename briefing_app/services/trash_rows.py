"""The trash as a list shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing_app.domain.message import Message, say_count
from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.domain.text import Text
from briefing_app.services.undoing import trash
from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class TrashRow:
    """A deletion: what went, what kind it was of (a message id), whose it was, and when."""

    act: int
    name: Text
    kind: str
    owner: Text
    others: Message | None
    deleted_at: datetime

    @property
    def id(self) -> str:
        """What a list knows it by."""
        return str(self.act)


@dataclass(frozen=True, slots=True)
class TrashList:
    """All deletions, the last first; a query of a lazy list."""

    def count(self, store: Store) -> int:
        """How many there are."""
        return len(trash(store))

    def rows(self, store: Store, limit: int, offset: int) -> tuple[TrashRow, ...]:
        """Some of them."""
        found = trash(store)[offset : offset + limit]
        return tuple(
            TrashRow(
                act=one.act,
                name=one.records[0].name,
                kind=KIND_BY_NAME[one.records[0].kind].label,
                owner=one.records[0].owner,
                others=_others(len(one.records) - 1),
                deleted_at=one.deleted_at,
            )
            for one in found
            if one.records
        )


def _others(count: int) -> Message | None:
    return say_count("and {count} more", "and {count} more", count) if count else None
