"""The minutes for the client: who met, what was agreed, who does what by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from briefing_app.documents.minutes.content import (
    Grid,
    Minutes,
    Section,
    facts,
    grid,
    points,
    section,
    sections,
)
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit_record import AgreedKind
from briefing_app.planning.client_side import SharedFollowUp
from briefing_app.planning.minutes import ClientMinutes
from briefing_app.wording import Wording, wording_in

_IN_A_ROW = 12
"""More people than this are hard to read in one row."""


def client_edition(side: ClientMinutes, language: Language) -> Minutes:
    """The edition that both sides keep."""
    wording = wording_in(language)
    phrase = wording.phrase
    return Minutes(
        language=language,
        title=phrase("Meeting minutes"),
        subtitle=phrase(
            "{client} and {company}",
            client=side.client.name,
            company=side.company.name,
        ),
        author=wording.text(side.company.name),
        mark="",
        foot=phrase("Please tell us within three working days if anything is missing or wrong."),
        sections=sections(_sections(side, wording)),
    )


def _sections(side: ClientMinutes, wording: Wording) -> Iterator[Section | None]:
    phrase = wording.phrase
    yield section(phrase("The meeting"), facts(meeting_facts(side, wording)))
    yield _attendees(side, wording)
    yield section(
        phrase("Confirmed needs"),
        points((wording.text(need.statement) for need in side.needs), are_numbered=True),
    )
    yield section(
        phrase("What was shown"),
        grid(
            (phrase("What we did"), phrase("Subject")),
            ((wording.label(one.kind), wording.text(one.what)) for one in side.shown),
        ),
    )
    for kind, heading in (
        (AgreedKind.FACT, phrase("Agreed facts")),
        (AgreedKind.DECISION, phrase("Decisions")),
    ):
        words = (wording.text(one.words) for one in side.agreed if one.kind is kind)
        yield section(heading, points(words, are_numbered=True))
    yield section(phrase("Follow-ups"), steps_grid(side.follow_ups, wording))
    coming = side.next_meeting
    yield section(
        phrase("Next meeting"),
        facts(
            (
                (phrase("When"), wording.day(coming.next_meeting_on))
                if coming.next_meeting_on
                else ("", ""),
                (phrase("What for"), wording.text(coming.next_meeting)),
            )
        ),
    )


def meeting_facts(side: ClientMinutes, wording: Wording) -> Iterator[tuple[str, str]]:
    """When, where, why and who, from both sides."""
    phrase = wording.phrase
    starts = side.visit.starts_at
    ends = starts + timedelta(minutes=side.visit.minutes)
    yield (
        phrase("When"),
        phrase(
            "{weekday}, {day}, {start}–{end}",
            weekday=wording.weekday(side.day),
            day=side.day,
            start=wording.clock(starts, side.time_zone),
            end=wording.clock(ends, side.time_zone),
        ),
    )
    yield phrase("Where"), wording.text(side.visit.place)
    yield phrase("Project"), wording.text(side.opportunity.name)
    yield phrase("Purpose"), wording.text(side.visit.purpose)
    theirs = people(((one.name, one.title) for one in side.attendees), wording)
    if len(side.attendees) > _IN_A_ROW:
        theirs = wording.counted("{count} person", "{count} people", len(side.attendees))
    yield wording.text(side.client.display_name), theirs
    ours = ((one.name, one.title) for one in side.team)
    yield wording.text(side.company.display_name), people(ours, wording)


def _attendees(side: ClientMinutes, wording: Wording) -> Section | None:
    """Those of the client who came, a line each, where they are too many for a row."""
    if len(side.attendees) <= _IN_A_ROW:
        return None
    phrase, text = wording.phrase, wording.text
    rows = ((text(one.name), text(one.title)) for one in side.attendees)
    return section(phrase("Attendees"), grid((phrase("Name"), phrase("Job title")), rows))


def people(named: Iterable[tuple[Text, Text]], wording: Wording) -> str:
    """Names with their titles in a row."""
    return wording.listing(
        wording.phrase("{name} ({title})", name=name, title=title) if title else wording.text(name)
        for name, title in named
    )


def steps_grid(steps: Iterable[SharedFollowUp], wording: Wording) -> Grid:
    """What, who and by when."""
    phrase = wording.phrase
    return grid(
        (phrase("What"), phrase("Owner"), phrase("Due")),
        (
            (
                wording.text(one.what),
                wording.text(one.owner),
                wording.day(one.due) if one.due else "",
            )
            for one in steps
        ),
    )
