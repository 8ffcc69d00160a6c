"""A working day before and after, as two panels that face each other."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.deck.block import Change
from briefing_app.documents.deck.blocks.figures import with_space
from briefing_app.documents.deck.blocks.parts import Elements, Stack, centred_text, panel
from briefing_app.documents.deck.offer_blocks import Facing
from briefing_app.documents.deck.spacing import MEDIUM, SMALL, WIDE
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Frame, Geometry, Shape, Tag
from briefing_app.documents.text_fit import Align, Style
from briefing_app.documents.theme import Colour

_PAD = WIDE
_DISC = 54.0
_ARROW = Style(size=24, bold=True, colour=Colour.PAPER, pitch=1.2, align=Align.CENTRE)
_FIGURE_SIZE = 38.0
_FIGURE_SHARE = 0.30
_FIGURE_WIDTH = 250.0


def place_facing(block: Facing, area: Frame, scale: TypeScale) -> Elements | None:
    """Today on grey, afterwards on ink: side by side, or mirrored one above the other."""
    half_width, half_height = area.width / 2, area.height / 2
    if block.is_mirrored:
        first = Frame(area.x, area.y, area.width, half_height)
        second = Frame(area.x, area.y + half_height, area.width, half_height)
        disc = Frame(area.x + _PAD, second.y - _DISC / 2, _DISC, _DISC)
    else:
        first = Frame(area.x, area.y, half_width, area.height)
        second = Frame(area.x + half_width, area.y, half_width, area.height)
        disc = Frame(second.x - _DISC / 2, area.y + half_height - _DISC / 2, _DISC, _DISC)
    before = _panel(block, first, scale, is_after=False)
    after = _panel(block, second, scale, is_after=True)
    if before is None or after is None:
        return None
    return (
        panel(first, Colour.MIST, "Half"),
        panel(second, Colour.INK, "Half"),
        *before,
        *after,
        Shape(frame=disc, geometry=Geometry.ELLIPSE, name="Turn", fill=Colour.ACCENT),
        centred_text("↓" if block.is_mirrored else "→", _ARROW, disc, "Arrow"),
    )


def _panel(block: Facing, frame: Frame, scale: TypeScale, *, is_after: bool) -> Elements | None:
    """Label and sentences, and this side's reading of the figure below or beside them."""
    words, figure = _rooms(frame, is_wide=block.is_mirrored, has_figure=block.change is not None)
    colour = Colour.PAPER if is_after else Colour.INK
    label = block.right_label if is_after else block.left_label
    sentences = block.right if is_after else block.left
    said = _said(label, sentences, words, scale, colour)
    read = _reading(block.change, figure, scale, is_after=is_after)
    if not (said.fits and read.fits):
        return None
    return (*said.boxes(Anchor.MIDDLE), *read.boxes(Anchor.MIDDLE))


def _rooms(frame: Frame, *, is_wide: bool, has_figure: bool) -> tuple[Frame, Frame]:
    """Where the words stand and where the figure stands."""
    if is_wide:
        inner = frame.inset(_PAD * 2 + _DISC, MEDIUM, _PAD, MEDIUM)
        share = _FIGURE_WIDTH if has_figure else 0.0
        words = inner.inset(0, 0, share + _PAD if share else 0.0, 0)
        return words, Frame(inner.right - share, inner.y, share, inner.height)
    inner = frame.inset(_PAD + SMALL, _PAD, _PAD + SMALL, _PAD)
    share = inner.height * _FIGURE_SHARE if has_figure else 0.0
    words = inner.inset(0, 0, 0, share)
    return words, Frame(inner.x, words.bottom, inner.width, share)


def _said(
    label: str, sentences: Sequence[str], frame: Frame, scale: TypeScale, colour: Colour
) -> Stack:
    stack = Stack(frame)
    label_colour = Colour.SLATE if colour is Colour.INK else Colour.LINE
    stack.add(label, scale.label(label_colour), "Label", tag=Tag.SUBHEADING)
    for place, sentence in enumerate(sentences):
        stack.add(sentence, scale.heading(colour), "Sentence", gap=10 if place else 8)
    return stack


def _reading(change: Change | None, frame: Frame, scale: TypeScale, *, is_after: bool) -> Stack:
    stack = Stack(frame)
    if change is None:
        return stack
    number = change.after_text if is_after else change.before_text
    colour = Colour.PAPER if is_after else Colour.SLATE
    figure = f"{number}{with_space(change.unit)}"
    stack.add(figure, scale.figure(_FIGURE_SIZE, colour), "Figure")
    note = " · ".join(filter(None, (change.label, change.source)))
    return stack.add(note, scale.note(Colour.LINE if is_after else Colour.SLATE), "Measure")
