"""The stakeholder map's pictures on sheets turned sideways, at the end of the plan.

They are the pictures that the window shows. One whose type would be too small to read is left
out, and the map's part tells the same in a form that runs down pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing_app.documents.flow import Block, Drawn, Item, Stack
from briefing_app.documents.placed import Frame, Tag
from briefing_app.documents.stakeholder_map.arrangement import on_the_map
from briefing_app.documents.stakeholder_map.chain_picture import chain_picture
from briefing_app.documents.stakeholder_map.grid_picture import grid_picture
from briefing_app.documents.stakeholder_map.legend import legend
from briefing_app.documents.stakeholder_map.lines_picture import lines_picture
from briefing_app.documents.stakeholder_map.pen import Pen
from briefing_app.documents.stakeholder_map.picture import MapKind, MapPicture
from briefing_app.documents.stakeholder_map.portrait import portraits_in
from briefing_app.documents.visit_plan.blocks import text
from briefing_app.documents.visit_plan.look import MARGIN, SHEET_HEIGHT, SHEET_WIDTH, TOP
from briefing_app.documents.visit_plan.plan import Plan

SIDEWAYS_WIDTH = SHEET_HEIGHT
"""The width of a sheet that is turned."""
SIDEWAYS_HEIGHT = SHEET_WIDTH

WIDTH = SIDEWAYS_WIDTH - 2 * MARGIN
COLUMN = Frame(MARGIN, TOP, WIDTH, SIDEWAYS_HEIGHT - 50.0 - TOP)

_WORDS = 44.0
"""The height of a picture's title and legend."""
_ROOM = (WIDTH, COLUMN.height - _WORDS)
_SMALLEST = 0.8
"""Names have 7.6 points then, roles 6; smaller ones are not read standing."""
_ROLES_IN_A_ROW = 5


@dataclass(frozen=True, slots=True)
class MapSheets:
    """The pictures that are printed, by kind, in their order."""

    pictures: tuple[MapPicture, ...]

    def has(self, kind: MapKind) -> bool:
        """True when that view is printed as a picture."""
        return any(picture.kind is kind for picture in self.pictures)

    def block(self, plan: Plan) -> Stack:
        """The pictures, each with its title and what its signs mean."""
        return Stack(tuple(_items(plan, self.pictures)))


def map_sheets(plan: Plan) -> MapSheets:
    """The views of the map that can be read on a sheet, as large as they can be; none while
    nobody is known."""
    if not on_the_map(plan.dossier):
        return MapSheets(())
    drawn = (_fitted(plan, draw) for draw in (_chain_in_room, _lines_in_room, grid_picture))
    return MapSheets(tuple(picture for picture in drawn if picture is not None))


def _fitted(plan: Plan, draw: Callable[[Pen], MapPicture]) -> MapPicture | None:
    """The picture as large as it can be; ``None`` where it could not be read then."""
    scale = _scale(draw(_pen(plan)))
    return draw(_pen(plan, scale)) if scale >= _SMALLEST else None


def _chain_in_room(pen: Pen) -> MapPicture:
    return chain_picture(pen, _ROLES_IN_A_ROW)


def _lines_in_room(pen: Pen) -> MapPicture:
    return lines_picture(pen, _ROOM)


def _scale(picture: MapPicture) -> float:
    """How much smaller the picture must be for the sheet."""
    width, height = _ROOM
    return min(1.0, width / picture.width, height / picture.height)


def _pen(plan: Plan, scale: float = 1.0) -> Pen:
    portraits = portraits_in(plan.dossier)
    return Pen(plan.dossier, plan.team.chain, plan.wording, scale, portraits)


def _items(plan: Plan, pictures: Sequence[MapPicture]) -> Iterator[Item]:
    for picture in pictures:
        words = plan.wording.label(picture.kind)
        title = text(words, plan.look.subheading, WIDTH, tag=Tag.HEADING)
        signs = text(legend(picture.kind, plan.wording), plan.look.small, WIDTH)
        yield Item(title, 14.0, leads=True)
        yield Item(signs, 1.0, leads=True)
        yield Item(_block(picture), 4.0)


def _block(picture: MapPicture) -> Block:
    return Drawn(picture.height, picture.elements)
