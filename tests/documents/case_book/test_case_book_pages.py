"""A case book is complete, in order and accessible, whether it holds one case or many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import cycle, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.documents.case_book import case_book_pages
from briefing_app.documents.gate import Forbidden, inspect
from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
from briefing_app.documents.placed import Page, Path
from briefing_app.documents.theme import load_theme
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.offering import OwnCompany, Permission, Product, SuccessCase
from briefing_app.domain.text import Language, Text
from briefing_app.planning.case_book import CaseBook, case_book, cases_to_bind
from tests.content.shipped import every
from tests.documents.brochure.content import LANGUAGES, boxes, said, said_on, squeezed
from tests.documents.brochure.test_brochure_pages import OF_THE_WRITER
from tests.judges.pdf_standards import kinds_of, standard_findings
from tests.strategies import dossiers

DAY = date(2026, 11, 23)
KINDS = ("usual", "one", "many", "bare")

every_book = pytest.mark.parametrize("kind", KINDS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def shipped() -> CaseBook:
    industry = next(one for one in every(IndustryPack) if one.id == "games")
    cases = cases_to_bind(every(SuccessCase), industry, DAY)
    return case_book(industry, cases, every(Product), every(OwnCompany)[0], DAY)


@cache
def book_of(kind: str) -> CaseBook:
    usual = shipped()
    one = replace(usual, cases=usual.cases[:1], products=usual.products[:1])
    if kind == "one":
        return one
    if kind == "bare":
        silent = replace(usual.company, vision=Text(), essence=Text(), phone="", email="")
        told = replace(usual.cases[0].case, results=(), quote=Text(), what_was_done=Text())
        bare = replace(usual.cases[0], case=told, products=())
        return replace(one, company=silent, cases=(bare,), products=())
    if kind == "many":
        cases = tuple(
            replace(chosen, case=replace(chosen.case, customer=Text(f"示例{n}号公司", f"Firm {n}")))
            for n, chosen in enumerate(islice(cycle(usual.cases), 23))
        )
        used = tuple(replace(one, cases=tuple(range(23))) for one in usual.products)
        return replace(usual, cases=cases, products=used)
    return usual


@cache
def pages_of(kind: str, language: Language) -> tuple[Page, ...]:
    return case_book_pages(book_of(kind), language)


@every_book
@every_language
def test_the_gate_lets_every_book_pass(kind: str, language: Language) -> None:
    assert inspect(pages_of(kind, language), load_theme(), Forbidden()) == ()


@every_book
@every_language
def test_every_book_conforms_and_its_overview_is_a_table(kind: str, language: Language) -> None:
    facts = PdfFacts(title="Cases", author="Vendor", subject="s", language=language)
    pdf = write_pdf(pages_of(kind, language), load_theme(), facts)
    assert standard_findings(pdf) == []
    assert kinds_of(pdf)["Table"] >= 1


@every_book
@every_language
def test_pages_come_out_even_and_the_contact_is_the_last(kind: str, language: Language) -> None:
    pages = pages_of(kind, language)
    assert len(pages) % 2 == 0
    contact = "联系方式" if language is Language.ZH else "Contact"
    assert pages[-1].title == contact
    assert all(len(boxes(page)) > 1 for page in pages)


@every_book
@every_language
def test_contents_and_overview_name_the_pages_of_cases(kind: str, language: Language) -> None:
    pages, book = pages_of(kind, language), book_of(kind)
    names = [chosen.case.public_name.best_for(language) for chosen in book.cases]
    for number_box, name_box, found in (
        ("Page", "Entry", [box.link for page in pages for box in boxes(page, "Entry")]),
        ("Case page", "Case", [box.link for page in pages for box in boxes(page, "Case")]),
    ):
        numbers = [said(box) for page in pages for box in boxes(page, number_box)]
        titles = [said(box) for page in pages for box in boxes(page, name_box)]
        assert [pages[int(number) - 1].title for number in numbers] == titles
        assert found == [f"#page{int(number) - 1}" for number in numbers]
        assert [title for title in titles if title in names] == names


@every_language
def test_each_case_is_told_in_full(language: Language) -> None:
    words = said_on(pages_of("usual", language))
    for chosen in shipped().cases:
        case = chosen.case
        told = [case.public_name, case.situation, case.what_was_done, case.quote, *chosen.products]
        told += [result.label for result in case.results]
        assert [one for one in told if squeezed(one.best_for(language)) not in words] == []


@every_language
def test_figures_that_are_examples_are_called_so(language: Language) -> None:
    book, pages = shipped(), pages_of("usual", language)
    mark = "示例" if language is Language.ZH else "Example"
    shown = [said(box) for page in pages for box in boxes(page, "Effect")]
    results = [result for chosen in book.cases for result in chosen.case.results]
    assert all(result.is_example for result in results)
    assert len(shown) == len(results) + len(book.cases)
    assert all(mark in words for words in shown)


def codes_on(page: Page) -> list[Path]:
    return [one for one in page.elements if isinstance(one, Path) and one.alt]


def test_the_companys_card_can_be_scanned_where_nobody_is_named() -> None:
    (code,) = codes_on(pages_of("usual", Language.EN)[-1])
    assert "Heronshore" in code.alt
    assert codes_on(pages_of("bare", Language.EN)[-1]) == []


def test_the_cover_says_when_the_cases_were_collected() -> None:
    words = [said(box) for box in boxes(pages_of("usual", Language.EN)[0])]
    assert "Collected on 23 November 2026" in words


@settings(max_examples=20)
@given(dossiers(), st.sampled_from(LANGUAGES))
def test_any_cases_make_a_book_that_is_laid_out_soundly(
    dossier: Dossier, language: Language
) -> None:
    cases = [replace(case, permission=Permission.ANONYMOUS) for case in dossier.cases]
    book = case_book(dossier.industry, cases, dossier.products, dossier.company, DAY)
    pages = case_book_pages(book, language)
    breaches = inspect(pages, load_theme(), Forbidden())
    assert [one for one in breaches if one.problem.msgid not in OF_THE_WRITER] == []
    assert len(pages) % 2 == 0
