"""The series of a native chart: names, numbers and labels, each with its place in the workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing_app.documents.charts.marks import readable_in
from briefing_app.documents.charts.numbers import number_format
from briefing_app.documents.charts.plot import last_number
from briefing_app.documents.deck.chart_sheet import Column
from briefing_app.documents.deck.chart_workbook import SHEET, column_letters
from briefing_app.documents.deck.drawingml import escaped, solid
from briefing_app.documents.placed import Chart, Series
from briefing_app.documents.theme import Colour, Theme

_CELL_FIELD = "{6E0C2C5E-5B8C-4E0E-9E55-0C5B0D3A7F11}"
_LABEL_EXTENSION = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_SERIES_EXTENSION = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
_FROM_CELLS = '<c15:showDataLabelsRange val="1"/>'

FONTS = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'


def series_xml(order: int, column: int, name: str, inner: str) -> str:
    """A series whose name heads a column of the workbook; ``inner`` is what follows the name."""
    place = f"{SHEET}!${column_letters(column)}$1"
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/><c:tx><c:strRef><c:f>{place}</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escaped(name)}</c:v></c:pt>'
        f"</c:strCache></c:strRef></c:tx>{inner}</c:ser>"
    )


def data_xml(chart: Chart, column: int, numbers: Sequence[float | None]) -> str:
    """The categories and the numbers of a column, as kept in the workbook."""
    names = points_xml(chart.categories)
    digits = points_xml(None if value is None else repr(value) for value in numbers)
    count = f'<c:ptCount val="{len(chart.categories)}"/>'
    return (
        f"<c:cat><c:strRef><c:f>{column_range(chart, 0)}</c:f>"
        f"<c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{column_range(chart, column)}</c:f><c:numCache>"
        f"<c:formatCode>{escaped(number_format(chart))}</c:formatCode>{count}{digits}"
        "</c:numCache></c:numRef></c:val>"
    )


def column_range(chart: Chart, column: int) -> str:
    """The cells of a column of the workbook, less its heading."""
    letters = column_letters(column)
    return f"{SHEET}!${letters}$2:${letters}${max(len(chart.categories), 1) + 1}"


def points_xml(values: Iterable[str | None]) -> str:
    """Kept values by their position; what is missing is left out."""
    return "".join(
        f'<c:pt idx="{index}"><c:v>{escaped(value)}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value is not None
    )


def labels_xml(chart: Chart, position: str) -> str:
    """The number at every point."""
    return f"<c:dLbls>{label_look(chart, position)}</c:dLbls>"


def last_label_xml(chart: Chart, series: Series, theme: Theme) -> str:
    """The number, and without a legend the name, at the end of a line."""
    last = last_number(series)
    if last is None:
        return ""
    colour = readable_in(series.colour, theme)
    look = label_look(chart, "r", colour, has_name=not chart.has_legend)
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{last}"/>{look}</c:dLbl>{shown_xml(has_value=False)}'
        "</c:dLbls>"
    )


def cell_labels_xml(chart: Chart, column: int, words: Column) -> tuple[str, str]:
    """Labels that show the cells of a column, and the end of the series that keeps them.

    The standard has no such labels: this is the extension that PowerPoint writes
    (MS-ODRAWXML, 2.24.3), which LibreOffice reads as well.
    """
    ending = f"{shown_xml(has_value=False)}{_extension(_LABEL_EXTENSION, _FROM_CELLS)}</c:dLbl>"
    labels = "".join(
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>'
        f'<a:fld id="{_CELL_FIELD}" type="CELLRANGE">{_run(chart)}<a:pPr/>'
        f"<a:t>{escaped(str(text))}</a:t></a:fld></a:p></c:rich></c:tx>"
        f'<c:dLblPos val="t"/>{ending}'
        for index, text in enumerate(words.values)
        if text
    )
    kept = (
        f"<c15:datalabelsRange><c15:f>{column_range(chart, column)}</c15:f>"
        f'<c15:dlblRangeCache><c:ptCount val="{len(chart.categories)}"/>'
        f"{points_xml(str(text) for text in words.values)}"
        "</c15:dlblRangeCache></c15:datalabelsRange>"
    )
    return f"<c:dLbls>{labels}{shown_xml(has_value=False)}</c:dLbls>", _extension(
        _SERIES_EXTENSION, kept
    )


def _extension(uri: str, inner: str) -> str:
    return (
        f'<c:extLst><c:ext uri="{uri}"'
        f' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">{inner}</c:ext>'
        "</c:extLst>"
    )


def _run(chart: Chart) -> str:
    size = round(chart.font_size * 100)
    return f'<a:rPr lang="en-GB" sz="{size}" b="1">{solid(Colour.INK)}{FONTS}</a:rPr>'


def label_look(
    chart: Chart, position: str, colour: Colour = Colour.INK, *, has_name: bool = False
) -> str:
    """How a label looks and what it shows."""
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    return (
        f'<c:numFmt formatCode="{escaped(number_format(chart))}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_xml(chart.font_size, colour, bold=True)}{place}"
        f"{shown_xml(has_value=True, has_name=has_name)}"
    )


def shown_xml(*, has_value: bool, has_name: bool = False) -> str:
    """What a label shows."""
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(has_value)}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(has_name)}"/><c:showPercent val="0"/>'
        f'<c:showBubbleSize val="0"/>{"<c:separator> </c:separator>" if has_name else ""}'
    )


def text_xml(size: float, colour: Colour, *, bold: bool = False, turned: str = "") -> str:
    """The look of text in a chart; ``turned`` are attributes of its body."""
    return (
        f"<c:txPr><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{round(size * 100)}"'
        f' b="{int(bold)}">{solid(colour)}{FONTS}'
        '</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )
