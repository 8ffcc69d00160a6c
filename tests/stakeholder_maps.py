"""Projects with many people, for tests of the stakeholder map; the same each time."""

from __future__ import annotations

import random

from briefing_app.domain.client import Department
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import ColleagueId
from briefing_app.domain.records import Record
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Coverage,
    Influence,
    Line,
    LineKind,
    Support,
)
from briefing_app.domain.text import Text
from tests import builders

_NAMES = (
    Text("陈莉", "Chen Li"),
    Text("欧阳修远", "Ouyang Xiuyuan"),
    Text("吴强", "Wu Qiang"),
    Text("亚历山德拉·康斯坦丁诺普卢", "Alexandra Konstantinopoulou-Fitzgerald"),
    Text("林岚", "Lin Lan"),
)
_TITLES = (
    Text("总经理", "Chief executive"),
    Text("技术负责人", "Head of technology"),
    Text(
        "华东大区智能网联与数据平台事业部副总经理",
        "Vice president, connected vehicles and data platform",
    ),
    Text("采购主管", "Buyer"),
)


def crowd(count: int, seed: int = 3) -> Dossier:
    """So many people of all kinds, most below a superior, with influence and conflict."""
    dice = random.Random(seed)
    ids = [f"p{number:02d}" for number in range(count)]
    rich = builders.rich_dossier()
    return builders.bare_dossier(
        people=tuple(
            builders.person(
                one,
                name=dice.choice(_NAMES),
                title=dice.choice(_TITLES),
                department=dice.choice(list(Department)),
            )
            for one in ids
        ),
        stakeholders=tuple(
            builders.stakeholder(
                one,
                roles=tuple(dice.sample(list(BuyingRole), dice.choice([0, 1, 1, 2, 4]))),
                influence=dice.choice(list(Influence)),
                support=dice.choice(list(Support)),
                coverage=dice.choice(list(Coverage)),
                covered_by=dice.choice([None, ColleagueId("zhou"), ColleagueId("xu")]),
            )
            for one in ids
        ),
        lines=(*_superiors(ids, dice), *_others(ids, dice)),
        colleagues=rich.colleagues,
        visit=builders.visit(attendees=tuple(ids[:3])),
    )


def records_of(dossier: Dossier) -> tuple[Record, ...]:
    """All records of a project's map, to be stored."""
    return (
        dossier.industry,
        dossier.company,
        *dossier.colleagues,
        *dossier.products,
        dossier.client,
        *dossier.people,
        dossier.opportunity,
        *dossier.stakeholders,
        *dossier.lines,
        *dossier.needs,
        dossier.visit,
        *dossier.follow_ups,
    )


def _superiors(ids: list[str], dice: random.Random) -> list[Line]:
    lines = []
    for number, one in enumerate(ids):
        superior = 0 if number < 6 else dice.randrange(min(number, 14))
        if number and dice.random() > 0.06:
            lines.append(builders.line(one, ids[superior]))
    return lines


def _others(ids: list[str], dice: random.Random) -> list[Line]:
    kinds = (LineKind.INFLUENCES, LineKind.CONFLICTS_WITH)
    pairs = [dice.sample(ids, 2) for _ in range(len(ids) // 6)]
    return [builders.line(*pair, dice.choice(kinds)) for pair in pairs]
