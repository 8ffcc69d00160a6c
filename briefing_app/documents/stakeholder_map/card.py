"""A person on the map: a card with all signs, and a smaller chip for cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing_app.documents.flow import Elements
from briefing_app.documents.placed import Element, Frame, Geometry, Shape, TextBox
from briefing_app.documents.stakeholder_map.pen import Pen, one_line, room_for
from briefing_app.documents.stakeholder_map.signs import BARS, COLOURS, DOTS, SIGNS
from briefing_app.documents.text_fit import Align
from briefing_app.documents.theme import Colour
from briefing_app.domain.client import Person
from briefing_app.domain.ids import PersonId
from briefing_app.domain.labels import N_
from briefing_app.domain.stakeholder import BuyingRole
from briefing_app.domain.text import Language

CARD_WIDTH, CARD_HEIGHT = 156.0, 58.0
CHIP_WIDTH, CHIP_HEIGHT = 126.0, 34.0

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
        *_initials(pen, person, _at(pen, frame, _INSIDE, 7, _DISC, _DISC)),
        _name(pen, person, _at(pen, frame, left, 5, name_width, 14), 10.0),
        _title(pen, person, _at(pen, frame, left, 19, CARD_WIDTH - left - _INSIDE, 13)),
        *_bars(pen, person, _at(pen, frame, CARD_WIDTH - _INSIDE - _MARKS_WIDTH, 7, 0, 9)),
        *_badges(pen, person, frame),
        *_dots(pen, person, _at(pen, frame, CARD_WIDTH - _INSIDE - _MARKS_WIDTH, 44, 0, 0)),
    )


def chip(pen: Pen, person: PersonId, x: float, y: float) -> Elements:
    """Sign and name, title below, weight at the right."""
    frame = Frame(x, y, pen.length(CHIP_WIDTH), pen.length(CHIP_HEIGHT))
    name_width = CHIP_WIDTH - _MARKS_WIDTH - 3 * _INSIDE
    return (
        *_ground(pen, person, frame),
        _name(pen, person, _at(pen, frame, _INSIDE, 3, name_width, 14), 9.5),
        _title(pen, person, _at(pen, frame, _INSIDE, 17, CHIP_WIDTH - 2 * _INSIDE, 13)),
        *_bars(pen, person, _at(pen, frame, CHIP_WIDTH - _INSIDE - _MARKS_WIDTH, 5, 0, 9)),
    )


def initials(person: Person, language: Language) -> str:
    """What stands for a person without a photograph: a given name in Chinese, else two letters."""
    if person.is_placeholder:
        return "?"
    name = person.name.best_for(language).strip()
    if Language.of(name) is Language.ZH:
        return name[-2:]
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    letters = [word[0].upper() for word in words]
    return "".join(letters[:1] + letters[1:][-1:])


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


def _initials(pen: Pen, person: PersonId, frame: Frame) -> Iterator[Element]:
    yield Shape(
        frame=frame,
        geometry=Geometry.ELLIPSE,
        name="initials",
        fill=Colour.LINE,
    )
    words = initials(pen.person(person), pen.wording.language)
    yield one_line(words, pen.style(8.5, bold=True, align=Align.CENTRE), frame, "Initials")


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
