"""Another client's name is found among all that are stored, however either is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.gate import (
    NOTHING_FORBIDDEN,
    BreachKind,
    Mention,
    Reason,
    WordList,
    forbidden_words,
)
from briefing_app.documents.gate.mention import mention_at
from briefing_app.documents.gate.words import beginning, plain_words
from briefing_app.domain.client import Client
from briefing_app.domain.ids import ClientId
from briefing_app.domain.message import say
from briefing_app.domain.text import Text
from briefing_app.store.client_names import BY_BEGINNING, ODD_BEGINNING
from briefing_app.store.store import Store, open_store
from tests.store.sample import CLIENT, INDUSTRY

OTHER = Reason(BreachKind.NAME, say("it is the name of another client."))

signs = st.one_of(
    st.sampled_from("abABéß中国星河（）()ＡＢａ1２.·-&"),
    st.sampled_from(" \n\t\u3000\xa0\u200b\ufeff\u0301\u0308"),
    st.sampled_from("ﬁǅİıſKÅ㈱Ⅳ加각가각カガｶﾞ゙豈𠀀鿿\u9ffe"),
)
words = st.text(signs, min_size=1, max_size=12)
names = st.lists(words, min_size=1, max_size=8)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(Path(tmp_path_factory.mktemp("data"))) as opened:
        opened.save([INDUSTRY])
        yield opened


def clients_called(called: Iterable[str]) -> list[Client]:
    return [
        replace(
            CLIENT,
            id=ClientId(f"further-{number}"),
            name=Text(name, name[::-1]),
            short_name=Text(name[:3], name[:4]),
        )
        for number, name in enumerate(called)
    ]


def all_names(clients: Iterable[Client]) -> set[str]:
    texts = (text for client in clients for text in (client.name, client.short_name))
    return {words for text in texts for words in (text.zh, text.en)}


def one_by_one(text: str, sought: Iterable[str], allowed: frozenset[str]) -> Iterator[Mention]:
    """What must be found, by the plainest of searches: the longest name from each sign on."""
    folded = [(sign, at) for at, char in enumerate(text) for sign in plain_words(char)]
    plain = "".join(sign for sign, _ in folded)
    longest_first = sorted({plain_words(name) for name in sought} - allowed, key=len, reverse=True)
    for start in range(len(plain)):
        for name in longest_first:
            if len(name) < 2 or not plain.startswith(name, start):
                continue
            first, after = folded[start][1], folded[start + len(name) - 1][1] + 1
            if not (is_inside_a_word(text, first) or is_inside_a_word(text, after)):
                yield mention_at(text, first, after, OTHER)
                break


def is_inside_a_word(text: str, index: int) -> bool:
    return 0 < index < len(text) and bool(
        re.fullmatch("[0-9A-Za-z]{2}", text[index - 1 : index + 1])
    )


@contextmanager
def stored(store: Store, clients: Iterable[Client]) -> Iterator[None]:
    """The clients in the store, which afterwards is as it was."""
    with suppress(InterruptedError), store.change():
        store.save(clients)
        yield
        raise InterruptedError


@given(names, st.lists(st.one_of(words, st.integers(0, 7)), max_size=6), st.sets(words, max_size=2))
def test_all_is_found_that_reading_every_name_would_find(
    store: Store, called: list[str], pieces: list[str | int], let_through: set[str]
) -> None:
    text = "".join(called[p % len(called)] if isinstance(p, int) else p for p in pieces)
    allowed = frozenset(map(plain_words, let_through))
    clients = clients_called(called)
    with stored(store, clients):
        odd = store.client_names([ODD_BEGINNING])
        sought = forbidden_words((), lists=[WordList(OTHER, odd, allowed, store.client_names)])
        found = sought.found_in(text)
    assert set(found) == set(one_by_one(text, all_names(clients), allowed))


@given(names)
def test_the_store_knows_a_name_by_the_beginning_that_is_asked_for(
    store: Store, called: list[str]
) -> None:
    clients = clients_called(called)
    with stored(store, clients):
        odd = set(store.client_names([ODD_BEGINNING]))
        for name in all_names(clients) - odd:
            assert name in store.client_names([beginning(plain_words(name))])


def test_names_are_looked_up_and_not_all_read(store: Store) -> None:
    plan = store._connection.rows(f"EXPLAIN QUERY PLAN {BY_BEGINNING}", ("[]",))
    steps = [str(row[3]) for row in plan]
    assert sum("USING COVERING INDEX client_by_" in step for step in steps) == 4
    assert not any(step.startswith("SCAN client") for step in steps)


def test_a_beginning_is_asked_for_once_however_many_documents_have_it() -> None:
    asked: list[str] = []

    def stock(beginnings: Collection[str]) -> list[str]:
        asked.extend(beginnings)
        return ["星河银行"] if "星河银行" in beginnings else []

    sought = forbidden_words((), lists=[WordList(OTHER, (), stock=stock)])
    sought.look_through(["如星河银行", "星河 银行的做法", "如星河银行"])
    assert [m.word for m in sought.found_in("星河 银行的做法")] == ["星河 银行"]
    assert "星河银行" in asked
    assert len(asked) == len(set(asked))


def test_what_our_own_team_reads_is_not_kept_in_mind() -> None:
    assert NOTHING_FORBIDDEN.found_in("星河银行") == ()
    assert not NOTHING_FORBIDDEN._judged
