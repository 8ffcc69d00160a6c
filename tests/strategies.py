"""Arbitrary but valid dossiers for property tests.

Texts are drawn from a pool of awkward ones: empty, in one language only, mixed scripts, with
braces and mark-up. References always lead to a record, as the store guarantees.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from briefing_app.domain.client import Client, CompanySize, Department, Grade, Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import CaseId, ColleagueId, FollowUpId, NeedId, PersonId, ProductId
from briefing_app.domain.industry import DiscoveryQuestion, IndustryPack, Pressure, Topic
from briefing_app.domain.offering import (
    AdoptionProfile,
    Colleague,
    IndustryValue,
    Integration,
    Objection,
    OwnCompany,
    Permission,
    Product,
    ProductSurface,
    RunningDependence,
    SuccessCase,
    TrustSource,
    TrustStatement,
)
from briefing_app.domain.opportunity import (
    CommercialStrategy,
    Intent,
    Need,
    NeedLevel,
    Opportunity,
    Stage,
)
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
from briefing_app.domain.values import Certainty, Evidence, Money
from briefing_app.domain.visit import FollowUp, Visit
from tests import builders

AWKWARD_TEXTS = (
    Text(),
    Text("星河零售", "Galaxy Retail"),
    Text("只有中文", ""),
    Text("", "English only"),
    Text("中英 mixed 文字（括号）", "Mixed 中文 with “quotes”"),
    Text("{name} 与 {0}", "{name} & <b>bold</b> {}"),
    Text("émigré Ω ру́сский 🙂", "עברית and ไทย"),
    Text("很长" * 60, "a very long sentence " * 12),
    Text("  空格  ", "\ttab\nand line"),
)
TOPICS = ("conversion", "retention", "payment", "没有名字的主题")
ZONES = ("Asia/Shanghai", "UTC", "America/Los_Angeles", "Pacific/Kiritimati")
INDUSTRIES = (builders.INDUSTRY, "banking")

texts = st.sampled_from(AWKWARD_TEXTS)
topics = st.lists(st.sampled_from(TOPICS), max_size=3).map(tuple)
dates = st.dates(date(2024, 1, 1), date(2028, 12, 31))
maybe_dates = st.none() | dates
evidence = st.builds(Evidence, st.sampled_from(Certainty), texts, maybe_dates)
minutes = st.integers(15, 480)


def _many(strategy: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def _some(members: Any, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return _many(st.sampled_from(members), most) if members else st.just(())


adoptions = st.builds(
    AdoptionProfile,
    integration=st.sampled_from(Integration),
    running_dependence=st.sampled_from(RunningDependence),
    on_core_flow=st.booleans(),
    surface=st.sampled_from(ProductSurface),
    has_visible_demand=st.booleans(),
    improves=_some(tuple(Department)),
    typical_weeks=st.integers(0, 60),
    client_effort=texts,
)
objections = st.builds(Objection, topic=st.sampled_from(ConcernTopic), says=texts, answer=texts)
values = st.builds(
    IndustryValue,
    industry=st.sampled_from(INDUSTRIES),
    pain=texts,
    value=texts,
    day_before=texts,
    day_after=texts,
    measures=st.sampled_from(((), (builders.measure(),), (builders.measure(is_example=False),))),
    talk_track=texts,
)
concerns = st.builds(Concern, topic=st.sampled_from(ConcernTopic), detail=texts)
questions = st.builds(
    DiscoveryQuestion,
    question=texts,
    purpose=texts,
    topics=topics,
    roles=_some(tuple(BuyingRole)),
    stages=_some(tuple(Stage)),
)
pressures = st.builds(
    Pressure, title=texts, detail=texts, topics=topics, statistic=texts, source=texts
)
clients = st.builds(
    Client,
    id=st.just(builders.CLIENT),
    name=texts,
    short_name=texts,
    industry=st.just(builders.INDUSTRY),
    situation=texts,
    grade=st.sampled_from(Grade),
    size=st.none() | st.sampled_from(CompanySize),
    time_zone=st.sampled_from(ZONES),
)
industries = st.builds(
    IndustryPack,
    id=st.just(builders.INDUSTRY),
    name=texts,
    summary=texts,
    pressures=_many(pressures, 6),
    topics=st.just((Topic(slug="conversion", name=Text("转化", "Conversion")),)),
    questions=_many(questions, 20),
    objections=_many(objections, 6),
)
companies = st.builds(
    OwnCompany,
    id=st.just(builders.company().id),
    name=texts,
    vision=texts,
    trust=_many(
        st.builds(
            TrustStatement, source=st.sampled_from(TrustSource), statement=texts, proof=texts
        ),
        5,
    ),
    service=_many(texts, 3),
)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A valid dossier of up to 60 people, 40 needs, 6 products and 6 cases."""
    people = _numbered(draw, _people, 60)
    colleagues = _numbered(draw, _colleagues, 4)
    products = _numbered(draw, _products, 6)
    person_ids = [person.id for person in people]
    product_ids = [product.id for product in products]
    return Dossier(
        visit=draw(_visits(person_ids, [colleague.id for colleague in colleagues])),
        opportunity=draw(_opportunities(product_ids)),
        client=draw(clients),
        industry=draw(industries),
        company=draw(companies),
        people=people,
        stakeholders=draw(_stakeholders(person_ids)),
        lines=draw(_lines(person_ids)),
        needs=_numbered(draw, _needs, 40),
        colleagues=colleagues,
        products=products,
        cases=_numbered(draw, lambda n: _cases(n, product_ids), 6),
        follow_ups=_numbered(draw, _follow_ups, 5),
    )


def _numbered(draw: st.DrawFn, make: Any, most: int) -> tuple[Any, ...]:
    """Records with ids of their own; usually few, now and then very many."""
    counts = st.one_of(*[st.integers(0, min(4, most))] * 3, st.integers(0, most))
    return tuple(draw(make(number)) for number in range(draw(counts)))


def _people(number: int) -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        id=st.just(PersonId(f"p{number}")),
        client=st.just(builders.CLIENT),
        name=texts,
        department=st.sampled_from(Department),
        last_contact=maybe_dates,
    )


def _colleagues(number: int) -> st.SearchStrategy[Colleague]:
    return st.builds(Colleague, id=st.just(ColleagueId(f"c{number}")), name=texts)


def _products(number: int) -> st.SearchStrategy[Product]:
    return st.builds(
        Product,
        id=st.just(ProductId(f"product{number}")),
        name=texts,
        essence=texts,
        topics=topics,
        adoption=adoptions,
        values=_many(values, 2),
        objections=_many(objections, 3),
        demo=texts,
    )


def _cases(number: int, product_ids: list[ProductId]) -> st.SearchStrategy[SuccessCase]:
    return st.builds(
        SuccessCase,
        id=st.just(CaseId(f"case{number}")),
        customer=texts,
        anonymous_name=texts,
        industry=st.sampled_from(INDUSTRIES),
        customer_size=st.none() | st.sampled_from(CompanySize),
        products=_some(product_ids),
        topics=topics,
        permission=st.sampled_from(Permission),
        permission_expires=maybe_dates,
        is_industry_leader=st.booleans(),
        competes_with=st.sampled_from(((), (builders.CLIENT,))),
        situation=texts,
        what_was_done=texts,
    )


def _needs(number: int) -> st.SearchStrategy[Need]:
    return st.builds(
        Need,
        id=st.just(NeedId(f"need{number}")),
        opportunity=st.just(builders.OPPORTUNITY),
        statement=texts,
        level=st.sampled_from(NeedLevel),
        topics=topics,
        evidence=evidence,
    )


def _follow_ups(number: int) -> st.SearchStrategy[FollowUp]:
    return st.builds(
        FollowUp,
        id=st.just(FollowUpId(f"step{number}")),
        visit=st.just(builders.VISIT),
        what=texts,
        owner=texts,
        due=maybe_dates,
        is_for_client=st.booleans(),
        done_on=maybe_dates,
    )


def _visits(people: list[PersonId], team: list[ColleagueId]) -> st.SearchStrategy[Visit]:
    moments = st.integers(0, 4 * 365 * 24).map(
        lambda hours: datetime(2024, 6, 1, tzinfo=UTC) + timedelta(hours=hours)
    )
    return st.builds(
        Visit,
        id=st.just(builders.VISIT),
        opportunity=st.just(builders.OPPORTUNITY),
        starts_at=moments,
        minutes=minutes,
        stage=st.sampled_from(Stage),
        purpose=texts,
        attendees=_some(people, 8),
        team=_some(team),
        best_commitment=texts,
        least_commitment=texts,
    )


def _opportunities(product_ids: list[ProductId]) -> st.SearchStrategy[Opportunity]:
    amounts = st.builds(Money, st.integers(0, 10**12), st.sampled_from(("CNY", "EUR", "JPY")))
    return st.builds(
        Opportunity,
        id=st.just(builders.OPPORTUNITY),
        client=st.just(builders.CLIENT),
        name=texts,
        intent=st.sampled_from(Intent),
        amount=st.none() | amounts,
        requested_products=_some(product_ids),
        strategy=st.none() | st.just(CommercialStrategy()),
        pricing_is_shareable=st.booleans(),
        commercial_frame=texts,
        expected_decision=maybe_dates,
    )


def _stakeholders(people: list[PersonId]) -> st.SearchStrategy[tuple[Stakeholder, ...]]:
    known = st.lists(st.sampled_from(people), unique=True) if people else st.just([])
    return known.flatmap(lambda ids: st.tuples(*(_stakeholder(id_) for id_ in ids)))


def _stakeholder(person: PersonId) -> st.SearchStrategy[Stakeholder]:
    return st.builds(
        Stakeholder,
        id=st.just(builders.stakeholder(person).id),
        opportunity=st.just(builders.OPPORTUNITY),
        person=st.just(person),
        roles=_some(tuple(BuyingRole)),
        roles_evidence=evidence,
        influence=st.sampled_from(Influence),
        support=st.sampled_from(Support),
        support_evidence=evidence,
        coverage=st.sampled_from(Coverage),
        concerns=_many(concerns, 4),
    )


def _lines(people: list[PersonId]) -> st.SearchStrategy[tuple[Line, ...]]:
    if not people:
        return st.just(())
    one = st.builds(
        builders.line,
        st.sampled_from(people),
        st.sampled_from(people),
        st.sampled_from(LineKind),
    )
    return _many(one, 10)
