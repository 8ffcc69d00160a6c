"""Makes all documents of an order: laid out, judged together, then written to memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefing_app.documents.gate import GateReport, judged
from briefing_app.documents.gate.checks import in_order, page_breaches
from briefing_app.documents.gate.wordings import forbidden_mentions
from briefing_app.documents.theme import Theme
from briefing_app.domain.export_record import Edition, ExportKind, KeptDeck
from briefing_app.domain.meant import Meant
from briefing_app.domain.message import Message, say
from briefing_app.services.making.brochure import brochures
from briefing_app.services.making.calendar import calendars
from briefing_app.services.making.deck import decks
from briefing_app.services.making.draft import DocumentOrder, Draft
from briefing_app.services.making.minutes import minutes
from briefing_app.services.making.visit_plan import visit_plans
from briefing_app.services.progress import Progress

Maker: TypeAlias = Callable[[DocumentOrder], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class Makers:
    """What is made together of a visit, in order; each step is told to the user."""

    kind: ExportKind
    steps: tuple[tuple[Message, Maker], ...]

    @property
    def all_steps(self) -> int:
        """How many steps an export has: the documents, then checking and writing them."""
        return len(self.steps) + 2


MAKERS = Makers(
    ExportKind.DOCUMENTS,
    (
        (say("Deck"), decks),
        (say("Brochure"), brochures),
        (say("Visit plan"), visit_plans),
        (say("Calendar"), calendars),
    ),
)
"""What an export holds."""

AFTERWARDS = Makers(
    ExportKind.MINUTES,
    (
        (say("Meeting minutes"), minutes),
        (say("Calendar"), calendars),
    ),
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
    """What was made, and how the gate judged it.

    There are ``documents``, and what those that can be compared ``said``, only if all may leave.
    """

    report: GateReport
    documents: tuple[Document, ...] = ()
    said: tuple[KeptDeck, ...] = ()


def judge_documents(order: DocumentOrder, progress: Progress, makers: Makers = MAKERS) -> Making:
    """All documents of an order laid out and judged; see `judge_drafts`."""
    drafts: list[Draft] = []
    for number, (step, maker) in enumerate(makers.steps, start=1):
        progress(step, number, makers.all_steps)
        drafts.extend(maker(order))
    progress(say("Check"), makers.all_steps - 1, makers.all_steps)
    return judge_drafts(drafts, order.theme, order.wishes.let_through)


def judge_drafts(drafts: Sequence[Draft], theme: Theme, meant: Meant) -> Making:
    """Documents judged page by page and then as finished files, which are made only where all
    pages pass."""
    pages = judge_pages(drafts, theme, meant)
    if not pages.lets_pass:
        return Making(pages)
    documents = tuple(Document(draft.name, draft.write(), draft.edition) for draft in drafts)
    files = _judge_files(drafts, documents, meant)
    report = GateReport((*pages.documents, *files.documents))
    if not report.lets_pass:
        return Making(report)
    return Making(report, documents, tuple(draft.said() for draft in drafts if draft.said))


def judge_pages(drafts: Sequence[Draft], theme: Theme, meant: Meant) -> GateReport:
    """How the gate judges the pages of documents, before they are files.

    Drafts of the same pages, which follow each other, are looked at once; only what their
    readers must not find differs.
    """
    from briefing_app.documents.gate.resolution import unsharp_pictures

    judgements = []
    pages, look = None, None
    for draft in drafts:
        if pages is not draft.pages or look is not (draft.theme or theme):
            pages, look = draft.pages, draft.theme or theme
            faults = tuple(page_breaches(pages, look))
        found = in_order((*faults, *forbidden_mentions(pages, draft.forbidden)))
        unsharp = unsharp_pictures(pages) if draft.is_for_print else ()
        judgements.append(judged(draft.title, draft.name, len(pages), found, meant, unsharp))
    return GateReport(tuple(judgements))


def _judge_files(
    drafts: Sequence[Draft], documents: Sequence[Document], meant: Meant
) -> GateReport:
    """The finished files of clients: what stands in no page, as metadata and file names."""
    from briefing_app.documents.gate.written import written_breaches

    judgements = []
    for draft, document in zip(drafts, documents, strict=True):
        found = tuple(written_breaches(document.name, document.content, draft.forbidden))
        if found:
            judgements.append(judged(draft.title, draft.name, 0, found, meant))
    return GateReport(tuple(judgements))
