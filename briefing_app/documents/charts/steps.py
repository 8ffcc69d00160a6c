"""The steps of a waterfall: from which level to which each bar goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.documents.charts.numbers import shown_in
from briefing_app.documents.placed import Chart

MINUS = "\u2212"
"""As wide as the plus beside it; a hyphen is too short."""


@dataclass(frozen=True, slots=True)
class Step:
    """A bar from ``start`` to ``end``; a missing number changes nothing and has no label."""

    start: float
    end: float
    is_total: bool
    value: float | None

    @property
    def top(self) -> float:
        """The higher of the two levels."""
        return max(self.start, self.end)

    @property
    def above(self) -> float:
        """How much of the bar stands above zero."""
        return abs(max(self.end, 0.0) - max(self.start, 0.0))

    @property
    def below(self) -> float:
        """How much of the bar hangs below zero, as a negative number."""
        return -abs(min(self.end, 0.0) - min(self.start, 0.0))

    @property
    def base(self) -> float:
        """The empty piece between zero and the bar."""
        return max(min(self.start, self.end), 0.0) + min(self.top, 0.0)


def steps(chart: Chart) -> Iterator[Step]:
    """One a category, of the first series: totals stand on zero, changes on the last level."""
    level = 0.0
    values = chart.series[0].values if chart.series else ()
    for index, value in enumerate(values):
        is_total = index in chart.totals and value is not None
        start = 0.0 if is_total else level
        level = start + (value or 0.0)
        yield Step(start, level, is_total, value)


def levels(chart: Chart) -> list[float]:
    """All levels that bars reach."""
    return [level for step in steps(chart) for level in (step.start, step.end)]


def shown_step(chart: Chart, step: Step) -> str:
    """What stands above a bar: a total as it is, a change with its sign."""
    if step.value is None:
        return ""
    shown = shown_in(chart, step.value)
    if shown.startswith("-"):
        return MINUS + shown.removeprefix("-")
    return shown if step.is_total or not step.value else f"+{shown}"
