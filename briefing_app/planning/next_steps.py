"""Next steps that a client may see: what was agreed, else what usually follows at the stage.

The usual steps are the product's own wording in both languages; nothing of the team's aims
or notes goes into them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from briefing_app.domain.ids import FollowUpId
from briefing_app.domain.opportunity import Stage
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp
from briefing_app.planning.client_side import SharedFollowUp, share
from briefing_app.planning.days import working_days_after
from briefing_app.planning.facts import Facts


class _Owner(Enum):
    US = auto()
    CLIENT = auto()


@dataclass(frozen=True, slots=True)
class _UsualStep:
    owner: _Owner
    working_days: int
    what: Text


_MINUTES = Text("发送会议纪要，请各方确认", "Send the minutes for everybody to confirm")

_USUAL_STEPS: Mapping[Stage, tuple[_UsualStep, ...]] = {
    Stage.FIRST_CONTACT: (
        _UsualStep(_Owner.US, 2, _MINUTES),
        _UsualStep(
            _Owner.CLIENT,
            5,
            Text("确定参加需求研讨的人员", "Name who takes part in the session on needs"),
        ),
        _UsualStep(
            _Owner.US,
            10,
            Text("一起召开需求研讨会", "Hold the session on needs together"),
        ),
    ),
    Stage.NEEDS: (
        _UsualStep(
            _Owner.US,
            2,
            Text("发送会议纪要和需求清单", "Send the minutes with the list of needs"),
        ),
        _UsualStep(
            _Owner.CLIENT,
            5,
            Text("确认需求清单和优先级", "Confirm the needs and which come first"),
        ),
        _UsualStep(
            _Owner.US,
            10,
            Text("逐项对应需求，介绍方案", "Present a solution, need by need"),
        ),
    ),
    Stage.SOLUTION: (
        _UsualStep(
            _Owner.US,
            2,
            Text("发送会议纪要，答复未决问题", "Send the minutes and answer the open questions"),
        ),
        _UsualStep(
            _Owner.CLIENT,
            5,
            Text("汇总各部门对方案的意见", "Collect the departments' comments on the solution"),
        ),
        _UsualStep(
            _Owner.US,
            10,
            Text("共同确定试用计划和验收标准", "Agree a trial and what it must prove"),
        ),
    ),
    Stage.NEGOTIATION: (
        _UsualStep(
            _Owner.US,
            2,
            Text("发送会议纪要和更新后的条款", "Send the minutes with the updated terms"),
        ),
        _UsualStep(
            _Owner.CLIENT,
            5,
            Text("反馈采购和法务的意见", "Return the comments of purchasing and legal"),
        ),
        _UsualStep(
            _Owner.US,
            10,
            Text("提交带日期的上线计划", "Hand over the rollout plan with its dates"),
        ),
    ),
    Stage.DELIVERY_REVIEW: (
        _UsualStep(
            _Owner.US,
            2,
            Text("发送会议纪要和使用成效", "Send the minutes with the results so far"),
        ),
        _UsualStep(
            _Owner.CLIENT,
            5,
            Text("汇总使用中遇到的问题", "List the problems met in daily use"),
        ),
        _UsualStep(
            _Owner.US,
            10,
            Text("提交改进和培训计划", "Hand over the plan for improvements and training"),
        ),
    ),
}


def agreed_with_client(facts: Facts) -> tuple[FollowUp, ...]:
    """What was promised to or by the client, done or not, the earliest first."""
    steps = [f for f in facts.dossier.follow_ups if f.is_for_client and f.what]
    return tuple(sorted(steps, key=lambda step: step.due or date.max))


def open_for_client(facts: Facts) -> tuple[FollowUp, ...]:
    """What was promised to or by the client and is not done, the earliest first."""
    return tuple(step for step in agreed_with_client(facts) if not step.done_on)


def next_steps(facts: Facts) -> tuple[SharedFollowUp, ...]:
    """The last slide's rows: what, who, by when. Never empty."""
    steps = open_for_client(facts)[: facts.settings.shown_next_steps] or _usual_steps(facts)
    return tuple(share(step, SharedFollowUp) for step in steps)


def _usual_steps(facts: Facts) -> tuple[FollowUp, ...]:
    """Proposed steps as records of their own, so that they pass the same gate as all others."""
    owners = {_Owner.US: _our_lead(facts), _Owner.CLIENT: _their_lead(facts)}
    return tuple(
        FollowUp(
            id=FollowUpId(f"usual-step-{number}"),
            visit=facts.dossier.visit.id,
            what=step.what,
            owner=owners[step.owner],
            due=working_days_after(facts.visit_day, step.working_days),
            is_for_client=True,
        )
        for number, step in enumerate(_USUAL_STEPS[facts.stage], start=1)
    )


def _our_lead(facts: Facts) -> Text:
    team = facts.dossier.team
    return (team[0].name if team else Text()) or facts.dossier.company.display_name


def _their_lead(facts: Facts) -> Text:
    """The first attendee of the visit whose name we know; else the client as such."""
    named = (contact.person for contact in facts.attending if not contact.person.is_placeholder)
    names = (person.name for person in named)
    return next(names, Text()) or facts.dossier.client.display_name
