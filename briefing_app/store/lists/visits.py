"""Pages of visits in order of time, and of the open follow-ups they left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from briefing_app.domain.appointment import at_clients
from briefing_app.domain.client import Grade
from briefing_app.domain.ids import ClientId, FollowUpId, OpportunityId, VisitId
from briefing_app.domain.lists import MOST_FOUND, FollowUpRow, VisitQuery, VisitRow
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.store.connection import Cell, Connection, Row
from briefing_app.store.lists.parts import Condition, day, member, number, utc_text
from briefing_app.store.reading import AMONG, id_list
from briefing_app.store.search import finder

_HITS = "SELECT rowid FROM search_index WHERE search_index MATCH ?"
_IS_HIT = f"""(
    SELECT entry.rowid FROM search_entry AS entry
    WHERE entry.kind = 'visit' AND entry.record = visit.id
) IN ({_HITS})"""  # noqa: S608 - own names
_NOT_RECORDED = "visit.id NOT IN (SELECT visit FROM visit_record)"


def visit_rows(
    connection: Connection, query: VisitQuery, now: datetime, limit: int, offset: int
) -> tuple[VisitRow, ...]:
    """A page of the visits that ``query`` asks for."""
    wanted = _wanted(query, now)
    turn = "DESC" if query.is_past else "ASC"
    sql = (
        f"SELECT visit.id FROM {wanted.sql}"  # noqa: S608 - own names
        f" ORDER BY visit.starts_at {turn}, visit.id {turn} LIMIT ? OFFSET ?"
    )
    with connection.snapshot():
        ids = [str(row[0]) for row in connection.rows(sql, (*wanted.cells, limit, offset))]
        return visits_named(connection, ids)


def count_visits(connection: Connection, query: VisitQuery, now: datetime) -> int:
    """How many visits ``query`` asks for."""
    wanted = _wanted(query, now)
    return number(connection, f"SELECT count(*) FROM {wanted.sql}", wanted.cells)  # noqa: S608


def _wanted(query: VisitQuery, now: datetime) -> Condition:
    """The visits that a query asks for. The coming ones are few and looked through; of the past
    ones that a search finds, those that were entered last are looked at first."""
    passing = Condition(_when(query), (utc_text(now),))
    for sql, cells in _filters(query, now):
        passing = passing.and_also(sql, *cells)
    match = finder(query.search, (Visit,))[1:2]
    if not match:
        return Condition(f"visit WHERE {passing.sql}", passing.cells)
    if not query.is_past:
        return Condition(f"visit WHERE {passing.sql} AND {_IS_HIT}", (*passing.cells, *match))
    found = (
        f"SELECT visit.* FROM ({_HITS} ORDER BY rowid DESC) AS found"  # noqa: S608 - own names
        " CROSS JOIN search_entry AS entry ON entry.rowid = found.rowid"
        " CROSS JOIN visit ON visit.id = entry.record"
        f" WHERE {passing.sql} LIMIT {MOST_FOUND}"
    )
    return Condition(f"({found}) AS visit WHERE TRUE", (*match, *passing.cells))


def _when(query: VisitQuery) -> str:
    return "visit.starts_at < ?" if query.is_past else "visit.starts_at >= ?"


def _filters(query: VisitQuery, now: datetime) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    if query.within_days is not None:
        span = timedelta(days=query.within_days)
        edge = now - span if query.is_past else now + span
        yield (
            ("visit.starts_at >= ?" if query.is_past else "visit.starts_at < ?"),
            (utc_text(edge),),
        )
    if query.client is not None:
        of_client = "SELECT id FROM opportunity WHERE client = ?"
        yield f"visit.opportunity IN ({of_client})", (query.client,)
    if query.stages:
        yield f"visit.stage {AMONG}", (id_list(query.stages),)
    if query.colleague is not None:
        ours = "SELECT owner FROM visit_team WHERE target = ?"
        yield f"visit.id IN ({ours})", (query.colleague,)
    if query.needs_record:
        yield _NOT_RECORDED, ()


def visits_named(connection: Connection, ids: Iterable[str]) -> tuple[VisitRow, ...]:
    """The rows of some visits, in the order of ``ids``."""
    return tuple(map(_row, connection.rows(_ROWS, (id_list(ids),))))


_OPEN = "SELECT count(*) FROM follow_up WHERE follow_up.visit = visit.id AND done_on IS NULL"
_ROWS = f"""
SELECT visit.id, client.id, opportunity.id,
    client.name_zh, client.name_en, client.short_name_zh, client.short_name_en,
    opportunity.name_zh, opportunity.name_en, visit.purpose_zh, visit.purpose_en,
    visit.place_zh, visit.place_en, client.grade, visit.starts_at, client.time_zone,
    visit.stage, visit.minutes,
    (SELECT count(*) FROM visit_attendees WHERE owner = visit.id),
    EXISTS (SELECT 1 FROM visit_record WHERE visit_record.visit = visit.id),
    ({_OPEN})
FROM json_each(?) AS wanted
CROSS JOIN visit ON visit.id = wanted.value
JOIN opportunity ON opportunity.id = visit.opportunity
JOIN client ON client.id = opportunity.client
ORDER BY wanted.key
"""  # noqa: S608 - own names


def _row(row: Row) -> VisitRow:
    visit, client, opportunity, *names = map(str, row[:13])
    name, short_name, project, purpose, place = (Text(*names[i : i + 2]) for i in range(0, 10, 2))
    grade, starts_at, zone, stage = map(str, row[13:17])
    minutes, attendees, is_recorded, open_follow_ups = (int(cell or 0) for cell in row[17:])
    return VisitRow(
        id=VisitId(visit),
        client=ClientId(client),
        opportunity=OpportunityId(opportunity),
        client_name=short_name.filled_from(name),
        opportunity_name=project,
        purpose=purpose,
        place=place,
        grade=member(Grade, grade),
        starts_at=at_clients(datetime.fromisoformat(starts_at), zone),
        stage=member(Stage, stage),
        minutes=minutes,
        attendees=attendees,
        is_recorded=bool(is_recorded),
        open_follow_ups=open_follow_ups,
    )


def follow_ups_due(connection: Connection, last: date, limit: int) -> tuple[FollowUpRow, ...]:
    """The open follow-ups that are due up to ``last``, the earliest first, at most ``limit``."""
    rows = connection.rows(_FOLLOW_UPS, (last.isoformat(), limit))
    return tuple(map(_follow_up, rows))


def count_follow_ups_due(connection: Connection, last: date) -> int:
    """How many open follow-ups are due up to ``last``."""
    sql = "SELECT count(*) FROM follow_up WHERE done_on IS NULL AND due <= ?"
    return number(connection, sql, (last.isoformat(),))


_FOLLOW_UPS = """
SELECT follow_up.id, visit.id, client.id,
    client.name_zh, client.name_en, client.short_name_zh, client.short_name_en,
    follow_up.what_zh, follow_up.what_en, follow_up.owner_zh, follow_up.owner_en,
    follow_up.due, follow_up.is_for_client
FROM follow_up
JOIN visit ON visit.id = follow_up.visit
JOIN opportunity ON opportunity.id = visit.opportunity
JOIN client ON client.id = opportunity.client
WHERE follow_up.done_on IS NULL AND follow_up.due <= ?
ORDER BY follow_up.due, follow_up.id LIMIT ?
"""


def _follow_up(row: Row) -> FollowUpRow:
    step, visit, client, *names = map(str, row[:11])
    name, short_name, what, owner = (Text(*names[i : i + 2]) for i in range(0, 8, 2))
    return FollowUpRow(
        id=FollowUpId(step),
        visit=VisitId(visit),
        client=ClientId(client),
        client_name=short_name.filled_from(name),
        what=what,
        owner=owner,
        due=day(row[11]),
        is_for_client=bool(row[12]),
    )
