"""Pages of clients, sorted and filtered by their overview.

An index that begins with the order holds all that filters ask, so SQLite walks it to a page near
the beginning and reads nothing else. Far pages would be walked to again and again: there the
whole way is walked once and kept as numbers until something changes. Of what a search finds only
so many are listed as somebody can look through, found once for all pages; who finds more types on.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from briefing_app.domain.client import Client, Grade
from briefing_app.domain.ids import ClientId
from briefing_app.domain.lists import (
    MOST_FOUND,
    ClientFilters,
    ClientOrder,
    ClientQuery,
    ClientRow,
)
from briefing_app.domain.text import Text
from briefing_app.store.client_overview import GRADE_RANKS
from briefing_app.store.connection import Cell, Connection, Row
from briefing_app.store.lists.parts import (
    NOT_STOPPED,
    Condition,
    day,
    member,
    moment,
    number,
    utc_text,
)
from briefing_app.store.reading import ALL, AMONG, id_list
from briefing_app.store.search import name_finder

NEAR = 2_000
"""Up to so many rows are walked past sooner than the whole way is kept."""

_NAME = "o.name_{language}, o.entry"
_TERMS = {
    ClientOrder.NAME: _NAME,
    ClientOrder.GRADE: f"o.grade, {_NAME}",
    ClientOrder.NEXT_VISIT: _NAME,  # of those without one
    ClientOrder.LAST_CHANGED: "o.changed DESC, o.entry DESC",
}
_INDEXES = {
    ClientOrder.NAME: "client_overview_by_name_{language}",
    ClientOrder.GRADE: "client_overview_by_grade_{language}",
    ClientOrder.NEXT_VISIT: "client_overview_by_name_{language}",
    ClientOrder.LAST_CHANGED: "client_overview_by_change",
}
_BY_VISIT = "client_overview_by_visit"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a list: where its rows come from, and what they are sorted by."""

    wanted: Condition
    terms: str
    cells: tuple[Cell, ...] = ()

    def page(self, connection: Connection, limit: int, offset: int) -> list[int]:
        """The entries of some of the rows; of all where ``limit`` is below zero."""
        sql = f"SELECT o.entry FROM {self.wanted.sql} ORDER BY {self.terms} LIMIT ? OFFSET ?"  # noqa: S608
        cells = (*self.wanted.cells, *self.cells, limit, offset)
        return [int(entry or 0) for (entry,) in connection.rows(sql, cells)]

    def count(self, connection: Connection) -> int:
        """How many rows there are."""
        sql = f"SELECT count(*) FROM {self.wanted.sql}"  # noqa: S608 - own names
        return number(connection, sql, self.wanted.cells)


class ClientList:
    """The list of clients of one database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._walked: tuple[object, ...] = ()
        self._entries = array("q")

    def rows(
        self, query: ClientQuery, now: datetime, limit: int, offset: int
    ) -> tuple[ClientRow, ...]:
        """A page of the clients that ``query`` asks for."""
        with self._connection.snapshot():
            entries = self._page(query, now, limit, offset)
            return _rows_of(self._connection, entries, now)

    def ids(
        self, query: ClientQuery, now: datetime, limit: int, offset: int
    ) -> tuple[ClientId, ...]:
        """The ids of the same page, without reading the clients."""
        with self._connection.snapshot():
            entries = json.dumps(self._page(query, now, limit, offset))
            return tuple(ClientId(str(row[0])) for row in self._connection.rows(_IDS, (entries,)))

    def count(self, query: ClientQuery, now: datetime) -> int:
        """How many clients ``query`` asks for."""
        if name_finder(query.search, Client):
            return len(self._whole(_way(query, now)))
        wanted = _all(query, now, "")
        sql = f"SELECT count(*) FROM {wanted.sql}"  # noqa: S608 - own names
        return number(self._connection, sql, wanted.cells)

    def _page(self, query: ClientQuery, now: datetime, limit: int, offset: int) -> list[int]:
        way = _way(query, now)
        if offset > NEAR or name_finder(query.search, Client):
            return self._whole(way)[offset : offset + limit].tolist()
        return _page(self._connection, way, limit, offset)

    def _whole(self, way: Sequence[_Stretch]) -> array[int]:
        """The entries of all rows, walked to once until something changes."""
        asked = (self._connection.version, way)
        if asked != self._walked:
            self._entries = array("q", _page(self._connection, way, ALL, 0))
            self._walked = asked
        return self._entries


_IDS = """
SELECT client FROM json_each(?) AS wanted
CROSS JOIN client_overview ON entry = wanted.value
ORDER BY wanted.key
"""


def _page(connection: Connection, way: Sequence[_Stretch], limit: int, offset: int) -> list[int]:
    found: list[int] = []
    for stretch in way:
        rows = stretch.page(connection, limit - len(found), offset)
        found += rows
        if len(found) == limit:
            break
        offset = 0 if rows else max(0, offset - stretch.count(connection))
    return found


def _way(query: ClientQuery, now: datetime) -> tuple[_Stretch, ...]:
    """The stretches of a list, one after the other."""
    wanted, since = _wanted(query, now), utc_text(now)
    by_terms = _TERMS[query.order].format(language=query.language.value)
    if query.order is not ClientOrder.NEXT_VISIT:
        return (_Stretch(wanted, by_terms),)
    soon = _wanted(query, now, _BY_VISIT).and_also("o.latest_visit >= ?", since)
    others = wanted.and_also("ifnull(o.latest_visit, '') < ?", since)
    return _Stretch(soon, f"{_NEXT_VISIT}, o.entry", (since,)), _Stretch(others, by_terms)


_NEXT_VISIT = """(
    SELECT min(visit.starts_at)
    FROM opportunity JOIN visit ON visit.opportunity = opportunity.id
    WHERE opportunity.client = o.client AND visit.starts_at >= ?
)"""


def _wanted(query: ClientQuery, now: datetime, index: str = "") -> Condition:
    """The rows of the overview, as ``o``, that a query asks for; ``index`` instead of the one
    along its order."""
    match = name_finder(query.search, Client)
    if match:
        return _found(query, now, match)
    return _all(query, now, f"INDEXED BY {index or _index(query)}")


def _all(query: ClientQuery, now: datetime, index: str) -> Condition:
    """Those that the filters let pass; ``index`` is which one to use, as SQL."""
    passing = _passing(query, now)
    return Condition(f"client_overview AS o {index} WHERE {passing.sql}", passing.cells)


def _found(query: ClientQuery, now: datetime, match: str) -> Condition:
    """Of those that the filters let pass as many as are listed of what a search finds."""
    passing = _passing(query, now)
    found = (
        "SELECT o.* FROM search_index CROSS JOIN client_overview AS o"  # noqa: S608 - own names
        " ON o.entry = search_index.rowid"
        f" WHERE search_index MATCH ? AND {passing.sql} LIMIT {MOST_FOUND}"
    )
    return Condition(f"({found}) AS o WHERE TRUE", (match, *passing.cells))


def _passing(query: ClientQuery, now: datetime) -> Condition:
    passing = Condition()
    for sql, cells in _filters(query.filters, now):
        passing = passing.and_also(sql, *cells)
    return passing


def _index(query: ClientQuery) -> str:
    """Those with a visit ahead are few and sorted sooner than looked for along the order."""
    if query.filters.has_next_visit:
        return _BY_VISIT
    return _INDEXES[query.order].format(language=query.language.value)


def cities(connection: Connection) -> tuple[tuple[str, int], ...]:
    """All cities as the clients' overviews hold them, with how many clients are there."""
    rows = connection.rows(_CITIES)
    return tuple((str(city), int(number or 0)) for city, number in rows)


_CITIES = """
SELECT city, count(*) FROM client_overview WHERE city <> '' GROUP BY city
ORDER BY count(*) DESC, city
"""


def _filters(filters: ClientFilters, now: datetime) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    if filters.grades:
        ranks = json.dumps([GRADE_RANKS[grade] for grade in filters.grades])
        yield f"o.grade {AMONG}", (ranks,)
    if filters.industries:
        yield f"o.industry {AMONG}", (id_list(filters.industries),)
    if filters.cities:
        yield f"o.city {AMONG}", (id_list(filters.cities),)
    if filters.has_next_visit:
        yield "o.latest_visit >= ?", (utc_text(now),)
    if filters.stale_days is not None:
        since = now - timedelta(days=filters.stale_days)
        yield _STALE, (utc_text(since), since.date().isoformat())


_STALE = (
    "ifnull(o.latest_visit, '') < ? AND ifnull(o.latest_contact, '') < ?"
    " AND coalesce(o.latest_visit, o.latest_contact) IS NOT NULL"
)


def _rows_of(
    connection: Connection, entries: Sequence[int], now: datetime
) -> tuple[ClientRow, ...]:
    since, wanted = utc_text(now), json.dumps(list(entries))
    return tuple(map(_row, connection.rows(_ROWS, (since, since, wanted))))


_ROWS = f"""
SELECT client.id, client.name_zh, client.name_en, client.short_name_zh, client.short_name_en,
    industry.name_zh, industry.name_en, client.city_zh, client.city_en, client.grade,
    client.time_zone,
    (SELECT min(visit.starts_at) FROM opportunity
        JOIN visit ON visit.opportunity = opportunity.id
        WHERE opportunity.client = client.id AND visit.starts_at >= ?),
    (SELECT max(visit.starts_at) FROM opportunity
        JOIN visit ON visit.opportunity = opportunity.id
        WHERE opportunity.client = client.id AND visit.starts_at < ?),
    (SELECT max(last_contact) FROM person WHERE person.client = client.id),
    (SELECT count(*) FROM opportunity
        WHERE opportunity.client = client.id AND {NOT_STOPPED}),
    (SELECT count(*) FROM opportunity
        JOIN visit ON visit.opportunity = opportunity.id
        JOIN follow_up ON follow_up.visit = visit.id
        WHERE opportunity.client = client.id AND follow_up.done_on IS NULL)
FROM json_each(?) AS wanted
CROSS JOIN client_overview ON client_overview.entry = wanted.value
JOIN client ON client.id = client_overview.client
JOIN industry ON industry.id = client.industry
ORDER BY wanted.key
"""  # noqa: S608 - own names


def _row(row: Row) -> ClientRow:
    client, *names = map(str, row[:9])
    name, short_name, industry, city = (Text(*names[i : i + 2]) for i in range(0, 8, 2))
    zone = str(row[10])
    return ClientRow(
        id=ClientId(client),
        name=short_name.filled_from(name),
        industry=industry,
        city=city,
        grade=member(Grade, row[9]),
        next_visit=moment(row[11], zone),
        last_visit=moment(row[12], zone),
        last_contact=day(row[13]),
        open_opportunities=int(row[14] or 0),
        open_follow_ups=int(row[15] or 0),
    )
