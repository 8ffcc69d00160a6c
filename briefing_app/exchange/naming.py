"""What records are called in a table, and by what a record is known again."""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from briefing_app.domain.client import Client
from briefing_app.domain.records import KINDS, Record, kind_of
from briefing_app.domain.text import Language, Text
from briefing_app.exchange.trees import Tree

Key: TypeAlias = tuple[Hashable, ...]

_NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "company": ("name", "short_name"),
    "colleague": ("name",),
    "industry": ("name",),
    "product": ("name",),
    "client": ("name", "short_name"),
    "person": ("name",),
    "case": ("customer", "anonymous_name"),
    "opportunity": ("name",),
    "need": ("statement",),
    "competitor": ("name",),
    "visit": ("purpose",),
    "follow_up": ("what",),
}
"""The fields that hold a record's names; stakeholders, lines and pictures have none."""

_KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "person": ("client",),
    "opportunity": ("client",),
    "need": ("opportunity",),
    "competitor": ("opportunity",),
    "stakeholder": ("opportunity", "person"),
    "line": ("opportunity", "kind", "source", "target"),
    "visit": ("opportunity", "starts_at"),
    "follow_up": ("visit",),
    "slide_list": ("visit", "audience"),
    "visit_record": ("visit",),
    "photo": ("person",),
}
"""The fields besides the name that make a record the same one."""

_WITHOUT_NAME = {
    "company",
    "stakeholder",
    "line",
    "visit",
    "slide_list",
    "visit_record",
    "photo",
}
"""Kinds that are known again by other facts alone; there is one own company."""

_WITH_EMAIL = {"colleague", "person"}


def value_of(values: Record | Tree | None, field: str) -> Any:
    """A field of a record or of its tree; ``None`` where there is none."""
    return values.get(field) if isinstance(values, dict) else getattr(values, field, None)


def folded(words: str) -> str:
    """Words as they are compared: width, case and spacing make no difference."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def names_in(kind: str, values: Record | Tree) -> list[str]:
    """All names of a record or of its tree, Chinese before English, without repeats."""
    found: dict[str, None] = {}
    for field in _NAMED_BY.get(kind, ()):
        for words in _words(value_of(values, field)):
            found.setdefault(words)
    return list(found)


def name_in(kind: str, values: Record | Tree) -> Text:
    """What a sentence calls a record or its tree; the id of one without a name."""
    fields = _NAMED_BY.get(kind, ())
    for field in fields if kind != "client" else reversed(fields):  # a client by its short name
        value = value_of(values, field)
        if isinstance(value, dict):
            value = Text(str(value.get("zh") or ""), str(value.get("en") or ""))
        if value:
            return value if isinstance(value, Text) else Text.same(str(value))
    return Text.same(str(value_of(values, "id")))


def keys_of(kind: str, values: Record | Tree) -> set[Key]:
    """What a record or its tree is known by; two with a key in common are the same one."""
    scope = tuple(_scope_value(value_of(values, field)) for field in _KNOWN_BY.get(kind, ()))
    if None in scope:
        return set()
    if kind in _WITHOUT_NAME:
        return {scope}
    keys: set[Key] = {(*scope, folded(words)) for words in names_in(kind, values)}
    email = value_of(values, "email") if kind in _WITH_EMAIL else None
    return {*keys, (*scope, "@", folded(email))} if email else keys


def without_own_names(kind: str, tree: Tree, stored: Record) -> Tree:
    """The tree without names that would replace one of the record's names by another of them.

    Who writes the short name of a stored company means that company, not a new full name.
    """
    known = {folded(words) for words in names_in(kind, stored)}
    result = dict(tree)
    for field in set(_NAMED_BY.get(kind, ())) & tree.keys():
        held, told = value_of(stored, field), tree[field]
        if isinstance(told, dict):
            result[field] = {
                language: words
                for language, words in told.items()
                if not (getattr(held, language) and _is_one_of(words, known))
            }
        elif held and _is_one_of(told, known):
            del result[field]
    return result


def _is_one_of(words: object, known: set[str]) -> bool:
    return isinstance(words, str) and folded(words) in known


def contradict(kind: str, one: Record | Tree, other: Record | Tree) -> bool:
    """True for two people of one name whose e-mail addresses say that they are two."""
    if kind not in _WITH_EMAIL:
        return False
    emails = {folded(value_of(values, "email") or "") for values in (one, other)}
    return len(emails - {""}) == 2


def display_name(record: Record, people: Mapping[str, Record]) -> Text:
    """What a list shows for a record; ``people`` by id name stakeholders and lines."""
    kind = kind_of(record).name
    if kind == "stakeholder":
        return _person_name(people, str(value_of(record, "person")))
    if kind == "line":
        source = _person_name(people, str(value_of(record, "source")))
        target = _person_name(people, str(value_of(record, "target")))
        return Text(*(f"{source.best_for(lang)} → {target.best_for(lang)}" for lang in Language))
    if isinstance(record, Client):
        return record.display_name
    if kind in ("slide_list", "visit_record"):
        return Text.same(str(value_of(record, "visit")))
    fields = (value_of(record, field) for field in _NAMED_BY.get(kind, ()))
    named = next((value for value in fields if value), record.id)
    return named if isinstance(named, Text) else Text.same(named)


class Names:
    """Which names stand for which records, and how a reference to a record is written."""

    def __init__(self, records: Iterable[Record]) -> None:
        """Learn the names of ``records``."""
        self._ids: dict[str, dict[str, set[str]]] = {kind.name: {} for kind in KINDS}
        self._names: dict[str, dict[str, list[str]]] = {kind.name: {} for kind in KINDS}
        self._stakeholders: dict[str, list[str]] = {}
        for record in records:
            kind = kind_of(record).name
            self._names[kind][record.id] = names_in(kind, record)
            if kind == "stakeholder":
                self._stakeholders.setdefault(str(value_of(record, "person")), []).append(record.id)
            for words in (record.id, *self._names[kind][record.id]):
                self._ids[kind].setdefault(folded(words), set()).add(record.id)

    def written(
        self, kind: str, record_id: str, language: Language, *, is_alone: bool = False
    ) -> str:
        """A name that stands for this record alone, else its id. Where it ``is_alone`` in a
        value's cell it may hold the marks that part the names of a list."""
        if kind == "stakeholder":
            return self._person_of(record_id, language)
        names = self._names[kind].get(record_id, [])
        ordered = names if language is Language.ZH else names[::-1]
        usable = (words for words in ordered if self._is_usable(kind, words, is_alone=is_alone))
        return next(usable, record_id)

    def _person_of(self, record_id: str, language: Language) -> str:
        """The person that one stakeholder is, as written in its row; the id of one of several."""
        for person, stakeholders in self._stakeholders.items():
            if stakeholders == [record_id]:
                words = self.written("person", person, language)
                return record_id if folded(words) in self._ids["stakeholder"] else words
        return record_id

    def _is_usable(self, kind: str, words: str, *, is_alone: bool) -> bool:
        marks = set() if is_alone else set(words) & set(";；、，:：※")
        is_plain = words == " ".join(words.split()) and not marks
        return is_plain and len(self._ids[kind][folded(words)]) == 1


def _person_name(people: Mapping[str, Record], person_id: str) -> Text:
    person = people.get(person_id)
    return value_of(person, "name") if person else Text.same(person_id)


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        parts: tuple[Any, ...] = (value,)
    elif isinstance(value, dict):
        parts = (value.get("zh"), value.get("en"))
    else:
        parts = (value.zh, value.en) if isinstance(value, Text) else ()
    yield from (part for part in parts if isinstance(part, str) and part.strip())


def _scope_value(value: Any) -> Hashable:
    return str(value) if value not in (None, "") else None
