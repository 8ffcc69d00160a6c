"""The data that comes with the program is complete, bilingual and fit to stand on a slide."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefing_app.domain.client import Client, Person
from briefing_app.domain.industry import (
    BusinessProcess,
    DiscoveryQuestion,
    IndustryPack,
    Pressure,
    Topic,
)
from briefing_app.domain.offering import (
    AdoptionProfile,
    Capability,
    Colleague,
    IndustryValue,
    Objection,
    OwnCompany,
    Product,
    SuccessCase,
    TrustSource,
    TrustStatement,
)
from briefing_app.domain.opportunity import Need, NeedLevel, Opportunity, Stage
from briefing_app.domain.records import KIND_BY_NAME, KINDS, kind_of
from briefing_app.domain.sharing import shareable_names
from briefing_app.domain.stakeholder import (
    DECISION_CHAIN,
    BuyingRole,
    Concern,
    Line,
    LineKind,
    Stakeholder,
    Support,
)
from briefing_app.domain.text import Text
from briefing_app.domain.values import Measure
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.exchange.json_data import FORMAT, VERSION, as_json, decode
from briefing_app.exchange.shapes import shapes
from tests.content.shipped import (
    FILES,
    Found,
    every,
    everything,
    name_of,
    parts,
    parts_of,
    records_in,
    texts_in,
)

PACKS = every(IndustryPack)
CLIENTS = every(Client)
PRODUCTS = every(Product)
SHOWN_IN = date(2026, 12, 3)  # the day of the samples' first visits

TOPICS = frozenset(
    (
        "retention", "acquisition", "conversion", "payment-success", "channel-cost", "revenue",
        "loyalty", "user-insight", "launch-load", "account-security", "anti-cheat",
        "data-protection", "compliance", "remote-update-security", "in-car-services", "renewal",
        "operations-cost", "time-to-market", "integration-effort",
    )
)  # fmt: skip
"""The slugs under which needs, products, cases and questions meet."""

LIMITS: dict[tuple[type, str], tuple[int, int]] = {
    (OwnCompany, "essence"): (45, 25),
    (OwnCompany, "vision"): (60, 28),
    (OwnCompany, "service"): (60, 28),
    (TrustStatement, "statement"): (60, 28),
    (TrustStatement, "proof"): (60, 28),
    (Colleague, "title"): (12, 6),
    (Person, "title"): (12, 6),
    (Product, "name"): (8, 4),
    (Product, "essence"): (45, 25),
    (Product, "demo"): (120, 70),
    (Capability, "name"): (8, 4),
    (Capability, "detail"): (60, 28),
    (AdoptionProfile, "client_effort"): (60, 28),
    (IndustryValue, "pain"): (60, 28),
    (IndustryValue, "value"): (60, 28),
    (IndustryValue, "day_before"): (60, 28),
    (IndustryValue, "day_after"): (60, 28),
    (IndustryValue, "assumptions"): (60, 28),
    (Measure, "label"): (12, 5),
    (Measure, "unit"): (4, 2),
    (Measure, "source"): (60, 28),
    (Objection, "says"): (60, 28),
    (Objection, "answer"): (120, 70),
    (IndustryPack, "summary"): (60, 28),
    (Pressure, "title"): (14, 8),
    (Pressure, "detail"): (60, 28),
    (Topic, "name"): (10, 5),
    (BusinessProcess, "name"): (10, 5),
    (BusinessProcess, "detail"): (60, 28),
    (DiscoveryQuestion, "question"): (60, 28),
    (DiscoveryQuestion, "purpose"): (60, 28),
    (Client, "short_name"): (10, 3),
    (Client, "situation"): (120, 70),
    (Opportunity, "name"): (20, 10),
    (Opportunity, "commercial_frame"): (60, 28),
    (Need, "statement"): (30, 18),
    (Concern, "detail"): (60, 28),
    (Visit, "purpose"): (40, 24),
    (Visit, "best_commitment"): (60, 28),
    (Visit, "least_commitment"): (60, 28),
    (FollowUp, "what"): (30, 16),
    (SuccessCase, "situation"): (60, 28),
    (SuccessCase, "what_was_done"): (60, 28),
    (SuccessCase, "quote"): (60, 28),
}
"""At most so many Chinese characters and English words, so that slides and pages hold them."""

CHINESE = re.compile("[\u3400-\u9fff]")
FULL_WIDTH = re.compile("[\u3000-\u303f\uff01-\uff5e]")
HALF_WIDTH_IN_CHINESE = re.compile("[\u3400-\u9fff][,.;:?()]|[,.;:?()][\u3400-\u9fff]")
TYPED_SPACE = re.compile("[\u3400-\u9fff] +[A-Za-z0-9]|[A-Za-z0-9] +[\u3400-\u9fff]")

each_file = pytest.mark.parametrize("path", FILES, ids=name_of)
each_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.id)
each_client = pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.id)
each_product = pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)


def test_there_is_a_vendor_and_for_both_industries_a_pack_and_a_client() -> None:
    assert len(every(OwnCompany)) == 1
    assert {pack.id for pack in PACKS} == {"games", "connected-vehicles"}
    assert {client.industry for client in CLIENTS} == {"games", "connected-vehicles"}


@each_file
def test_a_file_is_in_our_layout(path: Path) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    assert (content["format"], content["version"]) == (FORMAT, VERSION)
    assert set(content) == {"format", "version", "records"}
    assert set(content["records"]) <= {kind.name for kind in KINDS}


@each_file
def test_a_file_holds_no_field_that_the_domain_does_not_know(path: Path) -> None:
    for kind, entries in json.loads(path.read_text(encoding="utf-8"))["records"].items():
        for entry in entries:
            record = msgspec.convert(entry, KIND_BY_NAME[kind].record_type)
            encoded = msgspec.to_builtins(record)
            assert _keys(entry) <= _keys(encoded), entry["id"]


@each_file
def test_a_file_survives_being_written_and_read_again(path: Path) -> None:
    records = records_in(path)
    assert records
    assert set(decode(as_json(records), path.name)) == set(records)


def test_no_id_is_used_twice_within_a_kind() -> None:
    used = Counter((kind_of(record).name, record.id) for record in everything())
    assert [key for key, times in used.items() if times > 1] == []


def test_every_id_that_a_record_names_exists() -> None:
    known = {(kind_of(record).name, record.id) for record in everything()}
    named = [(found.place, key) for found, key in _references()]
    assert len(named) > len(known)
    assert [(place, key) for place, key in named if key not in known] == []


@each_file
def test_every_text_is_written_in_both_languages(path: Path) -> None:
    assert [
        t.place for t in texts_in(path) if not (t.value.zh.strip() and t.value.en.strip())
    ] == []


@each_file
def test_what_a_client_may_read_is_written(path: Path) -> None:
    may_be_empty = {"statistic", "source", "quote", "quote_by", "commercial_frame", "customer"}
    empty = [
        found.place
        for found in parts_of(path, Text)
        if not found.value
        and found.field in shareable_names(type(found.owner))
        and found.field not in may_be_empty
    ]
    assert empty == []


@each_file
def test_chinese_has_full_width_punctuation_and_no_typed_spaces(path: Path) -> None:
    texts = texts_in(path)
    assert [t.place for t in texts if HALF_WIDTH_IN_CHINESE.search(t.value.zh)] == []
    assert [t.place for t in texts if TYPED_SPACE.search(t.value.zh)] == []


@each_file
def test_english_is_free_of_chinese_characters(path: Path) -> None:
    texts = texts_in(path)
    assert [t.place for t in texts if CHINESE.search(t.value.en)] == []
    assert [t.place for t in texts if FULL_WIDTH.search(t.value.en)] == []


@each_file
def test_nothing_is_exclaimed_and_nothing_left_to_fill_in(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    assert re.findall("[!！]", words) == []
    assert re.findall(r"TODO|TBD|lorem|xxx|待补充|待填写", words, re.IGNORECASE) == []


@each_file
def test_texts_are_short_enough_for_slides_and_pages(path: Path) -> None:
    assert list(_too_long(path)) == []


def test_every_limit_is_met_by_some_text() -> None:
    checked = {(type(t.owner), t.field) for path in FILES for t in texts_in(path)}
    assert LIMITS.keys() - checked == set()


@each_file
def test_every_topic_is_one_of_the_shared_ones(path: Path) -> None:
    used = {found.value for found in parts_of(path, str) if found.field in ("topics", "slug")}
    assert used - TOPICS == set()


@each_file
def test_a_figure_is_an_example_that_says_so_or_has_a_source(path: Path) -> None:
    for found in parts_of(path, Measure):
        measure: Measure = found.value
        assert measure.source, found.place
        assert not measure.is_example or "示例" in measure.source.zh, found.place
        assert not measure.is_example or "xample" in measure.source.en, found.place
        assert measure.before != measure.after, found.place


@each_pack
def test_a_pack_is_complete(pack: IndustryPack) -> None:
    assert 4 <= len(pack.pressures) <= 5
    assert len(pack.processes) >= 4
    assert 4 <= len(pack.rollout) <= 5
    assert 14 <= len(pack.questions) <= 18
    assert len(pack.objections) == 8


@each_pack
def test_a_statistic_in_a_pack_has_its_source(pack: IndustryPack) -> None:
    assert [p.title.en for p in pack.pressures if p.statistic and not p.source] == []


@each_pack
def test_the_questions_of_a_pack_cover_all_stages_and_the_five_roles(pack: IndustryPack) -> None:
    stages = {stage for question in pack.questions for stage in question.stages}
    roles = {role for question in pack.questions for role in question.roles}
    assert stages == set(Stage)
    assert roles >= set(DECISION_CHAIN)


@each_pack
def test_a_pack_names_each_topic_that_it_and_its_needs_and_cases_use(pack: IndustryPack) -> None:
    named = [topic.slug for topic in pack.topics]
    users: list[Pressure | DiscoveryQuestion | Need | SuccessCase]
    users = [*pack.pressures, *pack.questions, *_needs_in(pack), *_cases_of(pack)]
    used = {topic for user in users for topic in user.topics}
    assert len(named) == len(set(named))
    assert used - set(named) == set()


def test_all_five_sources_of_trust_are_stated_once_with_what_proves_them() -> None:
    trust = every(OwnCompany)[0].trust
    assert sorted(statement.source for statement in trust) == sorted(TrustSource)
    assert all(statement.proof for statement in trust)


@each_product
def test_a_product_is_complete(product: Product) -> None:
    assert 4 <= len(product.capabilities) <= 6
    assert 4 <= len(product.works_in) <= 5
    assert product.facts
    assert 3 <= len(product.objections) <= 4
    assert product.demo
    assert "示例" in product.price_note.zh
    assert "xample" in product.price_note.en


@each_product
def test_a_product_has_its_value_figures_and_talk_track_for_every_industry(
    product: Product,
) -> None:
    assert sorted(value.industry for value in product.values) == sorted(p.id for p in PACKS)
    assert all(2 <= len(value.measures) <= 4 for value in product.values)
    assert all(value.assumptions and value.talk_track for value in product.values)


@each_client
def test_companies_and_addresses_are_marked_as_examples(client: Client) -> None:
    notes = [client.note, every(OwnCompany)[0].note]
    mails = [p.email for p in every(Person) if p.client == client.id]
    assert all("示例" in note.zh and "xample" in note.en for note in notes)
    assert all(mail.endswith("@example.com") for mail in mails)
    assert len(mails) == len(set(mails))


@each_client
def test_a_client_has_people_with_every_buying_role_and_mixed_support(client: Client) -> None:
    known = _stakeholders_of(client)
    people = {p.id for p in every(Person) if p.client == client.id}
    roles = {role for stakeholder in known for role in stakeholder.roles}
    support = {stakeholder.support for stakeholder in known}
    assert {stakeholder.person for stakeholder in known} == people
    assert roles >= set(DECISION_CHAIN)
    assert support >= {Support.CHAMPION, Support.OPPONENT, Support.UNKNOWN}


@each_client
def test_every_need_of_a_client_is_answered_by_a_product(client: Client) -> None:
    needs = [need for need in every(Need) if _client_of(need.opportunity) == client.id]
    unanswered = [n.id for n in needs if not any(set(n.topics) & set(p.topics) for p in PRODUCTS)]
    assert {need.level for need in needs} == set(NeedLevel)
    assert unanswered == []
    assert all(need.real_need for need in needs)


@each_client
def test_reporting_lines_end_at_the_top(client: Client) -> None:
    above = {
        line.source: line.target
        for line in every(Line)
        if line.kind is LineKind.REPORTS_TO and _client_of(line.opportunity) == client.id
    }
    tops = set(above.values()) - set(above)
    reached = set(tops)
    for _ in above:
        reached |= {below for below, boss in above.items() if boss in reached}
    assert len(tops) == 1
    assert reached == set(above) | tops


@each_client
def test_a_visit_seats_people_on_the_map_and_has_an_aim(client: Client) -> None:
    known = {stakeholder.person for stakeholder in _stakeholders_of(client)}
    visits = [visit for visit in every(Visit) if _client_of(visit.opportunity) == client.id]
    assert len(visits) == 2
    assert all(visit.team and set(visit.attendees) <= known for visit in visits)
    assert all(visit.best_commitment and visit.least_commitment for visit in visits)


@each_client
def test_next_steps_for_the_client_have_an_owner_and_a_date_after_the_visit(
    client: Client,
) -> None:
    visits = {v.id: v for v in every(Visit) if _client_of(v.opportunity) == client.id}
    shown = [f for f in every(FollowUp) if f.visit in visits and f.is_for_client]
    assert len(shown) >= 2
    assert all(f.owner and f.due and f.due > visits[f.visit].starts_at.date() for f in shown)


@each_pack
def test_cases_show_each_kind_of_permission(pack: IndustryPack) -> None:
    cases = _cases_of(pack)
    shown = [case for case in cases if case.may_be_shown_on(SHOWN_IN)]
    expired = [c for c in cases if c.permission_expires and c.permission_expires < SHOWN_IN]
    assert any(case.may_be_named for case in shown)
    assert any(not case.may_be_named for case in shown)
    assert expired
    assert all(case.results and case.public_name for case in shown)


def test_the_games_solution_visit_meets_decider_evaluator_and_user() -> None:
    visit = next(v for v in every(Visit) if v.id == "visit-games-solution")
    here = [s for s in every(Stakeholder) if s.person in visit.attendees]
    roles = {role for stakeholder in here for role in stakeholder.roles}
    assert len(visit.attendees) == 5
    assert len(visit.team) == 3
    assert roles >= {BuyingRole.DECIDER, BuyingRole.EVALUATOR, BuyingRole.USER}


def _keys(value: Any, place: str = "") -> set[str]:
    if isinstance(value, dict):
        inner = (_keys(item, f"{place}.{key}") for key, item in value.items())
        return {f"{place}.{key}" for key in value}.union(*inner)
    if isinstance(value, list | tuple):
        return set[str]().union(*(_keys(item, f"{place}[{n}]") for n, item in enumerate(value)))
    return set()


def _references() -> Iterator[tuple[Found, tuple[str, str]]]:
    for record in everything():
        for found in parts(record):
            kind = shapes(type(found.owner))[found.field].names
            if kind and found.value and found.field != "id":
                yield found, (kind, found.value)


def _too_long(path: Path) -> Iterator[str]:
    for text in texts_in(path):
        limit = LIMITS.get((type(text.owner), text.field))
        if limit is None:
            continue
        length = len(text.value.zh), len(text.value.en.split())
        if length[0] > limit[0] or length[1] > limit[1]:
            yield f"{text.place}: {length} of {limit}"


def _client_of(opportunity_id: str) -> str:
    return next(o.client for o in every(Opportunity) if o.id == opportunity_id)


def _stakeholders_of(client: Client) -> list[Stakeholder]:
    return [s for s in every(Stakeholder) if _client_of(s.opportunity) == client.id]


def _needs_in(pack: IndustryPack) -> list[Need]:
    clients = {client.id for client in CLIENTS if client.industry == pack.id}
    return [need for need in every(Need) if _client_of(need.opportunity) in clients]


def _cases_of(pack: IndustryPack) -> list[SuccessCase]:
    return [case for case in every(SuccessCase) if case.industry == pack.id]
