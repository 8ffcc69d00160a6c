"""What two exports differ in, ready to be shown in any language."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.message import Message, Parameter
from briefing_app.domain.text import Text


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact with another value. ``kind`` names the record's, ``name`` the record, ``field``
    the path to the value.

    ``None`` stands for a value that was not kept, ``""`` for an empty field.
    """

    kind: str
    record_id: str
    name: Text
    field: str
    label: Message
    old: Parameter | None
    new: Parameter | None


@dataclass(frozen=True, slots=True)
class FactUse:
    """A fact that stood behind one export only; without ``field`` a whole record."""

    kind: str
    record_id: str
    name: Text
    field: str
    label: Message


@dataclass(frozen=True, slots=True)
class FactDifferences:
    """Facts with other values, and those of which only the newer or the older export knew."""

    changed: tuple[FactChange, ...] = ()
    added: tuple[FactUse, ...] = ()
    removed: tuple[FactUse, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.removed)


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph before and after; ``""`` where there was or is none."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class SlideMark:
    """A slide by its number from 1, its key (``""`` for one of a file) and its title."""

    number: int
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class SlideChange:
    """A slide of both exports that stands elsewhere or says something else."""

    old: SlideMark
    new: SlideMark
    is_moved: bool
    texts: tuple[TextChange, ...]
    notes: tuple[TextChange, ...]
    is_retitled: bool


@dataclass(frozen=True, slots=True)
class DeckDifferences:
    """The slides of one deck, or the sections of minutes. ``name`` is its file name in the newer
    export."""

    name: str
    added: tuple[SlideMark, ...] = ()
    removed: tuple[SlideMark, ...] = ()
    changed: tuple[SlideChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Names:
    """File names that are in one export only, or in both with other content."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportDifferences:
    """All that two exports differ in; ``remarks`` say what could not be compared."""

    old: Message
    new: Message
    remarks: tuple[Message, ...]
    facts: FactDifferences
    decks: tuple[DeckDifferences, ...]
    decks_added: tuple[str, ...]
    decks_removed: tuple[str, ...]
    files: Names

    def __bool__(self) -> bool:
        slides = (*self.decks, *self.decks_added, *self.decks_removed)
        return any((self.facts, *slides, self.files))
