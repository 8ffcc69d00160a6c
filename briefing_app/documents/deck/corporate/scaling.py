"""Pages of our slide's height on a slide of another: all lengths times one factor."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from briefing_app.documents.deck.grid import PlaceholderFrame
from briefing_app.documents.placed import (
    Cell,
    Chart,
    Element,
    Frame,
    Image,
    Page,
    Path,
    Rule,
    Shape,
    Step,
    Table,
    TextBox,
)
from briefing_app.documents.text_fit import Measured, Paragraph, Style


def scaled_page(page: Page, factor: float) -> Page:
    """The page with all that stands on it; landmarks are left, decks have none."""
    if factor == 1.0:
        return page
    return replace(
        page,
        width=page.width * factor,
        height=page.height * factor,
        elements=tuple(scaled_element(element, factor) for element in page.elements),
    )


def scaled_place(place: PlaceholderFrame, factor: float) -> PlaceholderFrame:
    """A placeholder's frame and style."""
    if factor == 1.0:
        return place
    return replace(place, frame=_frame(place.frame, factor), style=_style(place.style, factor))


def scaled_element(element: Element, factor: float) -> Element:
    """One element with all its lengths."""
    if factor == 1.0:
        return element
    changes: dict[str, Any] = {
        part.name: getattr(element, part.name) * factor
        for part in fields(element)
        if part.name in _LENGTHS
    }
    if not isinstance(element, Rule):
        changes["frame"] = _frame(element.frame, factor)
    return replace(element, **changes, **_inner(element, factor))


_LENGTHS = frozenset({"corner", "border_width", "x1", "y1", "x2", "y2", "thickness", "font_size"})


def _inner(element: Element, factor: float) -> dict[str, Any]:
    """What an element holds: text, outlines, cells."""
    match element:
        case TextBox():
            return {"text": _text(element.text, factor), "padding": element.padding * factor}
        case Path():
            return {"polygons": tuple(_outline(each, factor) for each in element.polygons)}
        case Table():
            return _table(element, factor)
        case Shape() | Rule() | Image() | Chart():
            return {}


def _table(table: Table, factor: float) -> dict[str, Any]:
    across, down = table.padding
    return {
        "padding": (across * factor, down * factor),
        "columns": tuple(width * factor for width in table.columns),
        "heights": tuple(height * factor for height in table.heights),
        "rows": tuple(tuple(_cell(cell, factor) for cell in row) for row in table.rows),
    }


def _outline(outline: tuple[Step, ...], factor: float) -> tuple[Step, ...]:
    return tuple(_step(step, factor) for step in outline)


def _step(step: Step, factor: float) -> Step:
    if len(step) == 2:
        return step[0] * factor, step[1] * factor
    x1, y1, x2, y2, x, y = step
    return x1 * factor, y1 * factor, x2 * factor, y2 * factor, x * factor, y * factor


def _cell(cell: Cell, factor: float) -> Cell:
    return replace(cell, text=_text(cell.text, factor))


def _text(text: Measured, factor: float) -> Measured:
    """Lines keep their measures: writers take paragraphs alone."""
    paragraphs = tuple(_paragraph(item, factor) for item in text.paragraphs)
    return Measured(paragraphs, text.lines, text.height * factor)


def _paragraph(item: Paragraph, factor: float) -> Paragraph:
    return replace(item, style=_style(item.style, factor), indent=item.indent * factor)


def _style(style: Style, factor: float) -> Style:
    return replace(style, size=style.size * factor, before=style.before * factor)


def _frame(frame: Frame, factor: float) -> Frame:
    return Frame(frame.x * factor, frame.y * factor, frame.width * factor, frame.height * factor)
