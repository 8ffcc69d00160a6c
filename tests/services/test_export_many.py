"""Many visits: each is written, passed over or refused by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.domain.ids import VisitId
from briefing_app.domain.opportunity import Need
from briefing_app.domain.text import Language, Text
from briefing_app.errors import ManyProblems, UserError
from briefing_app.services import export as exporting
from briefing_app.services.export_many import (
    Failed,
    ManyExports,
    Outcome,
    Unchanged,
    Written,
    export_many,
)
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.print_editions import PrintEdition
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.store.store import Store, open_store
from tests.many_visits import load_many

TODAY = date(2026, 11, 23)
WISHES = ExportWishes(language=Language.EN)
GAMES = DEMO_VISITS[0]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        load_many(opened, 2)
        yield opened


@pytest.fixture
def task(tmp_path: Path) -> ManyExports:
    return ManyExports(data=tmp_path / "data", out=tmp_path / "out", wishes=WISHES, today=TODAY)


def export(store: Store, task: ManyExports, *visits: str, jobs: int = 1) -> dict[str, Outcome]:
    appointments = store.appointments(TODAY, date.max)
    chosen = [one for one in appointments if not visits or one.visit in visits]
    return {one.appointment.visit: one for one in export_many(task, chosen, jobs)}


def test_two_processes_write_the_same_bytes_as_one(store: Store, task: ManyExports) -> None:
    further = (f"{DEMO_VISITS[0]}-0", f"{DEMO_VISITS[1]}-1")
    alone = export(store, task, *further)
    together = export(store, replace(task, out=task.out / "two"), *further, jobs=2)
    assert alone.keys() == together.keys() == set(further)
    for visit in further:
        one, other = alone[visit], together[visit]
        assert isinstance(one, Written)
        assert isinstance(other, Written)
        files = sorted(path.name for path in one.folder.iterdir())
        assert files == sorted(path.name for path in other.folder.iterdir())
        for name in files:
            assert (one.folder / name).read_bytes() == (other.folder / name).read_bytes()
        assert len(store.exports(VisitId(visit))) == 2


def test_a_visit_that_would_come_out_the_same_is_passed_over(
    store: Store, task: ManyExports
) -> None:
    (first,) = export(store, task, GAMES).values()
    (second,) = export(store, task, GAMES).values()
    (later,) = export(store, replace(task, today=date(2026, 11, 24)), GAMES).values()
    assert isinstance(first, Written)
    assert isinstance(second, Unchanged)
    assert isinstance(later, Unchanged)
    assert second.folder == first.folder.resolve()
    assert len(store.exports(GAMES)) == 1
    (again,) = export(store, replace(task, again=True), GAMES).values()
    assert isinstance(again, Written)


def test_whatever_the_documents_come_from_makes_them_anew(
    store: Store, task: ManyExports, monkeypatch: pytest.MonkeyPatch
) -> None:
    def writes(changed: ManyExports = task) -> bool:
        (outcome,) = export(store, changed, GAMES).values()
        return isinstance(outcome, Written)

    assert writes()
    need = store.dossier(GAMES).needs[0]
    store.save([replace(store.get(Need, need.id), statement=Text("更快", "Faster reports"))])
    assert writes()
    marked = ExportWishes(language=Language.EN, print_editions=(PrintEdition.BOOKLET,))
    assert writes(replace(task, wishes=marked))
    assert writes(replace(task, out=task.out / "elsewhere"))
    assert not writes()
    monkeypatch.setattr("briefing_app.services.export_inputs.__version__", "99.0")
    assert writes()


def test_a_file_that_was_changed_or_is_gone_is_made_anew(store: Store, task: ManyExports) -> None:
    (first,) = export(store, task, GAMES).values()
    assert isinstance(first, Written)
    deck = next(first.folder.glob("*deck.pptx"))
    made = deck.read_bytes()
    deck.write_bytes(made + b"edited")
    (second,) = export(store, task, GAMES).values()
    assert isinstance(second, Written)
    assert deck.read_bytes() == made
    deck.unlink()
    (third,) = export(store, task, GAMES).values()
    assert isinstance(third, Written)
    assert deck.read_bytes() == made


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_visit_that_fails_is_told_and_the_others_are_made(
    store: Store, task: ManyExports, jobs: int
) -> None:
    bad, zoneless = f"{DEMO_VISITS[0]}-0", f"{DEMO_VISITS[1]}-1"
    client, other = store.dossier(bad).client, store.dossier(zoneless).client
    rival = next(one for one in store.all(Client) if one.id not in (client.id, other.id))
    told = Text(f"像{rival.name.zh}一样", f"Like {rival.name.en}")
    store.save([replace(client, situation=told), replace(other, time_zone="Mars")])
    outcomes = export(store, task, bad, zoneless, GAMES, jobs=jobs)
    gate, zone = outcomes[bad], outcomes[zoneless]
    assert isinstance(gate, Failed)
    assert isinstance(gate.problem, ManyProblems)
    assert "another client" in str(gate.problem.problems[0])
    assert isinstance(zone, Failed)
    assert "time zone Mars is unknown" in str(zone.problem)
    assert isinstance(outcomes[GAMES], Written)
    assert [path.name for path in task.out.iterdir()] == ["Fireferry-2026-12-03"]
    assert store.exports(VisitId(bad)) == ()


def test_a_fault_of_the_program_keeps_no_other_visit(
    store: Store, task: ManyExports, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = exporting.export_visit

    def faulty(opened: Store, visit: VisitId, **settings: object) -> object:
        return 1 / 0 if visit != GAMES else real(opened, visit, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting, "export_visit", faulty)
    outcomes = export(store, task, f"{GAMES}-0", GAMES)
    fault = outcomes[f"{GAMES}-0"]
    assert isinstance(fault, Failed)
    assert "ZeroDivisionError: division by zero" in str(fault.problem)
    assert "in faulty" in fault.trace
    assert isinstance(outcomes[GAMES], Written)


def test_what_would_fail_every_visit_is_refused_at_once(
    store: Store, task: ManyExports, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    for changed in (
        replace(task, out=in_the_way),
        replace(task, wishes=replace(WISHES, theme="no-theme")),
        replace(task, wishes=replace(WISHES, template=in_the_way)),
    ):
        with pytest.raises(UserError):
            export_many(changed, store.appointments(TODAY, date.max), jobs=2)
    assert not task.out.exists()
