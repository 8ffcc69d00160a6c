"""The documents of a visit as they would be exported, to be looked at while it is prepared.

The preview is the PDF twin of what an export writes; of a deck on a company's template it shows
all but what only PowerPoint can draw: the template's own pictures, bands and fonts. The gate
refuses nothing here: what it found is part of the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.documents.theme import load_theme
from briefing_app.services.corporate_template import load_template
from briefing_app.services.forbidden import forbidden_for
from briefing_app.services.gate_views import judged_views
from briefing_app.services.making.brochure import brochures
from briefing_app.services.making.deck import decks
from briefing_app.services.making.draft import DocumentOrder, Draft
from briefing_app.services.making.make import judge_pages
from briefing_app.services.making.visit_plan import visit_plans
from briefing_app.services.prepare import prepare_briefing
from briefing_app.services.preview import Preview, PreviewKind, PreviewOrder, PreviewPage
from briefing_app.services.setting_aside import honouring
from briefing_app.services.slide_list import DeckInWork
from briefing_app.services.slide_views import list_notices, slide_views
from briefing_app.store.store import Store

if TYPE_CHECKING:  # document engines load on use
    from briefing_app.documents.deck.corporate.reading import CorporateTemplate


def preview_document(store: Store, order: PreviewOrder) -> Preview:
    """One document of a visit, laid out and judged.

    UserError where the visit is not there or cannot be prepared, and for a template that cannot
    be used.
    """
    order = replace(order, wishes=honouring(store, order.visit, order.wishes))
    documents = _documents(store, order)
    draft = _DRAFTS[order.kind](documents)
    report = judge_pages([draft], documents.theme, order.wishes.let_through)
    (gate,) = judged_views(report, documents.briefing.team_side.dossier)
    preview = Preview(kind=order.kind, pdf=draft.write(), pages=_pages(draft), gate=gate)
    return _with_slides(preview, documents) if order.kind is PreviewKind.DECK else preview


def _documents(store: Store, order: PreviewOrder) -> DocumentOrder:
    wishes = replace(
        order.wishes, audiences=order.wishes.audiences[:1], print_editions=(), with_pdf=True
    )
    briefing = prepare_briefing(store, order.visit, today=order.today, audiences=wishes.audiences)
    return DocumentOrder(
        briefing=briefing,
        wishes=wishes,
        theme=load_theme(wishes.theme),
        forbidden=forbidden_for(store, briefing),
        template=_template(order),
    )


def _template(order: PreviewOrder) -> CorporateTemplate | None:
    """What the deck stands on, and whose slides the plan counts; a brochure has no slides."""
    path = order.wishes.template
    return None if path is None or order.kind is PreviewKind.BROCHURE else load_template(path)


def _deck(documents: DocumentOrder) -> Draft:
    """The hand-out in PDF: the same pages as the file to edit, judged by the same colours."""
    made = tuple(decks(documents))
    return replace(made[-1], theme=documents.deck_theme)


def _brochure(documents: DocumentOrder) -> Draft:
    return next(brochures(documents))


def _visit_plan(documents: DocumentOrder) -> Draft:
    return next(visit_plans(documents))


_DRAFTS: Mapping[PreviewKind, Callable[[DocumentOrder], Draft]] = {
    PreviewKind.DECK: _deck,
    PreviewKind.BROCHURE: _brochure,
    PreviewKind.VISIT_PLAN: _visit_plan,
}


def _pages(draft: Draft) -> tuple[PreviewPage, ...]:
    return tuple(
        PreviewPage(number, page.title, "", page.width, page.height)
        for number, page in enumerate(draft.pages, start=1)
    )


def _with_slides(preview: Preview, documents: DocumentOrder) -> Preview:
    (laid_out,) = documents.decks
    deck = DeckInWork(
        briefing=documents.briefing, plan=laid_out.plan, language=documents.wishes.language
    )
    outline = laid_out.slides.outline
    return replace(
        preview,
        pages=tuple(
            replace(page, slide=entry.key)
            for page, entry in zip(preview.pages, outline, strict=True)
        ),
        audience=laid_out.plan.audience,
        slides=slide_views(deck, outline),
        is_kept=laid_out.plan.is_kept,
        notices=list_notices(deck),
    )
