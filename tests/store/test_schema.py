"""The stored tables are what records need, column by column and reference by reference."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.domain.records import KINDS, Kind
from briefing_app.store.driver import driver, toolbox
from briefing_app.store.store import DATABASE, Store
from briefing_app.store.tables import EXPORTS, Table, table_of

TABLES = [*(table_of(kind.record_type) for kind in KINDS), EXPORTS]


@pytest.fixture
def database(store: Store, tmp_path: Path):
    """sqlite-utils on the file of an empty store."""
    connection = driver().connect(str(tmp_path / DATABASE))
    yield toolbox(connection)
    connection.close()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_has_the_columns_of_its_records(database, table: Table) -> None:
    stored = {(c.name, c.type, not c.notnull) for c in database[table.name].columns}
    assert stored == {(c.name, c.storage, c.is_optional) for c in table.columns}
    assert database[table.name].strict
    assert database[table.name].pks == ["id"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_reference_is_a_foreign_key_with_an_index(database, kind: Kind) -> None:
    links = {link.field: link.table for link in table_of(kind.record_type).links}
    for field, target in kind.references:
        table, column = (links[field], "target") if field in links else (kind.name, field)
        keys = {(key.column, key.other_table) for key in database[table].foreign_keys}
        assert (column, target) in keys
        assert any(index.columns[0] == column for index in database[table].indexes)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("cell_size_check", 1)],
)
def test_a_store_is_opened_durable_and_strict(store: Store, pragma: str, value: object) -> None:
    assert store._connection.pragma(pragma) == value
