"""The calendar file: the visit where it takes place, and a reminder on each day of preparation."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event, Timezone

from briefing_app.documents.calendar import visit_calendar
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.text import Language, Text
from briefing_app.planning.briefing import Briefing
from briefing_app.planning.prepare import prepare
from briefing_app.wording import wording_in
from tests import builders
from tests.strategies import dossiers

LANGUAGES = pytest.mark.parametrize("language", list(Language))
RICH = prepare(builders.rich_dossier(), builders.TODAY)


def events(content: bytes) -> list[Event]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


def visit_in(content: bytes) -> Event:
    return next(
        event for event in events(content) if str(event["uid"]).endswith("-visit@briefing-app")
    )


def reminders_in(content: bytes) -> list[Event]:
    return [event for event in events(content) if "-prepare-" in str(event["uid"])]


def in_zone(zone: str) -> Briefing:
    dossier = builders.rich_dossier(client=builders.client(time_zone=zone))
    return prepare(dossier, builders.TODAY)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles", "Europe/Berlin"])
def test_the_visit_stands_in_the_clients_zone(zone: str) -> None:
    content = visit_calendar(in_zone(zone), Language.EN)
    starts = visit_in(content).start
    assert starts == builders.STARTS_AT
    assert starts.utcoffset() == builders.STARTS_AT.astimezone(ZoneInfo(zone)).utcoffset()
    assert f"TZID={zone}" in content.decode()
    assert [str(one["tzid"]) for one in Calendar.from_ical(content).walk("VTIMEZONE")] == [zone]


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles", "Australia/Sydney"])
@pytest.mark.parametrize("month", [1, 3, 9, 10, 11])
def test_the_zones_rules_are_those_that_the_library_finds(zone: str, month: int) -> None:
    visit = builders.visit(starts_at=builders.STARTS_AT.replace(month=month))
    client = builders.client(time_zone=zone)
    briefing = prepare(builders.rich_dossier(client=client, visit=visit), builders.TODAY)
    (rules,) = Calendar.from_ical(visit_calendar(briefing, Language.EN)).walk("VTIMEZONE")
    day, span = visit.starts_at.date(), timedelta(days=40)
    found = Timezone.from_tzid(zone, first_date=day - span, last_date=day + span)
    assert rules.to_ical() == found.to_ical()


def test_the_visit_lasts_as_long_as_planned() -> None:
    visit = visit_in(visit_calendar(RICH, Language.EN))
    assert visit.end - visit.start == timedelta(minutes=90)
    assert [alarm["trigger"].dt for alarm in visit.walk("VALARM")] == [timedelta(hours=-2)]


@LANGUAGES
def test_the_visit_tells_what_for_with_whom_and_the_aims(language: Language) -> None:
    visit, wording = visit_in(visit_calendar(RICH, language)), wording_in(language)
    facts = RICH.team_side.dossier
    assert wording.text(facts.client.display_name) in str(visit["summary"])
    assert str(visit["location"]) == wording.text(facts.visit.place)
    told = str(visit["description"])
    assert wording.text(facts.visit.purpose) in told
    assert wording.text(facts.visit.best_commitment) in told
    assert wording.text(facts.visit.least_commitment) in told
    assert all(wording.text(one.name) in told for one in (*facts.attendees, *facts.team))


@LANGUAGES
def test_each_day_of_the_checklist_has_one_reminder_with_its_tasks(language: Language) -> None:
    found, wording = reminders_in(visit_calendar(RICH, language)), wording_in(language)
    checklist = RICH.team_side.checklist
    assert [event.start for event in found] == sorted({task.due for task in checklist})
    for event in found:
        due = [wording.message(task.what) for task in checklist if task.due == event.start]
        assert str(event["description"]).split("\n") == [f"- {words}" for words in due]


def test_reminders_take_whole_days_and_leave_them_free() -> None:
    for event in reminders_in(visit_calendar(RICH, Language.ZH)):
        assert type(event.start) is date
        assert event.end - event.start == timedelta(days=1)
        assert str(event["transp"]) == "TRANSPARENT"


def test_everything_in_it_is_confidential() -> None:
    content = visit_calendar(RICH, Language.EN)
    assert {str(event["class"]) for event in events(content)} == {"CONFIDENTIAL"}


@LANGUAGES
def test_the_same_briefing_gives_the_same_bytes(language: Language) -> None:
    again = prepare(builders.rich_dossier(), builders.TODAY)
    assert visit_calendar(RICH, language) == visit_calendar(again, language)


def test_importing_a_later_one_updates_the_entries() -> None:
    dossier = builders.rich_dossier()
    moved = replace(dossier.visit, starts_at=datetime(2026, 3, 11, 7, 0, tzinfo=UTC))
    first = visit_calendar(RICH, Language.ZH)
    later = prepare(replace(dossier, visit=moved), date(2026, 3, 3))
    second = visit_calendar(later, Language.EN)
    assert [event["uid"] for event in events(first)] == [event["uid"] for event in events(second)]
    assert visit_in(second).start > visit_in(first).start
    assert visit_in(second)["dtstamp"].dt > visit_in(first)["dtstamp"].dt


def test_entries_have_ids_of_their_own() -> None:
    ids = [str(event["uid"]) for event in events(visit_calendar(RICH, Language.EN))]
    assert len(ids) == len(set(ids)) > 2


def test_long_lines_are_folded_within_75_octets_and_read_back_whole() -> None:
    purpose = Text("商定首发当天支付不掉单的办法，" * 20, "Agree how no order is lost, " * 20)
    dossier = builders.rich_dossier()
    briefing = prepare(
        replace(dossier, visit=replace(dossier.visit, purpose=purpose)), builders.TODAY
    )
    content = visit_calendar(briefing, Language.ZH)
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert purpose.zh in str(visit_in(content)["description"])


def test_commas_semicolons_and_backslashes_survive() -> None:
    place = Text.same("Tower A, floor 3; ring \\ bell")
    dossier = builders.rich_dossier()
    briefing = prepare(replace(dossier, visit=replace(dossier.visit, place=place)), builders.TODAY)
    assert str(visit_in(visit_calendar(briefing, Language.EN))["location"]) == place.en


def test_a_visit_that_is_over_has_no_reminders() -> None:
    content = visit_calendar(prepare(builders.rich_dossier(), date(2026, 3, 12)), Language.EN)
    assert reminders_in(content) == []
    assert len(events(content)) == 1


@given(dossiers(), st.sampled_from(Language))
@settings(max_examples=25)
def test_any_briefing_gives_a_calendar_that_reads_back(
    dossier: Dossier, language: Language
) -> None:
    content = visit_calendar(prepare(dossier, builders.TODAY), language)
    assert visit_in(content).start == dossier.visit.starts_at
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
