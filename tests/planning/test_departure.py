"""The departure drill: what hangs on one person alone."""

from __future__ import annotations

import pytest
from hypothesis import given

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import BuyingRole, Coverage, LineKind
from briefing_app.domain.text import Text
from briefing_app.planning.departure import departure, departures, paths_to_deciders
from tests import builders
from tests.builders import TODAY, line, person, stakeholder
from tests.strategies import dossiers

DECIDER = (BuyingRole.DECIDER,)
USER = (BuyingRole.USER,)


def project(**overrides: object) -> Dossier:
    """Ann, whom we know, reports to Ben, who reports to Cleo, who decides."""
    defaults: dict[str, object] = {
        "people": tuple(person(name) for name in ("ann", "ben", "cleo")),
        "stakeholders": (
            stakeholder("ann", roles=USER, coverage=Coverage.MET),
            stakeholder("ben"),
            stakeholder("cleo", roles=DECIDER),
        ),
        "lines": (line("ann", "ben"), line("ben", "cleo")),
    }
    return builders.bare_dossier(**(defaults | overrides))


def test_a_way_to_the_decider_runs_along_reporting_lines() -> None:
    assert paths_to_deciders(project()) == {"cleo": ("ann", "ben", "cleo")}


@pytest.mark.parametrize("lost", ["ann", "ben"])
def test_who_stands_on_the_only_way_cuts_the_decider_off(lost: str) -> None:
    drill = departure(project(), PersonId(lost), TODAY)
    assert drill.paths == (("ann", "ben", "cleo"),)
    assert drill.cut_off == ("cleo",)


def test_another_way_keeps_the_decider_in_reach() -> None:
    influence = line("ann", "cleo", LineKind.INFLUENCES)
    drill = departure(project(lines=(*project().lines, influence)), PersonId("ben"), TODAY)
    assert drill.cut_off == ()
    assert drill.paths == ()  # the shortest way never led through Ben


def test_influence_opens_no_door_backwards_and_a_conflict_none_at_all() -> None:
    backwards = (line("cleo", "ann", LineKind.INFLUENCES),)
    conflict = (line("ann", "cleo", LineKind.CONFLICTS_WITH),)
    assert paths_to_deciders(project(lines=backwards)) == {}
    assert paths_to_deciders(project(lines=conflict)) == {}


def test_a_decider_whom_we_met_is_a_way_of_its_own() -> None:
    met = stakeholder("cleo", roles=DECIDER, coverage=Coverage.TRUSTED)
    dossier = project(stakeholders=(met,), lines=())
    assert departure(dossier, PersonId("cleo"), TODAY).cut_off == ("cleo",)


def test_a_role_is_lost_where_nobody_named_shares_it() -> None:
    shared = (
        stakeholder("ann", roles=USER),
        stakeholder("ben", roles=(*USER, BuyingRole.EVALUATOR)),
        stakeholder("cleo", roles=(BuyingRole.EVALUATOR,)),
    )
    assert departure(project(stakeholders=shared), PersonId("ben"), TODAY).roles == ()
    nameless = person("cleo", name=Text.same("? Evaluator"))
    people = (person("ann"), person("ben"), nameless)
    drill = departure(project(people=people, stakeholders=shared), PersonId("ben"), TODAY)
    assert drill.roles == (BuyingRole.EVALUATOR,)


def test_actions_that_wait_for_the_person_are_told() -> None:
    own = builders.follow_up(owner=Text("Ann 女士", "Ann"))
    others = builders.follow_up("step-2", owner=Text("周敏", "Zhou Min"))
    to_come = builders.visit(attendees=(PersonId("ann"),))
    past = builders.earlier_visit(attendees=(PersonId("ann"),))
    need = builders.need(raised_by=PersonId("ann"))
    dossier = project(follow_ups=(own, others), visits=(past, to_come), needs=(need,))
    drill = departure(dossier, PersonId("ann"), TODAY)
    assert (drill.steps, drill.visits, drill.needs) == ((own,), (to_come,), (need,))


def test_whoever_carries_nothing_leaves_no_gap() -> None:
    dossier = project(lines=(), stakeholders=(stakeholder("ben"),))
    assert departure(dossier, PersonId("ben"), TODAY).is_harmless


@given(dossiers())
def test_nobody_who_leaves_opens_a_way(dossier: Dossier) -> None:
    before = set(paths_to_deciders(dossier))
    everybody = departures(dossier, TODAY)
    for one in dossier.people:
        assert set(paths_to_deciders(dossier, without=one.id)) <= before
        drill = departure(dossier, one.id, TODAY)
        assert everybody[one.id] == drill
        after = paths_to_deciders(dossier, without=one.id)
        assert set(drill.cut_off) == before - set(after)
        assert all(one.id in path for path in drill.paths)
