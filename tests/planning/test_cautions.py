"""Each kind of warning has a rule, a dossier that raises it and one that does not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from briefing_app.domain.client import Department, Grade
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.offering import Permission
from briefing_app.domain.opportunity import CommercialStrategy, NeedLevel, Stage
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Concern,
    ConcernTopic,
    Coverage,
    Influence,
    LineKind,
    Support,
)
from briefing_app.domain.text import Text
from briefing_app.planning.briefing import Caution, Severity
from briefing_app.planning.briefing import WarningKind as Kind
from briefing_app.planning.cautions import RULES
from briefing_app.planning.prepare import prepare
from briefing_app.planning.settings import PlanningSettings
from tests.builders import (
    CONFIRMED,
    TODAY,
    bare_dossier,
    case,
    client,
    company,
    industry,
    line,
    need,
    opportunity,
    person,
    product,
    rich_dossier,
    stakeholder,
    visit,
)

WANG, LI = PersonId("wang"), PersonId("li")


@dataclass(frozen=True)
class Pair:
    raises: Dossier
    keeps_quiet: Dossier


def one(**known: object) -> Dossier:
    """A dossier with one person on the map, who does not attend."""
    return bare_dossier(people=(person(),), stakeholders=(stakeholder(**known),))


def two(*, stage: Stage = Stage.SOLUTION, **of_li: object) -> Dossier:
    """An opponent in finance and a second person of whom something is known."""
    return bare_dossier(
        people=(
            person("wang", department=Department.FINANCE),
            person("li", department=Department.OPERATIONS),
        ),
        stakeholders=(stakeholder("wang", support=Support.OPPONENT), stakeholder("li", **of_li)),
        visit=visit(stage=stage),
    )


def met_ago(days: int) -> Dossier:
    return bare_dossier(
        people=(person(last_contact=TODAY - timedelta(days=days)),),
        stakeholders=(stakeholder(roles=(BuyingRole.USER,), coverage=Coverage.MET),),
    )


def crowd(support: Support) -> Dossier:
    names = ("a", "b", "c", "d")
    return bare_dossier(
        people=tuple(person(name) for name in names),
        stakeholders=tuple(stakeholder(name, support=support) for name in names),
    )


def kdm(department: Department) -> Dossier:
    return replace(
        one(coverage=Coverage.MET),
        people=(person(department=department),),
        products=(product(topics=("conversion",)),),
        needs=(need(),),
    )


ATTENDED = visit(attendees=(WANG,))
ALL_ROLES = tuple(BuyingRole)[:5]
COMPLETE_AIM = visit(best_commitment=Text.same("best"), least_commitment=Text.same("least"))

PAIRS = {
    Kind.MISSING_ROLE: Pair(one(roles=(BuyingRole.USER,)), one(roles=ALL_ROLES)),
    Kind.UNKNOWN_SUPPORT: Pair(
        one(roles=(BuyingRole.DECIDER,)), one(roles=(BuyingRole.DECIDER,), support=Support.NEUTRAL)
    ),
    Kind.SINGLE_THREADED: Pair(
        one(coverage=Coverage.MET),
        replace(
            two(coverage=Coverage.MET),
            stakeholders=(
                stakeholder("wang", coverage=Coverage.MET),
                stakeholder("li", coverage=Coverage.MET),
            ),
        ),
    ),
    Kind.DECIDER_NOT_MET: Pair(
        one(roles=(BuyingRole.DECIDER,)), one(roles=(BuyingRole.DECIDER,), coverage=Coverage.MET)
    ),
    Kind.KDM_UNCOVERED: Pair(kdm(Department.LEGAL), kdm(Department.OPERATIONS)),
    Kind.NO_OPPONENT_MARKED: Pair(crowd(Support.NEUTRAL), crowd(Support.OPPONENT)),
    Kind.OPPONENT_UNANSWERED: Pair(
        two(support=Support.SUPPORTIVE),
        replace(two(support=Support.SUPPORTIVE), lines=(line("li", "wang"),)),
    ),
    Kind.NO_CHAMPION: Pair(one(support=Support.SUPPORTIVE), one(support=Support.CHAMPION)),
    Kind.STALE_CONTACT: Pair(met_ago(61), met_ago(60)),
    Kind.ONLY_ASSUMED: Pair(
        one(roles=(BuyingRole.DECIDER,)), one(roles=(BuyingRole.DECIDER,), roles_evidence=CONFIRMED)
    ),
    Kind.UNKNOWN_ATTENDEE: Pair(
        replace(one(), visit=ATTENDED), replace(one(roles=(BuyingRole.USER,)), visit=ATTENDED)
    ),
    Kind.NO_ATTENDEES: Pair(one(), replace(one(), visit=ATTENDED)),
    Kind.CONCERN_UNANSWERED: Pair(
        replace(one(concerns=(Concern(topic=ConcernTopic.VENDOR),)), visit=ATTENDED),
        replace(
            one(concerns=(Concern(topic=ConcernTopic.VENDOR),)),
            visit=ATTENDED,
            company=company(trust=rich_dossier().company.trust),
        ),
    ),
    Kind.NEED_UNANSWERED: Pair(
        bare_dossier(needs=(need(),)),
        bare_dossier(needs=(need(),), products=(product(topics=("conversion",)),)),
    ),
    Kind.STRATEGY_NOT_AGREED: Pair(
        bare_dossier(), bare_dossier(opportunity=opportunity(strategy=CommercialStrategy()))
    ),
    Kind.NO_CASE: Pair(bare_dossier(), bare_dossier(cases=(case(),))),
    Kind.CASE_PERMISSION: Pair(
        bare_dossier(
            cases=(case(), case("best", permission=Permission.NONE, is_industry_leader=True))
        ),
        bare_dossier(
            cases=(case(is_industry_leader=True), case("worse", permission=Permission.NONE))
        ),
    ),
    Kind.TEXT_MISSING: Pair(
        bare_dossier(client=client(situation=Text("只有中文", ""))), bare_dossier()
    ),
    Kind.AIM_MISSING: Pair(bare_dossier(), bare_dossier(visit=COMPLETE_AIM)),
}


def raised(dossier: Dossier, kind: Kind) -> list[Caution]:
    return [c for c in prepare(dossier, TODAY).team_side.cautions if c.kind is kind]


def test_every_kind_of_warning_has_a_rule_and_a_pair_of_dossiers() -> None:
    assert set(RULES) == set(PAIRS) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_the_warning_is_raised_where_it_should_be(kind: Kind) -> None:
    found = raised(PAIRS[kind].raises, kind)
    assert found
    assert all(caution.because for caution in found)
    assert all(reason.facts for caution in found for reason in caution.because)


@pytest.mark.parametrize("kind", Kind)
def test_the_warning_is_not_raised_where_it_should_not_be(kind: Kind) -> None:
    assert not raised(PAIRS[kind].keeps_quiet, kind)


def test_the_gravest_warnings_come_first() -> None:
    ranks = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
    found = [ranks[c.severity] for c in prepare(bare_dossier(), TODAY).team_side.cautions]
    assert found == sorted(found)
    assert len(set(found)) > 1


@pytest.mark.parametrize(
    ("level", "severity"),
    [(NeedLevel.L1, Severity.HIGH), (NeedLevel.L2, Severity.MEDIUM), (NeedLevel.L4, Severity.LOW)],
)
def test_the_harder_an_unanswered_need_the_graver(level: NeedLevel, severity: Severity) -> None:
    (caution,) = raised(bare_dossier(needs=(need(level=level),)), Kind.NEED_UNANSWERED)
    assert caution.severity is severity


def test_a_decider_who_attends_is_about_to_be_met() -> None:
    dossier = replace(one(roles=(BuyingRole.DECIDER,)), visit=ATTENDED)
    assert not raised(dossier, Kind.DECIDER_NOT_MET)


def test_somebody_of_the_carrying_department_who_attends_covers_it() -> None:
    dossier = replace(kdm(Department.OPERATIONS), stakeholders=(), visit=ATTENDED)
    assert not raised(dossier, Kind.KDM_UNCOVERED)


def test_an_ally_in_the_same_department_is_near_and_one_in_conflict_is_not() -> None:
    colleagues = replace(
        two(support=Support.CHAMPION),
        people=(
            person("wang", department=Department.FINANCE),
            person("li", department=Department.FINANCE),
        ),
    )
    quarrel = replace(
        two(support=Support.CHAMPION), lines=(line("li", "wang", LineKind.CONFLICTS_WITH),)
    )
    assert not raised(colleagues, Kind.OPPONENT_UNANSWERED)
    assert raised(quarrel, Kind.OPPONENT_UNANSWERED)


def test_key_clients_grow_stale_sooner() -> None:
    key = replace(met_ago(31), client=client(grade=Grade.S))
    assert raised(key, Kind.STALE_CONTACT)
    assert not raised(met_ago(31), Kind.STALE_CONTACT)


def test_when_a_contact_is_stale_is_a_setting() -> None:
    found = prepare(met_ago(11), TODAY, PlanningSettings(stale_after_days=10)).team_side.cautions
    assert Kind.STALE_CONTACT in {caution.kind for caution in found}


def test_people_of_no_weight_who_do_not_attend_raise_no_noise() -> None:
    quiet = one(influence=Influence.LOW, roles=(BuyingRole.USER,))
    assert not raised(quiet, Kind.UNKNOWN_SUPPORT)
    assert not raised(quiet, Kind.ONLY_ASSUMED)


def test_an_expired_permission_of_the_best_case_is_named_with_its_day() -> None:
    expired = case(permission_expires=TODAY - timedelta(days=9), is_industry_leader=True)
    (caution,) = raised(bare_dossier(cases=(expired,)), Kind.CASE_PERMISSION)
    assert caution.because[0].message.by_name["day"] == expired.permission_expires


def test_missing_text_is_told_for_each_language_with_its_fields() -> None:
    texts = client(situation=Text("只有中文", ""), city=Text("", "English only"))
    found = raised(bare_dossier(client=texts, industry=industry()), Kind.TEXT_MISSING)
    assert [
        [(reference.kind, reference.field) for reference in caution.because[0].facts]
        for caution in found
    ] == [[("client", "city")], [("client", "situation")]]


def test_text_that_no_client_will_see_may_be_in_one_language() -> None:
    internal = client(business_process=Text("内部", ""))
    assert not raised(bare_dossier(client=internal), Kind.TEXT_MISSING)


def test_a_visit_with_an_aim_but_no_fallback_is_a_lesser_matter() -> None:
    half = bare_dossier(visit=visit(best_commitment=Text.same("best")))
    (caution,) = raised(half, Kind.AIM_MISSING)
    assert caution.severity is Severity.MEDIUM
    assert [reference.field for reference in caution.because[0].facts] == ["least_commitment"]


def test_the_rich_dossier_raises_no_grave_warning() -> None:
    found = prepare(rich_dossier(), TODAY).team_side.cautions
    assert not [caution for caution in found if caution.severity is Severity.HIGH]
