"""Case books: the success cases of an industry bound together, as files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from briefing_app.documents.gate import GateReport, let_pass, remarks_of
from briefing_app.documents.theme import Theme, load_theme
from briefing_app.domain.export_record import (
    Edition,
    ExportContent,
    ExportKind,
    ExportRecord,
)
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.labels import N_
from briefing_app.domain.logo import Logo
from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.files import is_folder, refuse_file_in_the_way, write_folder
from briefing_app.planning.case_book import CaseBook, case_book, cases_to_bind
from briefing_app.services.export_recording import Occasion, recorded
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.file_names import safe_name
from briefing_app.services.forbidden import forbidden_in_case_book
from briefing_app.services.interrupts import uninterrupted
from briefing_app.services.making.draft import Draft
from briefing_app.services.making.make import Making, judge_drafts
from briefing_app.services.print_editions import PrintEdition, editions
from briefing_app.services.used_facts import shown_facts
from briefing_app.store.store import Store
from briefing_app.wording import wording_in

_PDF = ".pdf"
_NAMES = {
    None: N_("success cases"),
    PrintEdition.MARKS: N_("success cases with crop marks"),
    PrintEdition.BOOKLET: N_("success cases as A3 booklet"),
}


@dataclass(frozen=True, slots=True)
class WrittenBooks:
    """The files that were written, and what the export gate remarked about them."""

    files: tuple[Path, ...]
    remarks: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class _Bound:
    """A book, and the records that it was bound of."""

    industry: IndustryPack
    book: CaseBook
    records: tuple[Record, ...]


def write_case_books(
    store: Store,
    *,
    out: Path,
    wishes: ExportWishes,
    today: date,
    now: datetime,
    industry: str = "",
) -> WrittenBooks:
    """Write the case book of an industry (id or name), or one for each that has cases to show.

    ``out`` is a folder, or a PDF file where only one is to be written. All files are written
    or none, with a record of each book. Raises UserError for an unknown theme, when no case may
    be shown today, and when the gate keeps a book in.
    """
    theme = load_theme(wishes.theme)
    books = _books(store, industry, today)
    is_file = out.suffix.lower() == _PDF and not is_folder(out)
    folder = out.parent if is_file else out
    if is_file:
        _refuse_several(out, len(books) * (1 + len(wishes.print_editions)))
    refuse_file_in_the_way(folder)  # before the user waits for documents
    name = out.name if is_file else ""
    makings = [_made(store, one.book, wishes, theme, name) for one in books]
    report = GateReport(tuple(part for making in makings for part in making.report.documents))
    let_pass(report)
    files = {file.name: file.content for making in makings for file in making.documents}
    with uninterrupted(), store.change():  # no files without their record, nor the other way
        for one, making in zip(books, makings, strict=True):
            store.add_export(*_record(one, making, wishes, folder, now))
        write_folder(folder, files)
    return WrittenBooks(tuple(folder / name for name in files), remarks_of(report))


def _refuse_several(path: Path, count: int) -> None:
    if count > 1:
        raise UserError(
            "{path} is one file, but {count} are to be written. Give a folder instead.",
            path=str(path),
            count=count,
        )


def _books(store: Store, industry: str, today: date) -> tuple[_Bound, ...]:
    """The books that have something to show."""
    wanted = (store.find(industry, IndustryPack),) if industry else store.all(IndustryPack)
    cases = store.all(SuccessCase)
    bound = [(one, cases_to_bind(cases, one, today)) for one in wanted]
    if not any(chosen for _, chosen in bound):
        raise _nothing_to_show(wanted[0] if industry else None)
    return tuple(_bound(store, one, chosen, today) for one, chosen in bound if chosen)


def _bound(
    store: Store, industry: IndustryPack, cases: tuple[SuccessCase, ...], today: date
) -> _Bound:
    products, company, logos = store.all(Product), store.company(), store.all(Logo)
    used = {product_id for case in cases for product_id in case.products}
    return _Bound(
        industry,
        case_book(industry, cases, products, company, today, logos),
        (industry, company, *cases, *(one for one in products if one.id in used)),
    )


def _nothing_to_show(industry: IndustryPack | None) -> UserError:
    if industry is None:
        return UserError(
            "No success case may be shown today. Enter one with a permission that has not ended."
        )
    return UserError(
        "No success case from {industry} may be shown today. Enter one with a permission that "
        "has not ended.",
        industry=industry.name,
    )


def _made(store: Store, book: CaseBook, wishes: ExportWishes, theme: Theme, name: str) -> Making:
    drafts = tuple(_drafts(store, book, wishes, theme, name))
    return judge_drafts(drafts, theme, wishes.let_through)


def _drafts(
    store: Store, book: CaseBook, wishes: ExportWishes, theme: Theme, name: str
) -> Iterator[Draft]:
    """The book to read and those for a printer; ``name`` is that of a single file."""
    from briefing_app.documents.case_book import case_book_pages
    from briefing_app.documents.pdf_writer import PdfFacts

    language, wording = wishes.language, wording_in(wishes.language)
    pages = case_book_pages(book, language, motif=theme.motif)
    facts = PdfFacts(
        title=pages[0].title,
        author=wording.text(book.company.name),
        subject=wording.text(book.industry.name),
        language=language,
    )
    forbidden = forbidden_in_case_book(store, book)
    for label, write in editions(_NAMES, wishes.print_editions, pages, theme, facts):
        yield Draft(
            title=say("Case book"),
            name=name or _file_name(book, language, label),
            edition=Edition.CLIENT,
            pages=pages,
            write=write,
            forbidden=forbidden,
            is_for_print=True,
        )


def _record(
    bound: _Bound, making: Making, wishes: ExportWishes, folder: Path, now: datetime
) -> tuple[ExportRecord, ExportContent]:
    occasion = Occasion(
        kind=ExportKind.CASE_BOOK,
        folder=folder,
        language=wishes.language,
        now=now,
        industry=bound.industry.id,
        meant=wishes.meant,
    )
    return recorded(occasion, making, tuple(shown_facts(bound.records)))


def _file_name(book: CaseBook, language: Language, label: str) -> str:
    """``<industry>-<label>.pdf``; the label is a message id."""
    wording = wording_in(language)
    words = wording.phrase(label).replace(" ", "-")  # labels were marked with N_
    return f"{safe_name(wording.text(book.industry.name))}-{words}{_PDF}"
