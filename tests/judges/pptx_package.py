"""Says whether a .pptx is sound as a package: office programs repair or refuse one that is not.

LibreOffice opens files that PowerPoint refuses, so opening proves nothing. Two judges look here:
openxml-audit knows the schemas, and the checks below know what it does not see, such as parts that
nothing refers to, parts without a content type and sections that list missing slides.
"""

from __future__ import annotations

import io
import posixpath
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator  # type: ignore[import-untyped]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SLIDE_ID = "{http://schemas.openxmlformats.org/presentationml/2006/main}sldId"
_LISTED_ID = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId"
_OPTIONAL_PARTS = "Sem_MissingRelationshipType"
_CONTENT_TYPES = "[Content_Types].xml"
_PRESENTATION = "ppt/presentation.xml"


def package_findings(pptx: Path | bytes) -> list[str]:
    """Everything wrong with a deck and the workbooks of its charts, one sentence each.

    Empty when the file is sound. The schemas are asked only about XML that can be read.
    """
    data = pptx if isinstance(pptx, bytes) else pptx.read_bytes()
    findings = _findings(data, ".pptx")
    for name, workbook in _embedded_workbooks(data):
        findings.extend(f"{name}: {finding}" for finding in _findings(workbook, ".xlsx"))
    return findings


def schema_findings(data: bytes, ending: str = ".pptx") -> list[str]:
    """What openxml-audit reports for the bytes of an Office file, against Microsoft 365.

    Of a workbook only errors count, and styles and a theme are optional, as in the standard.
    """
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"file{ending}")
        path.write_bytes(data)
        errors = validator.validate(path).errors
    return [
        f"{error.part_uri} {error.path}: {error.description}"
        for error in errors
        if ending == ".pptx" or (error.severity.name == "ERROR" and error.id != _OPTIONAL_PARTS)
    ]


def structure_findings(data: bytes) -> list[str]:
    """Faults of names, content types, relationships and sections in an Office file's bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    package = _Package(parts)
    return [
        *(f"{name} stands twice in the zip" for name, n in Counter(names).items() if n > 1),
        *package.malformed(),
        *package.broken_relationships(),
        *package.orphans(),
        *package.untyped(),
        *package.dangling_ids(),
        *package.lost_sections(),
    ]


def _findings(data: bytes, ending: str) -> list[str]:
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return ["is no zip file"]
    structure = structure_findings(data)
    readable = not any("well-formed" in finding for finding in structure)
    return structure + (schema_findings(data, ending) if readable else [])


def _embedded_workbooks(data: bytes) -> Iterator[tuple[str, bytes]]:
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in sorted(set(archive.namelist())):
                if name.endswith(".xlsx"):
                    yield name, archive.read(name)


class _Package:
    """The parts of a package by name, with their XML where it can be read."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self._faults: list[str] = []
        self._trees: dict[str, etree._Element] = {}
        for name in sorted(parts):
            if name.endswith((".xml", ".rels")):
                self._parse(name)
        self._reached = self._reachable()

    def malformed(self) -> list[str]:
        return self._faults

    def broken_relationships(self) -> Iterator[str]:
        for source in ("", *sorted(self._reached)):
            for _, target in self._targets(source):
                if target not in self._parts:
                    yield f"{_rels_of(source)} points to {target}, which does not exist"

    def orphans(self) -> Iterator[str]:
        for name in sorted(set(self._parts) - self._reached - {_CONTENT_TYPES, _rels_of("")}):
            if not name.endswith("/") and _owner(name) not in self._reached:
                yield f"{name} is an orphan: nothing refers to it"

    def untyped(self) -> Iterator[str]:
        types = self._trees.get(_CONTENT_TYPES)
        if types is None:
            yield f"{_CONTENT_TYPES} is missing"
            return
        named = {entry.get("PartName", "") for entry in types}
        endings = {entry.get("Extension", "").lower() for entry in types} - {"", "xml"}
        for name in sorted(self._reached):
            if f"/{name}" not in named and _ending(name) not in endings:
                yield f"{name} has no content type of its own"
        for name in sorted(named - {""}):
            if name.lstrip("/") not in self._parts:
                yield f"{_CONTENT_TYPES} names {name}, which does not exist"

    def dangling_ids(self) -> Iterator[str]:
        for name in sorted(self._reached & set(self._trees)):
            known = {key for key, _ in self._relationships(name)}
            for used in sorted(_used_ids(self._trees[name]) - known):
                yield f"{name} uses {used}, which is no relationship of it"

    def lost_sections(self) -> Iterator[str]:
        tree = self._trees.get(_PRESENTATION)
        if tree is None:
            return
        slides = [slide.get("id") for slide in tree.iter(_SLIDE_ID)]
        listed = [slide.get("id") for slide in tree.iter(_LISTED_ID)]
        for slide in sorted(set(listed) - set(slides)):
            yield f"a section lists slide {slide}, which does not exist"
        if listed:
            for slide in sorted(set(slides) - set(listed)):
                yield f"slide {slide} is in no section"
        for slide in sorted(key for key, n in Counter(listed).items() if n > 1):
            yield f"slide {slide} is in two sections"

    def _parse(self, name: str) -> None:
        try:
            self._trees[name] = etree.fromstring(self._parts[name])
        except etree.XMLSyntaxError as error:
            self._faults.append(f"{name} is not well-formed: {error.msg}")

    def _reachable(self) -> set[str]:
        reached: set[str] = set()
        open_parts = [""]
        while open_parts:
            for _, target in self._targets(open_parts.pop()):
                if target in self._parts and target not in reached:
                    reached.add(target)
                    open_parts.append(target)
        return reached

    def _targets(self, source: str) -> Iterator[tuple[str, str]]:
        for key, relationship in self._relationships(source):
            if relationship.get("TargetMode") != "External":
                yield key, _resolved(source, relationship.get("Target", ""))

    def _relationships(self, source: str) -> list[tuple[str, etree._Element]]:
        tree = self._trees.get(_rels_of(source))
        return [] if tree is None else [(entry.get("Id", ""), entry) for entry in tree]


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _owner(rels: str) -> str:
    """The part that a .rels file belongs to; the name itself for any other part."""
    folder, name = posixpath.split(rels)
    if posixpath.basename(folder) != "_rels":
        return rels
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _resolved(source: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


def _ending(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()


def _used_ids(tree: etree._Element) -> set[str]:
    return {
        value
        for element in tree.iter(etree.Element)
        for key, value in element.attrib.items()
        if key.startswith(f"{{{_OFFICE}}}") and value
    }
