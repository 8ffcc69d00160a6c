"""What refers to a record that goes, and the same once it refers to the one that stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from briefing_app.domain.client import Person
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.records import KINDS, Record
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.visit import Visit
from briefing_app.domain.visit_record import VisitRecord
from briefing_app.services.record_fields import shapes_of
from briefing_app.store.store import Store

_CASE_SLIDE = "case"


def moved_records(store: Store, kind: str, gone: Record, keep: str) -> Iterator[Record]:
    """All that refers to ``gone``, in a field or deep inside, as it is once it refers to
    ``keep``; each record once."""
    for one in _referring(store, kind, gone):
        moved = _moved_slides(one, kind, gone.id, keep) if isinstance(one, SlideList) else one
        moved = _moved(moved, kind, gone.id, keep)
        if moved != one:
            yield moved


def _referring(store: Store, kind: str, record: Record) -> Iterator[Record]:
    found: dict[tuple[type, str], Record] = {}
    for referring in KINDS:
        for field, target in referring.references:
            if target == kind:
                for one in store.referring(referring.record_type, field, record.id):
                    found[type(one), one.id] = one
    found.update(((type(one), one.id), one) for one in _holding_deep_inside(store, record))
    yield from found.values()


def _holding_deep_inside(store: Store, record: Record) -> Iterator[Record]:
    """Those that may name a record inside their parts, where no table lists it."""
    match record:
        case Person():
            yield from _visit_records(store, record.client)
        case Product():
            yield from store.all(VisitRecord)
            yield from store.all(SlideList)
        case SuccessCase():
            yield from store.all(SlideList)


def _visit_records(store: Store, client: str) -> Iterator[VisitRecord]:
    """What was recorded of a client's visits."""
    for project in store.referring(Opportunity, "client", client):
        for visit in store.referring(Visit, "opportunity", project.id):
            yield from store.referring(VisitRecord, "visit", visit.id)


def _moved(part: Any, kind: str, old: str, new: str) -> Any:
    """A record, or a part of one, that refers to ``new`` wherever it referred to ``old``."""
    changes: dict[str, Any] = {}
    for name, shape in shapes_of(type(part)).items():
        value = getattr(part, name)
        if shape.names == kind:
            changes[name] = _renamed(value, old, new)
        elif shape.is_list_of_parts:
            changes[name] = tuple(_moved(item, kind, old, new) for item in value)
    return replace(part, **changes) if changes else part


def _renamed(ids: Any, old: str, new: str) -> Any:
    if isinstance(ids, tuple):
        return tuple(dict.fromkeys(new if one == old else one for one in ids))
    return new if ids == old else ids


def _moved_slides(deck: SlideList, kind: str, old: str, new: str) -> SlideList:
    """What was decided on the slides about one is decided on those about the other; where both
    were decided on, what was said of the one that stays counts."""

    def key_of(slide: str) -> str:
        about, _, subject = slide.partition(":")
        is_meant = subject == old and (about == _CASE_SLIDE) is (kind == "case")
        return f"{about}:{new}" if is_meant else slide

    said = {(one.slide, one.name) for one in deck.words}
    in_turn = sorted(deck.slides, key=lambda one: key_of(one.slide) == one.slide)
    choices = {key_of(one.slide): one for one in in_turn}
    keys = dict.fromkeys(key_of(one.slide) for one in deck.slides)
    return replace(
        deck,
        slides=tuple(replace(choices[key], slide=key) for key in keys),
        words=tuple(
            replace(one, slide=key_of(one.slide))
            for one in deck.words
            if key_of(one.slide) == one.slide or (key_of(one.slide), one.name) not in said
        ),
    )
