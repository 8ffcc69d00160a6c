"""Puts the rows of the sheets together again: records with the lists that hang below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing_app.domain.message import Message, say
from briefing_app.domain.text import Language
from briefing_app.exchange.columns import Role, Sheet, sheets_of, title_of
from briefing_app.exchange.drafts import Draft, Gaps
from briefing_app.exchange.naming import folded, names_in
from briefing_app.exchange.problems import Problems
from briefing_app.exchange.register import several_called
from briefing_app.exchange.tables import RowRead
from briefing_app.exchange.trees import Path, Tree


@dataclass(slots=True)
class Table:
    """A sheet of ours as it was read."""

    sheet: Sheet
    rows: list[RowRead] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    """A row of a list with the number that rows below it name it by."""

    row: RowRead
    number: str
    path: Path


@dataclass(slots=True)
class _Owner:
    """A record and the rows of all its lists."""

    row: RowRead
    id: str = ""
    named: str = ""
    parts: dict[tuple[str, ...], list[_Part]] = field(default_factory=dict)

    @property
    def tree(self) -> Tree:
        return self.row.tree

    def place(self, path: Path) -> Message:
        """Where the value at a path stands: in the row of its list, else in the record's."""
        found = (part for parts in self.parts.values() for part in parts)
        nearest = max(
            (part for part in found if path[: len(part.path)] == part.path),
            key=lambda part: len(part.path),
            default=None,
        )
        if nearest is None:
            return self.row.place(path)
        return nearest.row.place(path[len(nearest.path) :])


def assembled(tables: Iterable[Table], problems: Problems) -> list[Draft]:
    """A draft for each record that the tables tell of, in whole or in part."""
    by_kind: dict[str, dict[tuple[str, ...], Table]] = {}
    for table in tables:
        by_kind.setdefault(table.sheet.kind.name, {})[table.sheet.path] = table
    drafts: list[Draft] = []
    for kind, found in by_kind.items():
        drafts += _drafts_of(kind, found, problems)
    return drafts


def _drafts_of(kind: str, tables: dict[tuple[str, ...], Table], problems: Problems) -> list[Draft]:
    owners = _Owners(kind, tables[()].rows if () in tables else ())
    for sheet in sheets_of(kind):
        table = tables.get(sheet.path)
        if not sheet.path:
            continue
        if table is None:
            _note_missing(sheet, tables, problems)
            continue
        owners.empty(sheet)
        for row in table.rows:
            owners.attach(sheet, row, problems)
    return [
        Draft(kind, owner.id, owner.tree, owner.place, Gaps.CLEAR, owner.named, has_names=True)
        for owner in owners.all
    ]


class _Owners:
    """The records of one kind, found by the id or the name that a row below them gives."""

    def __init__(self, kind: str, rows: Sequence[RowRead]) -> None:
        self._kind = kind
        self._by_name: dict[str, list[_Owner]] = {}
        self.all = [_Owner(row, row.special.get(Role.ID, "")) for row in rows]
        for owner in self.all:
            for words in {folded(n) for n in (owner.id, *_called(kind, owner.tree)) if n}:
                self._by_name.setdefault(words, []).append(owner)
        self._by_id = {owner.id: owner for owner in self.all if owner.id}

    def empty(self, sheet: Sheet) -> None:
        """Say of every record in its own sheet that this list, whose sheet is there, is empty."""
        for owner in self.all:
            if len(sheet.path) == 1 and not owner.named:
                owner.tree.setdefault(sheet.path[0], None)

    def attach(self, sheet: Sheet, row: RowRead, problems: Problems) -> None:
        """Put a row into the list it belongs to."""
        written = row.special.get(Role.PARENT, "")
        if not written:
            problems.add(
                row.place((Role.PARENT.value,)), say("the row does not say what it belongs to.")
            )
            return
        owner = self._owner(written, row)
        if owner is None:
            problems.add(row.place((Role.PARENT.value,)), several_called(written))
        elif len(sheet.path) == 1:
            _append(owner, sheet, row, owner.tree, (), problems)
        else:
            self._attach_below(owner, sheet, row, problems)

    def _attach_below(self, owner: _Owner, sheet: Sheet, row: RowRead, problems: Problems) -> None:
        number = row.special.get(Role.PARENT_ROW, "")
        above = owner.parts.get(sheet.path[:-1], [])
        found = [part for part in above if part.number == number]
        if len(found) == 1:
            _append(owner, sheet, row, found[0].row.tree, found[0].path, problems)
            return
        fault = say(
            "there is no row {number} to belong to. There are: {expected}.",
            number=number or "?",
            expected=tuple(part.number for part in above) or ("-",),
        )
        problems.add(row.place((Role.PARENT_ROW.value,)), fault)

    def _owner(self, written: str, row: RowRead) -> _Owner | None:
        """The record called so; one that is not in the file is looked for in the data folder."""
        if written in self._by_id:
            return self._by_id[written]
        found = self._by_name.get(folded(written), [])
        if found:
            return found[0] if len(found) == 1 else None
        stub = RowRead(place_of_cell=row.place_of_cell)
        owner = _Owner(stub, named=written)
        self.all.append(owner)
        self._by_name[folded(written)] = [owner]
        return owner


def _called(kind: str, tree: Tree) -> list[str]:
    """What rows below may call a record by; a stakeholder by its person, as written there."""
    return [str(tree.get("person") or "")] if kind == "stakeholder" else names_in(kind, tree)


def _append(
    owner: _Owner, sheet: Sheet, row: RowRead, tree: Tree, path: Path, problems: Problems
) -> None:
    name = sheet.path[-1]
    if not tree.get(name):
        tree[name] = []
    tree[name].append(row.tree)
    parts = owner.parts.setdefault(sheet.path, [])
    position = len(tree[name]) - 1
    number = row.special.get(Role.ROW, "") or str(position + 1)
    if sheet.has_children and any(part.number == number for part in parts):
        fault = say("the row number {number} is there twice.", number=number)
        problems.add(row.place((Role.ROW.value,)), fault)
    parts.append(_Part(row, number, (*path, name, position)))


def _note_missing(sheet: Sheet, tables: dict[tuple[str, ...], Table], problems: Problems) -> None:
    """A list replaces the stored one, so the lists below it must be in the file as well."""
    above = tables.get(sheet.path[:-1])
    if len(sheet.path) > 1 and above is not None and above.rows:
        titles = " / ".join(title_of(sheet, language) for language in Language)
        fault = say("the sheet {sheet} is missing, which belongs to this one.", sheet=titles)
        problems.add(above.rows[0].place(()), fault)
