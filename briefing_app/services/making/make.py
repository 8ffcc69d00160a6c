"""Makes all documents of an order: laid out, judged together, then written to memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefing_app.documents.gate import let_pass
from briefing_app.domain.export_record import Edition
from briefing_app.domain.message import Message, say
from briefing_app.services.making.brochure import brochures
from briefing_app.services.making.calendar import calendars
from briefing_app.services.making.deck import decks
from briefing_app.services.making.draft import DocumentOrder, Draft
from briefing_app.services.making.minutes import minutes
from briefing_app.services.making.visit_plan import visit_plans
from briefing_app.services.progress import Progress

Maker: TypeAlias = Callable[[DocumentOrder], Iterator[Draft]]

Makers: TypeAlias = tuple[tuple[Message, Maker], ...]

MAKERS: Makers = (
    (say("Deck"), decks),
    (say("Brochure"), brochures),
    (say("Visit plan"), visit_plans),
    (say("Calendar"), calendars),
)
"""What an export holds, in order; each step is told to the user while it is made."""

AFTERWARDS: Makers = (
    (say("Meeting minutes"), minutes),
    (say("Calendar"), calendars),
)
"""What is made once a visit was recorded."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be written: its name, its bytes, and for whose eyes it is."""

    name: str
    content: bytes
    edition: Edition


def make_documents(
    order: DocumentOrder, progress: Progress, makers: Makers = MAKERS
) -> tuple[Document, ...]:
    """The files of an export, made by ``makers``.

    Raises ManyProblems when the export gate keeps one of them in.
    """
    made: list[Document] = []
    for number, (step, maker) in enumerate(makers, start=1):
        progress(step, number, len(makers))
        drafts = tuple(maker(order))
        _judge(order, drafts)
        made.extend(Document(draft.name, draft.write(), draft.edition) for draft in drafts)
    return tuple(made)


def _judge(order: DocumentOrder, drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        let_pass(draft.title, draft.pages, draft.theme or order.theme, draft.forbidden)
