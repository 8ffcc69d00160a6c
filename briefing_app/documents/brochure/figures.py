"""Drawn figures of the brochure: chains of steps, bars, big numbers, meters.

Nothing in them is told by colour alone: bars carry their words and numbers, filled boxes
stand beside empty ones, so that a grey print says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from briefing_app.documents.brochure.grid import GUTTER
from briefing_app.documents.brochure.parts import below
from briefing_app.documents.brochure.setting import AnySetting
from briefing_app.documents.flow import Block, Drawn, Item, Row, Stack, stacked, words
from briefing_app.documents.placed import Anchor, Element, Frame, Geometry, Rule, Shape, TextBox
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Align,
    Paragraph,
    Span,
    Style,
    measure,
    paragraph,
    text_width,
)
from briefing_app.documents.theme import Colour
from briefing_app.domain.industry import BusinessProcess
from briefing_app.domain.offering import Capability
from briefing_app.domain.values import Measure

_Sign: TypeAlias = Callable[[int, float, bool], Drawn]

_DISC = 24.0
_CHEVRON = 24.0
_BAR = 9.0
_BAR_SHARE = 0.55
_BOX = 8.0
_FIGURE_SIZES = (27.0, 24.0, 21.0, 18.0, 15.0)
_MOST_IN_A_ROW = 5
_PER_ROW = {6: 3, 7: 4, 8: 4}


def process(
    setting: AnySetting, steps: Sequence[Capability | BusinessProcess], width: float
) -> Stack:
    """Steps as numbered discs with arrows from one to the next; words below each."""
    return _chain(setting, steps, width, _disc)


def chain(
    setting: AnySetting, steps: Sequence[Capability | BusinessProcess], width: float
) -> Stack:
    """Steps as a band of numbered chevrons; words below each."""
    return _chain(setting, steps, width, _chevron)


def _chain(
    setting: AnySetting,
    steps: Sequence[Capability | BusinessProcess],
    width: float,
    sign: _Sign,
) -> Stack:
    named = [step for step in steps if step.name or step.detail]
    across = _in_a_row(len(named))
    cell = (width - (across - 1) * GUTTER) / max(across, 1)
    rows: list[Block] = []
    for start in range(0, len(named), across or 1):
        part = named[start : start + across]
        cells = [
            (
                place * (cell + GUTTER),
                stacked(
                    sign(start + place, cell, place + 1 < len(part)),
                    _step_words(setting, step, cell),
                    gap=9,
                ),
            )
            for place, step in enumerate(part)
        ]
        rows.append(Row(tuple(cells)))
    return stacked(*rows, gap=18)


def _in_a_row(count: int) -> int:
    return count if count <= _MOST_IN_A_ROW else _PER_ROW.get(count, _MOST_IN_A_ROW)


def _step_words(setting: AnySetting, step: Capability | BusinessProcess, width: float) -> Block:
    kind = setting.type
    return words(
        [
            paragraph(setting.text(step.name), kind.item()),
            paragraph(setting.text(step.detail), below(kind.small(), 3)),
        ],
        width - 4,
        "Step",
    )


def _disc(index: int, width: float, has_next: bool) -> Drawn:
    middle = _DISC / 2
    elements: list[Element] = [
        Shape(
            frame=Frame(0, 0, _DISC, _DISC),
            geometry=Geometry.ELLIPSE,
            name="Step",
            fill=Colour.ACCENT,
        ),
        _number(index, Frame(5, 5, _DISC - 10, _DISC - 10), Align.CENTRE),
    ]
    if has_next:
        elements.append(
            Rule(
                x1=_DISC + 5,
                y1=middle,
                x2=width + GUTTER - 5,
                y2=middle,
                name="Arrow",
                colour=Colour.INK,
                thickness=1.0,
                has_arrow=True,
            )
        )
    return Drawn(_DISC, tuple(elements))


def _chevron(index: int, width: float, has_next: bool) -> Drawn:
    geometry = Geometry.CHEVRON if index else Geometry.PENTAGON
    frame = Frame(0, 0, width + (GUTTER - 4 if has_next else 0), _CHEVRON)
    shape = Shape(frame=frame, geometry=geometry, name="Step", fill=Colour.ACCENT)
    number = Frame(_CHEVRON / 2 + 5 if index else 9, 4, 40, _CHEVRON - 8)
    return Drawn(_CHEVRON, (shape, _number(index, number, Align.LEFT)))


def _number(index: int, frame: Frame, align: Align) -> TextBox:
    style = Style(size=10, bold=True, colour=Colour.PAPER, pitch=1.2, align=align)
    text = measure([paragraph(str(index + 1), style)], frame.width)
    return TextBox(
        frame=frame, text=text, name="Step number", anchor=Anchor.MIDDLE, fill=Colour.ACCENT
    )


def bars(setting: AnySetting, effect: Measure, width: float) -> Stack:
    """An effect as two bars to one scale, with what stands behind it below."""
    phrase, style = setting.wording.phrase, setting.type.small()
    names = (phrase("Before"), phrase("After"))
    left = max(text_width(name, style) for name in names) / WIDTH_MARGIN + 8
    scale = (width - left) * _BAR_SHARE / (max(abs(effect.before), abs(effect.after)) or 1.0)
    looks = (
        (Colour.STEEL, style),
        (Colour.ACCENT, setting.type.small(Colour.INK, bold=True)),
    )
    rows: list[Block] = []
    pairs = zip(names, (effect.before, effect.after), looks, strict=True)
    for name, number, (colour, value_style) in pairs:
        start = left + scale * abs(number) + 6
        value = paragraph(setting.value_of(effect, number), value_style)
        cells = (
            (0.0, words([paragraph(name, style)], left, "Bar label")),
            (left, _bar(scale * abs(number), style.line_height, colour)),
            (start, words([value], width - start, "Bar value")),
        )
        rows.append(Row(cells))
    title = effect_name(setting, effect, width)
    return stacked(title, *rows, _source(setting, effect, width), gap=4)


def big_figures(setting: AnySetting, effects: Sequence[Measure], width: float) -> tuple[Block, ...]:
    """Effects as big numbers before and after, each ``width`` wide, all of one size."""
    lines = [figure_line(setting, effect) for effect in effects]
    style = _figure_style(setting, ["".join(span.text for span in line) for line in lines], width)
    return tuple(
        stacked(
            words([Paragraph(line, style)], width, "Figure"),
            effect_name(setting, effect, width),
            _source(setting, effect, width),
            gap=3,
        )
        for effect, line in zip(effects, lines, strict=True)
    )


def figure_line(setting: AnySetting, effect: Measure) -> tuple[Span, Span]:
    """An effect as ``12% → 15.5%``, what is reached in bold."""
    percent = "%" if setting.text(effect.unit) == "%" else ""
    before = f"{setting.wording.number(effect.before)}{percent} → "
    after = setting.value_of(effect, effect.after)
    return Span(before, bold=False, colour=Colour.SLATE), Span(after)


def _figure_style(setting: AnySetting, lines: Sequence[str], width: float) -> Style:
    """The largest size at which each stands on one line, else the smallest."""
    styles = [setting.type.figure(size, Colour.ACCENT) for size in _FIGURE_SIZES]
    room = width * WIDTH_MARGIN
    fitting = (style for style in styles if all(text_width(line, style) <= room for line in lines))
    return next(fitting, styles[-1])


def effect_name(setting: AnySetting, effect: Measure, width: float) -> Block:
    """What an effect is, with a word beside it where its figures are examples."""
    kind, wording = setting.type, setting.wording
    spans = [Span(setting.text(effect.label) or wording.phrase("Effect"))]
    if effect.is_example:
        spans.append(Span("  " + wording.phrase("Example"), bold=False, colour=Colour.SLATE))
    return words([Paragraph(tuple(spans), kind.item())], width, "Effect")


def _source(setting: AnySetting, effect: Measure, width: float) -> Block:
    return words([paragraph(setting.text(effect.source), setting.type.note())], width, "Source")


def _bar(length: float, height: float, colour: Colour) -> Drawn:
    frame = Frame(0, (height - _BAR) / 2 + 1, max(length, 1.0), _BAR)
    return Drawn(
        height, (Shape(frame=frame, geometry=Geometry.RECTANGLE, name="Bar", fill=colour),)
    )


def meter(level: int, of: int, height: float) -> Drawn:
    """Boxes in a row, the first ``level`` of them filled."""
    return Drawn(height, tuple(_boxes(level, of, (height - _BOX) / 2 + 1)))


def _boxes(level: int, of: int, y: float) -> Iterator[Shape]:
    for place in range(of):
        yield Shape(
            frame=Frame(place * (_BOX + 3), y, _BOX, _BOX),
            geometry=Geometry.RECTANGLE,
            name="Level",
            fill=Colour.INK if place < level else Colour.PAPER,
            border=Colour.INK,
        )


def in_columns(cells: Sequence[Block], count: int, width: float, gap: float) -> Stack:
    """Blocks in ``count`` columns, row by row; a row is broken only where it fills a page."""
    cell = cell_width(count, width)
    starts = range(0, len(cells), count)
    rows = (
        Row(
            tuple(
                (place * (cell + GUTTER * 1.5), block)
                for place, block in enumerate(cells[start : start + count])
            )
        )
        for start in starts
    )
    return Stack(tuple(Item(row, gap, whole=True) for row in rows if row.height))


def cell_width(count: int, width: float) -> float:
    """How wide each of ``count`` columns is."""
    return (width - (count - 1) * GUTTER * 1.5) / count
