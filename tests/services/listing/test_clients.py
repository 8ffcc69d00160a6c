"""Clients are named by their places in a list, and found from whatever belongs to them."""

from __future__ import annotations

import pytest

from briefing_app.domain.lists import ClientQuery
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.services.client_view import client_of
from briefing_app.services.listing import clients, clients_at
from briefing_app.store.store import Store
from tests.store.lists.test_clients import NOW, company
from tests.store.sample import CLIENT, INDUSTRY, OPPORTUNITY, PERSON, RECORDS, VISIT

ALL = ClientQuery(language=Language.EN)


def test_places_are_ranges_of_the_list(store: Store) -> None:
    store.save([INDUSTRY, *map(company, range(9))])
    found = clients_at(store, ALL, now=NOW, ranges=((1, 2), (7, 1)))
    assert found == ("c-1", "c-2", "c-7")


def test_more_than_one_act_can_hold_are_refused(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clients, "AT_ONCE", 2)
    with pytest.raises(UserError, match="at most"):
        clients_at(store, ALL, now=NOW, ranges=((0, 2), (5, 1)))


@pytest.mark.parametrize("record", [CLIENT, PERSON, OPPORTUNITY, VISIT], ids=lambda one: one.id)
def test_a_client_is_found_from_what_belongs_to_it(store: Store, record) -> None:
    store.save(RECORDS)
    assert client_of(store, record.id) == CLIENT.id


def test_what_belongs_to_nobody_is_refused(store: Store) -> None:
    with pytest.raises(UserError):
        client_of(store, "nothing")
