"""What the list of clients asks the database for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from briefing_app.domain.ids import ClientId
from briefing_app.domain.lists import ClientQuery, ClientRow
from briefing_app.services.listing import client_ids, client_rows, count_clients

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

    def ids(self, store: Store, limit: int, offset: int) -> tuple[ClientId, ...]:
        """The ids of a page of them."""
        return client_ids(store, self.query, now=self.now, limit=limit, offset=offset)
