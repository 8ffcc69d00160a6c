"""What the list of clients asks the database for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from briefing_app.domain.ids import ClientId
from briefing_app.domain.lists import ClientQuery, ClientRow
from briefing_app.services.bulk import change_many
from briefing_app.services.changes import Change
from briefing_app.services.editing import delete_records
from briefing_app.services.listing import client_rows, clients_at, count_clients

if TYPE_CHECKING:
    from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class ClientsAsked:
    """A query as of one moment, so that all its pages fit together."""

    query: ClientQuery
    now: datetime

    def count(self, store: Store) -> int:
        """How many clients there are."""
        return count_clients(store, self.query, now=self.now)

    def rows(self, store: Store, limit: int, offset: int) -> tuple[ClientRow, ...]:
        """A page of them."""
        return client_rows(store, self.query, now=self.now, limit=limit, offset=offset)

    def ids_at(self, store: Store, ranges: Ranges) -> tuple[ClientId, ...]:
        """The ids at some places; UserError where these are too many."""
        return clients_at(store, self.query, now=self.now, ranges=ranges)


Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Places of a list: the first one of each stretch, and how many there are."""


def change_at(
    store: Store, *, asked: ClientsAsked, ranges: Ranges, field: str, value: object
) -> Change:
    """Set a field of the clients at some places of a list."""
    ids = asked.ids_at(store, ranges)
    return change_many(store, kind="client", ids=ids, field=field, value=value)


def delete_at(store: Store, *, asked: ClientsAsked, ranges: Ranges) -> Change:
    """Put the clients at some places of a list into the trash."""
    return delete_records(store, kind="client", ids=asked.ids_at(store, ranges))
