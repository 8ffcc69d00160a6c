"""The words that must not stand in what this client gets: names of others, and what is internal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date

from briefing_app.documents.gate import BreachKind, Forbidden, Reason, WordList, forbidden_words
from briefing_app.documents.gate.words import plain_words
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import OwnCompany, Product, SuccessCase
from briefing_app.domain.sharing import internal_texts, shareable_texts
from briefing_app.domain.text import Language
from briefing_app.planning.briefing import Briefing
from briefing_app.planning.case_book import CaseBook
from briefing_app.services.prices import prices_for, prices_for_anybody
from briefing_app.store.client_names import ODD_BEGINNING
from briefing_app.store.store import Store

_SHORTEST_PHRASE = {Language.ZH: 8, Language.EN: 12}
"""Internal words of fewer characters may stand in a client's document by chance; Chinese says as
much with fewer."""

_BETWEEN_NAMES = re.compile(r"\s*[,;，；、]\s*")

Reasoned = Iterator[tuple[str, Reason]]


def forbidden_for(store: Store, briefing: Briefing) -> Forbidden:
    """What the export gate looks for in the documents of a visit's client."""
    dossier = briefing.team_side.dossier
    allowed = frozenset(map(plain_words, _names_allowed(briefing)))
    names = (
        *_unnamed(dossier.cases, briefing.prepared_on, allowed),
        *_rivals(dossier, allowed),
    )
    records = tuple(getattr(dossier, part.name) for part in fields(dossier))
    phrases = _internal_phrases(records)
    return forbidden_words(
        [*phrases, *names],
        _harmless(briefing),
        prices_for(dossier),
        [_other_clients(store, allowed)],
    )


def forbidden_in_case_book(store: Store, book: CaseBook) -> Forbidden:
    """What the export gate looks for in a case book, which anybody may read."""
    cases = store.all(SuccessCase)
    named = {name for chosen in book.cases for name in chosen.case.public_name.both}
    allowed = frozenset(map(plain_words, named))
    names = _unnamed(cases, book.compiled_on, allowed)
    records = (cases, *map(store.all, (Product, IndustryPack, OwnCompany)))
    phrases = _internal_phrases(records)
    return forbidden_words(
        [*phrases, *names],
        named,
        prices_for_anybody(records),
        [_other_clients(store, allowed)],
    )


def _name(says: Message) -> Reason:
    return Reason(BreachKind.NAME, says)


def _harmless(briefing: Briefing) -> Iterator[str]:
    """Longer names of this client's world, in which a short name may stand by chance."""
    dossier = briefing.team_side.dossier
    yield from _names_allowed(briefing)
    people = [person.name for person in dossier.people]
    people += [colleague.name for colleague in dossier.colleagues]
    products = [product.name for product in dossier.products]
    places = (dossier.client.city, dossier.industry.name, dossier.opportunity.name)
    for text in (dossier.company.name, *people, *products, *places):
        yield from text.both


def _names_allowed(briefing: Briefing) -> Iterator[str]:
    client = briefing.team_side.dossier.client
    shown = (chosen.case.public_name for chosen in briefing.client_side.cases)
    for text in (client.name, client.short_name, *shown):
        yield from text.both


def _other_clients(store: Store, allowed: frozenset[str]) -> WordList:
    reason = _name(say("it is the name of another client."))
    return WordList(reason, store.client_names([ODD_BEGINNING]), allowed, store.client_names)


def _unnamed(cases: Iterable[SuccessCase], day: date, allowed: frozenset[str]) -> Reasoned:
    """Customers of cases that may not be named, or may not be shown at all by now."""
    reason = _name(say("this customer of ours may not be named."))
    for case in cases:
        if not (case.may_be_named and case.may_be_shown_on(day)):
            names = (name for name in case.customer.both if plain_words(name) not in allowed)
            yield from ((name, reason) for name in names)


def _rivals(dossier: Dossier, allowed: frozenset[str]) -> Reasoned:
    reason = _name(say("it is the name of a competitor."))
    names = (name for rival in dossier.competitors for name in rival.name.both)
    return ((name, reason) for name in names if plain_words(name) not in allowed)


def _internal_phrases(records: tuple[object, ...]) -> Reasoned:
    """Internal words, but for those that somebody also wrote where a client may read them.

    A list of such words is not secret either: who agreed a strategy may be who presents.
    """
    reason = Reason(BreachKind.INTERNAL, say("it is known inside our team only."))
    texts = {words.casefold() for words in shareable_texts(records)}
    shown = "\n".join(texts)
    for words in dict.fromkeys(internal_texts(records)):
        if len(words) < _SHORTEST_PHRASE[Language.of(words)]:
            continue
        known = words.casefold()
        if known not in shown and not texts.issuperset(_BETWEEN_NAMES.split(known)):
            yield words, reason
