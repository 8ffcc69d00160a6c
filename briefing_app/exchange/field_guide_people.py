"""Clients, people, projects and visits: what each field is called and what belongs in it."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.client import Client, Person
from briefing_app.domain.labels import N_
from briefing_app.domain.opportunity import CommercialStrategy, Competitor, Need, Opportunity
from briefing_app.domain.photo import Photo
from briefing_app.domain.stakeholder import Concern, Line, Stakeholder
from briefing_app.domain.values import Evidence
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.exchange.guide_entry import Entry

ENTRIES: Mapping[tuple[type, str], Entry] = {
    (Client, "name"): Entry(N_("Company name"), N_("The company's full name, as on its website.")),
    (Client, "short_name"): Entry(
        N_("Short name"), N_("What people call the company; used on slides.")
    ),
    (Client, "industry"): Entry(
        N_("Industry"), N_("Decides which industry pack the documents draw on.")
    ),
    (Client, "city"): Entry(N_("City"), N_("Where you usually meet.")),
    (Client, "situation"): Entry(
        N_("Situation"), N_("How the client describes its own situation. Clients will read it.")
    ),
    (Client, "grade"): Entry(
        N_("Grade"),
        N_("How much the client weighs for us: S strategic, A important, B regular, C other."),
    ),
    (Client, "size"): Entry(N_("Company size"), N_("By number of people.")),
    (Client, "annual_revenue"): Entry(
        N_("Annual revenue"), N_("From public sources; stays inside.")
    ),
    (Client, "business_process"): Entry(
        N_("Business process"), N_("How the company earns its money, in a few steps; stays inside.")
    ),
    (Client, "website"): Entry(N_("Website"), N_("The company's public address on the web.")),
    (Client, "time_zone"): Entry(
        N_("Time zone"), N_("Visit times are shown in it, for example Asia/Shanghai.")
    ),
    (Client, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (Person, "client"): Entry(N_("Client"), N_("The company the person works for.")),
    (Person, "name"): Entry(N_("Person's name"), N_("As on the business card.")),
    (Person, "title"): Entry(N_("Job title"), N_("As on the business card.")),
    (Person, "department"): Entry(N_("Department"), N_("The closest one in the list.")),
    (Person, "email"): Entry(N_("E-mail"), N_("One address.")),
    (Person, "phone"): Entry(N_("Phone"), N_("Mobile or office, with its country code if abroad.")),
    (Person, "last_contact"): Entry(
        N_("Last contact"), N_("The day somebody of ours last spoke with the person.")
    ),
    (Person, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (Photo, "person"): Entry(N_("Person"), N_("Whose face the photo shows.")),
    (Photo, "image"): Entry(
        N_("Photo"), N_("A small JPEG as the program keeps it; never shown to a client.")
    ),
    (Opportunity, "client"): Entry(N_("Client"), N_("The company the project is at.")),
    (Opportunity, "name"): Entry(N_("Project name"), N_("What both sides call the project.")),
    (Opportunity, "stage"): Entry(N_("Stage"), N_("How far the project is.")),
    (Opportunity, "intent"): Entry(
        N_("Strength of intent"), N_("How strongly the client means to buy.")
    ),
    (Opportunity, "amount"): Entry(
        N_("Expected amount"), N_("What the project may be worth; stays inside.")
    ),
    (Opportunity, "requested_products"): Entry(
        N_("Products asked for"), N_("What the client itself asked for.")
    ),
    (Opportunity, "strategy"): Entry(
        N_("Strategy"), N_("What was agreed inside before the meeting.")
    ),
    (Opportunity, "pricing_is_shareable"): Entry(
        N_("Commercial frame may be shown"),
        N_("Yes only if the client may read the commercial frame."),
    ),
    (Opportunity, "commercial_frame"): Entry(
        N_("Commercial frame"), N_("How we would charge, in the words the client would read.")
    ),
    (Opportunity, "expected_decision"): Entry(
        N_("Decision expected on"), N_("The day the client means to decide.")
    ),
    (Opportunity, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (CommercialStrategy, "channel"): Entry(
        N_("Sales channel"), N_("Do we sell ourselves or with a partner.")
    ),
    (CommercialStrategy, "charging"): Entry(N_("Charging"), N_("What the client pays at first.")),
    (CommercialStrategy, "aim"): Entry(
        N_("Aim of the deal"), N_("Is the deal for profit or for reputation.")
    ),
    (CommercialStrategy, "agreed_by"): Entry(N_("Agreed by"), N_("Who of ours agreed to it.")),
    (CommercialStrategy, "agreed_on"): Entry(N_("Agreed on"), N_("When it was agreed.")),
    (CommercialStrategy, "note"): Entry(
        N_("Note"), N_("For the team only; never shown to a client.")
    ),
    (Need, "opportunity"): Entry(N_("Project"), N_("The project the need belongs to.")),
    (Need, "statement"): Entry(N_("Need"), N_("What the client says it needs, in its own words.")),
    (Need, "level"): Entry(N_("Need level"), N_("How hard the need binds, L1 to L4.")),
    (Need, "topics"): Entry(
        N_("Topics"),
        N_("Short words that products, cases and questions share, for example retention."),
    ),
    (Need, "raised_by"): Entry(N_("Raised by"), N_("Who at the client said it.")),
    (Need, "evidence"): Entry(N_("Evidence"), N_("Where you know it from.")),
    (Need, "real_need"): Entry(N_("Real need"), N_("What you believe is behind it; stays inside.")),
    (Need, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (Evidence, "certainty"): Entry(
        N_("Certainty"), N_("Did somebody make sure, or is it assumed.")
    ),
    (Evidence, "source"): Entry(N_("Source"), N_("Who said it or where it stands.")),
    (Evidence, "on"): Entry(N_("As of"), N_("Since when it is held to be so.")),
    (Competitor, "opportunity"): Entry(
        N_("Project"), N_("The project in which we meet this vendor.")
    ),
    (Competitor, "name"): Entry(N_("Competitor's name"), N_("The other vendor's name.")),
    (Competitor, "strength"): Entry(N_("Strength"), N_("What speaks for them at this client.")),
    (Competitor, "weakness"): Entry(N_("Weakness"), N_("What speaks against them at this client.")),
    (Competitor, "our_answer"): Entry(
        N_("Our answer"), N_("What we say when the client brings them up.")
    ),
    (Stakeholder, "opportunity"): Entry(
        N_("Project"), N_("Roles belong to a person in one project.")
    ),
    (Stakeholder, "person"): Entry(
        N_("Person"), N_("Who it is; the person must work at the project's client.")
    ),
    (Stakeholder, "roles"): Entry(N_("Buying roles"), N_("One person may hold several.")),
    (Stakeholder, "roles_evidence"): Entry(
        N_("Roles evidence"), N_("Where you know the roles from.")
    ),
    (Stakeholder, "influence"): Entry(
        N_("Influence"), N_("How much the person's word weighs in this purchase.")
    ),
    (Stakeholder, "influence_evidence"): Entry(
        N_("Influence evidence"), N_("Where you know the influence from.")
    ),
    (Stakeholder, "support"): Entry(N_("Support"), N_("Where the person stands towards us.")),
    (Stakeholder, "support_evidence"): Entry(
        N_("Support evidence"), N_("Where you know the support from.")
    ),
    (Stakeholder, "coverage"): Entry(N_("Coverage"), N_("How close our team is to the person.")),
    (Stakeholder, "coverage_evidence"): Entry(
        N_("Coverage evidence"), N_("Where you know the coverage from.")
    ),
    (Stakeholder, "covered_by"): Entry(
        N_("Covered by"), N_("Which of our colleagues looks after the person.")
    ),
    (Stakeholder, "concerns"): Entry(
        N_("Concerns"), N_("What is on the person's mind, the weightiest first.")
    ),
    (Stakeholder, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (Concern, "topic"): Entry(N_("Concern"), N_("What the person wants to hear about.")),
    (Concern, "detail"): Entry(N_("Detail"), N_("What was said or is suspected.")),
    (Line, "opportunity"): Entry(N_("Project"), N_("The project the line belongs to.")),
    (Line, "kind"): Entry(
        N_("Kind of line"), N_("What the line from the first to the second person means.")
    ),
    (Line, "source"): Entry(N_("From person"), N_("Who reports, influences or is in conflict.")),
    (Line, "target"): Entry(N_("To person"), N_("To whom, on whom or with whom.")),
    (Line, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (Visit, "opportunity"): Entry(N_("Project"), N_("The project the visit is about.")),
    (Visit, "starts_at"): Entry(
        N_("Starts at"), N_("Date and time on the client's clock, for example 2026-11-24 14:30.")
    ),
    (Visit, "minutes"): Entry(N_("Minutes"), N_("How long the visit lasts.")),
    (Visit, "stage"): Entry(
        N_("Stage of the visit"), N_("What the visit is about; slides are chosen by it.")
    ),
    (Visit, "place"): Entry(N_("Place"), N_("Where you meet, or how you connect.")),
    (Visit, "purpose"): Entry(
        N_("Purpose"), N_("Why both sides take the time. Clients will read it.")
    ),
    (Visit, "attendees"): Entry(
        N_("Client's attendees"),
        N_("The client's people who will be there, in the order of weight."),
    ),
    (Visit, "team"): Entry(N_("Our team"), N_("Our colleagues who go; the first one leads.")),
    (Visit, "best_commitment"): Entry(
        N_("Best commitment"), N_("The best the client could promise at the end; stays inside.")
    ),
    (Visit, "least_commitment"): Entry(
        N_("Least acceptable commitment"),
        N_("The least that makes the visit worth while; stays inside."),
    ),
    (Visit, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (FollowUp, "visit"): Entry(N_("Visit"), N_("The visit it was agreed at; write its purpose.")),
    (FollowUp, "what"): Entry(N_("What to do"), N_("One thing that somebody does.")),
    (FollowUp, "owner"): Entry(N_("Owner"), N_("Who does it, of ours or the client's.")),
    (FollowUp, "due"): Entry(N_("Due date"), N_("By which day.")),
    (FollowUp, "is_for_client"): Entry(
        N_("Client may see it"), N_("Yes if it stands in the minutes that the client gets.")
    ),
    (FollowUp, "done_on"): Entry(N_("Done on"), N_("The day it was done; empty while it is open.")),
    (FollowUp, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
}
