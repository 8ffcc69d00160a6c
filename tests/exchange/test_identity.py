from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefing_app.domain.logo import Logo
from briefing_app.domain.photo import Photo
from briefing_app.domain.records import KINDS, Record
from briefing_app.domain.text import Language
from briefing_app.exchange.json_data import as_json, decode, write_json
from briefing_app.exchange.reading import read_file
from briefing_app.exchange.recognise import Incoming
from briefing_app.exchange.register import Known
from briefing_app.exchange.workbook_write import write_workbook
from tests.exchange.build import EVERYTHING
from tests.exchange.strategies import record_sets

_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking takes minutes
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def _sorted(records: Sequence[Record]) -> list[Record]:
    kinds = [kind.record_type for kind in KINDS]
    return sorted(records, key=lambda record: kinds.index(type(record)))


def _through(records: Sequence[Record], name: str, language: Language) -> Incoming:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        if path.suffix == ".json":
            write_json(records, path)
        else:
            write_workbook(records, path, language)
        return read_file(path, Known())


@given(record_sets(most=3))
@settings(max_examples=20, deadline=None, phases=_PHASES, suppress_health_check=_SLOW)
def test_any_records_survive_json(records: tuple[Record, ...]) -> None:
    assert decode(as_json(records), "x.json") == records
    if records:
        assert _through(records, "x.json", Language.EN).records == records


def _without_pictures(records: tuple[Record, ...]) -> tuple[Record, ...]:
    return tuple(record for record in records if not isinstance(record, Logo | Photo))


@given(record_sets().map(_without_pictures).filter(bool), st.sampled_from(Language))
@settings(max_examples=8, deadline=None, phases=_PHASES, suppress_health_check=_SLOW)
def test_any_records_survive_a_workbook(records: tuple[Record, ...], language: Language) -> None:
    incoming = _through(records, "x.xlsx", language)
    assert list(incoming.records) == _sorted(records)
    assert len(incoming.added) == len(records)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", ["all.json", "all.xlsx"])
def test_a_full_folder_survives_export_and_import(name: str, language: Language) -> None:
    assert list(_through(EVERYTHING, name, language).records) == _sorted(EVERYTHING)


@pytest.mark.parametrize("name", ["all.json", "all.xlsx"])
def test_a_second_import_changes_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name.endswith("json"):
        write_json(EVERYTHING, path)
    else:
        write_workbook(EVERYTHING, path, Language.ZH)
    incoming = read_file(path, Known.of(EVERYTHING))
    assert incoming.records == ()
    assert len(incoming.unchanged) == len(EVERYTHING)
