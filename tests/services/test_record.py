"""Recording a visit in a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from briefing_app.domain.ids import VisitId
from briefing_app.domain.opportunity import Need
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import FollowUp
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.errors import UserError
from briefing_app.exchange.json_data import write_json
from briefing_app.services.follow_ups import open_follow_ups, tick_off
from briefing_app.services.record import record_visit, write_form
from briefing_app.services.samples import load_samples
from briefing_app.store.store import Store, open_store
from tests import builders

VISIT = VisitId("visit-games-solution")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        load_samples(opened)
        yield opened


@pytest.mark.parametrize("name", ["form.xlsx", "form.json"])
def test_a_form_is_recorded_once(store: Store, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_form(store, VISIT, path, Language.ZH)
    tried = record_visit(store, VISIT, path, dry_run=True)
    assert tried.is_news
    assert store.all(VisitRecord) == ()
    assert len(record_visit(store, VISIT, path).updated) == len(tried.updated)
    assert [record.visit for record in store.all(VisitRecord)] == [VISIT]
    assert not record_visit(store, VISIT, path).is_news


def test_a_fault_leaves_everything_as_it_was(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    record = builders.visit_record(visit=VISIT, people=(), team=())  # needs of another project
    write_json((record,), path)
    before = store.all(Need)
    with pytest.raises(UserError, match="need correcting"):
        record_visit(store, VISIT, path)
    assert store.all(Need) == before
    assert store.all(VisitRecord) == ()


def test_open_follow_ups_stand_overdue_first_and_are_ticked_off(store: Store) -> None:
    today = date(2026, 12, 9)
    found = open_follow_ups(store, today=today, client="Fireferry")
    days = [one.step.due for one in found]
    assert days == sorted(days, key=lambda day: day or date.max)
    assert [one.is_overdue for one in found[:2]] == [True, True]
    first = found[0].step
    assert tick_off(store, first.id, done_on=today).done_on == today
    assert store.get(FollowUp, first.id).done_on == today
    assert first not in [one.step for one in open_follow_ups(store, today=today)]
    with pytest.raises(UserError, match="already"):
        tick_off(store, first.id, done_on=today)


def test_follow_ups_of_a_client_that_is_not_there_are_refused(store: Store) -> None:
    with pytest.raises(UserError, match="is called"):
        open_follow_ups(store, today=date(2026, 12, 9), client=str(Text.same("Nobody").en))


def test_a_form_that_gives_a_need_other_words_may_be_recorded_again(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "form.xlsx"
    write_form(store, VISIT, path, Language.EN)
    book = load_workbook(path)
    needs = book["1 Needs"]
    assert needs["A3"].value == "See in launch week where players get stuck"
    needs["B3"], needs["D3"] = "Need is another one", "A conclusion before the release meeting"
    book.save(path)
    assert record_visit(store, VISIT, path).is_news
    assert not record_visit(store, VISIT, path).is_news
