"""Placed tables as native ones: measured columns and rows, hairlines between rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from briefing_app.documents.deck.drawingml import emu, paragraphs_xml, solid
from briefing_app.documents.deck.shape_xml import graphic_frame_xml
from briefing_app.documents.placed import Cell, Table
from briefing_app.documents.theme import Colour
from briefing_app.domain.text import Language

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without borders and fills."""

_HAIRLINE = f'w="{emu(0.5)}" cap="flat" cmpd="sng" algn="ctr"'
_LINES = {side: f"<a:ln{side} {_HAIRLINE}>{solid(Colour.LINE)}</a:ln{side}>" for side in "TB"}
_TOP_ROW = _LINES["B"]
_OTHER_ROWS = _LINES["T"] + _LINES["B"]
"""Both neighbours of an edge state its line. Lines precede fills (ECMA-376 part 1, 21.1.3.17)."""


def table_xml(table: Table, key: int, language: Language) -> str:
    """The table in its graphic frame; row and column sizes add up to the frame's to the unit."""
    widths = "".join(f'<a:gridCol w="{width}"/>' for width in _in_emu(table.columns))
    rows = "".join(
        f'<a:tr h="{height}">{_cells(row, borders, table, language)}</a:tr>'
        for row, height, borders in _rows(table)
    )
    header = ' firstRow="1"' if table.header_rows else ""
    content = (
        f"<a:tbl><a:tblPr{header}><a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{widths}</a:tblGrid>{rows}</a:tbl>"
    )
    return graphic_frame_xml(table, key, _URI, content)


def _rows(table: Table) -> Iterator[tuple[tuple[Cell, ...], int, str]]:
    """Each row with its height in EMU and its borders."""
    for row, height in zip(table.rows, _in_emu(table.heights), strict=True):
        yield row, height, _TOP_ROW if row is table.rows[0] else _OTHER_ROWS


def _cells(row: tuple[Cell, ...], borders: str, table: Table, language: Language) -> str:
    return "".join(
        _cell(cell, borders, table.padding, language)
        for cell, _ in zip(row, table.columns, strict=True)
    )


def _cell(cell: Cell, borders: str, padding: tuple[float, float], language: Language) -> str:
    across, down = emu(padding[0]), emu(padding[1])
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs_xml(cell.text, language)}</a:txBody>"
        f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}" anchor="ctr">'
        f"{borders}{solid(cell.fill)}</a:tcPr></a:tc>"
    )


def _in_emu(lengths: tuple[float, ...]) -> list[int]:
    """Lengths whose sum is rounded once, not each for itself."""
    ends = [emu(end) for end in accumulate(lengths, initial=0.0)]
    return [end - start for start, end in pairwise(ends)]
