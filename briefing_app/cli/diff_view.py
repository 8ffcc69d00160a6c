"""The differences of two exports as lines to read: what it was, an arrow, what it is."""

from __future__ import annotations

from collections.abc import Iterator

import click

from briefing_app.domain.labels import N_
from briefing_app.domain.records import KIND_BY_NAME
from briefing_app.services.comparing.differences import (
    DeckDifferences,
    ExportDifferences,
    FactChange,
    FactDifferences,
    FactUse,
    Names,
    SlideChange,
    SlideMark,
    TextChange,
)
from briefing_app.services.comparing.texts import excerpts
from briefing_app.wording import Wording

_SLIDES = ".pptx"
_LONG = 60
"""Texts of more characters are shown where they differ, not in full."""


def show_differences(found: ExportDifferences, wording: Wording) -> None:
    """Print all differences, or a line that says that there are none."""
    for line in _lines(found, wording):
        click.echo(line)


def _lines(found: ExportDifferences, wording: Wording) -> Iterator[str]:
    yield wording.phrase("Older: {export}", export=found.old)
    yield wording.phrase("Newer: {export}", export=found.new)
    yield from (wording.message(remark) for remark in found.remarks)
    if not found:
        everything, compared = N_("Nothing changed."), N_("Nothing changed in what was compared.")
        yield wording.phrase(compared if found.remarks else everything)
        return
    if found.facts:
        yield from _facts(found.facts, wording)
    for deck in found.decks:
        yield from _deck(deck, wording)
    for name in found.decks_added:
        yield from ("", wording.phrase("New deck: {name}", name=name))
    for name in found.decks_removed:
        yield from ("", wording.phrase("Deck no longer made: {name}", name=name))
    if found.files:
        yield from _files(found.files, wording)


def _facts(facts: FactDifferences, wording: Wording) -> Iterator[str]:
    yield from ("", wording.phrase("Facts"))
    for change in facts.changed:
        yield f"  {_of_record(change, wording)}"
        yield from _values(change, wording)
    for use in facts.added:
        yield "  " + wording.phrase("Newly used: {what}", what=_of_record(use, wording))
    for use in facts.removed:
        yield "  " + wording.phrase("No longer used: {what}", what=_of_record(use, wording))


def _of_record(fact: FactChange | FactUse, wording: Wording) -> str:
    """``Clients, Fireferry, City``; a whole record without a field."""
    kind = wording.phrase(KIND_BY_NAME[fact.kind].label)
    names = (kind, wording.text(fact.name), wording.message(fact.label) if fact.field else "")
    return wording.run_on(names)


def _values(change: FactChange, wording: Wording) -> Iterator[str]:
    if change.old is None and change.new is None:
        yield "    " + wording.phrase("changed; the values were not kept")
    elif change.old is None or change.new is None:
        unknown = wording.phrase("(not kept)")
        old, new = (
            unknown if value is None else _written(value, wording)
            for value in (change.old, change.new)
        )
        yield f"    {old} → {new}"
    else:
        old, new = wording.value(change.old), wording.value(change.new)
        yield from _texts(TextChange(old, new), 4)


def _written(value: object, wording: Wording) -> str:
    return wording.value(value) or wording.phrase("(empty)")


def _texts(change: TextChange, indent: int) -> Iterator[str]:
    """One line for two short texts; else the places where they differ, old above new."""
    space = " " * indent
    if not (change.old and change.new):
        yield f"{space}- {change.old}" if change.old else f"{space}+ {change.new}"
    elif max(len(change.old), len(change.new)) <= _LONG:
        yield f"{space}{change.old} → {change.new}"
    else:
        for place in excerpts(change.old, change.new):
            yield f"{space}- {place.old}"
            yield f"{space}+ {place.new}"


def _deck(deck: DeckDifferences, wording: Wording) -> Iterator[str]:
    heading = N_("Slides of {name}") if deck.name.endswith(_SLIDES) else N_("Sections of {name}")
    yield from ("", wording.phrase(heading, name=deck.name))
    for mark in deck.removed:
        yield "  " + wording.phrase("Gone: {what}", what=_named(mark))
    for mark in deck.added:
        yield "  " + wording.phrase("New: {what}", what=_named(mark))
    for change in deck.changed:
        yield from _slide(change, wording)


def _named(mark: SlideMark) -> str:
    key = f" [{mark.key}]" if mark.key else ""
    return f"{mark.number}. {mark.title}{key}"


def _slide(change: SlideChange, wording: Wording) -> Iterator[str]:
    yield f"  {_named(change.new)}"
    if change.is_moved:
        place = wording.phrase("moved, it was number {number}", number=change.old.number)
        yield f"    {place}"
    if change.is_retitled:
        yield "    " + wording.phrase("Title")
        yield from _texts(TextChange(change.old.title, change.new.title), 6)
    for heading, texts in ((N_("Text"), change.texts), (N_("Speaker notes"), change.notes)):
        if texts:
            yield "    " + wording.phrase(heading)
        for text in texts:
            yield from _texts(text, 6)


def _files(files: Names, wording: Wording) -> Iterator[str]:
    yield from ("", wording.phrase("Files"))
    for phrase, names in (
        (N_("New: {what}"), files.added),
        (N_("Gone: {what}"), files.removed),
        (N_("Changed: {what}"), files.changed),
    ):
        for name in names:
            yield "  " + wording.phrase(phrase, what=name)
