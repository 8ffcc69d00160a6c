"""From rows of cells to drafts: shared by workbooks and CSV files.

A table is a header row and rows of raw cells with a name for each cell's place. Which column
is which follows the header, in either language and in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

from rapidfuzz import fuzz, process

from briefing_app.domain.message import Message, say
from briefing_app.domain.text import Language
from briefing_app.exchange.cells import Raw, UnreadableCell, as_text, in_minor_units, read
from briefing_app.exchange.columns import (
    Column,
    Part,
    Role,
    Sheet,
    bare_header_of,
    header_of,
    label_of,
)
from briefing_app.exchange.naming import folded
from briefing_app.exchange.problems import Problems
from briefing_app.exchange.trees import Path, Tree

PlaceOfCell: TypeAlias = Callable[[int], Message]
"""Names the cell in a column, counted from 0, of one row."""

_NEAR = 75  # of 100: close enough to be worth suggesting
_USUAL_CURRENCY = "CNY"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a header cell stands for; ``is_bare`` where it does not say which language."""

    column: Column
    is_bare: bool = False


@dataclass(slots=True)
class RowRead:
    """One row: its tree, the special cells and where each value stands."""

    place_of_cell: PlaceOfCell
    tree: Tree = field(default_factory=dict)
    special: dict[Role, str] = field(default_factory=dict)
    columns: dict[Path, int] = field(default_factory=dict)

    def place(self, path: Path) -> Message:
        """Where the value at ``path`` stands: its own cell, else the nearest one to it."""
        wanted = tuple(step for step in path if isinstance(step, str))
        while wanted:
            for known, column in self.columns.items():
                if known[: len(wanted)] == wanted:
                    return self.place_of_cell(column)
            wanted = wanted[:-1]
        return self.place_of_cell(0)


@cache
def headings(sheet: Sheet) -> Mapping[str, Heading]:
    """Every header that a sheet's columns go by, folded."""
    found: dict[str, Heading] = {}
    for language in Language:
        for column in sheet.columns:
            if column.part in (Part.ZH, Part.EN):
                bare = folded(bare_header_of(column, language))
                found.setdefault(bare, Heading(column, is_bare=True))
    for language in Language:
        for column in sheet.columns:
            found[folded(header_of(column, language))] = Heading(column)
    found.pop("", None)
    return found


def read_header(
    sheet: Sheet,
    cells: Sequence[Raw],
    place_of_cell: PlaceOfCell,
    problems: Problems,
    aliases: Mapping[str, Heading] | None = None,
) -> list[Heading | None]:
    """What each column is; unknown and repeated headers are noted."""
    known = {**headings(sheet), **(aliases or {})}
    found: list[Heading | None] = []
    for number, raw in enumerate(cells):
        words = as_text(raw)
        heading = known.get(folded(words))
        if heading is None and folded(words):
            problems.add(place_of_cell(number), _unknown_column(words, sheet))
        elif heading is not None and heading in found:
            problems.add(
                place_of_cell(number),
                say("the column {name} is there twice. Keep one of them.", name=words),
            )
        found.append(heading)
    return found


def _unknown_column(words: str, sheet: Sheet) -> Message:
    names = {
        folded(header_of(column, language)): header_of(column, language)
        for language in Language
        for column in sheet.columns
    }
    near = process.extractOne(folded(words), names.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if near is not None:
        return say(
            "there is no column {name}. Did you mean {near}?", name=words[:60], near=names[near[0]]
        )
    return say(
        "there is no column {name}. Rename it or delete the column. Known are: {expected}.",
        name=words[:60],
        expected=tuple(dict.fromkeys(map(_field_name, sheet.columns))),
    )


def _field_name(column: Column) -> Message:
    """What a column is called, its language left out, in a sentence of either language."""
    label = label_of(*column.steps[-1]) if column.steps else header_of(column, Language.EN)
    return Message(label)


def has_mark(heads: Sequence[Heading | None], cells: Sequence[Raw], marks: tuple[str, ...]) -> bool:
    """True for a row whose id or parent begins with one of ``marks``, and is thus no data."""
    return any(
        head is not None
        and head.column.role is not Role.VALUE
        and folded(as_text(raw)).startswith(marks)
        for head, raw in zip(heads, cells, strict=False)
    )


def is_blank(cells: Iterable[Raw]) -> bool:
    """True for a row with nothing but spaces."""
    return all(not as_text(raw).strip() for raw in cells)


def read_row(
    heads: Sequence[Heading | None],
    cells: Sequence[Raw],
    place_of_cell: PlaceOfCell,
    problems: Problems,
) -> RowRead:
    """The values of a row; unreadable cells are noted and left out."""
    row = RowRead(place_of_cell=place_of_cell)
    for number, head in enumerate(heads):
        raw = cells[number] if number < len(cells) else None
        if head is None:
            continue
        if head.column.role is not Role.VALUE:
            row.special[head.column.role] = as_text(raw).strip()
            row.columns[(head.column.role.value,)] = number
            continue
        path = _path(head, raw)
        row.columns[path] = number
        try:
            value = read(raw, head.column)
        except UnreadableCell as error:
            problems.add(place_of_cell(number), error.fault)
            value = None
        if head.is_bare and value is None:
            _put_empty(row.tree, path[:-1])
        else:
            _put(row.tree, path, value)
    _scale_amounts(heads, row, problems)
    return row


def unexpected(heads: Sequence[Heading | None], cells: Sequence[Raw]) -> Iterator[int]:
    """The columns that hold something under no header."""
    for number, raw in enumerate(cells):
        is_known = number < len(heads) and heads[number] is not None
        if not is_known and as_text(raw).strip():
            yield number


def _path(head: Heading, raw: Raw) -> tuple[str, ...]:
    path = head.column.path or (head.column.part.value,)
    if not head.is_bare:
        return path
    return (*path[:-1], Language.of(as_text(raw)).value)


def _put(tree: Tree, path: tuple[str, ...], value: Any) -> None:
    for name in path[:-1]:
        tree = tree.setdefault(name, {})
    tree[path[-1]] = value


def _put_empty(tree: Tree, path: tuple[str, ...]) -> None:
    """Say of a text that neither language has words, but for what other columns tell."""
    for name in path:
        tree = tree.setdefault(name, {})
    for language in Language:
        tree.setdefault(language.value, None)


def _scale_amounts(heads: Sequence[Heading | None], row: RowRead, problems: Problems) -> None:
    """Turn amounts into minor units, which only the currency beside them tells."""
    for head in heads:
        if head is None or head.column.part is not Part.AMOUNT:
            continue
        money = _money_at(row.tree, head.column.path[:-1])
        amount = money[Part.AMOUNT.value]
        if not isinstance(amount, Decimal):
            continue
        currency = money.get(Part.CURRENCY.value) or _USUAL_CURRENCY
        try:
            money.update(minor=in_minor_units(amount, currency), currency=currency)
        except UnreadableCell as error:
            problems.add(row.place(head.column.path), error.fault)
            money.update(minor=0)


def _money_at(tree: Tree, path: tuple[str, ...]) -> Tree:
    for name in path:
        tree = tree[name]
    return tree
