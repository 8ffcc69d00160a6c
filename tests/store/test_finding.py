"""What a user types leads to one record, or to a sentence that helps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.client import Client, Person
from briefing_app.domain.ids import ClientId, VisitId
from briefing_app.domain.message import say
from briefing_app.domain.opportunity import Competitor
from briefing_app.domain.stakeholder import Stakeholder
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.store.store import Store
from tests.store.sample import CLIENT, COMPETITOR, PERSON, STAKEHOLDER, VISIT, client


@pytest.mark.parametrize(
    "typed",
    ["client-1", "nt-1", "重庆江北银行股份有限公司", "江北银行", "jiangbei BANK", " 江北银行 "],
)
def test_an_id_its_end_or_a_name_leads_to_the_record(filled: Store, typed: str) -> None:
    assert filled.find(typed, Client) == CLIENT


def test_records_of_several_kinds_are_found(filled: Store) -> None:
    assert filled.find("曾伟", Client, Person) == PERSON
    assert filled.find("确认真实需求", Visit) == VISIT
    assert filled.find("rival", Competitor) == COMPETITOR
    assert filled.find("er-1", Stakeholder) == STAKEHOLDER


def test_a_whole_id_goes_before_the_end_of_another(filled: Store) -> None:
    other = replace(client(1), id=ClientId(f"x-{CLIENT.id}"))
    filled.save([other])
    assert filled.find(CLIENT.id, Client) == CLIENT
    assert filled.find(other.id, Client) == other


def test_an_ambiguous_name_is_told_with_the_candidates(filled: Store) -> None:
    filled.save([client(1, Text.same("Acme")), client(2, Text("某某", "ACME"))])
    with pytest.raises(UserError, match="may mean") as refusal:
        filled.find("acme", Client)
    assert refusal.value.parameters["candidates"] == (
        Text(f"Acme, 重庆 ({client(1).id})", f"Acme, Chongqing ({client(1).id})"),
        Text(f"某某, 重庆 ({client(2).id})", f"ACME, Chongqing ({client(2).id})"),
    )


def test_the_end_of_an_id_and_a_name_together_are_ambiguous(filled: Store) -> None:
    filled.save([replace(client(1), id=ClientId("a-acme")), client(2, Text.same("acme"))])
    with pytest.raises(UserError, match="may mean"):
        filled.find("acme", Client)


def test_one_record_that_fits_twice_is_one(filled: Store) -> None:
    filled.save([replace(client(1, Text.same("acme")), id=ClientId("the-acme"))])
    assert filled.find("acme", Client).id == "the-acme"


def test_a_part_of_a_name_is_answered_with_what_is_similar(filled: Store) -> None:
    with pytest.raises(UserError, match="Similar are") as refusal:
        filled.find("江北", Client)
    assert refusal.value.parameters["names"] == (
        Text("重庆江北银行股份有限公司, 重庆 (client-1)", "Jiangbei Bank, Chongqing (client-1)"),
    )


@pytest.mark.parametrize("typed", ["t-1", "%", "查无此人", "nothing at all"])
def test_what_means_nothing_is_told(filled: Store, typed: str) -> None:
    with pytest.raises(UserError, match="Nothing is called"):
        filled.find(typed, Client, Stakeholder)


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_given_is_told(filled: Store, typed: str) -> None:
    with pytest.raises(UserError, match="nothing was given"):
        filled.find(typed, Client)


def test_where_one_kind_is_meant_it_is_named(filled: Store) -> None:
    with pytest.raises(UserError, match="is called “查无此人”") as refusal:
        filled.find("查无此人", Visit)
    assert refusal.value.parameters["kind"] == say("Visits")


def test_visits_of_one_purpose_are_told_apart_by_their_clients(filled: Store) -> None:
    filled.save([replace(VISIT, id=VisitId("visit-2"))])
    with pytest.raises(UserError) as refusal:
        filled.find(VISIT.purpose.zh, Visit)
    candidates = refusal.value.parameters["candidates"]
    assert [text.zh for text in candidates] == [
        f"{VISIT.purpose.zh}, 江北银行 ({visit})" for visit in (VISIT.id, "visit-2")
    ]
