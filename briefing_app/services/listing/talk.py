"""What to ask and what to expect, over all industry packs and products."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.domain.industry import DiscoveryQuestion, IndustryPack
from briefing_app.domain.offering import Objection, Product
from briefing_app.domain.text import Text
from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A discovery question: the number that it has in the pack of its industry."""

    industry: str
    industry_name: Text
    position: int
    question: DiscoveryQuestion


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """An objection: whose it is, an industry pack's or a product's, and its number there."""

    kind: str
    record_id: str
    name: Text
    position: int
    objection: Objection


def question_rows(store: Store, search: str = "") -> tuple[QuestionRow, ...]:
    """All questions that hold ``search``, in letters of any case, by industry pack."""
    return tuple(row for row in _questions(store) if _holds(search, *_said(row)))


def objection_rows(store: Store, search: str = "") -> tuple[ObjectionRow, ...]:
    """All objections that hold ``search``, in letters of any case: of industries, of products."""
    rows = (*_objections(store, IndustryPack, "industry"), *_objections(store, Product, "product"))
    return tuple(
        row for row in rows if _holds(search, row.name, row.objection.says, row.objection.answer)
    )


def _questions(store: Store) -> Iterator[QuestionRow]:
    for pack in store.all(IndustryPack):
        for position, question in enumerate(pack.questions):
            yield QuestionRow(pack.id, pack.name, position, question)


def _said(row: QuestionRow) -> tuple[Text, ...]:
    return row.industry_name, row.question.question, row.question.purpose


def _objections(
    store: Store, record_type: type[IndustryPack] | type[Product], kind: str
) -> Iterator[ObjectionRow]:
    for record in store.all(record_type):
        for position, objection in enumerate(record.objections):
            yield ObjectionRow(kind, record.id, record.name, position, objection)


def _holds(search: str, *texts: Text) -> bool:
    wanted = search.casefold().split()
    said = " ".join(words for text in texts for words in text.both).casefold()
    return all(word in said for word in wanted)
