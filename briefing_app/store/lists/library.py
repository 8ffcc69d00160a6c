"""Lists of the library, and of the people of a client: some hundreds, sorted by their names."""

from __future__ import annotations

import json

from briefing_app.domain.client import Department
from briefing_app.domain.ids import CaseId, ClientId, IndustryId, PersonId, ProductId
from briefing_app.domain.lists import (
    CaseQuery,
    CaseRow,
    IndustryRow,
    LibraryQuery,
    PersonRow,
    ProductRow,
)
from briefing_app.domain.offering import Permission, Product, SuccessCase
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language, Text
from briefing_app.store.connection import Connection, Row
from briefing_app.store.lists.parts import Condition, day, member, number
from briefing_app.store.reading import AMONG, id_list
from briefing_app.store.search import FOUND, finder


def product_rows(
    connection: Connection, query: LibraryQuery, limit: int, offset: int
) -> tuple[ProductRow, ...]:
    """A page of products."""
    wanted = _searched(query, Product)
    sql = f"{_PRODUCTS} WHERE {wanted.sql} {_by_name(query.language)} LIMIT ? OFFSET ?"
    return tuple(map(_product, connection.rows(sql, (*wanted.cells, limit, offset))))


def count_products(connection: Connection, query: LibraryQuery) -> int:
    """How many products a query asks for."""
    wanted = _searched(query, Product)
    sql = f"SELECT count(*) FROM search_entry AS entry WHERE kind = 'product' AND {wanted.sql}"  # noqa: S608
    return number(connection, sql, wanted.cells)


_PRODUCTS = """
SELECT product.id, product.name_zh, product.name_en, product.essence_zh, product.essence_en,
    json_array_length(product."values"),
    (SELECT count(*) FROM case_products WHERE target = product.id),
    (SELECT count(*) FROM opportunity_requested_products WHERE target = product.id)
FROM product JOIN search_entry AS entry ON entry.kind = 'product' AND entry.record = product.id
"""


def _product(row: Row) -> ProductRow:
    product, *names = map(str, row[:5])
    industries, cases, requests = (int(cell or 0) for cell in row[5:])
    return ProductRow(
        id=ProductId(product),
        name=Text(*names[:2]),
        essence=Text(*names[2:]),
        industries=industries,
        cases=cases,
        requests=requests,
    )


def case_rows(
    connection: Connection, query: CaseQuery, limit: int, offset: int
) -> tuple[CaseRow, ...]:
    """A page of success cases."""
    wanted = _cases_wanted(query)
    sql = f"{_CASES} WHERE {wanted.sql} {_by_name(query.language)} LIMIT ? OFFSET ?"
    return tuple(map(_case, connection.rows(sql, (*wanted.cells, limit, offset))))


def count_cases(connection: Connection, query: CaseQuery) -> int:
    """How many success cases a query asks for."""
    wanted = _cases_wanted(query)
    sql = f"SELECT count(*) FROM ({_CASES} WHERE {wanted.sql})"  # noqa: S608 - own names
    return number(connection, sql, wanted.cells)


def _cases_wanted(query: CaseQuery) -> Condition:
    wanted = _searched(query, SuccessCase)
    if query.permissions:
        wanted = wanted.and_also(f"success.permission {AMONG}", id_list(query.permissions))
    if query.industries:
        wanted = wanted.and_also(f"success.industry {AMONG}", id_list(query.industries))
    if query.expires_before is not None:
        end = query.expires_before.isoformat()
        wanted = wanted.and_also("success.permission_expires < ?", end)
    return wanted


_CASES = """
SELECT success.id, success.customer_zh, success.customer_en,
    success.anonymous_name_zh, success.anonymous_name_en, industry.name_zh, industry.name_en,
    (SELECT json_group_array(json_array(product.name_zh, product.name_en) ORDER BY position)
        FROM case_products JOIN product ON product.id = target WHERE owner = success.id),
    success.permission, success.permission_expires, success.is_industry_leader
FROM "case" AS success
JOIN industry ON industry.id = success.industry
JOIN search_entry AS entry ON entry.kind = 'case' AND entry.record = success.id
"""


def _case(row: Row) -> CaseRow:
    case, *names = map(str, row[:7])
    customer, anonymous, industry = (Text(*names[i : i + 2]) for i in range(0, 6, 2))
    return CaseRow(
        id=CaseId(case),
        customer=customer,
        anonymous_name=anonymous,
        industry=industry,
        products=tuple(Text(zh, en) for zh, en in json.loads(str(row[7]))),
        permission=member(Permission, row[8]),
        permission_expires=day(row[9]),
        is_industry_leader=bool(row[10]),
    )


def industry_rows(connection: Connection) -> tuple[IndustryRow, ...]:
    """All industry packs, those with the most clients first."""
    return tuple(map(_industry, connection.rows(_INDUSTRIES)))


_INDUSTRIES = """
SELECT id, name_zh, name_en, summary_zh, summary_en,
    json_array_length(questions), json_array_length(objections),
    (SELECT count(*) FROM client WHERE client.industry = pack.id) AS clients,
    (SELECT count(*) FROM "case" WHERE "case".industry = pack.id)
FROM industry AS pack
ORDER BY clients DESC, name_en, id
"""


def _industry(row: Row) -> IndustryRow:
    pack, *names = map(str, row[:5])
    questions, objections, clients, cases = (int(cell or 0) for cell in row[5:])
    return IndustryRow(
        id=IndustryId(pack),
        name=Text(*names[:2]),
        summary=Text(*names[2:]),
        questions=questions,
        objections=objections,
        clients=clients,
        cases=cases,
    )


def people_rows(
    connection: Connection, client: ClientId, language: Language
) -> tuple[PersonRow, ...]:
    """All people of a client."""
    sql = f"{_PEOPLE} WHERE person.client = ? {_by_name(language)}"
    return tuple(map(_person, connection.rows(sql, (client,))))


_PEOPLE = """
SELECT person.id, client.id,
    client.name_zh, client.name_en, client.short_name_zh, client.short_name_en,
    person.name_zh, person.name_en, person.title_zh, person.title_en,
    person.department, person.last_contact,
    (SELECT count(*) FROM stakeholder WHERE stakeholder.person = person.id)
FROM person
JOIN client ON client.id = person.client
JOIN search_entry AS entry ON entry.kind = 'person' AND entry.record = person.id
"""


def _person(row: Row) -> PersonRow:
    person, client, *names = map(str, row[:10])
    of_client, short_name, name, title = (Text(*names[i : i + 2]) for i in range(0, 8, 2))
    return PersonRow(
        id=PersonId(person),
        client=ClientId(client),
        client_name=short_name.filled_from(of_client),
        name=name,
        title=title,
        department=member(Department, row[10]),
        last_contact=day(row[11]),
        opportunities=int(row[12] or 0),
    )


def _searched(query: LibraryQuery, record_type: type[Record]) -> Condition:
    match = finder(query.search, (record_type,))
    return Condition().and_also(f"entry.rowid IN ({FOUND})", *match) if match else Condition()


def _by_name(language: Language) -> str:
    return f"ORDER BY entry.sorted_{language.value}, entry.record"
