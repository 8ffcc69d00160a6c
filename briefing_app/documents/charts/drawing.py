"""Charts as drawn shapes, for pages that no chart program will open.

They stand where office programs put the native chart of the same deck.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.charts.bars import bar_chart, column_chart
from briefing_app.documents.charts.doughnut import doughnut_chart
from briefing_app.documents.charts.line import line_chart
from briefing_app.documents.charts.waterfall import waterfall_chart
from briefing_app.documents.placed import Chart, ChartKind, Element
from briefing_app.documents.theme import Theme


def drawn(chart: Chart, theme: Theme) -> Iterator[Element]:
    """The chart's elements, those behind first."""
    match chart.kind:
        case ChartKind.BAR:
            return bar_chart(chart)
        case ChartKind.COLUMN:
            return column_chart(chart)
        case ChartKind.LINE:
            return line_chart(chart, theme)
        case ChartKind.DOUGHNUT:
            return doughnut_chart(chart, theme)
        case ChartKind.WATERFALL:
            return waterfall_chart(chart)
