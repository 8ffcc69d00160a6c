"""Who reports to whom, as trees; influence and conflict drawn across them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing_app.documents.placed import Frame, Path, Point, Step
from briefing_app.documents.stakeholder_map.arrangement import in_order, on_the_map, superiors
from briefing_app.documents.stakeholder_map.bend import Bend
from briefing_app.documents.stakeholder_map.card import CARD_HEIGHT, CARD_WIDTH, card
from briefing_app.documents.stakeholder_map.forest import Seat, TreeForm, seats
from briefing_app.documents.stakeholder_map.pen import Pen
from briefing_app.documents.stakeholder_map.picture import Card, DrawnLine, MapKind, MapPicture
from briefing_app.documents.theme import Colour
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import Line, LineKind

_ACROSS, _DOWN = 24.0, 26.0
_RAIL = 9.0
_BOW = 0.12
_HEAD = 6.0
_CROSS = 4.0
_MARGIN = 12.0
_END_GAP = 2.0
_ASIDE = 20.0

WINDOW = (1100.0, 620.0)
"""The room of a window of usual size, in points."""

_FORMS = ((3, 4), (2, 5), (2, 8), (2, 12))
"""From how many reports on they hang in columns, and how many in one: wide forms first."""


def lines_picture(pen: Pen, room: tuple[float, float] = WINDOW) -> MapPicture:
    """Everybody on the map below the superior, with all lines; in the form that is shown largest
    in ``room`` (width, height in points)."""
    order = in_order(pen.dossier, on_the_map(pen.dossier))
    above = superiors(pen.dossier, frozenset(order))
    margin = pen.length(_MARGIN)
    placed = _with_margin(_best_seats(pen, order, above, room), margin)
    cards = tuple(
        Card(person=one, frame=seat.frame, elements=card(pen, one, seat.frame.x, seat.frame.y))
        for one, seat in placed.items()
    )
    width, height = _size(placed)
    return MapPicture(
        kind=MapKind.LINES,
        width=width + margin,
        height=height + margin,
        lines=tuple(_lines(pen, placed, above)),
        cards=cards,
    )


def _best_seats(
    pen: Pen,
    order: Sequence[PersonId],
    above: Mapping[PersonId, PersonId],
    room: tuple[float, float],
) -> Mapping[PersonId, Seat]:
    """The first of the forms that fits the room, else the one that must be made least smaller."""
    best: tuple[float, Mapping[PersonId, Seat]] = (0.0, {})
    for hang_from, hang_most in _FORMS:
        form = TreeForm(
            pen.length(CARD_WIDTH),
            pen.length(CARD_HEIGHT),
            pen.length(_ACROSS),
            pen.length(_DOWN),
            hang_from=hang_from,
            hang_most=hang_most,
        )
        placed = seats(order, above, form)
        share = min(
            1.0, *(have / max(take, 1.0) for have, take in zip(room, _size(placed), strict=True))
        )
        if share > best[0]:
            best = (share, placed)
    return best[1]


def _size(placed: Mapping[PersonId, Seat]) -> tuple[float, float]:
    """How far to the right and down the seats go."""
    frames = [seat.frame for seat in placed.values()]
    right = max((frame.right for frame in frames), default=0.0)
    return right, max((frame.bottom for frame in frames), default=0.0)


def _with_margin(placed: Mapping[PersonId, Seat], margin: float) -> Mapping[PersonId, Seat]:
    """The seats moved so that the picture begins at (0, 0) with white around."""
    left = min((seat.frame.x for seat in placed.values()), default=0) - margin
    top = min((seat.frame.y for seat in placed.values()), default=0) - margin
    return {
        person: Seat(
            Frame(seat.frame.x - left, seat.frame.y - top, seat.frame.width, seat.frame.height),
            seat.hangs,
        )
        for person, seat in placed.items()
    }


def _lines(
    pen: Pen, placed: Mapping[PersonId, Seat], above: Mapping[PersonId, PersonId]
) -> Iterator[DrawnLine]:
    """The lines of the tree first, then those that cross it."""
    cards = [seat.frame for seat in placed.values()]
    known = [one for one in pen.dossier.lines if one.source in placed and one.target in placed]
    of_tree = [one for one in known if _is_of_tree(one, above)]
    for line in of_tree:
        yield _drawn(pen, line, _elbow(pen, placed[line.target].frame, placed[line.source]))
    for line in known:
        if line not in of_tree:
            source, target = placed[line.source].frame, placed[line.target].frame
            yield _drawn(pen, line, _across(pen, line.kind, source, target, cards))


def _is_of_tree(line: Line, above: Mapping[PersonId, PersonId]) -> bool:
    return line.kind is LineKind.REPORTS_TO and above.get(line.source) == line.target


def _drawn(pen: Pen, line: Line, elements: Sequence[Path]) -> DrawnLine:
    first, *others = elements
    told = replace(first, alt=_told(pen, line))
    return DrawnLine(
        line=line.id,
        kind=line.kind,
        source=line.source,
        target=line.target,
        elements=(told, *others),
    )


def _told(pen: Pen, line: Line) -> str:
    """The line in words, for who cannot see it."""
    names = {"source": pen.name(line.source), "target": pen.name(line.target)}
    match line.kind:
        case LineKind.REPORTS_TO:
            return pen.wording.phrase("{source} reports to {target}", **names)
        case LineKind.INFLUENCES:
            return pen.wording.phrase("{source} influences {target}", **names)
        case LineKind.CONFLICTS_WITH:
            return pen.wording.phrase("{source} and {target} are in conflict", **names)


def _elbow(pen: Pen, upper: Frame, seat: Seat) -> tuple[Path, ...]:
    """From below the superior, over the middle of the white between rows, to the person."""
    start = (upper.x + upper.width / 2, upper.bottom)
    turn = upper.bottom + pen.length(_DOWN) / 2
    own = seat.frame
    points: tuple[Point, ...]
    if not seat.hangs:
        end = own.x + own.width / 2
        points = (start, (start[0], turn), (end, turn), (end, own.y))
    else:
        rail, middle = own.x - pen.length(_RAIL), own.y + own.height / 2
        points = (start, (start[0], turn), (rail, turn), (rail, middle), (own.x, middle))
    return (_open(points, "reporting line", Colour.SLATE, pen.length(1.0)),)


def _across(
    pen: Pen, kind: LineKind, source: Frame, target: Frame, cards: Collection[Frame]
) -> tuple[Path, ...]:
    """A bent line between two cards: an arrow for influence, a cross for conflict, a thin arrow
    for a further superior. It runs behind cards, its sign stands beside them."""
    bend = _bend(pen, source, target)
    match kind:
        case LineKind.CONFLICTS_WITH:
            line = _open(bend.steps, "conflict", Colour.WARM, pen.length(1.75))
            return (line, *_cross(pen, bend.free_point(cards, pen.length(_CROSS))))
        case LineKind.INFLUENCES:
            line = _open(bend.steps, "influence", Colour.ACCENT, pen.length(1.5))
            return (line, _arrow(pen, bend.second, bend.end, Colour.ACCENT))
        case LineKind.REPORTS_TO:
            line = _open(bend.steps, "further superior", Colour.SLATE, pen.length(0.75))
            return (line, _arrow(pen, bend.second, bend.end, Colour.SLATE))


def _bend(pen: Pen, source: Frame, target: Frame) -> Bend:
    """Through the white below a row or beside a column where others stand between, else from
    edge to edge."""
    across = target.x - source.x
    down = target.y - source.y
    if abs(down) < source.height and abs(across) > 1.5 * source.width:
        return _below_row(pen, source, target)
    if abs(across) < source.width / 2 and abs(down) > 2 * source.height:
        return _beside_column(pen, source, target)
    return _from_edge_to_edge(pen, source, target)


def _below_row(pen: Pen, source: Frame, target: Frame) -> Bend:
    y, deep = source.bottom + pen.length(_END_GAP), pen.length(_DOWN)
    inwards = source.width / 4 if target.x > source.x else -source.width / 4
    start = (source.x + source.width / 2 + inwards, y)
    end = (target.x + target.width / 2 - inwards, target.bottom + pen.length(_END_GAP))
    return Bend(start, (start[0] + inwards, y + deep), (end[0] - inwards, end[1] + deep), end)


def _beside_column(pen: Pen, source: Frame, target: Frame) -> Bend:
    wide = pen.length(_ACROSS)
    start = (source.right + pen.length(_END_GAP), source.y + source.height / 2)
    end = (target.right + pen.length(_END_GAP), target.y + target.height / 2)
    return Bend(start, (start[0] + wide, start[1]), (end[0] + wide, end[1]), end)


def _from_edge_to_edge(pen: Pen, source: Frame, target: Frame) -> Bend:
    start, end = _edge_point(source, target, pen), _edge_point(target, source, pen)
    if abs(target.x - source.x) < source.width / 4:  # clear of the reporting line there
        start, end = ((x + pen.length(_ASIDE), y) for x, y in (start, end))
    across, down = end[0] - start[0], end[1] - start[1]
    aside = (-down * _BOW, across * _BOW)
    first = (start[0] + across / 3 + aside[0], start[1] + down / 3 + aside[1])
    second = (start[0] + across * 2 / 3 + aside[0], start[1] + down * 2 / 3 + aside[1])
    return Bend(start, first, second, end)


def _edge_point(of: Frame, towards: Frame, pen: Pen) -> Point:
    """Where the line between two middles leaves a card."""
    x, y = of.x + of.width / 2, of.y + of.height / 2
    across = towards.x + towards.width / 2 - x
    down = towards.y + towards.height / 2 - y
    gap = pen.length(_END_GAP)
    shares = [
        (of.width / 2 + gap) / abs(across) if across else 1.0,
        (of.height / 2 + gap) / abs(down) if down else 1.0,
    ]
    share = min(1.0, *shares)
    return x + across * share, y + down * share


def _arrow(pen: Pen, before: Point, tip: Point, colour: Colour) -> Path:
    """The head of an arrow that comes from ``before``."""
    length = max(((tip[0] - before[0]) ** 2 + (tip[1] - before[1]) ** 2) ** 0.5, 1e-6)
    along = ((tip[0] - before[0]) / length, (tip[1] - before[1]) / length)
    size = pen.length(_HEAD)
    base = (tip[0] - along[0] * size, tip[1] - along[1] * size)
    half = size / 2
    points = (
        tip,
        (base[0] - along[1] * half, base[1] + along[0] * half),
        (base[0] + along[1] * half, base[1] - along[0] * half),
    )
    return Path(polygons=(points,), frame=_bounds(points), name="arrow", fill=colour)


def _cross(pen: Pen, middle: Point) -> tuple[Path, ...]:
    size, (x, y) = pen.length(_CROSS), middle
    strokes = (
        ((x - size, y - size), (x + size, y + size)),
        ((x - size, y + size), (x + size, y - size)),
    )
    return tuple(_open(stroke, "conflict", Colour.INK, pen.length(1.75)) for stroke in strokes)


def _open(points: tuple[Step, ...], name: str, colour: Colour, thickness: float) -> Path:
    return Path(
        polygons=(points,),
        frame=_bounds(points),
        name=name,
        fill=None,
        border=colour,
        border_width=thickness,
        is_open=True,
    )


def _bounds(points: tuple[Step, ...]) -> Frame:
    """The rectangle around all points, those that only pull a curve included."""
    xs = [step[index] for step in points for index in range(0, len(step), 2)]
    ys = [step[index] for step in points for index in range(1, len(step), 2)]
    return Frame(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
