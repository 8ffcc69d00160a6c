"""Two exports of the store or of folders, compared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from briefing_app.domain.client import Client
from briefing_app.domain.logo import Logo
from briefing_app.domain.message import Message, Parameter, say
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.photo import Photo
from briefing_app.domain.records import KIND_BY_NAME, Record
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.stakeholder import Line, Stakeholder
from briefing_app.domain.text import Text
from briefing_app.domain.visit import Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.errors import UserError
from briefing_app.services.comparing.differences import (
    DeckDifferences,
    ExportDifferences,
    FactDifferences,
    Names,
)
from briefing_app.services.comparing.facts import compare_facts
from briefing_app.services.comparing.sides import ComparedDeck, ExportSide, read_sides
from briefing_app.services.comparing.slides import compare_slides, have_keys
from briefing_app.store.naming import NAMING_FIELDS, name_of
from briefing_app.store.store import Store


def compare_exports(store: Store, old: str, new: str) -> ExportDifferences:
    """What changed from one export to another; they are named as in `read_sides`.

    What cannot be compared is left out and told in the remarks. Raises UserError when one of
    them is not found or cannot be read, and for two of different kinds.
    """
    before, after = read_sides(store, old, new)
    pairs = _pairs(before.decks or (), after.decks or ())
    known = before.decks is not None and after.decks is not None
    paired = [deck for pair in pairs for deck in pair]
    return ExportDifferences(
        old=before.title,
        new=after.title,
        remarks=tuple(_remarks(before, after)),
        facts=_facts(store, before, after),
        decks=tuple(filter(None, (_deck(before, after, *pair) for pair in pairs))),
        decks_added=_left(after.decks, paired) if known else (),
        decks_removed=_left(before.decks, paired) if known else (),
        files=Names() if _speak_differently(before, after) else _files(before, after),
    )


def _speak_differently(old: ExportSide, new: ExportSide) -> bool:
    return None not in (old.language, new.language) and old.language != new.language


def _remarks(old: ExportSide, new: ExportSide) -> Iterator[Message]:
    if None not in (old.visit, new.visit) and old.visit != new.visit:
        yield say("They belong to different visits: facts of one only stand as added or removed.")
    if _speak_differently(old, new):
        yield say(
            "They are in different languages: words of slides and notes and the files are not"
            " compared."
        )
    for side in (old, new):
        if side.facts is None:
            yield say("A folder holds no facts: facts are not compared.")
            break
    for side in (old, new):
        if side.lacks_values:
            yield say("The values of facts were not kept then: {export}.", export=side.title)
        if side.decks is None:
            yield say(
                "What the slides said was not kept then, and the files are gone or were replaced,"
                " so slides are not compared: {export}.",
                export=side.title,
            )


def _facts(store: Store, old: ExportSide, new: ExportSide) -> FactDifferences:
    if old.facts is None or new.facts is None:
        return FactDifferences()
    return compare_facts(old.facts, new.facts, _StoredNames(store, old, new))


def _pairs(
    old: tuple[ComparedDeck, ...], new: tuple[ComparedDeck, ...]
) -> list[tuple[ComparedDeck, ComparedDeck]]:
    """The same deck on both sides: by audience, else by name; a single one is the same."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    return [(one, other) for other in new for one in old if _are_one(one, other)]


def _are_one(one: ComparedDeck, other: ComparedDeck) -> bool:
    if one.audience and other.audience:
        return one.audience is other.audience
    return one.name == other.name


def _left(decks: tuple[ComparedDeck, ...] | None, paired: list[ComparedDeck]) -> tuple[str, ...]:
    return tuple(deck.name for deck in decks or () if deck not in paired)


def _deck(
    old: ExportSide, new: ExportSide, one: ComparedDeck, other: ComparedDeck
) -> DeckDifferences | None:
    """``None`` for decks that have neither keys nor words in common."""
    with_words = not _speak_differently(old, new)
    if not with_words and not (have_keys(one.slides) and have_keys(other.slides)):
        return None
    return compare_slides(other.name, one.slides, other.slides, with_words=with_words)


def _files(old: ExportSide, new: ExportSide) -> Names:
    before, after = old.files, new.files
    both = [name for name in after if name in before]
    return Names(
        added=tuple(name for name in after if name not in before),
        removed=tuple(name for name in before if name not in after),
        changed=tuple(name for name in both if before[name] != after[name]),
    )


class _StoredNames:
    """What records are called today, else in the exports: those without a name by their owner."""

    def __init__(self, store: Store, *sides: ExportSide) -> None:
        self._store = store
        self._values = {
            (fact.kind, fact.record_id, fact.field): fact.value
            for side in sides
            for fact in side.facts or ()
            if fact.value
        }
        self._zone = ZoneInfo(_zone(store, sides[-1]))

    def name(self, kind: str, record_id: str) -> Text:
        record_type = KIND_BY_NAME[kind].record_type
        try:
            record = self._store.get(record_type, record_id)
        except UserError:  # deleted since
            return self._kept_name(kind, record_id)
        owner = _owner(record)
        return self.name(*owner) if owner else name_of(record)

    def _kept_name(self, kind: str, record_id: str) -> Text:
        for field in NAMING_FIELDS.get(KIND_BY_NAME[kind].record_type, ()):
            value = self._values.get((kind, record_id, field))
            if value and value.startswith("{"):
                return msgspec.json.decode(value, type=Text)
        return Text.same(record_id)

    def shown(self, value: Any, names: str) -> Parameter:
        if names:
            return self.name(names, value)
        if isinstance(value, bool):
            return say("Yes") if value else say("No")
        if isinstance(value, datetime):
            return value.astimezone(self._zone)
        shown: Parameter = value
        return shown


def _owner(record: Record) -> tuple[str, str] | None:
    """The kind and id of the record that one without a name of its own is called by."""
    match record:
        case Stakeholder():
            return "person", record.person
        case Line():
            return "person", record.source
        case SlideList() | VisitRecord():
            return "visit", record.visit
        case Photo():
            return "person", record.person
        case Logo() if record.client:
            return "client", record.client
        case _:
            return None


def _zone(store: Store, side: ExportSide) -> str:
    if side.visit is None or not store.exists(Visit, side.visit):
        return "UTC"
    visit = store.get(Visit, side.visit)
    return store.get(Client, store.get(Opportunity, visit.opportunity).client).time_zone
