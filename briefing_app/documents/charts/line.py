"""Lines: a number at each point of a single one, at the end of each of several."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefing_app.documents.charts import plot
from briefing_app.documents.charts.marks import (
    LINE_WIDTH,
    MARKER,
    base_line,
    height_of,
    label,
    legend,
    names_below,
    readable_in,
    value_axis,
)
from briefing_app.documents.charts.numbers import shown_in
from briefing_app.documents.placed import Chart, Element, Frame, Geometry, Rule, Series, Shape
from briefing_app.documents.theme import Colour, Theme

_ABOVE, _BESIDE = 5.9, 5.8


def line_chart(chart: Chart, theme: Theme) -> Iterator[Element]:
    """Lines with gaps where numbers are missing."""
    yield from legend(chart, [series.colour for series in chart.series])
    if plot.has_value_axis(chart):
        yield from value_axis(chart)
    yield base_line(chart)
    for series in chart.series:
        yield from _line(chart, series)
    yield from _labels(chart, theme)
    yield from names_below(chart)


def _points(chart: Chart, series: Series) -> list[tuple[float, float] | None]:
    area, scale, band = plot.plot_frame(chart), plot.scale(chart), plot.band_length(chart)
    return [
        None
        if value is None
        else (area.x + band * (index + 0.5), height_of(area, scale.share(value)))
        for index, value in enumerate(series.values)
    ]


def _line(chart: Chart, series: Series) -> Iterator[Element]:
    points = _points(chart, series)
    for start, end in pairwise(points):
        if start is not None and end is not None:
            yield Rule(
                x1=start[0],
                y1=start[1],
                x2=end[0],
                y2=end[1],
                name=series.name,
                colour=series.colour,
                thickness=LINE_WIDTH,
            )
    for x, y in filter(None, points):
        yield _dot(x, y, MARKER + 2, Colour.PAPER, series.name)
        yield _dot(x, y, MARKER, series.colour, series.name)


def _dot(x: float, y: float, size: float, colour: Colour, name: str) -> Shape:
    frame = Frame(x - size / 2, y - size / 2, size, size)
    return Shape(frame=frame, geometry=Geometry.ELLIPSE, name=name, fill=colour)


def _labels(chart: Chart, theme: Theme) -> Iterator[Element]:
    if plot.labels_all_points(chart):
        series = chart.series[0]
        for point, value in zip(_points(chart, series), series.values, strict=True):
            if point is not None and value is not None:
                x, y = point
                yield label(chart, shown_in(chart, value), x, y - _ABOVE, rise=1.0)
        return
    for series in chart.series:
        last = plot.last_number(series)
        point = None if last is None else _points(chart, series)[last]
        if point is not None:
            words, colour = plot.end_label(chart, series), readable_in(series.colour, theme)
            yield label(chart, words, point[0] + _BESIDE, point[1], share=0.0, colour=colour)
