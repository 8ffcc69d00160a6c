"""The list of clients."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from briefing_app.domain.ids import ClientId
from briefing_app.domain.lists import ClientQuery, ClientRow
from briefing_app.errors import UserError
from briefing_app.store.store import Store

AT_ONCE = 2_000
"""So many clients are changed or deleted in one act."""


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


def clients_at(
    store: Store, query: ClientQuery, *, now: datetime, ranges: Sequence[tuple[int, int]]
) -> tuple[ClientId, ...]:
    """The ids of clients at some places of a list, each told as its first place and how many.

    UserError for more than `AT_ONCE`.
    """
    if sum(size for _, size in ranges) > AT_ONCE:
        raise UserError("Select at most {count} clients to change at once.", count=AT_ONCE)
    return tuple(
        client
        for first, size in ranges
        for client in store.lists.client_ids(query, now=now, limit=size, offset=first)
    )


def client_cities(store: Store) -> tuple[tuple[str, int], ...]:
    """The cities to filter by, with how many clients are there, most first."""
    return store.lists.cities()
