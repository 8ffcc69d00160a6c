"""The brochure: a printed magazine for one client, from the client's side alone."""

from __future__ import annotations

from briefing_app.documents.placed import Page
from briefing_app.documents.theme import Motif
from briefing_app.domain.text import Language
from briefing_app.planning.client_side import ClientSide


def brochure_pages(
    client_side: ClientSide, language: Language, *, motif: Motif = Motif.DISCS
) -> tuple[Page, ...]:
    """The brochure's A4 pages, an even number, page 1 being the cover (a right page).

    Its fields are made of the theme's ``motif``.
    """
    from briefing_app.documents.brochure.book import bound
    from briefing_app.documents.brochure.setting import Setting

    return bound(Setting(client_side, language, motif=motif))
