"""What to ask: the pack's questions that fit this meeting, and those our gaps demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing_app.domain.ids import PersonId
from briefing_app.domain.industry import DiscoveryQuestion
from briefing_app.domain.message import say
from briefing_app.domain.opportunity import NeedLevel, Stage
from briefing_app.domain.stakeholder import BuyingRole
from briefing_app.domain.text import Text
from briefing_app.planning.briefing import PlannedQuestion, RoleSeat, SeatState
from briefing_app.planning.facts import Facts
from briefing_app.planning.reasons import because, fact


@dataclass(frozen=True, slots=True)
class _Ranked:
    rank: int
    question: PlannedQuestion


_WHO: Mapping[BuyingRole, Text] = {
    BuyingRole.DECIDER: Text(
        "这件事最后由谁拍板？他最看重什么？",
        "Who has the last word, and what convinces that person?",
    ),
    BuyingRole.BUDGET_HOLDER: Text(
        "这笔费用出自谁的预算？预算何时定？",
        "Whose budget would pay for this, and when is it fixed?",
    ),
    BuyingRole.EVALUATOR: Text(
        "由谁来评估？按什么标准评估？", "Who will evaluate it, and by which criteria?"
    ),
    BuyingRole.USER: Text("将来每天使用的是哪些同事？", "Who will work with it every day?"),
    BuyingRole.SIGNATORY: Text(
        "这个金额的合同要经过哪些审批、由谁签字？",
        "Which approvals and signatures does such a contract need?",
    ),
    BuyingRole.INITIATOR: Text(
        "这件事最早是谁提出来的？当时想解决什么？",
        "Who raised this first, and what was it meant to solve?",
    ),
    BuyingRole.INFLUENCER: Text(
        "做决定之前，还会听谁的意见？", "Whose opinion is asked before the decision?"
    ),
    BuyingRole.GATEKEEPER: Text(
        "供应商由谁把关？有哪些准入要求？",
        "Who screens vendors, and what must a vendor bring along?",
    ),
}
"""For each role; those beyond the chain can be held by a placeholder."""
_WHO_RANK: Mapping[BuyingRole, int] = {
    BuyingRole.DECIDER: 60,
    BuyingRole.BUDGET_HOLDER: 45,
    BuyingRole.EVALUATOR: 38,
    BuyingRole.USER: 36,
    BuyingRole.SIGNATORY: 34,
    BuyingRole.GATEKEEPER: 33,
    BuyingRole.INFLUENCER: 31,
    BuyingRole.INITIATOR: 30,
}
_NEED_RANK: Mapping[NeedLevel, int] = {NeedLevel.L1: 55, NeedLevel.L2: 42}

_AT_STAGE: Mapping[Stage, tuple[Text, Text]] = {
    Stage.FIRST_CONTACT: (
        Text(
            "今年必须改善的是哪项结果？由谁负责？",
            "Which result must get better this year, and who answers for it?",
        ),
        Text("找到真实需求和推动它的人。", "Finds the real need and who is driven by it."),
    ),
    Stage.NEEDS: (
        Text(
            "这个项目是否一定会做？最晚什么时候要用上？",
            "Does the project go ahead in any case, and by when must it run?",
        ),
        Text("弄清项目阶段和紧迫程度。", "Tells where the project stands and how urgent it is."),
    ),
    Stage.SOLUTION: (
        Text(
            "您会先试哪一项？试到什么结果才算通过？",
            "What would you try first, and what must the trial prove?",
        ),
        Text("把兴趣变成可验收的试用。", "Turns interest into a trial that can be passed."),
    ),
    Stage.NEGOTIATION: (
        Text(
            "签约之前，贵方内部还差哪几步？",
            "What still has to happen on your side before you can sign?",
        ),
        Text("找出真正卡住的环节。", "Finds the step that really holds it up."),
    ),
    Stage.DELIVERY_REVIEW: (
        Text("使用中哪个问题最影响你们？", "Which problem in daily use costs you most?"),
        Text("把问题带回去改进产品和培训。", "Feeds the product and the next training."),
    ),
}
_AFTER_TODAY = (
    Text(
        "今天之后，贵方由谁来跟进、何时有下一步？",
        "After today, who on your side takes it on, and by when?",
    ),
    Text("让每次拜访都有下一步。", "No visit ends without a next step."),
)
_SUCCESS = (
    Text(
        "半年后怎样才算成功？用什么衡量？",
        "In half a year, what would make you call it a success, and measured how?",
    ),
    Text("得到双方认可的衡量标准。", "Gives a measure that both sides accept."),
)


def planned_questions(facts: Facts, chain: tuple[RoleSeat, ...]) -> tuple[PlannedQuestion, ...]:
    """The questions for this visit, the most important first; the first few must be asked."""
    ranked = [*_from_pack(facts), *_from_needs(facts), *_from_chain(facts, chain), *_usual(facts)]
    ranked.sort(key=lambda row: -row.rank)
    best = ranked[: facts.settings.questions]
    return tuple(
        replace(row.question, must_ask=position < facts.settings.must_ask)
        for position, row in enumerate(best)
    )


def _from_pack(facts: Facts) -> Iterator[_Ranked]:
    for question in facts.dossier.industry.questions:
        if question.question and _fits(facts, question):
            yield _ranked_pack_question(facts, question)


def _fits(facts: Facts, question: DiscoveryQuestion) -> bool:
    at_stage = not question.stages or facts.stage in question.stages
    present = {role for contact in facts.attending for role in contact.roles}
    to_somebody = not question.roles or not present or not present.isdisjoint(question.roles)
    return at_stage and to_somebody


def _ranked_pack_question(facts: Facts, question: DiscoveryQuestion) -> _Ranked:
    touched = [need for need in facts.needs if not set(need.topics).isdisjoint(question.topics)]
    unsure = [need for need in touched if not need.evidence.is_confirmed]
    ask = _holders(facts, question.roles)
    rank = 10 + 10 * bool(question.stages) + 10 * bool(ask)
    rank += min(30, 3 * sum(facts.settings.weight_of(need.level) for need in unsure))
    rank += 5 * bool(touched)
    if unsure:
        message = say("Belongs to a need that nobody confirmed: {need}", need=unsure[0].statement)
    elif touched:
        message = say("Belongs to a need on the list: {need}", need=touched[0].statement)
    else:
        message = say(
            "Always worth asking in {industry} at this stage.", industry=facts.dossier.industry.name
        )
    pack = fact(facts.dossier.industry, "questions")
    reason = because(message, pack, *(fact(need, "evidence") for need in (unsure or touched)[:3]))
    planned = PlannedQuestion(
        question=question.question,
        purpose=question.purpose,
        ask=ask,
        must_ask=False,
        because=(reason,),
    )
    return _Ranked(rank, planned)


def _holders(facts: Facts, roles: tuple[BuyingRole, ...]) -> tuple[PersonId, ...]:
    return tuple(c.person.id for c in facts.attending if not set(c.roles).isdisjoint(roles))


def _from_needs(facts: Facts) -> Iterator[_Ranked]:
    """One question on the hardest need that is still a guess."""
    need = next((n for n in facts.needs if n.statement and not n.evidence.is_confirmed), None)
    if need is None or need.level not in _NEED_RANK:
        return
    reason = because(
        say("A need of level {level} that nobody confirmed.", level=need.level.value),
        fact(need, "evidence"),
    )
    yield _Ranked(
        _NEED_RANK[need.level],
        PlannedQuestion(
            question=_about(need.statement),
            purpose=Text(
                "确认这是真实需求，并知道它值多少。", "Confirms the real need and what it is worth."
            ),
            ask=tuple(i for i in (need.raised_by,) if i in facts.attending_ids and i is not None),
            must_ask=False,
            because=(reason,),
        ),
    )


def _about(statement: Text) -> Text:
    zh, en = statement.zh or statement.en, statement.en or statement.zh
    return Text(
        f"您提到“{zh}”：最近一次因此受影响是什么时候？损失有多大？",
        f"You mentioned “{en}”: when did it last hurt, and what did it cost?",
    )


def _from_chain(facts: Facts, chain: tuple[RoleSeat, ...]) -> Iterator[_Ranked]:
    for seat in chain:
        if seat.state is SeatState.EMPTY:
            reason = because(
                say("Nobody is known as {role}.", role=seat.role),
                fact(facts.dossier.opportunity),
            )
            planned = PlannedQuestion(
                question=_WHO[seat.role],
                purpose=Text("补全决策链。", "Closes a gap in the decision chain."),
                ask=(),
                must_ask=False,
                because=(reason,),
            )
            yield _Ranked(_WHO_RANK[seat.role], planned)


def _usual(facts: Facts) -> Iterator[_Ranked]:
    stage = fact(facts.dossier.visit, "stage")
    for rank, (question, purpose) in (
        (40, _AT_STAGE[facts.stage]),
        (32, _AFTER_TODAY),
        (20, _SUCCESS),
    ):
        reason = because(
            say("Belongs to every meeting at this stage: {stage}.", stage=facts.stage), stage
        )
        planned = PlannedQuestion(
            question=question, purpose=purpose, ask=(), must_ask=False, because=(reason,)
        )
        yield _Ranked(rank, planned)
