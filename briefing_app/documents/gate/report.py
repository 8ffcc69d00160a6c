"""The gate's report: all that keeps an export in, document by document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing_app.documents.gate.breach import Breach, Remark
from briefing_app.documents.gate.checks import inspect
from briefing_app.documents.gate.words import Forbidden, plain_words
from briefing_app.documents.placed import Page
from briefing_app.documents.theme import Theme
from briefing_app.domain.meant import Meant, SetAside
from briefing_app.domain.message import Message, say
from briefing_app.errors import ManyProblems, UserError


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """What the gate found in one document of ``pages`` pages.

    ``meant`` are breaches that the user let through knowingly, ``remarks`` what keeps nothing in.
    """

    title: Message
    name: str
    pages: int
    breaches: tuple[Breach, ...]
    meant: tuple[Breach, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class GateReport:
    """The gate's judgement of a whole export; plain data, to be printed or shown."""

    documents: tuple[JudgedDocument, ...]

    @property
    def lets_pass(self) -> bool:
        """True when nothing keeps the export in."""
        return not any(document.breaches for document in self.documents)

    @property
    def count(self) -> int:
        """How many breaches there are."""
        return sum(1 for _ in problems_of(self))


def judged(
    title: Message,
    name: str,
    pages: int,
    breaches: Collection[Breach],
    meant: Meant,
    remarks: Iterable[Remark] = (),
) -> JudgedDocument:
    """A document's part of the report; ``meant`` is what the user says is right.

    Only names of others, prices and texts that look unfinished can be meant.
    """
    words = {plain_words(word) for word in meant.words}
    through = [
        b
        for b in breaches
        if b.kind.may_be_meant
        and (plain_words(b.word) in words or SetAside(b.word, b.around) in meant.set_aside)
    ]
    kept = tuple(breach for breach in breaches if breach not in through)
    return JudgedDocument(title, name, pages, kept, tuple(through), tuple(remarks))


def let_pass(report: GateReport) -> None:
    """Raise what `withheld` tells, unless the export may leave."""
    if not report.lets_pass:
        raise withheld(report)


def withheld(report: GateReport) -> ManyProblems:
    """What keeps an export in as an error, one problem a breach."""
    return ManyProblems(
        "Nothing was written. What must not leave like this ({count}):",
        list(problems_of(report)),
        count=report.count,
    )


def let_document_pass(
    document: Message, pages: Sequence[Page], theme: Theme, forbidden: Forbidden
) -> None:
    """Judge a document that stands alone; raises as `let_pass` does."""
    found = inspect(pages, theme, forbidden)
    report = GateReport((judged(document, "", len(pages), found, Meant()),))
    if not report.lets_pass:
        raise ManyProblems(
            "{document} was not written. What must not leave like this ({count}):",
            list(problems_of(report)),
            document=document,
            count=report.count,
        )


def problems_of(report: GateReport) -> Iterator[UserError]:
    """Each breach as a sentence that names document, place and remedy; once for two editions."""
    found = (
        (document.title, breach) for document in report.documents for breach in document.breaches
    )
    return (_problem(title, breach) for title, breach in dict.fromkeys(found))


def remarks_of(report: GateReport) -> tuple[Message, ...]:
    """Each remark as a sentence that names document and place; once for two editions."""
    found = dict.fromkeys(
        (document.title, remark) for document in report.documents for remark in document.remarks
    )
    return tuple(
        say(
            "{document}, page {page}, “{box}”: {remark}",
            document=title,
            page=remark.page,
            box=remark.box,
            remark=remark.says,
        )
        for title, remark in found
    )


def _problem(title: Message, breach: Breach) -> UserError:
    if breach.page == 0:
        return UserError(
            "{document}, file “{box}”: {problem} {remedy}",
            document=title,
            box=breach.box,
            problem=breach.problem,
            remedy=breach.remedy,
        )
    return UserError(
        "{document}, page {page}, “{box}”: {problem} {remedy}",
        document=title,
        page=breach.page,
        box=breach.box,
        problem=breach.problem,
        remedy=breach.remedy,
    )
