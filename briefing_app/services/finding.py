"""Finding any record by what somebody types: Chinese, English, pinyin or its initials."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.records import KIND_BY_TYPE
from briefing_app.domain.text import Text
from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A record that was found: its kind's name, and what tells it from namesakes."""

    kind: str
    id: str
    name: Text
    context: Text


def find_anything(store: Store, text: str, limit: int) -> tuple[Found, ...]:
    """At most ``limit`` clients, people, products, cases and visits that ``text`` finds."""
    return tuple(
        Found(
            kind=KIND_BY_TYPE[hit.record_type].name, id=hit.id, name=hit.name, context=hit.context
        )
        for hit in store.search(text, limit=limit)
    )
