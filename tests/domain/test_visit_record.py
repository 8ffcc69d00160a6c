"""What a visit's record answers, and what keeps it open."""

from __future__ import annotations

import pytest

from briefing_app.domain.ids import PersonId, VisitId, VisitRecordId
from briefing_app.domain.text import Text
from briefing_app.domain.visit_record import (
    AgreedKind,
    AgreedPoint,
    Continuation,
    LeftOpen,
    NeedFinding,
    NeedOutcome,
    PersonFinding,
    RecordPart,
    VisitRecord,
)

EMPTY = VisitRecord(id=VisitRecordId("record"), visit=VisitId("visit"))
SOMETHING = Text.same("Something")


def record(**fields: object) -> VisitRecord:
    return VisitRecord(id=EMPTY.id, visit=EMPTY.visit, **fields)  # type: ignore[arg-type]


def test_an_empty_record_leaves_all_six_open() -> None:
    assert EMPTY.unfinished(has_follow_ups=False) == tuple(RecordPart)
    assert RecordPart.AGREED not in EMPTY.unfinished(has_follow_ups=True)


@pytest.mark.parametrize("part", RecordPart)
def test_a_reason_closes_what_has_no_answer(part: RecordPart) -> None:
    reasoned = record(left_open=(LeftOpen(part=part, reason=SOMETHING),))
    assert part not in reasoned.unfinished(has_follow_ups=False)
    assert not reasoned.answers(part, has_follow_ups=False)
    assert reasoned.reason_for(part) == SOMETHING


def test_who_was_there_alone_says_nothing_of_people() -> None:
    came = PersonFinding(person=PersonId("one"), was_there=True)
    assert not record(people=(came,)).answers(RecordPart.PEOPLE, has_follow_ups=False)
    new = PersonFinding(name=SOMETHING)
    assert record(people=(came, new)).answers(RecordPart.PEOPLE, has_follow_ups=False)


def test_parts_that_were_begun_and_left_empty_do_not_count() -> None:
    begun = record(
        needs=(NeedFinding(outcome=NeedOutcome.NEW),),
        agreed=(
            AgreedPoint(kind=AgreedKind.FACT, words=Text()),
            AgreedPoint(kind=AgreedKind.FACT, words=SOMETHING),
        ),
    )
    assert not begun.answers(RecordPart.NEEDS, has_follow_ups=False)
    assert begun.answers(RecordPart.AGREED, has_follow_ups=False)
    assert [point.words for point in begun.filled.agreed] == [SOMETHING]
    assert begun.filled.filled == begun.filled


def test_knowing_whether_the_project_goes_on_is_an_answer() -> None:
    known = record(continuation=Continuation.ON_HOLD)
    assert known.answers(RecordPart.PROJECT, has_follow_ups=False)
