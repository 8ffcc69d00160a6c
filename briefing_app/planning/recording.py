"""What a visit record changes in what the team believes: needs, people and the project.

What was learnt at a later visit stays: an older record that is corrected does not undo it.
Applying the same record twice changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from briefing_app.domain.client import Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import NeedId, PersonId, StakeholderId, VisitRecordId
from briefing_app.domain.opportunity import Need, NeedLevel, Opportunity
from briefing_app.domain.records import Record
from briefing_app.domain.stakeholder import Concern, Coverage, Stakeholder
from briefing_app.domain.text import Text
from briefing_app.domain.values import Certainty, Evidence
from briefing_app.domain.visit_record import NeedFinding, NeedOutcome, PersonFinding, VisitRecord
from briefing_app.planning.days import local_day

_AT_THE_VISIT = Text("拜访中得知", "learnt at the visit")
"""Where a finding is known from, unless its source was written down."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The record with the ids of all needs and people that it tells of, and what it changes."""

    record: VisitRecord
    changes: tuple[Record, ...]


def begun_record(dossier: Dossier, make_id: Callable[[], str]) -> VisitRecord:
    """The visit's record to fill in: the stored one, else one that says that all came."""
    if dossier.record is not None:
        return dossier.record
    return VisitRecord(
        id=VisitRecordId(make_id()),
        visit=dossier.visit.id,
        team=dossier.visit.team,
        people=tuple(
            PersonFinding(person=person, was_there=True)
            for person in dict.fromkeys(dossier.visit.attendees)
        ),
    )


def apply_record(dossier: Dossier, record: VisitRecord, make_id: Callable[[], str]) -> Recorded:
    """Bring the facts of the visit's project up to date with ``record``.

    Returns new and changed records in the order in which they refer to each other.
    """
    desk = _Desk(dossier, make_id)
    settled = replace(
        record,
        needs=tuple(desk.need_settled(finding) for finding in record.needs),
        people=tuple(desk.person_settled(finding) for finding in record.people),
    )
    if settled == dossier.record:
        return Recorded(settled, ())
    for need in settled.needs:
        desk.take_need(need)
    for finding in settled.people:
        desk.take_person(finding)
    desk.take_project(settled)
    return Recorded(settled, (*desk.changes(), settled))


class _Desk:
    """The project's facts while one record is applied to them."""

    def __init__(self, dossier: Dossier, make_id: Callable[[], str]) -> None:
        self._dossier = dossier
        self._make_id = make_id
        self._day = local_day(dossier.visit.starts_at, dossier.client.time_zone)
        self._needs = {need.id: need for need in dossier.needs}
        self._people = {person.id: person for person in dossier.people}
        self._stakeholders = {one.person: one for one in dossier.stakeholders}
        self._project = dossier.opportunity

    def need_settled(self, finding: NeedFinding) -> NeedFinding:
        """The finding with the id of its need; a need of these words is that need."""
        if finding.need is not None or not finding.statement:
            return finding
        same = (n for n in self._needs.values() if _share_words(n.statement, finding.statement))
        found = next(same, None) or self._new_need(finding)
        return replace(finding, need=found.id)

    def person_settled(self, finding: PersonFinding) -> PersonFinding:
        """The finding with the id of its person; somebody of this name is that person."""
        if finding.person is not None or not finding.name:
            return finding
        same = (one for one in self._people.values() if _share_words(one.name, finding.name))
        found = next(same, None) or self._new_person(finding)
        return replace(finding, person=found.id)

    def take_need(self, finding: NeedFinding) -> None:
        """Confirm, change or set back a need, unless something later is known of it."""
        need = self._needs.get(finding.need) if finding.need else None
        if need is None or not self._is_news(need.evidence):
            return
        is_other = finding.outcome is NeedOutcome.CHANGED and finding.statement
        is_dropped = finding.outcome is NeedOutcome.DROPPED
        self._needs[need.id] = replace(
            need,
            statement=finding.statement
            if is_other
            else finding.statement.filled_from(need.statement),
            level=NeedLevel.L4 if is_dropped else finding.level or need.level,
            topics=tuple(dict.fromkeys((*need.topics, *finding.topics))),
            raised_by=finding.said_by or need.raised_by,
            evidence=self._evidence(Certainty.CONFIRMED, finding.source),
            real_need=finding.real_need.filled_from(need.real_need),
        )

    def take_person(self, finding: PersonFinding) -> None:
        """Note that somebody was there, and what was learnt of the person."""
        person = self._people.get(finding.person) if finding.person else None
        if person is None:
            return
        self._people[person.id] = self._met(person, finding)
        if _says_something(finding):
            self._stakeholders[person.id] = self._learnt(person.id, finding)

    def take_project(self, record: VisitRecord) -> None:
        """Move the project on, unless a later visit of it was recorded."""
        starts = {visit.id: visit.starts_at for visit in self._dossier.visits}
        mine = self._dossier.visit.starts_at
        if any(starts.get(one.visit, mine) > mine for one in self._dossier.records):
            return
        self._project = replace(
            self._project,
            stage=record.stage or self._project.stage,
            intent=record.intent or self._project.intent,
            expected_decision=record.next_decision_on or self._project.expected_decision,
        )

    def changes(self) -> Iterable[Record]:
        """What is new or other than it was."""
        dossier = self._dossier
        before: set[Record] = {
            *dossier.needs,
            *dossier.people,
            *dossier.stakeholders,
            dossier.opportunity,
        }
        now: tuple[Record | Opportunity, ...] = (
            *self._people.values(),
            self._project,
            *self._needs.values(),
            *self._stakeholders.values(),
        )
        return tuple(record for record in now if record not in before)

    def _new_need(self, finding: NeedFinding) -> Need:
        need = Need(
            id=NeedId(self._make_id()),
            opportunity=self._project.id,
            statement=finding.statement,
            level=finding.level or NeedLevel.L2,
        )
        self._needs[need.id] = need
        return need

    def _new_person(self, finding: PersonFinding) -> Person:
        person = Person(
            id=PersonId(self._make_id()), client=self._dossier.client.id, name=finding.name
        )
        self._people[person.id] = person
        return person

    def _met(self, person: Person, finding: PersonFinding) -> Person:
        last = max(self._day, person.last_contact or self._day)
        return replace(
            person,
            name=person.name.filled_from(finding.name),
            title=finding.title.filled_from(person.title),
            department=finding.department or person.department,
            email=finding.email or person.email,
            phone=finding.phone or person.phone,
            last_contact=last if finding.was_there else person.last_contact,
        )

    def _learnt(self, person: PersonId, finding: PersonFinding) -> Stakeholder:
        known = self._stakeholders.get(person) or Stakeholder(
            id=StakeholderId(self._make_id()), opportunity=self._project.id, person=person
        )
        told = self._evidence(finding.certainty, finding.source)
        if finding.roles and self._is_news(known.roles_evidence):
            known = replace(known, roles=finding.roles, roles_evidence=told)
        if finding.influence and self._is_news(known.influence_evidence):
            known = replace(known, influence=finding.influence, influence_evidence=told)
        if finding.support and self._is_news(known.support_evidence):
            known = replace(known, support=finding.support, support_evidence=told)
        if finding.was_there and known.coverage is Coverage.NONE:
            seen = self._evidence(Certainty.CONFIRMED, Text())
            known = replace(known, coverage=Coverage.MET, coverage_evidence=seen)
        return replace(known, concerns=_with_concern(known.concerns, finding))

    def _evidence(self, certainty: Certainty, source: Text) -> Evidence:
        return Evidence(certainty, source or _AT_THE_VISIT, self._day)

    def _is_news(self, evidence: Evidence) -> bool:
        return (evidence.on or date.min) <= self._day


def _says_something(finding: PersonFinding) -> bool:
    learnt = (finding.roles, finding.influence, finding.support, finding.concern)
    return bool(finding.was_there) or any(learnt)


def _with_concern(concerns: tuple[Concern, ...], finding: PersonFinding) -> tuple[Concern, ...]:
    """The concerns with the one that was told; a new one weighs most, as it is on their mind."""
    if finding.concern is None:
        return concerns
    if all(one.topic is not finding.concern for one in concerns):
        return (Concern(topic=finding.concern, detail=finding.concern_detail), *concerns)
    return tuple(
        replace(one, detail=finding.concern_detail.filled_from(one.detail))
        if one.topic is finding.concern
        else one
        for one in concerns
    )


def _share_words(one: Text, other: Text) -> bool:
    """True where two texts are the same words in either language, whatever their case."""
    held = {words.strip().casefold() for words in (one.zh, one.en) if words.strip()}
    told = {words.strip().casefold() for words in (other.zh, other.en) if words.strip()}
    return not held.isdisjoint(told)
