"""A client's page holds all that belongs to it, and its history what happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing_app.domain.ids import FollowUpId, VisitRecordId
from briefing_app.domain.opportunity import Need
from briefing_app.domain.text import Language
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import Continuation, VisitRecord
from briefing_app.errors import UserError
from briefing_app.services.client_history import EventKind, FilesState, client_history
from briefing_app.services.client_view import client_view
from briefing_app.services.export import export_visit
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store, open_store

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
GAMES = DEMO_VISITS[0]
CLIENT = "fireferry"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "data") as opened:
        load_samples(opened)
        yield opened


def test_a_client_is_told_with_all_that_belongs_to_it(store: Store) -> None:
    view = client_view(store, CLIENT, language=Language.ZH)
    (project,) = view.opportunities
    assert view.client.id == CLIENT
    assert view.industry.id == view.client.industry
    assert len(view.people) == 8
    assert [need.level for need in project.needs] == sorted(need.level for need in project.needs)
    assert project.competitors
    assert project.stakeholders
    assert not project.is_stopped
    starts = [visit.starts_at for visit in view.visits]
    assert starts == sorted(starts, reverse=True)
    assert view.logos


def test_open_follow_ups_come_first(store: Store) -> None:
    step = store.all(FollowUp)[0]
    done = replace(step, id=FollowUpId("done"), visit=GAMES, done_on=date(2026, 1, 1))
    store.save([done])
    steps = client_view(store, CLIENT, language=Language.ZH).follow_ups
    assert steps[-1] == done
    assert [one.due for one in steps[:-1]] == sorted(one.due for one in steps[:-1])


def test_a_project_is_stopped_by_the_last_record_of_its_visits(store: Store) -> None:
    visits = client_view(store, CLIENT, language=Language.ZH).visits
    said = zip(visits, (Continuation.GOES_ON, Continuation.STOPPED), strict=True)
    store.save(
        VisitRecord(id=VisitRecordId(f"r-{visit.id}"), visit=visit.id, continuation=one)
        for visit, one in said
    )
    assert not client_view(store, CLIENT, language=Language.ZH).opportunities[0].is_stopped
    last = store.referring(VisitRecord, "visit", visits[0].id)[0]
    store.save([replace(last, continuation=Continuation.STOPPED)])
    assert client_view(store, CLIENT, language=Language.ZH).opportunities[0].is_stopped


def test_an_unknown_client_is_refused(store: Store) -> None:
    with pytest.raises(UserError):
        client_view(store, "nobody", language=Language.ZH)
    with pytest.raises(UserError):
        client_history(store, "nobody")


def test_documents_tell_whether_they_are_as_exported(store: Store, tmp_path: Path) -> None:
    wishes = ExportWishes(language=Language.EN)
    done = export_visit(
        store, GAMES, out=tmp_path / "out", wishes=wishes, today=NOW.date(), now=NOW
    )
    (documents,) = client_history(store, CLIENT).documents
    assert documents.state is FilesState.AS_EXPORTED
    assert documents.visit_purpose == store.get(Visit, GAMES).purpose
    done.files[0].write_bytes(b"edited")
    assert client_history(store, CLIENT).documents[0].state is FilesState.CHANGED
    done.folder.rename(tmp_path / "elsewhere")
    assert client_history(store, CLIENT).documents[0].state is FilesState.GONE
    assert EventKind.EXPORT in [event.kind for event in client_history(store, CLIENT).timeline]


def test_the_timeline_goes_back_in_time(store: Store) -> None:
    step = store.referring(FollowUp, "visit", GAMES)[0]
    store.save([replace(step, done_on=NOW.date())])
    events = client_history(store, CLIENT).timeline
    days = [event.day for event in events]
    assert days == sorted(days, reverse=True)
    kinds = {event.kind for event in events}
    assert kinds == set(EventKind) - {EventKind.EXPORT}
    done = next(event for event in events if event.kind is EventKind.FOLLOW_UP_DONE)
    assert (done.words, done.visit) == (step.what, GAMES)
    raised = [need for need in store.all(Need) if need.evidence.on]
    assert len([event for event in events if event.kind is EventKind.NEED]) <= len(raised)


def test_a_visit_stands_on_the_day_it_is_at_the_client(store: Store) -> None:
    late = datetime(2026, 12, 3, 18, tzinfo=UTC)  # the small hours of the 4th in Chengdu
    store.save([replace(store.get(Visit, GAMES), starts_at=late)])
    days = {one.day for one in client_history(store, CLIENT).timeline if one.at is not None}
    assert date(2026, 12, 4) in days
