"""The documents of a visit as they would be exported: what is asked of a preview, and its answer.

What the window shows is plain; `previewing` makes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefing_app.domain.audience import Audience
from briefing_app.domain.ids import VisitId
from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.message import Message
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.gate_findings import JudgedView
from briefing_app.services.slide_view import SlideView


class PreviewKind(Labelled):
    """The documents that have pages to look at."""

    DECK = "deck", N_("Deck")
    BROCHURE = "brochure", N_("Brochure")
    VISIT_PLAN = "visit-plan", N_("Visit plan")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewOrder:
    """What is to be shown of a visit. ``wishes`` are those of the export it shows; of its
    ``audiences`` the first is looked at."""

    visit: VisitId
    kind: PreviewKind
    wishes: ExportWishes
    today: date


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """A page by its number from 1; ``slide`` is the key of its slide, ``width`` and ``height``
    are in points."""

    number: int
    title: str
    slide: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A document's pages as a PDF file, and what the gate finds in them.

    Of a deck there are also its ``slides`` in the order of the list, those that are left out
    among them, for which ``audience`` it is, whether somebody set the list (``is_kept``), and
    ``notices`` that belong to no slide.
    """

    kind: PreviewKind
    pdf: bytes
    pages: tuple[PreviewPage, ...]
    gate: JudgedView
    audience: Audience | None = None
    slides: tuple[SlideView, ...] = ()
    is_kept: bool = False
    notices: tuple[Message, ...] = ()
