"""The questions that a deck may ask a client: fixed phrases that no record goes into."""

from __future__ import annotations

from briefing_app.domain.labels import N_, Labelled


class ClientQuestion(Labelled):
    """The questions by what their answer fills; the labels are what the slide says."""

    RESULT = "result", N_("Which result must get better this year?")
    TRIED = "tried", N_("What have you tried so far, and what came of it?")
    NEXT_TALK = "next-talk", N_("Who should be part of the next talk?")
    NEEDS = "needs", N_("Did we understand your needs, and is one missing?")
    DECISION = "decision", N_("Who decides on this with you, and who signs in the end?")
    BUDGET = "budget", N_("Which budget would carry it, and from when?")
    DATE = "date", N_("By when would you like to have decided?")
    CHECK = "check", N_("Who checks that it fits, and what must be shown for that?")
    DAILY_WORK = "daily-work", N_("Whose daily work changes first?")
    FIRST_NEED = "first-need", N_("By when must the first of them be met?")
    WORTH = "worth", N_("How will you tell that it was worth it?")
