"""Search finds what a look through all texts would find, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.client import Client, Grade, Person
from briefing_app.domain.ids import ClientId
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.store.store import SEARCHABLE, Hit, Store
from briefing_app.store.tokens import pieces
from tests.store.sample import CASE, CLIENT, OPPORTUNITY, PERSON, PRODUCT, RECORDS, VISIT, client

READINGS = {"江": "jiang", "北": "bei", "银": "yin", "科": "ke", "技": "ji"}
WORDS = st.text("江北银科技bBjkyé1 -，", max_size=8)
ANY_TEXT = st.text(max_size=20)


def _ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.id for hit in hits]


def _plain(text: str) -> str:
    return text.lower().replace("é", "e")


def _spellings(name: str) -> Iterator[str]:
    for run in re.findall("[江北银科技]+", name):
        for start in range(len(run)):
            yield "".join(READINGS[char] for char in run[start:])
            yield "".join(READINGS[char][0] for char in run[start:])


def _holds(names: list[str], notes: list[str], query: str) -> bool:
    """The same question, answered by looking through plain strings."""
    texts = [_plain(text) for text in names + notes]
    words = [word for text in texts for word in re.findall("[a-z0-9]+", text)]
    beginnings = [*words, *(spelling for name in names for spelling in _spellings(name))]
    wanted = re.findall("[江北银科技]+|[a-z0-9]+", _plain(query))
    return bool(wanted) and all(
        any(word.startswith(piece) for word in beginnings)
        if piece.isascii()
        else any(piece in text for text in texts)
        for piece in wanted
    )


@settings(max_examples=150)
@given(
    facts=st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), min_size=1, max_size=4),
    queries=st.lists(WORDS, min_size=1, max_size=4),
)
def test_search_agrees_with_a_look_through_all_texts(filled: Store, facts, queries) -> None:
    clients = [
        replace(
            client(i), name=Text(zh, en), note=Text.of(note), situation=Text(zh=told), city=Text()
        )
        for i, (zh, en, note, told) in enumerate(facts)
    ]
    with filled.change():
        for old in filled.all(Client)[1:]:
            filled.delete(Client, old.id)
        filled.save(clients)
    for query in queries:
        expected = [
            fact.id
            for fact in clients
            if _holds(
                [fact.name.zh, fact.name.en], [fact.note.zh, fact.note.en, fact.situation.zh], query
            )
        ]
        assert sorted(set(_ids(filled.search(query, [Client]))) - {CLIENT.id}) == expected


@given(text=ANY_TEXT, draw=st.data())
def test_any_part_of_any_text_is_found(filled: Store, text: str, draw: st.DataObject) -> None:
    filled.save([replace(CLIENT, note=Text.of(text))])
    for piece in pieces(text):
        start = draw.draw(st.integers(0, len(piece.text) - 1)) if piece.is_chinese else 0
        end = draw.draw(st.integers(start + 1, len(piece.text)))
        assert _ids(filled.search(piece.text[start:end], [Client])) == [CLIENT.id]


@given(query=ANY_TEXT)
def test_no_query_is_an_error(filled: Store, query: str) -> None:
    assert len(filled.search(query)) <= len(RECORDS)


@pytest.mark.parametrize(
    "query", ['"', "江北 AND", 'name : "x"', "NEAR(江 北)", "*", "江北) OR (", "'"]
)
def test_operators_are_words_like_others(filled: Store, query: str) -> None:
    assert filled.search(query, [Client]) == ()


@pytest.mark.parametrize("query", ['"江北"', "^江北", "-江北", "江北*", "(江北"])
def test_signs_do_not_count(filled: Store, query: str) -> None:
    assert _ids(filled.search(query, [Client])) == [CLIENT.id]


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("江北银", CLIENT),
        ("as400", CLIENT),
        ("jbyh", CLIENT),
        ("chongqing", CLIENT),
        ("zeng", PERSON),
        ("zw", PERSON),
        ("漏斗", PRODUCT),
        ("behav anal", PRODUCT),
        ("某股份制", CASE),
        ("blue sea", CASE),
        ("真实需", VISIT),
        ("手机银行", VISIT),
        ("jiangbei relaunch", VISIT),
    ],
)
def test_each_kind_is_found_in_each_way_of_typing(filled: Store, query: str, record) -> None:
    assert record.id in _ids(filled.search(query))
    assert _ids(filled.search(query, [type(record)])) == [record.id]


def test_a_hit_says_what_it_is_and_whose(filled: Store) -> None:
    (person,) = filled.search("曾伟")
    assert person == Hit(
        record_type=Person,
        id=PERSON.id,
        name=PERSON.name,
        context=Text("江北银行", "Jiangbei Bank"),
    )
    (visit,) = filled.search("confirm")
    assert (visit.record_type, visit.context) == (Visit, person.context)


def test_only_the_asked_kinds_are_found(filled: Store) -> None:
    kinds = {hit.record_type for hit in filled.search("银行")}
    assert kinds == {Client, SuccessCase, Visit}
    assert {hit.record_type for hit in filled.search("银行", [SuccessCase, Product])} == {
        SuccessCase
    }
    assert filled.search("银行", []) == ()


def test_names_are_found_before_notes_and_pages_follow_one_another(filled: Store) -> None:
    in_notes = [replace(client(n), note=Text("蓝鲸")) for n in range(5)]
    in_names = [client(n, Text("蓝鲸科技")) for n in range(5, 10)]
    filled.save([*in_notes, *in_names])
    everything = _ids(filled.search("蓝鲸"))
    assert everything[:5] == [each.id for each in in_names]
    assert sorted(everything[5:]) == [each.id for each in in_notes]
    pages = [filled.search("蓝鲸", limit=3, offset=start) for start in range(0, 12, 3)]
    assert [hit for page in pages for hit in _ids(page)] == everything


def test_a_changed_record_is_found_by_its_new_words_only(filled: Store) -> None:
    filled.save([replace(CLIENT, name=Text("南岸农商行", "Nan'an"), short_name=Text())])
    assert filled.search("江北银行股份") == ()
    assert {hit.record_type for hit in filled.search("南岸农商")} == {Client, Visit}


def test_of_several_with_one_id_the_last_is_found(filled: Store) -> None:
    filled.save([replace(CLIENT, name=Text("南岸农商行")), CLIENT])
    assert filled.search("南岸农商行") == ()
    assert _ids(filled.search("江北银行股份", [Client])) == [CLIENT.id]


def test_a_client_whose_words_stay_is_found_as_before(filled: Store) -> None:
    filled.save([replace(CLIENT, grade=Grade.C, size=None)])
    assert {hit.record_type for hit in filled.search("江北银行")} == {Client, Visit}


def test_a_visit_is_found_by_the_new_name_of_its_project(filled: Store) -> None:
    filled.save([replace(OPPORTUNITY, name=Text("网点转型", "Branches"))])
    assert _ids(filled.search("网点转型")) == [VISIT.id]
    assert filled.search("手机银行") == ()


def test_a_visit_is_found_by_the_client_its_project_moved_to(filled: Store) -> None:
    filled.save([client(1, Text("南岸农商行"))])
    filled.save([replace(OPPORTUNITY, client=client(1).id)])
    assert {hit.record_type for hit in filled.search("南岸")} == {Client, Visit}


def test_what_goes_with_a_deleted_record_is_found_no_more(filled: Store) -> None:
    filled.delete(Client, CLIENT.id)
    assert {hit.record_type for hit in filled.search("银行")} == {SuccessCase}
    assert filled.search("曾伟") == ()
    assert filled.exists(SuccessCase, CASE.id)


@pytest.mark.parametrize("kind", SEARCHABLE)
def test_no_entry_outlives_its_record(filled: Store, kind: type) -> None:
    for user in (Visit, Opportunity, SuccessCase):
        for record in filled.all(user):
            filled.delete(user, record.id)
    for record in filled.all(kind):
        filled.delete(kind, record.id)
    for table in ("search_entry", "search_index"):
        (count,) = filled._connection.rows(f"SELECT count(*) FROM {table}")
        left = sum(len(filled.all(each)) for each in SEARCHABLE)
        assert count == (left,)


def test_a_rebuilt_index_finds_the_same(filled: Store) -> None:
    queries = ["银行", "zw", "behav", "核心", "真实", ""]
    before = [set(filled.search(query)) for query in queries]
    with filled.change():
        filled._connection.run("DELETE FROM search_entry")
    assert filled.search("银行") == ()
    filled.rebuild_search()
    assert [set(filled.search(query)) for query in queries] == before


def test_a_long_pasted_text_is_searched_by_its_beginning(filled: Store) -> None:
    filled.save([replace(CLIENT, id=ClientId("client-2"), note=Text("江北" * 300))])
    assert _ids(filled.search("江北" * 5_000)) == ["client-2"]
