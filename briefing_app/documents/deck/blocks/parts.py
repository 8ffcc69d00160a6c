"""The small pieces that compositions are built from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Self, TypeAlias

from briefing_app.documents.deck.display_lines import balanced
from briefing_app.documents.deck.spacing import MEDIUM, SNUG
from briefing_app.documents.placed import (
    Anchor,
    Element,
    Frame,
    Geometry,
    Rule,
    Shape,
    Tag,
    TextBox,
)
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Style,
    longest_word_width,
    measure_to_edit,
    paragraph,
)
from briefing_app.documents.theme import Colour, Lines

Elements: TypeAlias = tuple[Element, ...]

_HAIRLINE = "Hairline"

PAD = MEDIUM
"""The white inside a panel."""


class Stack:
    """Texts set one below the other from the top of a frame; empty texts are left out."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._y = frame.y
        self._boxes: list[TextBox] = []
        self._has_broken_word = False

    def add(
        self,
        words: str,
        style: Style,
        name: str,
        *,
        gap: float = 0.0,
        tag: Tag = Tag.TEXT,
        bullet: str = "",
    ) -> Self:
        """Set ``words`` below what stands there, ``gap`` points apart."""
        if not words.strip():
            return self
        indent = style.size * 1.15 if bullet else 0.0
        text = paragraph(words, style, bullet=bullet, indent=indent)
        room = (self._frame.width - indent) * WIDTH_MARGIN
        self._has_broken_word |= longest_word_width(text.text, style) > room
        measured, width = balanced(text, self._frame.width)
        y = self._y + (gap if self._boxes else 0.0)
        frame = Frame(self._frame.x, y, width, measured.height)
        self._boxes.append(TextBox(frame=frame, text=measured, name=name, tag=tag))
        self._y = frame.bottom
        return self

    @property
    def height(self) -> float:
        """How high the texts stand together."""
        return self._y - self._frame.y

    @property
    def fits(self) -> bool:
        """True when all stands within the frame and no word had to be broken."""
        return self.height <= self._frame.height + 0.01 and not self._has_broken_word

    def boxes(self, anchor: Anchor = Anchor.TOP) -> tuple[TextBox, ...]:
        """The texts, moved down as a whole where they are anchored so."""
        share = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}[anchor]
        down = (self._frame.height - self.height) * share
        return tuple(moved_down(box, down) for box in self._boxes)


def moved_down(box: TextBox, down: float) -> TextBox:
    """The box ``down`` points lower."""
    return replace(box, frame=replace(box.frame, y=box.frame.y + down))


def padded(frame: Frame, pad: float = PAD) -> Frame:
    """The frame without its padding."""
    return frame.inset(pad, pad, pad, pad)


def panel(frame: Frame, fill: Colour, name: str = "Panel") -> Shape:
    """A flat filled rectangle."""
    return Shape(frame=frame, geometry=Geometry.RECTANGLE, name=name, fill=fill)


_PANELS = frozenset({"Panel", "Cell", "Layer", "Part", "Stretch"})
_LEAST_ROUNDED = 32.0


def drawn_with(lines: Lines, element: Element) -> Element:
    """The element as a theme draws it: panels by their corners, hairlines by their weight."""
    if isinstance(element, Rule) and element.name == _HAIRLINE:
        return replace(element, thickness=lines.hairline)
    if isinstance(element, Shape) and element.name in _PANELS:
        is_large = min(element.frame.width, element.frame.height) >= _LEAST_ROUNDED
        return replace(element, corner=lines.corner) if is_large else element
    return element


def bar(frame: Frame, fill: Colour = Colour.ACCENT) -> Shape:
    """A thin filled bar that marks an edge."""
    return panel(frame, fill, "Edge")


def hairline(x: float, y: float, width: float, colour: Colour = Colour.LINE) -> Rule:
    """A horizontal hairline."""
    return Rule(x1=x, y1=y, x2=x + width, y2=y, name=_HAIRLINE, colour=colour)


def at_the_foot(foot: Stack, area: Frame) -> Elements:
    """Notes at the bottom of an area, under a hairline; nothing where there are none."""
    if not foot.height:
        return ()
    top = area.bottom - foot.height
    return (hairline(area.x, top - SNUG, area.width), *foot.boxes(Anchor.BOTTOM))


def centred_text(words: str, style: Style, frame: Frame, name: str) -> TextBox:
    """A line of text in the middle of a frame; the style says how it is aligned."""
    text = measure_to_edit([paragraph(words, style)], frame.width)
    return TextBox(frame=frame, text=text, name=name, anchor=Anchor.MIDDLE)


def across(area: Frame, count: int, gap: float) -> tuple[Frame, ...]:
    """``count`` frames of equal width side by side."""
    width = (area.width - gap * (count - 1)) / count
    return tuple(
        Frame(area.x + (width + gap) * place, area.y, width, area.height) for place in range(count)
    )


def down(area: Frame, heights: Sequence[float], gap: float) -> tuple[Frame, ...]:
    """Frames of the given heights one below the other."""
    frames: list[Frame] = []
    y = area.y
    for height in heights:
        frames.append(Frame(area.x, y, area.width, height))
        y += height + gap
    return tuple(frames)


def needed(stacks: Iterable[Stack]) -> float | None:
    """The height of the highest stack; ``None`` when one of them does not fit."""
    kept = list(stacks)
    if not all(stack.fits for stack in kept):
        return None
    return max((stack.height for stack in kept), default=0.0)


def stretched(height: float, least: float, most: float) -> float:
    """``height``, at least ``least`` and at most ``most``."""
    return min(max(height, least), most)
