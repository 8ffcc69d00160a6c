"""One small world with a record of every kind, for tests that need stored facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Client, CompanySize, Department, Grade, Person
from briefing_app.domain.export_record import (
    Edition,
    ExportContent,
    ExportedFile,
    ExportRecord,
    KeptDeck,
    KeptSlide,
    UsedFact,
)
from briefing_app.domain.ids import (
    CaseId,
    ClientId,
    ColleagueId,
    CompanyId,
    CompetitorId,
    FollowUpId,
    IndustryId,
    LineId,
    LogoId,
    NeedId,
    OpportunityId,
    PersonId,
    PhotoId,
    ProductId,
    SlideListId,
    StakeholderId,
    VisitId,
    VisitRecordId,
)
from briefing_app.domain.industry import BusinessProcess, IndustryPack, Pressure, Topic
from briefing_app.domain.logo import Logo
from briefing_app.domain.offering import (
    AdoptionProfile,
    Capability,
    Colleague,
    IndustryValue,
    Integration,
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
    Need,
    NeedLevel,
    Opportunity,
    Stage,
)
from briefing_app.domain.photo import Photo
from briefing_app.domain.records import Record
from briefing_app.domain.slide_list import SlideChoice, SlideList, SlideWords
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Concern,
    ConcernTopic,
    Line,
    LineKind,
    Stakeholder,
    Support,
)
from briefing_app.domain.text import Language, Text
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
from tests.drawn_pictures import logo, photo

COMPANY = OwnCompany(
    id=CompanyId("company-1"),
    name=Text("青禾数据有限公司", "Greenfield Data Ltd"),
    trust=(TrustStatement(source=TrustSource.STABILITY, statement=Text("十年", "Ten years")),),
    service=(Text("专属团队", "A dedicated team"),),
)
COLLEAGUE = Colleague(id=ColleagueId("colleague-1"), name=Text("王芳", "Wang Fang"))
INDUSTRY = IndustryPack(
    id=IndustryId("industry-1"),
    name=Text("银行", "Banking"),
    summary=Text("息差收窄", "Margins shrink"),
    pressures=(Pressure(title=Text("监管", "Rules"), detail=Text("更严", "Stricter")),),
    processes=(BusinessProcess(name=Text("贷款", "Lending")),),
    topics=(Topic(slug="risk", name=Text("风控", "Risk")),),
)
PRODUCT = Product(
    id=ProductId("product-1"),
    name=Text("行为分析", "Behaviour analytics"),
    essence=Text("看清用户每一步", "See each step of a user"),
    capabilities=(Capability(name=Text("漏斗", "Funnel")),),
    topics=("risk",),
    adoption=AdoptionProfile(
        integration=Integration.ONE_OFF,
        running_dependence=RunningDependence.NONE,
        on_core_flow=False,
        surface=ProductSurface.NONE,
        has_visible_demand=True,
        improves=(Department.OPERATIONS, Department.PRODUCT),
    ),
    values=(
        IndustryValue(
            industry=INDUSTRY.id,
            pain=Text("看不清", "Blind"),
            value=Text("看得清", "Clear"),
            measures=(Measure(label=Text("转化", "Conversion"), before=1.5, after=2),),
        ),
    ),
)
CLIENT = Client(
    id=ClientId("client-1"),
    name=Text("重庆江北银行股份有限公司", "Jiangbei Bank"),
    short_name=Text("江北银行", ""),
    industry=INDUSTRY.id,
    city=Text("重庆", "Chongqing"),
    grade=Grade.S,
    size=CompanySize.LARGE,
    annual_revenue=Money(1_234_567_89),
    note=Text("核心系统 AS400", "Core system: AS400"),
)
PERSON = Person(id=PersonId("person-1"), client=CLIENT.id, name=Text("曾伟", "Zeng Wei"))
SUPERIOR = Person(id=PersonId("person-2"), client=CLIENT.id, name=Text("单静", "Shan Jing"))
CASE = SuccessCase(
    id=CaseId("case-1"),
    customer=Text("蓝海银行", "Blue Sea Bank"),
    anonymous_name=Text("某股份制银行", "A joint-stock bank"),
    industry=INDUSTRY.id,
    products=(PRODUCT.id,),
    permission=Permission.NAMED,
    competes_with=(CLIENT.id,),
)
OPPORTUNITY = Opportunity(
    id=OpportunityId("opportunity-1"),
    client=CLIENT.id,
    name=Text("手机银行改版", "Mobile bank relaunch"),
    amount=Money(500_000_00),
    requested_products=(PRODUCT.id,),
    strategy=CommercialStrategy(
        agreed_by=Text("王芳", "Wang Fang"),
        agreed_on=date(2026, 3, 1),
        note=Text("先试点", "Pilot first"),
    ),
)
NEED = Need(
    id=NeedId("need-1"),
    opportunity=OPPORTUNITY.id,
    statement=Text("降低流失", "Lose fewer users"),
    level=NeedLevel.L1,
    topics=("risk",),
    raised_by=PERSON.id,
    evidence=Evidence(Certainty.CONFIRMED, Text("会议", "meeting"), date(2026, 3, 2)),
)
COMPETITOR = Competitor(
    id=CompetitorId("competitor-1"),
    opportunity=OPPORTUNITY.id,
    name=Text("对手", "Rival"),
    strength=Text("价格", ""),
)
STAKEHOLDER = Stakeholder(
    id=StakeholderId("stakeholder-1"),
    opportunity=OPPORTUNITY.id,
    person=PERSON.id,
    roles=(BuyingRole.EVALUATOR, BuyingRole.USER),
    support=Support.CHAMPION,
    covered_by=COLLEAGUE.id,
    concerns=(Concern(topic=ConcernTopic.COST),),
)
LINE = Line(
    id=LineId("line-1"),
    opportunity=OPPORTUNITY.id,
    kind=LineKind.REPORTS_TO,
    source=PERSON.id,
    target=SUPERIOR.id,
)
VISIT = Visit(
    id=VisitId("visit-1"),
    opportunity=OPPORTUNITY.id,
    starts_at=datetime(2026, 4, 1, 6, 30, tzinfo=UTC),
    stage=Stage.NEEDS,
    purpose=Text("确认真实需求", "Confirm the real need"),
    attendees=(SUPERIOR.id, PERSON.id),
    team=(COLLEAGUE.id,),
)
FOLLOW_UP = FollowUp(
    id=FollowUpId("follow-up-1"),
    visit=VISIT.id,
    what=Text("发送会议纪要", "Send the minutes"),
    due=date(2026, 4, 3),
)
SLIDE_LIST = SlideList(
    id=SlideListId("slide-list-1"),
    visit=VISIT.id,
    audience=Audience.TECHNICAL,
    slides=(SlideChoice(slide="cover"), SlideChoice(slide="trust", is_on=False)),
    words=(
        SlideWords(
            slide="cover",
            name="title",
            words=Text(en="Jiangbei, faster"),
            instead_of=Text(en="Jiangbei Bank"),
            on=date(2026, 3, 20),
            facts=("client/client-1/name=0123456789ab",),
        ),
    ),
)
VISIT_RECORD = VisitRecord(
    id=VisitRecordId("record-1"),
    visit=VISIT.id,
    aim=AimReached.LEAST,
    team=(COLLEAGUE.id,),
    needs=(NeedFinding(need=NEED.id, outcome=NeedOutcome.CONFIRMED, said_by=PERSON.id),),
    continuation=Continuation.GOES_ON,
    next_decision_on=date(2026, 5, 1),
    people=(
        PersonFinding(person=PERSON.id, was_there=True, roles=(BuyingRole.USER,)),
        PersonFinding(person=SUPERIOR.id, was_there=False),
    ),
    shown=(
        Activity(
            kind=ActivityKind.DEMONSTRATED,
            what=Text("漏斗", "The funnel"),
            product=PRODUCT.id,
            reception=Reception.WELL,
        ),
    ),
    feedback=(
        Feedback(
            kind=FeedbackKind.WISH,
            words=Text("要英文版", "English, please"),
            product=PRODUCT.id,
            said_by=PERSON.id,
        ),
    ),
    agreed=(AgreedPoint(kind=AgreedKind.DECISION, words=Text("先试点", "Pilot first")),),
    open_questions=(Text("谁签字？", "Who signs?"),),
    left_open=(LeftOpen(part=RecordPart.PEOPLE, reason=Text("没见到人", "Nobody new was there")),),
    closed_on=date(2026, 4, 2),
)
LOGO = Logo(id=LogoId("logo-1"), client=CLIENT.id, content=logo(40, 20))
OWN_LOGO = Logo(id=LogoId("logo-2"), is_for_dark=True, content=logo(20, 20))
PHOTO = Photo(id=PhotoId("photo-1"), person=PERSON.id, image=photo())
EXPORT = ExportRecord(
    id="export-1",
    visit=VISIT.id,
    made_at=datetime(2026, 3, 31, 9, 0, 0, 250, tzinfo=UTC),
    language=Language.ZH,
    folder="D:/导出",
    files=(
        ExportedFile(name="演示文稿.pptx", sha256="ab" * 32, size=81_234, edition=Edition.CLIENT),
    ),
    facts=(UsedFact(kind="client", record_id=CLIENT.id, field="name", sha256="cd" * 32),),
    inputs="ef" * 32,
    meant=("星河",),
    remarks=("产品手册第 1 页",),
)
CONTENT = ExportContent(
    values=('{"zh":"江北银行","en":""}',),
    decks=(
        KeptDeck(
            name="演示文稿.pptx",
            audience=Audience.EXECUTIVE,
            slides=(KeptSlide(key="cover", title="封面", texts=("两周",), notes=("先听",)),),
        ),
    ),
)

RECORDS: tuple[Record, ...] = (
    COMPANY,
    COLLEAGUE,
    INDUSTRY,
    PRODUCT,
    CLIENT,
    PERSON,
    SUPERIOR,
    CASE,
    OPPORTUNITY,
    NEED,
    COMPETITOR,
    STAKEHOLDER,
    LINE,
    VISIT,
    FOLLOW_UP,
    SLIDE_LIST,
    VISIT_RECORD,
    LOGO,
    OWN_LOGO,
    PHOTO,
)
"""Each record after those that it refers to."""


def client(number: int, name: Text | None = None) -> Client:
    """A further client of the industry."""
    return replace(
        CLIENT,
        id=ClientId(f"further-client-{number:06}"),
        name=name or Text(f"第{number}号客户", f"Client number {number}"),
        short_name=Text(),
    )
