"""A working day before and after, as two columns that face each other."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.deck.blocks.parts import Elements, Stack, centred_text, panel
from briefing_app.documents.deck.grid import columns
from briefing_app.documents.deck.slides import Facing
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Frame, Geometry, Shape, Tag
from briefing_app.documents.text_fit import Align, Style
from briefing_app.documents.theme import Colour

_PAD = 34.0
_DISC = 56.0
_ARROW = Style(size=24, bold=True, colour=Colour.PAPER, pitch=1.2, align=Align.CENTRE)


def place_facing(block: Facing, area: Frame, scale: TypeScale) -> Elements | None:
    """Today left on grey, afterwards right on ink, an arrow between."""
    left, right = columns(0, 6, area.y, area.height), columns(6, 6, area.y, area.height)
    right = right.inset(left.right - right.x, 0, 0, 0)
    before = _column(block.left_label, block.left, left, scale, Colour.INK)
    after = _column(block.right_label, block.right, right, scale, Colour.PAPER)
    if not (before.fits and after.fits):
        return None
    disc = Frame(left.right - _DISC / 2, area.y + area.height / 2 - _DISC / 2, _DISC, _DISC)
    return (
        panel(left, Colour.MIST),
        panel(right, Colour.INK),
        *before.boxes(Anchor.MIDDLE),
        *after.boxes(Anchor.MIDDLE),
        Shape(frame=disc, geometry=Geometry.ELLIPSE, name="Turn", fill=Colour.ACCENT),
        centred_text("→", _ARROW, disc, "Arrow"),
    )


def _column(
    label: str, sentences: Sequence[str], frame: Frame, scale: TypeScale, colour: Colour
) -> Stack:
    stack = Stack(frame.inset(_PAD, _PAD, _PAD + 10, _PAD))
    label_colour = Colour.SLATE if colour is Colour.INK else Colour.LINE
    stack.add(label, scale.label(label_colour), "Label", tag=Tag.SUBHEADING)
    for sentence in sentences:
        stack.add(sentence, scale.heading(colour), "Sentence", gap=14)
    return stack
