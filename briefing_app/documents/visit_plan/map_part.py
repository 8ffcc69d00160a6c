"""The stakeholder map in the visit plan."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.flow import Item, Stack
from briefing_app.documents.stakeholder_map.arrangement import (
    WEIGHT,
    branches,
    cells,
    other_lines,
)
from briefing_app.documents.stakeholder_map.drawing import (
    Pen,
    chain_strip,
    grid_head,
    grid_row,
    tree_row,
)
from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.documents.visit_plan.blocks import bullets, text
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.map_sheets import MapSheets
from briefing_app.documents.visit_plan.plan import Part, PartName, Plan, item
from briefing_app.domain.stakeholder import Line, LineKind

_PRINTED = (MapKind.CHAIN, MapKind.GRID, MapKind.LINES)
"""The views that the plan shows, as a picture or in another form."""


def map_part(plan: Plan, sheets: MapSheets) -> Part | None:
    """Where the map's pictures are, and what no sheet has room for in a form that runs down
    pages; ``None`` while nobody is known."""
    tree = branches(plan.dossier)
    if not tree:
        return None
    pen = Pen(plan.dossier, plan.wording, plan.look)
    items: list[Item] = []
    if sheets.pictures:
        where = plan.wording.phrase("The pictures stand on the last sheets of this plan.")
        items.append(item(text(where, plan.look.body, WIDTH), 4.0))
    if not sheets.has(MapKind.CHAIN):
        items.append(_subheading(plan, plan.wording.label(MapKind.CHAIN)))
        items.append(item(chain_strip(pen, plan.team.chain), 4.0))
    if not sheets.has(MapKind.GRID):
        items += _grid_items(plan, pen)
    if not sheets.has(MapKind.LINES):
        items.append(_subheading(plan, plan.wording.label(MapKind.LINES)))
        people = Stack(tuple(Item(tree_row(pen, one)) for one in tree))
        items.append(item(people, 4.0, whole=True))
    items += _other_items(plan)
    return Part(PartName.MAP, tuple(items), _lead(plan, sheets))


def _lead(plan: Plan, sheets: MapSheets) -> str:
    """What the signs mean, where any stand here."""
    if len(sheets.pictures) == len(_PRINTED):
        return ""
    return plan.wording.phrase(
        "▲ for us, ● neutral, ▼ against us, ? unknown. A grey box comes to the visit. Bars tell "
        "the influence; a black role is a gap."
    )


def _subheading(plan: Plan, words: str) -> Item:
    return item(text(words, plan.look.subheading, WIDTH), 14.0, leads=True)


def _other_items(plan: Plan) -> Iterator[Item]:
    lines = bullets(
        (_told(plan, line) for line in other_lines(plan.dossier)), plan.look.body, WIDTH
    )
    if lines is not None:
        yield _subheading(plan, plan.wording.phrase("Other lines"))
        yield item(lines, 3.0)


def _told(plan: Plan, line: Line) -> str:
    """Who influences, stands against or also reports to whom."""
    names = {"source": plan.name_of(line.source), "target": plan.name_of(line.target)}
    match line.kind:
        case LineKind.INFLUENCES:
            told = plan.wording.phrase("{source} → {target}: influences", **names)
        case LineKind.CONFLICTS_WITH:
            told = plan.wording.phrase("{source} × {target}: in conflict", **names)
        case LineKind.REPORTS_TO:
            told = plan.wording.phrase("{source} → {target}: also reports to", **names)
    return plan.wording.sentences((told, plan.wording.text(line.note)))


def _grid_items(plan: Plan, pen: Pen) -> Iterator[Item]:
    held = cells(plan.dossier)
    phrase = plan.wording.phrase
    yield _subheading(plan, phrase("Power and support"))
    hint = phrase("In bold: comes to the visit. On grey: weighs and is not won yet; work here.")
    yield item(text(hint, plan.look.small, WIDTH), 1.0, leads=True)
    yield item(grid_head(pen), 5.0, leads=True)
    weights = [one for one in WEIGHT if any(place[0] is one for place in held)]
    for number, weight in enumerate(weights, start=1):
        yield item(grid_row(pen, number, weight, held), 0.0)
