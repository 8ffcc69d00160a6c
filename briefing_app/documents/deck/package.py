"""An Office package: parts, their content types and relationships, zipped without a clock.

python-pptx's package compares all relationships at each new one and stamps the zip with the
time of day; docs/decisions/0006-pptx-writer.md has the figures.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from posixpath import join, splitext

from briefing_app.documents.deck.drawingml import escaped
from briefing_app.domain.picture import Picture

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "application/vnd.openxmlformats-officedocument"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_STAMP = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o600 << 16
_DEFLATED_ALREADY = frozenset({"xlsx", "png", "jpg", "jpeg"})


class ContentType(StrEnum):
    """What a part holds (ECMA-376 part 1, section 15)."""

    PRESENTATION = f"{_OFFICE}.presentationml.presentation.main+xml"
    MASTER = f"{_OFFICE}.presentationml.slideMaster+xml"
    LAYOUT = f"{_OFFICE}.presentationml.slideLayout+xml"
    SLIDE = f"{_OFFICE}.presentationml.slide+xml"
    NOTES_MASTER = f"{_OFFICE}.presentationml.notesMaster+xml"
    NOTES = f"{_OFFICE}.presentationml.notesSlide+xml"
    PROPERTIES = f"{_OFFICE}.presentationml.presProps+xml"
    VIEW = f"{_OFFICE}.presentationml.viewProps+xml"
    TABLE_STYLES = f"{_OFFICE}.presentationml.tableStyles+xml"
    THEME = f"{_OFFICE}.theme+xml"
    CHART = f"{_OFFICE}.drawingml.chart+xml"
    WORKBOOK_FILE = f"{_OFFICE}.spreadsheetml.sheet"
    WORKBOOK = f"{_OFFICE}.spreadsheetml.sheet.main+xml"
    WORKSHEET = f"{_OFFICE}.spreadsheetml.worksheet+xml"
    PNG = "image/png"
    JPEG = "image/jpeg"
    CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
    EXTENDED_PROPERTIES = f"{_OFFICE}.extended-properties+xml"


_PICTURES = {"png": ContentType.PNG, "jpeg": ContentType.JPEG}
_OFFICE_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Kind(StrEnum):
    """What a part is to the part that refers to it."""

    DOCUMENT = f"{_OFFICE_KIND}/officeDocument"
    MASTER = f"{_OFFICE_KIND}/slideMaster"
    LAYOUT = f"{_OFFICE_KIND}/slideLayout"
    SLIDE = f"{_OFFICE_KIND}/slide"
    NOTES_MASTER = f"{_OFFICE_KIND}/notesMaster"
    HANDOUT_MASTER = f"{_OFFICE_KIND}/handoutMaster"
    FONT = f"{_OFFICE_KIND}/font"
    NOTES = f"{_OFFICE_KIND}/notesSlide"
    PROPERTIES = f"{_OFFICE_KIND}/presProps"
    VIEW = f"{_OFFICE_KIND}/viewProps"
    TABLE_STYLES = f"{_OFFICE_KIND}/tableStyles"
    THEME = f"{_OFFICE_KIND}/theme"
    CHART = f"{_OFFICE_KIND}/chart"
    WORKBOOK_FILE = f"{_OFFICE_KIND}/package"
    WORKSHEET = f"{_OFFICE_KIND}/worksheet"
    IMAGE = f"{_OFFICE_KIND}/image"
    HYPERLINK = f"{_OFFICE_KIND}/hyperlink"
    EXTENDED_PROPERTIES = f"{_OFFICE_KIND}/extended-properties"
    CORE_PROPERTIES = f"{_RELATIONSHIPS}/metadata/core-properties"


@dataclass(eq=False, slots=True)
class Part:
    """A file of the package; ``name`` is its path in the zip, ``body`` its text or bytes."""

    name: str
    content_type: str
    body: str | bytes = ""
    _targets: dict[tuple[str, str], str] = field(default_factory=dict)
    _entries: list[str] = field(default_factory=list)

    def relate(self, kind: Kind, target: Part) -> str:
        """The id by which this part refers to ``target``."""
        return self._related(kind, "../" * self.name.count("/") + target.name, is_external=False)

    def keep_relationship(self, key: str, kind: str, target: str, *, is_external: bool) -> None:
        """A relationship of a part of others, whose id stands in its body already.

        ``target`` is a part's name or an address outside.
        """
        address = target if is_external else "../" * self.name.count("/") + target
        self._targets[kind, address] = key
        self._entries.append(_relationship(key, kind, address, is_external=is_external))

    def relate_outside(self, kind: Kind, address: str) -> str:
        """The id by which this part refers to an address outside of the package."""
        return self._related(kind, address, is_external=True)

    @property
    def relationships(self) -> str:
        """The part's relationships as XML, or nothing."""
        return _relationships(self._entries) if self._entries else ""

    def _related(self, kind: Kind, target: str, *, is_external: bool) -> str:
        known = self._targets.get((kind, target))
        if known:
            return known
        key = f"rId{len(self._targets) + 1}"
        self._targets[kind, target] = key
        self._entries.append(_relationship(key, kind, target, is_external=is_external))
        return key


class Package:
    """The parts of one file, in the order in which they were added."""

    def __init__(self) -> None:
        self._root = Part("", ContentType.PRESENTATION)
        self._parts: list[Part] = []
        self._pictures: dict[str, Part] = {}
        self._names: set[str] = set()

    def add(self, name: str, content_type: str, body: str | bytes = "") -> Part:
        """A new part, which somebody must relate to; it takes the next number if its is taken."""
        part = Part(self._free(name), content_type, body)
        self._parts.append(part)
        self._names.add(part.name.lower())
        return part

    def add_picture(self, picture: Picture) -> Part:
        """The part that holds the picture; equal pictures share one."""
        known = self._pictures.get(picture.sha256)
        if known is None:
            name = f"ppt/media/image{len(self._pictures) + 1}.{picture.ending}"
            known = self.add(name, _PICTURES[picture.ending], picture.content)
            self._pictures[picture.sha256] = known
        return known

    def relate(self, kind: Kind, target: Part) -> None:
        """Make ``target`` one of the parts at which readers of the package start."""
        self._root.relate(kind, target)

    def _free(self, name: str) -> str:
        while name.lower() in self._names:
            stem, ending = splitext(name)
            digits = stem[len(stem.rstrip("0123456789")) :]
            name = f"{stem.removesuffix(digits)}{int(digits or 1) + 1}{ending}"
        return name

    def zipped(self) -> bytes:
        """The package as a file; the same parts give the same bytes."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            _write(archive, "[Content_Types].xml", _content_types(self._parts))
            _write(archive, "_rels/.rels", self._root.relationships)
            for part in self._parts:
                _write(archive, part.name, part.body)
                if part.relationships:
                    _write(archive, _relationships_name(part.name), part.relationships)
        return stream.getvalue()


def _write(archive: zipfile.ZipFile, name: str, body: str | bytes) -> None:
    entry = zipfile.ZipInfo(name, _STAMP)
    entry.external_attr = _READABLE
    stored = _ending(name) in _DEFLATED_ALREADY
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    archive.writestr(entry, body)


def _relationships_name(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return join(folder, "_rels", f"{file}.rels")


def _relationship(key: str, kind: str, target: str, *, is_external: bool) -> str:
    mode = ' TargetMode="External"' if is_external else ""
    return f'<Relationship Id="{key}" Type="{kind}" Target="{escaped(target)}"{mode}/>'


def _relationships(entries: Iterable[str]) -> str:
    return f'{HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{"".join(entries)}</Relationships>'


def _content_types(parts: Iterable[Part]) -> str:
    """XML parts are named one by one; other files go by their ending, if that is of one type."""
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml"}
    named: list[str] = []
    for part in parts:
        ending = _ending(part.name)
        if ending == "xml" or defaults.setdefault(ending, part.content_type) != part.content_type:
            named.append(
                f'<Override PartName="/{escaped(part.name)}" ContentType="{part.content_type}"/>'
            )
    endings = "".join(
        f'<Default Extension="{ending}" ContentType="{content_type}"/>'
        for ending, content_type in sorted({"xml": "application/xml", **defaults}.items())
    )
    return f'{HEAD}<Types xmlns="{_TYPES}">{endings}{"".join(named)}</Types>'


def _ending(name: str) -> str:
    return splitext(name)[1].lstrip(".").lower()
