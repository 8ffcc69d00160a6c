"""Team and stakeholders: who of us looks after whom, and how close we are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.documents.flow import Elements
from briefing_app.documents.placed import Element, Frame, Geometry, Shape
from briefing_app.documents.stakeholder_map.arrangement import in_order, on_the_map
from briefing_app.documents.stakeholder_map.card import CHIP_HEIGHT, chip, chip_width, dots
from briefing_app.documents.stakeholder_map.cells import GAP, HEAD, MARGIN, ground, heading
from briefing_app.documents.stakeholder_map.pen import Pen, one_line
from briefing_app.documents.stakeholder_map.picture import Card, MapKind, MapPicture, Spot
from briefing_app.documents.stakeholder_map.signs import DOTS
from briefing_app.documents.theme import Colour
from briefing_app.domain.ids import ColleagueId, PersonId

NOBODY = "nobody"
_COLUMN = 132.0
_MARK_INSET = 5.0
_ROW = CHIP_HEIGHT + GAP


def table_picture(pen: Pen) -> MapPicture:
    """A row for each person, a column for each of our team, and a mark where they meet."""
    people = in_order(pen.dossier, on_the_map(pen.dossier))
    owners: tuple[ColleagueId | None, ...] = (None, *(one.id for one in pen.dossier.colleagues))
    spots = tuple(_spot(pen, owner, n, len(people)) for n, owner in enumerate(owners))
    return MapPicture(
        kind=MapKind.TABLE,
        width=spots[-1].frame.right + pen.length(MARGIN),
        height=spots[-1].frame.bottom + pen.length(MARGIN),
        ground=tuple(_ground(pen, spots, len(people))),
        cards=tuple(card for n, one in enumerate(people) for card in _row(pen, one, n, spots)),
        spots=spots,
    )


def _spot(pen: Pen, owner: ColleagueId | None, number: int, rows: int) -> Spot:
    name = pen.wording.phrase("Nobody of us")
    if owner is not None:
        name = pen.wording.text(pen.dossier.colleague(owner).name)
    return Spot(
        key=owner or NOBODY,
        frame=Frame(
            pen.length(MARGIN + chip_width(pen) + GAP + number * _COLUMN),
            pen.length(MARGIN + HEAD),
            pen.length(_COLUMN),
            pen.length(max(rows, 1) * _ROW),
        ),
        colleague=owner,
        label=name,
    )


def _ground(pen: Pen, spots: Sequence[Spot], rows: int) -> Iterator[Element]:
    for spot in spots:
        is_open = spot.colleague is None
        yield ground(pen, spot.frame, Colour.LINE if is_open else Colour.PAPER, "column")
        place = Frame(
            spot.frame.x + pen.length(4),
            pen.length(MARGIN),
            spot.frame.width - pen.length(8),
            pen.length(HEAD),
        )
        yield heading(pen, spot.label, place)
    for row in range(1, rows):
        y = pen.length(MARGIN + HEAD + row * _ROW)
        yield _row_line(pen, y, spots[-1].frame.right)


def _row_line(pen: Pen, y: float, right: float) -> Shape:
    frame = Frame(pen.length(MARGIN), y, right - pen.length(MARGIN), pen.length(0.5))
    return Shape(frame=frame, geometry=Geometry.RECTANGLE, name="row line", fill=Colour.STEEL)


def _row(pen: Pen, person: PersonId, row: int, spots: Sequence[Spot]) -> Iterator[Card]:
    """The person, and the mark of how close we are in the column of who looks after them."""
    top = pen.length(MARGIN + HEAD + row * _ROW + GAP / 2)
    left = pen.length(MARGIN)
    frame = Frame(left, top, pen.length(chip_width(pen)), pen.length(CHIP_HEIGHT))
    yield Card(person=person, frame=frame, elements=chip(pen, person, left, top))
    known = pen.known(person)
    owner = known.covered_by if known else None
    spot = next((one for one in spots if one.colleague == owner), spots[0])
    inset = pen.length(_MARK_INSET)
    mark = Frame(
        spot.frame.x + inset, top + inset / 2, spot.frame.width - 2 * inset, frame.height - inset
    )
    yield Card(person=person, frame=mark, elements=_mark(pen, person, mark), spot=spot.key)


def _mark(pen: Pen, person: PersonId, frame: Frame) -> Elements:
    coverage = pen.coverage(person)
    style = pen.style(8.5)
    dots_width = pen.length(24)
    words = Frame(
        frame.x + dots_width + pen.length(4),
        frame.y,
        frame.width - dots_width - pen.length(8),
        frame.height,
    )
    box = Shape(
        frame=frame,
        geometry=Geometry.ROUNDED,
        name="closeness",
        fill=Colour.PAPER,
        border=Colour.STEEL,
        border_width=pen.length(0.75),
        corner=pen.length(3),
    )
    middle = frame.y + frame.height / 2 - pen.length(2.25)
    return (
        box,
        *dots(pen, DOTS[coverage], frame.x + pen.length(6), middle),
        one_line(pen.wording.label(coverage), style, words, "Closeness"),
    )
