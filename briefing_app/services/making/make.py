"""Makes all documents of an order: laid out, judged together, then written to memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefing_app.documents.gate import GateReport, inspect, judged, let_pass
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


@dataclass(frozen=True, slots=True)
class Making:
    """What was made of an order, and how the gate judged it; ``documents`` only if it may leave."""

    report: GateReport
    documents: tuple[Document, ...]


def make_documents(order: DocumentOrder, progress: Progress, makers: Makers = MAKERS) -> Making:
    """The files of an export, made by ``makers``.

    Raises ManyProblems when the gate keeps the export in.
    """
    making = judge_documents(order, progress, makers)
    let_pass(making.report)
    return making


def judge_documents(order: DocumentOrder, progress: Progress, makers: Makers = MAKERS) -> Making:
    """All documents laid out and judged, page by page and then as finished files.

    The files are made only where all pages pass.
    """
    drafts: list[Draft] = []
    for number, (step, maker) in enumerate(makers, start=1):
        progress(step, number, len(makers))
        drafts.extend(maker(order))
    pages = _judge_pages(order, drafts)
    if not pages.lets_pass:
        return Making(pages, ())
    documents = tuple(Document(draft.name, draft.write(), draft.edition) for draft in drafts)
    files = _judge_files(order, drafts, documents)
    report = GateReport((*pages.documents, *files.documents))
    return Making(report, documents if report.lets_pass else ())


def _judge_pages(order: DocumentOrder, drafts: Sequence[Draft]) -> GateReport:
    meant = order.wishes.meant
    return GateReport(
        tuple(
            judged(
                draft.title,
                draft.name,
                len(draft.pages),
                inspect(draft.pages, draft.theme or order.theme, draft.forbidden),
                meant,
            )
            for draft in drafts
        )
    )


def _judge_files(
    order: DocumentOrder, drafts: Sequence[Draft], documents: Sequence[Document]
) -> GateReport:
    """The finished files of clients: what stands in no page, as metadata and file names."""
    from briefing_app.documents.gate.written import written_breaches

    judgements = []
    for draft, document in zip(drafts, documents, strict=True):
        found = tuple(written_breaches(document.name, document.content, draft.forbidden))
        if found:
            part = judged(draft.title, draft.name, 0, found, order.wishes.meant)
            judgements.append(part)
    return GateReport(tuple(judgements))
