"""Big numbers with what they mean: before, an arrow, after, unit, source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.documents.deck.block import Change
from briefing_app.documents.deck.blocks.parts import Stack
from briefing_app.documents.deck.spacing import HAIR, MEDIUM
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.line_breaks import is_cjk
from briefing_app.documents.placed import Anchor, Frame, TextBox
from briefing_app.documents.text_fit import Paragraph, Span, measure_to_edit, plain
from briefing_app.documents.theme import Colour

ONE_LINE_SLACK = 1.12
"""Room for what must stay on one line where another font stands in for ours."""

_SHRINKS = (1.0, 0.85, 0.7, 0.55)
_ONE_LINE = 10_000.0
_BESIDE = MEDIUM
_LEAST_BESIDE = 130.0


def figures(
    changes: Sequence[Change], frames: Sequence[Frame], scale: TypeScale, size: float
) -> tuple[tuple[TextBox, ...], ...] | None:
    """A figure in each frame, all in the largest size (from ``size`` points down) that fits."""
    for shrink in _SHRINKS:
        placed = [
            _figure(change, frame, scale, size * shrink)
            for change, frame in zip(changes, frames, strict=True)
        ]
        whole = tuple(boxes for boxes in placed if boxes)
        if len(whole) == len(placed):
            return whole
    return None


def figure_with_words_beside(
    change: Change, frame: Frame, scale: TypeScale, size: float
) -> tuple[TextBox, ...] | None:
    """The reading at the left, at its right what it measures and where it comes from."""
    for shrink in _SHRINKS:
        reading = _reading(change, frame, scale, size * shrink)
        if reading is None:
            continue
        left = reading.text.lines[0].width * ONE_LINE_SLACK + _BESIDE
        words = Stack(Frame(frame.x + left, frame.y, frame.width - left, reading.frame.height))
        words.add(change.label, scale.body(bold=True), "Measure")
        words.add(change.source, scale.note(), "Source")
        if frame.width - left >= _LEAST_BESIDE and words.fits:
            number = replace(reading, frame=replace(reading.frame, width=left - _BESIDE / 2))
            return (number, *words.boxes(Anchor.MIDDLE))
    return None


def bottom_of(figure_boxes: Sequence[Sequence[TextBox]]) -> float:
    """Where the lowest of the figures ends."""
    return max((box.frame.bottom for boxes in figure_boxes for box in boxes), default=0.0)


def _figure(change: Change, frame: Frame, scale: TypeScale, size: float) -> tuple[TextBox, ...]:
    """Label, reading and source from the top of the frame; nothing when they do not fit."""
    label = Stack(frame).add(change.label, scale.detail(Colour.INK), "Measure")
    reading = _reading(change, frame.inset(0, label.height + HAIR, 0, 0), scale, size)
    if reading is None or not label.fits:
        return ()
    below = frame.inset(0, reading.frame.bottom - frame.y + HAIR, 0, 0)
    source = Stack(below).add(change.source, scale.note(), "Source")
    return (*label.boxes(), reading, *source.boxes()) if source.fits else ()


def with_space(unit: str) -> str:
    """The unit with the space that Latin script writes before it; Chinese brings its own."""
    return f" {unit}" if unit and not is_cjk(unit[0]) else unit


def _reading(change: Change, frame: Frame, scale: TypeScale, size: float) -> TextBox | None:
    """One line: before in grey, after in the accent, the unit in ink."""
    spans = (
        Span(f"{plain(change.before_text)} → ", bold=False, colour=Colour.SLATE),
        Span(plain(change.after_text)),
        Span(with_space(plain(change.unit)), bold=False, colour=Colour.INK),
    )
    line = Paragraph(tuple(span for span in spans if span.text), scale.figure(size))
    if measure_to_edit([line], _ONE_LINE).lines[0].width * ONE_LINE_SLACK > frame.width:
        return None
    text = measure_to_edit([line], frame.width)
    place = Frame(frame.x, frame.y, frame.width, text.height)
    return TextBox(frame=place, text=text, name="Figure")
