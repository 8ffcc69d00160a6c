"""The export of a visit in a process of its own, told to a window in plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.export_record import ExportKind
from briefing_app.domain.ids import VisitId
from briefing_app.domain.message import Message, say
from briefing_app.services.changes import Change
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.gate_findings import JudgedView
from briefing_app.services.progress import Progress, silent

if TYPE_CHECKING:  # the document engines load where an export is made
    from briefing_app.services.export import Export, Withheld
    from briefing_app.services.making.make import Makers

_PATIENT_SECONDS = 60.0
"""How long an export waits for the window to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """What to write where: the documents before a visit, or the minutes after it."""

    visit: VisitId
    kind: ExportKind
    out: Path
    wishes: ExportWishes
    today: date
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportDone:
    """What was written; ``notices`` are worth a look."""

    folder: Path
    files: tuple[Path, ...]
    notices: tuple[Message, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class ExportWithheld:
    """What the gate kept in, document by document; nothing was written."""

    documents: tuple[JudgedView, ...]


def export_apart(
    data: Path, order: ExportOrder, *, progress: Progress = silent
) -> ExportDone | ExportWithheld:
    """Export a visit of the store in a folder, all files or none.

    What ``progress`` raises stops it before anything is written. UserError as of `export_visit`,
    but for what the gate keeps in.
    """
    from briefing_app.services.export import Withheld, export_or_withhold
    from briefing_app.store.store import open_store

    with open_store(data, _PATIENT_SECONDS) as store:
        done = export_or_withhold(
            store,
            order.visit,
            out=order.out,
            wishes=order.wishes,
            today=order.today,
            now=order.now,
            progress=progress,
            makers=_makers(order.kind),
        )
    return ExportWithheld(_kept_in(done)) if isinstance(done, Withheld) else _done(done)


def _makers(kind: ExportKind) -> Makers:
    from briefing_app.services.making.make import AFTERWARDS, MAKERS

    return next(makers for makers in (MAKERS, AFTERWARDS) if makers.kind is kind)


def _kept_in(withheld: Withheld) -> tuple[JudgedView, ...]:
    """One view for documents of the same pages: two editions share what was found."""
    from briefing_app.services.gate_views import judged_views

    by_finding: dict[tuple[Message, object], JudgedView] = {}
    for view in judged_views(withheld.report, withheld.dossier):
        by_finding.setdefault((view.title, view.findings), view)
    return tuple(view for view in by_finding.values() if not view.lets_pass)


def _done(export: Export) -> ExportDone:
    return ExportDone(
        folder=export.folder,
        files=export.files,
        notices=export.notices,
        change=Change(say("Export"), (("export", export.record.id),)),
    )
