"""A second look at finished files finds what stands in no page."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest

from briefing_app.documents.gate import BreachKind, Forbidden, Prices, Reason, forbidden_words
from briefing_app.documents.gate.written import written_breaches
from briefing_app.domain.message import say

RIVAL = Reason(BreachKind.NAME, say("it is the name of another client."))
FORBIDDEN: Forbidden = forbidden_words([("Ace Motors", RIVAL), ("星河智联", RIVAL)])


def package(part: str, content: str | bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(part, content)
    return held.getvalue()


@pytest.mark.parametrize(
    "xml",
    [
        "<a:p><a:r><a:t>Ace </a:t></a:r><a:r><a:t>Motors</a:t></a:r></a:p>",
        '<p:cNvPr id="2" name="Chart" descr="As at 星河智联"/>',
        "<cp:keywords>Ace Motors</cp:keywords>",
        "<a:t>&#26143;&#27827;智联</a:t>",
    ],
)
def test_a_name_is_found_in_runs_descriptions_and_metadata(xml: str) -> None:
    deck = package("ppt/slides/slide1.xml", xml)
    (breach,) = written_breaches("deck.pptx", deck, FORBIDDEN)
    assert breach.box == "deck.pptx/ppt/slides/slide1.xml"


def test_a_name_is_found_in_the_workbook_of_a_chart() -> None:
    book = package("xl/sharedStrings.xml", "<si><t>Ace Motors</t></si>")
    deck = package("ppt/embeddings/book.xlsx", book)
    (breach,) = written_breaches("deck.pptx", deck, FORBIDDEN)
    assert breach.box.endswith("book.xlsx/xl/sharedStrings.xml")


def test_a_name_is_found_in_a_files_own_name() -> None:
    assert len(list(written_breaches("Ace Motors.txt", b"", FORBIDDEN))) == 1


def test_a_name_is_found_in_the_facts_and_links_of_a_pdf() -> None:
    with pikepdf.new() as file:
        file.add_blank_page()
        file.docinfo["/Subject"] = "星河智联"
        file.Root.Link = pikepdf.Dictionary(URI=pikepdf.String("https://example.com/Ace Motors"))
        held = io.BytesIO()
        file.save(held)
    found = {breach.word for breach in written_breaches("b.pdf", held.getvalue(), FORBIDDEN)}
    assert found == {"星河智联", "Ace Motors"}


def test_money_is_found_in_a_chart_but_references_to_its_cells_are_none() -> None:
    forbidden = Forbidden(prices=Prices())
    chart = "<c:f>Sheet1!$A$2:$A$4</c:f><c:formatCode>#,##0</c:formatCode><c:v>{}</c:v>"
    for label, count in (("Days", 0), ("5", 0), ("$5", 1)):
        deck = package("ppt/charts/chart1.xml", chart.format(label))
        assert len(list(written_breaches("deck.pptx", deck, forbidden))) == count
