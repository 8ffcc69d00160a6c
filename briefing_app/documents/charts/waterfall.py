"""A waterfall: columns that begin where the last one ended, totals on zero."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.charts import plot
from briefing_app.documents.charts.marks import base_line, height_of, label, names_below
from briefing_app.documents.charts.steps import Step, shown_step, steps
from briefing_app.documents.placed import Chart, Element, Frame, Geometry, Shape
from briefing_app.documents.theme import Colour

TOTAL = Colour.INK
_ABOVE = 5.9


def rise_colour(chart: Chart) -> Colour:
    """The colour of what adds: the series' own."""
    return chart.series[0].colour if chart.series else Colour.ACCENT


def fall_colour(chart: Chart) -> Colour:
    """The colour of what takes away: lighter than that of totals, other than what adds."""
    return Colour.WARM if rise_colour(chart) is Colour.STEEL else Colour.STEEL


def waterfall_chart(chart: Chart) -> Iterator[Element]:
    """A column a category, with its change above it."""
    area, scale = plot.plot_frame(chart), plot.scale(chart)
    band, thickness = plot.band_length(chart), plot.bar_thickness(chart)[0]
    for index, step in enumerate(steps(chart)):
        middle = area.x + band * (index + 0.5)
        top = height_of(area, scale.share(step.top))
        for low, high in _pieces(step):
            upper, lower = (height_of(area, scale.share(level)) for level in (high, low))
            yield Shape(
                frame=Frame(middle - thickness / 2, upper, thickness, lower - upper),
                geometry=Geometry.RECTANGLE,
                name="step",
                fill=_colour(chart, step),
            )
        if step.value is not None:
            yield label(chart, shown_step(chart, step), middle, top - _ABOVE, rise=1.0)
    yield base_line(chart)
    yield from names_below(chart)


def _pieces(step: Step) -> Iterator[tuple[float, float]]:
    """From which level to which a bar goes, below zero and above it."""
    low, high = min(step.start, step.end), step.top
    if low < min(high, 0.0):
        yield low, min(high, 0.0)
    if high > max(low, 0.0):
        yield max(low, 0.0), high


def _colour(chart: Chart, step: Step) -> Colour:
    if step.is_total:
        return TOTAL
    return rise_colour(chart) if step.end >= step.start else fall_colour(chart)
