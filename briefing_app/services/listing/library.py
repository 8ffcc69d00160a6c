"""The lists of the library, and of a client's people."""

from __future__ import annotations

from briefing_app.domain.ids import ClientId
from briefing_app.domain.lists import (
    CaseQuery,
    CaseRow,
    IndustryRow,
    LibraryQuery,
    PersonRow,
    ProductRow,
)
from briefing_app.domain.text import Language
from briefing_app.store.store import Store


def product_rows(
    store: Store, query: LibraryQuery, *, limit: int, offset: int = 0
) -> tuple[ProductRow, ...]:
    """At most ``limit`` products from ``offset`` on, by name."""
    return store.lists.product_rows(query, limit=limit, offset=offset)


def count_products(store: Store, query: LibraryQuery) -> int:
    """How many products `product_rows` would tell without a limit."""
    return store.lists.count_products(query)


def case_rows(
    store: Store, query: CaseQuery, *, limit: int, offset: int = 0
) -> tuple[CaseRow, ...]:
    """At most ``limit`` success cases from ``offset`` on, by their customers' names."""
    return store.lists.case_rows(query, limit=limit, offset=offset)


def count_cases(store: Store, query: CaseQuery) -> int:
    """How many success cases `case_rows` would tell without a limit."""
    return store.lists.count_cases(query)


def industry_rows(store: Store) -> tuple[IndustryRow, ...]:
    """All industry packs, those with the most clients first."""
    return store.lists.industry_rows()


def people_rows(store: Store, client: ClientId, language: Language) -> tuple[PersonRow, ...]:
    """All people of a client, by their names in ``language``."""
    return store.lists.people_rows(client, language)
