"""Small pieces that several pages are built from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing_app.documents.brochure.display import display
from briefing_app.documents.brochure.field import quarter
from briefing_app.documents.brochure.grid import TEXT_WIDTH
from briefing_app.documents.brochure.setting import AnySetting
from briefing_app.documents.flow import (
    Block,
    Cut,
    Drawn,
    Elements,
    Item,
    Panel,
    Row,
    Stack,
    Words,
    stacked,
    words,
)
from briefing_app.documents.icon_drawings import Icon
from briefing_app.documents.icons import icon
from briefing_app.documents.placed import Frame, Geometry, Rule, Shape, Tag
from briefing_app.documents.text_fit import Paragraph, Style, paragraph
from briefing_app.documents.theme import Colour, Motif

PAD = 14.0
"""The white inside a panel."""

EDGED = 14.0
"""How far an edge moves its block in."""

SIGN = 14.0
"""The side of an icon beside a line or two of text; a chapter's own is twice as large."""

_EDGE = 3.0
_QUOTE_SIGN = 15.0


@dataclass(frozen=True, slots=True)
class Edged:
    """A block with a coloured edge on its left, as high as the block on each page."""

    block: Block
    colour: Colour

    @property
    def height(self) -> float:
        """The block's own."""
        return self.block.height

    def placed(self, x: float, y: float) -> Elements:
        """The edge, then the block."""
        edge = Shape(
            frame=Frame(x, y, _EDGE, self.height),
            geometry=Geometry.RECTANGLE,
            name="Edge",
            fill=self.colour,
        )
        return (edge, *self.block.placed(x + EDGED, y))

    def cut(self, room: float) -> Cut:
        """Cut where the block is."""
        head, tail = self.block.cut(room)
        return (
            None if head is None else replace(self, block=head),
            None if tail is None else replace(self, block=tail),
        )


def with_sign(sign: Icon | None, block: Block, side: float = SIGN) -> Block:
    """The block with an icon at its left, its words ``sign_room(side)`` further in."""
    if sign is None:
        return block
    drawn = Drawn(side, (icon(sign, Frame(0, 0, side, side)),))
    return Row(((0.0, drawn), (sign_room(side), block)))


def sign_room(side: float = SIGN) -> float:
    """How much of a line an icon of that side takes, with the white beside it."""
    return side * 1.5


def below(style: Style, white: float) -> Style:
    """The style with white above each paragraph but the first."""
    return replace(style, before=white)


def heading(setting: AnySetting, title: str) -> Words:
    """The heading of a section."""
    style = setting.type.heading()
    return words([paragraph(title, style)], TEXT_WIDTH, "Heading", tag=Tag.HEADING)


def labelled(
    setting: AnySetting, label: str, text: str, width: float, style: Style | None = None
) -> Stack | None:
    """A small heading over a paragraph; ``None`` without text."""
    if not text:
        return None
    kind = setting.type
    name = words([paragraph(label, kind.label())], width, "Label", tag=Tag.SUBHEADING)
    body = words([paragraph(text, style or kind.body())], width, "Text")
    return Stack((Item(name, leads=True), Item(body, 3)))


def panel_of(
    label: Sequence[Paragraph], text: Sequence[Paragraph], width: float, fill: Colour
) -> Panel:
    """Words on a flat ground, under a label."""
    inner = width - 2 * PAD
    head = words(label, inner, "Label", tag=Tag.SUBHEADING)
    body = words(text, inner, "Text")
    block = Stack((Item(head, leads=True), Item(body, 5)))
    return Panel(block=block, width=width, across=PAD, down=PAD, fill=fill)


def pull_quote(setting: AnySetting, quote: str, said_by: str, width: float) -> Block | None:
    """A sentence pulled out, with its sign; ``None`` without one."""
    if not quote:
        return None
    kind, left = setting.type, 2.6 * _QUOTE_SIGN
    said = display(quote, kind.quote(), width - left, "Quote")
    by = words([paragraph(said_by, kind.small())], width - left, "Quoted")
    return Row(((0.0, quote_sign(setting.motif)), (left, stacked(said, by, gap=8))))


def quote_sign(motif: Motif, fill: Colour = Colour.ACCENT) -> Drawn:
    """Two pieces of the motif: the opening quotation mark in the manner of the fields."""
    size = _QUOTE_SIGN
    signs = tuple(
        quarter(motif, Frame(x, 5, size, size), "bottom right", fill) for x in (0.0, size + 2)
    )
    return Drawn(size + 5, signs)


def hairline(width: float = TEXT_WIDTH, colour: Colour = Colour.LINE) -> Drawn:
    """A thin line across."""
    return Drawn(0.75, (Rule(x1=0, y1=0, x2=width, y2=0, name="Hairline", colour=colour),))
