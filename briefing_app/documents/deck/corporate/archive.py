"""A PowerPoint file of others, opened with care: what may harm or mislead is refused.

Nothing is ever unpacked to disk, and no part is read before the sizes of all are known.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree

from briefing_app.documents.deck.package import Kind
from briefing_app.errors import UserError

MOST_BYTES = 100_000_000
"""No larger file is read."""

_MOST_PARTS = 5_000
_MOST_UNPACKED = 400_000_000
_MOST_RATIO = 200
_SMALL = 5_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ENCRYPTED = 0x1
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml."
_ACCEPTED = frozenset(
    f"{_MAIN}{kind}.main+xml" for kind in ("presentation", "template", "slideshow")
)
_MACRO = "macroenabled"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: ``target`` is a part's name, or an address outside."""

    key: str
    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class Archive:
    """The parts of a presentation by their names, and their content types."""

    file: str
    parts: Mapping[str, bytes]

    @cached_property
    def types(self) -> Mapping[str, str]:
        """Each part's content type; a part without one is left out."""
        root = self.xml(_TYPES)
        endings = {
            entry.get("Extension", "").lower(): entry.get("ContentType", "")
            for entry in root.iter("{*}Default")
        }
        named = {
            entry.get("PartName", "").lstrip("/").lower(): entry.get("ContentType", "")
            for entry in root.iter("{*}Override")
        }
        found = {
            name: named.get(name.lower()) or endings.get(_ending(name), "") for name in self.parts
        }
        return {name: kind for name, kind in found.items() if kind}

    def xml(self, part: str) -> Any:
        """The root element of a part.

        Raises UserError for a missing or damaged part and for one with a document type.
        """
        content = self.parts.get(part)
        if content is None:
            raise self._damaged(part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged(part) from error
        if root.getroottree().docinfo.doctype:
            raise UserError(
                "{file} is refused: its part {part} defines entities, which Office never does."
                " Use the original of your company.",
                file=self.file,
                part=part,
            )
        return root

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """What a part refers to; none where it has no relationships."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.parts:
            return ()
        return tuple(self._relationship(part, entry) for entry in self.xml(rels))

    def targets(self, part: str, kind: str) -> Mapping[str, str]:
        """The parts of one kind that a part refers to, by the ids of the references."""
        return {
            item.key: item.target
            for item in self.relationships(part)
            if item.kind == kind and not item.is_external
        }

    @property
    def presentation(self) -> str:
        """The name of the main part; UserError where there is none."""
        found = next(iter(self.targets("", Kind.DOCUMENT).values()), "")
        if found not in self.parts:
            raise self._damaged(found or "_rels/.rels")
        return found

    def _relationship(self, part: str, entry: Any) -> Relationship:
        target = entry.get("Target", "")
        is_external = entry.get("TargetMode") == "External"
        if not is_external:
            target = self._known(_resolved(part, target))
        kind = _strict(entry.get("Type", ""))
        return Relationship(entry.get("Id", ""), kind, target, is_external)

    def _known(self, name: str) -> str:
        """A name as the part has it: names differ by more than case (ECMA-376 part 2, 6.2.2)."""
        return name if name in self.parts else self._folded.get(name.lower(), name)

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return {name.lower(): name for name in self.parts}

    def _damaged(self, part: str) -> UserError:
        return UserError(
            "{file} is damaged: its part {part} cannot be read. Open it in PowerPoint and save it"
            " again.",
            file=self.file,
            part=part,
        )


def open_archive(content: bytes, file: str) -> Archive:
    """The parts of a .pptx or .potx; ``file`` is what users call it.

    Raises UserError, which says why and what to do: for encrypted and old files, other files,
    macros, zip bombs and damage.
    """
    if content.startswith(_OLE):
        raise UserError(
            "{file} is protected by a password, or in PowerPoint's old format. Save it as .pptx or"
            " .potx without a password.",
            file=file,
        )
    if not content:
        raise UserError("{file} is empty. Copy it again from where you have it.", file=file)
    archive = Archive(file, _unpacked(content, file))
    if _TYPES not in archive.parts:
        raise _not_powerpoint(file)
    _refuse_macros(archive)
    if archive.types.get(archive.presentation) not in _ACCEPTED:
        raise _not_powerpoint(file)
    return archive


def _unpacked(content: bytes, file: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as zipped:
            entries = [entry for entry in zipped.infolist() if not entry.is_dir()]
            _refuse_bombs(entries, file)
            _refuse_names(entries, file)
            return {entry.filename: zipped.read(entry) for entry in entries}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        if content.startswith(_ZIP):
            raise UserError(
                "{file} is incomplete or damaged. Copy it again from where you have it.", file=file
            ) from error
        raise _not_powerpoint(file) from error
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise _not_powerpoint(file) from error


def _refuse_bombs(entries: Sequence[zipfile.ZipInfo], file: str) -> None:
    """Sizes are believed: reading an entry stops at the size that it states."""
    unpacked = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > _MOST_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if swollen:
        raise UserError(
            "{file} is refused: a part of it grows to more than {times} times its size when it is"
            " unpacked, as in files made to fill a computer. Use the original of your company.",
            file=file,
            times=_MOST_RATIO,
        )
    if unpacked > _MOST_UNPACKED or len(entries) > _MOST_PARTS:
        raise UserError(
            "{file} is refused: unpacked it would take {size} MB in {count} parts. A template has"
            " at most {most} MB in {parts} parts; use the original of your company.",
            file=file,
            size=unpacked // 1_000_000,
            count=len(entries),
            most=_MOST_UNPACKED // 1_000_000,
            parts=_MOST_PARTS,
        )


def _refuse_names(entries: Sequence[zipfile.ZipInfo], file: str) -> None:
    names = [entry.filename.lower() for entry in entries]
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UserError(
            "{file} is protected by a password. Save it without one.",
            file=file,
        )
    if len(set(names)) < len(names) or any(_leads_away(name) for name in names):
        raise UserError(
            "{file} is damaged: names of its parts repeat or lead out of it. Open it in PowerPoint"
            " and save it again.",
            file=file,
        )


def _leads_away(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _refuse_macros(archive: Archive) -> None:
    is_active = any(_MACRO in kind.lower() for kind in archive.types.values())
    if is_active or any("vbaproject" in name.lower() for name in archive.parts):
        raise UserError(
            "{file} is refused: it contains macros, which would go to the client with every deck."
            " In PowerPoint save it as .potx, which has none.",
            file=archive.file,
        )


def _not_powerpoint(file: str) -> UserError:
    return UserError(
        "{file} is not a PowerPoint template. Choose a .pptx or .potx file.",
        file=file,
    )


_LEFT_BEHIND = (
    "slide",
    "notesSlide",
    "comments",
    "commentAuthors",
    "customXml",
    "printerSettings",
    "thumbnail",
    "presProps",
    "viewProps",
)
"""The last words of relationships that nothing of the template's look depends on."""

_LINKS = ("https://", "http://", "mailto:")


def is_left_behind(item: Relationship) -> bool:
    """True for what leads to sample slides, comments, and settings of the author's."""
    return item.kind.rpartition("/")[2] in _LEFT_BEHIND


def kept_parts(archive: Archive, starts: Sequence[str]) -> tuple[str, ...]:
    """The parts that ``starts`` need, themselves first.

    Raises UserError for what would go to the client with every deck: links to files.
    """
    seen: dict[str, None] = {}
    waiting = list(starts)
    while waiting:
        part = waiting.pop(0)
        if part in seen or part not in archive.parts:
            continue
        seen[part] = None
        for item in archive.relationships(part):
            if item.is_external:
                _refuse_outside(archive, part, item)
            elif not is_left_behind(item):
                waiting.append(item.target)
    return tuple(seen)


def _refuse_outside(archive: Archive, part: str, item: Relationship) -> None:
    is_link = item.kind == Kind.HYPERLINK and item.target.lower().startswith(_LINKS)
    if not is_link:
        raise UserError(
            "{file} is refused: {part} shows or opens a file outside of it, {target}. In PowerPoint"
            " embed or remove it (File > Info > Edit links to files).",
            file=archive.file,
            part=part,
            target=item.target,
        )


_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _strict(kind: str) -> str:
    """A relationship's kind by its usual name; strict files have names of their own."""
    return kind.replace(_STRICT, _TRANSITIONAL)


def _resolved(part: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _ending(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()
