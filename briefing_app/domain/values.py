"""Small values that several records share: money, evidence, measured effects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.sharing import shareable
from briefing_app.domain.text import Text


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (fen, cents) of an ISO 4217 currency."""

    minor: int
    currency: str = "CNY"


class Certainty(Labelled):
    """How far a fact may be relied on."""

    ASSUMED = "assumed", N_("Assumed")
    CONFIRMED = "confirmed", N_("Confirmed")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact about a person comes from, and since when it is held.

    ``source`` tells it to the team: who said it where, not a quotation.
    """

    certainty: Certainty = Certainty.ASSUMED
    source: Text = Text()
    on: date | None = None

    @property
    def is_confirmed(self) -> bool:
        """True when somebody made sure of the fact."""
        return self.certainty is Certainty.CONFIRMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An effect as two numbers. ``is_example`` marks a figure that is made up to illustrate."""

    label: Text = shareable()
    before: float = shareable()
    after: float = shareable()
    unit: Text = shareable(default=Text())
    source: Text = shareable(default=Text())
    is_example: bool = shareable(default=True)
