"""Placed charts as native ones: bars, columns, lines, rings and waterfalls, all to be edited.

Numbers stand at what they measure, so there are no gridlines and value axes only where
there are too many for that. Plot area, legend and the step of the scale are
pinned, so that the chart stands where pages show it drawn.
"""

from __future__ import annotations

from briefing_app.documents.charts import plot
from briefing_app.documents.charts.marks import LINE_WIDTH, readable_on, slice_colours
from briefing_app.documents.charts.numbers import number_format
from briefing_app.documents.deck.chart_series import (
    data_xml,
    label_look,
    labels_xml,
    last_label_xml,
    series_xml,
    text_xml,
)
from briefing_app.documents.deck.drawingml import (
    DRAWING,
    LANGUAGE_TAGS,
    RELATIONSHIPS,
    escaped,
    outline,
    solid,
)
from briefing_app.documents.deck.package import HEAD
from briefing_app.documents.deck.waterfall_xml import waterfall_plot
from briefing_app.documents.placed import Chart, ChartKind, Frame, Series
from briefing_app.documents.theme import Colour, Theme
from briefing_app.domain.text import Language

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CATEGORY_AXIS, _VALUE_AXIS = 500_000_001, 500_000_002
_AXIS_IDS = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
_LEVEL = ' rot="0" vert="horz"'
"""Names stay level and wrap, where programs would turn them."""


def chart_xml(chart: Chart, theme: Theme, language: Language, workbook: str) -> str:
    """The chart part; ``workbook`` is the id of its relationship to the embedded workbook."""
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}">'
        f'<c:date1904 val="0"/><c:lang val="{LANGUAGE_TAGS[language]}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_plot_place(chart)}'
        f"{_plot(chart, theme, language)}</c:plotArea>{_legend(chart)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_xml(chart.font_size, Colour.SLATE)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot_place(chart: Chart) -> str:
    """The plot area without what stands at its axes."""
    frame, place = chart.frame, plot.plot_frame(chart)
    width, height = max(frame.width, 1e-6), max(frame.height, 1e-6)
    size = f'<c:w val="{place.width / width:.5f}"/><c:h val="{place.height / height:.5f}"/>'
    return _placed('<c:layoutTarget val="inner"/>', frame, place.x, place.y, size)


def _placed(target: str, frame: Frame, x: float, y: float, size: str = "") -> str:
    """A place in the chart, in shares of its width and height."""
    across, down = (
        (x - frame.x) / max(frame.width, 1e-6),
        (y - frame.y) / max(frame.height, 1e-6),
    )
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{across:.5f}"/><c:y val="{max(down, 0.0):.5f}"/>{size}'
        "</c:manualLayout></c:layout>"
    )


def _plot(chart: Chart, theme: Theme, language: Language) -> str:
    match chart.kind:
        case ChartKind.BAR | ChartKind.COLUMN:
            return _bars(chart) + _axes(chart)
        case ChartKind.LINE:
            return _lines(chart, theme) + _axes(chart)
        case ChartKind.DOUGHNUT:
            return _doughnut(chart, theme)
        case ChartKind.WATERFALL:
            return waterfall_plot(chart, language, _AXIS_IDS) + _axes(chart)


def _bars(chart: Chart) -> str:
    direction = "bar" if chart.kind is ChartKind.BAR else "col"
    gap, overlap = _bar_spacing(chart)
    labels = "" if plot.has_value_axis(chart) else labels_xml(chart, "outEnd")
    series = "".join(
        series_xml(
            index,
            index + 1,
            item.name,
            f'<c:spPr>{solid(item.colour)}</c:spPr><c:invertIfNegative val="0"/>'
            f"{labels}{data_xml(chart, index + 1, item.values)}",
        )
        for index, item in enumerate(chart.series)
    )
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'
        f"{_AXIS_IDS}</c:barChart>"
    )


def _bar_spacing(chart: Chart) -> tuple[int, int]:
    """The white between categories and between bars, in per cent of a bar's thickness."""
    thickness, gap = plot.bar_thickness(chart)
    count = max(len(chart.series), 1)
    white = plot.band_length(chart) - count * thickness - (count - 1) * gap
    return _within(white / thickness, 500), -_within(gap / thickness, 100)


def _lines(chart: Chart, theme: Theme) -> str:
    series = "".join(
        series_xml(
            index,
            index + 1,
            item.name,
            f"{_stroke(item)}{_point_labels(chart, item, theme)}"
            f'{data_xml(chart, index + 1, item.values)}<c:smooth val="0"/>',
        )
        for index, item in enumerate(chart.series)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_AXIS_IDS}</c:lineChart>'
    )


def _point_labels(chart: Chart, series: Series, theme: Theme) -> str:
    if plot.labels_all_points(chart):
        return labels_xml(chart, "t")
    return last_label_xml(chart, series, theme)


def _stroke(series: Series) -> str:
    return (
        f"<c:spPr>{outline(series.colour, LINE_WIDTH, '<a:round/>')}</c:spPr>"
        '<c:marker><c:symbol val="circle"/><c:size val="6"/>'
        f"<c:spPr>{solid(series.colour)}{outline(Colour.PAPER, 1)}</c:spPr></c:marker>"
    )


def _doughnut(chart: Chart, theme: Theme) -> str:
    series = "".join(
        series_xml(
            index,
            index + 1,
            item.name,
            f"{_slices(chart, theme)}{data_xml(chart, index + 1, item.values)}",
        )
        for index, item in enumerate(chart.series[:1])
    )
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{series}'
        f'<c:firstSliceAng val="0"/><c:holeSize val="{round(plot.HOLE * 100)}"/></c:doughnutChart>'
    )


def _slices(chart: Chart, theme: Theme) -> str:
    colours = slice_colours(chart, theme)
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{solid(colour)}{outline(Colour.PAPER, 1.5)}</c:spPr></c:dPt>"
        for index, colour in enumerate(colours)
    )
    labels = "".join(
        f'<c:dLbl><c:idx val="{index}"/>{_slice_label(chart, index, readable_on(colour, theme))}'
        "</c:dLbl>"
        for index, colour in enumerate(colours)
    )
    return f"{points}<c:dLbls>{labels}{label_look(chart, '')}</c:dLbls>"


def _slice_label(chart: Chart, index: int, colour: Colour) -> str:
    """A slice that cannot be seen has no number."""
    if (chart.series[0].values[index] or 0.0) <= 0:
        return '<c:delete val="1"/>'
    return label_look(chart, "", colour)


def _axes(chart: Chart) -> str:
    """Bars read from the top down; the step of the scale is given, its ends are not."""
    is_bar, has_values = chart.kind is ChartKind.BAR, plot.has_value_axis(chart)
    scale = plot.scale(chart)
    least = '<c:min val="0"/>' if scale.starts_at_zero else ""
    grid = f"<c:majorGridlines><c:spPr>{outline(Colour.LINE, 0.5)}</c:spPr></c:majorGridlines>"
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if is_bar else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if is_bar else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{outline(Colour.STEEL, 0.75)}</c:spPr>"
        f"{text_xml(chart.font_size, Colour.INK, turned=_LEVEL)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/>'
        f'<c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        f'<c:delete val="{int(not has_values)}"/><c:axPos val="{"t" if is_bar else "l"}"/>'
        f"{grid if has_values else ''}"
        f'<c:numFmt formatCode="{escaped(number_format(chart))}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{outline(None, 0)}</c:spPr>{text_xml(chart.font_size, Colour.SLATE)}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{scale.step!r}"/></c:valAx>'
    )


def _legend(chart: Chart) -> str:
    place = plot.legend(chart)
    if place is None:
        return ""
    position = "r" if chart.kind is ChartKind.DOUGHNUT else "t"
    where = _placed("", chart.frame, place.x, place.y)
    return (
        f'<c:legend><c:legendPos val="{position}"/>{where}<c:overlay val="0"/>'
        f"{text_xml(chart.font_size, Colour.SLATE)}</c:legend>"
    )


def _within(share: float, most: int) -> int:
    return min(max(round(share * 100), 0), most)
