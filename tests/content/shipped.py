"""The packs and samples that come with the program, read once for the tests of their content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from briefing_app.domain.records import Record, kind_of
from briefing_app.domain.text import Text
from briefing_app.exchange.json_data import decode
from briefing_app.paths import assets_folder

R = TypeVar("R")

FILES = tuple(
    path
    for folder in ("packs", "samples")
    for path in sorted((assets_folder() / folder).glob("*.json"))
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value somewhere in a record: the part that holds it, the field, and the way there."""

    place: str
    owner: Any
    field: str
    value: Any


def name_of(path: Path) -> str:
    """``packs/games.json``: enough to find the file."""
    return f"{path.parent.name}/{path.name}"


@cache
def records_in(path: Path) -> tuple[Record, ...]:
    """The records of one file."""
    return decode(path.read_bytes(), name_of(path))


@cache
def everything() -> tuple[Record, ...]:
    """The records of all files together."""
    return tuple(record for path in FILES for record in records_in(path))


def every(record_type: type[R]) -> list[R]:
    """All records of one type."""
    return [record for record in everything() if isinstance(record, record_type)]


def parts(record: Record) -> Iterator[Found]:
    """Every field of a record and of the parts within it."""
    yield from _parts(record, f"{kind_of(record).name} {record.id}")


def parts_of(path: Path, value_type: type) -> list[Found]:
    """Every value of that type in a file."""
    return [
        found
        for record in records_in(path)
        for found in parts(record)
        if isinstance(found.value, value_type)
    ]


def texts_in(path: Path) -> list[Found]:
    """Every text of a file that somebody wrote."""
    return [found for found in parts_of(path, Text) if found.value]


def _parts(owner: Any, place: str) -> Iterator[Found]:
    for field in fields(owner):
        value = getattr(owner, field.name)
        here = f"{place}.{field.name}"
        items = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for number, item in items:
            step = here if number is None else f"{here}[{number}]"
            yield Found(step, owner, field.name, item)
            if is_dataclass(item) and not isinstance(item, Text):
                yield from _parts(item, step)
