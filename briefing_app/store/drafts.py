"""Words that are not part of a record yet. They are no acts: undo is not about them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from briefing_app.domain.draft import Draft, Spot
from briefing_app.domain.records import KINDS
from briefing_app.domain.text import Text
from briefing_app.store.connection import Connection
from briefing_app.store.journal import Journal


class Drafts:
    """What was typed and is not kept; see `Store.drafts`."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._connection = connection
        self._journal = journal

    def all(self) -> tuple[Draft, ...]:
        """Every draft."""
        return tuple(self._read())

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of what was kept at its spot."""
        with self._journal.transaction():
            self._connection.run(
                "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*_key(draft.spot), _json(draft.written), _json(draft.before), *draft.reason.both),
            )

    def drop(self, spot: Spot) -> None:
        """Forget what is kept at a spot, if anything is."""
        with self._journal.transaction():
            self._connection.run(
                "DELETE FROM draft WHERE kind = ? AND record_id = ? AND path = ?", _key(spot)
            )

    def _read(self) -> Iterator[Draft]:
        rows = self._connection.rows("SELECT * FROM draft ORDER BY kind, record_id, path")
        for kind, record_id, path, written, before, zh, en in (map(str, row) for row in rows):
            spot = Spot(kind, record_id, tuple(json.loads(path)))
            yield Draft(spot, json.loads(written), json.loads(before), Text(zh, en))


def drop_orphans(connection: Connection) -> None:
    """Forget the drafts of records that are gone."""
    for kind in KINDS:
        connection.run(
            "DELETE FROM draft WHERE kind = ?"  # noqa: S608 - own names
            f' AND record_id NOT IN (SELECT id FROM "{kind.name}")',
            (kind.name,),
        )


def _key(spot: Spot) -> tuple[str, str, str]:
    return spot.kind, spot.record_id, _json(spot.path)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
