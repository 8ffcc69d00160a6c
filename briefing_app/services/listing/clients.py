"""The list of clients."""

from __future__ import annotations

from datetime import datetime

from briefing_app.domain.ids import ClientId
from briefing_app.domain.lists import ClientQuery, ClientRow
from briefing_app.store.store import Store


def client_rows(
    store: Store, query: ClientQuery, *, now: datetime, limit: int, offset: int = 0
) -> tuple[ClientRow, ...]:
    """At most ``limit`` clients from ``offset`` on; ``now`` is aware.

    Sorted by the next visit, those without one come at the end, by their names.
    """
    return store.lists.client_rows(query, now=now, limit=limit, offset=offset)


def count_clients(store: Store, query: ClientQuery, *, now: datetime) -> int:
    """How many clients `client_rows` would tell without a limit."""
    return store.lists.count_clients(query, now=now)


def client_ids(
    store: Store, query: ClientQuery, *, now: datetime, limit: int, offset: int = 0
) -> tuple[ClientId, ...]:
    """The ids of the clients that `client_rows` would tell."""
    return store.lists.client_ids(query, now=now, limit=limit, offset=offset)


def client_cities(store: Store) -> tuple[tuple[str, int], ...]:
    """The cities to filter by, with how many clients are there, most first."""
    return store.lists.cities()
