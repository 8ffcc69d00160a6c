"""What is on a person's mind, in the order of its weight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import BuyingRole, Concern, ConcernTopic
from briefing_app.domain.text import Language, Text
from briefing_app.errors import UserError
from briefing_app.planning.concerns import concerns_of
from briefing_app.planning.facts import Contact
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map import acts
from briefing_app.services.stakeholder_map.concerns import (
    add_concern,
    each_once,
    raise_concern,
    remove_concern,
    set_concern_detail,
)
from briefing_app.services.stakeholder_map.view import map_view
from briefing_app.services.undoing import undo
from briefing_app.store.store import Store
from briefing_app.wording import wording_in
from tests.builders import OPPORTUNITY, TODAY, person, stakeholder
from tests.services.stakeholder_map.conftest import known

TANG = PersonId("tang")
COST, RISK, VENDOR = ConcernTopic.COST, ConcernTopic.RISK, ConcernTopic.VENDOR
SAID = Text("预算三月定", "the budget is set in March")


@pytest.fixture
def minded(store: Store) -> Store:
    """Tang cares about cost, then risk, then the vendor."""
    concerns = (Concern(topic=COST, detail=SAID), Concern(topic=RISK), Concern(topic=VENDOR))
    store.save((replace(known(store, "tang"), concerns=concerns),))
    return store


def topics(store: Store) -> tuple[ConcernTopic, ...]:
    return tuple(one.topic for one in known(store, "tang").concerns)


def test_a_new_concern_comes_last_and_once(minded: Store) -> None:
    change = add_concern(minded, OPPORTUNITY, TANG, ConcernTopic.SECURITY)
    assert topics(minded) == (COST, RISK, VENDOR, ConcernTopic.SECURITY)
    label = wording_in(Language.EN).message(change.label)
    assert label == "Tang Rong cares about: Data and security"
    assert add_concern(minded, OPPORTUNITY, TANG, COST).records == ()


def test_somebody_unknown_comes_onto_the_map_with_a_concern(store: Store) -> None:
    acts.take_off_map(store, OPPORTUNITY, TANG)
    add_concern(store, OPPORTUNITY, TANG, COST)
    assert topics(store) == (COST,)


def test_a_concern_rises_one_place_at_a_time_to_the_first(minded: Store) -> None:
    raise_concern(minded, OPPORTUNITY, TANG, VENDOR)
    assert topics(minded) == (COST, VENDOR, RISK)
    raise_concern(minded, OPPORTUNITY, TANG, VENDOR)
    assert topics(minded) == (VENDOR, COST, RISK)
    assert raise_concern(minded, OPPORTUNITY, TANG, VENDOR).records == ()
    assert known(minded, "tang").concerns[1].detail == SAID


def test_details_stay_with_their_topic(minded: Store) -> None:
    fear = Text("怕切换失败", "fears the switch")
    set_concern_detail(minded, OPPORTUNITY, TANG, RISK, fear)
    raise_concern(minded, OPPORTUNITY, TANG, RISK)
    assert known(minded, "tang").concerns[:2] == (
        Concern(topic=RISK, detail=fear),
        Concern(topic=COST, detail=SAID),
    )


@pytest.mark.parametrize(
    "act",
    [
        lambda store: add_concern(store, OPPORTUNITY, TANG, ConcernTopic.TRAINING),
        lambda store: raise_concern(store, OPPORTUNITY, TANG, RISK),
        lambda store: remove_concern(store, OPPORTUNITY, TANG, COST),
        lambda store: set_concern_detail(store, OPPORTUNITY, TANG, COST, Text("改", "other")),
    ],
)
def test_each_act_is_one_step_to_undo(minded: Store, act: Callable[[Store], Change]) -> None:
    before = known(minded, "tang")
    assert act(minded).touches("stakeholder")
    assert known(minded, "tang") != before
    undo(minded)
    assert known(minded, "tang") == before


def test_a_concern_that_is_gone_is_told(minded: Store) -> None:
    remove_concern(minded, OPPORTUNITY, TANG, RISK)
    with pytest.raises(UserError, match="not among the concerns"):
        set_concern_detail(minded, OPPORTUNITY, TANG, RISK, SAID)
    assert remove_concern(minded, OPPORTUNITY, TANG, RISK).records == ()


def test_what_planning_takes_from_the_roles_is_shown_until_something_is_recorded(
    store: Store,
) -> None:
    roles = (BuyingRole.BUDGET_HOLDER,)
    store.save((replace(known(store, "tang"), roles=roles, concerns=()),))

    def usual() -> tuple[ConcernTopic, ...]:
        view = map_view(store, OPPORTUNITY, today=TODAY, language=Language.EN)
        return view.people[TANG].usual_concerns

    assert usual() == (ConcernTopic.COST, ConcernTopic.SAVINGS)
    add_concern(store, OPPORTUNITY, TANG, RISK)
    assert usual() == ()


_concerns = st.builds(
    Concern,
    topic=st.sampled_from((COST, RISK, VENDOR)),
    detail=st.sampled_from((Text(), SAID, Text("甲", "one"))),
)


@given(st.lists(_concerns).map(tuple))
def test_what_stands_twice_is_read_as_planning_reads_it(concerns: tuple[Concern, ...]) -> None:
    planned = concerns_of(Contact(person("tang"), stakeholder("tang", concerns=concerns)))
    assert planned.topics == tuple((one.topic, one.detail) for one in each_once(concerns))
