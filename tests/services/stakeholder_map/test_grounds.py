"""What a fact about a person rests on: confirmed or assumed, by whom, since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import BuyingRole, Coverage, Influence, Support
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Certainty, Evidence
from briefing_app.errors import UserError
from briefing_app.planning.briefing import WarningKind
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map import acts, grounds
from briefing_app.services.stakeholder_map.grounds import Fact
from briefing_app.services.stakeholder_map.view import map_view
from briefing_app.services.undoing import undo
from briefing_app.store.store import Store
from briefing_app.wording import wording_in
from tests.builders import OPPORTUNITY, TODAY
from tests.services.stakeholder_map.conftest import known

LIN = PersonId("lin")
ASSUMED, CONFIRMED = Certainty
EARLIER = date(2026, 2, 1)
ON_THE_PHONE = Text("陈总电话里说的", "Chen on the phone")


@pytest.fixture
def held(store: Store) -> Store:
    """Everything is believed of Lin, since some time, and nothing confirmed."""
    believed = Evidence(source=ON_THE_PHONE, on=EARLIER)
    one = replace(
        known(store, "lin"),
        roles=(BuyingRole.EVALUATOR,),
        influence=Influence.HIGH,
        support=Support.NEUTRAL,
        coverage=Coverage.MET,
        **{fact.evidence_field: believed for fact in Fact},  # type: ignore[arg-type]
    )
    store.save((one,))
    return store


def set_to(store: Store, who: PersonId, fact: Fact, certainty: Certainty, today: date) -> Change:
    is_confirmed = certainty is CONFIRMED
    return grounds.confirm(store, OPPORTUNITY, who, fact, is_confirmed=is_confirmed, today=today)


@pytest.mark.parametrize("fact", list(Fact))
def test_a_confirmed_fact_keeps_who_said_it_and_counts_from_today(held: Store, fact: Fact) -> None:
    before = known(held, "lin")
    change = set_to(held, LIN, fact, CONFIRMED, TODAY)
    after = known(held, "lin")
    assert fact.evidence_of(after) == Evidence(CONFIRMED, ON_THE_PHONE, TODAY)
    others = [one for one in Fact if one is not fact]
    assert all(one.evidence_of(after) == one.evidence_of(before) for one in others)
    assert change.records == (("stakeholder", after.id),)
    undo(held)
    assert known(held, "lin") == before


def test_a_confirmation_is_taken_back(held: Store) -> None:
    later = TODAY + timedelta(days=3)
    set_to(held, LIN, Fact.SUPPORT, CONFIRMED, TODAY)
    change = set_to(held, LIN, Fact.SUPPORT, ASSUMED, later)
    assert known(held, "lin").support_evidence == Evidence(ASSUMED, ON_THE_PHONE, later)
    assert wording_in(Language.EN).message(change.label).endswith(": Support only assumed")


def test_what_is_confirmed_already_keeps_its_day(held: Store) -> None:
    set_to(held, LIN, Fact.ROLES, CONFIRMED, EARLIER)
    again = set_to(held, LIN, Fact.ROLES, CONFIRMED, TODAY)
    assert again.records == ()
    assert known(held, "lin").roles_evidence.on == EARLIER


def test_a_value_that_changes_is_assumed_again(held: Store) -> None:
    set_to(held, LIN, Fact.SUPPORT, CONFIRMED, TODAY)
    acts.set_support(held, OPPORTUNITY, LIN, Support.CHAMPION, today=TODAY)
    assert known(held, "lin").support_evidence == Evidence(on=TODAY)


def test_who_said_it_and_since_when_are_set_one_by_one(held: Store) -> None:
    met = Text("季度会上", "at the quarterly meeting")
    grounds.set_source(held, OPPORTUNITY, LIN, Fact.INFLUENCE, met)
    grounds.set_day(held, OPPORTUNITY, LIN, Fact.INFLUENCE, TODAY, today=TODAY)
    assert known(held, "lin").influence_evidence == Evidence(ASSUMED, met, TODAY)
    undo(held)
    assert known(held, "lin").influence_evidence == Evidence(ASSUMED, met, EARLIER)
    grounds.set_day(held, OPPORTUNITY, LIN, Fact.INFLUENCE, None, today=TODAY)
    assert known(held, "lin").influence_evidence.on is None


def test_a_day_to_come_is_refused(held: Store) -> None:
    before = known(held, "lin")
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(UserError, match="still to come"):
        grounds.set_day(held, OPPORTUNITY, LIN, Fact.ROLES, tomorrow, today=TODAY)
    assert known(held, "lin") == before


@pytest.mark.parametrize("fact", list(Fact))
def test_nothing_cannot_be_confirmed(store: Store, fact: Fact) -> None:
    tang = PersonId("tang")
    acts.take_off_map(store, OPPORTUNITY, tang)
    with pytest.raises(UserError, match="nothing is known yet"):
        set_to(store, tang, fact, CONFIRMED, TODAY)


def test_a_warning_names_what_it_wants_confirmed_and_goes_once_it_is(held: Store) -> None:
    def unsure() -> tuple[Fact, ...]:
        view = map_view(held, OPPORTUNITY, today=TODAY, language=Language.EN)
        of_lin = (one for one in view.warnings if one.person == LIN)
        return next((one.unsure for one in of_lin if one.about is WarningKind.ONLY_ASSUMED), ())

    assert unsure() == (Fact.SUPPORT, Fact.ROLES)
    set_to(held, LIN, Fact.ROLES, CONFIRMED, TODAY)
    assert unsure() == (Fact.SUPPORT,)
    set_to(held, LIN, Fact.SUPPORT, CONFIRMED, TODAY)
    assert unsure() == ()
