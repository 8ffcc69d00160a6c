"""Placed charts as native ones: bars, columns, lines and doughnuts that PowerPoint can edit.

Numbers stand at what they measure, so there are no gridlines and value axes only where lines
have too many points to be labelled one by one.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.deck.chart_workbook import SHEET, column_letters
from briefing_app.documents.deck.drawingml import (
    DRAWING,
    LANGUAGE_TAGS,
    RELATIONSHIPS,
    escaped,
    outline,
    solid,
)
from briefing_app.documents.deck.package import HEAD
from briefing_app.documents.placed import Chart, ChartKind, Series
from briefing_app.documents.theme import Colour, Theme
from briefing_app.domain.text import Language

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CATEGORY_AXIS, _VALUE_AXIS = 500_000_001, 500_000_002
_SLICES = (Colour.ACCENT, Colour.SUPPORT, Colour.WARM, Colour.SLATE, Colour.STEEL, Colour.INK)
_MOST_LABELLED_POINTS = 12
_BAR_SHARE = 0.7
_BAR_GAP = 2.0
_THICKEST_BAR = {ChartKind.BAR: 22.0, ChartKind.COLUMN: 64.0}
_READABLE = 4.5
_OPTIONAL_DECIMALS = ".##"
_FIRST_GROUPED = 1000
_LABEL_SHARE = 0.3


def chart_xml(chart: Chart, theme: Theme, language: Language, workbook: str) -> str:
    """The chart part; ``workbook`` is the id of its relationship to the embedded workbook."""
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}">'
        f'<c:date1904 val="0"/><c:lang val="{LANGUAGE_TAGS[language]}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_plot_place(chart)}'
        f"{_plot(chart, theme)}</c:plotArea>{_legend(chart)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(chart.font_size, Colour.SLATE)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def number_format(chart: Chart) -> str:
    """The chart's number format with the decimals that its values have.

    A format such as ``#,##0.##`` shows whole numbers with a bare point behind them. Below a
    thousand "General" shows each number as it is.
    """
    if not chart.number_format.endswith(_OPTIONAL_DECIMALS):
        return chart.number_format
    whole = chart.number_format.removesuffix(_OPTIONAL_DECIMALS)
    values = [value for series in chart.series for value in series.values if value is not None]
    decimals = next((n for n in (0, 1) if all(round(v, n) == v for v in values)), 2)
    if not decimals:
        return whole
    if whole == "#,##0" and all(abs(value) < _FIRST_GROUPED for value in values):
        return "General"
    return f"{whole}.{'0' * decimals}"


def _plot_place(chart: Chart) -> str:
    """Bars start where the preview starts them, so that long names have room to wrap."""
    if chart.kind is not ChartKind.BAR:
        return "<c:layout/>"
    top = _legend_height(chart) / max(chart.frame.height, 1)
    size = f'<c:w val="{1 - _LABEL_SHARE:.4f}"/><c:h val="{1 - top:.4f}"/>'
    return _placed('<c:layoutTarget val="inner"/>', _LABEL_SHARE, top, size)


def _placed(target: str, x: float, y: float, size: str = "") -> str:
    """A place in the chart, in shares of its width and height."""
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/>{size}</c:manualLayout></c:layout>'
    )


def _legend_height(chart: Chart) -> float:
    return min(chart.font_size * 2, chart.frame.height / 2) if chart.has_legend else 0.0


def _plot(chart: Chart, theme: Theme) -> str:
    match chart.kind:
        case ChartKind.BAR | ChartKind.COLUMN:
            return _bars(chart)
        case ChartKind.LINE:
            return _lines(chart, theme)
        case ChartKind.DOUGHNUT:
            return _doughnut(chart, theme)


def _bars(chart: Chart) -> str:
    direction = "bar" if chart.kind is ChartKind.BAR else "col"
    gap, overlap = _bar_spacing(chart)
    series = "".join(
        f"{_series_head(index, item)}<c:spPr>{solid(item.colour)}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{_labels(chart, "outEnd")}{_data(chart, index)}</c:ser>'
        for index, item in enumerate(chart.series)
    )
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'
        f"{_axis_ids()}</c:barChart>{_axes(chart, has_values=False)}"
    )


def _bar_spacing(chart: Chart) -> tuple[int, int]:
    """The white between categories and between bars, in per cent of a bar's thickness."""
    is_bar = chart.kind is ChartKind.BAR
    length = chart.frame.height if is_bar else chart.frame.width
    if is_bar:
        length -= _legend_height(chart)
    band = length / max(len(chart.categories), 1)
    count = max(len(chart.series), 1)
    thickness = min(band * _BAR_SHARE / count - _BAR_GAP, _THICKEST_BAR[chart.kind])
    thickness = max(thickness, 1.0)
    white = band - count * (thickness + _BAR_GAP)
    return _within(white / thickness, 500), -_within(_BAR_GAP / thickness, 100)


def _lines(chart: Chart, theme: Theme) -> str:
    labels_all = _labels_all_points(chart)
    series = "".join(
        f"{_series_head(index, item)}{_stroke(item)}"
        f"{_labels(chart, 't') if labels_all else _last_label(chart, item, theme)}"
        f'{_data(chart, index)}<c:smooth val="0"/></c:ser>'
        for index, item in enumerate(chart.series)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_axis_ids()}</c:lineChart>{_axes(chart, has_values=not labels_all)}'
    )


def _stroke(series: Series) -> str:
    return (
        f"<c:spPr>{outline(series.colour, 2.25, '<a:round/>')}</c:spPr>"
        '<c:marker><c:symbol val="circle"/><c:size val="6"/>'
        f"<c:spPr>{solid(series.colour)}{outline(Colour.PAPER, 1)}</c:spPr></c:marker>"
    )


def _labels_all_points(chart: Chart) -> bool:
    return len(chart.series) == 1 and len(chart.categories) <= _MOST_LABELLED_POINTS


def _doughnut(chart: Chart, theme: Theme) -> str:
    series = "".join(
        f"{_series_head(index, item)}{_slices(chart, item, theme)}{_data(chart, index)}</c:ser>"
        for index, item in enumerate(chart.series)
    )
    return (
        f'<c:doughnutChart><c:varyColors val="1"/>{series}'
        '<c:firstSliceAng val="0"/><c:holeSize val="58"/></c:doughnutChart>'
    )


def _slices(chart: Chart, series: Series, theme: Theme) -> str:
    colours = [_slice_colour(index, series) for index in range(len(chart.categories))]
    points = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{solid(colour)}{outline(Colour.PAPER, 1.5)}</c:spPr></c:dPt>"
        for index, colour in enumerate(colours)
    )
    labels = "".join(
        f'<c:dLbl><c:idx val="{index}"/>{_label_look(chart, "", _readable_on(colour, theme))}'
        "</c:dLbl>"
        for index, colour in enumerate(colours)
    )
    return f"{points}<c:dLbls>{labels}{_label_look(chart, '')}</c:dLbls>"


def _slice_colour(index: int, series: Series) -> Colour:
    """The series' own colour first, then the others."""
    others = [colour for colour in _SLICES if colour is not series.colour]
    return series.colour if index == 0 else others[(index - 1) % len(others)]


def _readable_on(colour: Colour, theme: Theme) -> Colour:
    return Colour.PAPER if theme.contrast(Colour.PAPER, colour) >= _READABLE else Colour.INK


def _series_head(index: int, series: Series) -> str:
    place = f"{SHEET}!${column_letters(index + 1)}$1"
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>{place}</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escaped(series.name)}</c:v></c:pt>'
        "</c:strCache></c:strRef></c:tx>"
    )


def _data(chart: Chart, index: int) -> str:
    """The categories and the numbers of a series, as kept in the workbook."""
    last = max(len(chart.categories), 1) + 1
    column = column_letters(index + 1)
    names = _points(escaped(name) for name in chart.categories)
    numbers = _points(
        None if value is None else repr(value) for value in chart.series[index].values
    )
    count = f'<c:ptCount val="{len(chart.categories)}"/>'
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>"
        f"<c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>{escaped(number_format(chart))}</c:formatCode>{count}{numbers}"
        "</c:numCache></c:numRef></c:val>"
    )


def _points(values: Iterator[str | None]) -> str:
    return "".join(
        f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value is not None
    )


def _labels(chart: Chart, position: str) -> str:
    return f"<c:dLbls>{_label_look(chart, position)}</c:dLbls>"


def _last_label(chart: Chart, series: Series, theme: Theme) -> str:
    """The number, and without a legend the name, at the end of a line."""
    ends = [index for index, value in enumerate(series.values) if value is not None]
    if not ends:
        return ""
    is_clear = theme.contrast(series.colour, Colour.PAPER) >= _READABLE
    colour = series.colour if is_clear else Colour.SLATE
    shown = _label_look(chart, "r", colour, has_name=not chart.has_legend)
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{ends[-1]}"/>{shown}</c:dLbl>'
        f"{_shown(has_value=False)}</c:dLbls>"
    )


def _label_look(
    chart: Chart, position: str, colour: Colour = Colour.INK, *, has_name: bool = False
) -> str:
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    return (
        f'<c:numFmt formatCode="{escaped(number_format(chart))}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(chart.font_size, colour, bold=True)}{place}"
        f"{_shown(has_value=True, has_name=has_name)}"
    )


def _shown(*, has_value: bool, has_name: bool = False) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(has_value)}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(has_name)}"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/>'
    )


def _axis_ids() -> str:
    return f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'


def _axes(chart: Chart, *, has_values: bool) -> str:
    """Bars read from the top down and start at zero unless some lie below; lines need not."""
    is_bar = chart.kind is ChartKind.BAR
    below = any((value or 0) < 0 for series in chart.series for value in series.values)
    least = "" if below or chart.kind is ChartKind.LINE else '<c:min val="0"/>'
    grid = f"<c:majorGridlines><c:spPr>{outline(Colour.LINE, 0.5)}</c:spPr></c:majorGridlines>"
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if is_bar else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if is_bar else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{outline(Colour.STEEL, 0.75)}</c:spPr>{_text(chart.font_size, Colour.INK)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/>'
        f'<c:scaling><c:orientation val="minMax"/>{least}</c:scaling>'
        f'<c:delete val="{int(not has_values)}"/><c:axPos val="{"t" if is_bar else "l"}"/>'
        f"{grid if has_values else ''}"
        f'<c:numFmt formatCode="{escaped(number_format(chart))}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{outline(None, 0)}</c:spPr>{_text(chart.font_size, Colour.SLATE)}"
        f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _legend(chart: Chart) -> str:
    if not chart.has_legend:
        return ""
    position = "r" if chart.kind is ChartKind.DOUGHNUT else "t"
    place = _placed("", _LABEL_SHARE, 0.0) if chart.kind is ChartKind.BAR else ""
    return (
        f'<c:legend><c:legendPos val="{position}"/>{place}<c:overlay val="0"/>'
        f"{_text(chart.font_size, Colour.SLATE)}</c:legend>"
    )


def _text(size: float, colour: Colour, *, bold: bool = False) -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}"'
        f' b="{int(bold)}">{solid(colour)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def _within(share: float, most: int) -> int:
    return min(max(round(share * 100), 0), most)
