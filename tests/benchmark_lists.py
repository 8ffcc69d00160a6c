"""How fast lists of very many clients are, against lists of few, for `tests.benchmark --listed`.

A keystroke is a search: its first page and how many there are, as the window asks for both.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefing_app.domain.client import Grade
from briefing_app.domain.lists import ClientFilters, ClientOrder, ClientQuery, VisitQuery
from briefing_app.domain.text import Language
from briefing_app.services.finding import find_anything
from briefing_app.services.listing import client_rows, count_clients, count_visits, visit_rows
from briefing_app.store.store import Store, open_store
from tests.many_clients import NOW, load_many_clients

FEW = 1_000
PAGE = 100
_ALL = ClientQuery(language=Language.ZH)
_KEYS = ("s", "sh", "深", "云海", "j", "Example 77")


def compare(
    clients: int, rounds: int, folder: Path | None = None
) -> Iterator[tuple[str, float, float]]:
    """What was asked, milliseconds of a processor with so many clients, and the multiple of what
    it takes with `FEW`. ``folder`` holds the many; without it they are made, which takes minutes.
    """
    with tempfile.TemporaryDirectory() as name:
        few = _measured(Path(name) / "few", FEW, rounds)
        many = _measured(folder or Path(name) / "many", clients, rounds)
    for what, took in many.items():
        yield what, took, took / few[what]


def _measured(folder: Path, clients: int, rounds: int) -> dict[str, float]:
    with open_store(folder) as store:
        if store.is_empty():
            load_many_clients(store, clients)
        count = count_clients(store, _ALL, now=NOW)
        return {what: _best(run, rounds) for what, run in _acts(store, count)}


def _acts(store: Store, count: int) -> Iterator[tuple[str, Callable[[], object]]]:
    for typed in _KEYS:
        yield f"a keystroke, “{typed}”", partial(_keystroke, store, typed)
    far = partial(_page, store, _ALL, count - PAGE)
    yield "the first far page after a change", partial(_afresh, store, far)
    for order in ClientOrder:
        query = replace(_ALL, order=order)
        for where, offset in (("first", 0), ("middle", count // 2), ("last", count - PAGE)):
            yield f"the {where} page, {order.value}", partial(_page, store, query, offset)
    for told, filters in _FILTERS.items():
        query = replace(_ALL, filters=filters)
        yield f"a page and the number of {told}", partial(_counted, store, query)
    yield "find anything", partial(find_anything, store, "sh", language=Language.ZH, now=NOW)
    for typed in ("", "s"):
        past = VisitQuery(is_past=True, search=typed)
        yield f"past visits, “{typed}”", partial(_past_visits, store, past)


_FILTERS = {
    "grade S": ClientFilters(grades=(Grade.S,)),
    "gone quiet": ClientFilters(stale_days=60),
    "with a visit": ClientFilters(has_next_visit=True),
}


def _keystroke(store: Store, typed: str) -> object:
    return _afresh(store, partial(_counted, store, replace(_ALL, search=typed)))


def _afresh(store: Store, run: Callable[[], object]) -> object:
    """Ask for something else first, so that nothing kept of the same question is of use."""
    client_rows(store, replace(_ALL, search="qqqq"), now=NOW, limit=PAGE)
    return run()


def _counted(store: Store, query: ClientQuery) -> object:
    return _page(store, query, 0), count_clients(store, query, now=NOW)


def _past_visits(store: Store, query: VisitQuery) -> object:
    return visit_rows(store, query, now=NOW, limit=PAGE), count_visits(store, query, now=NOW)


def _page(store: Store, query: ClientQuery, offset: int) -> object:
    return client_rows(store, query, now=NOW, limit=PAGE, offset=offset)


def _best(run: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        times.append((time.process_time() - start) * 1000)
    return min(times)
