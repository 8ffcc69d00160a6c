"""What must hold for any placed slide, as lists of faults that tests expect to be empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from briefing_app.documents.charts.plot import stands_in_the_hole
from briefing_app.documents.placed import (
    Chart,
    Element,
    Frame,
    Page,
    Placeholder,
    Rule,
    Table,
    Tag,
    TextBox,
)
from briefing_app.documents.text_fit import Measured
from briefing_app.domain.text import Language

_WORD = {
    Language.EN: r"\w[\w.,%'’-]*",
    Language.ZH: r"[\u4e00-\u9fff]|[A-Za-z0-9][A-Za-z0-9.,%-]*",
}
_FRAME = {Placeholder.KICKER, Placeholder.FOOTER, Placeholder.SLIDE_NUMBER}
"""What stands on every slide is not counted as said; its title is."""


def faults(pages: Sequence[Page]) -> list[str]:
    """All that is wrong with the slides' placing, a line each."""
    return [
        f"slide {number}: {fault}"
        for number, page in enumerate(pages, start=1)
        for fault in (*_misplaced(page), *_overflowing(page), *_overlapping(page), *_untitled(page))
    ]


def words_on(page: Page, language: Language) -> int:
    """How many words, or Chinese characters, the slide says: title and body, no kicker or foot.

    A number is one word, whatever its signs; the labels of a chart's axes are not counted.
    """
    said = [
        text
        for element in page.elements
        if not (isinstance(element, TextBox) and element.placeholder in _FRAME)
        for text in texts_of(element)
    ]
    return len(re.findall(_WORD[language], " ".join(said)))


def texts_of(element: Element) -> Iterator[str]:
    """The paragraphs of a text box or a table."""
    measured: list[Measured] = []
    if isinstance(element, TextBox):
        measured = [element.text]
    if isinstance(element, Table):
        measured = [cell.text for row in element.rows for cell in row]
    for text in measured:
        yield from (item.text for item in text.paragraphs)


def _misplaced(page: Page) -> Iterator[str]:
    sheet = Frame(0.0, 0.0, page.width, page.height)
    for element in page.elements:
        if isinstance(element, TextBox | Table | Chart) and not sheet.holds(element.frame):
            yield f"{element.name} stands outside the slide"


def _overflowing(page: Page) -> Iterator[str]:
    for element in page.elements:
        if isinstance(element, TextBox):
            room = element.frame.inset(*([element.padding] * 4))
            if _is_too_big(element.text, room.width, room.height):
                yield f"{element.name} overflows: {element.text.paragraphs[0].text[:40]}"
        if isinstance(element, Table):
            yield from _overflowing_cells(element)


def _overflowing_cells(table: Table) -> Iterator[str]:
    across, down = table.padding
    if abs(sum(table.heights) - table.frame.height) > 0.1:
        yield "the table's rows do not add up to its height"
    for row, height in zip(table.rows, table.heights, strict=True):
        for cell, width in zip(row, table.columns, strict=True):
            if _is_too_big(cell.text, width - 2 * across, height - 2 * down):
                yield f"a cell overflows: {cell.text.paragraphs[0].text[:40]}"


def _is_too_big(text: Measured, width: float, height: float) -> bool:
    widest = max((line.width + line.paragraph.indent for line in text.lines), default=0.0)
    return widest > width + 0.1 or text.height > height + 0.1


def _overlapping(page: Page) -> Iterator[str]:
    boxes = [element for element in page.elements if isinstance(element, TextBox | Table | Chart)]
    for one, other in combinations(boxes, 2):
        is_in_ring = isinstance(one, Chart) and stands_in_the_hole(one, other.frame)
        if _overlap(one.frame, other.frame) and not is_in_ring:
            yield f"{one.name} and {other.name} overlap"


def _overlap(one: Frame, other: Frame) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0.5 and down > 0.5


def _untitled(page: Page) -> Iterator[str]:
    titles = [e for e in page.elements if isinstance(e, TextBox) and e.tag is Tag.TITLE]
    if len(titles) != 1:
        yield f"it has {len(titles)} titles"
    for title in titles:
        if not title.text.paragraphs[0].text.strip():
            yield "its title is empty"
        if title.placeholder is Placeholder.TITLE and len(title.text.lines) > 2:
            yield "its title takes more than two lines"


def shape_of(page: Page) -> tuple[tuple[str, int, int, int], ...]:
    """A slide's composition: what stands where, on a coarse raster."""
    return tuple(
        (
            f"{type(element).__name__}{getattr(element, 'geometry', '')}",
            round(element.frame.x / 20),
            round(element.frame.y / 20),
            round(element.frame.width / 20),
        )
        for element in page.elements
        if not isinstance(element, Rule)
        and not (isinstance(element, TextBox) and element.placeholder is not Placeholder.NONE)
    )


def alike_neighbours(pages: Sequence[Page], keys: Sequence[str]) -> list[str]:
    """Neighbouring slides of different keys with the same composition."""
    pairs = pairwise(zip(pages, keys, strict=True))
    return [
        f"{key} and {next_key}"
        for (page, key), (next_page, next_key) in pairs
        if key != next_key and shape_of(page) == shape_of(next_page)
    ]
