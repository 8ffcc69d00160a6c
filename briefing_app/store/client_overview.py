"""One narrow row a client, by which lists of clients are sorted and filtered.

A page anywhere in a list of 100,000 comes in a few milliseconds only from an index that holds
all that is asked of a row: the names as they are sorted, grade, industry, city, and the latest
days of visits and contacts. These are the latest of all, whatever the day is today: a client
has a visit ahead when its latest one is not past yet.

The row is written with the client's entry in the search index and carries its number. What
belongs to a client is watched by triggers, so that no way of writing can pass it by; ``changed``
counts up, so that the client changed last has the highest number.
"""

from __future__ import annotations

from briefing_app.domain.client import Client, Grade
from briefing_app.store.connection import Cell, Connection

GRADE_RANKS = {grade: rank for rank, grade in enumerate(Grade)}
"""S before A, B and C."""

_OF_OPPORTUNITY = "(SELECT client FROM opportunity WHERE id = {row}.opportunity)"
_OF_VISIT = (
    "(SELECT opportunity.client FROM visit JOIN opportunity ON opportunity.id = visit.opportunity"
    " WHERE visit.id = {row}.visit)"
)
_WATCHED = {
    "person": "{row}.client",
    "opportunity": "{row}.client",
    "need": _OF_OPPORTUNITY,
    "competitor": _OF_OPPORTUNITY,
    "stakeholder": _OF_OPPORTUNITY,
    "line": _OF_OPPORTUNITY,
    "visit": _OF_OPPORTUNITY,
    "follow_up": _OF_VISIT,
    "visit_record": _OF_VISIT,
}
"""The kinds that belong to a client, and how it is found from a row of theirs."""

_LATEST_VISIT = """(
    SELECT max(visit.starts_at)
    FROM opportunity JOIN visit ON visit.opportunity = opportunity.id
    WHERE opportunity.client = {client}
)"""
_LATEST_CONTACT = "(SELECT max(last_contact) FROM person WHERE client = {client})"
_NEXT_NUMBER = "(SELECT ifnull(max(changed), 0) + 1 FROM client_overview)"


def _trigger(kind: str, owner: str, act: str) -> str:
    rows = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}[act]
    owners = ", ".join(owner.format(row=row) for row in rows)
    return f"""
CREATE TRIGGER {kind}_{act.lower()}_changes_client AFTER {act} ON {kind} BEGIN
    UPDATE client_overview SET
        latest_visit = {_LATEST_VISIT.format(client="client_overview.client")},
        latest_contact = {_LATEST_CONTACT.format(client="client_overview.client")},
        changed = {_NEXT_NUMBER}
    WHERE client IN ({owners});
END;"""  # noqa: S608 - own names


_FILTERED = "grade, industry, city, latest_visit, latest_contact"

_OVERVIEW = f"""
CREATE TABLE client_overview (
    entry INTEGER PRIMARY KEY,
    client TEXT NOT NULL UNIQUE REFERENCES client (id) ON DELETE CASCADE,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    grade INTEGER NOT NULL,
    industry TEXT NOT NULL,
    city TEXT NOT NULL,
    latest_visit TEXT,
    latest_contact TEXT,
    changed INTEGER NOT NULL
) STRICT;
CREATE INDEX client_overview_by_name_zh ON client_overview (name_zh, {_FILTERED});
CREATE INDEX client_overview_by_name_en ON client_overview (name_en, {_FILTERED});
CREATE INDEX client_overview_by_grade_zh ON client_overview
    (grade, name_zh, industry, city, latest_visit, latest_contact);
CREATE INDEX client_overview_by_grade_en ON client_overview
    (grade, name_en, industry, city, latest_visit, latest_contact);
CREATE INDEX client_overview_by_change ON client_overview (changed, {_FILTERED});
CREATE INDEX client_overview_by_visit ON client_overview (latest_visit);
CREATE INDEX client_overview_by_city ON client_overview (city);
CREATE INDEX person_last_contact ON person (client, last_contact);
CREATE INDEX follow_up_open ON follow_up (due) WHERE done_on IS NULL;
"""

_SORTED_NAMES = """
ALTER TABLE search_entry ADD COLUMN sorted_zh TEXT NOT NULL DEFAULT '';
ALTER TABLE search_entry ADD COLUMN sorted_en TEXT NOT NULL DEFAULT '';
DELETE FROM search_entry;
"""
"""An emptied table makes the store write index and overview anew when it is opened."""

CLIENT_OVERVIEW_SCHEMA = "".join(
    [
        _OVERVIEW,
        _SORTED_NAMES,
        *(
            _trigger(kind, owner, act)
            for kind, owner in _WATCHED.items()
            for act in ("INSERT", "UPDATE", "DELETE")
        ),
    ]
)
"""A part of the second schema; never changed once that is released."""

_WRITE = f"""
INSERT INTO client_overview (
    entry, client, name_zh, name_en, grade, industry, city, latest_visit, latest_contact, changed
)
VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7,
    {_LATEST_VISIT.format(client="?2")}, {_LATEST_CONTACT.format(client="?2")}, {_NEXT_NUMBER}
)
ON CONFLICT (client) DO UPDATE SET
    entry = excluded.entry, name_zh = excluded.name_zh, name_en = excluded.name_en,
    grade = excluded.grade, industry = excluded.industry, city = excluded.city,
    latest_visit = excluded.latest_visit, latest_contact = excluded.latest_contact,
    changed = excluded.changed
"""  # noqa: S608 - own names


def write_overview(
    connection: Connection, entry: Cell, client: Client, sorted_names: tuple[str, str]
) -> None:
    """Write the row of a client that is stored already; ``entry`` is that of its search entry."""
    connection.run(_WRITE, (entry, client.id, *sorted_names, *_filtered_by(client)))


def refresh_overview(connection: Connection, client: Client) -> None:
    """Bring the row of a client up to date that is stored under the same names as before."""
    connection.run(
        "UPDATE client_overview SET grade = ?, industry = ?, city = ?,"  # noqa: S608 - own names
        f" changed = {_NEXT_NUMBER} WHERE client = ?",
        (*_filtered_by(client), client.id),
    )


def _filtered_by(client: Client) -> tuple[int, str, str]:
    return GRADE_RANKS[client.grade], client.industry, client.city.zh or client.city.en


def clear_overview(connection: Connection) -> None:
    """Forget all rows, before they are made anew; within a transaction."""
    connection.run("DELETE FROM client_overview")
