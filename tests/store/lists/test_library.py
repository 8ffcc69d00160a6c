"""The library's lists: sorted by name, filtered by what makes a case showable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing_app.domain.ids import CaseId, PersonId, ProductId
from briefing_app.domain.lists import CaseQuery, LibraryQuery
from briefing_app.domain.offering import Permission
from briefing_app.domain.text import Language, Text
from briefing_app.store.store import Store
from tests.store.sample import CASE, CLIENT, INDUSTRY, PERSON, PRODUCT, SUPERIOR


def test_products_stand_by_name_with_where_they_are_sold(filled: Store) -> None:
    filled.save([replace(PRODUCT, id=ProductId("p2"), name=Text("安全网关", "Zone gateway"))])
    orders = {
        language: [
            row.id for row in filled.lists.product_rows(LibraryQuery(language=language), limit=9)
        ]
        for language in Language
    }
    assert orders == {Language.ZH: ["p2", PRODUCT.id], Language.EN: [PRODUCT.id, "p2"]}
    (row,) = filled.lists.product_rows(LibraryQuery(search="行为", language=Language.ZH), limit=9)
    assert (row.industries, row.cases, row.requests) == (1, 1, 1)
    assert filled.lists.count_products(LibraryQuery(language=Language.ZH)) == 2
    assert filled.lists.count_products(LibraryQuery(search="网关", language=Language.ZH)) == 1


@pytest.mark.parametrize(
    ("changes", "ids"),
    [
        ({}, ["case-1", "c2"]),
        ({"permissions": (Permission.NAMED,)}, ["case-1"]),
        ({"expires_before": date(2027, 1, 1)}, ["c2"]),
        ({"search": "蓝海"}, ["case-1"]),
        ({"industries": ("none",)}, []),
    ],
)
def test_cases_are_filtered_by_permission_and_its_end(filled: Store, changes, ids) -> None:
    other = replace(
        CASE,
        id=CaseId("c2"),
        customer=Text("远山证券", "Far Hill"),
        permission=Permission.ANONYMOUS,
        permission_expires=date(2026, 12, 31),
    )
    filled.save([other])
    query = CaseQuery(language=Language.ZH, **changes)
    rows = filled.lists.case_rows(query, limit=9)
    assert [row.id for row in rows] == ids
    assert filled.lists.count_cases(query) == len(ids)
    assert all(row.products == (PRODUCT.name,) for row in rows)


def test_an_industry_tells_how_much_rests_on_it(filled: Store) -> None:
    (row,) = filled.lists.industry_rows()
    assert (row.id, row.clients, row.cases) == (INDUSTRY.id, 1, 1)


def test_the_people_of_a_client_stand_by_their_surnames(filled: Store) -> None:
    filled.save([replace(PERSON, id=PersonId("p3"), name=Text("王芳", "Abel Wang"))])
    zh = [row.id for row in filled.lists.people_rows(CLIENT.id, Language.ZH)]
    assert zh == [SUPERIOR.id, "p3", PERSON.id]  # 单 Shan, 王 Wang, 曾 Zeng
    en = filled.lists.people_rows(CLIENT.id, Language.EN)
    assert en[0].id == "p3"
    assert {row.id: row.opportunities for row in en}[PERSON.id] == 1
