"""Our own company, products, cases and industry packs: what fields are called and hold."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.industry import (
    BusinessProcess,
    DiscoveryQuestion,
    IndustryPack,
    Pressure,
    Topic,
)
from briefing_app.domain.labels import N_
from briefing_app.domain.logo import Logo
from briefing_app.domain.offering import (
    AdoptionProfile,
    Capability,
    Colleague,
    IndustryValue,
    Objection,
    OwnCompany,
    Product,
    SuccessCase,
    TrustStatement,
)
from briefing_app.domain.values import Measure
from briefing_app.exchange.guide_entry import Entry

ENTRIES: Mapping[tuple[type, str], Entry] = {
    (OwnCompany, "name"): Entry(
        N_("Company name"), N_("The company's full name, as on its website.")
    ),
    (OwnCompany, "short_name"): Entry(
        N_("Short name"), N_("What people call the company; used on slides.")
    ),
    (OwnCompany, "essence"): Entry(
        N_("In one sentence"), N_("What your company does, in one sentence.")
    ),
    (OwnCompany, "vision"): Entry(N_("Vision"), N_("What partners may look forward to with you.")),
    (OwnCompany, "address"): Entry(N_("Address"), N_("Stands on the back of the brochure.")),
    (OwnCompany, "phone"): Entry(
        N_("Phone"), N_("Mobile or office, with its country code if abroad.")
    ),
    (OwnCompany, "email"): Entry(N_("E-mail"), N_("One address.")),
    (OwnCompany, "website"): Entry(N_("Website"), N_("The company's public address on the web.")),
    (OwnCompany, "trust"): Entry(
        N_("Why trust us"), N_("Why clients can rely on you, each with its proof.")
    ),
    (OwnCompany, "service"): Entry(
        N_("Service promises"), N_("What clients get from you after they bought.")
    ),
    (OwnCompany, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (TrustStatement, "source"): Entry(
        N_("Source of trust"), N_("Which of the five sources it belongs to.")
    ),
    (TrustStatement, "statement"): Entry(
        N_("Statement"), N_("The reason itself, in one sentence.")
    ),
    (TrustStatement, "proof"): Entry(
        N_("Proof"), N_("What a client could check: a certificate, a report, a figure.")
    ),
    (Colleague, "name"): Entry(N_("Person's name"), N_("As on the business card.")),
    (Colleague, "title"): Entry(N_("Job title"), N_("As on the business card.")),
    (Colleague, "email"): Entry(N_("E-mail"), N_("One address.")),
    (Colleague, "phone"): Entry(
        N_("Phone"), N_("Mobile or office, with its country code if abroad.")
    ),
    (Colleague, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (Product, "name"): Entry(N_("Product name"), N_("As it stands in the price list.")),
    (Product, "essence"): Entry(
        N_("In one sentence"), N_("The product's essence, as you would say it in the lift.")
    ),
    (Product, "capabilities"): Entry(
        N_("Capabilities"), N_("What the product does, one row each.")
    ),
    (Product, "works_in"): Entry(
        N_("How it works"), N_("The steps of a figure that shows how it works.")
    ),
    (Product, "facts"): Entry(
        N_("Technical facts"), N_("Technical facts that evaluators ask for.")
    ),
    (Product, "topics"): Entry(
        N_("Topics"),
        N_("Short words that products, cases and questions share, for example retention."),
    ),
    (Product, "adoption"): Entry(
        N_("Adoption"), N_("What the product means for the client's departments.")
    ),
    (Product, "values"): Entry(
        N_("Values"), N_("What the product does for one industry, one row each.")
    ),
    (Product, "objections"): Entry(
        N_("Objections"), N_("What clients say against the product, and your answer.")
    ),
    (Product, "demo"): Entry(N_("Demo"), N_("What to show, step by step; stays inside.")),
    (Product, "price_note"): Entry(
        N_("Price note"), N_("For the team only; never shown to a client.")
    ),
    (Product, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (AdoptionProfile, "integration"): Entry(
        N_("Integration"), N_("What it takes to connect the product.")
    ),
    (AdoptionProfile, "running_dependence"): Entry(
        N_("Running dependence"), N_("Who has to mend it when something fails.")
    ),
    (AdoptionProfile, "on_core_flow"): Entry(
        N_("On the core flow"),
        N_("Yes if it sits on the client's core business, payment for example."),
    ),
    (AdoptionProfile, "surface"): Entry(
        N_("Product surface"), N_("How much of the client's own product it takes.")
    ),
    (AdoptionProfile, "has_visible_demand"): Entry(
        N_("Visible demand"), N_("No if end users are already served well by what they have.")
    ),
    (AdoptionProfile, "improves"): Entry(
        N_("Improves"), N_("Whose cost or result it improves, strongest first.")
    ),
    (AdoptionProfile, "typical_weeks"): Entry(
        N_("Typical weeks"), N_("Weeks from signature to use; 0 if not known.")
    ),
    (AdoptionProfile, "client_effort"): Entry(
        N_("Client's effort"), N_("What the client has to do for it.")
    ),
    (IndustryValue, "industry"): Entry(
        N_("Industry"), N_("Decides which industry pack the documents draw on.")
    ),
    (IndustryValue, "pain"): Entry(N_("Pain"), N_("What hurts in this industry today.")),
    (IndustryValue, "value"): Entry(N_("Value"), N_("What gets better with the product.")),
    (IndustryValue, "day_before"): Entry(N_("Day before"), N_("A user's day without the product.")),
    (IndustryValue, "day_after"): Entry(N_("Day after"), N_("A user's day with the product.")),
    (IndustryValue, "measures"): Entry(N_("Measures"), N_("Effects as numbers before and after.")),
    (IndustryValue, "assumptions"): Entry(
        N_("Assumptions"), N_("What must hold for the numbers to come true.")
    ),
    (IndustryValue, "talk_track"): Entry(
        N_("Talk track"), N_("What our people say; stays inside.")
    ),
    (Measure, "label"): Entry(
        N_("What is measured"), N_("For example the share of buyers who come back.")
    ),
    (Measure, "before"): Entry(N_("Before"), N_("The number before.")),
    (Measure, "after"): Entry(N_("After"), N_("The number after.")),
    (Measure, "unit"): Entry(N_("Unit"), N_("For example %, hours, cases a day.")),
    (Measure, "source"): Entry(N_("Source of the number"), N_("Where a client could look it up.")),
    (Measure, "is_example"): Entry(
        N_("Made-up example"), N_("No only if the number is real and has a source.")
    ),
    (Capability, "name"): Entry(N_("Heading"), N_("A few words.")),
    (Capability, "detail"): Entry(N_("Detail"), N_("One or two sentences.")),
    (Objection, "topic"): Entry(N_("Concern"), N_("What the person wants to hear about.")),
    (Objection, "says"): Entry(N_("Client says"), N_("The objection as the client would say it.")),
    (Objection, "answer"): Entry(N_("We answer"), N_("What our people answer; stays inside.")),
    (SuccessCase, "customer"): Entry(
        N_("Case customer"), N_("Shown only with permission to name it.")
    ),
    (SuccessCase, "anonymous_name"): Entry(
        N_("Anonymous name"),
        N_("How to call it without naming it, for example a leading supermarket chain."),
    ),
    (SuccessCase, "industry"): Entry(
        N_("Industry"), N_("Decides which industry pack the documents draw on.")
    ),
    (SuccessCase, "customer_size"): Entry(N_("Customer's size"), N_("By number of people.")),
    (SuccessCase, "products"): Entry(
        N_("Products used"), N_("Which of our products the customer uses.")
    ),
    (SuccessCase, "topics"): Entry(
        N_("Topics"),
        N_("Short words that products, cases and questions share, for example retention."),
    ),
    (SuccessCase, "permission"): Entry(
        N_("Permission"), N_("Whether the case may be shown, and under which name.")
    ),
    (SuccessCase, "permission_expires"): Entry(
        N_("Permission ends"), N_("After this day the case is not shown any more.")
    ),
    (SuccessCase, "is_industry_leader"): Entry(
        N_("Industry leader"), N_("Yes if it is one of the biggest names of its industry.")
    ),
    (SuccessCase, "competes_with"): Entry(
        N_("Competes with"), N_("Clients that would look closely because they compete with it.")
    ),
    (SuccessCase, "situation"): Entry(N_("Situation before"), N_("What things were like before.")),
    (SuccessCase, "what_was_done"): Entry(N_("What was done"), N_("What you did together.")),
    (SuccessCase, "results"): Entry(N_("Results"), N_("Effects as numbers before and after.")),
    (SuccessCase, "quote"): Entry(N_("Quote"), N_("What the customer says, word for word.")),
    (SuccessCase, "quote_by"): Entry(N_("Quote by"), N_("Who said it.")),
    (SuccessCase, "note"): Entry(N_("Note"), N_("For the team only; never shown to a client.")),
    (IndustryPack, "name"): Entry(N_("Industry name"), N_("What people of the industry call it.")),
    (IndustryPack, "summary"): Entry(N_("Summary"), N_("The industry in two or three sentences.")),
    (IndustryPack, "pressures"): Entry(
        N_("Pressures"), N_("What everybody in the industry struggles with.")
    ),
    (IndustryPack, "processes"): Entry(
        N_("Processes"), N_("How companies of the industry earn their money, step by step.")
    ),
    (IndustryPack, "topics"): Entry(
        N_("Topics"),
        N_("Short words that products, cases and questions share, for example retention."),
    ),
    (IndustryPack, "questions"): Entry(N_("Questions"), N_("What to ask in this industry.")),
    (IndustryPack, "objections"): Entry(
        N_("Objections"), N_("What clients say against the product, and your answer.")
    ),
    (IndustryPack, "rollout"): Entry(
        N_("Rollout"), N_("How a project usually goes live, step by step.")
    ),
    (Pressure, "title"): Entry(N_("Heading"), N_("A few words.")),
    (Pressure, "detail"): Entry(N_("Detail"), N_("One or two sentences.")),
    (Pressure, "topics"): Entry(
        N_("Topics"),
        N_("Short words that products, cases and questions share, for example retention."),
    ),
    (Pressure, "statistic"): Entry(N_("Statistic"), N_("Only with its source.")),
    (Pressure, "source"): Entry(N_("Source of the number"), N_("Where a client could look it up.")),
    (BusinessProcess, "name"): Entry(N_("Step"), N_("A few words.")),
    (BusinessProcess, "detail"): Entry(N_("Detail"), N_("One or two sentences.")),
    (Topic, "slug"): Entry(N_("Topic"), N_("The short word itself, for example retention.")),
    (Topic, "name"): Entry(N_("Topic's name"), N_("What people read for it.")),
    (DiscoveryQuestion, "question"): Entry(N_("Question"), N_("As you would ask it.")),
    (DiscoveryQuestion, "purpose"): Entry(
        N_("Purpose of asking"), N_("What the answer tells you.")
    ),
    (DiscoveryQuestion, "topics"): Entry(
        N_("Topics"),
        N_("Short words that products, cases and questions share, for example retention."),
    ),
    (DiscoveryQuestion, "roles"): Entry(N_("For roles"), N_("Empty means all of them.")),
    (DiscoveryQuestion, "stages"): Entry(N_("For stages"), N_("Empty means all of them.")),
    (Logo, "client"): Entry(N_("Client"), N_("Empty for your own company's logo.")),
    (Logo, "is_for_dark"): Entry(
        N_("For dark backgrounds"), N_("Yes for a variant that is drawn for dark grounds.")
    ),
    (Logo, "content"): Entry(N_("Picture"), N_("A PNG file as “logo set” keeps it.")),
}
