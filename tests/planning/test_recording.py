"""What a visit record changes in what the team believes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any, TypeVar

from briefing_app.domain.client import Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import NeedId, PersonId, VisitId, VisitRecordId
from briefing_app.domain.opportunity import Need, NeedLevel, Opportunity, Stage
from briefing_app.domain.records import Record
from briefing_app.domain.stakeholder import (
    BuyingRole,
    ConcernTopic,
    Coverage,
    Stakeholder,
    Support,
)
from briefing_app.domain.text import Text
from briefing_app.domain.values import Certainty
from briefing_app.domain.visit_record import NeedFinding, NeedOutcome, PersonFinding, VisitRecord
from briefing_app.planning.recording import Recorded, apply_record, begun_record
from tests import builders

R = TypeVar("R", bound=Record)


def _applied(dossier: Dossier | None = None, **said: Any) -> Recorded:
    numbers = count(1)
    record = VisitRecord(**({"id": VisitRecordId("r"), "visit": builders.VISIT} | said))
    held = dossier or builders.rich_dossier()
    return apply_record(held, record, lambda: f"new-{next(numbers)}")


def _of(recorded: Recorded, kind: type[R]) -> list[R]:
    return [one for one in recorded.changes if isinstance(one, kind)]


def test_the_form_begins_with_all_who_were_invited() -> None:
    record = begun_record(builders.rich_dossier(), lambda: "r")
    assert [one.person for one in record.people] == ["chen", "lin", "he", "wu"]
    assert all(one.was_there for one in record.people)


def test_a_stored_record_is_what_the_form_begins_with() -> None:
    stored = builders.visit_record()
    assert begun_record(builders.rich_dossier(records=(stored,)), lambda: "r") is stored


def test_a_confirmed_need_is_confirmed_from_that_day() -> None:
    first = builders.rich_dossier().needs[0]
    finding = NeedFinding(need=first.id, outcome=NeedOutcome.CONFIRMED, level=NeedLevel.L3)
    (need,) = _of(_applied(needs=(finding,)), Need)
    assert need.evidence.is_confirmed
    assert need.evidence.on == builders.VISIT_DAY
    assert (need.level, need.statement) == (NeedLevel.L3, first.statement)


def test_a_need_that_is_another_loses_its_old_words_in_both_languages() -> None:
    first = builders.rich_dossier().needs[0]
    words = Text("要看退货", "")
    finding = NeedFinding(need=first.id, outcome=NeedOutcome.CHANGED, statement=words)
    (need,) = _of(_applied(needs=(finding,)), Need)
    assert need.statement == words


def test_a_dropped_need_becomes_an_idea_for_later() -> None:
    first = builders.rich_dossier().needs[0]
    finding = NeedFinding(need=first.id, outcome=NeedOutcome.DROPPED)
    (need,) = _of(_applied(needs=(finding,)), Need)
    assert need.level is NeedLevel.L4


def test_a_new_need_is_made_once_and_the_record_names_it() -> None:
    words = Text("要看退货", "See returns")
    finding = NeedFinding(outcome=NeedOutcome.NEW, statement=words)
    recorded = _applied(needs=(finding, finding))
    (need,) = _of(recorded, Need)
    assert need.statement == words
    assert [one.need for one in recorded.record.needs] == [need.id, need.id]


def test_somebody_newly_met_comes_onto_the_map_with_what_was_learnt() -> None:
    finding = PersonFinding(
        name=Text("秦舟", "Qin Zhou"),
        was_there=True,
        roles=(BuyingRole.SIGNATORY,),
        concern=ConcernTopic.COMPLIANCE,
        certainty=Certainty.CONFIRMED,
    )
    recorded = _applied(people=(finding,))
    (person,) = _of(recorded, Person)
    (known,) = _of(recorded, Stakeholder)
    assert person.last_contact == builders.VISIT_DAY
    assert (known.person, known.roles) == (person.id, (BuyingRole.SIGNATORY,))
    assert known.roles_evidence.is_confirmed
    assert known.coverage is Coverage.MET
    assert known.concerns[0].topic is ConcernTopic.COMPLIANCE


def test_what_was_learnt_at_a_later_visit_stays() -> None:
    dossier = builders.rich_dossier()
    later = builders.VISIT_DAY + timedelta(days=5)
    wu = dossier.stakeholder(PersonId("wu"))
    assert wu is not None
    known = replace(wu, support_evidence=replace(wu.support_evidence, on=later))
    others = tuple(one for one in dossier.stakeholders if one.person != "wu")
    finding = PersonFinding(person=PersonId("wu"), support=Support.CHAMPION)
    held = replace(dossier, stakeholders=(*others, known))
    assert not _of(_applied(held, people=(finding,)), Stakeholder)


def test_the_project_moves_on_unless_a_later_visit_was_recorded() -> None:
    said = {"stage": Stage.NEGOTIATION, "next_decision_on": date(2026, 4, 1)}
    (project,) = _of(_applied(**said), Opportunity)
    assert (project.stage, project.expected_decision) == (Stage.NEGOTIATION, date(2026, 4, 1))
    later = builders.visit(id=VisitId("visit-2"), starts_at=builders.STARTS_AT + timedelta(days=7))
    held = builders.rich_dossier(
        visits=(builders.visit(), later),
        records=(builders.visit_record(visit=later.id),),
    )
    assert not _of(_applied(held, **said), Opportunity)


def test_the_same_record_twice_changes_nothing_the_second_time() -> None:
    first = _applied(
        needs=(NeedFinding(outcome=NeedOutcome.NEW, statement=Text("退货", "Returns")),),
        people=(PersonFinding(name=Text("秦舟", "Qin Zhou"), was_there=True),),
    )
    dossier = builders.rich_dossier()
    needs = (*dossier.needs, *_of(first, Need))
    people = (*dossier.people, *_of(first, Person))
    held = replace(dossier, needs=needs, people=people, records=(first.record,))
    unfilled = replace(
        first.record,
        needs=tuple(replace(one, need=None) for one in first.record.needs),
        people=tuple(replace(one, person=None) for one in first.record.people),
    )
    assert apply_record(held, unfilled, lambda: "x").changes == ()


def test_a_record_of_what_is_not_kept_any_more_changes_nothing_of_it() -> None:
    recorded = _applied(
        needs=(NeedFinding(need=NeedId("gone"), outcome=NeedOutcome.CONFIRMED),),
        people=(PersonFinding(person=PersonId("gone"), was_there=True),),
    )
    assert recorded.changes == (recorded.record,)
