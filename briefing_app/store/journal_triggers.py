"""What writes the journal: triggers on every table of records, made from the tables as they are.

They live in the connection and not in the file, so a migration cannot leave a stale one. They
see what cascades and other triggers write, too. After SQLite's recipe, sqlite.org/undoredo.html.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing_app.domain.records import KINDS
from briefing_app.store.connection import Connection
from briefing_app.store.tables import table_of


class Deed(StrEnum):
    """What was done to a row."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Place:
    """A table whose rows are journalled.

    ``kind`` and the column ``record`` name the record that a row belongs to; ``kind`` is ``""``
    for what is no part of a record. Columns in ``blobs`` hold bytes.
    """

    table: str
    kind: str
    record: str
    deeds: frozenset[Deed] = frozenset(Deed)
    blobs: frozenset[str] = frozenset()

    @property
    def is_list(self) -> bool:
        """True for the ids that a field of a record lists."""
        return self.record == "owner"


def _places() -> Iterator[Place]:
    for kind in KINDS:
        table = table_of(kind.record_type)
        blobs = frozenset(column.name for column in table.columns if column.storage == "BLOB")
        yield Place(kind.name, kind.name, "id", blobs=blobs)
        for link in table.links:
            yield Place(link.table, kind.name, "owner")
    yield Place("planning_threshold", "planning_threshold", "id")
    yield Place("set_aside", "visit", "visit")
    # An export is history. What it said goes with its visit, and must come back with it.
    only_deleted, content = frozenset({Deed.DELETED}), frozenset({"content"})
    yield Place("export_content", "", "export", only_deleted, content)


PLACES: Mapping[str, Place] = {place.table: place for place in _places()}

OPEN_ACT = "open_act"
"""The table of one row that says into which act is written now."""

_EVENTS = {
    Deed.ADDED: ("INSERT", "NEW"),
    Deed.CHANGED: ("UPDATE", "NEW"),
    Deed.DELETED: ("DELETE", "OLD"),
}


def make_triggers(connection: Connection) -> None:
    """Make the triggers for the tables of this database; once a connection."""
    connection.control(
        f"CREATE TEMP TABLE {OPEN_ACT} (row INTEGER PRIMARY KEY, act INTEGER NOT NULL)"
    )
    for place in PLACES.values():
        described = connection.rows(f'PRAGMA table_info("{place.table}")')
        columns = {str(name): bool(key) for _, name, _, _, _, key in described}
        for deed in sorted(place.deeds):
            connection.control(_trigger(place, deed, columns))


def _trigger(place: Place, deed: Deed, columns: Mapping[str, bool]) -> str:
    """``columns`` says of each whether it is a part of the key."""
    event, row = _EVENTS[deed]
    return (
        f"CREATE TEMP TRIGGER journal_{place.table}_{deed}"  # noqa: S608 - own names
        f' AFTER {event} ON main."{place.table}" BEGIN'
        " INSERT INTO act_step (act, place, record, deed, cells)"
        f" SELECT (SELECT act FROM {OPEN_ACT}), '{place.table}', {row}.\"{place.record}\","
        f" '{deed}', {_cells(place, deed, columns)}; END"
    )


def _cells(place: Place, deed: Deed, columns: Mapping[str, bool]) -> str:
    """The key of a row that was added, all of one that was deleted, and of one that was changed
    what each changed column held before and holds now."""
    if deed is Deed.ADDED:
        return _object(place, "NEW", [name for name, is_key in columns.items() if is_key])
    if deed is Deed.DELETED:
        return _object(place, "OLD", columns)
    pairs = " UNION ALL ".join(
        f"SELECT '{name}' AS name, {_cell(place, 'OLD', name)} AS before,"
        f" {_cell(place, 'NEW', name)} AS after"
        for name in columns
    )
    return (
        "json_group_object(name, json_array(before, after))"
        f" FROM ({pairs}) WHERE before IS NOT after HAVING count(*)"
    )


def _object(place: Place, row: str, names: Iterable[str]) -> str:
    cells = ", ".join(f"'{name}', {_cell(place, row, name)}" for name in names)
    return f"json_object({cells})"


def _cell(place: Place, row: str, name: str) -> str:
    """A column as something that JSON holds: bytes as hexadecimal digits."""
    value = f'{row}."{name}"'
    return f"iif({value} IS NULL, NULL, hex({value}))" if name in place.blobs else value
