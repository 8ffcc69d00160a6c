"""Records that may be there already, suggested while a name is typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing_app.domain.client import Person
from briefing_app.domain.offering import Colleague, Product, SuccessCase
from briefing_app.domain.text import Text
from briefing_app.store.naming import names_of
from briefing_app.store.store import Store
from briefing_app.store.tokens import fold, spelt

SHOWN = 5
SIMILAR = 80
"""From so many of 100 points on, two names are shown as similar."""

SOUNDS_ALIKE = 85
"""The points of names that are pronounced alike: they may well be two."""

_LIBRARY: Mapping[str, tuple[type[Product | SuccessCase | Colleague], str]] = {
    "product": (Product, "essence"),
    "case": (SuccessCase, "anonymous_name"),
    "colleague": (Colleague, "title"),
}
"""The kinds of the library that may be there already, each with the field that tells more."""

_LEGAL_FORM = re.compile("(股份|有限|责任|控股|集团|公司)+$")
_LEGAL_WORDS = frozenset(
    (
        "co",
        "company",
        "ltd",
        "limited",
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "llc",
        "llp",
        "lp",
        "plc",
        "gmbh",
        "ag",
        "kg",
        "se",
        "sa",
        "srl",
        "spa",
        "bv",
        "nv",
        "oy",
        "ab",
        "as",
        "pte",
        "pty",
        "pvt",
        "group",
        "holding",
        "holdings",
        "the",
    )
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarRecord:
    """A record that may be the one meant; ``context`` is a client's city, a person's title,
    what a product does in a sentence.
    ``score`` is 100 where the names are the same but for the legal form."""

    kind: str
    id: str
    name: Text
    context: Text
    score: int


def similar_clients(store: Store, name: str, *, besides: str = "") -> tuple[SimilarRecord, ...]:
    """Clients that may be the one called ``name``, the likeliest first; none for a name of one
    sign. ``besides`` is the id of the client whose name is being changed."""
    wanted = core(name)
    if len(wanted) <= 1:
        return ()
    found = (
        SimilarRecord(
            kind="client",
            id=one.id,
            name=one.name,
            context=one.city,
            score=_score(wanted, (one.name, one.short_name), one.sounds_alike),
        )
        for one in store.lists.clients_like(wanted)
        if one.id != besides
    )
    return _likeliest(found)


def similar_people(
    store: Store, client: str, name: str, *, besides: str = ""
) -> tuple[SimilarRecord, ...]:
    """People of a client who may be the one called ``name``, the likeliest first."""
    wanted, sound = core(name), spelt(name, is_person=True)
    if not wanted:
        return ()
    found = (
        SimilarRecord(
            kind="person",
            id=one.id,
            name=one.name,
            context=one.title,
            score=_score(
                wanted, (one.name,), bool(sound) and sound == spelt(one.name.zh, is_person=True)
            ),
        )
        for one in store.referring(Person, "client", client)
        if one.id != besides
    )
    return _likeliest(found)


def similar_in_library(
    store: Store, kind: str, name: str, *, besides: str = ""
) -> tuple[SimilarRecord, ...]:
    """Products, cases or colleagues that may be the one called ``name``, the likeliest first.

    A case is known by its customer and by its anonymous name; a library is small, and read whole.
    """
    wanted, sound = core(name), spelt(name)
    if len(wanted) <= 1:
        return ()
    record_type, context = _LIBRARY[kind]
    found = (
        SimilarRecord(
            kind=kind,
            id=one.id,
            name=store.shown_name(one),
            context=getattr(one, context),
            score=_score(wanted, names, any(_sounds(sound, each) for each in names)),
        )
        for one in store.all(record_type)
        if one.id != besides and (names := names_of(one))
    )
    return _likeliest(found)


def similar_records(
    store: Store, *, kind: str, names: Iterable[str], owner: str = "", besides: str = ""
) -> tuple[SimilarRecord, ...]:
    """Records of a kind that may be the one called by any of ``names``, in either language, each
    once and the likeliest first; ``owner`` is a person's client."""
    best: dict[str, SimilarRecord] = {}
    for name in filter(None, dict.fromkeys(names)):
        for one in _similar(store, kind, name, owner, besides):
            known = best.get(one.id)
            best[one.id] = one if known is None or one.score > known.score else known
    return _likeliest(best.values())


def _similar(
    store: Store, kind: str, name: str, owner: str, besides: str
) -> tuple[SimilarRecord, ...]:
    if kind == "client":
        return similar_clients(store, name, besides=besides)
    if kind == "person":
        return similar_people(store, owner, name, besides=besides)
    return similar_in_library(store, kind, name, besides=besides)


def _sounds(sound: str, name: Text) -> bool:
    return bool(sound) and sound == spelt(name.zh)


@lru_cache(maxsize=20_000)
def core(name: str) -> str:
    """A company's name as it is compared: without width, case, signs and its legal form; ``""``
    for nothing but these."""
    words = _WORD.findall(fold(name))
    while words and words[-1] in _LEGAL_WORDS:
        words.pop()
    while words and words[0] in _LEGAL_WORDS:
        words.pop(0)
    whole = " ".join(words)
    return _LEGAL_FORM.sub("", whole)


def _score(wanted: str, names: Iterable[Text], sounds_alike: bool) -> int:
    from rapidfuzz import fuzz

    cores = [core(side) for name in names for side in name.both if side]
    orders = (fuzz.ratio, fuzz.token_sort_ratio)
    likeness = max((order(wanted, one) for one in cores for order in orders), default=0)
    if not sounds_alike:
        return round(likeness)
    lengths = (sorted((len(wanted), len(one))) for one in cores)
    overlap = max((2 * short / (short + long) for short, long in lengths), default=0)
    return round(max(likeness, SOUNDS_ALIKE * overlap))


def _likeliest(found: Iterable[SimilarRecord]) -> tuple[SimilarRecord, ...]:
    similar = [one for one in found if one.score >= SIMILAR]
    return tuple(sorted(similar, key=lambda one: -one.score)[:SHOWN])
