"""Records to choose from where there are too many for a list: those that what is typed finds."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.client import Client
from briefing_app.domain.text import Text
from briefing_app.services.listing.library import industry_rows
from briefing_app.store.store import Store

MOST_OFFERED = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """A record to choose: its id, and what it is called."""

    id: str
    name: Text


def industries_by_use(store: Store) -> tuple[Choice, ...]:
    """All industry packs, those with the most clients first."""
    return tuple(Choice(one.id, one.name) for one in industry_rows(store))


def clients_found(store: Store, text: str) -> tuple[Choice, ...]:
    """The first clients that ``text`` finds; the first of all for none."""
    if not text.strip():
        return tuple(Choice(one.id, one.name) for one in store.page(Client, MOST_OFFERED))
    return tuple(
        Choice(hit.id, hit.name) for hit in store.search(text, (Client,), limit=MOST_OFFERED)
    )


def client_called(store: Store, client: str) -> Choice:
    """A client by its id; UserError for one that is not there."""
    return Choice(client, store.get(Client, client).display_name)
