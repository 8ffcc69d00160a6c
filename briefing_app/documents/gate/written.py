"""A second, independent look: the text of a finished file, whoever wrote it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from briefing_app.documents.gate.breach import Breach
from briefing_app.documents.gate.wordings import mention_breach
from briefing_app.documents.gate.words import Forbidden

_SPOKEN = re.compile(r'[\s:](?:descr|title|name|Target|tooltip)="([^"]+)"')
"""Attributes that people write or read; others hold the words of the format."""
_CELLS = re.compile(r"<(?:\w+:)?f(?: [^>]*)?>[^<]*")
"""References to cells of a workbook, whose dollars are no money."""
_BREAK = re.compile(
    r"</(?:\w+:)?(?:f|formatCode)>|</a:p>|</si>|</c:v>|</[a-zA-Z]+:[a-zA-Z]+Name>|</dc:[a-z]+>|</cp:[a-zA-Z]+>"
)
_TAG = re.compile(r"<[^>]*>")
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x17]")
"""In strings of a PDF that are data, as the colours of a palette."""
_OFFICE = (".pptx", ".xlsx", ".docx")


def written_breaches(name: str, content: bytes, forbidden: Forbidden) -> Iterator[Breach]:
    """Forbidden words in a file's name, its parts, the files within it and its metadata."""
    if forbidden.is_empty:
        return
    texts = tuple(dict.fromkeys(file_texts(name, content)))
    forbidden.look_through(text for _, text in texts)
    for place, text in texts:
        for mention in forbidden.found_in(text):
            yield mention_breach(0, place, mention)


def file_texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Every text that can be read out of a file, with its place.

    Of a PDF that is all but the glyphs of its pages, whose words are judged as they are laid out.
    """
    yield name, name
    if content.startswith(b"PK\3\4"):
        yield from _package_texts(name, content)
    elif content.startswith(b"%PDF-"):
        yield from ((name, text) for text in _pdf_texts(content))
    else:
        yield name, content.decode("utf-8", "replace")


def _package_texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.namelist():
            place, data = f"{name}/{part}", package.read(part)
            if part.endswith(_OFFICE):
                yield from _package_texts(place, data)
            elif part.endswith((".xml", ".rels")):
                yield place, _xml_text(data.decode("utf-8", "replace"))


def _xml_text(source: str) -> str:
    """Words as they are read: runs of one paragraph joined, paragraphs on lines of their own."""
    spoken = [html.unescape(words) for words in _SPOKEN.findall(source)]
    plain = _CELLS.sub(lambda cells: cells.group().replace("$", ""), source)
    running = html.unescape(_TAG.sub("", _BREAK.sub("\n", plain)))
    return "\n".join([running, *spoken])


def _pdf_texts(content: bytes) -> Iterator[str]:
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as file:
        for entry in file.objects:
            yield from _strings(entry)
        yield from _strings(file.trailer.get("/Info", pikepdf.Dictionary()))
        metadata = file.Root.get("/Metadata")
        if metadata is not None:
            yield _xml_text(metadata.read_bytes().decode("utf-8", "replace"))


def _strings(entry: Any) -> Iterator[str]:
    import pikepdf

    if isinstance(entry, pikepdf.String):
        words = str(entry)
        if not _UNREADABLE.search(words):
            yield words
    elif isinstance(entry, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        if _holds_data(entry):
            return
        values = entry.values() if not isinstance(entry, pikepdf.Array) else list(entry)
        for value in values:
            if not getattr(value, "is_indirect", False):  # those come as entries of their own
                yield from _strings(value)


def _holds_data(entry: Any) -> bool:
    """True of a palette, and of a table of objects, whose only strings are the file's checksums:
    their bytes may look like words, or like a sum of money, by chance."""
    import pikepdf

    if isinstance(entry, pikepdf.Array):
        return len(entry) > 0 and entry[0] == pikepdf.Name.Indexed
    return bool(entry.get("/Type") == pikepdf.Name.XRef)
