"""How a conclusion points at the facts that it rests on."""

from __future__ import annotations

from briefing_app.domain.message import Message
from briefing_app.domain.records import Record, kind_of
from briefing_app.planning.briefing import Because, FactReference


def fact(record: Record, field: str = "") -> FactReference:
    """A reference to a record, or to one ``field`` of it."""
    return FactReference(kind_of(record).name, record.id, field)


def because(message: Message, *facts: FactReference) -> Because:
    """A reason in one sentence, with the facts behind it."""
    return Because(message, facts)
