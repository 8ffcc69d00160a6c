"""What was exported: kept so that a file found later can be traced to its facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing_app.domain.audience import Audience
from briefing_app.domain.ids import IndustryId, VisitId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.text import Language


class ExportKind(Labelled):
    """What an export is made of."""

    DOCUMENTS = "documents", N_("Documents")
    MINUTES = "minutes", N_("Meeting minutes")
    CASE_BOOK = "case-book", N_("Case book")


class Edition(Labelled):
    """For whose eyes a file is."""

    CLIENT = "client", N_("For the client")
    TEAM = "team", N_("Internal")


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportedFile:
    """A written file: its name within the folder and its SHA-256 in hexadecimal."""

    name: str
    sha256: str
    size: int
    edition: Edition


@dataclass(frozen=True, kw_only=True, slots=True)
class UsedFact:
    """A field whose value stood behind the files, with the SHA-256 of that value as JSON."""

    kind: str
    record_id: str
    field: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportRecord:
    """One export: of a visit, or a case book of an industry. ``made_at`` is aware, in UTC.

    ``inputs`` is a SHA-256 over all that the files were made from but the day; empty where an
    earlier version of the program made them, and for case books. ``meant`` are words that the
    user let the export gate pass, ``remarks`` what the gate told without keeping anything in,
    in the language of the documents.
    """

    id: str
    visit: VisitId | None = None
    industry: IndustryId | None = None
    kind: ExportKind = ExportKind.DOCUMENTS
    made_at: datetime
    language: Language
    folder: str
    files: tuple[ExportedFile, ...]
    facts: tuple[UsedFact, ...]
    inputs: str = ""
    meant: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptSlide:
    """What a slide said. ``key`` is that of the planned slide, which several may share.

    ``texts`` are the paragraphs below the title, ``notes`` those of the speaker.
    """

    key: str
    title: str
    texts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptDeck:
    """The slides of a deck, or the sections of minutes, which have no audience.

    ``name`` is a file name, of a deck that of the client's edition.
    """

    name: str
    audience: Audience | None
    slides: tuple[KeptSlide, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportContent:
    """What an export said, so that two can be compared when files and facts have moved on.

    It is internal. ``values`` are those of the record's facts, in their order, as JSON; ``""``
    stands for a picture, of which the record's hash is enough.
    """

    values: tuple[str, ...] = ()
    decks: tuple[KeptDeck, ...] = ()
