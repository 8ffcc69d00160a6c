"""The steps of an act, and how each is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from briefing_app.store.connection import Cell, Connection
from briefing_app.store.journal_triggers import PLACES, Deed, Place


@dataclass(frozen=True, slots=True)
class Step:
    """What was done to one row.

    ``cells`` holds of a row that was added its key, of one that was deleted all columns, and of
    one that was changed what each changed column held before and held then.
    """

    place: Place
    record: str
    deed: Deed
    cells: dict[str, Any]


def steps_of(connection: Connection, act: int) -> list[Step]:
    """The steps of an act, the last first."""
    rows = connection.rows(
        "SELECT place, record, deed, cells FROM act_step WHERE act = ? ORDER BY id DESC", (act,)
    )
    return [
        Step(PLACES[str(place)], str(record), Deed(str(deed)), msgspec.json.decode(str(cells)))
        for place, record, deed, cells in rows
    ]


def touched_by(steps: Iterable[Step]) -> tuple[tuple[str, str], ...]:
    """Kind and id of each record that the steps concern, once."""
    found = ((step.place.kind, step.record) for step in steps if step.place.kind)
    return tuple(dict.fromkeys(found))


def take_back(connection: Connection, step: Step) -> bool:
    """Undo a step; False where its row is not as the step left it."""
    match step.deed:
        case Deed.ADDED:
            keys = " AND ".join(f'"{name}" = ?' for name in step.cells)
            sql = f'DELETE FROM "{step.place.table}" WHERE {keys}'  # noqa: S608 - own names
            return connection.run(sql, tuple(step.cells.values())) == 1
        case Deed.DELETED:
            return _insert(connection, step, step.cells)
        case Deed.CHANGED:
            return _change_back(connection, step)


def put_back(connection: Connection, step: Step) -> None:
    """Undo a step of a deletion although other acts followed.

    What was changed since stays as it was changed. A list that lost a member gets it again, at
    its end where its place is taken; nothing where the list is gone or holds it already.
    """
    if step.place.is_list and step.deed is Deed.DELETED:
        _put_into_list(connection, step)
    else:
        take_back(connection, step)


def _put_into_list(connection: Connection, step: Step) -> None:
    table, owner = step.place.table, f'SELECT 1 FROM "{step.place.kind}" WHERE id = ?'  # noqa: S608
    held = connection.rows(
        f'SELECT position, target FROM "{table}" WHERE owner = ?',  # noqa: S608 - own names
        (step.record,),
    )
    positions = [int(position or 0) for position, _ in held]
    is_held = step.cells["target"] in [target for _, target in held]
    if is_held or not connection.rows(owner, (step.record,)):
        return
    wanted = step.cells["position"]
    place = max(positions) + 1 if wanted in positions else wanted
    _insert(connection, step, {**step.cells, "position": place})


def _insert(connection: Connection, step: Step, cells: Mapping[str, Any]) -> bool:
    names = ", ".join(f'"{name}"' for name in cells)
    marks = ", ".join("?" for _ in cells)
    sql = f'INSERT INTO "{step.place.table}" ({names}) VALUES ({marks})'  # noqa: S608 - own names
    row = [_cell(step, name, value) for name, value in cells.items()]
    return connection.run(sql, row) == 1


def _change_back(connection: Connection, step: Step) -> bool:
    changes = ", ".join(f'"{name}" = ?' for name in step.cells)
    as_left = " AND ".join(f'"{name}" IS ?' for name in step.cells)
    before = [_cell(step, name, pair[0]) for name, pair in step.cells.items()]
    after = [_cell(step, name, pair[1]) for name, pair in step.cells.items()]
    sql = f'UPDATE "{step.place.table}" SET {changes} WHERE id = ? AND {as_left}'  # noqa: S608
    return connection.run(sql, (*before, step.record, *after)) == 1


def _cell(step: Step, name: str, value: Any) -> Cell:
    is_blob = name in step.place.blobs and value is not None
    cell: Cell = bytes.fromhex(value) if is_blob else value
    return cell
