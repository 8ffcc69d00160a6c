"""The map's drawings as blocks: the decision chain, the tree of reporting lines, the grid.

Nothing is told by colour alone, and a copy in black and white loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing_app.documents.flow import Block, Drawn, Elements, Row, Words
from briefing_app.documents.placed import CellPlace, Frame, Geometry, Rule, Shape, TextBox
from briefing_app.documents.stakeholder_map.arrangement import Branch
from briefing_app.documents.stakeholder_map.pen import shortened
from briefing_app.documents.stakeholder_map.signs import BARS, SIGNS
from briefing_app.documents.text_fit import Paragraph, Span, measure, paragraph
from briefing_app.documents.theme import Colour
from briefing_app.documents.visit_plan.blocks import badges, rows, text, texts
from briefing_app.documents.visit_plan.look import GAP, WIDTH, Look
from briefing_app.domain.client import Department
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import Influence, Support
from briefing_app.planning.briefing import RoleSeat, SeatState
from briefing_app.wording import Wording

_STEP = 18.0
_DEEPEST = 6
_BOX_RIGHT = 244.0
_PADDING = 4.0
_ROW_GAP = 5.0
_ROLES_LEFT, _ROLES_WIDTH = _BOX_RIGHT + GAP, 116.0
_FACTS_LEFT = _ROLES_LEFT + _ROLES_WIDTH + GAP
_FACTS_WIDTH = WIDTH - _FACTS_LEFT
_BAR_WIDTH, _BAR_HEIGHT, _BAR_GAP = 8.0, 6.0, 2.0
_BARS_WIDTH = 3 * (_BAR_WIDTH + _BAR_GAP) + 4
_NAME_LINES, _TITLE_LINES = 2, 2
_CELL_NAMES = 10
_SEAT_NAMES = 4
_LABEL_WIDTH = 62.0


@dataclass(frozen=True, slots=True)
class Pen:
    """What drawings are made with: the facts, the words, the look."""

    dossier: Dossier
    wording: Wording
    look: Look

    def name(self, person: PersonId) -> str:
        """A person's name."""
        return self.wording.text(self.dossier.person(person).name)

    def attends(self, person: PersonId) -> bool:
        """True for somebody who comes to this visit."""
        return person in self.dossier.visit.attendees

    def support(self, person: PersonId) -> Support:
        """Where the person stands towards us."""
        known = self.dossier.stakeholder(person)
        return known.support if known else Support.UNKNOWN

    def signed(self, person: PersonId) -> str:
        """The name after the sign of support."""
        return f"{SIGNS[self.support(person)]} {self.name(person)}"


def chain_strip(pen: Pen, chain: Sequence[RoleSeat]) -> Drawn:
    """The roles of the decision chain side by side; one that nobody fills stands out in black."""
    width = (WIDTH - GAP / 2 * (len(chain) - 1)) / len(chain)
    made = [_seat(pen, seat, width) for seat in chain]
    height = max(box.frame.height for box in made)
    placed = (
        replace(box, frame=replace(box.frame, x=position * (width + GAP / 2), height=height))
        for position, box in enumerate(made)
    )
    return Drawn(height, tuple(placed))


def _seat(pen: Pen, seat: RoleSeat, width: float) -> TextBox:
    look, inside = pen.look, width - 2 * _PADDING
    is_gap = seat.state is SeatState.EMPTY
    ink = Colour.PAPER if is_gap else Colour.INK
    role = replace(look.label, colour=Colour.PAPER if is_gap else Colour.SLATE)
    body = replace(look.strong if is_gap else look.badge, colour=ink)
    lines = [paragraph(pen.wording.label(seat.role), role)]
    if is_gap:
        lines.append(paragraph(pen.wording.label(seat.state), body))
    lines += [
        paragraph(shortened(words, body, inside, _NAME_LINES), body) for words in _held(pen, seat)
    ]
    measured = measure(lines, inside)
    return TextBox(
        frame=Frame(0, 0, width, measured.height + 2 * _PADDING),
        text=measured,
        name="Role",
        padding=_PADDING,
        fill=Colour.INK if is_gap else None,
        border=Colour.INK,
    )


def _held(pen: Pen, seat: RoleSeat) -> Iterator[str]:
    shown = seat.people[:_SEAT_NAMES]
    yield from map(pen.signed, shown)
    if len(seat.people) > len(shown):
        yield _and_more(pen, len(seat.people) - len(shown))


def _and_more(pen: Pen, count: int) -> str:
    return pen.wording.counted("and {count} more", "and {count} more", count)


def tree_row(pen: Pen, branch: Branch) -> Drawn:
    """A person in a box, hung on the superior's line; roles, influence and support beside it."""
    indent = _STEP * min(branch.depth, _DEEPEST)
    box = _person_box(pen, branch.person, _BOX_RIGHT - indent)
    facts = _facts(pen, branch.person)
    known = pen.dossier.stakeholder(branch.person)
    roles = [pen.wording.label(role) for role in known.roles] if known else []
    held = badges(roles, pen.look.badge, _ROLES_WIDTH)
    height = max(box.frame.height, facts.height, held.height if held else 0.0)
    box = replace(box, frame=replace(box.frame, x=indent, height=height))
    elements: list[Elements] = [_connectors(branch, height), (box,)]
    if held is not None:
        elements.append(held.placed(_ROLES_LEFT, 0.0))
    elements.append(facts.placed(_FACTS_LEFT, 0.0))
    return Drawn(height + _ROW_GAP, tuple(one for part in elements for one in part))


def _person_box(pen: Pen, person: PersonId, width: float) -> TextBox:
    """Who comes to the visit stands in a thick frame and in bold."""
    look, inside = pen.look, width - 2 * _PADDING
    one = pen.dossier.person(person)
    style = look.strong if pen.attends(person) else look.body
    place = "" if one.department is Department.OTHER else pen.wording.label(one.department)
    title = pen.wording.run_on((pen.wording.text(one.title), place))
    measured = measure(
        [
            paragraph(shortened(pen.signed(person), style, inside, _NAME_LINES), style),
            paragraph(shortened(title, look.badge, inside, _TITLE_LINES), look.badge),
        ],
        inside,
    )
    return TextBox(
        frame=Frame(0, 0, width, measured.height + 2 * _PADDING),
        text=measured,
        name="Person",
        padding=_PADDING,
        border=Colour.INK if pen.attends(person) else Colour.STEEL,
        fill=Colour.MIST if pen.attends(person) else None,
    )


def _connectors(branch: Branch, height: float) -> Elements:
    """The lines of the superiors that run on, and the elbow to this box."""
    lines: list[Rule] = []
    for level, goes_on in enumerate(branch.goes_on):
        x = _STEP * min(level, _DEEPEST - 1) + _STEP / 2
        is_own = level == branch.depth - 1
        if goes_on or is_own:
            bottom = height + _ROW_GAP if goes_on else height / 2
            lines.append(_line(x, -_ROW_GAP, x, bottom))
        if is_own:
            lines.append(_line(x, height / 2, _STEP * min(branch.depth, _DEEPEST), height / 2))
    return tuple(lines)


def _line(x1: float, y1: float, x2: float, y2: float) -> Rule:
    return Rule(
        x1=x1, y1=y1, x2=x2, y2=y2, name="reporting line", colour=Colour.SLATE, thickness=0.9
    )


def _facts(pen: Pen, person: PersonId) -> Block:
    """Influence as bars and a word, below it support and closeness."""
    known = pen.dossier.stakeholder(person)
    influence = known.influence if known else Influence.UNKNOWN
    words = [pen.wording.label(pen.support(person))]
    if known is not None:
        words.append(pen.wording.label(known.coverage))
    weight = text(pen.wording.label(influence), pen.look.badge, _FACTS_WIDTH - _BARS_WIDTH)
    told = text(pen.wording.run_on(words), pen.look.badge, _FACTS_WIDTH)
    return rows((Row(((0.0, _bars(influence)), (_BARS_WIDTH, weight))), told), 0.5)


def _bars(influence: Influence) -> Drawn:
    """One, two or three black bars of three."""
    filled = BARS[influence]
    shapes = tuple(
        Shape(
            frame=Frame(number * (_BAR_WIDTH + _BAR_GAP), 3.0, _BAR_WIDTH, _BAR_HEIGHT),
            geometry=Geometry.RECTANGLE,
            name="influence",
            fill=Colour.INK if number < filled else None,
            border=Colour.SLATE,
        )
        for number in range(3)
    )
    return Drawn(_BAR_HEIGHT + 3, shapes)


GRID_COLUMNS = (
    Support.OPPONENT,
    Support.NEUTRAL,
    Support.UNKNOWN,
    Support.SUPPORTIVE,
    Support.CHAMPION,
)
_NOT_WON = (Support.OPPONENT, Support.NEUTRAL, Support.UNKNOWN)


def grid_head(pen: Pen) -> Drawn:
    """The columns of the grid: from against us to for us."""
    width = _cell_width()
    boxes = []
    for position, support in enumerate(GRID_COLUMNS):
        label = f"{SIGNS[support]} {pen.wording.label(support)}"
        words = text(label, pen.look.label, width - 2 * _PADDING)
        left = _LABEL_WIDTH + position * width + _PADDING
        boxes.append(_in_cell(words.placed(left, 0.0), CellPlace(0, left, is_header=True)))
    elements = tuple(one for box in boxes for one in box)
    return Drawn(max(_height(box) for box in boxes) + 3, elements)


def _height(placed: Elements) -> float:
    return max(one.frame.height for one in placed if isinstance(one, TextBox))


def grid_row(
    pen: Pen,
    number: int,
    influence: Influence,
    held: Mapping[tuple[Influence, Support], tuple[PersonId, ...]],
) -> Drawn:
    """The cells of one weight, row ``number`` of the grid; who weighs much and is not won
    stands on grey."""
    width = _cell_width()
    label = text(pen.wording.label(influence), pen.look.label, _LABEL_WIDTH - GAP / 2)
    listed = [_names(pen, held.get((influence, one), ()), width) for one in GRID_COLUMNS]
    height = max(24.0, label.height + _PADDING, *(_room(names) for names in listed))
    elements: list[Elements] = [_in_cell(label.placed(0.0, _PADDING), CellPlace(number, 0.0))]
    for position, (support, names) in enumerate(zip(GRID_COLUMNS, listed, strict=True)):
        left = _LABEL_WIDTH + position * width
        elements.append((_cell(influence, support, Frame(left, 0.0, width, height)),))
        if names is not None:
            place = CellPlace(number, left + _PADDING)
            elements.append(_in_cell(names.placed(left + _PADDING, _PADDING), place))
    return Drawn(height, tuple(one for part in elements for one in part))


def _in_cell(placed: Elements, place: CellPlace) -> Elements:
    """The texts marked as a table's cell, for readers who cannot see the grid."""
    return tuple(replace(one, cell=place) if isinstance(one, TextBox) else one for one in placed)


def _room(names: Words | None) -> float:
    return names.height + 2 * _PADDING if names is not None else 0.0


def _cell(influence: Influence, support: Support, frame: Frame) -> Shape:
    is_work = influence in (Influence.HIGH, Influence.MEDIUM) and support in _NOT_WON
    return Shape(
        frame=frame,
        geometry=Geometry.RECTANGLE,
        name="cell",
        fill=Colour.LINE if is_work else None,
        border=Colour.SLATE,
    )


def _cell_width() -> float:
    return (WIDTH - _LABEL_WIDTH) / len(GRID_COLUMNS)


def _names(pen: Pen, people: Sequence[PersonId], width: float) -> Words | None:
    inside = width - 2 * _PADDING
    lines = []
    for person in people[:_CELL_NAMES]:
        bold = pen.attends(person)
        style = pen.look.badge
        name = shortened(pen.name(person), replace(style, bold=True), inside, _NAME_LINES)
        lines.append(Paragraph((Span(name, bold=bold),), style))
    if len(people) > _CELL_NAMES:
        lines.append(paragraph(_and_more(pen, len(people) - _CELL_NAMES), pen.look.badge))
    return texts(lines, inside)
