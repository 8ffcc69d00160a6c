"""Arbitrary consistent record sets, made from the records' own types."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from briefing_app.domain.records import KINDS, Record
from briefing_app.domain.stakeholder import Line
from briefing_app.domain.text import Text
from briefing_app.exchange.shapes import Shape, shapes
from tests.drawn_pictures import logo, photo

IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,7}", fullmatch=True)
_ODD = [
    "=1+1",
    "+86",
    "-",
    "@a",
    "'=x",
    "#N/A",
    "_x000D_",
    "_x005F_",
    "example",
    "※",
    "a;b",
    "；",
    "a、b",
    "，",
]
WORDS = st.one_of(
    st.sampled_from(_ODD),
    st.text(
        st.characters(
            exclude_categories=("Cs", "Cc"),
            include_characters="\n\t",
            exclude_characters="\ufffe\uffff",
        ),
        max_size=8,
    ),
    st.sampled_from(["王芳", "Wang", "会员"]),
)
_TOPICS = st.from_regex(r"[a-z一-龥]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
_SPECIAL = {
    "email": st.sampled_from(["", "a@example.com", "王@例子.cn"]),
    "time_zone": st.sampled_from(["Asia/Shanghai", "Europe/London", "America/New_York", "UTC"]),
    "currency": st.sampled_from(["CNY", "USD", "JPY", "KWD"]),
    "minutes": st.integers(1, 1440),
    "typical_weeks": st.integers(0, 1000),
    "facts": st.from_regex(r"[a-z]{1,6}/[a-z0-9]{1,6}/[a-z_]{1,6}=[0-9a-f]{12}", fullmatch=True),
    "topics": _TOPICS,
    "slug": _TOPICS,
    "image": st.sampled_from([photo(64), photo(80)]),
}
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_BASIC: dict[type[Any], st.SearchStrategy[Any]] = {
    str: WORDS,
    bool: st.booleans(),
    bytes: st.sampled_from([logo(20, 20), logo(40, 16)]),
    int: st.integers(-(2**62), 2**62),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    datetime: st.integers(-(10**10), 2 * 10**11).map(
        lambda s: _EPOCH + timedelta(seconds=s, microseconds=s % 7 // 6)
    ),
}
Ids = dict[str, list[str]]


@st.composite
def record_sets(draw: st.DrawFn, most: int = 2) -> tuple[Record, ...]:
    """Records of every kind whose references hold, with people at their projects' clients."""
    known: Ids = {}
    records: list[Record] = []
    for kind in KINDS:
        most_here = 1 if kind.name == "company" else most
        ids = draw(st.lists(IDS, max_size=most_here, unique_by=str.casefold))
        for record_id in ids:
            record = _record(draw, kind.record_type, record_id, _reachable(known, records, draw))
            if record is not None:
                records.append(record)
                known.setdefault(kind.name, []).append(record_id)
    return tuple(records)


def _reachable(known: Ids, records: list[Record], draw: st.DrawFn) -> Ids:
    """The ids that one record may refer to: people of one project's client only."""
    projects = [record for record in records if record.id in known.get("opportunity", ())]
    projects = [record for record in projects if type(record).__name__ == "Opportunity"]
    if not projects:
        return known
    project: Any = draw(st.sampled_from(projects))
    people = [
        r.id for r in records if getattr(r, "client", None) == project.client and _is_person(r)
    ]
    return {**known, "opportunity": [project.id], "person": people}


def _is_person(record: Record) -> bool:
    return type(record).__name__ == "Person"


def _is_possible(part_type: type[Any], known: Ids) -> bool:
    """True where everything that a part must refer to exists."""
    needed = [shape for name, shape in shapes(part_type).items() if name != "id"]
    return all(known.get(shape.names) for shape in needed if shape.names and shape.is_required)


def _record(draw: st.DrawFn, record_type: type[Any], record_id: str, known: Ids) -> Record | None:
    if not _is_possible(record_type, known):
        return None
    record = _part(draw, record_type, known, record_id)
    if isinstance(record, Line):
        upward = sorted({record.source, record.target})
        if len(upward) < 2:
            return None
        record = replace(record, source=upward[0], target=upward[1])
    return record


def _part(draw: st.DrawFn, part_type: type[Any], known: Ids, record_id: str = "") -> Any:
    values = {
        name: record_id if name == "id" and record_id else _value(draw, name, shape, known)
        for name, shape in shapes(part_type).items()
    }
    return part_type(**values)


def _value(draw: st.DrawFn, name: str, shape: Shape, known: Ids) -> Any:
    if shape.is_optional and draw(st.booleans()):
        return None
    if not shape.is_many:
        return _item(draw, name, shape, known)
    count = draw(st.integers(0, 2))
    if shape.names and not known.get(shape.names):
        return ()
    if shape.is_record_part and not _is_possible(shape.item, known):
        return ()
    return tuple(_item(draw, name, shape, known) for _ in range(count))


def _item(draw: st.DrawFn, name: str, shape: Shape, known: Ids) -> Any:
    if shape.names:
        found = known.get(shape.names)
        return draw(st.sampled_from(found)) if found else None
    if issubclass(shape.item, Enum):
        return draw(st.sampled_from(list(shape.item)))
    if shape.item is Text:
        return Text(draw(WORDS), draw(WORDS))
    if shape.is_record_part:
        return _part(draw, shape.item, known)
    return draw(_SPECIAL.get(name, _BASIC.get(shape.item, WORDS)))
