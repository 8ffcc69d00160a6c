"""Finds given secrets in every byte of a file that is about to leave.

A secret survives in places that no viewer shows: notes, chart workbooks, deleted slides, metadata,
thumbnails, attachments, older revisions of a PDF. So nothing is interpreted as a document. Each
file is unpacked as far as it goes (zips in zips, PDF streams, packed picture comments), and each
piece is searched in the spellings that its format allows.
"""

from __future__ import annotations

import base64
import codecs
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import ahocorasick
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from tests.judges.pdf_file import objects_of

_TAG = re.compile(r"<[^>]*>")
_UNSEEN = re.compile(r"[\s\x02\u00ad\u200b-\u200d\u2060\ufeff\ufffe]+")  # spaces, soft hyphens
_CODE_ESCAPE = re.compile(r"(?:\\u|_x)([0-9a-fA-F]{4})_?")  # of JSON, of workbooks
_PDF_ESCAPE = re.compile(rb"\\([0-7]{1,3}|[()\\])")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}")
_HEX_STRING = re.compile(rb"<([0-9a-fA-F\s]+)>")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_DEPTH = 8


@dataclass(frozen=True)
class Leak:
    """A secret and where it stands, as ``deck.pptx/ppt/embeddings/book.xlsx/xl/s.xml``."""

    secret: str
    where: str


def leaks_in(paths: Iterable[Path], secrets: Iterable[str]) -> list[Leak]:
    """The secrets found in the given files and, for folders, all files below; sorted by place."""
    wanted = _Wanted(secrets)
    found: set[Leak] = set()
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file():
                name = str(file.relative_to(path.parent).as_posix())
                found |= _leaks(file.read_bytes(), name, wanted)
    return sorted(found, key=lambda leak: (leak.where, leak.secret))


def leaks_in_bytes(data: bytes, name: str, secrets: Iterable[str]) -> list[Leak]:
    """The secrets found in a file that is still in memory; ``name`` is searched, too."""
    found = _leaks(data, name, _Wanted(secrets))
    return sorted(found, key=lambda leak: (leak.where, leak.secret))


class _Wanted:
    """The secrets in the forms they are compared in.

    In text that is without case, width and spaces, in bytes as three encodings write them. All
    secrets are sought in one pass.
    """

    def __init__(self, secrets: Iterable[str]) -> None:
        texts: dict[str, set[str]] = defaultdict(set)
        codes: dict[str, set[str]] = defaultdict(set)
        for secret in secrets:
            if len(_plain(secret)) < 2:
                raise ValueError(f"{secret!r} is too short to be found without false alarms")
            texts[_plain(secret)].add(secret)
            for encoding in _ENCODINGS:
                codes[secret.encode(encoding).decode("latin-1")].add(secret)
        if not texts:
            raise ValueError("there is no secret to look for")
        self._texts, self._codes = _automaton(texts), _automaton(codes)

    def in_text(self, text: str) -> Iterator[str]:
        for _, secrets in self._texts.iter(_plain(text)):
            yield from secrets

    def in_bytes(self, data: bytes) -> Iterator[str]:
        for _, secrets in self._codes.iter(data.decode("latin-1")):
            yield from secrets


def _automaton(words: Mapping[str, set[str]]) -> Any:
    automaton = ahocorasick.Automaton()
    for word, secrets in words.items():
        automaton.add_word(word, secrets)
    automaton.make_automaton()
    return automaton


def _plain(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _leaks(data: bytes, name: str, wanted: _Wanted) -> set[Leak]:
    found = {Leak(secret, name) for secret in wanted.in_text(name)}
    for where, piece in _pieces(data, name, _DEPTH):
        if isinstance(piece, str):
            found |= {Leak(secret, where) for secret in wanted.in_text(piece)}
        else:
            found |= {Leak(secret, where) for secret in wanted.in_bytes(piece)}
            for text in _readings(piece):
                found |= {Leak(secret, where) for secret in wanted.in_text(text)}
            for string in _packed_strings(piece):
                found |= {Leak(secret, where) for secret in wanted.in_bytes(string)}
    return found


def _pieces(data: bytes, where: str, depth: int) -> Iterator[tuple[str, bytes | str]]:
    """The data itself and all that can be unpacked from it, each with its place."""
    yield where, data
    if not depth:
        raise ValueError(f"{where} is packed more than {_DEPTH} times")
    if data.startswith((b"PK\3\4", b"PK\5\6")):
        yield from _zip_pieces(data, where, depth)
    elif b"%PDF-" in data[:1024]:
        yield from _pdf_pieces(data, where, depth)
    elif data.startswith(_PICTURES):
        yield where, _picture_words(data)


def _zip_pieces(data: bytes, where: str, depth: int) -> Iterator[tuple[str, bytes | str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield f"{where} (comment)", archive.comment
        for member in archive.infolist():
            place = f"{where}/{member.filename}"
            yield place, member.filename
            yield place, member.comment
            yield from _pieces(archive.read(member), place, depth - 1)


def _pdf_pieces(data: bytes, where: str, depth: int) -> Iterator[tuple[str, bytes | str]]:
    with pikepdf.open(io.BytesIO(data)) as file:
        for entry in objects_of(file):
            place = f"{where} (object {entry.objgen[0]})" if _numbered(entry) else where
            yield from ((place, text) for text in _pdf_words(entry))
            if isinstance(entry, pikepdf.Stream):
                yield from _pieces(_unpacked(entry), place, depth - 1)
    for page, text in enumerate(_pdf_page_texts(data), 1):
        yield f"{where} (page {page})", text
    for revision in _STREAM.finditer(data):  # also what no table of contents names any more
        yield f"{where} (stream at {revision.start()})", _inflated(revision.group(1))


def _numbered(entry: Any) -> bool:
    return bool(getattr(entry, "is_indirect", False))


def _pdf_words(entry: Any) -> Iterator[str]:
    if isinstance(entry, pikepdf.String | pikepdf.Name):
        yield str(entry)
    elif isinstance(entry, pikepdf.Stream):
        yield " ".join(entry.stream_dict.keys())
    elif isinstance(entry, pikepdf.Dictionary):
        yield " ".join(entry.keys())


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a picture's own compression, which is read as a picture
        return stream.read_raw_bytes()


def _pdf_page_texts(data: bytes) -> Iterator[str]:
    with closing(pypdfium2.PdfDocument(data)) as document:
        for page in document:
            with closing(page), closing(page.get_textpage()) as text:
                yield text.get_text_range()


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def _picture_words(data: bytes) -> str:
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        words = [*picture.info.items(), *picture.getexif().items()]
    return " ".join(_decoded(part) for pair in words for part in pair)


def _decoded(value: object) -> str:
    if isinstance(value, bytes):
        return " ".join(value.decode(code, "ignore") for code in ("utf-8", "utf-16-le"))
    return str(value)


def _readings(data: bytes) -> Iterator[str]:
    """Bytes as text: as they are, without mark-up, and with escapes resolved."""
    text = _text(data)
    if text is not None:
        yield text
        yield html.unescape(text)
        yield html.unescape(_TAG.sub("", text))  # a word may be split over several runs
        yield _CODE_ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), text)
        yield unquote(text)


def _text(data: bytes) -> str | None:
    """The text of the bytes, None where they are no text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None if b"\0" in data[:4096] else data.decode("latin-1")


def _packed_strings(data: bytes) -> Iterator[bytes]:
    """Strings that stand as codes within text: PDF's hexadecimal and octal, and base 64."""
    yield _PDF_ESCAPE.sub(_unescaped, data)
    for match in _HEX_STRING.finditer(data):
        digits = re.sub(rb"\s", b"", match.group(1)).decode()
        yield bytes.fromhex(digits + "0" * (len(digits) % 2))
    for match in _BASE64.finditer(data):
        packed = match.group(0)
        if len(packed) % 4 != 1:
            yield base64.b64decode(packed + b"=" * (-len(packed) % 4))


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match.group(1)
    return bytes([int(code, 8) & 255]) if code.isdigit() else code
