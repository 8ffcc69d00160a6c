"""Power and support: who weighs how much, and stands where towards us."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing_app.documents.placed import Element, Frame
from briefing_app.documents.stakeholder_map.arrangement import cells
from briefing_app.documents.stakeholder_map.cells import (
    HEAD,
    MARGIN,
    cell_height,
    cell_width,
    chips,
    ground,
    heading,
)
from briefing_app.documents.stakeholder_map.pen import Pen
from briefing_app.documents.stakeholder_map.picture import Card, MapKind, MapPicture, Spot
from briefing_app.documents.stakeholder_map.signs import SIGNS
from briefing_app.documents.theme import Colour
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import Influence, Support

COLUMNS = (
    Support.OPPONENT,
    Support.NEUTRAL,
    Support.UNKNOWN,
    Support.SUPPORTIVE,
    Support.CHAMPION,
)
"""From against us to for us."""

ROWS = (Influence.HIGH, Influence.MEDIUM, Influence.LOW, Influence.UNKNOWN)

_NOT_WON = (Support.OPPONENT, Support.NEUTRAL, Support.UNKNOWN)
_LABEL = 104.0
_ONE_COLUMN = 4
"""More people than this in one cell stand in two columns."""

Held = Mapping[tuple[Influence, Support], tuple[PersonId, ...]]


def grid_picture(pen: Pen) -> MapPicture:
    """The grid, with everybody on the map in a cell; who weighs much and is not won stands on
    grey."""
    held = cells(pen.dossier)
    across = {column: _across(held, column) for column in COLUMNS}
    spots = tuple(_spots(pen, held, across))
    cards = tuple(_cards(pen, held, spots, across))
    return MapPicture(
        kind=MapKind.GRID,
        width=max(spot.frame.right for spot in spots) + pen.length(MARGIN),
        height=max(spot.frame.bottom for spot in spots) + pen.length(MARGIN),
        ground=tuple(_ground(pen, spots)),
        cards=cards,
        spots=spots,
    )


def _across(held: Held, column: Support) -> int:
    fullest = max(len(held.get((row, column), ())) for row in ROWS)
    return 1 if fullest <= _ONE_COLUMN else 2


def _spots(pen: Pen, held: Held, across: Mapping[Support, int]) -> Iterator[Spot]:
    y = MARGIN + HEAD
    for influence in ROWS:
        height = max(
            cell_height(len(held.get((influence, one), ())), across[one]) for one in COLUMNS
        )
        x = MARGIN + _LABEL
        for support in COLUMNS:
            width = cell_width(pen, across[support])
            label = (pen.wording.label(influence), pen.wording.label(support))
            yield Spot(
                key=f"{influence}/{support}",
                frame=Frame(pen.length(x), pen.length(y), pen.length(width), pen.length(height)),
                influence=influence,
                support=support,
                label=pen.wording.run_on(label),
            )
            x += width
        y += height


def _cards(
    pen: Pen, held: Held, spots: Sequence[Spot], across: Mapping[Support, int]
) -> Iterator[Card]:
    for spot in spots:
        if spot.influence is not None and spot.support is not None:
            people = held.get((spot.influence, spot.support), ())
            yield from chips(pen, people, spot, across[spot.support])


def _ground(pen: Pen, spots: Sequence[Spot]) -> Iterator[Element]:
    for spot in spots:
        is_work = spot.influence in ROWS[:2] and spot.support in _NOT_WON
        yield ground(pen, spot.frame, Colour.LINE if is_work else Colour.PAPER)
    head = pen.length(HEAD)
    for spot in spots[: len(COLUMNS)]:
        label = f"{SIGNS[spot.support]} {pen.wording.label(spot.support)}" if spot.support else ""
        place = Frame(spot.frame.x, spot.frame.y - head, spot.frame.width, head)
        yield heading(pen, label, place)
    for spot in spots[:: len(COLUMNS)]:
        words = pen.wording.label(spot.influence) if spot.influence else ""
        place = Frame(
            pen.length(MARGIN), spot.frame.y, pen.length(_LABEL - 6), pen.length(HEAD + 6)
        )
        yield heading(pen, words, place)
