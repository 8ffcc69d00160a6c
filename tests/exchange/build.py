"""A small consistent data folder with every kind of record, for the tests of this room."""

from __future__ import annotations

from datetime import UTC, date, datetime

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Client, CompanySize, Department, Grade, Person
from briefing_app.domain.ids import (
    CaseId,
    ClientId,
    ColleagueId,
    CompanyId,
    CompetitorId,
    FollowUpId,
    IndustryId,
    LineId,
    NeedId,
    OpportunityId,
    PersonId,
    ProductId,
    SlideListId,
    StakeholderId,
    VisitId,
    VisitRecordId,
)
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
    Competitor,
    Intent,
    Need,
    NeedLevel,
    Opportunity,
    Stage,
)
from briefing_app.domain.records import Record
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
from briefing_app.domain.values import Certainty, Evidence, Measure, Money
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.domain.visit_record import (
    AgreedKind,
    AgreedPoint,
    NeedFinding,
    NeedOutcome,
    PersonFinding,
    VisitRecord,
)

RETAIL = IndustryPack(
    id=IndustryId("retail"),
    name=Text("零售", "Retail"),
    summary=Text("门店与线上并行。", "Shops and web side by side."),
    pressures=(
        Pressure(title=Text("客流下降", "Fewer visitors"), detail=Text("逐年", "Yearly")),
        Pressure(
            title=Text("成本上升", "Rising cost"),
            detail=Text("", ""),
            topics=("cost", "loyalty"),
            statistic=Text("示例：10%", "Example: 10%"),
            source=Text("示例", "Example"),
        ),
    ),
    processes=(BusinessProcess(name=Text("进货", "Buying")),),
    topics=(Topic(slug="loyalty", name=Text("会员", "Loyalty")),),
    questions=(
        DiscoveryQuestion(
            question=Text("复购率多少？", "How many come back?"),
            purpose=Text("了解会员", "Learn of members"),
            topics=("loyalty",),
            roles=(BuyingRole.USER, BuyingRole.DECIDER),
            stages=(Stage.NEEDS,),
        ),
    ),
    objections=(
        Objection(
            topic=ConcernTopic.COST, says=Text("太贵", "Dear"), answer=Text("值", "Worth it")
        ),
    ),
    rollout=(BusinessProcess(name=Text("试点", "Pilot"), detail=Text("两家店", "Two shops")),),
)

MALL = Product(
    id=ProductId("mall"),
    name=Text("积分商城", "Points mall"),
    essence=Text("让积分变成复购。", "Turns points into return visits."),
    capabilities=(Capability(name=Text("兑换", "Redeem")),),
    works_in=(Capability(name=Text("接入", "Connect"), detail=Text("一天", "A day")),),
    topics=("loyalty",),
    adoption=AdoptionProfile(
        integration=Integration.ONE_OFF,
        running_dependence=RunningDependence.NONE,
        on_core_flow=False,
        surface=ProductSurface.ENTRANCE_AND_USER_SYSTEM,
        has_visible_demand=True,
        improves=(Department.OPERATIONS, Department.MARKETING),
        typical_weeks=4,
    ),
    values=(
        IndustryValue(
            industry=RETAIL.id,
            pain=Text("积分没人用", "Nobody uses points"),
            value=Text("有用", "They do now"),
            measures=(
                Measure(label=Text("复购率", "Return rate"), before=10.5, after=12.0),
                Measure(
                    label=Text("成本", "Cost"),
                    before=-3,
                    after=0.1 + 0.2,
                    unit=Text("万元", "10k CNY"),
                    is_example=False,
                ),
            ),
        ),
        IndustryValue(industry=RETAIL.id, pain=Text("甲"), value=Text("乙")),
    ),
    objections=(
        Objection(topic=ConcernTopic.RISK, says=Text("有风险"), answer=Text("可退", "Refund")),
    ),
    price_note=Text("低价", "=1+1 is text here"),
)

ACME = Client(
    id=ClientId("acme"),
    name=Text("爱客超市有限公司", "Acme Supermarkets Ltd"),
    short_name=Text("爱客", "Acme"),
    industry=RETAIL.id,
    city=Text("上海", "Shanghai"),
    grade=Grade.S,
    size=CompanySize.LARGE,
    annual_revenue=Money(1_234_567_89, "CNY"),
    note=Text("两行\n说明", "two\nlines"),
)
WANG = Person(
    id=PersonId("wang"),
    client=ACME.id,
    name=Text("王芳", "Wang Fang"),
    title=Text("运营总监", "Head of operations"),
    department=Department.OPERATIONS,
    email="wang@example.com",
    phone="+86 138 0013 8000",
    last_contact=date(2026, 11, 2),
)
LI = Person(id=PersonId("li"), client=ACME.id, name=Text("李雷", "Li Lei"))
ZHAO = Colleague(id=ColleagueId("zhao"), name=Text("赵敏", "Zhao Min"), email="zhao@example.com")
COMPANY = OwnCompany(
    id=CompanyId("own"),
    name=Text("启程软件", "Setout Software"),
    trust=(TrustStatement(source=TrustSource.STABILITY, statement=Text("十年", "Ten years")),),
    service=(Text("7×24 小时", "Round the clock"), Text()),
)
CASE = SuccessCase(
    id=CaseId("case"),
    customer=Text("某连锁", "A chain"),
    industry=RETAIL.id,
    products=(MALL.id,),
    topics=("loyalty", "cost"),
    permission=Permission.ANONYMOUS,
    permission_expires=date(2027, 1, 1),
    competes_with=(ACME.id,),
    results=(Measure(label=Text("复购"), before=1, after=2),),
)
PROJECT = Opportunity(
    id=OpportunityId("project"),
    client=ACME.id,
    name=Text("会员项目", "Loyalty project"),
    stage=Stage.NEEDS,
    intent=Intent.CLEAR,
    amount=Money(500, "JPY"),
    requested_products=(MALL.id,),
    strategy=CommercialStrategy(agreed_by=Text("赵敏", "Zhao Min"), agreed_on=date(2026, 11, 1)),
    pricing_is_shareable=True,
)
NEED = Need(
    id=NeedId("need"),
    opportunity=PROJECT.id,
    statement=Text("提高复购", "More return visits"),
    level=NeedLevel.L1,
    topics=("loyalty",),
    raised_by=WANG.id,
    evidence=Evidence(Certainty.CONFIRMED, Text("会议", "meeting"), date(2026, 11, 2)),
)
COMPETITOR = Competitor(
    id=CompetitorId("rival"), opportunity=PROJECT.id, name=Text("对手", "Rival")
)
STAKEHOLDER = Stakeholder(
    id=StakeholderId("s1"),
    opportunity=PROJECT.id,
    person=WANG.id,
    roles=(BuyingRole.USER, BuyingRole.BUDGET_HOLDER),
    influence=Influence.HIGH,
    support=Support.CHAMPION,
    support_evidence=Evidence(Certainty.CONFIRMED, Text("电话", ""), None),
    coverage=Coverage.REGULAR,
    covered_by=ZHAO.id,
    concerns=(Concern(topic=ConcernTopic.COST, detail=Text("预算紧", "Tight budget")),),
)
LINE = Line(
    id=LineId("l1"),
    opportunity=PROJECT.id,
    kind=LineKind.REPORTS_TO,
    source=LI.id,
    target=WANG.id,
)
VISIT = Visit(
    id=VisitId("v1"),
    opportunity=PROJECT.id,
    starts_at=datetime(2026, 11, 24, 6, 30, tzinfo=UTC),
    stage=Stage.NEEDS,
    purpose=Text("确认需求", "Confirm the need"),
    attendees=(WANG.id, LI.id),
    team=(ZHAO.id,),
)
FOLLOW_UP = FollowUp(
    id=FollowUpId("f1"), visit=VISIT.id, what=Text("发纪要", "Send minutes"), due=date(2026, 11, 26)
)
VISIT_RECORD = VisitRecord(
    id=VisitRecordId("r1"),
    visit=VISIT.id,
    team=(ZHAO.id,),
    needs=(NeedFinding(need=NEED.id, outcome=NeedOutcome.CONFIRMED, said_by=WANG.id),),
    people=(
        PersonFinding(person=WANG.id, was_there=True),
        PersonFinding(name=Text("周周", "Zhou Zhou"), was_there=True),
    ),
    agreed=(AgreedPoint(kind=AgreedKind.FACT, words=Text("试点两家店", "Pilot in two shops")),),
    open_questions=(Text("谁签字？", "Who signs?"),),
)

SLIDE_LIST = SlideList(
    id=SlideListId("sl1"),
    visit=VISIT.id,
    audience=Audience.USERS,
    slides=(SlideChoice(slide="cover"), SlideChoice(slide="trust", is_on=False)),
    words=(SlideWords(slide="cover", name="title", words=Text("你好", ""), facts=("a", "b")),),
)

EVERYTHING: tuple[Record, ...] = (
    COMPANY,
    ZHAO,
    RETAIL,
    MALL,
    ACME,
    WANG,
    LI,
    CASE,
    PROJECT,
    NEED,
    COMPETITOR,
    STAKEHOLDER,
    LINE,
    VISIT,
    FOLLOW_UP,
    SLIDE_LIST,
    VISIT_RECORD,
)
