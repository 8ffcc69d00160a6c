"""The words of a page, and how a user finds the box that holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.documents.placed import Chart, Element, Page, Table, TextBox
from briefing_app.documents.text_fit import Line, Measured

_EXCERPT = 24


def texts_of(page: Page) -> Iterator[tuple[Element | str, str]]:
    """Every string of a page that ends up in a file, with what holds it."""
    yield "title", page.title
    for note in page.notes:
        yield "notes", note
    for element in page.elements:
        yield element, element.name
        match element:
            case TextBox():
                yield element, flat(element.text)
                yield element, element.link
            case Table():
                yield element, element.alt
                yield from ((element, flat(cell.text)) for row in element.rows for cell in row)
            case Chart():
                yield element, element.alt
                yield from ((element, category) for category in element.categories)
                yield from ((element, series.name) for series in element.series)
            case _:
                yield element, element.alt


def measured_lines(page: Page) -> Iterator[tuple[Element, Sequence[Line]]]:
    """The lines of text boxes and table cells, with what holds them."""
    for element in page.elements:
        if isinstance(element, TextBox):
            yield element, element.text.lines
        elif isinstance(element, Table):
            yield from ((element, cell.text.lines) for row in element.rows for cell in row)


def label(holder: Element | str) -> str:
    """How a user finds it on the page: by the words that stand there."""
    match holder:
        case str():
            return holder
        case TextBox():
            words = flat(holder.text)
        case Table():
            words = flat(holder.rows[0][0].text) if holder.rows else ""
        case _:
            words = holder.alt
    return excerpt(words) or holder.name


def excerpt(words: str) -> str:
    """The beginning of the first line."""
    first = words.strip().partition("\n")[0]
    return first if len(first) <= _EXCERPT else first[:_EXCERPT].rstrip() + "..."


def flat(text: Measured) -> str:
    """The words without their looks, a line each paragraph."""
    return "\n".join(paragraph.text for paragraph in text.paragraphs)
