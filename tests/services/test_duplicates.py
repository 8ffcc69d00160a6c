"""What is there already is suggested while its name is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.ids import PersonId
from briefing_app.domain.text import Text
from briefing_app.services.duplicates import (
    SHOWN,
    core,
    similar_clients,
    similar_people,
    similar_records,
)
from briefing_app.store.store import Store
from tests.store.sample import CASE, CLIENT, COLLEAGUE, PERSON, PRODUCT, SUPERIOR, client

HARBOUR = client(1, Text("上海港湾物流有限公司", "Harbour Logistics Co., Ltd"))
BRIGHT = client(2, Text("明光科技(深圳)有限公司", "Bright Light Technology GmbH"))
OTHERS = [
    client(n, Text(f"{c}星{d}软件", f"{c} Star")) for n, (c, d) in enumerate(["ab", "cd", "ef"], 3)
]


@pytest.fixture
def many(filled: Store) -> Store:
    filled.save([HARBOUR, BRIGHT, *OTHERS])
    return filled


@pytest.mark.parametrize(
    ("typed", "meant", "score"),
    [
        ("重庆江北银行", CLIENT, 100),
        ("重庆江北银行有限责任公司", CLIENT, 100),
        ("江北银行", CLIENT, 100),
        ("重庆江东银行股份有限公司", CLIENT, 83),
        ("江贝银航", CLIENT, 85),
        ("jiangbei bank ltd", CLIENT, 100),
        ("ＪＩＡＮＧＢＥＩ　ＢＡＮＫ", CLIENT, 100),
        ("Jiangbie Bank", CLIENT, 92),
        ("港湾物流", HARBOUR, 80),
        ("上海港湾物流集团", HARBOUR, 100),
        ("上海港物流", HARBOUR, 91),
        ("Logistics Harbour", HARBOUR, 100),
        ("harbour logistic", HARBOUR, 97),
        ("明光科技（深圳）", BRIGHT, 100),
        ("明光科技深圳公司", BRIGHT, 92),
        ("The Bright Light Technology Inc.", BRIGHT, 100),
    ],
)
def test_a_client_is_recognised_however_its_name_is_written(
    many: Store, typed: str, meant, score: int
) -> None:
    first = similar_clients(many, typed)[0]
    assert (first.id, first.name, first.context) == (meant.id, meant.name, meant.city)
    assert first.score == pytest.approx(score, abs=1)


@pytest.mark.parametrize(
    "typed", ["", "江", "有限公司", "Co., Ltd", "！？", "成都双流机场", "Quantum Foods", "重庆"]
)
def test_another_name_recalls_nobody(many: Store, typed: str) -> None:
    assert similar_clients(many, typed) == ()


def test_the_likeliest_come_first_and_few(filled: Store) -> None:
    filled.save(client(n, Text(f"南岸第{n}银行")) for n in range(12))
    found = similar_clients(filled, "南岸第3银行")
    assert len(found) == SHOWN
    assert (found[0].id, found[0].score) == (client(3).id, 100)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@pytest.mark.parametrize("typed", ["重庆3号江北银行", "3号", "a 江", "江 a 北 b", "南岸第3银行号"])
def test_a_name_may_hold_single_signs_between_letters_and_digits(many: Store, typed: str) -> None:
    assert all(one.kind == "client" for one in similar_clients(many, typed))


def test_a_client_is_not_its_own_double(many: Store) -> None:
    assert similar_clients(many, "江北银行", besides=CLIENT.id) == ()


def test_a_client_with_many_people_and_visits_is_found(many: Store) -> None:
    people = [replace(PERSON, id=PersonId(f"p-{n}"), name=Text(f"江北银行{n}")) for n in range(90)]
    many.save(people)
    assert similar_clients(many, "重庆江北银行")[0].id == CLIENT.id


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("Acme Holdings Co., Ltd.", "acme"),
        ("ＡＣＭＥ　ＧｍｂＨ", "acme"),
        ("Société Générale S.A.", "societe generale s a"),
        ("重庆江北银行股份有限公司", "重庆江北银行"),
        ("集团公司", ""),
        ("The Co", ""),
    ],
)
def test_names_are_compared_without_their_legal_form(name: str, compared: str) -> None:
    assert core(name) == compared


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("曾伟", PERSON),
        ("曾 伟", PERSON),
        ("增伟", PERSON),
        ("zeng wei", PERSON),
        ("Wei Zeng", PERSON),
        ("单静", SUPERIOR),
        ("Shan Jin", SUPERIOR),
    ],
)
def test_somebody_of_the_client_is_recognised(filled: Store, typed: str, meant) -> None:
    (found, *_) = similar_people(filled, CLIENT.id, typed)
    assert (found.kind, found.id, found.name) == ("person", meant.id, meant.name)


def test_other_people_and_those_of_other_clients_are_not_meant(filled: Store) -> None:
    filled.save([HARBOUR])
    assert similar_people(filled, CLIENT.id, "韩梅梅") == ()
    assert similar_people(filled, CLIENT.id, " ") == ()
    assert similar_people(filled, HARBOUR.id, "曾伟") == ()
    assert similar_people(filled, CLIENT.id, "曾伟", besides=PERSON.id) == ()


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        ("product", "Behavior Analytics", PRODUCT.id),
        ("product", "行为分西", PRODUCT.id),
        ("product", "xing wei fen xi", ""),
        ("product", "Loyalty points mall", ""),
        ("case", CASE.customer.en, CASE.id),
        ("case", CASE.anonymous_name.zh, CASE.id),
        ("colleague", COLLEAGUE.name.en, COLLEAGUE.id),
        ("product", "行", ""),
    ],
)
def test_what_the_library_has_already_is_recognised(
    filled: Store, kind: str, typed: str, meant: str
) -> None:
    found = similar_records(filled, kind=kind, names=(typed,))
    assert [one.id for one in found] == ([meant] if meant else [])
    assert all(one.kind == kind for one in found)
    assert similar_records(filled, kind=kind, names=(typed,), besides=meant) == ()


def test_clients_and_people_are_asked_for_in_the_same_way(filled: Store) -> None:
    both = ("Unlike", "江北银行", "")
    assert similar_records(filled, kind="client", names=both)[0].id == CLIENT.id
    (found, *_) = similar_records(filled, kind="person", names=("曾伟",), owner=CLIENT.id)
    assert found.id == PERSON.id


def test_who_is_found_by_both_names_is_told_once(many: Store) -> None:
    names = ("重庆江东银行股份有限公司", "Jiangbei Bank")
    found = similar_records(many, kind="client", names=names)
    assert [one.id for one in found].count(CLIENT.id) == 1
    assert found[0].score == 100
