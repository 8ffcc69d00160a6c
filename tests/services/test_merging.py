"""Two records of one client or person become one, and nothing that refers to either is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing_app.domain.client import Client, Person
from briefing_app.domain.ids import (
    CaseId,
    ColleagueId,
    LineId,
    LogoId,
    OpportunityId,
    PersonId,
    ProductId,
    StakeholderId,
)
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.logo import Logo
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import (
    Capability,
    Colleague,
    Integration,
    Product,
    SuccessCase,
)
from briefing_app.domain.opportunity import Need, Opportunity
from briefing_app.domain.records import KINDS
from briefing_app.domain.slide_list import SlideChoice, SlideList, SlideWords
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Concern,
    ConcernTopic,
    Coverage,
    Influence,
    Line,
    LineKind,
    Stakeholder,
    Support,
)
from briefing_app.domain.text import Text
from briefing_app.domain.values import Certainty, Evidence
from briefing_app.domain.visit import Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.errors import UserError
from briefing_app.exchange.shapes import shapes
from briefing_app.services import undoing
from briefing_app.services.merge_view import merge_candidates, merge_view
from briefing_app.services.merging import MERGED, merge_preview, merge_records
from briefing_app.store.store import Store
from tests.store.everything import everything
from tests.store.sample import (
    CASE,
    CLIENT,
    COLLEAGUE,
    LINE,
    LOGO,
    NEED,
    OPPORTUNITY,
    PERSON,
    PRODUCT,
    SLIDE_LIST,
    STAKEHOLDER,
    SUPERIOR,
    VISIT,
    VISIT_RECORD,
    client,
)

OTHER = replace(client(1), name=Text("江北银行", "Bank of Jiangbei"), website="jb.example.com")
TWIN = replace(
    PERSON, id=PersonId("person-3"), name=Text("曾伟", "Wei Zeng"), email="zw@example.com"
)
SURE = Evidence(Certainty.CONFIRMED, Text("会议"), date(2026, 3, 3))


def test_the_preview_tells_where_two_records_differ(filled: Store) -> None:
    filled.save([OTHER])
    preview = merge_preview(filled, kind="client", keep=CLIENT.id, other=OTHER.id)
    by_field = {one.field: one for one in preview}
    assert list(by_field) == ["name", "short_name", "website"]
    assert (by_field["name"].kept, by_field["name"].other) == (CLIENT.name, OTHER.name)
    assert by_field["website"].label == Message("Website")
    assert [name for name, one in by_field.items() if one.is_gap] == ["website"]


def test_the_chosen_values_are_kept(filled: Store) -> None:
    filled.save([OTHER])
    change = merge_records(
        filled, kind="client", keep=CLIENT.id, other=OTHER.id, from_other=("name", "website")
    )
    merged = filled.get(Client, CLIENT.id)
    assert merged == replace(CLIENT, name=OTHER.name, website=OTHER.website)
    assert not filled.exists(Client, OTHER.id)
    assert change.touches("client")
    assert change.label == say("Merge “{other}” into “{name}”", other=OTHER.name, name=CLIENT.name)
    assert {hit.id for hit in filled.search("Bank of Jiangbei")} == {CLIENT.id, VISIT.id}


def test_all_that_a_client_has_comes_along_and_goes_back_with_one_undo(filled: Store) -> None:
    filled.save([OTHER])
    before = everything(filled)
    merge_records(filled, kind="client", keep=OTHER.id, other=CLIENT.id)
    assert {one.client for one in filled.all(Person)} == {OTHER.id}
    assert {one.client for one in filled.all(Opportunity)} == {OTHER.id}
    assert filled.get(Logo, LOGO.id).client == OTHER.id
    assert filled.get(SuccessCase, CASE.id).competes_with == (OTHER.id,)
    assert filled.get(Visit, VISIT.id) == VISIT
    assert filled.get(VisitRecord, VISIT_RECORD.id) == VISIT_RECORD
    assert {hit.id for hit in filled.search("Bank of Jiangbei")} == {OTHER.id, VISIT.id}
    undoing.undo(filled)
    assert everything(filled) == before


def test_a_list_or_a_logo_that_both_have_stays_once(filled: Store) -> None:
    dark = replace(LOGO, id=LogoId("logo-4"), client=OTHER.id, is_for_dark=True)
    both = replace(CASE, competes_with=(OTHER.id, CLIENT.id))
    filled.save([OTHER, replace(LOGO, id=LogoId("logo-3"), client=OTHER.id), dark, both])
    merge_records(filled, kind="client", keep=CLIENT.id, other=OTHER.id)
    assert filled.get(SuccessCase, CASE.id).competes_with == (CLIENT.id,)
    owned = filled.referring(Logo, "client", CLIENT.id)
    assert [one.id for one in owned] == [LOGO.id, dark.id]


def test_all_that_says_somebody_says_the_kept_one(filled: Store) -> None:
    filled.save([TWIN])
    before = everything(filled)
    merge_records(filled, kind="person", keep=TWIN.id, other=PERSON.id, from_other=("department",))
    assert filled.all(Person) == (SUPERIOR, replace(TWIN, department=PERSON.department))
    assert filled.get(Visit, VISIT.id).attendees == (SUPERIOR.id, TWIN.id)
    assert filled.get(Stakeholder, STAKEHOLDER.id).person == TWIN.id
    assert filled.get(Line, LINE.id).source == TWIN.id
    assert filled.get(Need, NEED.id).raised_by == TWIN.id
    record = filled.get(VisitRecord, VISIT_RECORD.id)
    assert record.needs[0].said_by == record.feedback[0].said_by == TWIN.id
    assert [one.person for one in record.people] == [TWIN.id, SUPERIOR.id]
    undoing.undo(filled)
    assert everything(filled) == before


def test_somebody_who_attends_twice_attends_once(filled: Store) -> None:
    filled.save([TWIN, replace(VISIT, attendees=(PERSON.id, SUPERIOR.id, TWIN.id))])
    merge_records(filled, kind="person", keep=PERSON.id, other=TWIN.id)
    assert filled.get(Visit, VISIT.id).attendees == (PERSON.id, SUPERIOR.id)


def test_what_is_known_of_somebody_in_two_entries_is_joined(filled: Store) -> None:
    twice = Stakeholder(
        id=StakeholderId("stakeholder-2"),
        opportunity=OPPORTUNITY.id,
        person=TWIN.id,
        roles=(BuyingRole.USER, BuyingRole.DECIDER),
        roles_evidence=SURE,
        influence=Influence.HIGH,
        influence_evidence=SURE,
        support=Support.OPPONENT,
        support_evidence=SURE,
        coverage=Coverage.MET,
        coverage_evidence=SURE,
        concerns=(
            Concern(topic=ConcernTopic.RISK),
            Concern(topic=ConcernTopic.COST, detail=Text("x")),
        ),
        note=Text("爱喝茶", ""),
    )
    filled.save([TWIN, twice, replace(STAKEHOLDER, note=Text("老同事", "Old friend"))])
    merge_records(filled, kind="person", keep=PERSON.id, other=TWIN.id)
    (joined,) = filled.all(Stakeholder)
    assert joined == replace(
        STAKEHOLDER,
        roles=(BuyingRole.EVALUATOR, BuyingRole.USER, BuyingRole.DECIDER),
        influence=Influence.HIGH,
        influence_evidence=SURE,
        coverage=Coverage.MET,
        coverage_evidence=SURE,
        concerns=(Concern(topic=ConcernTopic.COST), Concern(topic=ConcernTopic.RISK)),
        note=Text("老同事\n爱喝茶", "Old friend"),
    )


def test_entries_in_other_projects_stay_apart(filled: Store) -> None:
    project = replace(OPPORTUNITY, id=OpportunityId("opportunity-2"))
    elsewhere = Stakeholder(
        id=StakeholderId("stakeholder-2"), opportunity=project.id, person=TWIN.id
    )
    filled.save([TWIN, project, elsewhere])
    merge_records(filled, kind="person", keep=PERSON.id, other=TWIN.id)
    assert filled.all(Stakeholder) == (STAKEHOLDER, replace(elsewhere, person=PERSON.id))


def test_lines_that_say_the_same_or_lead_nowhere_are_dropped(filled: Store) -> None:
    lines = [
        replace(LINE, id=LineId("line-2"), source=TWIN.id),
        replace(LINE, id=LineId("line-3"), kind=LineKind.INFLUENCES, source=TWIN.id),
        replace(LINE, id=LineId("line-4"), kind=LineKind.INFLUENCES, target=TWIN.id),
    ]
    filled.save([TWIN, *lines])
    merge_records(filled, kind="person", keep=PERSON.id, other=TWIN.id)
    assert filled.all(Line) == (LINE, replace(lines[1], source=PERSON.id))


def test_a_conflict_is_told_once_whichever_way_it_was_drawn(filled: Store) -> None:
    one = replace(LINE, id=LineId("line-2"), kind=LineKind.CONFLICTS_WITH)
    turned = replace(one, id=LineId("line-3"), source=SUPERIOR.id, target=TWIN.id)
    filled.save([TWIN, one, turned])
    merge_records(filled, kind="person", keep=PERSON.id, other=TWIN.id)
    assert filled.all(Line) == (LINE, one)


def test_a_merge_that_would_make_a_circle_changes_nothing(filled: Store) -> None:
    filled.save([TWIN, replace(LINE, id=LineId("line-2"), source=SUPERIOR.id, target=TWIN.id)])
    before = everything(filled)
    with pytest.raises(UserError, match="in a circle"):
        merge_records(filled, kind="person", keep=PERSON.id, other=TWIN.id)
    assert everything(filled) == before


def test_colleagues_are_merged(filled: Store) -> None:
    other = Colleague(id=ColleagueId("colleague-2"), name=Text("王芳", "Fang Wang"))
    filled.save([other])
    merge_records(filled, kind="colleague", keep=other.id, other=COLLEAGUE.id)
    assert filled.all(Colleague) == (other,)
    assert filled.get(Visit, VISIT.id).team == (other.id,)
    assert filled.get(VisitRecord, VISIT_RECORD.id).team == (other.id,)
    assert filled.get(Stakeholder, STAKEHOLDER.id).covered_by == other.id


BETTER = replace(
    PRODUCT,
    id=ProductId("product-2"),
    name=Text("用户行为分析", "User behaviour analytics"),
    topics=("growth", "risk"),
    capabilities=(
        Capability(name=Text("漏斗", "Funnel"), detail=Text("逐步流失", "Losses by step")),
        Capability(name=Text("留存", "Retention")),
    ),
)


def test_all_that_names_a_product_names_the_kept_one(filled: Store) -> None:
    about = SlideChoice(slide=f"product:{PRODUCT.id}", is_on=False)
    other = SlideChoice(slide=f"product:{BETTER.id}")
    value = SlideChoice(slide=f"value:{PRODUCT.id}")
    namesake = SlideChoice(slide=f"case:{PRODUCT.id}")
    words = [
        SlideWords(slide=slide, name=name, words=Text("", slide))
        for slide, name in (
            (about.slide, "title"),
            (other.slide, "title"),
            (about.slide, "lead"),
        )
    ]
    deck = replace(SLIDE_LIST, slides=(about, other, value, namesake), words=tuple(words))
    filled.save([BETTER, deck])
    before = everything(filled)
    view = dict(merge_view(filled, "product", BETTER.id, PRODUCT.id).moves)
    assert view["Success cases"] == view["Opportunities"] == view["Visit records"] == 1
    merge_records(filled, kind="product", keep=BETTER.id, other=PRODUCT.id)
    assert filled.all(Product) == (BETTER,)
    assert filled.get(SuccessCase, CASE.id).products == (BETTER.id,)
    assert filled.get(Opportunity, OPPORTUNITY.id).requested_products == (BETTER.id,)
    record = filled.get(VisitRecord, VISIT_RECORD.id)
    named = [one.product for one in (*record.shown, *record.feedback)]
    was = [one.product for one in (*VISIT_RECORD.shown, *VISIT_RECORD.feedback)]
    assert PRODUCT.id in was
    assert named == [BETTER.id if one == PRODUCT.id else one for one in was]
    moved = filled.get(SlideList, SLIDE_LIST.id)
    assert moved.slides == (other, replace(value, slide=f"value:{BETTER.id}"), namesake)
    assert [(one.slide, one.name, one.words.en) for one in moved.words] == [
        (other.slide, "title", other.slide),
        (other.slide, "lead", about.slide),
    ]
    undoing.undo(filled)
    assert everything(filled) == before


def test_lists_of_two_products_are_joined_without_saying_a_thing_twice(filled: Store) -> None:
    filled.save([BETTER])
    by_field = {
        one.field: one
        for one in merge_preview(filled, kind="product", keep=PRODUCT.id, other=BETTER.id)
    }
    assert by_field["topics"].can_join
    assert not by_field["name"].can_join
    merge_records(
        filled,
        kind="product",
        keep=PRODUCT.id,
        other=BETTER.id,
        from_other=("name",),
        both=("topics", "capabilities"),
    )
    (merged,) = filled.all(Product)
    assert merged.name == BETTER.name
    assert merged.topics == ("risk", "growth")
    assert merged.capabilities == (PRODUCT.capabilities[0], BETTER.capabilities[1])


def test_a_case_takes_the_place_of_another_one_in_decks(filled: Store) -> None:
    other = replace(CASE, id=CaseId("case-2"), competes_with=(), topics=("growth",))
    about = SlideChoice(slide=f"case:{other.id}")
    filled.save([other, replace(SLIDE_LIST, slides=(about,), words=())])
    merge_records(filled, kind="case", keep=CASE.id, other=other.id, both=("topics",))
    (merged,) = filled.all(SuccessCase)
    assert merged == replace(CASE, topics=(*CASE.topics, "growth"))
    assert filled.get(SlideList, SLIDE_LIST.id).slides == (SlideChoice(slide=f"case:{CASE.id}"),)


def test_of_products_and_cases_all_others_are_offered_the_likeliest_first(filled: Store) -> None:
    far = replace(PRODUCT, id=ProductId("product-0"), name=Text("支付", "Payments"))
    filled.save([BETTER, far])
    found = merge_candidates(filled, "product", PRODUCT.id)
    assert [one.id for one in found] == [BETTER.id, far.id]
    assert merge_candidates(filled, "case", CASE.id) == ()


def test_parts_are_shown_by_what_they_are_about(filled: Store) -> None:
    better = replace(BETTER, values=(), adoption=replace(BETTER.adoption, on_core_flow=True))
    filled.save([better])
    by_name = {one.name: one for one in merge_view(filled, "product", PRODUCT.id, better.id).fields}
    assert by_name["capabilities"].other == (Text("漏斗", "Funnel"), Text("留存", "Retention"))
    industries = tuple(filled.get(IndustryPack, one.industry).name for one in PRODUCT.values)
    assert by_name["values"].kept == industries
    assert Integration.ONE_OFF in by_name["adoption"].kept


def test_what_cannot_be_merged_is_told(filled: Store) -> None:
    filled.save([OTHER, replace(TWIN, client=OTHER.id)])
    with pytest.raises(UserError, match="work at two clients"):
        merge_preview(filled, kind="person", keep=PERSON.id, other=TWIN.id)
    with pytest.raises(UserError, match="merged with itself"):
        merge_records(filled, kind="client", keep=CLIENT.id, other=CLIENT.id)
    with pytest.raises(UserError, match="may have been deleted"):
        merge_records(filled, kind="client", keep=CLIENT.id, other="client-9")
    with pytest.raises(ValueError, match="not merged"):
        merge_preview(filled, kind="visit", keep=VISIT.id, other=VISIT.id)


def _ids_inside(part_type: type[Any], *, is_part: bool = False) -> set[str]:
    """The kinds whose ids stand inside the parts of a record, where no table lists them."""
    found: set[str] = set()
    for shape in shapes(part_type).values():
        if shape.is_record_part:
            found |= _ids_inside(shape.item, is_part=True)
        elif shape.names and is_part:
            found.add(shape.names)
    return found


def test_no_other_record_holds_ids_deep_inside_that_a_merge_would_miss() -> None:
    holding = {
        (kind.name, inside)
        for kind in KINDS
        for inside in _ids_inside(kind.record_type)
        if inside in MERGED
    }
    assert holding == {("visit_record", "person"), ("visit_record", "product")}
