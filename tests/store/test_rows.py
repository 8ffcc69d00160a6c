"""Every field of every kind of record survives being a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.records import KINDS, Record
from briefing_app.domain.stakeholder import Line, LineKind
from briefing_app.store.rows import cell_writer, codec_for, field_codecs, value_reader
from briefing_app.store.store import Store
from briefing_app.store.tables import EXPORTS
from tests.store.arbitrary import values_of
from tests.store.sample import EXPORT, RECORDS, VISIT

IDS_OF_KIND = {
    kind.name: [record.id for record in RECORDS if type(record) is kind.record_type]
    for kind in KINDS
}
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def _among_stored(record: Record, kind_name: str, draw: st.DataObject) -> Record:
    """The record under a stored id, referring to stored records only."""
    references = dict(next(kind.references for kind in KINDS if kind.name == kind_name))
    changes: dict[str, object] = {"id": IDS_OF_KIND[kind_name][0]}
    for field, target in references.items():
        ids = st.sampled_from(IDS_OF_KIND[target])
        if isinstance(getattr(record, field), tuple):
            changes[field] = tuple(draw.draw(st.lists(ids, max_size=4)))
        else:
            changes[field] = getattr(record, field) and draw.draw(ids)
    if isinstance(record, Line):
        changes["kind"] = LineKind.INFLUENCES
    return replace(record, **changes)


@EVERY_KIND
@settings(max_examples=12)
@given(draw=st.data())
def test_an_arbitrary_record_of_every_kind_survives_storage(
    filled: Store, kind, draw: st.DataObject
) -> None:
    record = _among_stored(draw.draw(values_of(kind.record_type)), kind.name, draw)
    filled.save([record])
    assert filled.get(kind.record_type, record.id) == record


@settings(max_examples=12)
@given(export=values_of(EXPORTS.record_type))
def test_an_arbitrary_export_survives_storage(filled: Store, export) -> None:
    kept = len(filled.exports(VISIT.id))
    filled.add_export(replace(export, id=f"export-{kept}", visit=VISIT.id))
    assert replace(export, id=f"export-{kept}", visit=VISIT.id) in filled.exports(VISIT.id)


@EVERY_KIND
@settings(max_examples=6)
@given(draw=st.data())
def test_a_row_has_a_cell_for_each_column(kind, draw: st.DataObject) -> None:
    codecs = field_codecs(kind.record_type)
    record = draw.draw(values_of(kind.record_type))
    cells = cell_writer(codecs)(record)
    assert len(cells) == sum(len(codec.columns) for codec in codecs.values())
    assert kind.record_type(**value_reader(codecs)(cells)) == record


def test_moments_are_kept_in_utc_and_sort_as_text() -> None:
    codec = codec_for("at", datetime)
    noon_in_shanghai = datetime(2026, 4, 1, 12, tzinfo=timezone(timedelta(hours=8)))
    later = datetime(2026, 4, 1, 4, 0, 0, 1, tzinfo=UTC)
    assert codec.to_cells(noon_in_shanghai) == ("2026-04-01T04:00:00+00:00",)
    assert codec.to_cells(noon_in_shanghai) < codec.to_cells(later)


def test_a_moment_without_zone_is_a_bug(filled: Store) -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        filled.save([replace(VISIT, starts_at=datetime(2026, 4, 1))])  # noqa: DTZ001


@pytest.mark.parametrize("hint", [float, tuple[float, ...]])
@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_not_finite_is_a_bug(hint: object, number: float) -> None:
    value = number if hint is float else (number,)
    with pytest.raises(ValueError, match="cannot be stored"):
        codec_for("amount", hint).to_cells(value)


@pytest.mark.parametrize("hint", [dict[str, str], int | str | None, complex])
def test_a_type_without_rule_is_told_when_the_codec_is_made(hint: object) -> None:
    with pytest.raises(TypeError):
        codec_for("thing", hint)


def test_the_sample_has_every_kind() -> None:
    assert all(IDS_OF_KIND.values())
    assert EXPORT.visit == VISIT.id
