"""An export in a process of its own: what was written, what the gate kept in, or nothing."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.domain.export_record import ExportKind
from briefing_app.domain.ids import VisitId
from briefing_app.domain.mend import Mend
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.services.export_apart import (
    ExportDone,
    ExportOrder,
    ExportWithheld,
    export_apart,
)
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.helper_process import JobStopped
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store, open_store
from tests.after_visit import save_visit_record

VISIT = VisitId(DEMO_VISITS[0])


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "data"
    with open_store(folder) as opened:
        load_samples(opened)
    return folder


@pytest.fixture
def data(samples: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(samples, tmp_path / "data"))


@pytest.fixture
def store(data: Path) -> Iterator[Store]:
    with open_store(data) as opened:
        yield opened


def order(out: Path, kind: ExportKind = ExportKind.DOCUMENTS) -> ExportOrder:
    return ExportOrder(
        visit=VISIT,
        kind=kind,
        out=out,
        wishes=ExportWishes(language=Language.EN),
        today=date(2026, 11, 20),
        now=datetime(2026, 11, 20, 9, tzinfo=UTC),
    )


def test_an_export_tells_its_files_and_what_changed(
    data: Path, store: Store, tmp_path: Path
) -> None:
    sent = pickle.loads(pickle.dumps(order(tmp_path / "out")))
    done = pickle.loads(pickle.dumps(export_apart(data, sent)))
    assert isinstance(done, ExportDone)
    assert {path.parent for path in done.files} == {done.folder}
    assert all(path.stat().st_size for path in done.files)
    (record,) = store.exports(VISIT)
    assert done.change.records == (("export", record.id),)


def test_what_the_gate_keeps_in_is_told_once_with_its_place_and_nothing_is_written(
    data: Path, store: Store, tmp_path: Path
) -> None:
    other = store.get(Client, "client-chengye").short_name.en
    visit = store.get(Visit, VISIT)
    store.save([replace(visit, purpose=Text.same(f"As agreed with {other}"))])
    withheld = pickle.loads(pickle.dumps(export_apart(data, order(tmp_path / "out"))))
    assert isinstance(withheld, ExportWithheld)
    deck, *_ = withheld.documents
    assert deck.findings[0].mend == Mend("visit", VISIT, "purpose")
    assert len({(view.title, view.findings) for view in withheld.documents}) == len(
        withheld.documents
    )
    assert not (tmp_path / "out").exists()
    assert store.exports(VISIT) == ()


def test_minutes_wait_for_a_record_and_are_written_after_it(
    data: Path, store: Store, tmp_path: Path
) -> None:
    wanted = order(tmp_path / "out", ExportKind.MINUTES)
    with pytest.raises(UserError, match="Nothing is recorded"):
        export_apart(data, wanted)
    save_visit_record(store, VISIT, "commitment", Text.same("A pilot"))
    done = export_apart(data, wanted)
    assert isinstance(done, ExportDone)
    assert any(path.suffix == ".docx" for path in done.files)


@pytest.mark.parametrize("step", range(1, 7))
def test_an_export_that_is_stopped_leaves_nothing(
    data: Path, store: Store, tmp_path: Path, step: int
) -> None:
    def stop(_step: object, number: int, _total: int) -> None:
        if number == step:
            raise JobStopped

    with pytest.raises(JobStopped):
        export_apart(data, order(tmp_path / "out"), progress=stop)
    assert not (tmp_path / "out").exists()
    assert store.exports(VISIT) == ()
