"""The visit and its reminders as a calendar file, for our own team."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.domain.export_record import Edition
from briefing_app.domain.labels import N_
from briefing_app.domain.message import say
from briefing_app.services.making.draft import DocumentOrder, Draft, team_file_name


def calendars(order: DocumentOrder) -> Iterator[Draft]:
    """One iCalendar file, internal; it has no pages to judge."""
    from briefing_app.documents.calendar import visit_calendar

    yield Draft(
        title=say("Calendar"),
        name=team_file_name(order, N_("calendar"), "ics"),
        edition=Edition.TEAM,
        pages=(),
        write=lambda: visit_calendar(order.briefing, order.wishes.language),
    )
