"""The gate's report for the screen: each finding with the page and, if known, where to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from briefing_app.documents.gate import Breach, GateReport, JudgedDocument
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.mend import Mend
from briefing_app.domain.message import Message
from briefing_app.domain.records import Record, kind_of
from briefing_app.domain.sharing import may_share, shareable_texts
from briefing_app.services.gate_findings import GateFinding, GateRemark, JudgedView

_CUT_OFF = "..."
_SHORTEST = 3
"""Fewer signs of a box's words stand in many records."""


def judged_views(report: GateReport, dossier: Dossier) -> tuple[JudgedView, ...]:
    """The report, document by document."""
    return tuple(_view(document, dossier) for document in report.documents)


def views_by_title(report: GateReport, dossier: Dossier) -> tuple[JudgedView, ...]:
    """One view for all editions of a document, each finding once."""
    found: dict[Message, JudgedView] = {}
    for view in judged_views(report, dossier):
        known = found.setdefault(view.title, view)
        found[view.title] = replace(
            known,
            findings=tuple(dict.fromkeys((*known.findings, *view.findings))),
            remarks=tuple(dict.fromkeys((*known.remarks, *view.remarks))),
            meant=tuple(dict.fromkeys((*known.meant, *view.meant))),
        )
    return tuple(found.values())


def _view(document: JudgedDocument, dossier: Dossier) -> JudgedView:
    return JudgedView(
        title=document.title,
        name=document.name,
        findings=tuple(_finding(breach, dossier) for breach in document.breaches),
        remarks=tuple(
            GateRemark(page=remark.page, box=remark.box, says=remark.says)
            for remark in document.remarks
        ),
        meant=tuple(_finding(breach, dossier) for breach in document.meant),
    )


def _finding(breach: Breach, dossier: Dossier) -> GateFinding:
    return GateFinding(
        page=breach.page,
        box=breach.box,
        kind=Message(breach.kind.label),
        problem=breach.problem,
        remedy=breach.remedy,
        word=breach.word,
        around=breach.around,
        may_be_meant=bool(breach.word) and breach.kind.may_be_meant,
        mend=_where(breach.word or breach.box.removesuffix(_CUT_OFF), dossier),
    )


def _where(words: str, dossier: Dossier) -> Mend | None:
    """The field that documents took the words from; ``None`` where no field holds them."""
    sought = words.strip().casefold()
    if len(sought) < _SHORTEST:
        return None
    found = (
        Mend(kind_of(record).name, record.id, part.name)
        for record in _records(dossier)
        for part in fields(record)
        if may_share(record, part)
        and any(sought in told.casefold() for told in shareable_texts(getattr(record, part.name)))
    )
    return next(found, None)


def _records(dossier: Dossier) -> Iterator[Record]:
    """The visit's records, what users wrote for it first."""
    yield from dossier.slide_lists
    yield from (dossier.visit, dossier.client, dossier.opportunity)
    for part in fields(dossier):
        held = getattr(dossier, part.name)
        yield from held if isinstance(held, tuple) else (held,)
