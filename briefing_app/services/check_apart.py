"""Each document of an export judged as the export would judge it, in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing_app.domain.ids import VisitId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.message import say
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.gate_findings import JudgedView
from briefing_app.services.progress import Progress, silent


class CheckedDocument(Labelled):
    """What an export of a visit holds, in the order in which it is made."""

    DECK = "deck", N_("Deck")
    BROCHURE = "brochure", N_("Brochure")
    VISIT_PLAN = "visit-plan", N_("Visit plan")
    CALENDAR = "calendar", N_("Calendar")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOrder:
    """Which document of which visit; ``wishes`` are those of the export."""

    visit: VisitId
    document: CheckedDocument
    wishes: ExportWishes
    today: date


def check_apart(
    data: Path, order: CheckOrder, *, progress: Progress = silent
) -> tuple[JudgedView, ...]:
    """How the export gate judges a document, its pages and its files; nothing is written.

    One view for all editions that bear the same title. UserError as of `export_visit`, but for
    what the gate keeps in.
    """
    from briefing_app.services.export import check_document
    from briefing_app.services.gate_views import views_by_title
    from briefing_app.store.store import open_store

    progress(say("{kind}", kind=order.document), 1, 1)
    with open_store(data) as store:
        report, dossier = check_document(
            store,
            order.visit,
            document=order.document.label,
            wishes=order.wishes,
            today=order.today,
        )
    return views_by_title(report, dossier)
