"""A picture of the map: what stands where, for paper, files and screen alike.

One layout is drawn three times: as PDF, as SVG, and by the window, which lets people be moved.
Lengths are in points, y runs down.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefing_app.documents.flow import Elements, moved
from briefing_app.documents.placed import Element, Frame
from briefing_app.domain.ids import ColleagueId, LineId, PersonId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.stakeholder import BuyingRole, Influence, LineKind, Support


class MapKind(Labelled):
    """The views of one map, kept in step."""

    LINES = "lines", N_("Reporting lines")
    GRID = "grid", N_("Power and support")
    CHAIN = "chain", N_("Decision chain")
    TABLE = "table", N_("Team and stakeholders")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place where a person can stand, and what standing there means.

    On the grid a spot has an influence and a support, in the chain a role (``None`` for no role
    yet), in the table a colleague (``None`` for nobody).
    """

    key: str
    frame: Frame
    influence: Influence | None = None
    support: Support | None = None
    role: BuyingRole | None = None
    colleague: ColleagueId | None = None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A person, drawn. ``spot`` is the key of the spot it stands in, ``""`` for none."""

    person: PersonId
    frame: Frame
    elements: Elements
    spot: str = ""

    @property
    def key(self) -> str:
        """What tells this card from all others of the picture."""
        return f"{self.person}@{self.spot}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """A line between two people, drawn."""

    line: LineId
    kind: LineKind
    source: PersonId
    target: PersonId
    elements: Elements


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPicture:
    """One view of the map, from (0, 0) on. What stands behind comes first."""

    kind: MapKind
    width: float
    height: float
    ground: Elements = ()
    lines: tuple[DrawnLine, ...] = ()
    cards: tuple[Card, ...] = ()
    spots: tuple[Spot, ...] = ()

    @property
    def elements(self) -> Elements:
        """All of it, what stands behind first."""
        lines = (one for line in self.lines for one in line.elements)
        cards = (one for card in self.cards for one in card.elements)
        return (*self.ground, *lines, *cards)

    def cards_of(self, person: PersonId) -> tuple[Card, ...]:
        """The person's cards; in the decision chain there can be several."""
        return tuple(card for card in self.cards if card.person == person)

    def spot(self, key: str) -> Spot:
        """The spot of that key; KeyError where there is none."""
        return {spot.key: spot for spot in self.spots}[key]

    def spot_at(self, x: float, y: float) -> Spot | None:
        """The spot that holds a point, if one does."""
        point = Frame(x, y, 0.0, 0.0)
        return next((spot for spot in self.spots if spot.frame.holds(point, 0.0)), None)


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What stands above a picture on a sheet of its own: client, project, day of drawing."""

    client: str
    project: str
    drawn_on: date


def shifted(elements: Iterable[Element], right: float, down: float) -> Elements:
    """The elements, so many points further right and down."""
    return tuple(moved(element, right, down) for element in elements)
