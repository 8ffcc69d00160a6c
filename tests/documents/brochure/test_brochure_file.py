"""The brochure's file: sound, with its fonts, bookmarks and text, and a code that can be read."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
import segno
import vobject

from briefing_app.documents.brochure.grid import PAGE_HEIGHT
from briefing_app.documents.brochure.qr import QUIET, modules, vcards
from briefing_app.documents.brochure.setting import Setting
from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
from briefing_app.documents.placed import Page
from briefing_app.documents.placed import Path as Outline
from briefing_app.documents.theme import load_theme
from briefing_app.domain.text import Language, Text
from briefing_app.planning.client_side import SharedColleague
from briefing_app.wording import wording_in
from tests.documents.brochure.content import GAMES, LANGUAGES, boxes, pages_of, sample, squeezed
from tests.judges.pdf_file import facts_of, pdf_findings, qpdf_findings


def written(language: Language, kind: str = "games") -> bytes:
    pages = pages_of(kind, language)
    facts = PdfFacts(title=pages[0].title, author="Vendor", subject="", language=language)
    return write_pdf(pages, load_theme(), facts)


@pytest.fixture(scope="module", params=LANGUAGES)
def brochure(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Language]:
    path = tmp_path_factory.mktemp("brochure") / "brochure.pdf"
    path.write_bytes(written(request.param))
    return path, request.param


def test_the_file_is_sound_and_all_its_fonts_are_embedded_subsets(
    brochure: tuple[Path, Language],
) -> None:
    path, _ = brochure
    assert pdf_findings(path) == []
    assert {font.name for font in facts_of(path).fonts} <= {"NotoSansSC-Regular", "NotoSansSC-Bold"}


@pytest.mark.rendering
def test_qpdf_finds_nothing(brochure: tuple[Path, Language]) -> None:
    assert qpdf_findings(brochure[0]) == []


def test_each_chapter_has_a_bookmark(brochure: tuple[Path, Language]) -> None:
    path, language = brochure
    pages = pages_of("games", language)
    outline = [title for _, title in facts_of(path).outline]
    assert outline == [page.title for page in pages if page.level]
    wording = wording_in(language)
    products = [wording.text(item.product.name) for item in sample(GAMES).proposals]
    assert [title for title in outline if title in products] == products


def test_contents_lead_to_their_pages_and_pages_carry_their_numbers(
    brochure: tuple[Path, Language],
) -> None:
    path, language = brochure
    links = [box.link for box in boxes(pages_of("games", language)[1]) if box.link]
    with pikepdf.open(path) as file:
        led = [area.Dest[0].objgen for area in file.pages[1].Annots]
        numbers = [page.obj.objgen for page in file.pages]
        assert [f"#page{numbers.index(page)}" for page in led] == links
        assert len(links) > 10
        assert [page.label for page in file.pages] == [
            str(number) for number in range(1, len(file.pages) + 1)
        ]


def test_products_cases_and_people_can_be_read_from_the_file(
    brochure: tuple[Path, Language],
) -> None:
    path, language = brochure
    read = squeezed("".join(facts_of(path).texts))
    side = sample(GAMES)
    names = [
        *(item.product.name for item in side.proposals),
        *(item.case.public_name for item in side.cases),
        *(colleague.name for colleague in side.team),
    ]
    assert [one for one in names if squeezed(one.best_for(language)) not in read] == []


def test_the_same_brochure_is_the_same_file() -> None:
    assert written(Language.ZH, "light") == written(Language.ZH, "light")


def drawn_modules(code: Outline, count: int) -> list[list[int]]:
    """Which modules of a code are dark, by looking at the middle of each."""
    size = code.frame.width / (count + 2 * QUIET)
    rows = [[0] * count for _ in range(count)]
    for (left, top), (right, _), *_ in code.polygons:
        row = round((top - code.frame.y) / size) - QUIET
        first = round((left - code.frame.x) / size) - QUIET
        last = round((right - code.frame.x) / size) - QUIET
        rows[row][first:last] = [1] * (last - first)
    return rows


def code_of(pages: tuple[Page, ...]) -> Outline:
    (code,) = [part for part in pages[-1].elements if part.name == "QR code"]
    assert isinstance(code, Outline)
    return code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_on_the_last_page_is_the_leading_colleagues_card(language: Language) -> None:
    setting = Setting(sample(GAMES), language)
    lead = sample(GAMES).team[0]
    card = next(vcards(setting, lead))
    wanted = segno.make(card, error="m", micro=False, encoding="utf-8", boost_error=False)
    code = code_of(pages_of("games", language))
    assert drawn_modules(code, len(wanted.matrix)) == [list(row) for row in wanted.matrix]
    read = vobject.readOne(card)
    assert read.fn.value == lead.name.best_for(language)
    assert (read.email.value, read.tel.value) == (lead.email, lead.phone)


def test_the_code_has_its_quiet_zone_a_printable_size_and_a_description() -> None:
    code = code_of(pages_of("games", Language.EN))
    inked = [point for polygon in code.polygons for point in polygon]
    module = min(polygon[2][1] - polygon[0][1] for polygon in code.polygons)
    quiet = QUIET * module
    assert min(x for x, _ in inked) - code.frame.x == pytest.approx(quiet)
    assert code.frame.bottom - max(y for _, y in inked) == pytest.approx(quiet)
    assert module > 1.0
    assert code.frame.bottom < PAGE_HEIGHT
    assert "Lin Zhiyuan" in code.alt


def test_a_card_too_long_for_a_code_is_shortened_and_then_left_out() -> None:
    setting = Setting(sample(GAMES), Language.ZH)
    wordy = SharedColleague(
        name=Text.same("林"), title=Text.same("负责人" * 900), email="a@b.example", phone="1"
    )
    short = list(vcards(setting, wordy))[-1]
    assert modules(vcards(setting, wordy)) == modules(iter([short]))
    assert modules(iter([short]))
    endless = SharedColleague(name=Text.same("林" * 3000), title=Text(), email="", phone="")
    assert not modules(vcards(setting, endless))
