"""Topics by the names that people read. Needs, products, cases and questions share their slugs."""

from __future__ import annotations

from collections.abc import Iterable

from briefing_app.domain.ids import IndustryId
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.text import Text
from briefing_app.services.picking import Choice
from briefing_app.store.store import Store


def topics_to_choose(store: Store, industry: IndustryId | None = None) -> tuple[Choice, ...]:
    """The topics of an industry by their slugs, or those of all: one that industries call
    differently has all its names. UserError for an industry that is not there."""
    packs = store.all(IndustryPack) if industry is None else [store.get(IndustryPack, industry)]
    names: dict[str, list[Text]] = {}
    for pack in packs:
        for topic in pack.topics:
            names.setdefault(topic.slug, []).append(topic.name)
    return tuple(Choice(slug, _joined(known)) for slug, known in names.items())


def topic_names(store: Store, slugs: Iterable[str]) -> tuple[Text, ...]:
    """What people read for topics; the slug itself where no industry has it."""
    known = {topic.id: topic.name for topic in topics_to_choose(store)}
    return tuple(known.get(slug, Text.same(slug)) for slug in slugs)


def _joined(names: Iterable[Text]) -> Text:
    in_both = zip(*(name.both for name in names), strict=True)
    return Text(*(" / ".join(dict.fromkeys(filter(None, one))) for one in in_both))
