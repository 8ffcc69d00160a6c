"""An import as the window does it: looked at first, then kept as one act; both run apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.client import Client
from briefing_app.domain.message import Message, say, say_count
from briefing_app.domain.records import Record, kind_of
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.exchange.faulty_table import FaultyTable, ShownRow, faulty_tables
from briefing_app.exchange.problems import NO_COMPANY, Fault, NoClient, Spot, faults_of
from briefing_app.exchange.reading import read_file
from briefing_app.exchange.register import Known
from briefing_app.services.changes import Change
from briefing_app.services.data_folder import open_data
from briefing_app.services.exchange_data import all_records
from briefing_app.services.progress import Progress, silent

if TYPE_CHECKING:
    from briefing_app.exchange.recognise import Incoming
    from briefing_app.store.store import Store

__all__ = [
    "Fate",
    "Fault",
    "FaultyFile",
    "FaultyTable",
    "ImportPreview",
    "PreviewEntry",
    "ShownRow",
    "Spot",
    "import_looked_at",
    "look_at_import",
]

_READ, _COMPARE = say("Reading the file"), say("Comparing with your data")
_SAVE = say("Saving")
_NO_COMPANY = say("the card names no company.")
_BATCH = 500
_CHECKED_TOGETHER = "line"  # reporting lines of a project are right or wrong as a whole


class Fate(Enum):
    """What an import does to a record."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class PreviewEntry:
    """A record that a file brings: its kind's name, and what the fields are called that an
    update changes, as message ids."""

    kind: str
    id: str
    name: Text
    fate: Fate
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do. ``digest`` tells the file that was looked at from a later state."""

    file: Path
    client: str
    digest: str
    entries: tuple[PreviewEntry, ...]
    skipped_examples: int

    def of(self, fate: Fate) -> tuple[PreviewEntry, ...]:
        """The records of one fate."""
        return tuple(entry for entry in self.entries if entry.fate is fate)

    @property
    def changes_anything(self) -> bool:
        """False for a file that holds only what is known already."""
        return any(entry.fate is not Fate.UNCHANGED for entry in self.entries)


@dataclass(frozen=True, slots=True)
class FaultyFile:
    """A file that cannot be imported as it is.

    ``headline`` says how much is wrong; ``tables`` hold the faults that have a cell, ``others``
    the rest. ``needs_client`` where it helps to say where the people of the file work.
    """

    file: Path
    headline: Message
    tables: tuple[FaultyTable, ...]
    others: tuple[Fault, ...]
    needs_client: bool = False


def look_at_import(
    *, data: Path, file: Path, client: str = "", progress: Progress = silent
) -> ImportPreview | FaultyFile:
    """What an import of ``file`` would do to the data folder; nothing is kept.

    ``client`` is the id of the client of people whose row or card names none. UserError for a
    file that cannot be read at all.
    """
    try:
        with open_data(data) as store:
            digest, incoming = _incoming(store, file, client, progress, steps=2)
    except NoClient:
        return FaultyFile(
            file, say("The file does not say where these people work."), (), (), needs_client=True
        )
    except UserError as error:
        faults = faults_of(error)
        if not faults:
            raise
        return _faulty(file, error, faults)
    return ImportPreview(file, client, digest, tuple(_entries(incoming)), incoming.skipped_examples)


def import_looked_at(*, data: Path, preview: ImportPreview, progress: Progress = silent) -> Change:
    """Import the file that was looked at, as one act, all or nothing.

    UserError where the file was changed since, and as `look_at_import` raises.
    """
    with open_data(data) as store:
        label = say("Import “{file}”", file=preview.file.name)
        steps = 3
        with store.act(label) as act:
            digest, incoming = _incoming(store, preview.file, preview.client, progress, steps)
            if digest != preview.digest:
                raise UserError(
                    "{source} was changed since you looked at it. Choose it once more.",
                    source=preview.file.name,
                )
            _save(store, incoming.records, progress, steps)
    return Change(label, act.records)


def _incoming(
    store: Store, file: Path, client: str, progress: Progress, steps: int
) -> tuple[str, Incoming]:
    progress(_READ, 1, steps)
    digest = _digest(file)
    client_id = store.get(Client, client).id if client else ""
    known = Known.of(all_records(store))
    progress(_COMPARE, 2, steps)
    return digest, read_file(file, known, client=client_id)


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return ""  # `read_file` says what is wrong with it


def _save(store: Store, records: Sequence[Record], progress: Progress, steps: int) -> None:
    """Save in parts, between which the user can stop it all."""
    for part in _parts(records):
        progress(_SAVE, steps, steps)
        store.save(part)


def _parts(records: Sequence[Record]) -> Iterator[Sequence[Record]]:
    for kind, group in groupby(records, lambda record: kind_of(record).name):
        found = tuple(group)
        size = len(found) if kind == _CHECKED_TOGETHER else _BATCH
        for start in range(0, len(found), size):
            yield found[start : start + size]


def _entries(incoming: Incoming) -> Iterator[PreviewEntry]:
    for fate, entries in (
        (Fate.NEW, incoming.added),
        (Fate.UPDATED, incoming.updated),
        (Fate.UNCHANGED, incoming.unchanged),
    ):
        for one in entries:
            yield PreviewEntry(one.kind, one.id, one.name, fate, one.changed)


def _faulty(file: Path, error: UserError, faults: tuple[Fault, ...]) -> FaultyFile:
    tables = faulty_tables(file, faults)
    shown = {fault for table in tables for fault in table.faults}
    return FaultyFile(
        file,
        _headline(error),
        tables,
        tuple(_said_here(fault) for fault in faults if fault not in shown),
        needs_client=any(fault.fault == NO_COMPANY for fault in faults),
    )


def _said_here(fault: Fault) -> Fault:
    """The same without the command line's options."""
    return replace(fault, fault=_NO_COMPANY) if fault.fault == NO_COMPANY else fault


def _headline(error: UserError) -> Message:
    """``error`` is what `Problems` raised: for one fault, or for several with their number."""
    count = error.parameters.get("count", 1)
    listed = error.parameters.get("shown")
    if isinstance(count, int) and isinstance(listed, int):
        return say(
            "{count} things need correcting; the first {shown} are listed. Nothing was imported.",
            count=count,
            shown=listed,
        )
    return say_count(
        "{count} thing needs correcting. Nothing was imported.",
        "{count} things need correcting. Nothing was imported.",
        count if isinstance(count, int) else 1,
    )
