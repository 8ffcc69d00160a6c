"""Two visits never share a folder, and each finds its own again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.services.export_folder import folder_name
from briefing_app.services.prepare import prepare_briefing
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store, open_store

GAMES, VEHICLES = DEMO_VISITS
FURTHER = VisitId("visit-further")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        load_samples(opened)
        yield opened


def name_of(store: Store, visit: VisitId, language: Language = Language.EN) -> str:
    briefing = prepare_briefing(store, visit, today=date(2026, 11, 23))
    return folder_name(store, briefing, language)


def test_a_folder_is_named_for_client_and_local_day(store: Store) -> None:
    assert name_of(store, GAMES) == "Fireferry-2026-12-03"
    assert name_of(store, GAMES, Language.ZH) == "萤渡互娱-2026-12-03"


def test_visits_to_a_client_on_one_day_each_get_their_time(store: Store) -> None:
    visit = store.get(Visit, GAMES)
    store.save([replace(visit, id=FURTHER, starts_at=visit.starts_at - timedelta(hours=5))])
    assert name_of(store, GAMES) == "Fireferry-2026-12-03-1430"
    assert name_of(store, FURTHER) == "Fireferry-2026-12-03-0930"


def test_visits_to_a_client_in_the_same_minute_get_their_ids(store: Store) -> None:
    store.save([replace(store.get(Visit, GAMES), id=FURTHER)])
    assert name_of(store, GAMES) == f"Fireferry-2026-12-03-1430-{GAMES}"
    assert name_of(store, FURTHER) == f"Fireferry-2026-12-03-1430-{FURTHER}"


@pytest.mark.parametrize("called", ["Fireferry", "FIREFERRY", "Fireferry?"])
def test_clients_whose_names_give_the_same_folder_are_kept_apart(store: Store, called: str) -> None:
    visit = store.get(Visit, VEHICLES)
    same_day = replace(visit, starts_at=store.get(Visit, GAMES).starts_at - timedelta(hours=1))
    vehicles = store.dossier(VEHICLES).client
    store.save([same_day, replace(vehicles, short_name=Text("别家", called))])
    names = {name_of(store, GAMES), name_of(store, VEHICLES)}
    assert {name[-5:] for name in names} == {"-1330", "-1430"}
    assert name_of(store, GAMES, Language.ZH) == "萤渡互娱-2026-12-03"


def test_a_visit_of_another_day_where_the_client_is_changes_nothing(store: Store) -> None:
    visit = store.get(Visit, GAMES)
    client = store.get(Client, store.dossier(GAMES).client.id)
    assert client.time_zone == "Asia/Shanghai"
    store.save([replace(visit, id=FURTHER, starts_at=visit.starts_at + timedelta(hours=10))])
    assert name_of(store, GAMES) == "Fireferry-2026-12-03"
    assert name_of(store, FURTHER) == "Fireferry-2026-12-04"
