"""Numbers as charts show them, in the spreadsheet formats that charts use."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing_app.documents.placed import Chart

_OPTIONAL_DECIMALS = ".##"
_FIRST_GROUPED = 1000
_PATTERN = re.compile(r"[#0,]*0(?:\.(?P<decimals>0+))?(?P<percent>%?)")


def values_of(chart: Chart) -> list[float]:
    """All numbers of a chart that are there."""
    return [value for series in chart.series for value in series.values if value is not None]


def number_format(chart: Chart) -> str:
    """The chart's number format with the decimals that its values have.

    A format such as ``#,##0.##`` shows whole numbers with a bare point behind them. Below a
    thousand "General" shows each number as it is.
    """
    if not chart.number_format.endswith(_OPTIONAL_DECIMALS):
        return chart.number_format
    return format_for(values_of(chart), chart.number_format.removesuffix(_OPTIONAL_DECIMALS))


def format_for(values: Iterable[float], whole: str) -> str:
    """The format of whole numbers with as many decimals, at most two, as the values need."""
    kept = list(values)
    decimals = next((n for n in (0, 1) if all(round(v, n) == v for v in kept)), 2)
    if not decimals:
        return whole
    if whole == "#,##0" and all(abs(value) < _FIRST_GROUPED for value in kept):
        return "General"
    return f"{whole}.{'0' * decimals}"


def shown(value: float, pattern: str) -> str:
    """The number in a spreadsheet format: ``General``, or digits with text around them."""
    found = _PATTERN.search(pattern)
    if found is None:
        return f"{value:.10g}"
    decimals = len(found["decimals"] or "")
    scaled = value * 100 if found["percent"] else value
    grouping = "," if "," in found.group() else ""
    digits = f"{abs(scaled):{grouping}.{decimals}f}{found['percent']}"
    sign = "-" if value < 0 and any(c in digits for c in "123456789") else ""
    before, after = pattern[: found.start()], pattern[found.end() :]
    return f"{sign}{_bare(before)}{digits}{_bare(after)}"


def shown_in(chart: Chart, value: float) -> str:
    """The number as the chart's labels show it."""
    return shown(value, number_format(chart))


def _bare(text: str) -> str:
    return text.replace('"', "").replace("\\", "")
