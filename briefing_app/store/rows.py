"""Records as rows: how each type of value stands in columns, read off the type hints.

Scalars are one column each. A value object (Text, Money, Evidence ...) is its fields' columns
under a common prefix. A tuple is one column of JSON: its order is part of the value and nobody
asks the database for a single item. Ids of other records are in link tables; see tables.py.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from briefing_app.store.connection import Cell, Row


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a strict table: ``storage`` is TEXT, INTEGER, REAL or BLOB."""

    name: str
    storage: str
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Codec:
    """How values of one type become cells and come back, cell for column."""

    columns: tuple[Column, ...]
    to_cells: Callable[[Any], Row]
    from_cells: Callable[[Row], Any]


def field_codecs(record_type: type) -> dict[str, Codec]:
    """A codec for each field of a dataclass, in the order of its fields."""
    hints = get_type_hints(record_type)
    return {f.name: codec_for(f.name, hints[f.name]) for f in fields(record_type)}


def codec_for(name: str, hint: Any) -> Codec:
    """The codec of a field called ``name``; TypeError for a type that no rule covers."""
    plain = getattr(hint, "__supertype__", hint)  # an id is a NewType of str
    if get_origin(plain) in (Union, types.UnionType):
        return _optional(name, plain)
    if get_origin(plain) is tuple:
        return _json(name, plain)
    if is_dataclass(plain) and isinstance(plain, type):
        return _value_object(name, plain)
    return _scalar(name, plain)


def _scalar(name: str, hint: Any) -> Codec:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _single(name, "TEXT", lambda member: member.value, hint)
    if hint not in _SCALARS:
        raise TypeError(f"no rule says how {name}: {hint} is stored")
    return _single(name, *_SCALARS[hint])


def _single(
    name: str, storage: str, write: Callable[[Any], Cell], read: Callable[[Any], Any]
) -> Codec:
    return Codec(
        (Column(name, storage),), lambda value: (write(value),), lambda cells: read(cells[0])
    )


def _optional(name: str, hint: Any) -> Codec:
    inner = codec_for(name, _without_none(hint))
    if inner.columns[0].is_optional:
        raise TypeError(f"{name}: {hint} leaves no column that tells whether there is a value")
    absent: Row = (None,) * len(inner.columns)
    return Codec(
        tuple(Column(column.name, column.storage, is_optional=True) for column in inner.columns),
        lambda value: absent if value is None else inner.to_cells(value),
        lambda cells: None if cells[0] is None else inner.from_cells(cells),
    )


def _without_none(hint: Any) -> Any:
    rest = [part for part in get_args(hint) if part is not types.NoneType]
    if len(rest) != 1:
        raise TypeError(f"a stored value has one type or is None, unlike {hint}")
    return rest[0]


def _value_object(prefix: str, value_type: type) -> Codec:
    hints = get_type_hints(value_type)
    parts = {f.name: codec_for(f"{prefix}_{f.name}", hints[f.name]) for f in fields(value_type)}
    to_cells, from_cells = cell_writer(parts), value_reader(parts)
    return Codec(
        tuple(column for codec in parts.values() for column in codec.columns),
        to_cells,
        lambda cells: value_type(**from_cells(cells)),
    )


def cell_writer(parts: Mapping[str, Codec]) -> Callable[[object], Row]:
    """What makes of a record the cells of those fields that ``parts`` names, in its order."""
    writers = [(name, codec.to_cells) for name, codec in parts.items()]
    return lambda record: tuple(
        cell for name, write in writers for cell in write(getattr(record, name))
    )


def value_reader(parts: Mapping[str, Codec]) -> Callable[[Row], dict[str, Any]]:
    """What makes of such cells the values of the fields by their names."""
    places, start = [], 0
    for name, codec in parts.items():
        end = start + len(codec.columns)
        places.append((name, codec.from_cells, slice(start, end)))
        start = end
    return lambda cells: {name: read(cells[place]) for name, read, place in places}


def _json(name: str, hint: Any) -> Codec:
    decoder = msgspec.json.Decoder(hint)

    def write(value: Sequence[object]) -> str:
        encoded = msgspec.json.encode(value)
        if not _reads_back(decoder, encoded, value):
            raise ValueError(f"{name} cannot be stored without loss: {value!r}")
        return encoded.decode()

    return _single(name, "TEXT", write, decoder.decode)


def _reads_back(decoder: msgspec.json.Decoder[Any], encoded: bytes, value: object) -> bool:
    try:
        return bool(decoder.decode(encoded) == value)
    except msgspec.ValidationError:  # a number that is not finite is written as null
        return False


def _utc_text(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a time zone cannot be stored: {moment}")
    return moment.astimezone(UTC).isoformat()


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise ValueError(f"a number that is not finite cannot be stored: {number}")
    return float(number)


_SCALARS: dict[Any, tuple[str, Callable[[Any], Cell], Callable[[Any], Any]]] = {
    str: ("TEXT", str, str),
    bool: ("INTEGER", int, bool),
    int: ("INTEGER", int, int),
    float: ("REAL", _finite, float),
    bytes: ("BLOB", bytes, bytes),
    date: ("TEXT", date.isoformat, date.fromisoformat),
    datetime: ("TEXT", _utc_text, datetime.fromisoformat),
}
