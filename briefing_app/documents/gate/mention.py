"""A place in a text where something stands that must not stand there."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.documents.gate.breach import BreachKind
from briefing_app.domain.message import Message, say

_AROUND = 12


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a word must not stand in a document, and what to do."""

    kind: BreachKind
    says: Message
    remedy: Message = say("Take it out of the field that it came from.")


@dataclass(frozen=True, slots=True)
class Mention:
    """A forbidden word that was found: as it is written there, and the words that it stands in."""

    word: str
    around: str
    reason: Reason


def mention_at(text: str, start: int, end: int, reason: Reason) -> Mention:
    """What stands in ``text`` from ``start`` to before ``end``, with the words about it."""
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    cut = " ".join(text[left:right].split())
    around = f"{'...' if left else ''}{cut}{'...' if right < len(text) else ''}"
    return Mention(text[start:end], around, reason)
