"""How a record of the library is laid out: cards with the fields that belong together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.domain.labels import N_


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card: its heading (a message id, empty for none), and the fields on it in order."""

    heading: str
    fields: tuple[str, ...]


LAYOUTS: Mapping[str, tuple[CardLayout, ...]] = {
    "product": (
        CardLayout("", ("name", "essence", "topics")),
        CardLayout("", ("values",)),
        CardLayout("", ("capabilities",)),
        CardLayout("", ("works_in",)),
        CardLayout("", ("facts",)),
        CardLayout("", ("objections",)),
        CardLayout(N_("For the team only"), ("demo", "price_note", "note")),
    ),
    "case": (
        CardLayout("", ("customer", "industry", "products", "topics")),
        CardLayout(
            N_("What happened"), ("situation", "what_was_done", "quote", "quote_by", "results")
        ),
        CardLayout(
            N_("How much it weighs"), ("is_industry_leader", "customer_size", "competes_with")
        ),
        CardLayout(N_("For the team only"), ("note",)),
    ),
    "industry": (
        CardLayout("", ("name", "summary")),
        CardLayout("", ("pressures",)),
        CardLayout("", ("processes",)),
        CardLayout("", ("questions",)),
        CardLayout("", ("objections",)),
        CardLayout("", ("rollout",)),
        CardLayout("", ("topics",)),
    ),
    "company": (
        CardLayout("", ("name", "short_name", "essence", "vision")),
        CardLayout(N_("How to reach you"), ("address", "phone", "email", "website")),
        CardLayout("", ("trust",)),
        CardLayout("", ("service",)),
        CardLayout(N_("For the team only"), ("note",)),
    ),
    "colleague": (CardLayout("", ("name", "title", "email", "phone", "note")),),
}

PERMISSION = CardLayout(N_("Permission"), ("permission", "permission_expires", "anonymous_name"))
"""Of a case; what it means for documents is shown with it."""

ADOPTION_REASONS: Mapping[str, str] = {
    "integration": N_(
        "What is connected once meets little resistance from engineers; what stays work for them"
        " is where they say no."
    ),
    "running_dependence": N_(
        "Faults that come back to the client's engineers are a standing cost of theirs, so the"
        " technical side may resist."
    ),
    "on_core_flow": N_(
        "On the client's core business, payment for example, the decision is made high up."
    ),
    "surface": N_(
        "What takes an entrance in the client's product or changes its user system needs the"
        " product side and senior management."
    ),
    "has_visible_demand": N_(
        "Where end users are served well by what they have, the business side does not pull."
    ),
    "improves": N_(
        "The department whose cost or result gets better is the natural key decision maker."
    ),
}
"""Why the adoption profile asks what it asks (PRACTICE section 2)."""
