"""The library's lists: products, cases, industry packs, what to ask and to answer, our side.

A library is what a few people wrote, hundreds of records at most; it is read whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.message import Message, say, say_count
from briefing_app.domain.offering import Colleague, OwnCompany, Permission, Product, SuccessCase
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language, Text
from briefing_app.store.store import Store


class Section(Labelled):
    """A part of the library."""

    PRODUCTS = "products", N_("Products")
    CASES = "cases", N_("Success cases")
    INDUSTRIES = "industries", N_("Industry packs")
    QUESTIONS = "questions", N_("Discovery questions")
    OBJECTIONS = "objections", N_("Objections")
    OUR_SIDE = "our-side", N_("Our company and team")


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryRow:
    """A line of a list: a record, or a part of one where there is a ``path``.

    ``is_barred`` marks what documents do not show.
    """

    id: str
    kind: str
    record_id: str
    path: tuple[str | int, ...] = ()
    title: Text
    below: Text | Message
    right: Message | None = None
    is_barred: bool = False


@dataclass(frozen=True, slots=True)
class LibraryList:
    """The rows of a section that hold ``search``, sorted by their titles in ``language``; a
    query of a lazy list. Questions and objections stay in the order of their owners."""

    section: Section
    search: str
    language: Language
    today: date

    def count(self, store: Store) -> int:
        """How many there are."""
        return len(self._found(store))

    def rows(self, store: Store, limit: int, offset: int) -> tuple[LibraryRow, ...]:
        """Some of them."""
        return self._found(store)[offset : offset + limit]

    def ids(self, store: Store, limit: int, offset: int) -> tuple[str, ...]:
        """The ids of the records on some rows."""
        return tuple(found.record_id for found in self.rows(store, limit, offset))

    def _found(self, store: Store) -> tuple[LibraryRow, ...]:
        by_name = self._found_by_name(store)
        wanted = self.search.casefold().split()
        found = [
            row
            for row in _ROWS[self.section](store, self.today)
            if row.record_id in by_name or _holds(wanted, row)
        ]
        if self.section not in _IN_OWN_ORDER:
            found.sort(key=lambda row: row.title.best_for(self.language).casefold())
        return tuple(found)

    def _found_by_name(self, store: Store) -> set[str]:
        """Those that the search index finds, by pinyin for one."""
        kind = _SEARCHED.get(self.section)
        if kind is None or not self.search.strip():
            return set()
        return {hit.id for hit in store.search(self.search, (kind,), limit=200)}


def _holds(wanted: list[str], row: LibraryRow) -> bool:
    below = row.below.both if isinstance(row.below, Text) else ()
    said = " ".join((*row.title.both, *below)).casefold()
    return all(word in said for word in wanted)


def _products(store: Store, _today: date) -> Iterator[LibraryRow]:
    for one in store.all(Product):
        count = len(one.values)
        yield LibraryRow(
            id=one.id,
            kind="product",
            record_id=one.id,
            title=one.name,
            below=one.essence,
            right=say_count("{count} industry", "{count} industries", count),
        )


def _cases(store: Store, today: date) -> Iterator[LibraryRow]:
    industries = {one.id: one.name for one in store.all(IndustryPack)}
    for one in store.all(SuccessCase):
        yield LibraryRow(
            id=one.id,
            kind="case",
            record_id=one.id,
            title=one.customer or one.anonymous_name,
            below=industries.get(one.industry, Text()),
            right=case_standing(one, today),
            is_barred=not one.may_be_shown_on(today),
        )


def case_standing(case: SuccessCase, today: date) -> Message:
    """In a few words, how a case may be shown."""
    if case.permission is Permission.NONE:
        return say("not shown")
    if not case.may_be_shown_on(today):
        return say("permission ended")
    return say("by name") if case.may_be_named else say("without its name")


def _industries(store: Store, _today: date) -> Iterator[LibraryRow]:
    for one in store.all(IndustryPack):
        yield LibraryRow(
            id=one.id,
            kind="industry",
            record_id=one.id,
            title=one.name,
            below=one.summary,
            right=say_count("{count} question", "{count} questions", len(one.questions)),
        )


def _questions(store: Store, _today: date) -> Iterator[LibraryRow]:
    for pack in store.all(IndustryPack):
        for position, question in enumerate(pack.questions):
            yield _part(pack, "industry", ("questions", position), question.question)


def _objections(store: Store, _today: date) -> Iterator[LibraryRow]:
    owners: tuple[tuple[str, IndustryPack | Product], ...] = (
        *(("industry", pack) for pack in store.all(IndustryPack)),
        *(("product", product) for product in store.all(Product)),
    )
    for kind, owner in owners:
        for position, objection in enumerate(owner.objections):
            yield _part(owner, kind, ("objections", position), objection.says)


def _part(owner: Any, kind: str, path: tuple[str | int, ...], title: Text) -> LibraryRow:
    return LibraryRow(
        id=part_id(owner.id, path),
        kind=kind,
        record_id=owner.id,
        path=path,
        title=title,
        below=owner.name,
    )


def part_id(record_id: str, path: tuple[str | int, ...]) -> str:
    """How a row is known that shows a part of a record."""
    return "/".join((record_id, *map(str, path)))


def _our_side(store: Store, _today: date) -> Iterator[LibraryRow]:
    for company in store.all(OwnCompany):
        yield _named(company, "company", company.name, say("Our company"))
    for one in store.all(Colleague):
        yield _named(one, "colleague", one.name, one.title)


def _named(record: Record, kind: str, title: Text, below: Text | Message) -> LibraryRow:
    return LibraryRow(id=record.id, kind=kind, record_id=record.id, title=title, below=below)


_ROWS: Mapping[Section, Callable[[Store, date], Iterator[LibraryRow]]] = {
    Section.PRODUCTS: _products,
    Section.CASES: _cases,
    Section.INDUSTRIES: _industries,
    Section.QUESTIONS: _questions,
    Section.OBJECTIONS: _objections,
    Section.OUR_SIDE: _our_side,
}

_SEARCHED: Mapping[Section, type[Record]] = {
    Section.PRODUCTS: Product,
    Section.CASES: SuccessCase,
}

_IN_OWN_ORDER = (Section.QUESTIONS, Section.OBJECTIONS, Section.OUR_SIDE)
