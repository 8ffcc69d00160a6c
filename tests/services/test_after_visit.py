"""A visit's record is filled in bit by bit; closing brings it in, once all six have an answer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing_app.domain.ids import NeedId, PersonId, VisitId
from briefing_app.domain.opportunity import Intent, Need, Opportunity
from briefing_app.domain.stakeholder import Stakeholder, Support
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import FollowUp
from briefing_app.domain.visit_record import (
    Activity,
    ActivityKind,
    AgreedKind,
    AgreedPoint,
    AimReached,
    Continuation,
    NeedFinding,
    NeedOutcome,
    PersonFinding,
    RecordPart,
    VisitRecord,
)
from briefing_app.errors import UserError
from briefing_app.services.after_visit import (
    add_follow_up,
    after_visit,
    close_visit,
    edit_visit_record,
    give_reason,
)
from briefing_app.services.parts import adding, removing
from briefing_app.services.record import record_visit, write_form
from briefing_app.services.samples import load_samples
from briefing_app.services.undoing import undo
from briefing_app.store.store import Store, open_store
from briefing_app.wording import wording_in
from tests.after_visit import save_visit_record

VISIT = VisitId("visit-games-solution")
TODAY = date(2026, 12, 3)
NOTHING = Text.same("There was no time")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "data"
    with open_store(folder) as opened:
        load_samples(opened)
    return folder


@pytest.fixture
def store(samples: Path, tmp_path: Path) -> Iterator[Store]:
    """The samples for one test."""
    with open_store(Path(shutil.copytree(samples, tmp_path / "data"))) as opened:
        yield opened


def project(store: Store) -> Opportunity:
    return store.get(Opportunity, after_visit(store, VISIT).visit.opportunity)


def test_a_visit_that_nobody_recorded_says_that_all_came_and_stores_nothing(store: Store) -> None:
    shown = after_visit(store, VISIT)
    assert shown.record.present == shown.visit.attendees
    assert {view.part for view in shown.parts if not view.is_answered} >= {
        RecordPart.NEEDS,
        RecordPart.PEOPLE,
        RecordPart.SHOWN,
        RecordPart.FEEDBACK,
    }
    assert store.all(VisitRecord) == ()


def test_fields_are_kept_one_by_one_and_change_nothing_else(store: Store) -> None:
    needs, intent = store.all(Need), project(store).intent
    save_visit_record(store, VISIT, "aim", AimReached.LEAST)
    told = save_visit_record(store, VISIT, "intent", Intent.URGENT)
    (record,) = store.all(VisitRecord)
    assert told.records == (("visit_record", record.id),)
    assert (record.aim, record.intent) == (AimReached.LEAST, Intent.URGENT)
    assert record.present
    assert store.all(Need) == needs
    assert project(store).intent is intent


def test_a_visit_stays_open_until_each_of_the_six_has_an_answer_or_a_reason(store: Store) -> None:
    with pytest.raises(UserError) as refused:
        close_visit(store, VISIT, today=TODAY)
    assert "反馈" in wording_in(Language.ZH).error(refused.value)
    for part in after_visit(store, VISIT).unfinished:
        give_reason(store, VISIT, part, NOTHING)
    assert after_visit(store, VISIT).unfinished == ()
    close_visit(store, VISIT, today=TODAY)
    assert after_visit(store, VISIT).record.closed_on == TODAY


def test_a_reason_that_is_taken_back_keeps_the_visit_open(store: Store) -> None:
    give_reason(store, VISIT, RecordPart.FEEDBACK, NOTHING)
    assert RecordPart.FEEDBACK not in after_visit(store, VISIT).unfinished
    give_reason(store, VISIT, RecordPart.FEEDBACK, Text())
    assert RecordPart.FEEDBACK in after_visit(store, VISIT).unfinished


def fill_in(store: Store) -> tuple[NeedId, PersonId]:
    shown = after_visit(store, VISIT)
    need, person = shown.needs[-1], shown.visit.attendees[0]
    save_visit_record(
        store, VISIT, "needs", (NeedFinding(need=need.id, outcome=NeedOutcome.CONFIRMED),)
    )
    save_visit_record(store, VISIT, "continuation", Continuation.GOES_ON)
    save_visit_record(
        store,
        VISIT,
        "people",
        (PersonFinding(person=person, was_there=True, support=Support.CHAMPION),),
    )
    save_visit_record(
        store,
        VISIT,
        "shown",
        (Activity(kind=ActivityKind.DEMONSTRATED, what=Text.same("The funnel")),),
    )
    save_visit_record(
        store, VISIT, "agreed", (AgreedPoint(kind=AgreedKind.DECISION, words=Text.same("Pilot")),)
    )
    give_reason(store, VISIT, RecordPart.FEEDBACK, NOTHING)
    return need.id, person


def test_closing_brings_what_was_learnt_into_needs_people_and_project(store: Store) -> None:
    need, person = fill_in(store)
    told = close_visit(store, VISIT, today=TODAY)
    assert told.touches("need")
    assert told.touches("stakeholder")
    assert store.get(Need, need).evidence.is_confirmed
    (known,) = [one for one in store.all(Stakeholder) if one.person == person]
    assert known.support is Support.CHAMPION


def test_a_change_after_closing_opens_the_visit_and_is_brought_in_with_it(store: Store) -> None:
    fill_in(store)
    close_visit(store, VISIT, today=TODAY)
    save_visit_record(store, VISIT, "intent", Intent.URGENT)
    assert after_visit(store, VISIT).record.closed_on is None
    close_visit(store, VISIT, today=TODAY)
    assert project(store).intent is Intent.URGENT
    assert close_visit(store, VISIT, today=TODAY).records == ()


def test_a_follow_up_is_added_and_answers_the_last_of_the_six(store: Store) -> None:
    before = after_visit(store, VISIT).follow_ups
    for step in before:
        store.delete(FollowUp, step.id)
    add_follow_up(store, VISIT, Text())
    assert RecordPart.AGREED in after_visit(store, VISIT).unfinished
    add_follow_up(store, VISIT, Text.same("Send the minutes"))
    told = [str(step.what) for step in after_visit(store, VISIT).follow_ups]
    assert told == ["", "Send the minutes"]
    assert RecordPart.AGREED not in after_visit(store, VISIT).unfinished


@pytest.mark.parametrize("name", ["form.xlsx", "form.json"])
def test_the_form_brings_reasons_and_the_closing_day_back(
    store: Store, tmp_path: Path, name: str
) -> None:
    fill_in(store)
    close_visit(store, VISIT, today=TODAY)
    before = store.all(VisitRecord)
    write_form(store, VISIT, tmp_path / name, Language.ZH)
    record_visit(store, VISIT, tmp_path / name)
    assert store.all(VisitRecord) == before


def test_a_form_does_not_close_a_visit_whose_records_lack_an_answer(
    store: Store, tmp_path: Path
) -> None:
    fill_in(store)
    close_visit(store, VISIT, today=TODAY)
    path = tmp_path / "form.json"
    write_form(store, VISIT, path, Language.EN)
    give_reason(store, VISIT, RecordPart.FEEDBACK, Text())
    save_visit_record(store, VISIT, "shown", ())
    words = path.read_text("utf-8")
    assert '"left_open"' in words
    path.write_text(words.replace('"part": "feedback"', '"part": "needs"'), "utf-8")
    with pytest.raises(UserError, match="cannot be closed"):
        record_visit(store, VISIT, path)


def test_a_closed_visit_is_opened_by_undo_with_all_that_closing_brought(store: Store) -> None:
    need, _person = fill_in(store)
    before = store.get(Need, need)
    close_visit(store, VISIT, today=TODAY)
    undo(store)
    assert store.get(Need, need) == before
    assert after_visit(store, VISIT).record.closed_on is None


def test_a_part_is_added_and_removed_where_it_lies(store: Store) -> None:
    for words in ("Who signs?", "Who pays?"):
        edit_visit_record(
            store, visit=VISIT, path=("open_questions",), edit=adding(Text.same(words))
        )
    edit_visit_record(store, visit=VISIT, path=("open_questions",), edit=removing(0))
    assert after_visit(store, VISIT).record.open_questions == (Text.same("Who pays?"),)


@pytest.mark.parametrize(
    ("field", "part", "fault"),
    [
        ("people", PersonFinding(), "says nothing"),
        ("needs", NeedFinding(outcome=NeedOutcome.NEW), "says nothing"),
        ("open_questions", Text(), "says nothing"),
        ("agreed", AgreedPoint(kind=AgreedKind.FACT, words=Text()), "a value is needed"),
    ],
)
def test_a_part_that_says_nothing_is_not_added(
    store: Store, field: str, part: object, fault: str
) -> None:
    before = after_visit(store, VISIT).record
    with pytest.raises(UserError, match=fault):
        edit_visit_record(store, visit=VISIT, path=(field,), edit=adding(part))
    assert getattr(after_visit(store, VISIT).record, field) == getattr(before, field)
