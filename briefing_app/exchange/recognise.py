"""Decides for each record of a file whether it is new or one that is already there.

It is known again by its id, else by what people know it by: a client by its name, a person
by client and name or e-mail, a project by client and name, and so on. Nothing is written
here: the outcome says what would be added and what would change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

from briefing_app.domain.ids import new_id
from briefing_app.domain.message import Message, say
from briefing_app.domain.records import KIND_BY_NAME, KINDS, Record
from briefing_app.domain.text import Text
from briefing_app.exchange.building import as_record
from briefing_app.exchange.cells import as_utc
from briefing_app.exchange.circles import note_circles
from briefing_app.exchange.columns import label_of
from briefing_app.exchange.drafts import Draft, Gaps
from briefing_app.exchange.naming import (
    Key,
    contradict,
    display_name,
    keys_of,
    value_of,
    without_own_names,
)
from briefing_app.exchange.problems import NEEDED, Problems
from briefing_app.exchange.register import Known, Register, several_called
from briefing_app.exchange.shapes import Shape, shapes
from briefing_app.exchange.trees import Path, Tree, completed, merged, plain

_OF_THE_CLIENT = {"person"}  # kinds that belong to the client of the project referred to
_USUAL_ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as a preview lists it."""

    kind: str
    id: str
    name: Text
    changed: tuple[str, ...] = ()
    """What the fields are called that an update changes, as message ids."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file brings. ``records`` are those to be saved, complete, in an order in which
    each refers to earlier or stored ones."""

    records: tuple[Record, ...] = ()
    added: tuple[Entry, ...] = ()
    updated: tuple[Entry, ...] = ()
    unchanged: tuple[Entry, ...] = ()
    skipped_examples: int = 0


def recognise(
    drafts: Sequence[Draft],
    known: Known,
    problems: Problems,
    make_id: Callable[[], str] = new_id,
    *,
    skipped_examples: int = 0,
) -> Incoming:
    """Match the drafts with the known records; raises `UserError` for all that is wrong."""
    recogniser = _Recogniser(known, problems, make_id)
    for kind in KINDS:
        recogniser.take([draft for draft in drafts if draft.kind == kind.name])
    recogniser.check_lines()
    problems.raise_any()
    return replace(recogniser.incoming(), skipped_examples=skipped_examples)


@dataclass(frozen=True, slots=True, eq=False)
class _Resolved:
    """A draft and its tree with ids for references; each is itself, whatever it holds."""

    draft: Draft
    tree: Tree


class _Recogniser:
    """The state of one import: what is known so far, kind after kind."""

    def __init__(self, known: Known, problems: Problems, make_id: Callable[[], str]) -> None:
        self._problems = problems
        self._make_id = make_id
        self._registers = {
            kind.name: Register(kind.name, known.records.get(kind.name, ())) for kind in KINDS
        }
        self._made: dict[str, dict[str, Record]] = {kind.name: {} for kind in KINDS}
        self._drafts: dict[tuple[str, str], Draft] = {}

    def take(self, drafts: list[Draft]) -> None:
        """Recognise and build all drafts of one kind."""
        resolved = [_Resolved(draft, self._resolved(draft)) for draft in drafts]
        placed = self._placed(resolved)
        for item in resolved:
            if item not in placed:
                continue
            record = self._built(item, placed[item])
            if record is not None:
                self._made[item.draft.kind][record.id] = record
                self._drafts[item.draft.kind, record.id] = item.draft

    def check_lines(self) -> None:
        """Note reporting lines that would go round in a circle."""
        stored = self._registers["line"].stored
        lines = {**stored, **self._made["line"]}
        place_of = {i: draft.place for (kind, i), draft in self._drafts.items() if kind == "line"}
        note_circles(lines.values(), self._people(), place_of, self._problems)

    def incoming(self) -> Incoming:
        """What the import comes to."""
        added: list[Entry] = []
        updated: list[Entry] = []
        unchanged: list[Entry] = []
        saved: list[Record] = []
        people = self._people()
        for kind, records in self._made.items():
            for record in records.values():
                before = self._registers[kind].stored.get(record.id)
                changed = changed_fields(before, record) if before is not None else ()
                entry = Entry(kind, record.id, display_name(record, people), changed)
                target = added if before is None else unchanged if before == record else updated
                target.append(entry)
                if target is not unchanged:
                    saved.append(record)
        return Incoming(tuple(saved), tuple(added), tuple(updated), tuple(unchanged))

    def _people(self) -> dict[str, Record]:
        return {**self._registers["person"].stored, **self._made["person"]}

    # Which record a draft is

    def _placed(self, resolved: list[_Resolved]) -> dict[_Resolved, str]:
        """The id of each draft; those that bring one go first, so that they can be found."""
        used = {item.draft.id for item in resolved if item.draft.id}
        written: dict[str, Draft] = {}
        taken: set[str] = set()
        keys: dict[Key, list[_Resolved]] = {}
        placed: dict[_Resolved, str] = {}
        for item in sorted(resolved, key=lambda item: not item.draft.id):
            if item.draft.id in written:
                self._note(item.draft, ("id",), _same_id(written[item.draft.id]))
                continue
            twin = _twin(item, keys)
            if twin is not None:
                self._note(item.draft, (), _repeats(twin))
                continue
            record_id = self._id_for(item, used)
            if record_id is None:
                continue
            if record_id in taken:
                self._note(item.draft, (), say("this record is there twice. Keep one of them."))
                continue
            taken.add(record_id)
            used.add(record_id)
            placed[item] = record_id
            if item.draft.id:
                written[item.draft.id] = item.draft
            for key in keys_of(item.draft.kind, item.tree):
                keys.setdefault(key, []).append(item)
            self._registers[item.draft.kind].add(
                record_id, item.draft.id, self._base(item, record_id)
            )
        return placed

    def _id_for(self, item: _Resolved, used: set[str]) -> str | None:
        draft, register = item.draft, self._registers[item.draft.kind]
        if draft.named:
            return self._found(draft, (), self._named(draft))
        if draft.id in register.stored:
            return draft.id
        same = register.same_as(item.tree) - used
        if len(same) == 1:
            return same.pop()
        if same and not draft.id:
            fault = say("several stored records are like this one. Write the id of one of them.")
            self._note(draft, ("id",), fault)
            return None
        return draft.id or self._make_id()

    def _named(self, draft: Draft) -> str | Message:
        """The record that rows of a list name; a stakeholder may be called by its person."""
        register = self._registers[draft.kind]
        if draft.kind != "stakeholder" or register.knows(draft.named):
            return register.find(draft.named, draft.has_names)
        person = self._registers["person"].find(draft.named, draft.has_names)
        if isinstance(person, Message):
            return person
        found = [i for i, s in register.values.items() if value_of(s, "person") == person]
        if len(found) > 1:
            return several_called(draft.named)
        return found[0] if found else register.unknown(draft.named)

    def _base(self, item: _Resolved, record_id: str) -> Tree:
        """What the record will say, as far as it is known before it is built."""
        draft, tree = item.draft, item.tree
        stored = self._registers[draft.kind].stored.get(record_id)
        is_same_id = draft.id == record_id or bool(draft.named)
        if stored is None or (is_same_id and draft.gaps is Gaps.ARE_DEFAULTS):
            return merged({}, tree, empties_clear=True)
        if not is_same_id:
            tree = without_own_names(draft.kind, tree, stored)
        clears = is_same_id and draft.gaps is Gaps.CLEAR
        return merged(plain(stored), tree, empties_clear=clears)

    def _built(self, item: _Resolved, record_id: str) -> Record | None:
        draft = item.draft
        tree = {**self._base(item, record_id), "id": record_id}
        if draft.gaps is not Gaps.ARE_DEFAULTS:
            tree = completed(tree, KIND_BY_NAME[draft.kind].record_type)
        if not draft.id and not draft.named:
            self._note_empty_texts(draft, tree)
        return as_record(draft.kind, tree, draft.place, self._problems)

    def _note_empty_texts(self, draft: Draft, tree: Tree) -> None:
        """A text that is needed may be empty in a record that came from here, not in a new one."""
        for name, shape in shapes(KIND_BY_NAME[draft.kind].record_type).items():
            is_text = shape.item is Text or (shape.item is str and not shape.names)
            if shape.is_required and is_text and not _says_something(tree[name]):
                self._note(draft, (name,), NEEDED)

    # References

    def _resolved(self, draft: Draft) -> Tree:
        """The draft's tree with ids for references, and times in UTC."""
        record_type = KIND_BY_NAME[draft.kind].record_type
        tree = self._with_ids(draft, draft.tree, record_type, ())
        for name, shape in shapes(record_type).items():
            if shape.item is datetime and tree.get(name) is not None:
                tree[name] = self._moment(draft, name, tree)
        return tree

    def _with_ids(self, draft: Draft, tree: Tree, part_type: type[Any], path: Path) -> Tree:
        result = dict(tree)
        for name, shape in shapes(part_type).items():
            if name in result and result[name] is not None and not (name == "id" and not path):
                place = (*path, name)
                result[name] = self._value(draft, result, result[name], shape, place)
        return result

    def _value(self, draft: Draft, owner: Tree, value: Any, shape: Shape, path: Path) -> Any:
        if isinstance(value, list):
            return [
                self._value(draft, owner, item, shape, (*path, number))
                for number, item in enumerate(value)
            ]
        if shape.is_record_part and isinstance(value, dict):
            return self._with_ids(draft, value, shape.item, path)
        if shape.names and isinstance(value, str):
            return self._reference(draft, owner, value, shape.names, path)
        return value

    def _reference(self, draft: Draft, owner: Tree, written: str, kind: str, path: Path) -> str:
        client = self._client_of(owner) if kind in _OF_THE_CLIENT else None
        register = self._registers[kind]
        among = None
        if client is not None:
            among = register.at_client(client)
        found = self._found(draft, path, register.find(written, draft.has_names, among))
        if found is not None and among is not None and found not in among:
            self._note(
                draft,
                path,
                say("{name} does not work at the client of this project.", name=written),
            )
        return found or self._make_id()  # a fault of its own already; it shall cause no other

    def _client_of(self, owner: Tree) -> str | None:
        """The client of the project that a part refers to, where it is known by now."""
        project = self._registers["opportunity"].values.get(str(owner.get("opportunity")))
        client = value_of(project, "client")
        return str(client) if client else None

    def _moment(self, draft: Draft, name: str, tree: Tree) -> Any:
        moment = _as_moment(tree[name])
        if not isinstance(moment, datetime) or not draft.has_names:
            return moment
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
        client = self._registers["client"].values.get(self._client_of(tree) or "")
        try:
            known = as_utc(moment, value_of(client, "time_zone") or _USUAL_ZONE)
        except (KeyError, ValueError, OSError):  # the client's zone is noted where it stands
            return moment.replace(tzinfo=UTC)
        if known is None:
            self._note(draft, (name,), say("the client's clock skips this hour on that day."))
        return known or moment.replace(tzinfo=UTC)

    def _found(self, draft: Draft, path: Path, found: str | Message) -> str | None:
        if isinstance(found, str):
            return found
        self._note(draft, path, found)
        return None

    def _note(self, draft: Draft, path: Path, fault: Message) -> None:
        self._problems.add(draft.place(path), fault)


def changed_fields(before: Record, after: Record) -> tuple[str, ...]:
    """What the fields are called that differ, as message ids."""
    return tuple(
        label_of(type(after), part.name)
        for part in fields(after)
        if getattr(before, part.name) != getattr(after, part.name)
    )


def _twin(item: _Resolved, keys: dict[Key, list[_Resolved]]) -> Draft | None:
    """The draft that a draft without an id says once more."""
    if item.draft.id or item.draft.named:
        return None
    kind = item.draft.kind
    for key in keys_of(kind, item.tree):
        for other in keys.get(key, ()):
            if not contradict(kind, other.tree, item.tree):
                return other.draft
    return None


def _repeats(other: Draft) -> Message:
    return say("this is the same as {place}. Keep one of them.", place=other.place(()))


def _same_id(other: Draft) -> Message:
    return say(
        "the id {id} stands at {place} as well. Each record has an id of its own; leave it empty "
        "for a new one.",
        id=other.id,
        place=other.place(("id",)),
    )


def _says_something(value: Any) -> bool:
    return any(value.values()) if isinstance(value, dict) else bool(value)


def _as_moment(value: Any) -> Any:
    """A time as our JSON writes it, so that equal times are equal; anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return moment.astimezone(UTC) if moment.tzinfo else value
