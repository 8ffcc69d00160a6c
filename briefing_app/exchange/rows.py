"""The rows of a table: what stands in each column for each record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from briefing_app.domain.records import KINDS, Record, kind_of
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Money
from briefing_app.exchange.cells import SEPARATOR, Raw, written, written_amount, written_time
from briefing_app.exchange.columns import Column, Part, Role, Sheet
from briefing_app.exchange.marks import EXAMPLE_MARK
from briefing_app.exchange.naming import Names


class RowWriter:
    """Turns records into rows; references are written as names where those are unique."""

    def __init__(
        self, records: Sequence[Record], language: Language, *, are_examples: bool = False
    ) -> None:
        """Rows of ``records`` in ``language``; examples are marked as such."""
        self._records: dict[str, list[Any]] = {kind.name: [] for kind in KINDS}
        for record in records:
            self._records[kind_of(record).name].append(record)
        self._language = language
        self._mark = EXAMPLE_MARK[language] if are_examples else ""
        self._names = Names(records)
        self._zones = self._zones_of_projects()

    def rows(self, sheet: Sheet) -> Iterator[list[Raw]]:
        """The rows of a sheet, one raw value a column."""
        for record in self._records[sheet.kind.name]:
            for numbers, part in _parts(record, sheet.path):
                yield [self._raw(record, part, numbers, column, sheet) for column in sheet.columns]

    def _raw(
        self, record: Any, part: Any, numbers: tuple[int, ...], column: Column, sheet: Sheet
    ) -> Raw:
        if column.role is Role.ID:
            return f"{self._mark}{record.id}"
        if column.role is Role.PARENT:
            name = self._names.written(sheet.kind.name, record.id, self._language)
            return f"{self._mark}{name}"
        if column.role is Role.PARENT_ROW:
            return numbers[-2]
        if column.role is Role.ROW:
            return numbers[-1]
        value = part
        for _owner, name in column.steps:
            value = getattr(value, name, None)
        return self._leaf(value, column, record)

    def _leaf(self, value: Any, column: Column, record: Any) -> Raw:
        if isinstance(value, Text):
            return value.zh if column.part is Part.ZH else value.en
        if isinstance(value, Money):
            is_amount = column.part is Part.AMOUNT
            return written_amount(value.minor, value.currency) if is_amount else value.currency
        if value is not None and column.shape.names:
            return self.reference(value, column.shape.names)
        if isinstance(value, datetime):
            return written_time(value, self._zones.get(record.opportunity, "UTC"))
        return written(value, self._language)

    def reference(self, value: str | tuple[str, ...], kind: str) -> str:
        """How a cell names a record of ``kind``, or several of them, by their ids."""
        if isinstance(value, tuple):
            names = (self._names.written(kind, item, self._language) for item in value)
            return SEPARATOR.join(names)
        return self._names.written(kind, value, self._language, is_alone=True)

    def _zones_of_projects(self) -> dict[str, str]:
        clients = {client.id: client.time_zone for client in self._records["client"]}
        return {
            project.id: clients[project.client]
            for project in self._records["opportunity"]
            if project.client in clients
        }


def _parts(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[int, ...], Any]]:
    """The parts under ``path`` with their row numbers, counted from 1, at each level."""
    if not path:
        yield (), value
        return
    for number, item in enumerate(getattr(value, path[0]), start=1):
        for numbers, part in _parts(item, path[1:]):
            yield (number, *numbers), part
