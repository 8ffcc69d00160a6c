"""The library's lists and records, as its page shows them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.message import Message
from briefing_app.domain.offering import Objection, OwnCompany, Permission, Product, SuccessCase
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.domain.text import Language, Text
from briefing_app.errors import UserError
from briefing_app.services.creating import create_product
from briefing_app.services.data_folder import open_data
from briefing_app.services.editing import delete_records
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.library_creating import (
    add_objection,
    add_question,
    create_industry,
    describe_company,
)
from briefing_app.services.library_files import all_data_apart, case_books_apart
from briefing_app.services.library_rows import LibraryList, LibraryRow, Section
from briefing_app.services.library_view import library_view
from briefing_app.services.samples import load_samples
from briefing_app.services.trash_rows import TrashList
from briefing_app.services.undoing import restore
from briefing_app.store.store import Store

TODAY = date(2026, 11, 25)


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store, None, None]:
    with open_data(tmp_path / "data") as opened:
        load_samples(opened)
        yield opened


def _rows(store: Store, section: Section, search: str = "") -> tuple[LibraryRow, ...]:
    found = LibraryList(section, search, Language.EN, TODAY)
    assert found.count(store) == len(found.rows(store, 1000, 0))
    return found.rows(store, 1000, 0)


@pytest.mark.parametrize("section", list(Section), ids=str)
def test_each_section_has_rows_with_ids_of_their_own(store: Store, section: Section) -> None:
    rows = _rows(store, section)
    assert rows
    assert len({row.id for row in rows}) == len(rows)
    assert all(row.title for row in rows)


def test_products_are_sorted_by_the_name_that_is_read(store: Store) -> None:
    names = [row.title.en for row in _rows(store, Section.PRODUCTS)]
    assert names == sorted(names, key=str.casefold)


@pytest.mark.parametrize("search", ["analytics", "行为分析", "yhxwfx"])
def test_a_product_is_found_by_english_chinese_and_pinyin(store: Store, search: str) -> None:
    assert [row.title.en for row in _rows(store, Section.PRODUCTS, search)] == [
        "Behaviour Analytics"
    ]


def test_a_question_is_found_by_its_industry(store: Store) -> None:
    found = _rows(store, Section.QUESTIONS, "games")
    assert found
    assert {row.record_id for row in found} == {"games"}


def _case(store: Store, **changes: object) -> SuccessCase:
    case = replace(store.all(SuccessCase)[0], **changes)  # type: ignore[arg-type]
    store.save([case])
    return case


def _standing(store: Store, case: SuccessCase) -> str:
    return str(library_view(store, "case", case.id, TODAY).standing)


@pytest.mark.parametrize(
    ("permission", "ends", "expected"),
    [
        (Permission.NONE, None, "No document shows this case: the customer has not agreed"),
        (Permission.NAMED, date(2026, 11, 24), "No document shows this case any more"),
        (Permission.NAMED, date(2026, 11, 25), "Documents name Acme until"),
        (Permission.NAMED, None, "Documents name Acme; the permission has no end."),
        (Permission.ANONYMOUS, None, "Documents call it “A retailer”, never by its real name;"),
        (Permission.ANONYMOUS, date(2027, 1, 1), "Documents call it “A retailer” until"),
    ],
)
def test_what_a_permission_means_is_said(
    store: Store, permission: Permission, ends: date | None, expected: str
) -> None:
    case = _case(
        store,
        customer=Text("", "Acme"),
        anonymous_name=Text("", "A retailer"),
        permission=permission,
        permission_expires=ends,
    )
    assert _standing(store, case).startswith(expected)
    (row,) = (row for row in _rows(store, Section.CASES) if row.id == case.id)
    assert row.is_barred is not case.may_be_shown_on(TODAY)


def test_an_anonymous_case_without_a_name_to_call_it_by_is_not_shown(store: Store) -> None:
    case = _case(
        store, permission=Permission.ANONYMOUS, permission_expires=None, anonymous_name=Text()
    )
    assert "write its anonymous name" in _standing(store, case)


def test_a_product_tells_who_will_decide_and_why(store: Store) -> None:
    product = next(one for one in store.all(Product) if one.name.en == "Aggregated Payments")
    kdm = library_view(store, "product", product.id, TODAY).kdm
    assert kdm is not None
    assert not kdm.one_person_can_carry_it
    assert str(kdm.reasons[-1]) == "No single decision maker can carry it."
    assert len(kdm.reasons) > 3


def test_a_record_that_is_gone_is_refused(store: Store) -> None:
    with pytest.raises(UserError):
        library_view(store, "product", "nothing", TODAY)


def test_industries_questions_and_objections_are_added(store: Store) -> None:
    made = create_industry(store, name=Text("", "Retail"), summary=Text("", "Shops."))
    question = add_question(
        store, industry=made.record_id, question=Text("", "Why?"), purpose=Text("", "To know.")
    )
    answer = Objection(topic=ConcernTopic.COST, says=Text("", "Dear."), answer=Text("", "No."))
    objection = add_objection(store, owner=("industry", made.record_id), objection=answer)
    assert question.record_id in {row.id for row in _rows(store, Section.QUESTIONS)}
    assert objection.record_id in {row.id for row in _rows(store, Section.OBJECTIONS)}
    assert store.get(IndustryPack, made.record_id).objections == (answer,)


def test_our_company_is_described_once(store: Store) -> None:
    with pytest.raises(UserError):
        describe_company(store, name=Text("", "Another"))
    assert len(store.all(OwnCompany)) == 1


def test_a_deleted_product_is_in_the_trash_and_comes_back(store: Store) -> None:
    made = create_product(store, name=Text("", "Short-lived"), essence=Text("", "Once."))
    delete_records(store, kind="product", ids=(made.record_id,))
    (row,) = TrashList().rows(store, 10, 0)
    assert (row.name.en, row.kind) == ("Short-lived", "Products")
    assert TrashList().count(store) == 1
    restore(store, row.act)
    assert store.exists(Product, made.record_id)
    assert TrashList().count(store) == 0


def test_a_case_book_is_written_apart_from_the_window(store: Store, tmp_path: Path) -> None:
    steps: list[Message] = []
    files = case_books_apart(
        data=tmp_path / "data",
        out=tmp_path / "out",
        wishes=ExportWishes(language=Language.EN),
        industry="games",
        today=TODAY,
        now=datetime(2026, 11, 25, 9, tzinfo=UTC),
        progress=lambda step, _number, _total: steps.append(step),
    )
    assert [file.suffix for file in files] == [".pdf"]
    assert files[0].read_bytes().startswith(b"%PDF")
    assert steps


def test_all_data_are_given_back_in_a_file(store: Store, tmp_path: Path) -> None:
    given = all_data_apart(data=tmp_path / "data", out=tmp_path / "all.json", language=Language.EN)
    assert given.records > 50
    assert given.pictures_left_out == 0
    assert given.path.stat().st_size > 10_000
