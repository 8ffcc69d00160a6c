"""An export as it can be compared: read from its record, or from a folder of its files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Client
from briefing_app.domain.export_record import ExportKind, ExportRecord, KeptSlide
from briefing_app.domain.ids import IndustryId, VisitId
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.message import Message, say
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.errors import UserError
from briefing_app.files import is_file, is_folder
from briefing_app.services.comparing.facts import HeldFact
from briefing_app.store.store import Store
from briefing_app.wording import wording_in

LATEST = "latest"
_DECK = ".pptx"
_OPEN_ELSEWHERE = ("~$", ".")
"""How names of files begin that Office or the system keeps beside those of the user."""


@dataclass(frozen=True, slots=True)
class ComparedDeck:
    """A deck by the file name of the client's edition, ``audience`` where it is known; or
    minutes, whose sections are its slides."""

    name: str
    audience: Audience | None
    slides: tuple[KeptSlide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSide:
    """One of two exports to compare; what is not known of it is ``None``.

    ``files`` are SHA-256 in hexadecimal by file name.
    """

    title: Message
    kind: ExportKind
    visit: VisitId | None
    language: Language | None
    facts: tuple[HeldFact, ...] | None
    decks: tuple[ComparedDeck, ...] | None
    files: Mapping[str, str]

    @property
    def lacks_values(self) -> bool:
        """True where facts are known by their hashes alone."""
        return bool(self.facts) and not any(fact.value for fact in self.facts or ())


def read_sides(store: Store, old: str, new: str) -> tuple[ExportSide, ExportSide]:
    """Both of two exports, each named as in `read_side`; ``VISIT@latest`` means the last one of
    the kind that the other is of.

    Raises UserError where they are of different kinds, which have nothing to compare.
    """
    if old.endswith(f"@{LATEST}"):
        after = read_side(store, new)
        before = read_side(store, old, after.kind)
    else:
        before = read_side(store, old)
        after = read_side(store, new, before.kind)
    if before.kind is not after.kind:
        raise UserError(
            "These are of different kinds: {old} ({old_kind}) and {new} ({new_kind}). Compare"
            " documents with documents, minutes with minutes, a case book with a case book.",
            old=before.title,
            old_kind=before.kind,
            new=after.title,
            new_kind=after.kind,
        )
    return before, after


def read_side(store: Store, named: str, kind: ExportKind | None = None) -> ExportSide:
    """The export that ``named`` means: a folder of exported files, ``VISIT@2``,
    ``VISIT@latest`` (of this ``kind`` where one is given), or the id of an export or its end.

    Raises UserError when it is none or several, and for a folder without slides.
    """
    path = Path(named)
    if is_folder(path):
        return _side_of_folder(path)
    if is_file(path):
        raise UserError("{path} is a file. Give the folder that holds it.", path=named)
    visit, at, number = named.rpartition("@")
    record = _numbered(store, visit, number, kind) if at else store.find_export(named)
    return _side_of_record(store, record)


def exports_of(store: Store, visit: str) -> tuple[ExportRecord, ...]:
    """The exports of a visit, the oldest first: named as in `Store.find`, or by its whole id
    where it was deleted."""
    return store.exports(VisitId(visit)) or store.exports(store.find(visit, Visit).id)


def _numbered(store: Store, visit: str, number: str, kind: ExportKind | None) -> ExportRecord:
    exports = exports_of(store, visit)
    if not exports:
        raise UserError("Nothing was exported for “{visit}” yet.", visit=visit)
    if number == LATEST:
        return next((one for one in reversed(exports) if one.kind is kind), exports[-1])
    if not number.isdecimal() or not 1 <= int(number) <= len(exports):
        raise UserError(
            "“{visit}” has no export {number}. Give a number from 1 to {count}, or latest.",
            visit=visit,
            number=number,
            count=len(exports),
        )
    return exports[int(number) - 1]


def _side_of_record(store: Store, record: ExportRecord) -> ExportSide:
    content = store.export_content(record.id)
    values = content.values if content else ("",) * len(record.facts)
    files = {file.name: file.sha256 for file in record.files}
    decks = None
    if content:
        decks = tuple(ComparedDeck(kept.name, kept.audience, kept.slides) for kept in content.decks)
    elif _are_untouched(Path(record.folder), files):
        decks = tuple(_decks(Path(record.folder), files))
    return ExportSide(
        title=_title(store, record),
        kind=record.kind,
        visit=record.visit,
        language=record.language,
        facts=tuple(
            HeldFact(fact.kind, fact.record_id, fact.field, fact.sha256, value)
            for fact, value in zip(record.facts, values, strict=True)
        ),
        decks=decks,
        files=files,
    )


def _title(store: Store, record: ExportRecord) -> Message:
    made_at = record.made_at.astimezone()
    if record.visit is None:
        return say(
            "case book “{industry}”, {made_at}",
            industry=industry_name(store, record),
            made_at=made_at,
        )
    exports = store.exports(record.visit)
    number = next(n for n, one in enumerate(exports, start=1) if one.id == record.id)
    if not store.exists(Visit, record.visit):
        return say(
            "export {number} of the deleted visit {visit}, {made_at}",
            number=number,
            visit=record.visit,
            made_at=made_at,
        )
    visit = store.get(Visit, record.visit)
    client = store.get(Client, store.get(Opportunity, visit.opportunity).client)
    return say(
        "{client}, “{visit}”, export {number}, {made_at}",
        client=client.display_name,
        visit=visit.purpose or visit.id,
        number=number,
        made_at=made_at,
    )


def industry_name(store: Store, record: ExportRecord) -> Text:
    """The industry of a case book as it is called today; its id where it was deleted."""
    industry = record.industry or IndustryId("")
    if not store.exists(IndustryPack, industry):
        return Text.same(industry)
    return store.get(IndustryPack, industry).name


def _side_of_folder(folder: Path) -> ExportSide:
    try:
        found = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise _unreadable(folder, error) from error
    names = [path.name for path in found if not path.name.startswith(_OPEN_ELSEWHERE)]
    files = {name: _digest(folder / name) for name in names}
    decks = tuple(_decks(folder, files))
    if not decks:
        raise UserError(
            "{path} holds no deck (.pptx). Give the folder of an export.", path=str(folder)
        )
    return ExportSide(
        title=say("folder {path}", path=str(folder)),
        kind=ExportKind.DOCUMENTS,
        visit=None,
        language=next(filter(None, map(_language, names)), None),
        facts=None,
        decks=decks,
        files=files,
    )


def _decks(folder: Path, files: Mapping[str, str]) -> Iterator[ComparedDeck]:
    """The decks among the files: slides of the client's edition, notes of the presenter's."""
    from briefing_app.documents.deck.said import read_deck

    decks = {name for name in files if name.lower().endswith(_DECK)}
    ours = {_client_name(name): name for name in decks if _language(name)}
    for name in sorted((decks - set(ours.values())) | ours.keys()):
        slides = read_deck(folder / (name if name in decks else ours[name]))
        team = read_deck(folder / ours[name]) if name in ours else ()
        notes = tuple(slide.notes for slide in team) if len(team) == len(slides) else ()
        yield ComparedDeck(
            name,
            None,
            tuple(
                KeptSlide(
                    key="",
                    title=slide.title,
                    texts=slide.texts,
                    notes=notes[place] if notes else slide.notes,
                )
                for place, slide in enumerate(slides)
            ),
        )


def _marks() -> Mapping[str, Language]:
    """What names of internal files end in, in each language."""
    return {f"-{wording_in(language).phrase('INTERNAL')}": language for language in Language}


def _language(name: str) -> Language | None:
    """The language that the name of an internal file tells; ``None`` for other files."""
    stem = Path(name).stem
    return next((language for mark, language in _marks().items() if stem.endswith(mark)), None)


def _client_name(name: str) -> str:
    stem = Path(name).stem
    mark = next(mark for mark in _marks() if stem.endswith(mark))
    return f"{stem.removesuffix(mark)}{Path(name).suffix}"


def _are_untouched(folder: Path, files: Mapping[str, str]) -> bool:
    return all((folder / name).is_file() for name in files) and all(
        _digest(folder / name) == digest
        for name, digest in files.items()
        if name.lower().endswith(_DECK)
    )


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> UserError:
    return UserError(
        "{path} cannot be read: {reason}.", path=str(path), reason=error.strerror or str(error)
    )
