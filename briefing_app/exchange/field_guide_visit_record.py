"""What the fields of visit records are called, and what belongs in them."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.labels import N_
from briefing_app.domain.visit_record import (
    Activity,
    AgreedPoint,
    Feedback,
    LeftOpen,
    NeedFinding,
    PersonFinding,
    VisitRecord,
)
from briefing_app.exchange.guide_entry import Entry

ENTRIES: Mapping[tuple[type, str], Entry] = {
    (VisitRecord, "visit"): Entry(N_("Visit"), N_("The visit it was; write its purpose.")),
    (VisitRecord, "aim"): Entry(
        N_("Aim reached"), N_("Which of the commitments we left with; stays inside.")
    ),
    (VisitRecord, "commitment"): Entry(
        N_("What was promised"), N_("What the client promised in the end; stays inside.")
    ),
    (VisitRecord, "team"): Entry(N_("Who of us was there"), N_("Our colleagues who went.")),
    (VisitRecord, "needs"): Entry(N_("1 Needs"), N_("The real need, made sure of.")),
    (VisitRecord, "continuation"): Entry(
        N_("Does it go on"), N_("Whether the client goes on with the project.")
    ),
    (VisitRecord, "stage"): Entry(
        N_("Stage now"), N_("Where the project stands after the visit; empty if unchanged.")
    ),
    (VisitRecord, "intent"): Entry(
        N_("Intent now"), N_("How strongly the client means to buy; empty if unchanged.")
    ),
    (VisitRecord, "delivery"): Entry(
        N_("How it would be delivered"),
        N_("By whom, where and in which steps, as far as it was said."),
    ),
    (VisitRecord, "next_decision"): Entry(
        N_("Next decision"), N_("What is decided next, and by whom.")
    ),
    (VisitRecord, "next_decision_on"): Entry(
        N_("Next decision on"), N_("The day on which it is expected.")
    ),
    (VisitRecord, "people"): Entry(N_("3 People"), N_("Who was there, and what was learnt.")),
    (VisitRecord, "shown"): Entry(
        N_("4 Shown"), N_("What was introduced, demonstrated, trained or negotiated.")
    ),
    (VisitRecord, "feedback"): Entry(N_("5 Feedback"), N_("What was said about our products.")),
    (VisitRecord, "agreed"): Entry(N_("6 Agreed"), N_("Facts and decisions of both sides.")),
    (VisitRecord, "next_meeting"): Entry(
        N_("Next meeting"), N_("What for and where. Clients will read it.")
    ),
    (VisitRecord, "next_meeting_on"): Entry(
        N_("Next meeting on"), N_("The day. Clients will read it.")
    ),
    (VisitRecord, "open_questions"): Entry(
        N_("Open questions"), N_("What we still do not know; stays inside.")
    ),
    (VisitRecord, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (VisitRecord, "left_open"): Entry(
        N_("Left open"), N_("Which of the six records have no answer, and why; stays inside.")
    ),
    (VisitRecord, "closed_on"): Entry(
        N_("Closed on"), N_("The day; each of the six needs an answer or a reason why not.")
    ),
    (LeftOpen, "part"): Entry(N_("Record"), N_("Which of the six.")),
    (LeftOpen, "reason"): Entry(N_("Why not"), N_("Why it has no answer.")),
    (NeedFinding, "need"): Entry(
        N_("Need on the list"), N_("Which need of the project; empty for a new one.")
    ),
    (NeedFinding, "outcome"): Entry(N_("Outcome"), N_("What the visit said of it.")),
    (NeedFinding, "statement"): Entry(
        N_("In the client's words"),
        N_("For a new need, and for one that turned out another. Clients will read it."),
    ),
    (NeedFinding, "level"): Entry(
        N_("Level now"), N_("How hard it binds, L1 to L4; empty if unchanged.")
    ),
    (NeedFinding, "real_need"): Entry(N_("Real need"), N_("What is behind it; stays inside.")),
    (NeedFinding, "topics"): Entry(
        N_("Topics"),
        N_("Short words that products, cases and questions share, for example retention."),
    ),
    (NeedFinding, "said_by"): Entry(N_("Said by"), N_("Who at the client said it.")),
    (NeedFinding, "source"): Entry(
        N_("How we know"), N_("For example: said in the meeting, seen at work.")
    ),
    (PersonFinding, "person"): Entry(
        N_("Person"), N_("Who it is; empty for somebody newly met, who is named beside it.")
    ),
    (PersonFinding, "was_there"): Entry(
        N_("Was there"), N_("Yes or No; empty if it is not known.")
    ),
    (PersonFinding, "name"): Entry(N_("New: name"), N_("Only for somebody newly met.")),
    (PersonFinding, "title"): Entry(N_("New: title"), N_("Job title of somebody newly met.")),
    (PersonFinding, "department"): Entry(
        N_("New: department"), N_("Where somebody newly met works.")
    ),
    (PersonFinding, "email"): Entry(N_("New: e-mail"), N_("Of somebody newly met.")),
    (PersonFinding, "phone"): Entry(N_("New: phone"), N_("Of somebody newly met.")),
    (PersonFinding, "roles"): Entry(
        N_("Buying roles now"), N_("All roles that the person holds; empty if nothing was learnt.")
    ),
    (PersonFinding, "influence"): Entry(N_("Influence now"), N_("Empty if nothing was learnt.")),
    (PersonFinding, "support"): Entry(N_("Support now"), N_("Empty if nothing was learnt.")),
    (PersonFinding, "concern"): Entry(
        N_("Concern"), N_("What the person wants to hear about; a row for each further concern.")
    ),
    (PersonFinding, "concern_detail"): Entry(N_("Concern in detail"), N_("What was said.")),
    (PersonFinding, "certainty"): Entry(
        N_("Certainty"), N_("Did somebody make sure, or is it assumed.")
    ),
    (PersonFinding, "source"): Entry(N_("How we know"), N_("Who said it, or what was seen.")),
    (PersonFinding, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (Activity, "kind"): Entry(N_("What we did"), N_("By stage and role.")),
    (Activity, "what"): Entry(N_("Subject"), N_("In a few words. Clients will read it.")),
    (Activity, "product"): Entry(N_("Product"), N_("Which product it was about, if one.")),
    (Activity, "reception"): Entry(N_("Reception"), N_("How it went down; stays inside.")),
    (Activity, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (Feedback, "kind"): Entry(N_("Kind of feedback"), N_("Praise, complaint or wish.")),
    (Feedback, "words"): Entry(N_("What was said"), N_("As close to the words as you can.")),
    (Feedback, "product"): Entry(N_("Product"), N_("Empty if it is about our work in general.")),
    (Feedback, "said_by"): Entry(N_("Said by"), N_("Who at the client said it.")),
    (Feedback, "weight"): Entry(N_("Weight"), N_("How much it matters.")),
    (Feedback, "note"): Entry(
        N_("Assessment"), N_("What the product team should make of it; stays inside.")
    ),
    (AgreedPoint, "kind"): Entry(N_("Fact or decision"), N_("What both sides would sign.")),
    (AgreedPoint, "words"): Entry(
        N_("What was agreed"), N_("One point a row. Clients will read it.")
    ),
}
