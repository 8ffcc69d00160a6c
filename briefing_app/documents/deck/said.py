"""What slides say below their titles, paragraph by paragraph: of placed pages and of files.

Both readings of one deck give the same texts, so that a kept deck can be compared with a file.
Footer and slide number stand on every slide and are left out; of a chart its description
counts, which tells its figures.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing_app.documents.placed import Chart, Page, Placeholder, Table, TextBox
from briefing_app.documents.text_fit import Measured
from briefing_app.errors import UserError
from briefing_app.files import read_bytes

_LEFT_OUT = frozenset(
    {
        Placeholder.TITLE,
        Placeholder.CENTRED_TITLE,
        Placeholder.FOOTER,
        Placeholder.SLIDE_NUMBER,
    }
)


@dataclass(frozen=True, slots=True)
class SaidSlide:
    """A slide of a file: its title, the paragraphs below it, and its notes."""

    title: str
    texts: tuple[str, ...]
    notes: tuple[str, ...]


def texts_below_title(page: Page) -> tuple[str, ...]:
    """The paragraphs of a page's texts, tables and charts, in reading order."""
    return tuple(text for text in _of_page(page) if text)


def note_lines(notes: Sequence[str]) -> tuple[str, ...]:
    """A page's notes as a file has them: a paragraph a line."""
    return tuple(line for note in notes for line in note.splitlines() if line)


def read_deck(path: Path) -> tuple[SaidSlide, ...]:
    """The slides of a .pptx file that are shown.

    Raises UserError, which names the file, for one that cannot be read as slides.
    """
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    from briefing_app.documents.deck.corporate.archive import MOST_BYTES, open_archive

    content = read_bytes(path, MOST_BYTES)
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise _unreadable(path)
    open_archive(content, path.name)  # nothing swollen or with macros is opened
    try:
        presentation = Presentation(io.BytesIO(content))
        shown = [slide for slide in presentation.slides if slide.element.get("show") != "0"]
        return tuple(_said(slide) for slide in shown)
    except (PythonPptxError, KeyError, ValueError, AttributeError) as error:  # a damaged part
        raise _unreadable(path) from error


def _unreadable(path: Path) -> UserError:
    return UserError(
        "{path} cannot be read as slides. Open it in PowerPoint and save it again, or export anew.",
        path=str(path),
    )


def _of_page(page: Page) -> Iterator[str]:
    for element in page.elements:
        match element:
            case TextBox() if element.placeholder not in _LEFT_OUT:
                yield from _paragraphs(element.text)
            case Table():
                for row in element.rows:
                    for cell in row:
                        yield from _paragraphs(cell.text)
            case Chart():
                yield element.alt


def _paragraphs(text: Measured) -> Iterator[str]:
    return (paragraph.text.strip() for paragraph in text.paragraphs)


def _said(slide: Any) -> SaidSlide:
    title = slide.shapes.title
    texts = (text for shape in slide.shapes for text in _of_shape(shape))
    notes = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return SaidSlide(
        " ".join(title.text_frame.text.split()) if title is not None else "",
        tuple(text for text in texts if text),
        tuple(filter(None, _of_frame(notes))) if notes is not None else (),
    )


def _of_shape(shape: Any) -> Iterator[str]:
    if shape.is_placeholder and _is_left_out(shape.placeholder_format):
        return
    if getattr(shape, "shapes", None) is not None:  # a group
        for inner in shape.shapes:
            yield from _of_shape(inner)
    elif shape.has_text_frame:
        yield from _of_frame(shape.text_frame)
    elif getattr(shape, "has_table", False):
        for row in shape.table.rows:
            for cell in row.cells:
                yield from _of_frame(cell.text_frame)
    elif getattr(shape, "has_chart", False):
        yield shape._element.nvGraphicFramePr.cNvPr.get("descr", "")  # noqa: SLF001 - no other way


def _is_left_out(place: Any) -> bool:
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    left_out = (KIND.TITLE, KIND.CENTER_TITLE, KIND.FOOTER, KIND.SLIDE_NUMBER, KIND.DATE)
    return place.type in left_out


def _of_frame(frame: Any) -> Iterator[str]:
    return (" ".join(paragraph.text.split()) for paragraph in frame.paragraphs)
