"""The gate's report for the screen: each finding with the page and, if known, where to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from briefing_app.documents.gate import Breach, BreachKind, GateReport, JudgedDocument
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.meant import SetAside
from briefing_app.domain.mend import Mend
from briefing_app.domain.message import Message
from briefing_app.domain.records import Record, kind_of
from briefing_app.domain.sharing import may_share, shareable_texts

_CUT_OFF = "..."
_SHORTEST = 3
"""Fewer signs of a box's words stand in many records."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GateFinding:
    """Something that keeps a document in: on which page (0: in the file itself), in which box,
    what is wrong and what to do. ``mend`` is the field that the words come from, if known."""

    page: int
    box: str
    kind: BreachKind
    problem: Message
    remedy: Message
    word: str = ""
    around: str = ""
    mend: Mend | None = None

    @property
    def may_be_meant(self) -> bool:
        """True where the user may say that the words are right here."""
        return bool(self.word) and self.kind.may_be_meant

    @property
    def identity(self) -> SetAside:
        """What it is told from others by, once it is set aside."""
        return SetAside(self.word, self.around)


@dataclass(frozen=True, kw_only=True, slots=True)
class GateRemark:
    """Something that keeps nothing in and is worth a look."""

    page: int
    box: str
    says: Message


@dataclass(frozen=True, kw_only=True, slots=True)
class JudgedView:
    """How the gate judges one document; ``meant`` are findings that it was told to let pass."""

    title: Message
    name: str
    findings: tuple[GateFinding, ...] = ()
    remarks: tuple[GateRemark, ...] = ()
    meant: tuple[GateFinding, ...] = ()

    @property
    def lets_pass(self) -> bool:
        """True when nothing keeps the document in."""
        return not self.findings

    def of_same_word(self, finding: GateFinding) -> tuple[SetAside, ...]:
        """All that is found of a finding's word, in whatever words around it."""
        word = finding.word.casefold()
        same = (one for one in self.findings if one.may_be_meant and one.word.casefold() == word)
        return tuple(dict.fromkeys(one.identity for one in same))


def judged_views(report: GateReport, dossier: Dossier) -> tuple[JudgedView, ...]:
    """The report, document by document."""
    return tuple(_view(document, dossier) for document in report.documents)


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
        kind=breach.kind,
        problem=breach.problem,
        remedy=breach.remedy,
        word=breach.word,
        around=breach.around,
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
