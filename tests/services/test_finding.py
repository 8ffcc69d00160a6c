"""A few letters find what is meant, and none offer what is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing_app.domain.client import Client
from briefing_app.domain.ids import ClientId
from briefing_app.domain.text import Language, Text
from briefing_app.services.finding import Found, find_anything
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.store.store import Store, open_store

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(Path(tmp_path_factory.mktemp("data"))) as opened:
        load_samples(opened)
        yield opened


def _find(store: Store, text: str, limit: int = 20) -> tuple[Found, ...]:
    return find_anything(store, text, language=Language.ZH, now=NOW, limit=limit)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("萤渡", "client", "萤渡互动娱乐有限公司"),
        ("ydhy", "client", "萤渡互动娱乐有限公司"),
        ("fireferry", "client", "萤渡互动娱乐有限公司"),
        ("积分", "product", "积分商城"),
        ("jfsc", "product", "积分商城"),
        ("首发玩家洞察", "visit", "确认首发玩家洞察方案与试点范围"),
        ("苍屿", "case", "苍屿游戏"),
    ],
)
def test_each_way_of_typing_finds(store: Store, text: str, kind: str, name: str) -> None:
    assert (kind, name) in [(one.kind, one.name.zh) for one in _find(store, text)]


def test_a_visit_tells_when_it_is(store: Store) -> None:
    visits = [one for one in _find(store, "萤渡") if one.kind == "visit"]
    assert visits
    assert all(one.starts_at and one.context.zh == "萤渡互娱" for one in visits)


def test_names_that_begin_as_typed_come_first_and_no_kind_crowds_out_others(store: Store) -> None:
    model = store.all(Client)[0]
    with store.change():
        store.save(
            replace(model, id=ClientId(f"c-{number}"), name=Text(f"远 苍屿 {number}", f"N{number}"))
            for number in range(40)
        )
        found = _find(store, "苍屿", limit=10)
        for number in range(40):
            store.delete(Client, f"c-{number}")
    assert found[0].kind == "case"
    assert [one.kind for one in found].count("client") == 5


def test_without_words_the_next_visits_and_the_clients_changed_last_are_offered(
    store: Store,
) -> None:
    store.save([store.get(Client, "fireferry")])
    found = _find(store, "  ")
    assert [one.id for one in found if one.kind == "visit"][:2] == list(DEMO_VISITS)
    assert next(one.id for one in found if one.kind == "client") == "fireferry"


def test_nothing_is_found_where_nothing_is_called_so(store: Store) -> None:
    assert _find(store, "qqqqqq") == ()
    assert len(_find(store, "a", limit=3)) <= 3
