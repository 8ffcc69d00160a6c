"""Charts as drawn shapes, for pages that no chart program will open."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.placed import Chart, ChartKind, Element, Frame, Geometry, Shape, TextBox
from briefing_app.documents.text_fit import Align, Style, measure, paragraph
from briefing_app.documents.theme import Colour

_LABEL_SHARE = 0.3
_VALUE_ROOM = 52.0
_BAR_GAP = 2.0


def drawn(chart: Chart) -> Iterator[Element]:
    """A bar chart's elements: a band a category, a bar a series, the number at its end.

    Raises ValueError for kinds of chart that are not drawn.
    """
    if chart.kind not in (ChartKind.BAR, ChartKind.COLUMN):
        raise ValueError(f"a {chart.kind} chart cannot be drawn")
    top = chart.frame.y
    if chart.has_legend:
        yield from _legend(chart)
        top += chart.font_size * 2
    band = (chart.frame.bottom - top) / max(len(chart.categories), 1)
    for index, category in enumerate(chart.categories):
        frame = Frame(chart.frame.x, top + band * index, chart.frame.width, band)
        yield _label(category, frame, chart)
        yield from _bars(index, frame, chart)


def _legend(chart: Chart) -> Iterator[Element]:
    x = chart.frame.x + chart.frame.width * _LABEL_SHARE
    size = chart.font_size
    for series in chart.series:
        swatch = Frame(x, chart.frame.y + size * 0.3, size * 0.8, size * 0.8)
        yield Shape(
            frame=swatch, geometry=Geometry.RECTANGLE, name="legend key", fill=series.colour
        )
        text = measure([paragraph(series.name, Style(size=size, colour=Colour.SLATE))], 200)
        width = text.lines[0].width / 0.97 + 2
        place = Frame(swatch.right + size * 0.4, chart.frame.y, width, text.height)
        yield TextBox(frame=place, text=text, name="legend")
        x = place.right + size


def _label(category: str, band: Frame, chart: Chart) -> TextBox:
    width = band.width * _LABEL_SHARE - 8
    text = measure([paragraph(category, Style(size=chart.font_size, pitch=1.25))], width)
    y = band.y + (band.height - text.height) / 2
    return TextBox(frame=Frame(band.x, y, width, text.height), text=text, name="category")


def _bars(index: int, band: Frame, chart: Chart) -> Iterator[Element]:
    values = [series.values[index] or 0.0 for series in chart.series]
    largest = max((abs(v or 0) for series in chart.series for v in series.values), default=1) or 1
    left = band.x + band.width * _LABEL_SHARE
    room = band.right - left - _VALUE_ROOM
    height = min((band.height * 0.7) / max(len(values), 1) - _BAR_GAP, 22)
    y = band.y + (band.height - (height + _BAR_GAP) * len(values)) / 2
    for series, value in zip(chart.series, values, strict=True):
        bar = Frame(left, y, max(room * abs(value) / largest, 0.75), height)
        yield Shape(frame=bar, geometry=Geometry.RECTANGLE, name=series.name, fill=series.colour)
        yield _value(value, bar, chart)
        y += height + _BAR_GAP


def _value(value: float, bar: Frame, chart: Chart) -> TextBox:
    style = Style(size=chart.font_size, bold=True, pitch=1.2, align=Align.LEFT)
    text = measure([paragraph(f"{value:,.10g}", style)], _VALUE_ROOM)
    y = bar.y + (bar.height - text.height) / 2
    return TextBox(frame=Frame(bar.right + 5, y, _VALUE_ROOM, text.height), text=text, name="value")
