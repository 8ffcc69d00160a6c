"""A person on the map: a card with all signs, and a smaller chip for cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing_app.documents.flow import Elements
from briefing_app.documents.placed import Element, Frame, Geometry, Image, Shape, TextBox
from briefing_app.documents.stakeholder_map.pen import Pen, one_line, room_for
from briefing_app.documents.stakeholder_map.signs import BARS, COLOURS, DOTS, SIGNS
from briefing_app.documents.text_fit import Align
from briefing_app.documents.theme import Colour
from briefing_app.domain.ids import PersonId
from briefing_app.domain.initials import initials
from briefing_app.domain.labels import N_
from briefing_app.domain.stakeholder import BuyingRole

CARD_WIDTH, CARD_HEIGHT = 156.0, 58.0
CHIP_HEIGHT = 34.0
_CHIP_WIDTH, _CHIP_WITH_FACE = 126.0, 146.0

SHORT_ROLES: Mapping[BuyingRole, str] = {
    BuyingRole.USER: N_("Use"),
    BuyingRole.EVALUATOR: N_("Eval."),
    BuyingRole.BUDGET_HOLDER: N_("Budget"),
    BuyingRole.DECIDER: N_("Decide"),
    BuyingRole.SIGNATORY: N_("Sign"),
    BuyingRole.INITIATOR: N_("Init."),
    BuyingRole.INFLUENCER: N_("Infl."),
    BuyingRole.GATEKEEPER: N_("Gate"),
}
"""A role in a few letters, for a badge; the full name stands in lists and in tool tips."""

_CORNER = 3.0
_EDGE = 3.0
_DISC = 24.0
_CHIP_DISC = 22.0
_INSIDE = 8.0
_BADGE_HEIGHT, _BADGE_GAP, _BADGE_PADDING = 12.0, 3.0, 3.5
_MARK, _MARK_GAP = 4.5, 2.0
_MARKS_WIDTH = 3 * _MARK + 2 * _MARK_GAP


def card(pen: Pen, person: PersonId, x: float, y: float) -> Elements:
    """Initials, sign and name, title, roles; weight at the top right, closeness below it."""
    frame = Frame(x, y, pen.length(CARD_WIDTH), pen.length(CARD_HEIGHT))
    left = _INSIDE + _DISC + 7
    name_width = CARD_WIDTH - left - _MARKS_WIDTH - 2 * _INSIDE
    return (
        *_ground(pen, person, frame),
        *_face(pen, person, _at(pen, frame, _INSIDE, 7, _DISC, _DISC), 8.5),
        _name(pen, person, _at(pen, frame, left, 5, name_width, 14), 10.0),
        _title(pen, person, _at(pen, frame, left, 19, CARD_WIDTH - left - _INSIDE, 13)),
        *_bars(pen, person, _at(pen, frame, CARD_WIDTH - _INSIDE - _MARKS_WIDTH, 7, 0, 9)),
        *_badges(pen, person, frame),
        *_dots(pen, person, _at(pen, frame, CARD_WIDTH - _INSIDE - _MARKS_WIDTH, 44, 0, 0)),
    )


def chip_width(pen: Pen) -> float:
    """How wide a chip is, in the design."""
    return _CHIP_WITH_FACE if pen.shows_faces else _CHIP_WIDTH


def chip(pen: Pen, person: PersonId, x: float, y: float) -> Elements:
    """Sign and name, title below, weight at the right; a face at the left where any is known."""
    width = chip_width(pen)
    frame = Frame(x, y, pen.length(width), pen.length(CHIP_HEIGHT))
    disc = _at(pen, frame, _INSIDE - 1, (CHIP_HEIGHT - _CHIP_DISC) / 2, _CHIP_DISC, _CHIP_DISC)
    left = _INSIDE + _CHIP_DISC + 3 if pen.shows_faces else _INSIDE
    name_width = width - left - _MARKS_WIDTH - 2 * _INSIDE
    return (
        *_ground(pen, person, frame),
        *(_face(pen, person, disc, 8.0) if pen.shows_faces else ()),
        _name(pen, person, _at(pen, frame, left, 3, name_width, 14), 9.5),
        _title(pen, person, _at(pen, frame, left, 17, width - left - _INSIDE, 13)),
        *_bars(pen, person, _at(pen, frame, width - _INSIDE - _MARKS_WIDTH, 5, 0, 9)),
    )


def dots(pen: Pen, filled: int, x: float, y: float) -> Iterator[Shape]:
    """Three dots in a row, so many of them filled."""
    side, step = pen.length(_MARK), pen.length(_MARK + _MARK_GAP)
    for number in range(3):
        yield Shape(
            frame=Frame(x + number * step, y, side, side),
            geometry=Geometry.ELLIPSE,
            name="closeness",
            fill=Colour.SLATE if number < filled else None,
            border=Colour.SLATE,
            border_width=pen.length(0.6),
        )


def _at(pen: Pen, frame: Frame, x: float, y: float, width: float, height: float) -> Frame:
    """A part of a card by its place in the design."""
    return Frame(
        frame.x + pen.length(x), frame.y + pen.length(y), pen.length(width), pen.length(height)
    )


def _ground(pen: Pen, person: PersonId, frame: Frame) -> Iterator[Element]:
    """The box, on grey for who comes to the visit, and the colour of support at its edge."""
    attends = pen.attends(person)
    yield Shape(
        frame=frame,
        geometry=Geometry.ROUNDED,
        name="person",
        fill=Colour.MIST if attends else Colour.PAPER,
        border=Colour.INK if attends else Colour.STEEL,
        border_width=pen.length(1.25 if attends else 0.75),
        corner=pen.length(_CORNER),
    )
    inset = pen.length(1.5)
    yield Shape(
        frame=Frame(frame.x + inset, frame.y + inset, pen.length(_EDGE), frame.height - 2 * inset),
        geometry=Geometry.RECTANGLE,
        name="support",
        fill=COLOURS[pen.support(person)],
    )


def _face(pen: Pen, person: PersonId, frame: Frame, size: float) -> Iterator[Element]:
    """The photo in a ring, which it needs where it is as light or dark as the card; else the
    initials in that size."""
    portrait = pen.portraits.get(person)
    if portrait is not None:
        yield Image(frame=frame, picture=portrait, name="photo")
        yield _disc(pen, frame, None, Colour.STEEL)
        return
    yield _disc(pen, frame, Colour.LINE, None)
    words = initials(pen.person(person).name, pen.wording.language)
    yield one_line(words, pen.style(size, bold=True, align=Align.CENTRE), frame, "Initials")


def _disc(pen: Pen, frame: Frame, fill: Colour | None, border: Colour | None) -> Shape:
    return Shape(
        frame=frame,
        geometry=Geometry.ELLIPSE,
        name="face",
        fill=fill,
        border=border,
        border_width=pen.length(1.0),
    )


def _name(pen: Pen, person: PersonId, frame: Frame, size: float) -> TextBox:
    signed = f"{SIGNS[pen.support(person)]} {pen.name(person)}"
    return one_line(signed, pen.style(size, bold=True), frame, "Name")


def _title(pen: Pen, person: PersonId, frame: Frame) -> TextBox:
    return one_line(pen.title(person), pen.style(8.0, colour=Colour.SLATE), frame, "Title")


def _bars(pen: Pen, person: PersonId, at: Frame) -> Iterator[Shape]:
    """Three bars that rise, as many filled as the person weighs."""
    filled = BARS[pen.influence(person)]
    width, step = pen.length(_MARK), pen.length(_MARK + _MARK_GAP)
    for number in range(3):
        height = at.height * (number + 1) / 3
        yield Shape(
            frame=Frame(at.x + number * step, at.bottom - height, width, height),
            geometry=Geometry.RECTANGLE,
            name="influence",
            fill=Colour.INK if number < filled else None,
            border=Colour.SLATE,
            border_width=pen.length(0.6),
        )


def _dots(pen: Pen, person: PersonId, at: Frame) -> Iterator[Shape]:
    yield from dots(pen, DOTS[pen.coverage(person)], at.x, at.y)


def _badges(pen: Pen, person: PersonId, frame: Frame) -> Iterator[Element]:
    """As many roles as have room, then how many more there are."""
    style = pen.style(7.5)
    labels = [pen.wording.phrase(SHORT_ROLES[role]) for role in pen.roles(person)]
    room = pen.length(CARD_WIDTH - _MARKS_WIDTH - 3 * _INSIDE)
    x = frame.x + pen.length(_INSIDE)
    end = x + room
    more = pen.length(22)
    for number, label in enumerate(labels):
        width = room_for(label, style) + 2 * pen.length(_BADGE_PADDING)
        is_last = number == len(labels) - 1
        if x + width > end - (0 if is_last else more):
            yield from _badge(pen, f"+{len(labels) - number}", x, frame)
            return
        yield from _badge(pen, label, x, frame)
        x += width + pen.length(_BADGE_GAP)


def _badge(pen: Pen, label: str, x: float, card_frame: Frame) -> Iterator[Element]:
    style = pen.style(7.5)
    padding = pen.length(_BADGE_PADDING)
    width = room_for(label, style)
    y = card_frame.y + pen.length(40)
    box = Frame(x, y, width + 2 * padding, pen.length(_BADGE_HEIGHT))
    yield Shape(
        frame=box,
        geometry=Geometry.ROUNDED,
        name="role",
        border=Colour.SLATE,
        border_width=pen.length(0.6),
        corner=pen.length(2.5),
    )
    yield one_line(label, style, Frame(x + padding, y, width, box.height), "Role")
