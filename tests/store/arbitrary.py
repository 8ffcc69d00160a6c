"""Arbitrary values of any type that a record may hold, found by walking type hints."""

from __future__ import annotations

import dataclasses
import types
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

SAYINGS = st.sampled_from(
    [
        "",
        "对接ERP系统，“年内”上线；",
        "😀👩‍👩‍👧 emoji",
        'it\'s "quoted"; DROP TABLE client; --',
        "\x00\n\t",
        "长" * 10_000,
    ]
)
WORDS = SAYINGS | st.text(max_size=12)
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,8}", fullmatch=True)

_SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: WORDS,
    bool: st.booleans(),
    bytes: st.binary(max_size=40),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    datetime: st.datetimes(
        datetime(1, 1, 3),  # noqa: DTZ001 - the zones are arbitrary too
        datetime(9999, 12, 29),  # noqa: DTZ001
        timezones=st.timezones(),
    ).map(lambda moment: moment.astimezone(UTC)),
}


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type."""
    if hasattr(hint, "__supertype__"):
        return IDS
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([values_of(part) for part in get_args(hint)])
    if get_origin(hint) is tuple:
        return st.lists(values_of(get_args(hint)[0]), max_size=2).map(tuple)
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(
            hint, **{f.name: values_of(hints[f.name]) for f in dataclasses.fields(hint)}
        )
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return st.none() if hint is types.NoneType else _SCALARS[hint]
