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


def test_checksums_and_palettes_of_a_pdf_are_no_words() -> None:
    looks_like_money = "price ³¥ to pay".encode("latin-1")
    with pikepdf.new() as file:
        file.add_blank_page()
        file.trailer.ID = pikepdf.Array([looks_like_money, looks_like_money])
        palette = pikepdf.String(looks_like_money)
        indexed = [pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, 4, palette]
        file.Root.Colours = file.make_indirect(pikepdf.Array(indexed))
        held = io.BytesIO()
        file.save(held, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        file.Root.Note = pikepdf.String("now ³¥")
        noted = io.BytesIO()
        file.save(noted)
    priced = Forbidden(prices=Prices())
    with pikepdf.open(held) as read:
        assert bytes(read.trailer.ID[0]) == looks_like_money
    assert not list(written_breaches("b.pdf", held.getvalue(), priced))
    assert [breach.word for breach in written_breaches("b.pdf", noted.getvalue(), priced)]


def test_money_is_found_in_a_chart_but_references_to_its_cells_are_none() -> None:
    forbidden = Forbidden(prices=Prices())
    chart = "<c:f>Sheet1!$A$2:$A$4</c:f><c:formatCode>#,##0</c:formatCode><c:v>{}</c:v>"
    for label, count in (("Days", 0), ("5", 0), ("$5", 1)):
        deck = package("ppt/charts/chart1.xml", chart.format(label))
        assert len(list(written_breaches("deck.pptx", deck, forbidden))) == count
