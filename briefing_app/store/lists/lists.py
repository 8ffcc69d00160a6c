"""All lists of a store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from briefing_app.domain.ids import ClientId, VisitId
from briefing_app.domain.lists import (
    CaseQuery,
    CaseRow,
    ClientQuery,
    ClientRow,
    FollowUpRow,
    IndustryRow,
    LibraryQuery,
    PersonRow,
    ProductRow,
    VisitQuery,
    VisitRow,
)
from briefing_app.domain.text import Language
from briefing_app.store.candidates import Candidate, clients_like
from briefing_app.store.connection import Connection
from briefing_app.store.lists import library, visits
from briefing_app.store.lists.clients import ClientList, cities


class Lists:
    """Pages of rows of an open database; see `Store.lists`. ``now`` is aware."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._clients = ClientList(connection)

    def client_rows(
        self, query: ClientQuery, *, now: datetime, limit: int, offset: int = 0
    ) -> tuple[ClientRow, ...]:
        """A page of clients."""
        return self._clients.rows(query, now, limit, offset)

    def client_ids(
        self, query: ClientQuery, *, now: datetime, limit: int, offset: int = 0
    ) -> tuple[ClientId, ...]:
        """The ids of a page of clients."""
        return self._clients.ids(query, now, limit, offset)

    def count_clients(self, query: ClientQuery, *, now: datetime) -> int:
        """How many clients a query asks for."""
        return self._clients.count(query, now)

    def cities(self) -> tuple[tuple[str, int], ...]:
        """The cities of clients, with how many are there, most first."""
        return cities(self._connection)

    def visit_rows(
        self, query: VisitQuery, *, now: datetime, limit: int, offset: int = 0
    ) -> tuple[VisitRow, ...]:
        """A page of visits."""
        return visits.visit_rows(self._connection, query, now, limit, offset)

    def count_visits(self, query: VisitQuery, *, now: datetime) -> int:
        """How many visits a query asks for."""
        return visits.count_visits(self._connection, query, now)

    def visits_named(self, ids: Iterable[VisitId]) -> tuple[VisitRow, ...]:
        """The rows of some visits, in the order of ``ids``."""
        return visits.visits_named(self._connection, ids)

    def follow_ups_due(self, last: date, limit: int) -> tuple[FollowUpRow, ...]:
        """The open follow-ups that are due up to ``last``, the earliest first."""
        return visits.follow_ups_due(self._connection, last, limit)

    def count_follow_ups_due(self, last: date) -> int:
        """How many open follow-ups are due up to ``last``."""
        return visits.count_follow_ups_due(self._connection, last)

    def people_rows(self, client: ClientId, language: Language) -> tuple[PersonRow, ...]:
        """All people of a client, sorted by their names in ``language``."""
        return library.people_rows(self._connection, client, language)

    def product_rows(
        self, query: LibraryQuery, *, limit: int, offset: int = 0
    ) -> tuple[ProductRow, ...]:
        """A page of products."""
        return library.product_rows(self._connection, query, limit, offset)

    def count_products(self, query: LibraryQuery) -> int:
        """How many products a query asks for."""
        return library.count_products(self._connection, query)

    def case_rows(self, query: CaseQuery, *, limit: int, offset: int = 0) -> tuple[CaseRow, ...]:
        """A page of success cases."""
        return library.case_rows(self._connection, query, limit, offset)

    def count_cases(self, query: CaseQuery) -> int:
        """How many success cases a query asks for."""
        return library.count_cases(self._connection, query)

    def industry_rows(self) -> tuple[IndustryRow, ...]:
        """All industry packs, those with the most clients first."""
        return library.industry_rows(self._connection)

    def clients_like(self, words: str) -> tuple[Candidate, ...]:
        """A few clients whose names may mean the same as ``words``; nothing is judged."""
        return clients_like(self._connection, words)
