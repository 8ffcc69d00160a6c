"""Looks into a workbook's container before anything unpacks it.

A small file may unpack to gigabytes, be something else under a workbook's name, or be locked
with a password; each gets a sentence of its own.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from briefing_app.errors import UserError

MAX_FILE = 50_000_000
MAX_ENTRIES = 2_000
MAX_UNPACKED = 400_000_000
MAX_RATIO = 250
_RATIO_FROM = 4_000_000  # small parts of repetitive XML do pack that well

_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEET_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK_NS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE_NS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z0-9:]{2,40})[\"']")
_OVERLAP = 200  # bytes kept between chunks: longer than any element searched for
_CHUNK = 1 << 20

READING_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    ParseError,
    DefusedXmlException,
)
"""What a damaged or hostile container raises while it is read."""


def check_workbook(content: bytes, source: str) -> None:
    """Raise `UserError` unless ``content`` is a workbook that is safe to unpack."""
    if content.startswith(_OLD_CONTAINER):
        raise UserError(
            "{source} is locked with a password or in the old .xls format. "
            "Open it, remove the password and save it as .xlsx.",
            source=source,
        )
    if not content.startswith(b"PK"):
        raise UserError(
            "{source} is not a workbook, whatever its name says. Save it as .xlsx.", source=source
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_entries(package.infolist(), source)
            names = set(package.namelist())
    except READING_FAULTS as error:
        raise damaged(source) from error
    if "xl/workbook.xml" not in names:
        raise UserError(
            "{source} is not a workbook, whatever its name says. Save it as .xlsx.", source=source
        )


def damaged(source: str) -> UserError:
    """The error for a file that breaks off or does not make sense."""
    return UserError("{source} is damaged. Save it anew or get another copy.", source=source)


def merged_ranges(content: bytes) -> Iterator[tuple[str, str]]:
    """The title of a sheet and a range of cells that were merged in it, for all of them."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for title, part in _sheet_parts(package):
            for found in _found_in(package, part):
                yield title, found


def _check_entries(entries: list[zipfile.ZipInfo], source: str) -> None:
    total = sum(entry.file_size for entry in entries)
    is_bomb = len(entries) > MAX_ENTRIES or total > MAX_UNPACKED or any(map(_is_bomb, entries))
    if is_bomb or _overlap(entries):
        raise UserError(
            "{source} unpacks to far more than a workbook of ours holds. "
            "Copy the rows into a new template.",
            source=source,
        )
    for entry in entries:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if entry.flag_bits & 1 or kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise damaged(source)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > max(_RATIO_FROM, MAX_RATIO * entry.compress_size)


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    """True where two entries share bytes, as in bombs that unpack the same data many times."""
    spans = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    return any(
        start + 30 + size > following for (start, size), (following, _size) in pairwise(spans)
    )


def _sheet_parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    links = fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {
        link.get("Id"): link.get("Target", "") for link in links.iter(_PACKAGE_NS + "Relationship")
    }
    book = fromstring(package.read("xl/workbook.xml"))
    for sheet in book.iter(_SHEET_NS + "sheet"):
        target = targets.get(sheet.get(_LINK_NS + "id"), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in package.namelist():
            yield sheet.get("name", ""), part


def _found_in(package: zipfile.ZipFile, part: str) -> Iterator[str]:
    """Ranges of merged cells, found without building the sheet in memory."""
    rest = b""
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            window = rest + chunk
            end = 0
            for match in _MERGED.finditer(window):
                yield match[1].decode()
                end = match.end()
            rest = window[max(end, len(window) - _OVERLAP) :]
