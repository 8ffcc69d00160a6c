"""Marks what is painted on PDF pages, and gathers what it is to a reader who cannot see it.

Text becomes headings, paragraphs, lists, table cells and links; what has a description
becomes a figure; all else is an artifact, which readers pass over (PDF/UA-1, 7.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol, TypeAlias

from reportlab.pdfgen.canvas import Canvas

from briefing_app.documents.pdf_structure import LinkArea, Mark, Node
from briefing_app.documents.placed import CellPlace, Frame, Page, Placeholder, Tag, TextBox
from briefing_app.documents.text_fit import Paragraph

Painting: TypeAlias = AbstractContextManager[None]


_REPEATED = (Placeholder.FOOTER, Placeholder.SLIDE_NUMBER)
"""What stands on each slide belongs to the page, as running heads do."""
_LEVELS = {Tag.TITLE: 1, Tag.HEADING: 2, Tag.SUBHEADING: 3}


class TextMark(Protocol):
    """Marks the paragraphs of a text as they are painted, one after the other."""

    def __call__(self, paragraph: Paragraph, *, is_label: bool = False) -> Painting:
        """Around the lines of the paragraph, or around its bullet, which comes first."""
        ...


class Tags(Protocol):
    """What a page painter asks of whoever keeps the tags."""

    def decoration(self) -> Painting:
        """Around what says nothing."""
        ...

    def figure(self, alt: str, frame: Frame) -> Painting:
        """Around a drawing that ``alt`` describes; what is painted in it has no tags."""
        ...

    def text(self, box: TextBox) -> TextMark:
        """For the paragraphs of a text box; its link, if any, is to be the page's next."""
        ...

    def table(self, summary: str) -> None:
        """Before the cells of a table."""
        ...

    def cell(self, place: CellPlace) -> TextMark:
        """For the paragraphs of a cell of that table."""
        ...


class NoTags:
    """For files that only a printing press reads."""

    def decoration(self) -> Painting:
        """No mark."""
        return nullcontext()

    def figure(self, alt: str, frame: Frame) -> Painting:  # noqa: ARG002 - as in Tags
        """No mark."""
        return nullcontext()

    def text(self, box: TextBox) -> TextMark:  # noqa: ARG002 - as in Tags
        """No mark."""
        return _unmarked

    def table(self, summary: str) -> None:
        """Nothing to keep."""

    def cell(self, place: CellPlace) -> TextMark:  # noqa: ARG002 - as in Tags
        """No mark."""
        return _unmarked


def _unmarked(paragraph: Paragraph, *, is_label: bool = False) -> Painting:  # noqa: ARG001 - as in TextMark
    return nullcontext()


class Tagger:
    """Marks the content of a canvas page by page and gathers the structure below ``root``.

    ``marked`` holds, a page, the structure elements by the number of their mark.
    """

    def __init__(self, canvas: Canvas, title: str) -> None:
        self._canvas = canvas
        self.root = Node("Document", title=title)
        self.marked: list[list[Node]] = []
        self._section = self.root
        self._page_height = 0.0
        self._links = 0
        self._in_figure = False
        self._headings: list[int] = []
        self._table: _OpenTable | None = None

    def start_page(self, page: Page) -> None:
        """A page that stands in the outline begins a section."""
        self._close_table()
        self.marked.append([])
        self._page_height = page.height
        self._links = 0
        if page.level or not self.root.kids:
            self._section = self.root.child("Sect", title=page.title)

    def finish(self) -> None:
        """After the last page."""
        self._close_table()

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Around an artifact."""
        if self._in_figure:
            yield
            return
        self._canvas.addLiteral("/Artifact BMC")
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def figure(self, alt: str, frame: Frame) -> Iterator[None]:
        """Around a figure with its description and its place."""
        self._close_table()
        bottom, top = self._page_height - frame.bottom, self._page_height - frame.y
        node = self._section.child("Figure", alt=alt, box=(frame.x, bottom, frame.right, top))
        with self._mark(node):
            self._in_figure = True
            yield
            self._in_figure = False

    def text(self, box: TextBox) -> TextMark:
        """Headings, paragraphs or list items, in a cell where the box stands in one."""
        if self._in_figure or box.tag is Tag.ARTIFACT or box.placeholder in _REPEATED:
            return self._undescribed
        holder = self._section
        if box.cell is None:
            self._close_table()
        else:
            holder = self._cell(box.cell)
        return self._linked(holder, box) if box.link else self._paragraphs(holder, box.tag)

    def table(self, summary: str) -> None:
        """A new table."""
        self._new_table(summary)

    def cell(self, place: CellPlace) -> TextMark:
        """Paragraphs or list items in a cell."""
        return self._paragraphs(self._cell(place), Tag.TEXT)

    def _cell(self, place: CellPlace) -> Node:
        table = self._table
        if table is None or not table.accepts(place):
            table = self._new_table("")
        return table.cell(place)

    def _new_table(self, summary: str) -> _OpenTable:
        self._close_table()
        self._table = _OpenTable(self._section.child("Table", alt=summary))
        return self._table

    def _close_table(self) -> None:
        if self._table is not None:
            self._table.finish()
            self._table = None

    def _linked(self, holder: Node, box: TextBox) -> TextMark:
        words = " ".join(paragraph.text for paragraph in box.text.paragraphs)
        area = LinkArea(len(self.marked) - 1, self._links, words)
        self._links += 1
        link = holder.child(self._kind(box.tag)).child("Link", kids=[area])

        def mark(paragraph: Paragraph, *, is_label: bool = False) -> Painting:  # noqa: ARG001 - as in TextMark
            return self._mark(link)

        return mark

    def _undescribed(self, paragraph: Paragraph, *, is_label: bool = False) -> Painting:  # noqa: ARG002 - as in TextMark
        return self.decoration()

    def _paragraphs(self, holder: Node, tag: Tag) -> TextMark:
        def mark(paragraph: Paragraph, *, is_label: bool = False) -> Painting:
            if not paragraph.bullet:
                return self._mark(holder.child(self._kind(tag)))
            if is_label:
                return self._mark(_list_in(holder).child("LI").child("Lbl"))
            return self._mark(_last(_last(holder)).child("LBody"))

        return mark

    def _kind(self, tag: Tag) -> str:
        """The structure type; headings never skip a level (PDF/UA-1, 7.4.2)."""
        if tag not in _LEVELS:
            return tag.value
        level = _LEVELS[tag]
        while self._headings and self._headings[-1] >= level:
            self._headings.pop()
        self._headings.append(level)
        return f"H{len(self._headings)}"

    @contextmanager
    def _mark(self, node: Node) -> Iterator[None]:
        nodes = self.marked[-1]
        node.kids.append(Mark(len(self.marked) - 1, len(nodes)))
        self._canvas.addLiteral(f"/{node.kind} <</MCID {len(nodes)}>> BDC")
        nodes.append(node)
        yield
        self._canvas.addLiteral("EMC")


class _OpenTable:
    """A table while its cells come in, row by row."""

    def __init__(self, node: Node) -> None:
        self._node = node
        self._rows: dict[int, dict[float, Node]] = {}

    def accepts(self, place: CellPlace) -> bool:
        """False for a row above the last one: another table begins with it."""
        return place.row >= max(self._rows, default=0)

    def cell(self, place: CellPlace) -> Node:
        """The cell, a new one where it has none of its content yet."""
        cells = self._rows.setdefault(place.row, {})
        return cells.setdefault(place.column, Node("TH" if place.is_header else "TD"))

    def finish(self) -> None:
        """All rows with as many cells, empty ones among them."""
        columns = sorted({column for cells in self._rows.values() for column in cells})
        for cells in self._rows.values():
            row = self._node.child("TR")
            row.kids.extend(cells.get(column) or Node("TD") for column in columns)


def _list_in(holder: Node) -> Node:
    """The list that ``holder`` ends with, or a new one."""
    last = holder.kids[-1] if holder.kids else None
    return last if isinstance(last, Node) and last.kind == "L" else holder.child("L")


def _last(node: Node) -> Node:
    last = node.kids[-1]
    if not isinstance(last, Node):
        raise TypeError(f"a {node.kind} ends with content of its own")
    return last
