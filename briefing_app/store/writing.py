"""Writing records: in the order of their references, and with reasons when refused."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.domain.records import KINDS, Record, kind_of
from briefing_app.domain.stakeholder import Line
from briefing_app.store.circles import refuse_circles
from briefing_app.store.connection import Connection
from briefing_app.store.driver import driver
from briefing_app.store.references import refusal_to_delete, refusal_to_save
from briefing_app.store.search import index_changed, stored_records
from briefing_app.store.tables import Table, table_of


def write_records(connection: Connection, records: Sequence[Record]) -> None:
    """Add or change records and what search knows of them, within a transaction that an error
    undoes; see `Store.save`."""
    before = stored_records(connection, ((kind_of(record).name, record.id) for record in records))
    try:
        with connection.transaction():
            _write(connection, records)
    except driver().IntegrityError as error:
        reason = refusal_to_save(connection, records)
        if reason is None:
            raise
        raise reason from error
    refuse_circles(connection, {r.opportunity for r in records if isinstance(r, Line)})
    index_changed(connection, before, records)


def delete_record(connection: Connection, record: Record) -> None:
    """Delete a record and what belongs to it, within a transaction; see `Store.delete`."""
    sql = f'DELETE FROM "{kind_of(record).name}" WHERE id = ?'  # noqa: S608 - own names
    try:
        with connection.transaction():
            connection.run(sql, (record.id,))
    except driver().IntegrityError as error:
        raise refusal_to_delete(connection, record, sql) from error


def _write(connection: Connection, records: Sequence[Record]) -> None:
    for kind in KINDS:  # in this order each kind refers to earlier ones only
        of_kind = [record for record in records if type(record) is kind.record_type]
        if of_kind:
            _write_rows(connection, table_of(kind.record_type), of_kind)


def _write_rows(connection: Connection, table: Table[Record], records: Sequence[Record]) -> None:
    last_of_each = {record.id: record for record in records}.values()
    connection.run_many(table.upsert, [table.row(record) for record in last_of_each])
    for link in table.links:
        connection.run_many(link.clear, [(record.id,) for record in last_of_each])
        connection.run_many(
            link.insert, [row for record in last_of_each for row in link.rows(record)]
        )
