"""Clients or people as CSV, as Excel and mail programs write it, and back."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefing_app.domain.message import Message, say
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.exchange.columns import Role, Sheet, header_of, sheets_of
from briefing_app.exchange.drafts import Draft, Gaps
from briefing_app.exchange.marks import EXAMPLE_MARKS
from briefing_app.exchange.naming import folded
from briefing_app.exchange.problems import NoClient, Problems
from briefing_app.exchange.tables import (
    Heading,
    PlaceOfCell,
    has_mark,
    headings,
    is_blank,
    read_header,
    read_row,
    unexpected,
)
from briefing_app.exchange.text_files import decoded
from briefing_app.files import write_bytes

KINDS_IN_CSV = ("client", "person")
MAX_ROWS = 300_000
_DELIMITERS = ",;\t"
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")

# What other programs call the columns, where it differs from our own headers.
_ALIASES: Mapping[str, Mapping[str, str]] = {
    "client": {
        "name": "name",
        "company": "name",
        "client": "name",
        "名称": "name",
        "客户": "name",
        "客户名称": "name",
        "公司": "name",
    },
    "person": {
        "name": "name",
        "full name": "name",
        "名字": "name",
        "company": "client",
        "organization": "client",
        "客户名称": "client",
        "公司": "client",
        "公司名称": "client",
        "title": "title",
        "职务": "title",
        "email": "email",
        "e-mail address": "email",
        "邮箱": "email",
        "mobile": "phone",
        "telephone": "phone",
        "手机": "phone",
        "手机号": "phone",
    },
}


def read_csv(
    content: bytes, source: str, problems: Problems, client: str = ""
) -> tuple[list[Draft], int]:
    """The drafts of a CSV file and how many example rows were skipped.

    The header row tells whether it holds clients or people. An empty cell never clears
    anything. ``client`` is the client of people whose row names none.
    """
    rows = csv_rows(content, source)
    first = next(((number, row) for number, row in rows if not is_blank(row)), None)
    if first is None:
        raise UserError("{source} is empty.", source=source)
    sheet, aliases = _best_kind(first[1], source)
    heads = read_header(sheet, first[1], _place(first[0], first[1]), problems, aliases)
    if sheet.kind.name == "person" and not client:
        _refuse_without_client(heads, source)
    drafts: list[Draft] = []
    skipped = 0
    for number, row in rows:
        if is_blank(row):
            continue
        if number > MAX_ROWS:
            raise UserError(
                "{source} holds more than {rows} rows. Split it into smaller files.",
                source=source,
                rows=MAX_ROWS,
            )
        if has_mark(heads, row, EXAMPLE_MARKS):
            skipped += 1
            continue
        drafts.append(_draft(sheet, heads, row, _place(number, first[1]), problems, client))
    return drafts, skipped


def write_csv(kind: str, records: Sequence[Record], path: Path, language: Language) -> None:
    """Write the clients or the people among ``records`` as CSV that Excel opens as it is.

    Raises `UserError` where the file cannot be written.
    """
    from briefing_app.exchange.rows import RowWriter

    writer = RowWriter(records, language)
    sheet = sheets_of(kind)[0]
    file = io.StringIO(newline="")
    table = csv.writer(file)
    table.writerow([header_of(column, language) for column in sheet.columns])
    for row in writer.rows(sheet):
        table.writerow(["" if raw is None else guarded(str(raw)) for raw in row])
    write_bytes(path, codecs.BOM_UTF8 + file.getvalue().encode("utf-8"))


def guarded(words: str) -> str:
    """Text that a table program would take for a formula, with ``'`` before it."""
    return "'" + words if _FORMULA.match(words) else words


def unguarded(words: str) -> str:
    """The text without the ``'`` that `guarded` put before it."""
    return words[1:] if words.startswith("'") and _FORMULA.match(words) else words


def csv_rows(content: bytes, source: str) -> Iterator[tuple[int, list[str]]]:
    """The line on which each row begins, and its cells; UserError for a line that is broken."""
    text = decoded(content, source)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    line = 1
    try:
        for row in reader:
            yield line, [unguarded(cell) for cell in row]
            line = reader.line_num + 1
    except csv.Error as error:
        raise UserError(
            "{source}, line {line}: the line cannot be read. A quotation mark may be missing, "
            "or a cell may be far too long.",
            source=source,
            line=line,
        ) from error


def _delimiter(text: str) -> str:
    """The delimiter that splits the header row into most cells."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=header.count)


def _best_kind(header: Sequence[str], source: str) -> tuple[Sheet, dict[str, Heading]]:
    """The sheet most of whose columns are in the header, with the aliases that apply to it."""
    best: tuple[int, Sheet, dict[str, Heading]] | None = None
    for kind in KINDS_IN_CSV:
        sheet = sheets_of(kind)[0]
        aliases = _aliases(sheet)
        known = {**headings(sheet), **aliases}
        count = sum(folded(cell) in known for cell in header)
        if best is None or count > best[0]:
            best = (count, sheet, aliases)
    if best is None or best[0] == 0:
        raise UserError(
            "{source} has no header row of ours. The first row names the columns, such as "
            "{client} for clients or {person} for people.",
            source=source,
            client=say("Company name"),
            person=say("Person's name"),
        )
    return best[1], best[2]


def _refuse_without_client(heads: Sequence[Heading | None], source: str) -> None:
    """UserError for people of whom no column says where they work or who they are."""
    columns = [head.column for head in heads if head is not None]
    if not any(c.role is Role.ID or (c.steps and c.steps[0][1] == "client") for c in columns):
        raise NoClient(
            "{source} does not say where these people work. Add a column {column}, or name their "
            "client with --client.",
            source=source,
            column=say("Client"),
        )


def _aliases(sheet: Sheet) -> dict[str, Heading]:
    found: dict[str, Heading] = {}
    known = headings(sheet)
    for words, field in _ALIASES[sheet.kind.name].items():
        column = next(c for c in sheet.columns if c.steps and c.steps[0][1] == field)
        if folded(words) not in known:
            found[folded(words)] = Heading(column, is_bare=column.path != (field,))
    return found


def _draft(
    sheet: Sheet,
    heads: list[Heading | None],
    row: list[str],
    place: PlaceOfCell,
    problems: Problems,
    client: str,
) -> Draft:
    for column in unexpected(heads, row):
        fault = say("there is no header above this cell. Move its content or clear it.")
        problems.add(place(column), fault)
    read = read_row(heads, row, place, problems)
    if sheet.kind.name == "person" and client and not read.tree.get("client"):
        read.tree["client"] = client
    written_id = read.special.get(Role.ID, "")
    return Draft(sheet.kind.name, written_id, read.tree, read.place, Gaps.KEEP, has_names=True)


def _place(line: int, header: Sequence[str]) -> PlaceOfCell:
    def place(column: int) -> Message:
        name = header[column] if column < len(header) else str(column + 1)
        return say("Line {line}, column {column}", line=line, column=name, number=column + 1)

    return place
