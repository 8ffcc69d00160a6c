"""Reading records of one kind; what every other part of the store reads with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TypeVar

from briefing_app.store.connection import Cell, Connection
from briefing_app.store.tables import Table

R = TypeVar("R")

AMONG = "IN (SELECT value FROM json_each(?))"
"""A condition on any number of ids; its parameter is made by `id_list`."""


ALL = -1
"""SQLite's limit for no limit."""


def read(
    connection: Connection,
    table: Table[R],
    condition: str = "TRUE",
    parameters: Sequence[Cell] = (),
    limit: int = ALL,
    offset: int = 0,
) -> tuple[R, ...]:
    """The records that meet an SQL ``condition`` on ``record``, sorted by id: at most
    ``limit`` of them, from ``offset`` on."""
    sql = f"{table.select} WHERE {condition} ORDER BY record.id LIMIT ? OFFSET ?"
    rows = connection.rows(sql, (*parameters, limit, offset))
    return tuple(table.record(row) for row in rows)


def id_list(ids: Iterable[str]) -> str:
    """Ids as the parameter of a condition with `AMONG`."""
    return json.dumps(list(ids))
