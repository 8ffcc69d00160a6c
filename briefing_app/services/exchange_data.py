"""Bringing data in and giving it back: each import is one act, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing_app.domain.client import Client
from briefing_app.domain.logo import Logo
from briefing_app.domain.message import say
from briefing_app.domain.photo import Photo
from briefing_app.domain.records import KINDS, Record
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.exchange.reading import read_file
from briefing_app.exchange.recognise import Incoming
from briefing_app.exchange.register import Known
from briefing_app.store.store import Store


def write_template(path: Path, language: Language) -> None:
    """Write a workbook to fill in; UserError unless ``path`` ends in .xlsx."""
    from briefing_app.exchange import workbook_write

    if path.suffix.lower() != ".xlsx":
        raise UserError(
            "The template is an Excel workbook. Give a name that ends in .xlsx, not {name}.",
            name=path.name,
        )
    workbook_write.write_template(path, language)


def import_file(
    store: Store, path: Path, *, client: str | None = None, dry_run: bool = False
) -> Incoming:
    """Bring in a workbook, CSV, vCard or JSON file and return what changed.

    With ``dry_run`` all is tried and nothing kept. ``client`` is the client of people whose
    row or card names none: an id or a name. Raises UserError, or ManyProblems with an error
    for each fault.
    """
    with store.act(say("Import {name}", name=path.name)):
        client_id = store.find(client, Client).id if client is not None else ""
        incoming = read_file(path, Known.of(all_records(store)), client=client_id)
        if not dry_run:
            store.save(incoming.records)
    return incoming


def export_all(store: Store, path: Path, language: Language) -> int:
    """Write everything that is stored to a .json or .xlsx file; return how many records.

    A workbook holds no pictures; see `left_out_of`.
    """
    records = tuple(all_records(store))
    match path.suffix.lower():
        case ".json":
            from briefing_app.exchange.json_data import write_json

            write_json(records, path)
        case ".xlsx":
            from briefing_app.exchange.workbook_write import write_workbook

            records = tuple(record for record in records if not isinstance(record, Logo | Photo))
            write_workbook(records, path, language)
        case _:
            raise UserError(
                "Data is given back as .json or .xlsx. Give a name that ends so, not {name}.",
                name=path.name,
            )
    return len(records)


def left_out_of(store: Store, path: Path) -> int:
    """How many logos and photos a file of that name does not hold: they do not fit into cells."""
    if path.suffix.lower() != ".xlsx":
        return 0
    return len(store.all(Logo)) + len(store.all(Photo))


def all_records(store: Store) -> Iterator[Record]:
    """Every record of every kind, in an order in which each refers to earlier ones."""
    for kind in KINDS:
        yield from store.all(kind.record_type)
