"""A ring of slices, the number in each, clockwise from the top."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, pi, sin

from briefing_app.documents.charts import plot
from briefing_app.documents.charts.marks import label, legend, readable_on, slice_colours
from briefing_app.documents.charts.numbers import shown_in
from briefing_app.documents.placed import Chart, Element, Frame, Path, Rule
from briefing_app.documents.theme import Colour, Theme

_ARC = pi / 90
_WHITE = 1.5


def doughnut_chart(chart: Chart, theme: Theme) -> Iterator[Element]:
    """The first series as a ring; what is missing, zero or negative has no slice."""
    values = chart.series[0].values if chart.series else ()
    whole = sum(_size(value) for value in values)
    colours = slice_colours(chart, theme)
    slices: list[tuple[float, float, float, Colour]] = []
    start = 0.0
    for value, colour in zip(values, colours, strict=True):
        if _size(value):
            turn = 2 * pi * _size(value) / whole
            slices.append((_size(value), start, start + turn, colour))
            start += turn
    for _, begin, end, colour in slices:
        yield _slice(chart, begin, end, colour)
    if len(slices) > 1:
        for _, begin, _, _ in slices:
            yield _gap(chart, begin)
    for value, begin, end, colour in slices:
        x, y = _point(plot.plot_frame(chart), (begin + end) / 2, (1 + plot.HOLE) / 2)
        yield label(chart, shown_in(chart, value), x, y, colour=readable_on(colour, theme))
    yield from legend(chart, colours)


def _size(value: float | None) -> float:
    return max(value or 0.0, 0.0)


def _point(ring: Frame, angle: float, share: float) -> tuple[float, float]:
    radius = ring.width / 2 * share
    x, y = ring.x + ring.width / 2, ring.y + ring.height / 2
    return x + radius * sin(angle), y - radius * cos(angle)


def _slice(chart: Chart, begin: float, end: float, colour: Colour) -> Path:
    ring = plot.plot_frame(chart)
    count = max(ceil((end - begin) / _ARC), 1)
    angles = [begin + (end - begin) * at / count for at in range(count + 1)]
    outer = [_point(ring, angle, 1.0) for angle in angles]
    inner = [_point(ring, angle, plot.HOLE) for angle in reversed(angles)]
    return Path(polygons=((*outer, *inner),), frame=ring, name="slice", fill=colour)


def _gap(chart: Chart, angle: float) -> Rule:
    ring = plot.plot_frame(chart)
    (x1, y1), (x2, y2) = _point(ring, angle, plot.HOLE), _point(ring, angle, 1.0)
    return Rule(x1=x1, y1=y1, x2=x2, y2=y2, name="gap", colour=Colour.PAPER, thickness=_WHITE)
