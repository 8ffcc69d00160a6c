"""A customer's words across the slide, the figures that stand behind them at its foot."""

from __future__ import annotations

from briefing_app.documents.deck.blocks.figures import figures
from briefing_app.documents.deck.blocks.parts import Elements, Stack, across, bar, panel
from briefing_app.documents.deck.diagram_blocks import Quote
from briefing_app.documents.deck.grid import GUTTER, columns
from briefing_app.documents.deck.spacing import HAIR, MEDIUM, SMALL, WIDE
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Element, Frame, Path, Tag
from briefing_app.documents.text_fit import Style
from briefing_app.documents.theme import Colour

_PAD = WIDE
_MARK_WIDTH = 54.0
_MARK_HEIGHT = 38.0
_QUOTE_SIZE = 30.0
_QUOTE_SHARE = 0.60
_FIGURE = 34.0
_MOST_FIGURES = 3


def place_quote(block: Quote, area: Frame, scale: TypeScale) -> Elements | None:
    """The quote on ink over story and figures; mirrored it stands beside them."""
    if len(block.changes) > _MOST_FIGURES or not block.quote:
        return None
    if not (block.changes or block.story):
        return _panel(block, area, scale)
    if block.is_mirrored:
        quote = _panel(block, columns(area, 0, 7), scale)
        proof = _down(block, columns(area, 7, 5).inset(GUTTER, 0, 0, 0), scale)
    else:
        height = area.height * _QUOTE_SHARE
        quote = _panel(block, Frame(area.x, area.y, area.width, height), scale)
        proof = _along(block, area.inset(0, height + 1.5 * GUTTER, 0, 0), scale)
    return None if quote is None or proof is None else (*quote, *proof)


def _panel(block: Quote, frame: Frame, scale: TypeScale) -> Elements | None:
    inner = frame.inset(2 * _PAD + _MARK_WIDTH, _PAD, 2 * _PAD, _PAD)
    mark = Frame(frame.x + _PAD, frame.y + _PAD, _MARK_WIDTH, _MARK_HEIGHT)
    for style in (_large(scale), scale.statement(Colour.PAPER)):
        stack = Stack(inner).add(block.quote, style, "Quote")
        stack.add(block.quote_by, scale.label(Colour.LINE), "Quoted", gap=SMALL)
        if stack.fits:
            return (panel(frame, Colour.INK), *_marks(mark), *stack.boxes(Anchor.MIDDLE))
    return None


def _large(scale: TypeScale) -> Style:
    return scale.figure(_QUOTE_SIZE, Colour.PAPER)


def _marks(frame: Frame) -> Elements:
    """Two slanted strokes: a quotation mark that needs no font."""
    width = frame.width * 0.42
    marks: list[Element] = []
    for x in (frame.x, frame.right - width):
        points = (
            (x + width * 0.45, frame.y),
            (x + width, frame.y),
            (x + width * 0.6, frame.bottom),
            (x, frame.bottom),
        )
        place = Frame(x, frame.y, width, frame.height)
        marks.append(
            Path(polygons=(points,), frame=place, name="Quotation mark", fill=Colour.ACCENT)
        )
    return tuple(marks)


def _along(block: Quote, frame: Frame, scale: TypeScale) -> Elements | None:
    """What was done and the figures side by side."""
    cells = list(across(frame, len(block.changes) + bool(block.story), 2 * GUTTER))
    story = Stack(cells.pop(0).inset(MEDIUM, 0, 0, 0)) if block.story else Stack(frame)
    return _proof(block, _told(block, story, scale), cells, scale)


def _down(block: Quote, frame: Frame, scale: TypeScale) -> Elements | None:
    """What was done above, the figures one below the other."""
    count = len(block.changes) + bool(block.story)
    pitch = (frame.height + GUTTER) / count
    cells = [
        Frame(frame.x, frame.y + pitch * place, frame.width, pitch - GUTTER)
        for place in range(count)
    ]
    story = Stack(cells.pop(0).inset(MEDIUM, 0, 0, 0)) if block.story else Stack(frame)
    return _proof(block, _told(block, story, scale), cells, scale)


def _told(block: Quote, stack: Stack, scale: TypeScale) -> Stack:
    if block.story:
        stack.add(block.story_label, scale.label(), "Label", tag=Tag.SUBHEADING)
        stack.add(block.story, scale.detail(Colour.INK), "Story", gap=HAIR)
    return stack


def _proof(block: Quote, story: Stack, cells: list[Frame], scale: TypeScale) -> Elements | None:
    inner = [cell.inset(MEDIUM, 0, 0, 0) for cell in cells]
    placed = figures(block.changes, inner, scale, _FIGURE)
    if placed is None or not story.fits:
        return None
    if any(boxes[-1].frame.bottom > c.bottom for boxes, c in zip(placed, cells, strict=True)):
        return None
    edges: list[Element] = []
    groups = [boxes for boxes in (story.boxes(), *placed) if boxes]
    lowest = max(boxes[-1].frame.bottom - boxes[0].frame.y for boxes in groups)
    for boxes in groups:
        edges.append(bar(Frame(boxes[0].frame.x - MEDIUM, boxes[0].frame.y, HAIR, lowest)))
    return (*edges, *(box for boxes in groups for box in boxes))
