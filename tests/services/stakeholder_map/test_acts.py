"""What a user does on the map, on a real store."""

from __future__ import annotations

from datetime import date

import pytest

from briefing_app.domain.client import Person
from briefing_app.domain.ids import ColleagueId, PersonId
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Coverage,
    Influence,
    Line,
    LineKind,
    Stakeholder,
    Support,
)
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Certainty
from briefing_app.errors import UserError
from briefing_app.services.stakeholder_map import acts
from briefing_app.services.undoing import undo
from briefing_app.store.store import Store
from briefing_app.wording import wording_in
from tests.builders import OPPORTUNITY
from tests.services.stakeholder_map.conftest import known

TODAY = date(2026, 3, 2)
LIN, WU, CHEN, TANG = map(PersonId, ("lin", "wu", "chen", "tang"))


def lines(store: Store, kind: LineKind) -> set[tuple[str, str]]:
    return {
        (one.source, one.target)
        for one in store.referring(Line, "opportunity", OPPORTUNITY)
        if one.kind is kind
    }


def test_a_moved_person_is_assumed_to_stand_there_since_today(store: Store) -> None:
    change = acts.set_position(
        store, OPPORTUNITY, WU, Influence.HIGH, Support.CHAMPION, today=TODAY
    )
    moved = known(store, "wu")
    assert (moved.influence, moved.support) == (Influence.HIGH, Support.CHAMPION)
    for evidence in (moved.influence_evidence, moved.support_evidence):
        assert (evidence.certainty, evidence.on) == (Certainty.ASSUMED, TODAY)
    assert change.records == (("stakeholder", moved.id),)


def test_a_value_that_stays_keeps_where_it_comes_from(store: Store) -> None:
    before = known(store, "lin")
    change = acts.set_position(
        store, OPPORTUNITY, LIN, before.influence, Support.NEUTRAL, today=TODAY
    )
    after = known(store, "lin")
    assert after.influence_evidence == before.influence_evidence
    assert change.touches("stakeholder")


def test_what_is_so_already_changes_nothing(store: Store) -> None:
    before = known(store, "lin")
    assert acts.set_support(store, OPPORTUNITY, LIN, before.support, today=TODAY).records == ()
    assert acts.set_roles(store, OPPORTUNITY, LIN, before.roles, today=TODAY).records == ()
    assert known(store, "lin") == before


def test_roles_stand_in_the_order_of_the_chain(store: Store) -> None:
    wished = (BuyingRole.DECIDER, BuyingRole.USER)
    acts.set_roles(store, OPPORTUNITY, TANG, wished, today=TODAY)
    assert known(store, "tang").roles == (BuyingRole.USER, BuyingRole.DECIDER)
    assert known(store, "tang").roles_evidence.on == TODAY


def test_closeness_and_who_looks_after_somebody_are_set(store: Store) -> None:
    acts.set_coverage(store, OPPORTUNITY, TANG, Coverage.TRUSTED, today=TODAY)
    acts.set_owner(store, OPPORTUNITY, TANG, ColleagueId("zhou"))
    assert (known(store, "tang").coverage, known(store, "tang").covered_by) == (
        Coverage.TRUSTED,
        "zhou",
    )
    acts.set_owner(store, OPPORTUNITY, TANG, None)
    assert known(store, "tang").covered_by is None


def test_a_note_is_written_and_taken_back(store: Store) -> None:
    before = known(store, "tang")
    change = acts.set_note(store, OPPORTUNITY, TANG, Text("爱打球", "plays tennis"))
    assert known(store, "tang").note == Text("爱打球", "plays tennis")
    assert wording_in(Language.EN).message(change.label) == "Note on Tang Rong"
    undo(store)
    assert known(store, "tang") == before


def test_a_line_is_drawn_once(store: Store) -> None:
    first = acts.draw_line(store, OPPORTUNITY, LineKind.CONFLICTS_WITH, WU, CHEN)
    again = acts.draw_line(store, OPPORTUNITY, LineKind.CONFLICTS_WITH, CHEN, WU)
    assert first.touches("line")
    assert again.records == ()
    assert ("wu", "chen") in lines(store, LineKind.CONFLICTS_WITH)


def test_a_new_superior_takes_the_place_of_the_old_one(store: Store) -> None:
    acts.draw_line(store, OPPORTUNITY, LineKind.REPORTS_TO, PersonId("he"), WU)
    reporting = lines(store, LineKind.REPORTS_TO)
    assert ("he", "wu") in reporting
    assert ("he", "lin") not in reporting


def test_a_circle_of_superiors_is_refused_and_the_old_line_stays(store: Store) -> None:
    with pytest.raises(UserError, match="in a circle"):
        acts.draw_line(store, OPPORTUNITY, LineKind.REPORTS_TO, LIN, PersonId("he"))
    assert ("lin", "chen") in lines(store, LineKind.REPORTS_TO)


def test_nobody_has_a_line_to_oneself(store: Store) -> None:
    with pytest.raises(UserError, match="two people"):
        acts.draw_line(store, OPPORTUNITY, LineKind.INFLUENCES, LIN, LIN)


def test_a_removed_line_is_gone(store: Store) -> None:
    line = store.referring(Line, "opportunity", OPPORTUNITY)[0]
    assert acts.remove_line(store, line.id).records == (("line", line.id),)
    assert not store.exists(Line, line.id)


def test_a_placeholder_has_a_role_and_no_name(store: Store) -> None:
    change = acts.add_placeholder(store, OPPORTUNITY, BuyingRole.SIGNATORY, today=TODAY)
    (person,) = (store.get(Person, one) for kind, one in change.records if kind == "person")
    assert person.is_placeholder
    assert person.name.both == ("? 签字方", "? Signatory")
    assert known(store, person.id).roles == (BuyingRole.SIGNATORY,)


@pytest.mark.parametrize("role", [None, BuyingRole.DECIDER])
def test_somebody_new_is_entered_and_put_on_the_map_in_one_act(
    store: Store, role: BuyingRole | None
) -> None:
    change = acts.add_new_person(store, OPPORTUNITY, " 高远 ", role, today=TODAY)
    person = store.get(Person, PersonId(dict(change.records)["person"]))
    assert person.name == Text("高远")
    assert person.client == store.get(Opportunity, OPPORTUNITY).client
    assert known(store, person.id).roles == ((role,) if role else ())
    undo(store)
    assert not store.exists(Person, person.id)


def test_who_leaves_the_map_stays_at_the_client(store: Store) -> None:
    acts.take_off_map(store, OPPORTUNITY, LIN)
    assert store.exists(Person, "lin")
    assert store.referring(Stakeholder, "person", "lin") == ()
    ends = {end for kind in LineKind for pair in lines(store, kind) for end in pair}
    assert "lin" not in ends
    acts.add_to_map(store, OPPORTUNITY, LIN)
    assert known(store, "lin").support is Support.UNKNOWN


def test_a_placeholder_leaves_for_good(store: Store) -> None:
    change = acts.add_placeholder(store, OPPORTUNITY, BuyingRole.USER, today=TODAY)
    person = PersonId(dict(change.records)["person"])
    acts.take_off_map(store, OPPORTUNITY, person)
    assert not store.exists(Person, person)


def test_undo_gives_back_what_an_act_changed(store: Store) -> None:
    before = known(store, "wu")
    acts.set_position(store, OPPORTUNITY, WU, Influence.LOW, Support.CHAMPION, today=TODAY)
    undone = undo(store)
    assert undone is not None
    assert undone.touches("stakeholder")
    assert known(store, "wu") == before


def test_undo_brings_somebody_back_with_all_lines(store: Store) -> None:
    before = {kind: lines(store, kind) for kind in LineKind}
    acts.take_off_map(store, OPPORTUNITY, LIN)
    undo(store)
    assert {kind: lines(store, kind) for kind in LineKind} == before
    assert known(store, "lin").roles
