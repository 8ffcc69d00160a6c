"""The layout of the tables: which sheets there are and which columns each has.

It is generated from the records' types. A text takes two columns, money an amount and a
currency, a nested part its own fields; a list of parts gets a sheet of its own below the
sheet of its parent, whose first column names the parent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from briefing_app.domain.labels import Labelled
from briefing_app.domain.records import KIND_BY_NAME, Kind
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Money
from briefing_app.exchange import (
    field_guide_library,
    field_guide_people,
    field_guide_slides,
    field_guide_visit_record,
)
from briefing_app.exchange.guide_entry import Entry
from briefing_app.exchange.shapes import Shape, shapes
from briefing_app.wording import Wording, wording_in

GUIDE: Mapping[tuple[type, str], Entry] = {
    **field_guide_people.ENTRIES,
    **field_guide_library.ENTRIES,
    **field_guide_slides.ENTRIES,
    **field_guide_visit_record.ENTRIES,
}
"""What every field is called and explained as."""

SHEET_ORDER = (
    "client",
    "person",
    "opportunity",
    "need",
    "competitor",
    "stakeholder",
    "line",
    "visit",
    "follow_up",
    "visit_record",
    "company",
    "colleague",
    "product",
    "industry",
    "case",
    "slide_list",
)
"""What a newcomer fills first comes first; the own library follows.

Logos and photos have no sheet: a picture does not fit into a cell. A workbook leaves them as
they are.
"""


class Role(Enum):
    """What a column is for."""

    ID = "id"
    PARENT = "parent"
    PARENT_ROW = "parent-row"
    ROW = "row"
    VALUE = "value"


class Part(Enum):
    """Which part of a field a column holds."""

    ALL = "all"
    ZH = "zh"
    EN = "en"
    AMOUNT = "minor"
    CURRENCY = "currency"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the steps from the sheet's part down to a field, and which part of it."""

    role: Role
    steps: tuple[tuple[type[Any], str], ...] = ()
    part: Part = Part.ALL

    @property
    def shape(self) -> Shape:
        """The shape of the field that the column belongs to."""
        owner, name = self.steps[-1]
        return shapes(owner)[name]

    @property
    def path(self) -> tuple[str, ...]:
        """The path from the sheet's part to the value."""
        names = tuple(name for _owner, name in self.steps)
        return names if self.part is Part.ALL else (*names, self.part.value)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of records (empty ``path``) or of the parts in one of their lists."""

    kind: Kind
    path: tuple[str, ...]
    part_type: type[Any]
    columns: tuple[Column, ...]

    @property
    def has_children(self) -> bool:
        """True where another sheet hangs below the rows of this one."""
        return bool(self.path) and any(s.is_list_of_parts for s in shapes(self.part_type).values())


def label_of(owner: type[Any], name: str) -> str:
    """The message id of what a field is called."""
    return GUIDE[owner, name].label


@cache
def sheets_of(kind_name: str) -> tuple[Sheet, ...]:
    """The sheet of a kind, followed by those that hang below it."""
    kind = KIND_BY_NAME[kind_name]
    return tuple(_sheets(kind, (), kind.record_type))


def all_sheets() -> tuple[Sheet, ...]:
    """All sheets in the order of the workbook."""
    return tuple(sheet for name in SHEET_ORDER for sheet in sheets_of(name))


def _sheets(kind: Kind, path: tuple[str, ...], part_type: type[Any]) -> Iterator[Sheet]:
    yield Sheet(kind, path, part_type, tuple(_columns(path, part_type)))
    for name, shape in shapes(part_type).items():
        if shape.is_list_of_parts:
            yield from _sheets(kind, (*path, name), shape.item)


def _columns(path: tuple[str, ...], part_type: type[Any]) -> Iterator[Column]:
    if not path:
        yield Column(Role.ID)
    else:
        yield Column(Role.PARENT)
        if len(path) > 1:
            yield Column(Role.PARENT_ROW)
        if any(shape.is_list_of_parts for shape in shapes(part_type).values()):
            yield Column(Role.ROW)
    if part_type is Text:  # a list of texts has no fields to be named by
        yield Column(Role.VALUE, (), Part.ZH)
        yield Column(Role.VALUE, (), Part.EN)
        return
    yield from _value_columns(part_type, ())


def _value_columns(
    part_type: type[Any], steps: tuple[tuple[type[Any], str], ...]
) -> Iterator[Column]:
    for name, shape in shapes(part_type).items():
        here = (*steps, (part_type, name))
        if shape.is_list_of_parts or (name == "id" and not steps):
            continue
        if shape.item is Text:
            yield Column(Role.VALUE, here, Part.ZH)
            yield Column(Role.VALUE, here, Part.EN)
        elif shape.item is Money:
            yield Column(Role.VALUE, here, Part.AMOUNT)
            yield Column(Role.VALUE, here, Part.CURRENCY)
        elif shape.is_record_part:
            yield from _value_columns(shape.item, here)
        else:
            yield Column(Role.VALUE, here)


def title_of(sheet: Sheet, language: Language) -> str:
    """The sheet's name in a language, at most 31 characters: ``Products - Capabilities``."""
    wording = wording_in(language)
    names = [wording.phrase(sheet.kind.label)]
    owner: type[Any] = sheet.kind.record_type
    for name in sheet.path:
        names.append(wording.phrase(label_of(owner, name)))
        owner = shapes(owner)[name].item
    return " - ".join(names)


def header_of(column: Column, language: Language) -> str:
    """The column's header in a language: ``Company name (Chinese)``, ``Strategy: Agreed on``."""
    wording = wording_in(language)
    if column.role is Role.ID:
        return wording.phrase("Id")
    if column.role is Role.PARENT:
        return wording.phrase("Belongs to")
    if column.role is Role.PARENT_ROW:
        return wording.phrase("Row number above")
    if column.role is Role.ROW:
        return wording.phrase("Row number")
    return _with_part(wording, bare_header_of(column, language), column.part)


def bare_header_of(column: Column, language: Language) -> str:
    """The header of a value's column without telling which part of the value is meant."""
    wording = wording_in(language)
    names = [wording.phrase(label_of(*step)) for step in column.steps] or [
        wording.phrase("Wording")
    ]
    field = names[0]
    for name in names[1:]:
        field = wording.phrase("{group}: {field}", group=field, field=name)
    return field


def _with_part(wording: Wording, field: str, part: Part) -> str:
    if part is Part.ZH:
        return wording.phrase("{field} (Chinese)", field=field)
    if part is Part.EN:
        return wording.phrase("{field} (English)", field=field)
    if part is Part.CURRENCY:
        return wording.phrase("{field} (currency)", field=field)
    return field


def help_of(
    sheet: Sheet, column: Column, language: Language, *, choosing: str | None = None
) -> str:
    """What belongs in the column, in a language.

    ``choosing`` says how another record is named, in place of the sheet on which it stands.
    """
    wording = wording_in(language)
    if column.role is Role.ID:
        return wording.phrase(
            "Leave it empty for something new. Do not change an id that is there: with it, "
            "empty cells of the row clear what was stored."
        )
    if column.role is Role.PARENT:
        title = title_of(sheets_of(sheet.kind.name)[0], language)
        return wording.phrase("The name or id as on the sheet {sheet}.", sheet=title)
    if column.role is Role.PARENT_ROW:
        above = next(s for s in sheets_of(sheet.kind.name) if s.path == sheet.path[:-1])
        return wording.phrase(
            "The row number as on the sheet {sheet}.", sheet=title_of(above, language)
        )
    if column.role is Role.ROW:
        return wording.phrase("1, 2, 3 and so on within what the row belongs to.")
    return wording.sentences(_value_help(column, wording, choosing))


def _value_help(column: Column, wording: Wording, choosing: str | None) -> Iterator[str]:
    if not column.steps:
        yield wording.phrase("One a row, in one sentence.")
        return
    owner, name = column.steps[-1]
    if is_needed(column):
        yield _needed(column, wording)
    if column.part is Part.CURRENCY:
        yield wording.phrase("Three letters, such as CNY.")
        return
    yield wording.phrase(GUIDE[owner, name].help)
    yield from _form_help(column.shape, wording, choosing)


def is_needed(column: Column) -> bool:
    """True for a column that no new row can do without, at least in one language."""
    if column.role is not Role.VALUE:
        return column.role is not Role.ID
    if column.part is Part.CURRENCY or (column.steps and column.shape.is_many):
        return False  # there is a usual currency, and a list may be empty
    return all(shapes(part)[step].is_required for part, step in column.steps)


def _needed(column: Column, wording: Wording) -> str:
    if column.part in (Part.ZH, Part.EN):
        return wording.phrase("Needed in Chinese or English.")
    return wording.phrase("Needed.")


def _form_help(shape: Shape, wording: Wording, choosing: str | None) -> Iterator[str]:
    if issubclass(shape.item, Labelled) and shape.is_many:
        labels = "; ".join(wording.label(member) for member in shape.item)
        yield wording.phrase("Choose from: {labels}.", labels=labels)
    if shape.names and choosing is not None:
        yield choosing
    elif shape.names:
        title = title_of(sheets_of(shape.names)[0], wording.language)
        yield wording.phrase("The name or id as on the sheet {sheet}.", sheet=title)
    if shape.is_many:
        yield wording.phrase("Put ; between several.")
