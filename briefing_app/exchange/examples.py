"""The example rows of the template: a made-up supermarket chain and a made-up vendor."""

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
    Activity,
    ActivityKind,
    AgreedKind,
    AgreedPoint,
    AimReached,
    Continuation,
    Feedback,
    FeedbackKind,
    LeftOpen,
    NeedFinding,
    NeedOutcome,
    PersonFinding,
    Reception,
    RecordPart,
    VisitRecord,
)

_COMPANY = OwnCompany(
    id=CompanyId("company"),
    name=Text("示例软件有限公司", "Example Software Ltd"),
    short_name=Text("示例软件", "Example Software"),
    essence=Text("帮零售企业留住老顾客。", "We help retailers keep their customers."),
    email="hello@example.com",
    trust=(
        TrustStatement(
            source=TrustSource.STABILITY,
            statement=Text("同一支团队服务多年。", "The same team has served clients for years."),
            proof=Text("可安排与老客户通话。", "We arrange a call with a client of long standing."),
        ),
    ),
    service=(Text("工作日当天回复。", "An answer on the same working day."),),
)
_COLLEAGUE = Colleague(
    id=ColleagueId("colleague"),
    name=Text("赵敏", "Zhao Min"),
    title=Text("售前顾问", "Pre-sales consultant"),
    email="zhao.min@example.com",
)
_INDUSTRY = IndustryPack(
    id=IndustryId("industry"),
    name=Text("连锁超市（示例）", "Supermarkets (example)"),
    summary=Text("门店多，利润薄，靠老顾客。", "Many shops, thin margins, regular customers."),
    pressures=(
        Pressure(
            title=Text("顾客来得少了", "Customers come less often"),
            detail=Text("网上买菜分走了客流。", "Ordering on the web takes visits away."),
            topics=("retention",),
        ),
    ),
    processes=(BusinessProcess(name=Text("采购", "Buying")),),
    topics=(Topic(slug="retention", name=Text("复购", "Retention")),),
    questions=(
        DiscoveryQuestion(
            question=Text("会员多久来一次？", "How often do members come?"),
            purpose=Text("判断复购是不是真问题。", "Tells whether retention is the real problem."),
            topics=("retention",),
            roles=(BuyingRole.USER, BuyingRole.DECIDER),
            stages=(Stage.NEEDS,),
        ),
    ),
    objections=(
        Objection(
            topic=ConcernTopic.DAILY_WORK,
            says=Text("店员没时间学新系统。", "Shop staff have no time for another system."),
            answer=Text("店员只看一个页面。", "They use a single page."),
        ),
    ),
    rollout=(BusinessProcess(name=Text("两家店试点", "Pilot in two shops")),),
)
_PRODUCT = Product(
    id=ProductId("product"),
    name=Text("示例积分商城", "Example points mall"),
    essence=Text("把积分变成再来一次的理由。", "Turns points into a reason to come back."),
    capabilities=(Capability(name=Text("积分兑换", "Redeem points")),),
    works_in=(Capability(name=Text("接入会员系统", "Connect the member system")),),
    facts=(Capability(name=Text("部署方式", "Deployment"), detail=Text("云端", "Cloud")),),
    topics=("retention",),
    adoption=AdoptionProfile(
        integration=Integration.ONE_OFF,
        running_dependence=RunningDependence.NONE,
        on_core_flow=False,
        surface=ProductSurface.ENTRANCE,
        has_visible_demand=True,
        improves=(Department.OPERATIONS, Department.MARKETING),
        typical_weeks=6,
        client_effort=Text("一名工程师两周。", "One engineer for two weeks."),
    ),
    values=(
        IndustryValue(
            industry=_INDUSTRY.id,
            pain=Text("积分没人用。", "Nobody uses the points."),
            value=Text("会员为积分回店。", "Members come back for their points."),
            measures=(
                Measure(
                    label=Text("月到店次数（示例）", "Visits a month (example)"),
                    before=2,
                    after=2.5,
                    unit=Text("次", "visits"),
                ),
            ),
        ),
    ),
    objections=(
        Objection(
            topic=ConcernTopic.COST,
            says=Text("奖品太贵。", "The prizes cost too much."),
            answer=Text("奖品由品牌方提供。", "Brands provide the prizes."),
        ),
    ),
)
_CLIENT = Client(
    id=ClientId("client"),
    name=Text("示例超市有限公司", "Example Supermarkets Ltd"),
    short_name=Text("示例超市", "Example Supermarkets"),
    industry=_INDUSTRY.id,
    city=Text("上海", "Shanghai"),
    situation=Text("会员很多，来得不勤。", "Many members who come rarely."),
    grade=Grade.A,
    size=CompanySize.LARGE,
    annual_revenue=Money(1_200_000_000_00),
    website="https://www.example.com",
)
_DIRECTOR = Person(
    id=PersonId("person-1"),
    client=_CLIENT.id,
    name=Text("王芳", "Wang Fang"),
    title=Text("运营总监", "Head of operations"),
    department=Department.OPERATIONS,
    email="wang.fang@example.com",
    phone="+86 21 0000 0000",
    last_contact=date(2026, 11, 2),
)
_MANAGER = Person(
    id=PersonId("person-2"),
    client=_CLIENT.id,
    name=Text("李雷", "Li Lei"),
    title=Text("会员经理", "Membership manager"),
    department=Department.MARKETING,
)
_CASE = SuccessCase(
    id=CaseId("case"),
    customer=Text("示例连锁", "Example Chain"),
    anonymous_name=Text("某区域连锁超市", "A regional supermarket chain"),
    industry=_INDUSTRY.id,
    products=(_PRODUCT.id,),
    topics=("retention",),
    permission=Permission.ANONYMOUS,
    permission_expires=date(2027, 12, 31),
    competes_with=(_CLIENT.id,),
    results=(
        Measure(label=Text("复购率（示例）", "Return rate (example)"), before=20, after=26.5),
    ),
)
_PROJECT = Opportunity(
    id=OpportunityId("opportunity"),
    client=_CLIENT.id,
    name=Text("会员复购项目", "Member retention project"),
    stage=Stage.NEEDS,
    intent=Intent.CLEAR,
    amount=Money(300_000_00),
    requested_products=(_PRODUCT.id,),
    strategy=CommercialStrategy(
        agreed_by=Text("赵敏", "Zhao Min"),
        agreed_on=date(2026, 11, 10),
        note=Text("先试点，价格等见效后再谈。", "Pilot first; talk of prices once it works."),
    ),
    expected_decision=date(2027, 1, 31),
)
_NEED = Need(
    id=NeedId("need"),
    opportunity=_PROJECT.id,
    statement=Text("让会员多来。", "Have members come more often."),
    level=NeedLevel.L1,
    topics=("retention",),
    raised_by=_DIRECTOR.id,
    evidence=Evidence(
        Certainty.CONFIRMED, Text("11月2日电话", "call, 2 November"), date(2026, 11, 2)
    ),
    real_need=Text("让积分花出去。", "Have points spent."),
)
_COMPETITOR = Competitor(
    id=CompetitorId("competitor"),
    opportunity=_PROJECT.id,
    name=Text("示例对手", "Example rival"),
    strength=Text("便宜。", "Cheap."),
    our_answer=Text("比效果，不比价格。", "Compare results, not prices."),
)
_STAKEHOLDER = Stakeholder(
    id=StakeholderId("stakeholder"),
    opportunity=_PROJECT.id,
    person=_DIRECTOR.id,
    roles=(BuyingRole.DECIDER, BuyingRole.BUDGET_HOLDER),
    influence=Influence.HIGH,
    support=Support.SUPPORTIVE,
    coverage=Coverage.MET,
    covered_by=_COLLEAGUE.id,
    concerns=(
        Concern(topic=ConcernTopic.SAVINGS, detail=Text("要看到回报。", "Wants to see a return.")),
    ),
)
_LINE = Line(
    id=LineId("line"),
    opportunity=_PROJECT.id,
    kind=LineKind.REPORTS_TO,
    source=_MANAGER.id,
    target=_DIRECTOR.id,
)
_VISIT = Visit(
    id=VisitId("visit"),
    opportunity=_PROJECT.id,
    starts_at=datetime(2026, 11, 24, 6, 30, tzinfo=UTC),
    stage=Stage.NEEDS,
    place=Text("示例超市总部", "Their head office"),
    purpose=Text("确认会员需求", "Confirm what members need"),
    attendees=(_DIRECTOR.id, _MANAGER.id),
    team=(_COLLEAGUE.id,),
    best_commitment=Text("同意两家店试点。", "Agrees to a pilot in two shops."),
    least_commitment=Text("给我们会员数据样本。", "Gives us a sample of member data."),
)
_FOLLOW_UP = FollowUp(
    id=FollowUpId("follow-up"),
    visit=_VISIT.id,
    what=Text("发会议纪要", "Send the minutes"),
    owner=Text("赵敏", "Zhao Min"),
    due=date(2026, 11, 26),
    is_for_client=True,
)
_VISIT_RECORD = VisitRecord(
    id=VisitRecordId("visit-record"),
    visit=_VISIT.id,
    aim=AimReached.LEAST,
    commitment=Text("先给会员数据样本。", "A sample of member data first."),
    team=(_COLLEAGUE.id,),
    needs=(
        NeedFinding(
            need=_NEED.id,
            outcome=NeedOutcome.CONFIRMED,
            said_by=_MANAGER.id,
            source=Text("会上亲口所说", "said in the meeting"),
        ),
    ),
    continuation=Continuation.GOES_ON,
    delivery=Text("先两家店，再推广。", "Two shops first, then the others."),
    next_decision=Text("是否试点，由总监定。", "Whether to pilot; the director decides."),
    next_decision_on=date(2026, 12, 15),
    people=(PersonFinding(person=_DIRECTOR.id, was_there=True),),
    shown=(
        Activity(
            kind=ActivityKind.DEMONSTRATED,
            what=Text("会员积分", "Member points"),
            product=_PRODUCT.id,
            reception=Reception.WELL,
        ),
    ),
    feedback=(
        Feedback(
            kind=FeedbackKind.WISH,
            words=Text("希望收银台也能用。", "It should work at the till."),
            product=_PRODUCT.id,
        ),
    ),
    agreed=(
        AgreedPoint(kind=AgreedKind.DECISION, words=Text("试点两家店。", "A pilot in two shops.")),
    ),
    open_questions=(Text("合同由谁签字？", "Who signs the contract?"),),
    left_open=(
        LeftOpen(
            part=RecordPart.PEOPLE,
            reason=Text("都是认识的人，没有新情况。", "All known before, nothing new."),
        ),
    ),
)

_SLIDE_LIST = SlideList(
    id=SlideListId("slide-list"),
    visit=_VISIT.id,
    audience=Audience.EXECUTIVE,
    slides=(SlideChoice(slide="cover"), SlideChoice(slide="pressures", is_on=False)),
    words=(
        SlideWords(
            slide="next-steps",
            name="title",
            words=Text("接下来两周做三件事。", "Three things in the next two weeks."),
        ),
    ),
)

EXAMPLES: tuple[Record, ...] = (
    _COMPANY,
    _COLLEAGUE,
    _INDUSTRY,
    _PRODUCT,
    _CLIENT,
    _DIRECTOR,
    _MANAGER,
    _CASE,
    _PROJECT,
    _NEED,
    _COMPETITOR,
    _STAKEHOLDER,
    _LINE,
    _VISIT,
    _FOLLOW_UP,
    _SLIDE_LIST,
    _VISIT_RECORD,
)
"""One row or two for every sheet of the template."""
