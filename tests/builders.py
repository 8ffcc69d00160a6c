"""Small valid records, each with any field overridden by keyword, and two whole dossiers.

`bare_dossier` knows as little as a dossier may; `rich_dossier` is a project in which
something is known of everything. People, companies and figures are made up.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from briefing_app.domain.client import Client, CompanySize, Department, Grade, Person
from briefing_app.domain.dossier import Dossier
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
    FeedbackWeight,
    NeedFinding,
    NeedOutcome,
    PersonFinding,
    Reception,
    VisitRecord,
)

TODAY = date(2026, 3, 2)  # a Monday
VISIT_DAY = date(2026, 3, 11)  # the Wednesday of the week after
STARTS_AT = datetime(2026, 3, 11, 1, 30, tzinfo=UTC)  # 09:30 in Shanghai

CLIENT = ClientId("client-galaxy")
INDUSTRY = IndustryId("retail")
OPPORTUNITY = OpportunityId("opp-growth")
VISIT = VisitId("visit-1")
EARLIER_VISIT = VisitId("visit-0")

CONFIRMED = Evidence(
    Certainty.CONFIRMED, Text("上次拜访时亲口所说", "said so at the last visit"), date(2026, 2, 10)
)
ASSUMED = Evidence(Certainty.ASSUMED, Text("销售转述", "told by sales"), date(2026, 1, 15))


def _made(record_type: Any, defaults: dict[str, Any], overrides: dict[str, Any]) -> Any:
    return record_type(**(defaults | overrides))


def client(**overrides: Any) -> Client:
    defaults = {"id": CLIENT, "name": Text("星河零售集团", "Galaxy Retail"), "industry": INDUSTRY}
    made: Client = _made(Client, defaults, overrides)
    return made


def person(id_: str = "wang", **overrides: Any) -> Person:
    defaults = {"id": PersonId(id_), "client": CLIENT, "name": Text.same(id_.title())}
    made: Person = _made(Person, defaults, overrides)
    return made


def stakeholder(person_id: str = "wang", **overrides: Any) -> Stakeholder:
    defaults = {
        "id": StakeholderId(f"in-project-{person_id}"),
        "opportunity": OPPORTUNITY,
        "person": PersonId(person_id),
    }
    made: Stakeholder = _made(Stakeholder, defaults, overrides)
    return made


def line(source: str, target: str, kind: LineKind = LineKind.REPORTS_TO, **overrides: Any) -> Line:
    defaults = {
        "id": LineId(f"line-{source}-{target}-{kind.value}"),
        "opportunity": OPPORTUNITY,
        "kind": kind,
        "source": PersonId(source),
        "target": PersonId(target),
    }
    made: Line = _made(Line, defaults, overrides)
    return made


def industry(**overrides: Any) -> IndustryPack:
    defaults = {
        "id": INDUSTRY,
        "name": Text("零售", "Retail"),
        "summary": Text("门店与线上并行。", "Shops and online side by side."),
    }
    made: IndustryPack = _made(IndustryPack, defaults, overrides)
    return made


def company(**overrides: Any) -> OwnCompany:
    defaults = {"id": CompanyId("own"), "name": Text("灯塔软件", "Lighthouse Software")}
    made: OwnCompany = _made(OwnCompany, defaults, overrides)
    return made


def colleague(id_: str = "zhou", **overrides: Any) -> Colleague:
    defaults = {"id": ColleagueId(id_), "name": Text("周敏", "Zhou Min")}
    made: Colleague = _made(Colleague, defaults, overrides)
    return made


def adoption(**overrides: Any) -> AdoptionProfile:
    defaults = {
        "integration": Integration.ONE_OFF,
        "running_dependence": RunningDependence.NONE,
        "on_core_flow": False,
        "surface": ProductSurface.NONE,
        "has_visible_demand": True,
        "improves": (Department.OPERATIONS,),
    }
    made: AdoptionProfile = _made(AdoptionProfile, defaults, overrides)
    return made


def measure(**overrides: Any) -> Measure:
    defaults = {
        "label": Text("活动准备时间", "Time to prepare a campaign"),
        "before": 10.0,
        "after": 4.0,
        "unit": Text("天", "days"),
        "source": Text("示例", "Example"),
    }
    made: Measure = _made(Measure, defaults, overrides)
    return made


def industry_value(**overrides: Any) -> IndustryValue:
    defaults = {
        "industry": INDUSTRY,
        "pain": Text("活动效果要等一周才知道。", "It takes a week to know how a campaign did."),
        "value": Text("当天就能调整活动。", "Campaigns are corrected the same day."),
    }
    made: IndustryValue = _made(IndustryValue, defaults, overrides)
    return made


def product(id_: str = "analytics", **overrides: Any) -> Product:
    defaults = {
        "id": ProductId(id_),
        "name": Text.same(id_.title()),
        "essence": Text("看清每一步转化。", "See where each customer is lost."),
        "adoption": adoption(),
    }
    made: Product = _made(Product, defaults, overrides)
    return made


def case(id_: str = "case-orchard", **overrides: Any) -> SuccessCase:
    defaults = {
        "id": CaseId(id_),
        "customer": Text("果园超市", "Orchard Markets"),
        "anonymous_name": Text("一家连锁超市", "A supermarket chain"),
        "industry": INDUSTRY,
        "permission": Permission.NAMED,
        "what_was_done": Text(
            "三周内接入全部门店。", "All shops were connected within three weeks."
        ),
    }
    made: SuccessCase = _made(SuccessCase, defaults, overrides)
    return made


def opportunity(**overrides: Any) -> Opportunity:
    defaults = {"id": OPPORTUNITY, "client": CLIENT, "name": Text("增长分析", "Growth analytics")}
    made: Opportunity = _made(Opportunity, defaults, overrides)
    return made


def need(id_: str = "need-1", **overrides: Any) -> Need:
    defaults = {
        "id": NeedId(id_),
        "opportunity": OPPORTUNITY,
        "statement": Text("知道客户在哪一步流失", "Know at which step customers leave"),
        "topics": ("conversion",),
    }
    made: Need = _made(Need, defaults, overrides)
    return made


def competitor(**overrides: Any) -> Competitor:
    defaults = {
        "id": CompetitorId("rival"),
        "opportunity": OPPORTUNITY,
        "name": Text("对手", "Rival"),
    }
    made: Competitor = _made(Competitor, defaults, overrides)
    return made


def visit(**overrides: Any) -> Visit:
    defaults = {
        "id": VISIT,
        "opportunity": OPPORTUNITY,
        "starts_at": STARTS_AT,
        "stage": Stage.SOLUTION,
        "purpose": Text("介绍增长分析方案", "Present the growth analytics solution"),
    }
    made: Visit = _made(Visit, defaults, overrides)
    return made


def follow_up(id_: str = "step-1", **overrides: Any) -> FollowUp:
    defaults = {
        "id": FollowUpId(id_),
        "visit": VISIT,
        "what": Text("提供试用账号", "Provide trial accounts"),
    }
    made: FollowUp = _made(FollowUp, defaults, overrides)
    return made


def visit_record(**overrides: Any) -> VisitRecord:
    """All six records of the visit, something said in each."""
    defaults = {
        "id": VisitRecordId("record-1"),
        "visit": VISIT,
        "aim": AimReached.LEAST,
        "commitment": Text("评估人已定：吴强。", "Wu Qiang will evaluate."),
        "team": (ColleagueId("zhou"),),
        "needs": (
            NeedFinding(
                need=NeedId("need-day"),
                outcome=NeedOutcome.CONFIRMED,
                level=NeedLevel.L1,
                real_need=Text("总部要求复购翻倍。", "Head office wants repeat sales doubled."),
                said_by=PersonId("lin"),
                source=Text("会上所说", "said in the meeting"),
            ),
        ),
        "continuation": Continuation.GOES_ON,
        "delivery": Text("先三家店。", "Three shops first."),
        "next_decision": Text("陈莉拍板试用。", "Chen Li decides on the trial."),
        "next_decision_on": date(2026, 4, 20),
        "people": (
            PersonFinding(
                person=PersonId("lin"),
                was_there=True,
                support=Support.CHAMPION,
                certainty=Certainty.CONFIRMED,
                source=Text("主动问起日期", "asked for a date herself"),
            ),
            PersonFinding(
                person=PersonId("wu"),
                was_there=True,
                note=Text("话比上次少", "quieter than last time"),
            ),
            PersonFinding(person=PersonId("chen"), was_there=False),
        ),
        "shown": (
            Activity(
                kind=ActivityKind.DEMONSTRATED,
                what=Text("复购看板", "The repeat-sales board"),
                product=ProductId("analytics"),
                reception=Reception.MIXED,
                note=Text("在对方网络上太慢", "too slow on their network"),
            ),
        ),
        "feedback": (
            Feedback(
                kind=FeedbackKind.COMPLAINT,
                words=Text("导出太慢。", "The export takes too long."),
                product=ProductId("analytics"),
                said_by=PersonId("wu"),
                weight=FeedbackWeight.BLOCKS,
                note=Text("已知，下个版本修复", "known, mended in the next release"),
            ),
        ),
        "agreed": (
            AgreedPoint(
                kind=AgreedKind.FACT, words=Text("数据留在本地。", "The data stays on site.")
            ),
            AgreedPoint(
                kind=AgreedKind.DECISION, words=Text("四月试用三家店。", "A trial in three shops.")
            ),
        ),
        "next_meeting": Text("评估启动会", "Start of the evaluation"),
        "next_meeting_on": date(2026, 3, 25),
        "open_questions": (Text("谁签合同？", "Who signs the contract?"),),
        "note": Text("全程气氛不错", "a good mood throughout"),
    }
    made: VisitRecord = _made(VisitRecord, defaults, overrides)
    return made


def earlier_visit(**overrides: Any) -> Visit:
    """A visit of the same project two weeks before the other."""
    defaults = {
        "id": EARLIER_VISIT,
        "starts_at": STARTS_AT - timedelta(days=14),
        "stage": Stage.NEEDS,
        "purpose": Text("确认需求", "Confirm the needs"),
    }
    return visit(**(defaults | overrides))


def bare_dossier(**overrides: Any) -> Dossier:
    """A visit of which hardly anything is known: no people, needs, products or cases."""
    defaults = {
        "visit": visit(),
        "opportunity": opportunity(),
        "client": client(),
        "industry": industry(),
        "company": company(),
    }
    made: Dossier = _made(Dossier, defaults, overrides)
    return made


def rich_dossier(**overrides: Any) -> Dossier:
    """A project at the solution stage of which something is known of everything."""
    defaults = {
        "visit": _rich_visit(),
        "opportunity": _rich_opportunity(),
        "client": _rich_client(),
        "industry": _rich_industry(),
        "company": _rich_company(),
        "people": _rich_people(),
        "stakeholders": _rich_stakeholders(),
        "lines": (
            line("wu", "chen"),
            line("lin", "chen"),
            line("he", "lin"),
            line("lin", "wu", LineKind.INFLUENCES),
            line("tang", "lin", LineKind.CONFLICTS_WITH),
        ),
        "needs": _rich_needs(),
        "competitors": (
            competitor(
                strength=Text("数据仓库已在用", "already runs the data warehouse"),
                weakness=Text("每张报表都要立项", "needs a project for each report"),
                our_answer=Text(
                    "直接读这个仓库，不必再建一个",
                    "we read from that warehouse and need no second one",
                ),
            ),
        ),
        "colleagues": (
            colleague(title=Text("解决方案顾问", "Solution consultant"), email="zhou@example.com"),
            colleague("xu", name=Text("徐然", "Xu Ran"), title=Text("客户经理", "Account manager")),
        ),
        "products": rich_products(),
        "cases": rich_cases(),
        "follow_ups": (
            follow_up(owner=Text("周敏", "Zhou Min"), due=date(2026, 3, 18), is_for_client=True),
            follow_up("step-2", what=Text("内部核价", "Check the price inside")),
        ),
        "visits": (earlier_visit(), _rich_visit()),
        "records": (visit_record(id=VisitRecordId("record-0"), visit=EARLIER_VISIT),),
    }
    made: Dossier = _made(Dossier, defaults, overrides)
    return made


def _rich_visit() -> Visit:
    return visit(
        minutes=90,
        place=Text("星河大厦 12 层", "Galaxy Tower, 12th floor"),
        attendees=tuple(PersonId(id_) for id_ in ("chen", "lin", "he", "wu")),
        team=(ColleagueId("zhou"), ColleagueId("xu")),
        best_commitment=Text("确定四月开始试用", "A trial that starts in April"),
        least_commitment=Text("给出评估负责人", "A name for the evaluation"),
    )


def _rich_opportunity() -> Opportunity:
    return opportunity(
        stage=Stage.SOLUTION,
        intent=Intent.CLEAR,
        amount=Money(280_000_00),
        requested_products=(ProductId("analytics"),),
        strategy=CommercialStrategy(agreed_by=Text("许然", "Xu Ran"), agreed_on=date(2026, 2, 20)),
        pricing_is_shareable=True,
        commercial_frame=Text("首年固定价，按门店数计", "A fixed first year, by number of shops"),
        expected_decision=date(2026, 5, 30),
    )


def _rich_client() -> Client:
    return client(
        short_name=Text("星河", "Galaxy"),
        city=Text("杭州", "Hangzhou"),
        situation=Text(
            "线上增长放缓，活动效果看得太晚。",
            "Online growth slows and campaigns are judged too late.",
        ),
        grade=Grade.A,
        size=CompanySize.LARGE,
        annual_revenue=Money(3_200_000_000_00),
        business_process=Text("采购、门店、线上、会员", "Buying, shops, online, members"),
    )


def _rich_industry() -> IndustryPack:
    return industry(
        pressures=(
            Pressure(
                title=Text("获客越来越贵", "Winning customers costs more"),
                detail=Text("老客复购更重要。", "Returning customers matter more."),
                topics=("retention",),
                statistic=Text("获客成本三年翻倍", "Cost of a new customer doubled in three years"),
                source=Text("示例数据", "Example figures"),
            ),
            Pressure(
                title=Text("活动越来越频繁", "Campaigns follow each other faster"),
                detail=Text("没有时间事后分析。", "No time is left to analyse afterwards."),
                topics=("conversion", "campaigns"),
            ),
        ),
        processes=(BusinessProcess(name=Text("选品", "Assortment")),),
        topics=(
            Topic(slug="conversion", name=Text("转化", "Conversion")),
            Topic(slug="retention", name=Text("复购", "Returning customers")),
        ),
        questions=_rich_questions(),
        objections=(
            Objection(
                topic=ConcernTopic.COST,
                says=Text("今年预算已经定了。", "This year's budget is spent."),
                answer=Text(
                    "可以先试用，费用进明年预算。", "Try it now; the fee falls into next year."
                ),
            ),
        ),
        rollout=(
            BusinessProcess(
                name=Text("试点两家门店", "Pilot in two shops"),
                detail=Text("两周", "Two weeks"),
            ),
        ),
    )


def _rich_questions() -> tuple[DiscoveryQuestion, ...]:
    return (
        DiscoveryQuestion(
            question=Text(
                "活动结束后多久能看到效果？", "How long after a campaign do you see its effect?"
            ),
            purpose=Text("量化等待的代价", "Puts a number on the wait"),
            topics=("conversion",),
            roles=(BuyingRole.USER, BuyingRole.EVALUATOR),
            stages=(Stage.NEEDS, Stage.SOLUTION),
        ),
        DiscoveryQuestion(
            question=Text("招标从多少金额开始？", "From which amount is a tender needed?"),
            purpose=Text("了解流程", "Learns the procedure"),
            roles=(BuyingRole.SIGNATORY,),
        ),
        DiscoveryQuestion(
            question=Text("去年哪次促销最失望？", "Which promotion disappointed most last year?"),
            purpose=Text("找到真实需求", "Finds the real need"),
            stages=(Stage.FIRST_CONTACT,),
        ),
    )


def _rich_company() -> OwnCompany:
    return company(
        short_name=Text("灯塔", "Lighthouse"),
        essence=Text("让运营当天看到效果。", "Operations see the effect the same day."),
        vision=Text("与客户一起成长。", "Growing with our clients."),
        email="hello@example.com",
        trust=(
            TrustStatement(
                source=TrustSource.STABILITY,
                statement=Text("十年只做一件事。", "Ten years at one thing."),
            ),
            TrustStatement(
                source=TrustSource.CERTIFICATION,
                statement=Text(
                    "信息安全管理体系（示例）。", "Information security system (example)."
                ),
                proof=Text("证书副本", "Copy of the certificate"),
            ),
        ),
        service=(Text("专属客户成功经理", "A customer success manager of your own"),),
    )


def _rich_people() -> tuple[Person, ...]:
    recent = date(2026, 2, 24)
    return (
        person(
            "chen",
            name=Text("陈立", "Chen Li"),
            title=Text("总经理", "General manager"),
            department=Department.GENERAL_MANAGEMENT,
        ),
        person(
            "lin",
            name=Text("林晓", "Lin Xiao"),
            title=Text("运营总监", "Head of operations"),
            department=Department.OPERATIONS,
            last_contact=recent,
        ),
        person(
            "he",
            name=Text("何静", "He Jing"),
            title=Text("活动运营", "Campaign manager"),
            department=Department.OPERATIONS,
            last_contact=recent,
        ),
        person(
            "wu",
            name=Text("吴强", "Wu Qiang"),
            title=Text("技术经理", "Technical manager"),
            department=Department.TECHNOLOGY,
            last_contact=recent,
        ),
        person("tang", name=Text("唐蓉", "Tang Rong"), department=Department.FINANCE),
    )


def _rich_stakeholders() -> tuple[Stakeholder, ...]:
    return (
        stakeholder(
            "chen",
            roles=(BuyingRole.DECIDER, BuyingRole.SIGNATORY),
            roles_evidence=CONFIRMED,
            influence=Influence.HIGH,
            support=Support.NEUTRAL,
            support_evidence=ASSUMED,
        ),
        stakeholder(
            "lin",
            roles=(BuyingRole.BUDGET_HOLDER, BuyingRole.INITIATOR),
            roles_evidence=CONFIRMED,
            influence=Influence.HIGH,
            support=Support.CHAMPION,
            support_evidence=CONFIRMED,
            coverage=Coverage.REGULAR,
            covered_by=ColleagueId("xu"),
            concerns=(
                Concern(topic=ConcernTopic.SAVINGS),
                Concern(
                    topic=ConcernTopic.COST,
                    detail=Text("怕年中追加预算", "Fears a second budget round in summer"),
                ),
            ),
        ),
        stakeholder(
            "he",
            roles=(BuyingRole.USER,),
            roles_evidence=CONFIRMED,
            influence=Influence.LOW,
            support=Support.SUPPORTIVE,
            support_evidence=CONFIRMED,
            coverage=Coverage.MET,
        ),
        stakeholder(
            "wu",
            roles=(BuyingRole.EVALUATOR,),
            roles_evidence=CONFIRMED,
            influence=Influence.MEDIUM,
            support=Support.OPPONENT,
            support_evidence=ASSUMED,
            coverage=Coverage.MET,
            concerns=(
                Concern(
                    topic=ConcernTopic.INTEGRATION,
                    detail=Text("没有人手接入", "Nobody is free to connect it"),
                ),
            ),
        ),
        stakeholder("tang", roles=(BuyingRole.GATEKEEPER,), influence=Influence.MEDIUM),
    )


def _rich_needs() -> tuple[Need, ...]:
    return (
        need(
            "need-day",
            statement=Text("活动当天看到转化", "See conversion on the day of a campaign"),
            level=NeedLevel.L1,
            topics=("conversion", "campaigns"),
            raised_by=PersonId("lin"),
            evidence=CONFIRMED,
        ),
        need(
            "need-return",
            statement=Text("提高会员复购", "Bring members back more often"),
            level=NeedLevel.L2,
            topics=("retention",),
            evidence=ASSUMED,
        ),
        need(
            "need-report",
            statement=Text("减少手工报表", "Fewer reports by hand"),
            level=NeedLevel.L3,
            topics=("reporting",),
            evidence=CONFIRMED,
        ),
    )


def rich_products() -> tuple[Product, ...]:
    """Behaviour analytics, a loyalty mall that nobody asked for, and an unrelated product."""
    return (
        product(
            "analytics",
            name=Text("灯塔分析", "Lighthouse Analytics"),
            capabilities=(Capability(name=Text("漏斗", "Funnels")),),
            works_in=(
                Capability(name=Text("采集", "Collect")),
                Capability(name=Text("分析", "Analyse")),
            ),
            facts=(
                Capability(name=Text("部署", "Hosting"), detail=Text("可私有部署", "On premises")),
            ),
            topics=("conversion", "reporting"),
            adoption=adoption(
                improves=(Department.OPERATIONS, Department.PRODUCT),
                typical_weeks=3,
                client_effort=Text("一名工程师五天", "Five days of one engineer"),
            ),
            values=(
                industry_value(
                    day_before=Text("每周一等报表。", "Waiting for Monday's report."),
                    day_after=Text("打开页面就能看到。", "Opening a page shows it."),
                    measures=(measure(),),
                    assumptions=Text("每月四次活动", "Four campaigns a month"),
                    talk_track=Text("先问活动，再讲漏斗。", "Ask for campaigns before funnels."),
                ),
            ),
            objections=(
                Objection(
                    topic=ConcernTopic.INTEGRATION,
                    says=Text("接入太麻烦。", "Connecting it is too much work."),
                    answer=Text("一次接入，五天完成。", "Once, in five days."),
                ),
            ),
            demo=Text("用演示商城走一遍漏斗", "Walk a funnel in the demo shop"),
        ),
        product(
            "mall",
            name=Text("灯塔积分商城", "Lighthouse Rewards"),
            topics=("retention",),
            adoption=adoption(surface=ProductSurface.ENTRANCE_AND_USER_SYSTEM),
            values=(industry_value(),),
        ),
        product("payments", name=Text("灯塔支付", "Lighthouse Payments"), topics=("payment",)),
    )


def rich_cases() -> tuple[SuccessCase, ...]:
    """A competitor's case, the anonymous one of another industry, and one without permission."""
    return (
        case(
            competes_with=(CLIENT,),
            products=(ProductId("analytics"),),
            topics=("conversion",),
            situation=Text("活动多，看不到效果。", "Many campaigns, no view of their effect."),
            results=(measure(),),
            quote=Text("当天就知道。", "We know the same day."),
            quote_by=Text("果园超市运营总监", "Head of operations, Orchard Markets"),
        ),
        case(
            "case-bank",
            customer=Text("江南银行", "Jiangnan Bank"),
            anonymous_name=Text("一家城商行", "A city bank"),
            industry=IndustryId("banking"),
            permission=Permission.ANONYMOUS,
            products=(ProductId("analytics"),),
            topics=("conversion",),
        ),
        case(
            "case-secret",
            customer=Text("云上商场", "Cloud Mall"),
            permission=Permission.NONE,
            is_industry_leader=True,
            products=(ProductId("analytics"),),
            topics=("conversion", "retention"),
        ),
    )
