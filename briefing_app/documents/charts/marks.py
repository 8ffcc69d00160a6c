"""What all drawn charts are made of: labels, names of categories, legends, lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.documents.charts import plot
from briefing_app.documents.charts.numbers import shown_in
from briefing_app.documents.placed import (
    Chart,
    ChartKind,
    Element,
    Frame,
    Geometry,
    Rule,
    Shape,
    TextBox,
)
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Align,
    Measured,
    Style,
    measure,
    paragraph,
    text_width,
)
from briefing_app.documents.theme import Colour, Theme

LINE_WIDTH = 2.25
MARKER = 6.0

_READABLE = 4.5
_NAME_GAP = 4.5
_TICK_GAP = 3.9


def one_line(words: str, style: Style) -> Measured:
    """Words that stay on one line."""
    return measure([paragraph(words, style)], text_width(words, style) / WIDTH_MARGIN + 2)


def label(chart: Chart, words: str, x: float, y: float, **look: object) -> TextBox:
    """A bold label of one line whose middle is at a point; ``share`` moves it along.

    ``share`` of its width stands before ``x`` (0.5 where not given), ``rise`` of its height
    above ``y``; ``colour`` is ink where not given.
    """
    colour = look.get("colour", Colour.INK)
    is_bold = look.get("bold", True) is True
    share, rise = float(str(look.get("share", 0.5))), float(str(look.get("rise", 0.5)))
    style = Style(size=chart.font_size, bold=is_bold, pitch=plot.PITCH, colour=Colour(str(colour)))
    text = one_line(words, style)
    width = text.lines[0].width
    frame = Frame(x - width * share, y - text.height * rise, width / WIDTH_MARGIN + 2, text.height)
    return TextBox(frame=frame, text=text, name="label")


def names_below(chart: Chart) -> Iterator[Element]:
    """The categories' names under the plot, each in the middle of its band."""
    area, band = plot.plot_frame(chart), plot.band_length(chart)
    for index, name in enumerate(chart.categories):
        text = _centred(plot.category_label(chart, name))
        x = area.x + band * index
        top = area.bottom + plot.CATEGORY_GAP
        yield TextBox(frame=Frame(x, top, band, text.height), text=text, name="category")


def names_beside(chart: Chart) -> Iterator[Element]:
    """The categories' names left of the plot, ending there."""
    area, band = plot.plot_frame(chart), plot.band_length(chart)
    for index, name in enumerate(chart.categories):
        text = _centred(plot.category_label(chart, name))
        width = max(line.width for line in text.lines)
        y = area.y + band * (index + 0.5) - text.height / 2
        place = Frame(area.x - _NAME_GAP - width, y, width, text.height)
        yield TextBox(frame=place, text=text, name="category")


def legend(chart: Chart, colours: Sequence[Colour]) -> Iterator[Element]:
    """A sign and a name for each series or slice."""
    placed = plot.legend(chart)
    if placed is None:
        return
    for entry, colour in zip(placed.entries, colours, strict=True):
        yield from _legend_sign(chart, entry, colour)
        width = max(line.width for line in entry.name.lines) / WIDTH_MARGIN + 2
        x = entry.x + plot.legend_key(chart)
        yield TextBox(
            frame=Frame(x, entry.y, width, entry.name.height), text=entry.name, name="legend"
        )


def _legend_sign(chart: Chart, entry: plot.LegendEntry, colour: Colour) -> Iterator[Element]:
    size = chart.font_size
    side, middle = size * 0.6, entry.y + size * plot.PITCH / 2
    geometry, x = Geometry.RECTANGLE, entry.x
    if chart.kind is ChartKind.LINE:
        end = entry.x + plot.legend_key(chart) - size * 0.1
        yield Rule(
            x1=x, y1=middle, x2=end, y2=middle, name="legend key", colour=colour, thickness=2.25
        )
        geometry, x = Geometry.ELLIPSE, (entry.x + end - side) / 2
    sign = Frame(x, middle - side / 2, side, side)
    yield Shape(frame=sign, geometry=geometry, name="legend key", fill=colour)


def value_axis(chart: Chart) -> Iterator[Element]:
    """Numbers and grid lines at the steps of the scale, left of columns and lines."""
    area, scale = plot.plot_frame(chart), plot.scale(chart)
    for tick in scale.ticks:
        y = height_of(area, scale.share(tick))
        yield Rule(x1=area.x, y1=y, x2=area.right, y2=y, name="grid line", thickness=0.5)
        words = shown_in(chart, tick)
        yield label(chart, words, area.x - _TICK_GAP, y, share=1.0, bold=False, colour=Colour.SLATE)


def value_axis_above(chart: Chart) -> Iterator[Element]:
    """The same above bars."""
    area, scale = plot.plot_frame(chart), plot.scale(chart)
    for tick in scale.ticks:
        x = area.x + area.width * scale.share(tick)
        yield Rule(x1=x, y1=area.y, x2=x, y2=area.bottom, name="grid line", thickness=0.5)
        words = shown_in(chart, tick)
        yield label(chart, words, x, area.y - _TICK_GAP, rise=1.0, bold=False, colour=Colour.SLATE)


def base_line(chart: Chart) -> Rule:
    """The category axis of columns and lines, at zero or, where that is below, at the bottom."""
    area, scale = plot.plot_frame(chart), plot.scale(chart)
    y = height_of(area, scale.share(min(max(0.0, scale.minimum), scale.maximum)))
    return axis(area.x, y, area.right, y)


def axis(x1: float, y1: float, x2: float, y2: float) -> Rule:
    """An axis."""
    return Rule(x1=x1, y1=y1, x2=x2, y2=y2, name="axis", colour=Colour.STEEL, thickness=0.75)


def height_of(area: Frame, share: float) -> float:
    """The y of a share of a plot's height, from its bottom."""
    return area.bottom - share * area.height


def readable_on(colour: Colour, theme: Theme) -> Colour:
    """White where it can be read on the colour, else ink."""
    return Colour.PAPER if theme.contrast(Colour.PAPER, colour) >= _READABLE else Colour.INK


def readable_in(colour: Colour, theme: Theme) -> Colour:
    """The colour itself where words in it can be read on white, else grey."""
    return colour if theme.contrast(colour, Colour.PAPER) >= _READABLE else Colour.SLATE


def slice_colours(chart: Chart, theme: Theme) -> list[Colour]:
    """A colour a category: the chart's own, else the series' first and then the theme's others."""
    if chart.slices:
        return list(chart.slices)
    first = chart.series[0].colour if chart.series else theme.series[0]
    others = [colour for colour in theme.series if colour is not first]
    count = len(chart.categories)
    return [first if at == 0 else others[(at - 1) % len(others)] for at in range(count)]


def _centred(text: Measured) -> Measured:
    """The same lines, centred."""
    width = max(line.width for line in text.lines) / WIDTH_MARGIN + 1e-6
    item = text.paragraphs[0]
    style = Style(size=item.style.size, pitch=item.style.pitch, align=Align.CENTRE)
    return measure([paragraph(item.text, style)], width)
