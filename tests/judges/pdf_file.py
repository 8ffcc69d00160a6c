"""Says whether a PDF is sound and what it holds: pages, text, fonts, outline, title, language."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]

from tests.judges.rendering import tool

_SUBSET_NAME = re.compile(r"^[A-Z]{6}\+")
_DEFAULTS = {"", "untitled", "anonymous", "unspecified", "(unspecified)"}  # of reportlab
_FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(frozen=True)
class PdfFont:
    """A font of the file. ``name`` is without the mark of a subset."""

    name: str
    embedded: bool
    subset: bool


@dataclass(frozen=True)
class PdfFacts:
    """What a PDF holds. ``sizes`` are in points; ``outline`` holds (level from 0, title)."""

    sizes: tuple[tuple[float, float], ...]
    texts: tuple[str, ...]
    outline: tuple[tuple[int, str], ...]
    fonts: tuple[PdfFont, ...]
    title: str
    author: str
    language: str

    @property
    def pages(self) -> int:
        """How many pages the file has."""
        return len(self.sizes)


def facts_of(pdf: Path) -> PdfFacts:
    """Read what the file holds; `PdfError` or `PdfiumError` where it is no PDF with pages."""
    with pikepdf.open(pdf) as file, closing(pypdfium2.PdfDocument(pdf)) as document:
        return PdfFacts(
            sizes=tuple(page.get_size() for page in document),
            texts=tuple(_text_of(page) for page in document),
            outline=tuple((entry.level, entry.get_title()) for entry in document.get_toc()),
            fonts=tuple(_fonts_of(file)),
            title=str(file.docinfo.get("/Title", "")),
            author=str(file.docinfo.get("/Author", "")),
            language=str(file.Root.get("/Lang", "")),
        )


def objects_of(file: pikepdf.Pdf) -> Iterator[Any]:
    """Every object of the file, those inside others included."""
    for entry in file.objects:
        yield from _with_children(entry)


def pdf_findings(pdf: Path) -> list[str]:
    """Faults that no client's file may have; empty when it is sound.

    Looks at the syntax, at fonts that are not embedded (all base-14 fonts among them) or not
    subset, at title, author and language.
    """
    try:
        broken = _syntax_findings(pdf)
        facts = facts_of(pdf)
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as error:
        return [f"cannot be read: {error}"]
    return [
        *broken,
        *(f"font {font.name} is not embedded" for font in facts.fonts if not font.embedded),
        *(
            f"font {font.name} is embedded whole"
            for font in facts.fonts
            if font.embedded and not font.subset
        ),
        *_unsaid(facts),
    ]


def qpdf_findings(pdf: Path) -> list[str]:
    """What ``qpdf --check`` complains about; needs qpdf."""
    run = subprocess.run(
        [tool("qpdf"), "--check", pdf], capture_output=True, text=True, check=False
    )
    return run.stderr.splitlines() if run.returncode else []


def _unsaid(facts: PdfFacts) -> Iterator[str]:
    if facts.title in _DEFAULTS:
        yield "has no title of its own"
    if facts.author in _DEFAULTS - {""}:
        yield f"has the author {facts.author}, a library's default"
    if not facts.language:
        yield "has no language"


def _syntax_findings(pdf: Path) -> list[str]:
    with pikepdf.open(pdf, suppress_warnings=True) as file:
        return [*file.check_pdf_syntax(), *map(str, file.get_warnings())]


def _with_children(entry: Any) -> Iterator[Any]:
    yield entry
    if isinstance(entry, pikepdf.Stream):
        children = list(entry.stream_dict.values())
    elif isinstance(entry, pikepdf.Dictionary):
        children = list(entry.values())
    else:
        children = list(entry) if isinstance(entry, pikepdf.Array) else []
    for child in children:
        if not getattr(child, "is_indirect", False):
            yield from _with_children(child)


def _text_of(page: Any) -> str:
    with closing(page), closing(page.get_textpage()) as text:
        return str(text.get_text_bounded())


def _fonts_of(file: pikepdf.Pdf) -> Iterator[PdfFont]:
    """Each font dictionary once; a composite font counts as its descendant."""
    for entry in objects_of(file):
        if not isinstance(entry, pikepdf.Dictionary) or entry.get("/Type") != "/Font":
            continue
        if entry.get("/Subtype") in ("/Type0", "/Type3"):
            continue  # the descendant is an object of its own; Type 3 glyphs are drawings
        name = str(entry.get("/BaseFont", "")).lstrip("/")
        descriptor = entry.get("/FontDescriptor", pikepdf.Dictionary())
        yield PdfFont(
            name=_SUBSET_NAME.sub("", name),
            embedded=any(key in descriptor for key in _FONT_FILES),
            subset=bool(_SUBSET_NAME.match(name)),
        )
