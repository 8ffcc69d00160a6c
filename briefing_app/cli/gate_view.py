"""The export gate's report on the command line."""

from __future__ import annotations

from collections.abc import Iterator

import click

from briefing_app.documents.gate import Breach, GateReport, JudgedDocument
from briefing_app.wording import Wording


def show_report(report: GateReport, wording: Wording, limit: int | None) -> None:
    """Print what was judged and found, at most ``limit`` findings a document."""
    for document in report.documents:
        if document.pages or document.breaches:
            for line in _document_lines(document, wording, limit):
                click.echo(line)


def _document_lines(document: JudgedDocument, wording: Wording, limit: int | None) -> Iterator[str]:
    judgement = (
        wording.counted("{count} finding", "{count} findings", len(document.breaches))
        if document.breaches
        else wording.phrase("nothing found")
    )
    pages = wording.counted("{count} page", "{count} pages", document.pages)
    yield f"{document.name} ({pages}): {judgement}"
    for breach in document.breaches[:limit]:
        yield f"  {_finding(breach, wording)}"
    left = len(document.breaches) - len(document.breaches[:limit])
    if left:
        yield "  " + wording.phrase("and {count} more, see --full", count=left)
    for breach in document.meant:
        through = wording.phrase("let through, for it is meant: {finding}", finding=breach.problem)
        yield f"  {through}"
    for remark in document.remarks:
        place = wording.phrase("page {page}, “{box}”", page=remark.page, box=remark.box)
        told = wording.phrase("{label}: {value}", label=place, value=remark.says)
        yield f"  {told}"


def _finding(breach: Breach, wording: Wording) -> str:
    said = (breach.problem, breach.remedy)
    sentence = " ".join(wording.message(part) for part in said)
    around = f" [{breach.around}]" if breach.around else ""
    place = wording.phrase("page {page}, “{box}”", page=breach.page, box=breach.box)
    where = place if breach.page else breach.box
    return f"{wording.label(breach.kind)}: {where}: {sentence}{around}"
