"""Our own JSON: everything in one readable file, exact in every field.

Layout: ``{"format": "briefing-app-data", "version": 2, "records": {"client": [{...}], ...}}``.
The samples and industry packs that come with the program are such files as well. A field at
its default is left out; dates are ISO 8601, times in UTC. Version 1 had notes in one language as
a plain string: for any text a string is read as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path as FilePath
from typing import Any, NoReturn

from briefing_app.domain.message import Message, say
from briefing_app.domain.records import KIND_BY_NAME, KINDS, Kind, Record, kind_of
from briefing_app.errors import UserError
from briefing_app.exchange.building import as_record
from briefing_app.exchange.drafts import Draft, Gaps
from briefing_app.exchange.problems import Problems
from briefing_app.exchange.trees import Path, Tree, plain, with_texts
from briefing_app.files import write_bytes

FORMAT = "briefing-app-data"
VERSION = 2


def as_json(records: Iterable[Record]) -> bytes:
    """The file's bytes; the same records in the same order give the same bytes."""
    by_kind: dict[str, list[Tree]] = {}
    for record in records:
        by_kind.setdefault(kind_of(record).name, []).append(plain(record))
    ordered = {kind.name: by_kind[kind.name] for kind in KINDS if kind.name in by_kind}
    content = {"format": FORMAT, "version": VERSION, "records": ordered}
    words = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    return (words + "\n").encode("utf-8")


def write_json(records: Iterable[Record], path: FilePath) -> None:
    """Write the records to ``path``; `UserError` where that cannot be done."""
    write_bytes(path, as_json(records))


def read_drafts(content: bytes, source: str, problems: Problems) -> list[Draft]:
    """The records that a JSON file tells; ``source`` is what the user calls the file."""
    drafts: list[Draft] = []
    for name, entries in _records_of(_parsed(content, source), source).items():
        if kind := _kind_named(name, problems):
            drafts += _drafts_of(kind, entries, problems)
    return drafts


def decode(content: bytes, source: str) -> tuple[Record, ...]:
    """The records of a file that is complete in itself, such as an industry pack.

    References are taken as they stand. Raises `UserError` or `ManyProblems`.
    """
    problems = Problems(source)
    records: list[Record] = []
    for draft in read_drafts(content, source, problems):
        record = as_record(draft.kind, draft.tree, draft.place, problems)
        if record is not None:
            records.append(record)
    problems.raise_any()
    return tuple(records)


def _parsed(content: bytes, source: str) -> Any:
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_without_repeats,
            parse_constant=_not_a_number,
        )
    except UnicodeDecodeError as error:
        raise UserError("{source} is not UTF-8 text. Save it as UTF-8.", source=source) from error
    except json.JSONDecodeError as error:
        raise UserError(
            "{source} is damaged or not JSON: line {line}, column {column}.",
            source=source,
            line=error.lineno,
            column=error.colno,
        ) from error
    except RecursionError as error:
        raise UserError("{source} is nested too deeply to be our data.", source=source) from error
    except ValueError as error:
        raise UserError(
            "{source} is not our JSON: {reason}.", source=source, reason=str(error)[:100]
        ) from error


def _without_repeats(pairs: list[tuple[str, Any]]) -> Tree:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    names = [name for name, _value in pairs]
    twice = next(name for name in names if names.count(name) > 1)
    raise UserError("The JSON file says {name} twice in one object. Keep one of them.", name=twice)


def _not_a_number(word: str) -> NoReturn:
    raise UserError("The JSON file holds {word}, which is not a number.", word=word)


def _records_of(content: Any, source: str) -> dict[str, Any]:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise UserError(
            "{source} is JSON, but not data of this program: {expected} is missing at its head.",
            source=source,
            expected=f'"format": "{FORMAT}"',
        )
    version = content.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UserError("{source} does not say its version as a whole number.", source=source)
    if version > VERSION:
        raise UserError(
            "{source} was made by a newer version of this program. Update the program first.",
            source=source,
        )
    records = content.get("records")
    if not isinstance(records, dict):
        raise UserError("{source} holds no records.", source=source)
    return records


def _kind_named(name: str, problems: Problems) -> Kind | None:
    kind = KIND_BY_NAME.get(name)
    if kind is None:
        problems.add(
            _Place("records")((name,)),
            say(
                "there is no such kind of record. Expected are: {names}.", names=tuple(KIND_BY_NAME)
            ),
        )
    return kind


def _drafts_of(kind: Kind, entries: Any, problems: Problems) -> list[Draft]:
    drafts: list[Draft] = []
    place = _Place(f"records.{kind.name}")
    if not isinstance(entries, list):
        problems.add(place(()), say("a list is expected here, in square brackets."))
        return drafts
    for number, entry in enumerate(entries):
        place = _Place(f"records.{kind.name}[{number}]")
        if not isinstance(entry, dict):
            problems.add(place(()), say("an object is expected here, in curly brackets."))
        elif not isinstance(entry.get("id"), str) or not entry["id"]:
            problems.add(place(("id",)), say("an id is needed here."))
        else:
            tree = with_texts(entry, kind.record_type)
            drafts.append(Draft(kind.name, entry["id"], tree, place, Gaps.ARE_DEFAULTS))
    return drafts


class _Place:
    """Names a place in a JSON file: ``records.client[0].name.zh``."""

    def __init__(self, start: str) -> None:
        self._start = start

    def __call__(self, path: Path) -> Message:
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
        return Message("{path}", (("path", self._start + "".join(steps)),))
