"""Characters that the fonts lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing_app.documents.caches import TEXTS
from briefing_app.documents.fonts import Typeface
from briefing_app.documents.gate.breach import Breach, BreachKind
from briefing_app.documents.gate.page_texts import label, measured_lines
from briefing_app.documents.placed import (
    Chart,
    Element,
    Page,
)
from briefing_app.documents.text_fit import Line
from briefing_app.domain.message import say


def missing_glyphs(number: int, page: Page) -> Iterator[Breach]:
    """Boxes with signs that would show as empty squares."""
    for holder, lines in measured_lines(page):
        yield from _glyph_breaches(number, holder, lines)
    for element in page.elements:
        if isinstance(element, Chart):
            yield from _chart_breaches(number, element)


def _chart_breaches(number: int, chart: Chart) -> Iterator[Breach]:
    words = (*chart.categories, *(series.name for series in chart.series))
    missing = {sign for text in words for sign in _missing_in(text, chart.typeface)}
    if missing:
        yield _missing(number, chart, missing)


def _glyph_breaches(number: int, holder: Element, lines: Sequence[Line]) -> Iterator[Breach]:
    missing = {
        sign
        for line in lines
        for span in line.spans
        for sign in _missing_in(span.text, line.paragraph.style.typeface)
    }
    if missing:
        yield _missing(number, holder, missing)


def _missing(number: int, holder: Element, missing: set[str]) -> Breach:
    return Breach(
        number,
        label(holder),
        say("the font has no sign for {signs}.", signs=" ".join(sorted(missing))),
        say("Write it with other characters."),
        BreachKind.GLYPH,
    )


@lru_cache(maxsize=TEXTS)
def _missing_in(text: str, typeface: Typeface) -> frozenset[str]:
    """The signs that a font lacks, regular or bold."""
    regular, bold = typeface.face(bold=False), typeface.face(bold=True)
    return frozenset(sign for sign in set(text) if not (regular.has(sign) and bold.has(sign)))
