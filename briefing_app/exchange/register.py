"""All records that an import may refer to: those in the data folder and those in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from briefing_app.domain.message import Message, Parameter, say
from briefing_app.domain.records import KINDS, Record, kind_of
from briefing_app.exchange.naming import (
    Key,
    contradict,
    folded,
    keys_of,
    name_in,
    names_in,
    value_of,
)
from briefing_app.exchange.trees import Tree

_FEW = 8
"""So many names are worth listing."""
_NEAR = 70  # of 100: close enough to be worth suggesting


@dataclass(frozen=True, slots=True)
class Known:
    """The records that are already in the data folder, by kind."""

    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record]) -> Known:
        """The records sorted into their kinds."""
        by_kind: dict[str, list[Record]] = {}
        for record in records:
            by_kind.setdefault(kind_of(record).name, []).append(record)
        return cls({kind: tuple(found) for kind, found in by_kind.items()})


class Register:
    """Finds records of one kind by id, by name and by what they are known by."""

    def __init__(self, kind: str, stored: Iterable[Record] = ()) -> None:
        """Start with the records that are ``stored``."""
        self.kind = kind
        self.stored: dict[str, Record] = {record.id: record for record in stored}
        self.values: dict[str, Record | Tree] = dict(self.stored)
        self._aliases: dict[str, str] = {}
        self._in_file: dict[str, set[str]] = {}
        self._by_name: dict[str, set[str]] = {}
        self._by_key: dict[Key, set[str]] = {}
        self._by_client: dict[str, set[str]] = {}
        for record in self.stored.values():
            self._learn(self._by_name, record.id, record)
            self._learn_client(record.id, record)
            for key in keys_of(kind, record):
                self._by_key.setdefault(key, set()).add(record.id)

    def same_as(self, tree: Tree) -> set[str]:
        """The ids of stored records that are the same as the one in the tree."""
        found = {i for key in keys_of(self.kind, tree) for i in self._by_key.get(key, ())}
        return {i for i in found if not contradict(self.kind, self.stored[i], tree)}

    def add(self, record_id: str, written_id: str, tree: Tree) -> None:
        """Take in a record of the file, which calls it ``written_id``."""
        self.values[record_id] = tree
        if written_id:
            self._aliases[written_id] = record_id
        self._learn(self._in_file, record_id, tree)
        self._learn_client(record_id, tree)

    def at_client(self, client: str) -> set[str]:
        """The ids of those that belong to a client."""
        return self._by_client.get(client, set())

    def find(self, written: str, has_names: bool, among: set[str] | None = None) -> str | Message:
        """The id of the record that a reference means, or what is wrong with the reference.

        ``among`` are the ids that a name means rather than others.
        """
        if self.knows(written):
            return self._aliases.get(written, written)
        found = self._named(folded(written), among) if has_names else set()
        if len(found) > 1:
            return several_called(written)
        return next(iter(found)) if found else self._unknown(written, has_names)

    def knows(self, record_id: str) -> bool:
        """True for an id that a record has, or has in the file."""
        return record_id in self._aliases or record_id in self.values

    def unknown(self, written: str) -> Message:
        """What to say where nothing is called so."""
        return say(
            "there is no {name} under {kind}. Add it there or import it first.",
            name=written[:80],
            kind=say(_LABELS[self.kind]),
        )

    def _named(self, words: str, among: set[str] | None) -> set[str]:
        """Those of that name: first those among the likely ones, and in the file."""
        for likely in (None,) if among is None else (among, None):
            for names in (self._in_file, self._by_name):
                found = names.get(words, set())
                if found := found if likely is None else found & likely:
                    return found
        return set()

    def _unknown(self, written: str, has_names: bool) -> Message:
        """What to say of a reference to nothing: what is like it, else all there are."""
        told: dict[str, Parameter] = {"name": written[:80], "kind": say(_LABELS[self.kind])}
        near = self._near(written, has_names)
        if near is not None:
            return say("there is no {name} under {kind}. Did you mean {near}?", near=near, **told)
        if 0 < len(self.values) <= _FEW:
            return say(
                "there is no {name} under {kind}. There are: {known}. Choose one of these, or add "
                "it there first.",
                known=tuple(
                    name_in(self.kind, values) if has_names else record_id
                    for record_id, values in self.values.items()
                ),
                **told,
            )
        return self.unknown(written)

    def _near(self, written: str, has_names: bool) -> str | None:
        """The name, or the id where only ids count, that is most like what was written."""
        if not has_names:
            near = process.extractOne(
                written, self.values.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR
            )
            return near[0] if near else None
        choices = [*self._in_file, *self._by_name]
        near = process.extractOne(folded(written), choices, scorer=fuzz.ratio, score_cutoff=_NEAR)
        if near is None:
            return None
        record_id = next(iter(self._in_file.get(near[0]) or self._by_name[near[0]]))
        names = names_in(self.kind, self.values[record_id])
        return next((name for name in names if folded(name) == near[0]), near[0])

    def _learn_client(self, record_id: str, values: Record | Tree) -> None:
        if client := value_of(values, "client"):
            self._by_client.setdefault(client, set()).add(record_id)

    def _learn(self, index: dict[str, set[str]], record_id: str, values: Record | Tree) -> None:
        for words in names_in(self.kind, values):
            index.setdefault(folded(words), set()).add(record_id)


def several_called(name: str) -> Message:
    """What to say of a name that may mean several records."""
    return say("several records are called {name}. Write the id of the one you mean.", name=name)


_LABELS = {kind.name: kind.label for kind in KINDS}
