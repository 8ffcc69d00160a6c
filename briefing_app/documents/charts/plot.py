"""Where a chart's plot area, bands, bars and legend stand; files pin them, pages draw them there.

What office programs would choose for themselves cannot be foreseen, so the writer of .pptx
files states what is worked out here. Lengths are in points on the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import hypot

from briefing_app.documents.charts.numbers import shown_in, values_of
from briefing_app.documents.charts.scale import Scale, scale_of
from briefing_app.documents.charts.steps import levels
from briefing_app.documents.placed import Chart, ChartKind, Frame, Series
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Measured,
    Style,
    measure,
    paragraph,
    text_width,
)
from briefing_app.documents.theme import Colour

PITCH = 1.448
"""The line height of text in charts, in em: the fonts' own, which programs use there."""

HOLE = 0.5
"""The hole of a doughnut, as a share of its diameter; LibreOffice knows no other."""

CATEGORY_GAP = 7.4
"""White between an axis and the names below it, as programs leave it."""

_WIDEST_NAMES = 0.5
_WIDEST_LEGEND = 0.3
_NAME_GAP = 6.0
_BAR_SHARE = 0.7
_BAR_GAP = 2.0
_THICKEST_BAR = {ChartKind.BAR: 22.0, ChartKind.COLUMN: 64.0, ChartKind.WATERFALL: 84.0}
_MOST_LABELLED_POINTS = 12
_HIDDEN_INTERVALS, _SHOWN_INTERVALS = 20, 5
_LEGEND_ROW, _LEGEND_KEY, _LINE_KEY, _LEGEND_GAP, _LEGEND_EDGE = 1.73, 0.9, 2.36, 0.4, 0.33
_RING_SHARE = 0.5
_NAME_SHARE = 0.95
_TALLEST_NAMES = 0.45
_WIDEST_END = 0.3


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A name of a legend, the left of its sign and the top of its words."""

    name: Measured
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Legend:
    """Where a legend begins, how high it is, and its entries."""

    x: float
    y: float
    height: float
    entries: tuple[LegendEntry, ...]


def labels_all_points(chart: Chart) -> bool:
    """True for a line that has its number at each point; others have a value axis."""
    return len(chart.series) == 1 and len(chart.categories) <= _MOST_LABELLED_POINTS


def has_value_axis(chart: Chart) -> bool:
    """True where numbers stand at an axis, as there is no room for them at what they measure."""
    match chart.kind:
        case ChartKind.LINE:
            return not labels_all_points(chart)
        case ChartKind.COLUMN:
            return _widest_value(chart) > _rough_room(chart, chart.frame.width)
        case ChartKind.BAR:
            return chart.font_size > _rough_room(chart, chart.frame.height)
        case _:
            return False


def _rough_room(chart: Chart, length: float) -> float:
    """About how much room one bar has across, with its share of the white."""
    bars = max(len(chart.categories), 1) * max(len(chart.series), 1)
    return length / bars * (1.0 if len(chart.series) < 2 else 0.85)


@lru_cache(maxsize=256)
def scale(chart: Chart) -> Scale:
    """The chart's value axis."""
    if chart.kind is ChartKind.WATERFALL:
        return scale_of(levels(chart), intervals=_HIDDEN_INTERVALS, room_below=0.02)
    is_bar = chart.kind is not ChartKind.LINE
    if has_value_axis(chart):
        return scale_of(values_of(chart), intervals=_SHOWN_INTERVALS, is_bar=is_bar)
    room = _room_below(chart) if is_bar else 0.0
    return scale_of(values_of(chart), intervals=_HIDDEN_INTERVALS, is_bar=is_bar, room_below=room)


def _room_below(chart: Chart) -> float:
    """The share of the value axis that the label of a negative bar takes."""
    length, room = chart.frame.height * 0.6, chart.font_size * PITCH + 4
    if chart.kind is ChartKind.BAR:
        length, room = chart.frame.width * (1 - _WIDEST_NAMES), _widest_value(chart) + 8
    return min(room / max(length, 1.0), 0.4)


@lru_cache(maxsize=256)
def plot_frame(chart: Chart) -> Frame:
    """The area between the axes, within the chart's frame."""
    frame = chart.frame
    if chart.kind is ChartKind.DOUGHNUT:
        side = min(frame.height, frame.width * (_RING_SHARE if chart.has_legend else 1.0))
        return Frame(frame.x, frame.y + (frame.height - side) / 2, side, side)
    top = legend_height(chart)
    if chart.kind is ChartKind.BAR:
        right = min(_widest_value(chart) + 8, frame.width * _WIDEST_END)
        ticks = chart.font_size * 2 if has_value_axis(chart) else 0.0
        return frame.inset(_names_width(chart), top + ticks, right, 0)
    left, right = _sides(chart)
    names = _names_height(chart, (frame.width - left - right) / max(len(chart.categories), 1))
    above = chart.font_size * 1.7
    return frame.inset(left, min(top + above, frame.height * 0.4), right, names)


def stands_in_the_hole(chart: Chart, words: Frame) -> bool:
    """True for a frame that stands whole in the white inside a ring."""
    if chart.kind is not ChartKind.DOUGHNUT:
        return False
    ring = plot_frame(chart)
    across = max(abs(x - ring.x - ring.width / 2) for x in (words.x, words.right))
    down = max(abs(y - ring.y - ring.height / 2) for y in (words.y, words.bottom))
    return hypot(across, down) < ring.width / 2 * HOLE


def band_length(chart: Chart) -> float:
    """The room of one category along its axis."""
    plot = plot_frame(chart)
    length = plot.height if chart.kind is ChartKind.BAR else plot.width
    return length / max(len(chart.categories), 1)


def bar_thickness(chart: Chart) -> tuple[float, float]:
    """How thick bars are, and the white between bars of one category."""
    band = band_length(chart)
    count = 1 if chart.kind is ChartKind.WATERFALL else max(len(chart.series), 1)
    gap = _BAR_GAP if count > 1 else 0.0
    thickness = min(band * _BAR_SHARE / count - gap, _THICKEST_BAR[chart.kind])
    return max(thickness, 1.0), gap


def category_label(chart: Chart, name: str) -> Measured:
    """A category's name, wrapped to its room."""
    style = Style(size=chart.font_size, pitch=PITCH)
    width = chart.frame.width * _WIDEST_NAMES / WIDTH_MARGIN
    if chart.kind is not ChartKind.BAR:
        width = band_length(chart) * _NAME_SHARE
    return measure([paragraph(name, style)], max(width, 1.0))


def names_fit(chart: Chart) -> bool:
    """True when no name of a category is higher than its room."""
    room = band_length(chart)
    if chart.kind is not ChartKind.BAR:
        room = chart.frame.bottom - plot_frame(chart).bottom - CATEGORY_GAP
    labels = (category_label(chart, name) for name in chart.categories)
    return all(label.height <= room + 0.5 for label in labels)


def legend(chart: Chart) -> Legend | None:
    """The legend: above the plot, and beside a ring; a waterfall needs none."""
    if not chart.has_legend or chart.kind is ChartKind.WATERFALL:
        return None
    return _legend_beside(chart) if chart.kind is ChartKind.DOUGHNUT else _legend_above(chart)


def legend_key(chart: Chart) -> float:
    """From the left of a legend's sign to its words; lines have longer signs."""
    return (_LINE_KEY if chart.kind is ChartKind.LINE else _LEGEND_KEY) * chart.font_size


def legend_height(chart: Chart) -> float:
    """The room above the plot that a legend takes."""
    placed = None if chart.kind is ChartKind.DOUGHNUT else legend(chart)
    return 0.0 if placed is None else min(placed.height + 4, chart.frame.height / 2)


def _legend_above(chart: Chart) -> Legend:
    """Names side by side, in a further row where one is full."""
    size, frame = chart.font_size, chart.frame
    edge, row = _LEGEND_EDGE * size, _LEGEND_ROW * size
    x, y = frame.x + edge, frame.y + edge
    entries: list[LegendEntry] = []
    for series in chart.series:
        name = _legend_name(chart, series.name, frame.width)
        width = legend_key(chart) + name.lines[0].width
        if entries and x + width > frame.right:
            x, y = frame.x + edge, y + row
        entries.append(LegendEntry(name, x, y))
        x += width + _LEGEND_GAP * size
    return Legend(frame.x, frame.y, y + row - frame.y, tuple(entries))


def _legend_beside(chart: Chart) -> Legend:
    size, frame, ring = chart.font_size, chart.frame, plot_frame(chart)
    edge, spare = _LEGEND_EDGE * size, (_LEGEND_ROW - PITCH) * size
    width = frame.width * _WIDEST_LEGEND
    names = [_legend_name(chart, name, width) for name in chart.categories]
    height = sum(name.height + spare for name in names) + edge
    x, y = ring.right + 1.5 * size, frame.y + max(frame.height - height, 0.0) / 2
    entries: list[LegendEntry] = []
    at = y + edge
    for name in names:
        entries.append(LegendEntry(name, x + edge, at))
        at += name.height + spare
    return Legend(x, y, height, tuple(entries))


def _legend_name(chart: Chart, name: str, width: float) -> Measured:
    style = Style(size=chart.font_size, colour=Colour.SLATE, pitch=PITCH)
    return measure([paragraph(name, style)], width)


def last_number(series: Series) -> int | None:
    """Where the last number of a series stands."""
    return max((at for at, value in enumerate(series.values) if value is not None), default=None)


def end_label(chart: Chart, series: Series) -> str:
    """What stands at the end of a line: its number, and without a legend its name."""
    last = last_number(series)
    value = None if last is None else series.values[last]
    if value is None:
        return ""
    number = shown_in(chart, value)
    return number if chart.has_legend else f"{series.name} {number}"


def _sides(chart: Chart) -> tuple[float, float]:
    style = Style(size=chart.font_size, bold=True)
    if not has_value_axis(chart):
        return 0.0, 0.0
    ticks = max(text_width(shown_in(chart, tick), style) for tick in scale(chart).ticks)
    most = chart.frame.width * _WIDEST_END
    return min(ticks + 8, most), min(_end_room(chart, style), most)


def _end_room(chart: Chart, style: Style) -> float:
    """The room right of the plot: labels at the ends of lines begin half a band before it."""
    if chart.kind is not ChartKind.LINE:
        return 0.0
    ends = max((text_width(end_label(chart, one), style) for one in chart.series), default=0.0)
    return max(ends + 8 - chart.frame.width / max(len(chart.categories), 1) * 0.4, 0.0)


def _names_width(chart: Chart) -> float:
    labels = (category_label(chart, name) for name in chart.categories)
    widest = max((line.width for label in labels for line in label.lines), default=0.0)
    return widest + _NAME_GAP


def _names_height(chart: Chart, band: float) -> float:
    style = Style(size=chart.font_size, pitch=PITCH)
    width = max(band * _NAME_SHARE, 1.0)
    heights = (measure([paragraph(name, style)], width).height for name in chart.categories)
    return min(max(heights, default=0.0) + CATEGORY_GAP, chart.frame.height * _TALLEST_NAMES)


def _widest_value(chart: Chart) -> float:
    style = Style(size=chart.font_size, bold=True)
    return max((text_width(shown_in(chart, v), style) for v in values_of(chart)), default=0.0)
