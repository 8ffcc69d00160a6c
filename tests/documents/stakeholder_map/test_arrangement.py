from __future__ import annotations

from briefing_app.documents.stakeholder_map.arrangement import branches, cells, other_lines
from briefing_app.domain.client import Department
from briefing_app.domain.stakeholder import Influence, LineKind, Support
from tests import builders


def _tree(**overrides):
    return [(one.person, one.goes_on) for one in branches(builders.rich_dossier(**overrides))]


def test_everybody_stands_once_below_the_superior() -> None:
    tree = _tree()
    assert tree[0] == ("chen", ())
    assert ("he", (True, False)) in tree  # the line of lin's sibling runs on beside he
    assert sorted(person for person, _ in tree) == ["chen", "he", "lin", "tang", "wu"]


def test_a_second_superior_and_other_lines_are_told_beside_the_tree() -> None:
    lines = (
        builders.line("he", "lin"),
        builders.line("he", "wu"),
        builders.line("wu", "lin", LineKind.CONFLICTS_WITH),
    )
    dossier = builders.rich_dossier(lines=lines)
    assert [line.kind for line in other_lines(dossier)] == [
        LineKind.REPORTS_TO,
        LineKind.CONFLICTS_WITH,
    ]


def test_lines_in_a_circle_still_give_everybody_a_place() -> None:
    lines = (builders.line("he", "lin"), builders.line("lin", "he"))
    assert sorted(person for person, _ in _tree(lines=lines)) == [
        "chen",
        "he",
        "lin",
        "tang",
        "wu",
    ]


def test_who_has_no_superior_stands_by_department_then_by_weight() -> None:
    people = (
        builders.person("a", department=Department.FINANCE),
        builders.person("b", department=Department.OPERATIONS),
        builders.person("c", department=Department.OPERATIONS),
    )
    stakeholders = (
        builders.stakeholder("a", influence=Influence.HIGH),
        builders.stakeholder("b", influence=Influence.LOW),
        builders.stakeholder("c", influence=Influence.HIGH),
    )
    tree = _tree(
        people=people,
        stakeholders=stakeholders,
        lines=(),
        visit=builders.visit(),
        visits=(),
        records=(),
    )
    assert [person for person, _ in tree] == ["c", "b", "a"]


def test_the_grid_holds_everybody_once_by_weight_and_support() -> None:
    dossier = builders.rich_dossier()
    held = cells(dossier)
    assert sum(map(len, held.values())) == 5
    wu = dossier.stakeholder("wu")
    assert wu is not None
    assert "wu" in held[wu.influence, wu.support]


def test_somebody_who_comes_and_is_not_on_the_map_has_a_place_too() -> None:
    dossier = builders.rich_dossier(stakeholders=(), lines=())
    assert cells(dossier)[Influence.UNKNOWN, Support.UNKNOWN] == ("chen", "lin", "wu", "he") or all(
        person in cells(dossier)[Influence.UNKNOWN, Support.UNKNOWN]
        for person in dossier.visit.attendees
    )
