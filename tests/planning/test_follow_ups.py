from __future__ import annotations

from datetime import date, timedelta

from briefing_app.domain.text import Text
from briefing_app.planning.follow_ups import (
    done_steps,
    is_ours,
    is_overdue,
    last_time,
    open_steps,
    owed_to_client,
)
from tests import builders

YESTERDAY = builders.TODAY - timedelta(days=1)


def test_what_is_due_first_stands_first_and_what_has_no_day_last() -> None:
    steps = (
        builders.follow_up("never"),
        builders.follow_up("late", due=YESTERDAY),
        builders.follow_up("done", due=YESTERDAY, done_on=YESTERDAY),
        builders.follow_up("soon", due=date(2026, 3, 9)),
    )
    dossier = builders.rich_dossier(follow_ups=steps)
    assert [step.id for step in open_steps(dossier)] == ["late", "soon", "never"]
    assert [step.id for step in done_steps(dossier)] == ["done"]


def test_only_what_is_open_and_past_its_day_is_overdue() -> None:
    assert is_overdue(builders.follow_up(due=YESTERDAY), builders.TODAY)
    assert not is_overdue(builders.follow_up(due=builders.TODAY), builders.TODAY)
    assert not is_overdue(builders.follow_up(due=YESTERDAY, done_on=YESTERDAY), builders.TODAY)
    assert not is_overdue(builders.follow_up(), builders.TODAY)


def test_a_follow_up_is_ours_unless_its_owner_is_of_the_client() -> None:
    dossier = builders.rich_dossier()
    someone = dossier.people[0].name
    assert is_ours(builders.follow_up(owner=Text("周敏", "Zhou Min")), dossier)
    assert is_ours(builders.follow_up(), dossier)
    assert not is_ours(builders.follow_up(owner=Text(f"星河，{someone.zh}", "")), dossier)
    assert not is_ours(builders.follow_up(owner=dossier.client.name), dossier)


def test_what_earlier_visits_promised_is_owed_and_what_this_one_will_is_not() -> None:
    before, now = builders.EARLIER_VISIT, builders.VISIT
    steps = (
        builders.follow_up("owed", visit=before, is_for_client=True),
        builders.follow_up("inside", visit=before),
        builders.follow_up("kept", visit=before, is_for_client=True, done_on=YESTERDAY),
        builders.follow_up("mine", visit=now, is_for_client=True),
    )
    dossier = builders.rich_dossier(follow_ups=steps)
    assert [step.id for step in owed_to_client(dossier)] == ["owed"]


def test_last_time_is_the_latest_earlier_visit_that_was_recorded() -> None:
    dossier = builders.rich_dossier()
    found = last_time(dossier)
    assert found is not None
    assert (found[0].id, found[1].visit) == (builders.EARLIER_VISIT, builders.EARLIER_VISIT)
    mine = builders.rich_dossier(records=(builders.visit_record(),))
    assert last_time(mine) is None
