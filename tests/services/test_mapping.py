"""People are put on the stakeholder map, known or not yet, and lines are drawn between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing_app.domain.client import Person
from briefing_app.domain.stakeholder import BuyingRole, Line, LineKind, Stakeholder
from briefing_app.domain.text import Text
from briefing_app.domain.values import Evidence
from briefing_app.errors import UserError
from briefing_app.services import mapping, undoing
from briefing_app.store.store import Store
from tests.store.sample import CLIENT, LINE, OPPORTUNITY, PERSON, SUPERIOR, client

TODAY = date(2026, 4, 2)
PROJECT = OPPORTUNITY.id


def _line(store: Store, kind: LineKind, source: str, target: str):
    return mapping.add_line(store, opportunity=PROJECT, kind=kind, source=source, target=target)


def test_somebody_is_put_on_the_map_with_assumed_roles(filled: Store) -> None:
    created = mapping.add_stakeholder(
        filled,
        opportunity=PROJECT,
        person=SUPERIOR.id,
        roles=(BuyingRole.DECIDER,),
        today=TODAY,
    )
    stored = filled.get(Stakeholder, created.record_id)
    assert (stored.person, stored.roles) == (SUPERIOR.id, (BuyingRole.DECIDER,))
    assert stored.roles_evidence == Evidence(on=TODAY)
    assert created.change.records == (("stakeholder", created.record_id),)


def test_without_roles_nothing_is_assumed(filled: Store) -> None:
    created = mapping.add_stakeholder(filled, opportunity=PROJECT, person=SUPERIOR.id, today=TODAY)
    assert filled.get(Stakeholder, created.record_id).roles_evidence == Evidence()


def test_somebody_is_on_the_map_once(filled: Store) -> None:
    with pytest.raises(UserError, match="already a stakeholder"):
        mapping.add_stakeholder(filled, opportunity=PROJECT, person=PERSON.id)


def test_somebody_of_another_client_is_refused(filled: Store) -> None:
    stranger = replace(PERSON, id="person-9", client=client(1).id, name=Text("外人", "Stranger"))
    filled.save([client(1), stranger])
    with pytest.raises(UserError, match="Stranger does not work at the client"):
        mapping.add_stakeholder(filled, opportunity=PROJECT, person=stranger.id)
    with pytest.raises(UserError, match="Stranger does not work at the client"):
        _line(filled, LineKind.INFLUENCES, PERSON.id, stranger.id)


def test_somebody_unknown_is_a_placeholder_until_he_has_a_name(filled: Store) -> None:
    made = [
        mapping.add_placeholder_person(
            filled, opportunity=PROJECT, role=BuyingRole.BUDGET_HOLDER, today=TODAY
        )
        for _ in range(2)
    ]
    first, second = (filled.get(Person, one.record_id) for one in made)
    assert first.name == Text("未知预算方", "Unknown budget holder")
    assert second.name == Text("未知预算方 2", "Unknown budget holder 2")
    assert first.client == CLIENT.id
    assert all(map(mapping.is_placeholder, (first, second)))
    assert not mapping.is_placeholder(PERSON)
    (stakeholder,) = filled.referring(Stakeholder, "person", first.id)
    assert stakeholder.roles == (BuyingRole.BUDGET_HOLDER,)
    undoing.undo(filled)
    assert not filled.exists(Person, second.id)


@pytest.mark.parametrize("kind", LineKind)
def test_a_line_is_drawn_and_taken_away(filled: Store, kind: LineKind) -> None:
    created = _line(filled, kind, SUPERIOR.id, PERSON.id) if kind != LINE.kind else None
    line_id = created.record_id if created else LINE.id
    change = mapping.remove_line(filled, line_id=line_id)
    assert change.records == (("line", line_id),)
    assert not filled.exists(Line, line_id)
    assert undoing.trash(filled) == ()
    undoing.undo(filled)
    assert filled.get(Line, line_id).kind is kind


def test_a_line_is_there_once(filled: Store) -> None:
    with pytest.raises(UserError, match="There is this line already: Zeng Wei – Shan Jing"):
        _line(filled, LINE.kind, LINE.source, LINE.target)
    _line(filled, LineKind.CONFLICTS_WITH, PERSON.id, SUPERIOR.id)
    with pytest.raises(UserError, match="There is this line already"):
        _line(filled, LineKind.CONFLICTS_WITH, SUPERIOR.id, PERSON.id)
    _line(filled, LineKind.INFLUENCES, PERSON.id, SUPERIOR.id)
    _line(filled, LineKind.INFLUENCES, SUPERIOR.id, PERSON.id)
    assert len(filled.all(Line)) == 4


def test_a_line_needs_two_people_and_no_circle(filled: Store) -> None:
    with pytest.raises(UserError, match="both ends are Zeng Wei"):
        _line(filled, LineKind.INFLUENCES, PERSON.id, PERSON.id)
    with pytest.raises(UserError, match="in a circle"):
        _line(filled, LineKind.REPORTS_TO, SUPERIOR.id, PERSON.id)
    assert filled.all(Line) == (LINE,)
