"""A chapter: what the contents list names and where its sheets are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_app.documents.brochure.sheets import Sheet
from briefing_app.documents.icon_drawings import Icon


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Sheets under one title. ``kind`` is the fixed word for what it is, for running heads.

    A chapter that ``opens_left`` begins on an even page, so that two of its pages face each
    other. ``summary`` is a line for the contents; an unlisted chapter has no entry there.
    ``statement`` may fill a page of its own after the chapter's last. ``sign`` is its icon.
    """

    title: str
    kind: str
    sheets: tuple[Sheet, ...]
    summary: str = ""
    statement: str = ""
    opens_left: bool = False
    is_listed: bool = True
    sign: Icon | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A chapter and the number of its first page, from 1."""

    chapter: Chapter
    page: int

    @property
    def after(self) -> int:
        """The number of the page after its last."""
        return self.page + len(self.chapter.sheets)


def numbered(chapters: Sequence[Chapter], first: int) -> tuple[Numbered, ...]:
    """The chapters with their pages, the first on page ``first``."""
    placed: list[Numbered] = []
    page = first
    for chapter in chapters:
        placed.append(Numbered(chapter, page))
        page = placed[-1].after
    return tuple(placed)
