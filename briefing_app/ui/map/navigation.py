"""Where an arrow key leads: along the lines of the tree, else to the next card that way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TypeVar

from briefing_app.documents.stakeholder_map.picture import Card, MapKind, MapPicture, Spot
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import LineKind

Placed = TypeVar("Placed", Card, Spot)

_ASIDE = 2.5
"""How much more a step aside counts than one straight on."""


class Way(Enum):
    """Where to, as across and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def next_card(picture: MapPicture, current: Card, way: Way) -> Card | None:
    """The card that an arrow key leads to from ``current``; ``None`` at the edge.

    On reporting lines up is the superior and down the first report; elsewhere, and where there
    is none, it is the nearest card that way.
    """
    if picture.kind is MapKind.LINES:
        along = _along_lines(picture, current.person, way)
        if along is not None:
            return along
    others = [card for card in picture.cards if card.key != current.key]
    return _nearest(others, current, way)


def card_to_go_on(cards: Sequence[Card], current: Card | None) -> Card | None:
    """Of a person's cards the ``current`` one where it is among them, else the first."""
    kept = (card for card in cards if current is not None and card.key == current.key)
    return next(kept, next(iter(cards), None))


def next_spot(picture: MapPicture, current: Card, way: Way) -> Spot | None:
    """The spot beside the one in which a card stands; ``None`` at the edge."""
    here = picture.spot(current.spot)
    beside = [spot for spot in picture.spots if spot.key != here.key]
    return _nearest(beside, here, way)


def _along_lines(picture: MapPicture, person: PersonId, way: Way) -> Card | None:
    tree = [line for line in picture.lines if line.kind is LineKind.REPORTS_TO]
    match way:
        case Way.UP:
            ends = [line.target for line in tree if line.source == person]
        case Way.DOWN:
            ends = [line.source for line in tree if line.target == person]
        case _:
            return None
    found = [card for card in picture.cards if card.person in ends]
    return min(found, key=lambda card: (card.frame.y, card.frame.x), default=None)


def _nearest(others: Iterable[Placed], here: Placed, way: Way) -> Placed | None:
    across, down = way.value
    best: tuple[float, Placed] | None = None
    for other in others:
        right = _middle(other)[0] - _middle(here)[0]
        below = _middle(other)[1] - _middle(here)[1]
        ahead = right * across + below * down
        aside = abs(right * down) + abs(below * across)
        if ahead <= 1.0:
            continue
        distance = ahead + _ASIDE * aside
        if best is None or distance < best[0]:
            best = (distance, other)
    return best[1] if best else None


def _middle(placed: Card | Spot) -> tuple[float, float]:
    frame = placed.frame
    return frame.x + frame.width / 2, frame.y + frame.height / 2


def in_reading_order(cards: Sequence[Card]) -> Sequence[Card]:
    """From the top down, from left to right."""
    return sorted(cards, key=lambda card: (card.frame.y, card.frame.x))
