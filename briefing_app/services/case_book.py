"""Case books: the success cases of an industry bound together, as files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from briefing_app.documents.gate import let_document_pass
from briefing_app.documents.theme import USUAL_THEME, Theme, load_theme
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.labels import N_
from briefing_app.domain.logo import Logo
from briefing_app.domain.message import say
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.files import refuse_file_in_the_way, write_bytes, write_folder
from briefing_app.planning.case_book import CaseBook, case_book, cases_to_bind
from briefing_app.services.file_names import safe_name
from briefing_app.services.forbidden import forbidden_in_case_book
from briefing_app.services.print_editions import PrintEdition, printed
from briefing_app.store.store import Store
from briefing_app.wording import wording_in

_PDF = ".pdf"
_NAMES = {
    PrintEdition.MARKS: N_("success cases with crop marks"),
    PrintEdition.BOOKLET: N_("success cases as A3 booklet"),
}


def write_case_books(
    store: Store,
    *,
    out: Path,
    language: Language,
    today: date,
    industry: str = "",
    print_editions: Sequence[PrintEdition] = (),
    theme: str = USUAL_THEME,
) -> tuple[Path, ...]:
    """Write the case book of an industry (id or name), or one for each that has cases to show.

    ``out`` is a folder, or a PDF file where only one is to be written. All files are written
    or none. Raises UserError for an unknown ``theme``, when no case may be shown today, and when
    the gate keeps a book in.
    """
    look = load_theme(theme)
    books = _books(store, industry, today)
    count = len(books) * (1 + len(print_editions))
    is_file = out.suffix.lower() == _PDF and not out.is_dir()
    if is_file and count > 1:
        raise UserError(
            "{path} is one file, but {count} are to be written. Give a folder instead.",
            path=str(out),
            count=count,
        )
    if not is_file:
        refuse_file_in_the_way(out)  # before the user waits for documents
    files: dict[str, bytes] = {}
    for book in books:
        files.update(_files(store, book, language, look, print_editions))
    if is_file:
        write_bytes(out, *files.values())
        return (out,)
    write_folder(out, files)
    return tuple(out / name for name in files)


def _books(store: Store, industry: str, today: date) -> tuple[CaseBook, ...]:
    """The books that have something to show."""
    wanted = (store.find(industry, IndustryPack),) if industry else store.all(IndustryPack)
    cases = store.all(SuccessCase)
    bound = [(one, cases_to_bind(cases, one, today)) for one in wanted]
    if not any(chosen for _, chosen in bound):
        raise _nothing_to_show(wanted[0] if industry else None)
    products, company, logos = store.all(Product), store.company(), store.all(Logo)
    return tuple(
        case_book(one, chosen, products, company, today, logos) for one, chosen in bound if chosen
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


def _files(
    store: Store,
    book: CaseBook,
    language: Language,
    theme: Theme,
    print_editions: Sequence[PrintEdition],
) -> Mapping[str, bytes]:
    """The book to read and those for a printer, by file name; they pass the gate first."""
    from briefing_app.documents.case_book import case_book_pages
    from briefing_app.documents.pdf_writer import PdfFacts, write_pdf

    pages, wording = case_book_pages(book, language, motif=theme.motif), wording_in(language)
    let_document_pass(say("Case book"), pages, theme, forbidden_in_case_book(store, book))
    facts = PdfFacts(
        title=pages[0].title,
        author=wording.text(book.company.name),
        subject=wording.text(book.industry.name),
        language=language,
    )
    files = {_file_name(book, language, N_("success cases")): write_pdf(pages, theme, facts)}
    for edition in print_editions:
        name = _file_name(book, language, _NAMES[edition])
        files[name] = printed(edition, pages, theme, facts)
    return files


def _file_name(book: CaseBook, language: Language, label: str) -> str:
    """``<industry>-<label>.pdf``; the label is a message id."""
    wording = wording_in(language)
    words = wording.phrase(label).replace(" ", "-")  # labels were marked with N_
    return f"{safe_name(wording.text(book.industry.name))}-{words}{_PDF}"
