"""Bars and columns: the number at each end, names at the axis."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.charts import plot
from briefing_app.documents.charts.marks import (
    axis,
    base_line,
    height_of,
    label,
    legend,
    names_below,
    names_beside,
    value_axis,
    value_axis_above,
)
from briefing_app.documents.charts.numbers import shown_in
from briefing_app.documents.placed import Chart, Element, Frame, Geometry, Series, Shape

_BESIDE, _ABOVE = 2.3, 2.8


def bar_chart(chart: Chart) -> Iterator[Element]:
    """Bars from left to right, the first category on top."""
    area, scale = plot.plot_frame(chart), plot.scale(chart)
    yield from legend(chart, [series.colour for series in chart.series])
    yield from names_beside(chart)
    if plot.has_value_axis(chart):
        yield from value_axis_above(chart)
    zero = area.x + area.width * scale.share(0.0)
    yield axis(zero, area.y, zero, area.bottom)
    for series, value, start in _standing(chart):
        y, thickness = area.y + start, plot.bar_thickness(chart)[0]
        end = area.x + area.width * scale.share(value)
        frame = Frame(min(zero, end), y, abs(end - zero), thickness)
        yield _bar(frame, series)
        away, share = (-_BESIDE, 1.0) if value < 0 else (_BESIDE, 0.0)
        if not plot.has_value_axis(chart):
            yield label(chart, shown_in(chart, value), end + away, y + thickness / 2, share=share)


def column_chart(chart: Chart) -> Iterator[Element]:
    """Columns that stand on zero."""
    area, scale = plot.plot_frame(chart), plot.scale(chart)
    yield from legend(chart, [series.colour for series in chart.series])
    if plot.has_value_axis(chart):
        yield from value_axis(chart)
    zero = height_of(area, scale.share(0.0))
    for series, value, start in _standing(chart):
        x, thickness = area.x + start, plot.bar_thickness(chart)[0]
        end = height_of(area, scale.share(value))
        frame = Frame(x, min(zero, end), thickness, abs(end - zero))
        yield _bar(frame, series)
        away, rise = (_ABOVE, 0.0) if value < 0 else (-_ABOVE, 1.0)
        if not plot.has_value_axis(chart):
            yield label(chart, shown_in(chart, value), x + thickness / 2, end + away, rise=rise)
    yield base_line(chart)
    yield from names_below(chart)


def _standing(chart: Chart) -> Iterator[tuple[Series, float, float]]:
    """Each number with its series and where its bar begins along the axis of categories."""
    band, (thickness, gap) = plot.band_length(chart), plot.bar_thickness(chart)
    count = len(chart.series)
    white = band - count * thickness - (count - 1) * gap
    for index in range(len(chart.categories)):
        for at, series in enumerate(chart.series):
            value = series.values[index]
            if value is not None:
                yield series, value, band * index + white / 2 + at * (thickness + gap)


def _bar(frame: Frame, series: Series) -> Shape:
    return Shape(frame=frame, geometry=Geometry.RECTANGLE, name=series.name, fill=series.colour)
