"""What somebody added to the sample data: one visit recorded, one deck's slides reworded.

All their fields are filled, so that tests that look for facts find them everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing_app.domain.client import Person
from briefing_app.domain.ids import SlideListId, VisitId, VisitRecordId
from briefing_app.domain.opportunity import Need, Opportunity
from briefing_app.domain.records import Record
from briefing_app.domain.slide_list import SlideChoice, SlideList, SlideWords
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.domain.visit_record import (
    Activity,
    ActivityKind,
    AgreedKind,
    AgreedPoint,
    Feedback,
    FeedbackKind,
    LeftOpen,
    NeedFinding,
    NeedOutcome,
    PersonFinding,
    RecordPart,
    VisitRecord,
)
from briefing_app.services.after_visit import edit_visit_record
from briefing_app.services.changes import Change
from briefing_app.services.parts import setting
from briefing_app.store.store import Store


def added_to(records: Sequence[Record]) -> tuple[Record, ...]:
    """A record of the first visit in time, and a slide list of the last one."""
    visits = sorted((r for r in records if isinstance(r, Visit)), key=lambda v: v.starts_at)
    return _record_of(visits[0], records), _slide_list_of(visits[-1])


def _record_of(visit: Visit, records: Sequence[Record]) -> VisitRecord:
    opportunity = next(
        r for r in records if isinstance(r, Opportunity) and r.id == visit.opportunity
    )
    need = next(r for r in records if isinstance(r, Need) and r.opportunity == opportunity.id)
    person = next(r for r in records if isinstance(r, Person) and r.id in visit.attendees)
    product = opportunity.requested_products[0]
    return VisitRecord(
        id=VisitRecordId("recorded"),
        visit=visit.id,
        commitment=Text("给数据样本", "A data sample"),
        team=visit.team,
        needs=(
            NeedFinding(
                need=need.id,
                outcome=NeedOutcome.CONFIRMED,
                statement=Text("看清在哪一步流失", "See where people leave"),
                real_need=Text("怕错过窗口", "Afraid to miss the window"),
                topics=need.topics,
                said_by=person.id,
                source=Text("会上亲口所说", "said in the meeting"),
            ),
        ),
        delivery=Text("先试点", "A pilot first"),
        next_decision=Text("是否试点", "Whether to pilot"),
        next_decision_on=date(2026, 12, 20),
        people=(
            PersonFinding(
                person=person.id,
                was_there=True,
                concern_detail=Text("工期", "The schedule"),
                source=Text("会后交谈", "talk after the meeting"),
                note=Text("愿意引荐", "offers to introduce us"),
            ),
            PersonFinding(
                was_there=True,
                name=Text("周周", "Zhou Zhou"),
                title=Text("分析师", "Analyst"),
                email="zhou@example.com",
                phone="13900000000",
            ),
        ),
        shown=(
            Activity(
                kind=ActivityKind.DEMONSTRATED,
                what=Text("漏斗", "The funnel"),
                product=product,
                note=Text("反应平平", "lukewarm"),
            ),
        ),
        feedback=(
            Feedback(
                kind=FeedbackKind.WISH,
                words=Text("想要英文版", "English, please"),
                product=product,
                said_by=person.id,
                note=Text("说了两次", "said so twice"),
            ),
        ),
        agreed=(AgreedPoint(kind=AgreedKind.DECISION, words=Text("先试点", "Pilot first")),),
        next_meeting=Text("两周后再谈", "Again in two weeks"),
        next_meeting_on=date(2026, 12, 18),
        open_questions=(Text("谁签字", "Who signs"),),
        left_open=(LeftOpen(part=RecordPart.PROJECT, reason=Text("没来得及问", "No time to ask")),),
        closed_on=date(2026, 12, 5),
        note=Text("气氛不错", "a good mood"),
    )


def _slide_list_of(visit: Visit) -> SlideList:
    return SlideList(
        id=SlideListId("reworded"),
        visit=visit.id,
        slides=(SlideChoice(slide="cover"), SlideChoice(slide="trust", is_on=False)),
        words=(
            SlideWords(
                slide="trust",
                name="title",
                words=Text(en="Ask for what proves it"),
                on=date(2026, 11, 20),
                facts=("company/own/trust=0123456789ab",),
            ),
        ),
    )


def save_visit_record(store: Store, visit: VisitId, field: str, value: object) -> Change:
    """One field of a visit's record filled in, as the window does it."""
    return edit_visit_record(store, visit=visit, path=(field,), edit=setting(value))
