"""The decision chain: roles as columns, who holds them, and gaps as empty seats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.documents.placed import Element, Frame
from briefing_app.documents.stakeholder_map.arrangement import in_order, on_the_map
from briefing_app.documents.stakeholder_map.card import CHIP_HEIGHT
from briefing_app.documents.stakeholder_map.cells import (
    GAP,
    HEAD,
    MARGIN,
    cell_height,
    cell_width,
    chips,
    empty_seat,
    ground,
    heading,
)
from briefing_app.documents.stakeholder_map.pen import Pen, one_line
from briefing_app.documents.stakeholder_map.picture import Card, MapKind, MapPicture, Spot
from briefing_app.documents.theme import Colour
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import BuyingRole
from briefing_app.planning.briefing import RoleSeat, SeatState

_STATE = 14.0
_BETWEEN = 8.0
NO_ROLE = "no-role"

_Held = tuple[RoleSeat | None, Sequence[PersonId]]


def chain_picture(pen: Pen, per_row: int = 8) -> MapPicture:
    """A column for each role of the chain, and one for those whose role nobody knows; so many
    columns stand beside each other."""
    roleless = _roleless(pen)
    held: list[_Held] = [(seat, seat.people) for seat in pen.chain]
    if roleless:
        held.append((None, roleless))
    spots: list[Spot] = []
    ground_: list[Element] = []
    cards: list[Card] = []
    top = MARGIN
    for row in (held[start : start + per_row] for start in range(0, len(held), per_row)):
        across = [_across(seat, people, len(row), per_row) for seat, people in row]
        height = max(
            cell_height(_seats(seat, people), wide)
            for (seat, people), wide in zip(row, across, strict=True)
        )
        for number, (seat, people) in enumerate(row):
            spot = _spot(pen, seat, number, top, height, across[number])
            spots.append(spot)
            ground_ += _column(pen, spot, seat)
            cards += _cards(pen, spot, seat, people, across[number])
        top += HEAD + _STATE + height + MARGIN
    return MapPicture(
        kind=MapKind.CHAIN,
        width=max(spot.frame.right for spot in spots) + pen.length(MARGIN),
        height=pen.length(top),
        ground=tuple(ground_),
        cards=tuple(cards),
        spots=tuple(spots),
    )


def _across(seat: RoleSeat | None, people: Sequence[PersonId], in_row: int, per_row: int) -> int:
    """How many people stand side by side: those without a role where the row is theirs alone."""
    return min(max(len(people), 1), per_row) if seat is None and in_row == 1 else 1


def _roleless(pen: Pen) -> tuple[PersonId, ...]:
    everyone = in_order(pen.dossier, on_the_map(pen.dossier))
    return tuple(person for person in everyone if not pen.roles(person))


def _seats(seat: RoleSeat | None, people: Sequence[PersonId]) -> int:
    """How many seats a column has: an empty one stands above placeholders."""
    return len(people) + int(_is_gap(seat))


def _is_gap(seat: RoleSeat | None) -> bool:
    return seat is not None and seat.state is SeatState.EMPTY


def _spot(
    pen: Pen, seat: RoleSeat | None, number: int, top: float, height: float, across: int
) -> Spot:
    width = cell_width(pen, 1)
    return Spot(
        key=seat.role.value if seat else NO_ROLE,
        frame=Frame(
            pen.length(MARGIN + number * (width + _BETWEEN)),
            pen.length(top + HEAD + _STATE),
            pen.length(cell_width(pen, across)),
            pen.length(height),
        ),
        role=seat.role if seat else None,
        label=_label(pen, seat.role if seat else None),
    )


def _label(pen: Pen, role: BuyingRole | None) -> str:
    return pen.wording.label(role) if role else pen.wording.phrase("No role yet")


def _column(pen: Pen, spot: Spot, seat: RoleSeat | None) -> Iterator[Element]:
    """The column's ground, what it is, how sure it is, and the empty seat."""
    yield ground(pen, spot.frame, Colour.MIST if seat else Colour.PAPER, "role")
    top, inset = spot.frame.y - pen.length(HEAD + _STATE), pen.length(2)
    width = spot.frame.width - inset
    yield heading(pen, spot.label, Frame(spot.frame.x + inset, top, width, pen.length(HEAD - 4)))
    if seat is None:
        return
    style = pen.style(8.0, colour=Colour.SLATE)
    place = Frame(spot.frame.x + inset, top + pen.length(HEAD - 4), width, pen.length(_STATE))
    yield one_line(pen.wording.label(seat.state), style, place, "State")
    if _is_gap(seat):
        yield from empty_seat(pen, pen.wording.phrase("Who is it?"), spot)


def _cards(
    pen: Pen, spot: Spot, seat: RoleSeat | None, people: Sequence[PersonId], across: int
) -> Iterator[Card]:
    if not _is_gap(seat):
        yield from chips(pen, people, spot, across)
        return
    down = pen.length(CHIP_HEIGHT + GAP)
    below = Frame(spot.frame.x, spot.frame.y + down, spot.frame.width, spot.frame.height - down)
    lower = Spot(key=spot.key, frame=below, role=spot.role, label=spot.label)
    yield from chips(pen, people, lower)
