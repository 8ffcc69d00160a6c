"""The one way in: a file of any kind that we read becomes records to be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing_app.domain.ids import new_id
from briefing_app.errors import UserError
from briefing_app.exchange.drafts import Draft
from briefing_app.exchange.json_data import read_drafts
from briefing_app.exchange.problems import Problems
from briefing_app.exchange.recognise import Incoming, recognise
from briefing_app.exchange.register import Known
from briefing_app.files import is_folder, read_bytes

MAX_JSON = 300_000_000
MAX_WORKBOOK = 50_000_000
MAX_TEXT_FILE = 50_000_000

_Read = Callable[[bytes, str, Problems, str], tuple[list[Draft], int]]


def read_file(
    path: Path, known: Known, *, client: str = "", make_id: Callable[[], str] = new_id
) -> Incoming:
    """What the file at ``path`` brings to the ``known`` records.

    Reads our JSON (.json), our workbook (.xlsx), clients or people as .csv and people as .vcf.
    ``client`` is the name or id of the client of people whose row or card names none. Nothing
    is saved. Raises `UserError`, or `ManyProblems` with one error for every fault.
    """
    if is_folder(path):
        raise UserError("{path} is a folder. Give the name of a file.", path=str(path))
    limit, read = _reader_for(path)
    content = read_bytes(path, limit)
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        raise UserError("{source} is empty.", source=path.name)
    problems = Problems(path.name)
    drafts, skipped = read(content, path.name, problems, client)
    if not drafts and not len(problems):
        raise _nothing_in(path.name, skipped)
    return recognise(drafts, known, problems, make_id, skipped_examples=skipped)


def _reader_for(path: Path) -> tuple[int, _Read]:
    ending = path.suffix.lower()
    if ending in _READERS:
        return _READERS[ending]
    raise UserError(
        "{source} cannot be imported. Files that end in {endings} can.",
        source=path.name,
        endings=tuple(_READERS),
    )


def _nothing_in(source: str, skipped: int) -> UserError:
    if skipped:
        return UserError(
            "{source} holds only example rows, which are skipped. Write your own rows below them.",
            source=source,
        )
    return UserError("{source} holds nothing to import. Fill in at least one row.", source=source)


def _json(content: bytes, source: str, problems: Problems, _client: str) -> tuple[list[Draft], int]:
    return read_drafts(content, source, problems), 0


def _workbook(
    content: bytes, source: str, problems: Problems, _client: str
) -> tuple[list[Draft], int]:
    from briefing_app.exchange.workbook_read import read_workbook

    return read_workbook(content, source, problems)


def _csv(content: bytes, source: str, problems: Problems, client: str) -> tuple[list[Draft], int]:
    from briefing_app.exchange.csv_tables import read_csv

    return read_csv(content, source, problems, client)


def _vcard(content: bytes, source: str, problems: Problems, client: str) -> tuple[list[Draft], int]:
    from briefing_app.exchange.vcard import read_vcards

    return read_vcards(content, source, problems, client), 0


_READERS: dict[str, tuple[int, _Read]] = {
    ".json": (MAX_JSON, _json),
    ".xlsx": (MAX_WORKBOOK, _workbook),
    ".csv": (MAX_TEXT_FILE, _csv),
    ".vcf": (MAX_TEXT_FILE, _vcard),
}
