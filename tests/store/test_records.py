"""Saving, changing and deleting records, and why some changes are refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.client import Client, Person
from briefing_app.domain.ids import (
    CompanyId,
    IndustryId,
    LineId,
    PersonId,
    StakeholderId,
    VisitId,
    VisitRecordId,
)
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.offering import Colleague, OwnCompany, Product, SuccessCase
from briefing_app.domain.opportunity import Need, Opportunity
from briefing_app.domain.records import KINDS
from briefing_app.domain.stakeholder import Line, LineKind, Stakeholder
from briefing_app.domain.text import Text
from briefing_app.domain.values import Money
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.errors import UserError
from briefing_app.store.client_names import ODD_BEGINNING
from briefing_app.store.store import Store
from tests.store.sample import (
    CASE,
    CLIENT,
    COLLEAGUE,
    COMPANY,
    EXPORT,
    INDUSTRY,
    LINE,
    NEED,
    OPPORTUNITY,
    PERSON,
    PRODUCT,
    RECORDS,
    STAKEHOLDER,
    SUPERIOR,
    VISIT,
    VISIT_RECORD,
    client,
)


def test_records_may_come_in_any_order(store: Store) -> None:
    assert store.is_empty()
    store.save(reversed(RECORDS))
    assert not store.is_empty()
    for kind in KINDS:
        stored = [record for record in RECORDS if type(record) is kind.record_type]
        assert store.all(kind.record_type) == tuple(stored)


def test_all_records_of_a_kind_come_sorted_by_id(filled: Store) -> None:
    filled.save([client(3), client(1), client(2)])
    ids = [stored.id for stored in filled.all(Client)]
    assert ids == sorted(ids)
    assert len(ids) == 4


def test_records_come_page_by_page(filled: Store) -> None:
    filled.save(client(number) for number in range(4))
    first = filled.page(Client, 3)
    second = filled.page(Client, 3, offset=3)
    assert first + second == filled.all(Client)
    assert filled.page(Client, 3, offset=5) == ()


def test_a_change_keeps_what_refers_to_the_record(filled: Store) -> None:
    filled.save([replace(CLIENT, note=Text("新的说明")), replace(OPPORTUNITY, amount=None)])
    assert filled.get(Client, CLIENT.id).note == Text("新的说明")
    assert filled.get(Opportunity, OPPORTUNITY.id).amount is None
    assert filled.all(Person) == (PERSON, SUPERIOR)
    assert filled.all(Visit) == (VISIT,)


def test_the_last_of_several_with_one_id_is_kept(filled: Store) -> None:
    filled.save([replace(VISIT, attendees=()), replace(VISIT, attendees=(PERSON.id,))])
    assert filled.get(Visit, VISIT.id).attendees == (PERSON.id,)


def test_records_are_found_by_what_they_refer_to(filled: Store) -> None:
    filled.save([client(1)])
    assert filled.referring(Person, "client", CLIENT.id) == (PERSON, SUPERIOR)
    assert filled.referring(Person, "client", client(1).id) == ()
    assert filled.referring(Visit, "attendees", PERSON.id) == (VISIT,)
    assert filled.referring(Visit, "attendees", "person-9") == ()
    with pytest.raises(ValueError, match="does not hold ids"):
        filled.referring(Visit, "place", PERSON.id)


def test_a_missing_record_is_told(filled: Store) -> None:
    assert not filled.exists(Client, "nobody")
    assert filled.exists(Client, CLIENT.id)
    for act in (filled.get, filled.delete):
        with pytest.raises(UserError, match="There is no record nobody"):
            act(Client, "nobody")


def test_a_client_takes_what_belongs_to_it_along(filled: Store) -> None:
    filled.add_export(EXPORT)
    filled.delete(Client, CLIENT.id)
    gone = (Client, Person, Opportunity, Need, Stakeholder, Line, Visit, FollowUp, VisitRecord)
    assert [filled.all(kind) for kind in gone] == [()] * len(gone)
    assert filled.get(SuccessCase, CASE.id).competes_with == ()
    assert filled.exports(VISIT.id) == (EXPORT,)


def test_who_leaves_is_forgotten_where_a_gap_is_true(filled: Store) -> None:
    filled.save([replace(VISIT, attendees=(SUPERIOR.id,), team=())])
    filled.save([replace(VISIT_RECORD, team=())])
    filled.delete(Person, PERSON.id)
    filled.delete(Colleague, COLLEAGUE.id)
    (need,) = filled.all(Need)
    assert need.raised_by is None
    assert filled.all(Stakeholder) == filled.all(Line) == ()
    (record,) = filled.all(VisitRecord)
    assert [finding.person for finding in record.people] == [SUPERIOR.id]
    assert record.needs[0].said_by is record.feedback[0].said_by is None


def test_a_need_or_a_product_that_is_deleted_leaves_a_gap_in_what_was_recorded(
    filled: Store,
) -> None:
    filled.delete(Need, NEED.id)
    filled.delete(SuccessCase, CASE.id)
    filled.save([replace(OPPORTUNITY, requested_products=())])
    filled.delete(Product, PRODUCT.id)
    record = filled.get(VisitRecord, VISIT_RECORD.id)
    assert record.needs == (replace(VISIT_RECORD.needs[0], need=None),)
    assert record.shown == (replace(VISIT_RECORD.shown[0], product=None),)
    assert record.feedback == (replace(VISIT_RECORD.feedback[0], product=None),)


def test_a_visit_is_recorded_once(filled: Store) -> None:
    with pytest.raises(UserError, match="is recorded already"):
        filled.save([replace(VISIT_RECORD, id=VisitRecordId("record-2"))])


@pytest.mark.parametrize(
    ("record_type", "record_id", "users"),
    [
        (IndustryPack, INDUSTRY.id, [CLIENT.name, CASE.customer]),
        (Product, PRODUCT.id, [CASE.customer, OPPORTUNITY.name]),
        (Person, PERSON.id, [VISIT.purpose]),
        (Colleague, COLLEAGUE.id, [VISIT.purpose, Text.same(VISIT_RECORD.id)]),
    ],
)
def test_what_is_in_use_cannot_be_deleted(
    filled: Store, record_type: type, record_id: str, users: list[Text]
) -> None:
    with pytest.raises(UserError, match="cannot be deleted") as refusal:
        filled.delete(record_type, record_id)
    assert list(refusal.value.parameters["users"]) == users
    assert filled.exists(record_type, record_id)
    assert filled._connection.rows("PRAGMA foreign_key_check") == []


def test_a_client_stays_when_its_people_visit_elsewhere(filled: Store) -> None:
    other = replace(OPPORTUNITY, id="opportunity-2", client=client(1).id)
    elsewhere = replace(VISIT, id=VisitId("visit-2"), opportunity=other.id, purpose=Text.same("x"))
    filled.save([client(1), other, elsewhere])
    with pytest.raises(UserError) as refusal:
        filled.delete(Client, CLIENT.id)
    assert refusal.value.parameters["users"] == (elsewhere.purpose,)
    assert filled.all(Visit) == (VISIT, elsewhere)


def test_a_reference_without_target_is_refused_by_name(filled: Store) -> None:
    with pytest.raises(UserError, match="refers to industry-9"):
        filled.save([client(1), replace(client(2), industry=IndustryId("industry-9"))])
    with pytest.raises(UserError, match="refers to person-9"):
        filled.save([replace(VISIT, attendees=(PERSON.id, PersonId("person-9")))])
    assert filled.all(Client) == (CLIENT,)
    assert filled.get(Visit, VISIT.id) == VISIT


def test_nobody_is_a_stakeholder_twice(filled: Store) -> None:
    twin = replace(STAKEHOLDER, id=StakeholderId("stakeholder-2"))
    with pytest.raises(UserError, match="already a stakeholder") as refusal:
        filled.save([twin])
    assert refusal.value.parameters["person"] == PERSON.name
    filled.save([replace(twin, person=SUPERIOR.id)])
    assert len(filled.all(Stakeholder)) == 2


def test_our_own_company_is_described_once(filled: Store) -> None:
    with pytest.raises(UserError, match="already described"):
        filled.save([replace(COMPANY, id=CompanyId("company-2"))])
    filled.save([replace(COMPANY, note=Text("改"))])
    assert [company.note for company in filled.all(OwnCompany)] == [Text("改")]


def test_a_circle_of_reporting_lines_is_refused_with_names(filled: Store) -> None:
    third = replace(PERSON, id=PersonId("person-3"), name=Text("仇勇", "Qiu Yong"))
    upwards = replace(LINE, id=LineId("line-2"), source=SUPERIOR.id, target=third.id)
    back = replace(LINE, id=LineId("line-3"), source=third.id, target=PERSON.id)
    filled.save([third, upwards])
    with pytest.raises(UserError, match="circle") as refusal:
        filled.save([back])
    assert set(refusal.value.parameters["people"]) == {PERSON.name, SUPERIOR.name, third.name}
    assert filled.all(Line) == (LINE, upwards)


def test_other_lines_may_form_a_circle_and_reporting_may_be_turned(filled: Store) -> None:
    turned = replace(LINE, source=SUPERIOR.id, target=PERSON.id)
    influence = replace(turned, id=LineId("line-2"), kind=LineKind.INFLUENCES)
    filled.save([influence])
    filled.save([turned])
    assert filled.all(Line) == (turned, influence)


def test_nobody_reports_to_oneself(filled: Store) -> None:
    with pytest.raises(UserError) as refusal:
        filled.save([replace(LINE, target=PERSON.id)])
    assert refusal.value.parameters["people"] == (PERSON.name,)


def test_an_amount_beyond_measure_is_refused(filled: Store) -> None:
    with pytest.raises(UserError, match="too large"):
        filled.save([replace(CLIENT, annual_revenue=Money(10**30))])
    assert filled.get(Client, CLIENT.id) == CLIENT


def test_client_names_are_full_and_short_in_both_languages_and_found_by_beginning(
    filled: Store,
) -> None:
    filled.save([replace(client(1), name=Text("Acme", "Ａｃｍｅ"))])
    assert set(filled.client_names(["江北银行", "重庆江北银行股份", "jiangbei", "acme"])) == {
        "Acme",
        "Jiangbei Bank",
        "江北银行",
        "重庆江北银行股份有限公司",
    }
    assert filled.client_names([ODD_BEGINNING]) == ("Ａｃｍｅ",)
    assert filled.client_names(["江北", "acm", "Acme"]) == ()


def test_exports_are_kept_and_never_replaced(filled: Store) -> None:
    earlier = replace(EXPORT, id="export-0", made_at=EXPORT.made_at.replace(year=2025))
    filled.add_export(EXPORT)
    filled.add_export(earlier)
    assert filled.exports(VISIT.id) == (earlier, EXPORT)
    with pytest.raises(Exception, match="UNIQUE"):
        filled.add_export(replace(EXPORT, folder="/elsewhere"))
    assert filled.exports(VISIT.id) == (earlier, EXPORT)
