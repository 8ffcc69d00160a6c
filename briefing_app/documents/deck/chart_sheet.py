"""The sheet behind a native chart: its columns, and for a waterfall the formulas that stack it.

Whoever edits the numbers of a waterfall edits its changes; formulas work out the pieces that
stacked columns are made of, on both sides of zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefing_app.documents.charts.numbers import number_format
from briefing_app.documents.charts.steps import MINUS, Step, shown_step, steps
from briefing_app.documents.placed import Chart, ChartKind
from briefing_app.domain.text import Language
from briefing_app.wording import wording_in

CellValue: TypeAlias = str | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and a value a category; ``formula`` gives that of a row by its number."""

    name: str
    values: tuple[CellValue, ...]
    formula: Callable[[int], str] | None = None

    @property
    def numbers(self) -> tuple[float | None, ...]:
        """The values that are numbers."""
        return tuple(None if isinstance(value, str) else value for value in self.values)


BASE, TOTAL, RISE, FALL, RISE_BELOW, FALL_BELOW, LABEL_PLACE, LABEL = range(5, 13)
"""The columns of a waterfall's sheet that the chart shows, counted from 0."""


def sheet_columns(chart: Chart, language: Language) -> tuple[Column, ...]:
    """Names of categories, then a column a series; of a waterfall also what is worked out."""
    names = Column("", tuple(chart.categories))
    if chart.kind is ChartKind.WATERFALL:
        return (names, *_waterfall(chart, language))
    return (names, *(Column(series.name, series.values) for series in chart.series))


def _waterfall(chart: Chart, language: Language) -> Iterator[Column]:
    phrase = wording_in(language).phrase
    kept = tuple(steps(chart))
    changes = chart.series[0] if chart.series else None
    yield Column(changes.name if changes else "", changes.values if changes else ())
    yield Column(phrase("Total (1 = yes)"), tuple(1.0 if step.is_total else None for step in kept))
    yield Column(
        phrase("Level before"),
        tuple(step.start for step in kept),
        lambda row: f"IF(C{row}=1,0,N(E{row - 1}))",
    )
    yield Column(
        phrase("Level after"), tuple(step.end for step in kept), lambda row: f"D{row}+N(B{row})"
    )
    yield Column(
        phrase("Base"),
        tuple(step.base for step in kept),
        lambda row: f"MAX(0,MIN(D{row},E{row}))+MIN(0,MAX(D{row},E{row}))",
    )
    yield from _pieces(kept, language)
    yield Column(
        phrase("Place of the label"),
        tuple(step.top for step in kept),
        lambda row: f"MAX(D{row},E{row})",
    )
    yield _labels(chart, kept, phrase("Label"))


def _pieces(kept: Sequence[Step], language: Language) -> Iterator[Column]:
    phrase = wording_in(language).phrase
    above, below = "ABS(MAX(0,{e})-MAX(0,{d}))", "-ABS(MIN(0,{e})-MIN(0,{d}))"
    rises, falls = "{e}>={d}", "{e}<{d}"
    yield Column(
        phrase("Total"),
        tuple(step.end if step.is_total else 0.0 for step in kept),
        lambda row: f"IF(C{row}=1,E{row},0)",
    )
    for name, moves, piece in (
        (phrase("Increase"), rises, above),
        (phrase("Decrease"), falls, above),
        (phrase("Increase below zero"), rises, below),
        (phrase("Decrease below zero"), falls, below),
    ):
        yield Column(
            name,
            tuple(_piece(step, is_rise=moves is rises, is_above=piece is above) for step in kept),
            _piece_formula(moves, piece),
        )


def _piece(step: Step, *, is_rise: bool, is_above: bool) -> float:
    if step.is_total or (step.end >= step.start) is not is_rise:
        return 0.0
    return step.above if is_above else step.below


def _piece_formula(moves: str, piece: str) -> Callable[[int], str]:
    def formula(row: int) -> str:
        cells = {"d": f"D{row}", "e": f"E{row}"}
        return f"IF(AND(C{row}<>1,{moves.format(**cells)}),{piece.format(**cells)},0)"

    return formula


def _labels(chart: Chart, kept: Sequence[Step], name: str) -> Column:
    pattern = number_format(chart)

    def formula(row: int) -> str:
        shown = "0.##" if pattern == "General" else pattern
        whole = _quoted(f'{shown};"{MINUS}"{shown}')
        signed = _quoted(f'+{shown};"{MINUS}"{shown};{shown}')
        return f'IF(B{row}="","",IF(C{row}=1,TEXT(B{row},{whole}),TEXT(B{row},{signed})))'

    return Column(name, tuple(shown_step(chart, step) for step in kept), formula)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
