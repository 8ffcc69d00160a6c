"""One table a kind of record: its columns, its link tables and the SQL that walks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Generic, TypeVar, cast, get_origin, get_type_hints

from briefing_app.domain.export_record import ExportRecord
from briefing_app.domain.records import KINDS, Kind, Record
from briefing_app.store.connection import Row
from briefing_app.store.rows import Codec, Column, cell_writer, field_codecs, value_reader

R = TypeVar("R")

KIND_OF: dict[type, Kind] = {kind.record_type: kind for kind in KINDS}


@dataclass(frozen=True)
class Link:
    """A field that holds ids of other records, in order: a table (owner, position, target)."""

    field: str
    table: str

    @property
    def as_column(self) -> str:
        """The ids of an owner as one cell of JSON, as the field's codec reads it."""
        return (
            f'(SELECT json_group_array(target ORDER BY position) FROM "{self.table}"'  # noqa: S608
            f" WHERE owner = record.id)"
        )

    @property
    def clear(self) -> str:
        """Forgets the ids of an owner."""
        return f'DELETE FROM "{self.table}" WHERE owner = ?'  # noqa: S608 - own names

    @property
    def insert(self) -> str:
        """Adds one of the rows that `rows` makes."""
        return f'INSERT INTO "{self.table}" (owner, position, target) VALUES (?, ?, ?)'  # noqa: S608

    def rows(self, record: Record) -> Iterator[Row]:
        """The rows of a record that owns ids."""
        for position, target in enumerate(getattr(record, self.field)):
            yield record.id, position, target


@dataclass(frozen=True)
class Table(Generic[R]):
    """How records of one type are kept; make it with `table_of`."""

    name: str
    record_type: type[R]
    links: tuple[Link, ...]

    @cached_property
    def codecs(self) -> dict[str, Codec]:
        """All fields of the record, in order."""
        return field_codecs(self.record_type)

    @cached_property
    def own_codecs(self) -> dict[str, Codec]:
        """The fields that are kept in the table itself."""
        linked = {link.field for link in self.links}
        return {name: codec for name, codec in self.codecs.items() if name not in linked}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The table's own columns."""
        return tuple(column for codec in self.own_codecs.values() for column in codec.columns)

    @cached_property
    def select(self) -> str:
        """Reads whole records; append a condition on ``record``."""
        as_column = {link.field: link.as_column for link in self.links}
        parts = (
            as_column.get(name) or ", ".join(f'record."{c.name}"' for c in codec.columns)
            for name, codec in self.codecs.items()
        )
        return f'SELECT {", ".join(parts)} FROM "{self.name}" AS record'  # noqa: S608 - own names

    @cached_property
    def insert(self) -> str:
        """Adds a record; fails when there is one with its id."""
        names = ", ".join(f'"{column.name}"' for column in self.columns)
        marks = ", ".join("?" for _ in self.columns)
        return f'INSERT INTO "{self.name}" ({names}) VALUES ({marks})'  # noqa: S608 - own names

    @cached_property
    def upsert(self) -> str:
        """Adds a record or changes the one with its id, which keeps what refers to it."""
        changes = ", ".join(
            f'"{column.name}" = excluded."{column.name}"'
            for column in self.columns
            if column.name != "id"
        )
        return f"{self.insert} ON CONFLICT (id) DO UPDATE SET {changes}"

    def refers_by(self, field: str) -> str:
        """A condition on records whose field holds, or lists, the id that is its parameter."""
        link = next((link for link in self.links if link.field == field), None)
        if link is None:
            return f'record."{field}" = ?'
        return f'record.id IN (SELECT owner FROM "{link.table}" WHERE target = ?)'  # noqa: S608

    @cached_property
    def row(self) -> Callable[[R], Row]:
        """Makes of a record the cells of the table's own columns."""
        return cell_writer(self.own_codecs)

    def record(self, row: Row) -> R:
        """The record in a row that `select` read."""
        return self.record_type(**self._values(row))

    @cached_property
    def _values(self) -> Callable[[Row], dict[str, Any]]:
        return value_reader(self.codecs)


def table_of(record_type: type[R]) -> Table[R]:
    """The table of a kind of record."""
    return cast("Table[R]", _TABLES[record_type])


EXPORTS = Table("export", ExportRecord, ())


def _links(name: str, record_type: type) -> tuple[Link, ...]:
    hints = get_type_hints(record_type)
    references = dict(KIND_OF[record_type].references)
    return tuple(
        Link(f.name, f"{name}_{f.name}")
        for f in fields(record_type)
        if f.name in references and get_origin(hints[f.name]) is tuple
    )


_TABLES: dict[type, Table[Any]] = {
    kind.record_type: Table(kind.name, kind.record_type, _links(kind.name, kind.record_type))
    for kind in KINDS
}
