"""The exports that were made: their records, and in a packed form what they said."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import cast

import msgspec

from briefing_app.domain.export_record import ExportContent, ExportRecord
from briefing_app.errors import UserError
from briefing_app.store.connection import Connection
from briefing_app.store.finding import NAMES_SHOWN, SHORTEST_ENDING
from briefing_app.store.reading import read
from briefing_app.store.tables import EXPORTS


def add(connection: Connection, export: ExportRecord, content: ExportContent | None) -> None:
    """Keep an export; it fails where one with its id is kept."""
    connection.run(EXPORTS.insert, EXPORTS.row(export))
    if content is not None:
        packed = zlib.compress(msgspec.json.encode(content))
        connection.run("INSERT INTO export_content VALUES (?, ?)", (export.id, packed))


def newest(connection: Connection, limit: int) -> tuple[ExportRecord, ...]:
    """The last exports of anything, the oldest of them first."""
    last = "record.id IN (SELECT id FROM export ORDER BY made_at DESC, id DESC LIMIT ?)"
    return in_order_of_time(read(connection, EXPORTS, last, (limit,)))


def in_order_of_time(exports: Iterable[ExportRecord]) -> tuple[ExportRecord, ...]:
    """The oldest first."""
    return tuple(sorted(exports, key=lambda export: export.made_at))


def content_of(connection: Connection, export_id: str) -> ExportContent | None:
    """What an export said; ``None`` where that was not kept."""
    rows = connection.rows("SELECT content FROM export_content WHERE export = ?", (export_id,))
    if not rows:
        return None
    packed = cast("bytes", rows[0][0])
    return msgspec.json.decode(zlib.decompress(packed), type=ExportContent)


def find(connection: Connection, text: str) -> ExportRecord:
    """The export that is meant by its id or the end of it (4 characters or more).

    UserError when it is none or several.
    """
    wanted = text.strip()
    found = read(connection, EXPORTS, "record.id = ?", (wanted,))
    if not found and len(wanted) >= SHORTEST_ENDING:
        found = read(connection, EXPORTS, "substr(record.id, -length(?)) = ?", (wanted, wanted))
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(
            "“{text}” may mean the exports {candidates}. Give more of the id.",
            text=wanted,
            candidates=tuple(export.id for export in found[:NAMES_SHOWN]),
        )
    raise UserError(
        "“{text}” is neither an export nor a folder. “briefing-app exports VISIT” lists the exports"
        " of a visit.",
        text=wanted,
    )
