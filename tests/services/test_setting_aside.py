"""A finding that is meant stays so with its visit, until its words change or it is taken back."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing_app.documents.gate.breach import Breach, BreachKind
from briefing_app.domain.client import Client
from briefing_app.domain.ids import VisitId
from briefing_app.domain.meant import SetAside
from briefing_app.domain.message import say
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.services.export import check_visit, current_export, export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.gate_findings import JudgedView
from briefing_app.services.preview import PreviewKind, PreviewOrder
from briefing_app.services.previewing import preview_document
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.services.setting_aside import set_aside, take_back
from briefing_app.services.undoing import redo, undo
from briefing_app.store.store import Store, open_store

VISIT = VisitId(DEMO_VISITS[0])
TODAY = date(2026, 11, 26)
WISHES = ExportWishes(language=Language.EN)


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store, None, None]:
    """The sample data, with a purpose that names another client."""
    with open_store(tmp_path / "data") as opened:
        load_samples(opened)
        other = opened.get(Client, "client-chengye").short_name.en
        say_purpose(opened, f"As agreed with {other}")
        yield opened


def say_purpose(store: Store, words: str) -> None:
    store.save([replace(store.get(Visit, VISIT), purpose=Text.same(words))])


def deck(store: Store) -> JudgedView:
    order = PreviewOrder(visit=VISIT, kind=PreviewKind.DECK, wishes=WISHES, today=TODAY)
    return preview_document(store, order).gate


def found_now(store: Store) -> tuple[Breach, ...]:
    report = check_visit(store, VISIT, wishes=WISHES, today=TODAY)
    return tuple(one for each in report.documents for one in each.breaches)


def set_aside_all(store: Store) -> None:
    """Say of each finding that it is meant; files are looked at once all pages pass."""
    for _ in ("pages", "files"):
        found = {SetAside(one.word, one.around) for one in found_now(store)}
        set_aside(store, visit=VISIT, findings=tuple(found))


def test_what_is_set_aside_stays_so_and_is_shown(store: Store) -> None:
    finding = deck(store).findings[0]
    change = set_aside(store, visit=VISIT, findings=deck(store).of_same_word(finding))
    assert change.touches("visit")
    view = deck(store)
    assert view.lets_pass
    assert finding.identity in {one.identity for one in view.meant}


def test_it_holds_for_these_words_alone(store: Store) -> None:
    finding = deck(store).findings[0]
    set_aside(store, visit=VISIT, findings=deck(store).of_same_word(finding))
    say_purpose(store, f"What {finding.word} pays us")
    assert not deck(store).lets_pass
    assert deck(store).meant == ()


def test_it_is_taken_back_and_undone_like_any_act(store: Store) -> None:
    finding = deck(store).findings[0]
    set_aside(store, visit=VISIT, findings=(finding.identity,))
    take_back(store, visit=VISIT, finding=finding.identity)
    assert store.set_aside.of(VISIT) == ()
    undo(store)
    assert store.set_aside.of(VISIT) == (finding.identity,)
    undo(store)
    assert store.set_aside.of(VISIT) == ()
    redo(store)
    assert store.set_aside.of(VISIT) == (finding.identity,)


def test_it_goes_and_comes_back_with_its_visit(store: Store) -> None:
    kept = SetAside("Chengye", "As agreed with Chengye")
    set_aside(store, visit=VISIT, findings=(kept,))
    with store.act(say("Delete a visit")):
        store.delete(Visit, VISIT)
    assert store.set_aside.of(VISIT) == ()
    undo(store)
    assert store.set_aside.of(VISIT) == (kept,)


def test_an_export_honours_it_and_remembers_the_words(store: Store, tmp_path: Path) -> None:
    out, now = tmp_path / "out", datetime(2026, 11, 26, 8, tzinfo=UTC)
    asked = {"out": out, "wishes": WISHES, "today": TODAY}
    with pytest.raises(UserError, match="Nothing was written"):
        export_visit(store, VISIT, now=now, **asked)
    set_aside_all(store)
    done = export_visit(store, VISIT, now=now, **asked)
    assert [word.casefold() for word in done.record.meant] == ["chengye connected"]
    assert current_export(store, VISIT, **asked) == done.record
    undo(store)
    assert current_export(store, VISIT, **asked) is None


def test_an_internal_fact_is_not_let_through(store: Store) -> None:
    visit = store.get(Visit, VISIT)
    amount = store.get(Opportunity, visit.opportunity).amount
    assert amount is not None
    say_purpose(store, f"Agree on CNY {amount.minor // 100}")
    before = found_now(store)
    assert {one.kind for one in before} == {BreachKind.INTERNAL}
    set_aside_all(store)
    assert found_now(store) == before


def test_nothing_is_set_aside_for_a_visit_that_is_gone(store: Store) -> None:
    with pytest.raises(UserError, match="There is no record"):
        set_aside(store, visit=VisitId("gone"), findings=(SetAside("x"),))
