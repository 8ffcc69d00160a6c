"""What the fields of slide lists are called and explained as."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.labels import N_
from briefing_app.domain.slide_list import SlideChoice, SlideList, SlideWords
from briefing_app.exchange.guide_entry import Entry

ENTRIES: Mapping[tuple[type, str], Entry] = {
    (SlideList, "visit"): Entry(N_("Visit"), N_("The visit whose deck it is; write its purpose.")),
    (SlideList, "audience"): Entry(N_("Audience"), N_("Whom the deck is for.")),
    (SlideList, "slides"): Entry(N_("Slides"), N_("The slides in their order.")),
    (SlideList, "words"): Entry(N_("Own words"), N_("Words of your own on the slides.")),
    (SlideChoice, "slide"): Entry(
        N_("Slide"), N_("The slide's key; the command “slides” lists the keys of a visit.")
    ),
    (SlideChoice, "is_on"): Entry(N_("Is told"), N_("No if the deck leaves the slide out.")),
    (SlideWords, "slide"): Entry(
        N_("Slide"), N_("The slide's key; the command “slides” lists the keys of a visit.")
    ),
    (SlideWords, "name"): Entry(
        N_("Place on the slide"), N_("For example title; the command “slides” lists the places.")
    ),
    (SlideWords, "words"): Entry(N_("Your words"), N_("What stands there instead.")),
    (SlideWords, "instead_of"): Entry(
        N_("Instead of"), N_("What the facts gave when you wrote your words.")
    ),
    (SlideWords, "on"): Entry(N_("Checked on"), N_("The day when you last checked your words.")),
    (SlideWords, "facts"): Entry(
        N_("Marks of facts"),
        N_("What the slide's facts were on that day; the program fills it in."),
    ),
}
"""By type and field."""
