"""The export gate: what may not leave.

It judges pages before any file is written. A breach names page, box and remedy; a document
with a breach is not written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeGuard

from briefing_app.documents.fonts import Typeface
from briefing_app.documents.placed import (
    Chart,
    Element,
    Frame,
    Geometry,
    Image,
    Page,
    Path,
    Rule,
    Shape,
    Table,
    TextBox,
)
from briefing_app.documents.text_fit import Line, Measured, text_width
from briefing_app.documents.theme import Colour, Theme
from briefing_app.domain.message import Message, say
from briefing_app.errors import ManyProblems, UserError

_LEFTOVER = re.compile(
    r"lorem ipsum|\{[a-z_]+\}|x{4,}|\btodo\b|click to add|单击此处|点击添加", re.IGNORECASE
)
_EXCERPT = 24
_TOUCHING = 0.5
"""Boxes that share no more than this, in points, stand side by side."""
_LARGE_SIZE, _LARGE_BOLD_SIZE = 18.0, 14.0
_LARGE_CONTRAST, _CONTRAST = 3.0, 4.5
_STRETCHED = 0.02
"""So far, as a share, a picture's frame may be from its proportions."""
_CLOSED = (Geometry.RECTANGLE, Geometry.ROUNDED, Geometry.ELLIPSE, Geometry.PENTAGON)


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that keeps a document in. ``page`` counts from 1."""

    page: int
    box: str
    problem: Message
    remedy: Message


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that must not be read by this client, each with what it is; see `forbidden_words`.

    Other clients' names and the visit's internal words; empty for our own team's documents.
    """

    reasons: Mapping[str, Message] = field(default_factory=dict)
    automaton: Any = field(default=None, compare=False, repr=False)

    def found_in(self, text: str) -> Iterator[tuple[str, Message]]:
        """Each forbidden word that stands in ``text``, as a whole word where it is Latin."""
        if not self.reasons or not text:
            return
        folded = text.casefold()
        for end, word in self.automaton.iter(folded):
            start = end - len(word) + 1
            if _stands_alone(folded, start, end + 1):
                as_written = text[start : end + 1] if len(text) == len(folded) else word
                yield as_written, self.reasons[word]


NOTHING_FORBIDDEN = Forbidden()
"""For documents of our own team."""


def forbidden_words(reasons: Iterable[tuple[str, Message]]) -> Forbidden:
    """The words to look for; blank ones are left out, case does not matter."""
    import ahocorasick

    wanted = {word.casefold(): reason for word, reason in reasons if word.strip()}
    automaton = ahocorasick.Automaton()
    for word in wanted:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return Forbidden(wanted, automaton)


def inspect(pages: Sequence[Page], theme: Theme, forbidden: Forbidden) -> tuple[Breach, ...]:
    """All breaches of a document, page by page."""
    return tuple(
        breach
        for number, page in enumerate(pages, start=1)
        for breach in _page_breaches(number, page, theme, forbidden)
    )


def let_pass(document: Message, pages: Sequence[Page], theme: Theme, forbidden: Forbidden) -> None:
    """Raise ManyProblems, one problem a breach, unless the document may leave."""
    breaches = inspect(pages, theme, forbidden)
    if breaches:
        problems = [
            UserError(
                "{document}, page {page}, “{box}”: {problem} {remedy}",
                document=document,
                page=breach.page,
                box=breach.box,
                problem=breach.problem,
                remedy=breach.remedy,
            )
            for breach in breaches
        ]
        raise ManyProblems(
            "{document} was not written. What must not leave like this ({count}):",
            problems,
            document=document,
            count=len(problems),
        )


def _page_breaches(number: int, page: Page, theme: Theme, forbidden: Forbidden) -> Iterator[Breach]:
    if not page.title.strip():
        yield Breach(
            number,
            "title",
            say("the page has no title."),
            say("Fill in the text that it is made from."),
        )
    whole = Frame(0, 0, page.width, page.height)
    for position, element in enumerate(page.elements):
        yield from _fit_breaches(number, element, whole)
        yield from _alt_breaches(number, element)
        if isinstance(element, Image):
            yield from _picture_breaches(number, element)
        if isinstance(element, TextBox):
            if _stands_on_picture(page, position, element):
                yield _unreadable(number, element)
            background = _background(page, position, element.frame)
            yield from _contrast_breaches(number, element, background, theme)
        if isinstance(element, Table):
            yield from _table_contrast_breaches(number, element, theme)
    yield from _collisions(number, page)
    for box, text in _texts(page):
        yield from _text_breaches(number, box, text, forbidden)
    for box, lines in _measured_lines(page):
        yield from _glyph_breaches(number, box, lines)


def _fit_breaches(number: int, element: Element, whole: Frame) -> Iterator[Breach]:
    if isinstance(element, Rule | Path):
        return
    remedy = say("Shorten the text, or split it over several entries.")
    if not whole.holds(element.frame, tolerance=1.0) and not _is_decoration(element):
        yield Breach(number, _label(element), say("it stands outside the page."), remedy)
    if isinstance(element, TextBox):
        room = element.frame.inset(*(element.padding,) * 4)
        if not _fits(element.text, room.width, room.height):
            yield Breach(number, _label(element), say("the text does not fit its box."), remedy)
    if isinstance(element, Table):
        across, down = element.padding
        for row, height in zip(element.rows, element.heights, strict=True):
            for cell, width in zip(row, element.columns, strict=True):
                if not _fits(cell.text, width - 2 * across, height - 2 * down):
                    box = _excerpt(_flat(cell.text))
                    yield Breach(number, box, say("a cell's text does not fit."), remedy)


def _collisions(number: int, page: Page) -> Iterator[Breach]:
    """Text, tables and charts that stand upon each other, seen from the page's top down."""
    boxes = [element for element in page.elements if _is_to_be_read(element)]
    boxes.sort(key=lambda box: box.frame.y)
    for place, upper in enumerate(boxes, start=1):
        for lower in boxes[place:]:
            if lower.frame.y >= upper.frame.bottom:
                break
            if _share_ground(upper.frame, lower.frame):
                yield Breach(
                    number,
                    _label(upper),
                    say("it stands upon “{other}”.", other=_label(lower)),
                    say("Shorten the text, or split it over several entries."),
                )


def _is_to_be_read(element: Element) -> TypeGuard[TextBox | Table | Chart]:
    if isinstance(element, TextBox):
        return any(line.spans for line in element.text.lines)
    return isinstance(element, Table | Chart)


def _share_ground(one: Frame, other: Frame) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > _TOUCHING and down > _TOUCHING


def _fits(text: Measured, width: float, height: float) -> bool:
    widest = max((line.width + line.paragraph.indent for line in text.lines), default=0.0)
    signs_fit = all(
        text_width(item.bullet, item.style) <= item.indent
        for item in text.paragraphs
        if item.bullet
    )
    return signs_fit and widest <= width + 0.5 and text.height <= height + 0.5


def _is_decoration(element: Element) -> bool:
    return isinstance(element, Shape | Image) and not element.alt


def _alt_breaches(number: int, element: Element) -> Iterator[Breach]:
    if isinstance(element, Table | Chart) and not element.alt.strip():
        yield Breach(
            number,
            element.name,
            say("it has no description for people who cannot see it."),
            say("Report this as a fault of the program."),
        )


def _picture_breaches(number: int, image: Image) -> Iterator[Breach]:
    """A picture's frame may differ from its proportions by a pixel that was rounded."""
    drawn = image.frame.width / max(image.frame.height, 1e-6)
    if abs(drawn / image.picture.proportion - 1) > _STRETCHED:
        yield Breach(
            number,
            _label(image),
            say("the picture is stretched."),
            say("Report this as a fault of the program."),
        )


def _contrast_breaches(
    number: int, box: TextBox, background: Colour, theme: Theme
) -> Iterator[Breach]:
    for line in box.text.lines:
        yield from _line_contrast(number, box, line, background, theme)


def _table_contrast_breaches(number: int, table: Table, theme: Theme) -> Iterator[Breach]:
    for row in table.rows:
        for cell in row:
            for line in cell.text.lines:
                background = cell.fill or Colour.PAPER
                yield from _line_contrast(number, table, line, background, theme)


def _line_contrast(
    number: int, holder: Element, line: Line, background: Colour, theme: Theme
) -> Iterator[Breach]:
    style = line.paragraph.style
    for span in line.spans:
        bold = style.bold if span.bold is None else span.bold
        large = style.size >= (_LARGE_BOLD_SIZE if bold else _LARGE_SIZE)
        needed = _LARGE_CONTRAST if large else _CONTRAST
        if theme.contrast(span.colour or style.colour, background) < needed:
            yield _unreadable(number, holder)


def _unreadable(number: int, holder: Element) -> Breach:
    return Breach(
        number,
        _label(holder),
        say("the text does not stand out from its background."),
        say("Choose a theme with more contrast."),
    )


def _stands_on_picture(page: Page, position: int, box: TextBox) -> bool:
    """True for text with a picture below it and no plain ground between."""
    if box.fill is not None or not box.text.lines:
        return False
    for element in reversed(page.elements[:position]):
        if isinstance(element, Image) and _share_ground(element.frame, box.frame):
            return True
        if _is_ground(element, box.frame):
            return False
    return False


def _is_ground(element: Element, frame: Frame) -> TypeGuard[TextBox | Shape]:
    """True for a filled box or shape on which ``frame`` stands as a whole."""
    return (
        isinstance(element, TextBox | Shape)
        and element.fill is not None
        and getattr(element, "geometry", Geometry.RECTANGLE) in _CLOSED
        and element.frame.holds(frame, tolerance=2.0)
    )


def _background(page: Page, position: int, frame: Frame) -> Colour:
    """The colour behind a box: its own, else that of the last filled element below it."""
    own = page.elements[position]
    if isinstance(own, TextBox) and own.fill is not None:
        return own.fill
    for element in reversed(page.elements[:position]):
        if _is_ground(element, frame) and element.fill is not None:
            return element.fill
    return page.background or Colour.PAPER


def _text_breaches(
    number: int, holder: Element | str, text: str, forbidden: Forbidden
) -> Iterator[Breach]:
    leftover = _LEFTOVER.search(text)
    if leftover:
        yield Breach(
            number,
            _label(holder),
            say("“{words}” looks like a text to be replaced.", words=leftover.group()),
            say("Write the real text, or leave the field empty."),
        )
    for word, reason in forbidden.found_in(text):
        yield Breach(
            number,
            _label(holder),
            say("“{word}” must not stand here: {reason}", word=word, reason=reason),
            say("Take it out of the field that it came from."),
        )


def _glyph_breaches(number: int, holder: Element, lines: Sequence[Line]) -> Iterator[Breach]:
    missing = {
        sign
        for line in lines
        for span in line.spans
        for sign in _missing_in(span.text, line.paragraph.style.typeface)
    }
    if missing:
        yield Breach(
            number,
            _label(holder),
            say("the font has no sign for {signs}.", signs=" ".join(sorted(missing))),
            say("Write it with other characters."),
        )


@lru_cache(maxsize=8192)
def _missing_in(text: str, typeface: Typeface) -> frozenset[str]:
    """The signs that a font lacks, regular or bold."""
    faces = (typeface.face(bold=False), typeface.face(bold=True))
    return frozenset(sign for sign in text if not all(face.has(sign) for face in faces))


def _texts(page: Page) -> Iterator[tuple[Element | str, str]]:
    """Every string of a page that ends up in a file, with what holds it."""
    yield "title", page.title
    for note in page.notes:
        yield "notes", note
    for element in page.elements:
        yield element, element.name
        match element:
            case TextBox():
                yield element, _flat(element.text)
                yield element, element.link
            case Table():
                yield element, element.alt
                yield from ((element, _flat(cell.text)) for row in element.rows for cell in row)
            case Chart():
                yield element, element.alt
                yield from ((element, category) for category in element.categories)
                yield from ((element, series.name) for series in element.series)
            case _:
                yield element, element.alt


def _measured_lines(page: Page) -> Iterator[tuple[Element, Sequence[Line]]]:
    for element in page.elements:
        if isinstance(element, TextBox):
            yield element, element.text.lines
        elif isinstance(element, Table):
            yield from ((element, cell.text.lines) for row in element.rows for cell in row)


def _label(holder: Element | str) -> str:
    """How a user finds it on the page: by the words that stand there."""
    match holder:
        case str():
            return holder
        case TextBox():
            words = _flat(holder.text)
        case Table():
            words = _flat(holder.rows[0][0].text) if holder.rows else ""
        case _:
            words = holder.alt
    return _excerpt(words) or holder.name


def _excerpt(words: str) -> str:
    first = words.strip().partition("\n")[0]
    return first if len(first) <= _EXCERPT else first[:_EXCERPT].rstrip() + "..."


def _flat(text: Measured) -> str:
    return "\n".join(paragraph.text for paragraph in text.paragraphs)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """False inside a longer Latin word: “Ace” is not in “place”."""
    return not (_joins(text, start) or _joins(text, end))


def _joins(text: str, index: int) -> bool:
    if index <= 0 or index >= len(text):
        return False
    return all(c.isascii() and c.isalnum() for c in text[index - 1 : index + 1])
