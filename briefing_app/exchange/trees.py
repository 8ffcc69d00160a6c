"""Records as plain trees of dicts, lists and values, and back.

Every reader makes such trees, whatever it reads from; this is the one place that turns them
into records and says what keeps a tree from being one.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeAlias, TypeVar

import msgspec

from briefing_app.domain.labels import Labelled
from briefing_app.domain.message import Message, say
from briefing_app.domain.text import Language, Text
from briefing_app.exchange.problems import NEEDED
from briefing_app.exchange.shapes import Shape, shapes

Tree: TypeAlias = dict[str, Any]
Path: TypeAlias = tuple[str | int, ...]
"""Field names and list positions from a record down to a value."""
Fault: TypeAlias = tuple[Path, Message]
Made = TypeVar("Made")

_AT = re.compile(r"(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?", re.DOTALL)
_STEP = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]")


def plain(value: Any) -> Any:
    """A record or a part of one as a tree that JSON can hold; fields at their default left out."""
    if is_dataclass(value):
        return {
            name: plain(getattr(value, name))
            for name, shape in shapes(type(value)).items()
            if shape.is_required or getattr(value, name) != shape.default
        }
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def with_texts(tree: Tree, part_type: type[Any]) -> Tree:
    """The tree with texts that are written as a plain string on the side of their language."""
    known = shapes(part_type)
    return {
        name: _with_texts(value, known[name]) if name in known else value
        for name, value in tree.items()
    }


def _with_texts(value: Any, shape: Shape) -> Any:
    if isinstance(value, list):
        return [_with_texts(item, shape) for item in value]
    if shape.item is Text and isinstance(value, str):
        return {Language.of(value).value: value}
    if shape.is_record_part and isinstance(value, dict):
        return with_texts(value, shape.item)
    return value


def merged(stored: Tree, told: Tree, *, empties_clear: bool) -> Tree:
    """The stored tree with what a file tells; ``None`` in it empties a field, or keeps it."""
    result = dict(stored)
    for name, value in told.items():
        if value is None:
            if empties_clear:
                result.pop(name, None)
        elif isinstance(value, dict):
            before = result.get(name)
            inner = before if isinstance(before, dict) else {}
            result[name] = merged(inner, value, empties_clear=empties_clear)
        elif isinstance(value, list):  # lists are told whole
            parts = (merged({}, v, empties_clear=True) if isinstance(v, dict) else v for v in value)
            result[name] = list(parts)
        else:
            result[name] = value
    return result


def completed(tree: Tree, part_type: type[Any]) -> Tree:
    """The tree of a table's row, whose empty cells are gone, with parts as they are meant.

    A part that is needed is there even without a value; one that may be missing is ``None``
    rather than without any value.
    """
    result = dict(tree)
    for name, shape in shapes(part_type).items():
        if shape.item is str and shape.is_required and not shape.names:
            result.setdefault(name, [] if shape.is_many else "")
        elif shape.is_many and shape.is_required:
            result.setdefault(name, [])
        if not shape.is_record_part:
            continue
        if shape.is_many:
            result[name] = [completed(part, shape.item) for part in result.get(name) or ()]
            continue
        part = completed(result.get(name) or {}, shape.item)
        if part or shape.is_required:
            result[name] = part
        else:
            result.pop(name, None)
    return result


def shape_faults(tree: Tree, part_type: type[Any], path: Path = ()) -> Iterator[Fault]:
    """Unknown names and missing values, all of them, at any depth."""
    known = shapes(part_type)
    for name in tree:
        if name not in known:
            yield (
                (*path, name),
                say("there is no such field. Expected are: {names}.", names=tuple(known)),
            )
    for name, shape in known.items():
        if shape.is_required and tree.get(name) is None:
            yield (*path, name), NEEDED
        yield from _faults_below(tree.get(name), shape, (*path, name))


def _faults_below(value: object, shape: Shape, path: Path) -> Iterator[Fault]:
    if not shape.is_record_part:
        return
    if isinstance(value, dict):
        yield from shape_faults(value, shape.item, path)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _faults_below(item, shape, (*path, number))


def made(tree: Tree, part_type: type[Made]) -> Made | Fault:
    """The record that a tree stands for, or the first fault that keeps it from being one."""
    try:
        return msgspec.convert(tree, part_type)
    except msgspec.ValidationError as error:
        return _read_fault(str(error), tree, part_type)


def _read_fault(error: str, tree: Tree, part_type: type[Any]) -> Fault:
    match = _AT.fullmatch(error)
    steps = _STEP.findall(match["path"] or "") if match else []
    path: Path = tuple(name or int(number) for name, number in steps)
    return path, type_fault(value_at(tree, path), _item_at(part_type, path))


def value_at(tree: Any, path: Path) -> object:
    """What stands in the tree at ``path``; ``None`` where the path leads nowhere."""
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def _item_at(part_type: type[Any], path: Path) -> type[Any]:
    item, is_list = part_type, False
    for step in path:
        if isinstance(step, int):
            is_list = False
            continue
        shape = shapes(item)[step]
        item, is_list = shape.item, shape.is_many
    return tuple if is_list else item


_EXPECTED: Mapping[type[Any], Message] = {
    tuple: say("a list is expected here, in square brackets."),
    str: say("text is expected here, in quotation marks."),
    int: say("a whole number is expected here, such as 60."),
    float: say("a number is expected here, such as 12.5."),
    bool: say("true or false is expected here."),
    bytes: say("a picture is expected here, as text in base 64."),
    date: say("a date is expected here, such as 2026-11-24."),
    datetime: say("a date and time is expected here, such as 2026-11-24T06:00:00Z."),
    Text: say("an object with zh and en is expected here."),
}


def type_fault(value: object, item: type[Any]) -> Message:
    """What is wrong with a value that does not fit the type that a field holds."""
    if issubclass(item, Labelled):
        return say(
            "{value} is not one of the values expected here: {expected}.",
            value=_shortened(value),
            expected=tuple(member.value for member in item),
        )
    if item in _EXPECTED:
        return _EXPECTED[item]
    return say(
        "an object with these fields is expected here: {expected}.",
        expected=tuple(f.name for f in fields(item)),
    )


def _shortened(value: object) -> str:
    words = str(value)
    return words if len(words) <= 40 else words[:39] + "…"
