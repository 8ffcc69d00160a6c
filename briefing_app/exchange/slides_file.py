"""The slide list of a deck as a TOML file that a user edits with any text editor.

An entry a slide, in order. Texts stand there as comments: taking away the ``#`` makes them the
user's own. What is not in the file is left out of the deck.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from briefing_app.domain.message import Message, say
from briefing_app.errors import ManyProblems, UserError

LIMIT = 1_000_000
"""Bytes of a file that is read at most."""

_HEAD = ("visit", "audience", "language")
_OWN = ("key", "on", "stamp")
_ENTRY = re.compile(r"\s*\[\[\s*slide\s*\]\]")
_KEY = re.compile(r"\s*([\w.\-]+|\"[^\"]*\")\s*=")


@dataclass(frozen=True, slots=True, kw_only=True)
class SlidesHead:
    """Which deck a file is about: ids and stored values."""

    visit: str
    audience: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlideEntry:
    """A slide to be written. ``about`` stands above it; ``own`` are texts already reworded."""

    key: str
    is_on: bool
    stamp: str
    about: tuple[str, ...]
    texts: Mapping[str, str]
    own: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEntry:
    """A slide as the user left it. ``lines`` say where each of its keys stands."""

    key: str
    is_on: bool
    stamp: str
    words: Mapping[str, str]
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)


class Faults:
    """What is wrong in a file, each with its line."""

    def __init__(self, source: str) -> None:
        """Collect for the file that the user calls ``source``."""
        self._source = source
        self._found: list[tuple[int, Message]] = []

    def add(self, line: int, fault: Message) -> None:
        """Note that ``fault`` is wrong in a line, counted from 1."""
        self._found.append((line, fault))

    def raise_any(self) -> None:
        """Raise ManyProblems with an error for each fault in the order of the file."""
        if self._found:
            problems = [
                UserError("Line {line}: {fault}", line=line, fault=fault)
                for line, fault in sorted(self._found, key=lambda entry: entry[0])
            ]
            raise ManyProblems(
                "{source} was not taken, and nothing was changed. What to correct ({count}):",
                problems,
                source=self._source,
                count=len(problems),
            )


def as_toml(head: SlidesHead, introduction: Sequence[str], slides: Sequence[SlideEntry]) -> bytes:
    """The file's bytes, in UTF-8."""
    import tomlkit

    document = tomlkit.document()
    for line in introduction:
        document.add(tomlkit.comment(line))
    document.add(tomlkit.nl())
    for name in _HEAD:
        document.add(name, getattr(head, name))
    entries = tomlkit.aot()
    for slide in slides:
        table = tomlkit.table()
        for line in slide.about:
            table.add(tomlkit.comment(line))
        table.add("key", slide.key)
        table.add("on", slide.is_on)
        table.add("stamp", slide.stamp)
        for name, words in slide.texts.items():
            if name in slide.own:
                table.add(tomlkit.comment(f"{name} = {tomlkit.item(words).as_string()}"))
                table.add(tomlkit.key(name.split(".")), slide.own[name])
            else:
                table.add(tomlkit.comment(f"{name} = {tomlkit.item(words).as_string()}"))
        table.add(tomlkit.nl())
        entries.append(table)
    document.add("slide", entries)
    return tomlkit.dumps(document).encode()


def read_toml(content: bytes, source: str, faults: Faults) -> tuple[SlidesHead, list[ReadEntry]]:
    """What a file says; what is wrong with its form goes to ``faults``.

    Raises UserError where it is not TOML, or not a slide list at all.
    """
    words = _decoded(content, source)
    parsed = _parsed(words, source)
    for name in _HEAD:
        if not isinstance(parsed.get(name), str):
            raise UserError(
                "{source} is not a slide list: a line “{name} = …” is missing at its head. Write"
                " the list anew with --out.",
                source=source,
                name=name,
            )
    entries = parsed.get("slide", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise UserError(
            "{source} is not a slide list: each slide begins with a line [[slide]].", source=source
        )
    lines = words.split("\n")
    for name in parsed:
        if name not in (*_HEAD, "slide"):
            faults.add(_line_of(lines, 1, name), _unknown(name))
    starts = [number for number, line in enumerate(lines, start=1) if _ENTRY.match(line)]
    head = SlidesHead(**{name: parsed[name] for name in _HEAD})
    read = (
        _entry(entry, start, _keys(lines, start), faults)
        for entry, start in zip(entries, starts, strict=False)
    )
    return head, [entry for entry in read if entry is not None]


def _decoded(content: bytes, source: str) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UserError("{source} is not UTF-8 text. Save it as UTF-8.", source=source) from error


def _parsed(words: str, source: str) -> dict[str, Any]:
    import tomlkit
    from tomlkit.exceptions import ParseError, TOMLKitError

    try:
        return tomlkit.parse(words).unwrap()
    except ParseError as error:
        raise UserError(
            "{source}, line {line}: this cannot be read. A text stands between straight quotes on"
            ' one line, as in title = "…"; a quote inside it is written \\".',
            source=source,
            line=error.line,
        ) from error
    except TOMLKitError as error:
        raise UserError(
            "{source} says something twice: {reason}. Keep one of them.",
            source=source,
            reason=str(error),
        ) from error


def _entry(
    entry: dict[str, Any], start: int, lines: Mapping[str, int], faults: Faults
) -> ReadEntry | None:
    key = entry.get("key")
    if not isinstance(key, str) or not key:
        faults.add(start, say("a slide needs a line key = “…”."))
        return None
    is_on = entry.get("on", True)
    if not isinstance(is_on, bool):
        faults.add(lines.get("on", start), say("on is either true or false."))
        is_on = True
    words: dict[str, str] = {}
    for name, value in _flat({n: v for n, v in entry.items() if n not in _OWN}):
        if isinstance(value, str):
            words[name] = value
        else:
            faults.add(lines.get(name, start), say("{name} needs words between quotes.", name=name))
    return ReadEntry(
        key=key,
        is_on=is_on,
        stamp=str(entry.get("stamp", "")),
        words=words,
        line=lines.get("key", start),
        lines=lines,
    )


def _flat(entry: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in entry.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _keys(lines: Sequence[str], start: int) -> dict[str, int]:
    """The line of each key of the entry that begins in line ``start``."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines[start:], start=start + 1):
        if _ENTRY.match(line):
            break
        if match := _KEY.match(line):
            found.setdefault(match[1].strip('"'), number)
    return found


def _line_of(lines: Sequence[str], start: int, name: str) -> int:
    return next(
        (n for n, line in enumerate(lines, 1) if n >= start and line.lstrip().startswith(name)),
        start,
    )


def _unknown(name: str) -> Message:
    return say("there is nothing called {name} here. Take the line out.", name=name)
