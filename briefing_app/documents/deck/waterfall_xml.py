"""A waterfall as stacked columns: an empty base, then what adds, takes away or sums up.

Charts of that name exist in Office since 2016, but other programs show them as a blank.
"""

from __future__ import annotations

from briefing_app.documents.charts.plot import band_length, bar_thickness
from briefing_app.documents.charts.waterfall import TOTAL as TOTAL_COLOUR
from briefing_app.documents.charts.waterfall import fall_colour, rise_colour
from briefing_app.documents.deck.chart_series import (
    cell_labels_xml,
    data_xml,
    series_xml,
)
from briefing_app.documents.deck.chart_sheet import (
    BASE,
    FALL,
    FALL_BELOW,
    LABEL,
    LABEL_PLACE,
    RISE,
    RISE_BELOW,
    TOTAL,
    sheet_columns,
)
from briefing_app.documents.deck.drawingml import outline, solid
from briefing_app.documents.placed import Chart
from briefing_app.domain.text import Language

_UNSEEN_LINE = f'<c:spPr>{outline(None, 0)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'


def waterfall_plot(chart: Chart, language: Language, axis_ids: str) -> str:
    """The columns, and an unseen line above them that carries the labels."""
    columns = sheet_columns(chart, language)
    rise, fall = rise_colour(chart), fall_colour(chart)
    shown = (
        (BASE, None),
        (TOTAL, TOTAL_COLOUR),
        (RISE, rise),
        (FALL, fall),
        (RISE_BELOW, rise),
        (FALL_BELOW, fall),
    )
    pieces = "".join(
        series_xml(
            order,
            column,
            columns[column].name,
            f'<c:spPr>{solid(colour)}</c:spPr><c:invertIfNegative val="0"/>'
            f"{data_xml(chart, column, columns[column].numbers)}",
        )
        for order, (column, colour) in enumerate(shown)
    )
    thickness = bar_thickness(chart)[0]
    gap = min(round(100 * (band_length(chart) - thickness) / thickness), 500)
    labels, kept = cell_labels_xml(chart, LABEL, columns[LABEL])
    line = series_xml(
        len(shown),
        LABEL_PLACE,
        columns[LABEL_PLACE].name,
        f"{_UNSEEN_LINE}{labels}{data_xml(chart, LABEL_PLACE, columns[LABEL_PLACE].numbers)}"
        f'<c:smooth val="0"/>{kept}',
    )
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{pieces}<c:gapWidth val="{gap}"/><c:overlap val="100"/>{axis_ids}</c:barChart>'
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{line}'
        f'<c:marker val="1"/>{axis_ids}</c:lineChart>'
    )
