"""Minutes as a Word file that can be edited: real headings, lists and tables, the same bytes
each time."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RELATIONSHIP
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from briefing_app.documents.minutes.content import Facts, Grid, Minutes, Points
from briefing_app.documents.minutes.docx_look import (
    BULLETS,
    LANGUAGE_TAGS,
    numbering_xml,
    settings_xml,
    styles_xml,
)

_STAMP = (1980, 1, 1, 0, 0, 0)
_MARGIN = Mm(20)
_TEXT_WIDTH = Mm(170)
_LEFTOVERS = (
    RELATIONSHIP.THUMBNAIL,
    RELATIONSHIP.EXTENDED_PROPERTIES,
    RELATIONSHIP.CUSTOM_XML,
    RELATIONSHIP.WEB_SETTINGS,
    RELATIONSHIP.FONT_TABLE,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
"""Parts of python-docx's template that say nothing of this document."""


def write_docx(minutes: Minutes, made_on: date, subject: str) -> bytes:
    """The file's bytes; a function of its arguments, without a clock.

    ``made_on`` becomes the day on which the file says that it was made.
    """
    document = Document()
    _clean(document)
    _replace(document.styles.element, styles_xml(minutes.language))
    _replace(document.settings.element, settings_xml())
    _set_properties(document, minutes, made_on, subject)
    _set_page(document, minutes)
    document.add_paragraph(minutes.title, style="Title")
    document.add_paragraph(minutes.subtitle, style="Subtitle")
    body = _Body(document)
    for section in minutes.sections:
        document.add_paragraph(section.heading, style="Heading 1")
        for block in section.blocks:
            body.add(block)
    _replace(document.part.numbering_part.element, numbering_xml(body.numbered_lists))
    return _packed(document)


class _Body:
    """Adds blocks to a document. ``numbered_lists`` counts those that begin at 1 again."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self.numbered_lists = 0

    def add(self, block: Points | Facts | Grid) -> None:
        """Add a block at the document's end."""
        match block:
            case Points():
                self._add_points(block)
            case Facts():
                self._add_facts(block)
            case Grid():
                self._add_grid(block)

    def _add_points(self, block: Points) -> None:
        if not block.are_numbered:
            for line in block.lines:
                self._document.add_paragraph(line, style="List Bullet")
            return
        self.numbered_lists += 1
        for line in block.lines:
            paragraph = self._document.add_paragraph(line, style="List Number")
            numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no public way
            numbered.get_or_add_ilvl().val = 0
            numbered.get_or_add_numId().val = BULLETS + self.numbered_lists

    def _add_facts(self, block: Facts) -> None:
        for label, words in block.rows:
            paragraph = self._document.add_paragraph(style="Fact")
            paragraph.add_run(label, style="Fact Label")
            paragraph.add_run(f"\t{words}")

    def _add_grid(self, block: Grid) -> None:
        table = self._document.add_table(0, len(block.headings), style="Minutes Table")
        table.autofit = False
        for column, width in zip(table.columns, _widths(block), strict=True):
            column.width = width  # of the grid; some programs do not look at the cells
        _add_row(table, block, block.headings, "Table Heading")
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        for row in block.rows:
            _add_row(table, block, row, "Table Text")
        self._document.add_paragraph(style="Table End")


def _add_row(table: Any, block: Grid, words: tuple[str, ...], style: str) -> None:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    for cell, text, width in zip(row.cells, words, _widths(block), strict=True):
        cell.width = width
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(text)


def _widths(block: Grid) -> tuple[int, ...]:
    return tuple(int(_TEXT_WIDTH * share / sum(block.shares)) for share in block.shares)


def _clean(document: Any) -> None:
    """Take out what the template brings along."""
    for holder in (document.part.package, document.part):
        for key in [k for k, one in holder.rels.items() if one.reltype in _LEFTOVERS]:
            del holder.rels[key]


def _replace(element: Any, xml: str) -> None:
    """Let a part's root hold what ``xml`` holds."""
    for child in list(element):
        element.remove(child)
    for child in parse_xml(xml):
        element.append(child)


def _set_properties(document: Any, minutes: Minutes, made_on: date, subject: str) -> None:
    moment = datetime(made_on.year, made_on.month, made_on.day)  # noqa: DTZ001 - as python-docx wants it
    facts = document.core_properties
    facts.title = f"{minutes.title} · {minutes.subtitle}"[:255]
    facts.subject = subject[:255]
    facts.author = facts.last_modified_by = minutes.author[:255]
    facts.comments = facts.keywords = facts.category = ""
    facts.language = LANGUAGE_TAGS[minutes.language]
    facts.created = facts.modified = moment
    facts.revision = 1


def _set_page(document: Any, minutes: Minutes) -> None:
    page = document.sections[0]
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    page.header_distance = page.footer_distance = Mm(10)
    head, foot = page.header.paragraphs[0], page.footer.paragraphs[0]
    head.style, foot.style = "Header", "Footer"
    head.add_run(minutes.mark)
    foot.add_run(f"{minutes.foot}\t")
    _add_field(foot, "PAGE")
    foot.add_run(" / ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Any, code: str) -> None:
    """A number that Word counts."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = paragraph.add_run("1")
    field.append(run._r)  # noqa: SLF001 - the field holds the run
    paragraph._p.append(field)  # noqa: SLF001


def _packed(document: Any) -> bytes:
    """The file with fixed stamps, in an order that does not depend on the library."""
    raw, packed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
