"""The meeting itself: agenda, opening, briefs, questions, objections."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.audience import Audience
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.industry import DiscoveryQuestion
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import Objection
from briefing_app.domain.opportunity import NeedLevel, Stage
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Concern,
    ConcernTopic,
    Influence,
    LineKind,
    Support,
)
from briefing_app.domain.text import Language, Text
from briefing_app.errors import UserError
from briefing_app.planning.agenda import agenda
from briefing_app.planning.briefing import AttendeeBrief, TeamSide
from briefing_app.planning.prepare import prepare
from briefing_app.planning.settings import PlanningSettings
from briefing_app.wording import wording_in
from tests.builders import (
    CONFIRMED,
    TODAY,
    bare_dossier,
    competitor,
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

stages = st.sampled_from(Stage)
audiences = st.sampled_from(Audience)


def team(dossier: Dossier, settings: PlanningSettings | None = None) -> TeamSide:
    return prepare(dossier, TODAY, settings or PlanningSettings()).team_side


def english(message: Message | None) -> str:
    return wording_in(Language.EN).message(message) if message else ""


def meeting(*known: Any, **overrides: Any) -> Dossier:
    """A dossier whose stakeholders all attend."""
    people = tuple(person(s.person) for s in known)
    attendees = tuple(PersonId(s.person) for s in known)
    defaults = {"people": people, "stakeholders": known, "visit": visit(attendees=attendees)}
    return bare_dossier(**(defaults | overrides))


def brief_of(*known: Any, **overrides: Any) -> AttendeeBrief:
    return team(meeting(*known, **overrides)).attendees[0]


@given(stage=stages, audience=audiences, minutes=st.integers(15, 480))
def test_the_agenda_fills_the_visit_to_the_minute(
    stage: Stage, audience: Audience, minutes: int
) -> None:
    items = agenda(stage, audience, minutes)
    ends = [item.starts_after + item.minutes for item in items]
    assert [item.starts_after for item in items] == [0, *ends[:-1]]
    assert ends[-1] == minutes
    assert all(item.minutes >= 5 for item in items)


@given(stage=stages, audience=audiences, minutes=st.integers(1, 14))
def test_a_hasty_agenda_keeps_what_the_visit_is_for(
    stage: Stage, audience: Audience, minutes: int
) -> None:
    items = agenda(stage, audience, minutes)
    assert sum(item.minutes for item in items) == minutes
    assert len(items) == max(1, minutes // 5)


def test_a_visit_without_time_is_refused() -> None:
    with pytest.raises(UserError, match="at least 15"):
        agenda(Stage.NEEDS, Audience.MIXED, 0)


def test_a_quarter_of_an_hour_is_opening_core_and_next_steps() -> None:
    titles = [item.title.msgid for item in agenda(Stage.NEEDS, Audience.USERS, 15)]
    assert titles == ["Opening", "The needs, one by one", "Next steps"]


def test_round_times_give_round_parts() -> None:
    assert all(i.minutes % 5 == 0 for i in agenda(Stage.SOLUTION, Audience.MIXED, 60))


@pytest.mark.parametrize(("minutes", "pause"), [(149, None), (150, "Break"), (300, "Lunch")])
def test_long_visits_have_a_pause(minutes: int, pause: str | None) -> None:
    titles = [item.title.msgid for item in agenda(Stage.NEEDS, Audience.MIXED, minutes)]
    assert [title for title in titles if title in ("Break", "Lunch")] == ([pause] if pause else [])


def test_each_stage_and_each_audience_has_its_own_agenda() -> None:
    plans = {
        tuple(item.title.msgid for item in agenda(stage, audience, 90))
        for stage in Stage
        for audience in Audience
    }
    assert len(plans) == len(Stage) * len(Audience)


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (BuyingRole.DECIDER, "what Galaxy gains, straight away"),
        (BuyingRole.USER, "Today is about your own work"),
        (BuyingRole.EVALUATOR, "fits your systems"),
        (BuyingRole.BUDGET_HOLDER, "costs and saves"),
    ],
)
def test_the_first_sentence_speaks_to_who_is_there(role: BuyingRole, said: str) -> None:
    dossier = rich_dossier(
        people=(person(),),
        stakeholders=(stakeholder(roles=(role,)),),
        lines=(),
        visit=visit(attendees=(PersonId("wang"),)),
    )
    assert said in english(team(dossier).opening)


def test_without_a_product_the_first_sentence_is_a_question() -> None:
    assert english(team(bare_dossier()).opening).endswith("?")


def test_assumed_concerns_are_said_to_be_assumed() -> None:
    brief = brief_of(stakeholder(roles=(BuyingRole.DECIDER,)))
    assert brief.concerns_are_assumed
    assert brief.concerns[0] == (ConcernTopic.MUTUAL_GAIN, Text())
    assert any("assumed from the role" in b.message.msgid for b in brief.because)


def test_recorded_concerns_keep_their_words() -> None:
    detail = Text("怕停机", "Fears downtime")
    brief = brief_of(
        stakeholder(concerns=(Concern(topic=ConcernTopic.RELIABILITY, detail=detail),))
    )
    assert brief.concerns == ((ConcernTopic.RELIABILITY, detail),)
    assert not brief.concerns_are_assumed


@pytest.mark.parametrize("topic", ConcernTopic)
@pytest.mark.parametrize("make", [bare_dossier, rich_dossier], ids=["bare", "rich"])
def test_there_is_something_to_say_on_every_concern(topic: ConcernTopic, make: Any) -> None:
    dossier = make(
        people=(person(),),
        stakeholders=(stakeholder(concerns=(Concern(topic=topic),)),),
        lines=(),
        visit=visit(attendees=(PersonId("wang"),)),
    )
    (brief,) = team(dossier).attendees
    assert all(english(line_) for line_ in brief.say)
    assert len(brief.say) >= 1


def test_prices_are_not_talked_about_before_they_are_released() -> None:
    concern = stakeholder(concerns=(Concern(topic=ConcernTopic.COST),))
    frame = Text("按门店数", "By number of shops")
    closed = brief_of(concern, opportunity=opportunity(commercial_frame=frame))
    released = opportunity(commercial_frame=frame, pricing_is_shareable=True)
    assert not any(frame.en in english(line_) for line_ in closed.say)
    assert any(frame.en in english(line_) for line_ in brief_of(concern, opportunity=released).say)


def test_an_example_figure_is_said_to_be_one() -> None:
    dossier = rich_dossier()
    lin = next(brief for brief in team(dossier).attendees if brief.person_id == "lin")
    assert any("Say that it is an example" in english(line_) for line_ in lin.say)


def test_talk_tracks_go_to_those_whose_work_a_product_improves() -> None:
    told = {
        brief.person_id: any("Talk track" in line_.msgid for line_ in brief.say)
        for brief in team(rich_dossier()).attendees
    }
    assert told == {"chen": False, "lin": True, "he": True, "wu": False}


@pytest.mark.parametrize(
    ("known", "word"),
    [
        ({"roles": (BuyingRole.DECIDER,)}, "No tour of features"),
        ({"roles": (BuyingRole.USER,)}, "No talk of prices"),
        ({"support": Support.OPPONENT}, "Do not argue"),
        ({}, "First meeting"),
    ],
)
def test_what_to_avoid_follows_role_and_support(known: dict[str, Any], word: str) -> None:
    assert any(word in english(line_) for line_ in brief_of(stakeholder(**known)).avoid)


def test_people_in_conflict_are_not_made_to_take_sides() -> None:
    brief = brief_of(
        stakeholder("wang"),
        stakeholder("li"),
        lines=(line("li", "wang", LineKind.CONFLICTS_WITH), line("wang", "li")),
    )
    assert any("Wang and Li take sides" in english(line_) for line_ in brief.avoid)


@pytest.mark.parametrize(
    ("known", "gap"),
    [
        ({}, "which role"),
        ({"roles": (BuyingRole.USER,)}, "only assume"),
        (
            {"roles": (BuyingRole.USER,), "concerns": (Concern(topic=ConcernTopic.COST),)},
            "stands",
        ),
        (
            {
                "roles": (BuyingRole.USER,),
                "concerns": (Concern(topic=ConcernTopic.COST),),
                "support": Support.NEUTRAL,
                "influence": Influence.LOW,
            },
            "",
        ),
    ],
)
def test_the_gap_is_the_first_thing_that_we_do_not_know(known: dict[str, Any], gap: str) -> None:
    found = english(brief_of(stakeholder(**known)).gap)
    assert (gap in found) if gap else not found


def test_somebody_who_is_not_on_the_map_is_a_gap() -> None:
    dossier = bare_dossier(people=(person(),), visit=visit(attendees=(PersonId("wang"),)))
    assert "not on the map" in english(team(dossier).attendees[0].gap)


def question(words: str, **overrides: Any) -> DiscoveryQuestion:
    return DiscoveryQuestion(question=Text.same(words), purpose=Text.same("why"), **overrides)


def asked(dossier: Dossier) -> list[str]:
    return [planned.question.en for planned in team(dossier).questions]


def test_questions_for_other_roles_and_stages_are_left_out() -> None:
    pack = industry(
        questions=(
            question("for users", roles=(BuyingRole.USER,)),
            question("for deciders", roles=(BuyingRole.DECIDER,)),
            question("at the start", stages=(Stage.FIRST_CONTACT,)),
            question("any time"),
        )
    )
    found = asked(meeting(stakeholder(roles=(BuyingRole.USER,)), industry=pack))
    assert {"for users", "any time"} <= set(found)
    assert not {"for deciders", "at the start"} & set(found)


def test_a_question_on_an_open_need_comes_before_one_on_a_settled_need() -> None:
    pack = industry(questions=(question("settled", topics=("x",)), question("open", topics=("y",))))
    needs = (
        need("a", topics=("x",), evidence=CONFIRMED),
        need("b", topics=("y",), level=NeedLevel.L1),
    )
    found = asked(bare_dossier(industry=pack, needs=needs))
    assert found.index("open") < found.index("settled")


def test_a_question_names_the_attendees_who_can_answer_it() -> None:
    pack = industry(questions=(question("q", roles=(BuyingRole.USER,)),))
    dossier = meeting(
        stakeholder("wang", roles=(BuyingRole.USER,)),
        stakeholder("li", roles=(BuyingRole.EVALUATOR,)),
        industry=pack,
    )
    planned = next(q for q in team(dossier).questions if q.question.en == "q")
    assert planned.ask == ("wang",)


@pytest.mark.parametrize("stage", Stage)
def test_three_questions_must_be_asked_even_when_nothing_is_known(stage: Stage) -> None:
    found = team(bare_dossier(visit=visit(stage=stage))).questions
    assert [planned.must_ask for planned in found[:4]] == [True, True, True, False]
    assert all(planned.question.zh and planned.question.en for planned in found)
    assert all(planned.because for planned in found)


def test_a_missing_decider_is_asked_for_first() -> None:
    assert asked(bare_dossier())[0].startswith("Who has the last word")


def says(dossier: Dossier) -> list[str]:
    return [objection.says.en for objection in team(dossier).objections]


def objection(topic: ConcernTopic, words: str) -> Objection:
    return Objection(topic=topic, says=Text.same(words), answer=Text.same(f"answer to {words}"))


def test_the_objection_of_somebody_present_comes_first() -> None:
    pack = industry(
        objections=(objection(ConcernTopic.VENDOR, "a"), objection(ConcernTopic.SECURITY, "b"))
    )
    worried = stakeholder(concerns=(Concern(topic=ConcernTopic.SECURITY),))
    found = team(meeting(worried, industry=pack)).objections
    assert [row.says.en for row in found] == ["b", "a"]
    assert [row.likely_from for row in found] == [("wang",), ()]


def test_an_opponents_concern_weighs_double() -> None:
    pack = industry(
        objections=(objection(ConcernTopic.VENDOR, "a"), objection(ConcernTopic.RISK, "b"))
    )
    dossier = meeting(
        stakeholder("wang", concerns=(Concern(topic=ConcernTopic.VENDOR),)),
        stakeholder("li", support=Support.OPPONENT, concerns=(Concern(topic=ConcernTopic.RISK),)),
        industry=pack,
    )
    assert says(dossier) == ["b", "a"]


def test_what_was_really_said_is_expected_with_the_answer_on_the_subject() -> None:
    detail = Text.same("we tried this before")
    worried = stakeholder(concerns=(Concern(topic=ConcernTopic.RISK, detail=detail),))
    pack = industry(objections=(objection(ConcernTopic.RISK, "too risky"),))
    first = team(meeting(worried, industry=pack)).objections[0]
    assert (first.says, first.answer.en) == (detail, "answer to too risky")


def test_a_competitors_strength_is_met_with_our_answer() -> None:
    rival = competitor(
        strength=Text("便宜", "cheap"), our_answer=Text(en="cheaper over three years")
    )
    (found,) = team(bare_dossier(competitors=(rival,))).objections
    assert (found.says.en, found.answer.en) == ("Rival: cheap", "cheaper over three years")


def test_objections_without_an_answer_or_of_products_not_proposed_are_left_out() -> None:
    silent = Objection(topic=ConcernTopic.COST, says=Text.same("dear"), answer=Text())
    unrelated = product(objections=(objection(ConcernTopic.COST, "unrelated"),))
    assert says(bare_dossier(industry=industry(objections=(silent,)), products=(unrelated,))) == []


def test_the_same_objection_is_listed_once() -> None:
    twice = objection(ConcernTopic.COST, "too dear")
    assert says(bare_dossier(industry=industry(objections=(twice, twice)))) == ["too dear"]


@pytest.mark.parametrize("role", list(BuyingRole))
def test_whoever_is_still_without_a_name_is_asked_for(role: BuyingRole) -> None:
    unnamed = person("nobody", name=Text("？", "? Somebody"))
    dossier = bare_dossier(people=(unnamed,), stakeholders=(stakeholder("nobody", roles=(role,)),))
    assert any(
        say("Nobody is known as {role}.", role=role) == reason.message
        for planned in team(dossier).questions
        for reason in planned.because
    )


def test_numbers_of_questions_and_objections_are_settings() -> None:
    settings = PlanningSettings(questions=2, must_ask=1, objections=1)
    found = team(rich_dossier(), settings)
    assert (len(found.questions), len(found.objections)) == (2, 1)
    assert sum(planned.must_ask for planned in found.questions) == 1


def test_a_review_of_delivery_looks_back_in_its_first_sentence() -> None:
    reviewed = replace(rich_dossier().visit, stage=Stage.DELIVERY_REVIEW)
    assert "brought you so far" in english(team(rich_dossier(visit=reviewed)).opening)
