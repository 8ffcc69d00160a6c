"""Says whether a PDF conforms to PDF/UA-1 and PDF/A-2a, and how it reads to who cannot see it."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import page
import pikepdf

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


def standard_findings(pdf: Path | bytes) -> list[str]:
    """What page-validation says against PDF/UA-1 and PDF/A-2a; empty when the file conforms."""
    data = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    reports = [(one, page.validate_pdf_bytes(data, profile=one)) for one in PROFILES]
    findings = [
        f"{profile.value}: {failure.rule_id}: {failure.message}"
        for profile, report in reports
        for failure in report.failures
    ]
    for profile, report in reports:
        if not report.is_compliant and not findings:
            findings.append(f"{profile.value}: does not conform")
    return findings


@dataclass(frozen=True)
class Element:
    """A structure element: its type, how deep it lies, its description, and its marks."""

    kind: str
    depth: int
    alt: str
    marks: tuple[tuple[int, int], ...]
    kids: int


def structure_of(pdf: Path | bytes) -> list[Element]:
    """All structure elements in the order of reading; a mark is (page from 0, its number)."""
    with pikepdf.open(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as file:
        pages = {one.obj.objgen: number for number, one in enumerate(file.pages)}
        return list(_elements(file.Root.StructTreeRoot.K, 0, pages))


def kinds_of(pdf: Path | bytes) -> Counter[str]:
    """How many structure elements of each type there are."""
    return Counter(element.kind for element in structure_of(pdf))


def outline_of_structure(pdf: Path | bytes) -> str:
    """The types of all elements in order, indented by depth: to be read in a failing test."""
    return "\n".join("  " * one.depth + one.kind for one in structure_of(pdf))


def heading_levels(pdf: Path | bytes) -> list[int]:
    """The levels of the headings in the order of reading."""
    kinds = (element.kind for element in structure_of(pdf))
    return [int(kind[1]) for kind in kinds if re.fullmatch(r"H[1-6]", kind)]


def _elements(node: Any, depth: int, pages: dict[tuple[int, int], int]) -> Iterator[Element]:
    held = node.get("/K", [])
    kids = list(held) if isinstance(held, list | pikepdf.Array) else [held]
    page_number = pages[node.Pg.objgen] if "/Pg" in node else -1
    yield Element(
        kind=str(node.S).lstrip("/"),
        depth=depth,
        alt=str(node.get("/Alt", "")),
        marks=tuple((page_number, kid) for kid in kids if isinstance(kid, int)),
        kids=len(kids),
    )
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid, depth + 1, pages)
