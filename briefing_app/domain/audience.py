"""Whom a deck speaks to."""

from __future__ import annotations

from briefing_app.domain.labels import N_, Labelled


class Audience(Labelled):
    """The groups of people that a meeting or a deck may be for."""

    EXECUTIVE = "executive", N_("Executive audience")
    TECHNICAL = "technical", N_("Technical audience")
    USERS = "users", N_("Audience of users")
    PURCHASING = "purchasing", N_("Purchasing audience")
    MIXED = "mixed", N_("Mixed audience")
