"""From chapters to pages: sides, numbers, running heads, bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing_app.documents.brochure.chapter import Chapter, Numbered, numbered
from briefing_app.documents.brochure.grid import (
    FOOT_Y,
    HEAD_Y,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
)
from briefing_app.documents.brochure.setting import AnySetting, on_one_line
from briefing_app.documents.brochure.sheets import Sheet
from briefing_app.documents.placed import Element, Frame, Page, Rule, Tag, TextBox
from briefing_app.documents.text_fit import Align, Style
from briefing_app.documents.theme import Colour


def bound_pages(setting: AnySetting, title: str, chapters: Sequence[Chapter]) -> tuple[Page, ...]:
    """The chapters as numbered pages; the first is the cover. ``title`` is in running heads."""
    book = numbered(chapters, 1)
    return tuple(page for entry in book for page in _pages(setting, title, entry))


def _pages(setting: AnySetting, book_title: str, entry: Numbered) -> Iterator[Page]:
    chapter = entry.chapter
    for index, sheet in enumerate(chapter.sheets):
        number = entry.page + index
        furniture = (
            tuple(_furniture(setting, book_title, chapter, sheet, number)) if number > 1 else ()
        )
        yield Page(
            width=PAGE_WIDTH,
            height=PAGE_HEIGHT,
            elements=(*sheet.elements, *furniture),
            title=chapter.title,
            label=str(number),
            level=0 if index else 1,
            background=sheet.background,
        )


def _furniture(
    setting: AnySetting, book_title: str, chapter: Chapter, sheet: Sheet, number: int
) -> Iterator[Element]:
    """Running head and page number, on the outer side of the page."""
    is_left = number % 2 == 0
    colour = Colour.PAPER if sheet.background else Colour.SLATE
    outside = Align.LEFT if is_left else Align.RIGHT
    small = replace(setting.type.note(colour), align=outside)
    if sheet.has_head:
        heads = (book_title,) if is_left else (chapter.title,)
        yield _line((*heads, chapter.kind), small, HEAD_Y, "Running head")
        yield Rule(
            x1=MARGIN, y1=HEAD_Y + 17, x2=PAGE_WIDTH - MARGIN, y2=HEAD_Y + 17, name="Head rule"
        )
    bold = replace(setting.type.small(colour, bold=True), align=outside)
    yield _line((str(number),), bold, FOOT_Y, "Page number")


def _line(candidates: Sequence[str], style: Style, y: float, name: str) -> TextBox:
    text = on_one_line(candidates, style, TEXT_WIDTH)
    frame = Frame(MARGIN, y, TEXT_WIDTH, text.height)
    return TextBox(frame=frame, text=text, name=name, tag=Tag.ARTIFACT)
