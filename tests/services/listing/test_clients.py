"""Clients are named by their places in a list, and found from whatever belongs to them."""

from __future__ import annotations

import pytest

from briefing_app.domain.lists import ClientQuery
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.services.client_view import client_of
from briefing_app.services.listing import client_ids
from briefing_app.store.store import Store
from tests.store.lists.test_clients import NOW, company
from tests.store.sample import CLIENT, INDUSTRY, OPPORTUNITY, PERSON, RECORDS, VISIT

ALL = ClientQuery(language=Language.EN)


def test_ids_are_told_in_the_order_of_the_rows(store: Store) -> None:
    store.save([INDUSTRY, *map(company, range(9))])
    assert client_ids(store, ALL, now=NOW, limit=2, offset=1) == ("c-1", "c-2")


@pytest.mark.parametrize("record", [CLIENT, PERSON, OPPORTUNITY, VISIT], ids=lambda one: one.id)
def test_a_client_is_found_from_what_belongs_to_it(store: Store, record) -> None:
    store.save(RECORDS)
    assert client_of(store, record.id) == CLIENT.id


def test_what_belongs_to_nobody_is_refused(store: Store) -> None:
    with pytest.raises(UserError):
        client_of(store, "nothing")
