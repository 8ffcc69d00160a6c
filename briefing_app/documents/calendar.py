"""The visit, its preparation and what was promised as a calendar file (RFC 5545), for our own
team."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import groupby
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, Todo

from briefing_app.domain.message import Message
from briefing_app.domain.text import Language
from briefing_app.domain.visit import FollowUp
from briefing_app.planning.briefing import Briefing, ChecklistItem
from briefing_app.planning.follow_ups import is_ours, open_steps
from briefing_app.wording import Wording, wording_in

_ZONE_SPAN = timedelta(days=40)
"""The rules of the time zone are written for this long before and after the visit."""

_BEFORE_THE_VISIT = timedelta(hours=-2)
_ON_THE_DAY = timedelta(hours=9)
"""Reminders of a whole day ring at nine in the morning."""


def visit_calendar(briefing: Briefing, language: Language) -> bytes:
    """An .ics file: the visit in the client's time zone, a day's reminder for what is due, and
    a task for each open follow-up of the project; those that are ours ring on their day.

    The same briefing gives the same bytes; importing it again updates the entries.
    """
    wording = wording_in(language)
    calendar = Calendar()
    calendar.add("prodid", f"-//briefing-app//visit//{language.value.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_visit(briefing, wording))
    for event in _reminders(briefing, wording):
        calendar.add_component(event)
    for task in _tasks(briefing, wording):
        calendar.add_component(task)
    starts = briefing.client_side.visit.starts_at.date()
    for zone in calendar.get_missing_tzids():
        calendar.subcomponents.insert(0, _zone(zone, starts - _ZONE_SPAN, starts + _ZONE_SPAN))
    return bytes(calendar.to_ical())


def _zone(name: str, first: date, last: date) -> Timezone:
    return Timezone.from_tzinfo(_UpTo(ZoneInfo(name), last), name, first, last)


class _UpTo(tzinfo):
    """A zone that ends with a day: icalendar looks for the next change, if need be until 9999."""

    def __init__(self, zone: ZoneInfo, last: date) -> None:
        self._zone = zone
        self._last = datetime.combine(last, time())

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        if when is None or when.replace(tzinfo=None) > self._last:
            return None
        return self._zone.utcoffset(when)

    def dst(self, when: datetime | None) -> timedelta | None:
        return self._zone.dst(when)

    def tzname(self, when: datetime | None) -> str | None:
        return self._zone.tzname(when)


def _visit(briefing: Briefing, wording: Wording) -> Event:
    dossier = briefing.team_side.dossier
    visit = dossier.visit
    starts = visit.starts_at.astimezone(ZoneInfo(dossier.client.time_zone))
    event = _event(briefing, "visit", wording.phrase("Visit: {client}", client=_client(briefing)))
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=visit.minutes))
    if visit.place:
        event.add("location", wording.text(visit.place))
    event.add("description", "\n".join(_visit_lines(briefing, wording)))
    event.add_component(_alarm(_BEFORE_THE_VISIT, str(event["summary"])))
    return event


def _visit_lines(briefing: Briefing, wording: Wording) -> Iterator[str]:
    dossier = briefing.team_side.dossier
    visit = dossier.visit
    yield wording.text(visit.purpose)
    if dossier.attendees:
        names = tuple(person.name for person in dossier.attendees)
        yield wording.phrase("We meet: {people}", people=names)
    if dossier.team:
        yield wording.phrase("From us: {people}", people=tuple(one.name for one in dossier.team))
    if visit.best_commitment:
        yield wording.phrase("Aim for: {commitment}", commitment=visit.best_commitment)
    if visit.least_commitment:
        yield wording.phrase("At least: {commitment}", commitment=visit.least_commitment)


def _reminders(briefing: Briefing, wording: Wording) -> Iterator[Event]:
    checklist = sorted(briefing.team_side.checklist, key=lambda item: item.due)
    for due, items in groupby(checklist, key=lambda item: item.due):
        yield _reminder(briefing, due, tuple(items), wording)


def _reminder(
    briefing: Briefing, due: date, items: tuple[ChecklistItem, ...], wording: Wording
) -> Event:
    summary = wording.counted(
        "Prepare the visit to {client}: {count} thing",
        "Prepare the visit to {client}: {count} things",
        len(items),
        client=_client(briefing),
    )
    event = _event(briefing, f"prepare-{due.isoformat()}", summary)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("description", "\n".join(_bullet(item.what, wording) for item in items))
    event.add_component(_alarm(_ON_THE_DAY, summary))
    return event


def _tasks(briefing: Briefing, wording: Wording) -> Iterator[Todo]:
    dossier = briefing.team_side.dossier
    for step in open_steps(dossier):
        task = _task(briefing, step, wording)
        if step.due is not None and is_ours(step, dossier):
            task.add_component(_alarm(_ON_THE_DAY, str(task["summary"]), from_end=True))
        yield task


def _task(briefing: Briefing, step: FollowUp, wording: Wording) -> Todo:
    is_mine = is_ours(step, briefing.team_side.dossier)
    whose = wording.phrase("Ours to do") if is_mine else wording.phrase("The client's to do")
    promised = wording.phrase("Agreed with the client") if step.is_for_client else ""
    owner = wording.text(step.owner) or wording.phrase("No owner")
    task = Todo()
    task.add("uid", f"{step.id}@briefing-app")
    task.add("dtstamp", datetime.combine(briefing.prepared_on, time(), UTC))
    task.add("summary", f"{_client_words(briefing, wording)}: {wording.text(step.what)}")
    task.add("description", wording.phrase("Owner: {owner}", owner=owner))
    task.add("categories", [words for words in (whose, promised) if words])
    task.add("status", "NEEDS-ACTION")
    task.add("related-to", f"{step.visit}-visit@briefing-app")
    task.add("class", "CONFIDENTIAL")
    if step.due is not None:
        task.add("due", step.due)
    return task


def _client_words(briefing: Briefing, wording: Wording) -> str:
    return wording.text(briefing.client_side.client.display_name)


def _bullet(what: Message, wording: Wording) -> str:
    return f"- {wording.message(what)}"


def _event(briefing: Briefing, part: str, summary: str) -> Event:
    event = Event()
    event.add("uid", f"{briefing.team_side.dossier.visit.id}-{part}@briefing-app")
    event.add("dtstamp", datetime.combine(briefing.prepared_on, time(), UTC))
    event.add("summary", summary)
    event.add("class", "CONFIDENTIAL")
    return event


def _alarm(trigger: timedelta, words: str, *, from_end: bool = False) -> Alarm:
    """A reminder so long after the start, or after the day on which a task is due."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", trigger, parameters={"related": "END"} if from_end else {})
    alarm.add("description", words)
    return alarm


def _client(briefing: Briefing) -> object:
    return briefing.client_side.client.display_name
