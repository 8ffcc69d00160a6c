"""Placed elements become a PDF that says the same."""

from __future__ import annotations

import io
from contextlib import closing
from dataclasses import replace

import pikepdf
import pypdfium2
from PIL.Image import Image as Raster

from briefing_app.documents.pdf_writer import PdfFacts, write_pdf
from briefing_app.documents.placed import (
    Cell,
    Chart,
    ChartKind,
    Frame,
    Geometry,
    Image,
    Page,
    Path,
    Rule,
    Series,
    Shape,
    Table,
    TextBox,
)
from briefing_app.documents.text_fit import Style, measure, paragraph
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.domain.text import Language
from tests.drawn_pictures import picture

FACTS = PdfFacts(title="产品手册", author="Vendor", subject="", language=Language.ZH)


def text_box(words: str, link: str = "") -> TextBox:
    text = measure([paragraph(words, Style(size=12))], 300)
    frame = Frame(40, 40, 300, text.height)
    return TextBox(frame=frame, text=text, name="Body", link=link)


def page_of(*elements: object, title: str = "Page") -> Page:
    return Page(width=595, height=842, elements=elements, title=title)  # type: ignore[arg-type]


def text_of(data: bytes, page: int = 0) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return document[page].get_textpage().get_text_bounded()


def test_text_can_be_read_back() -> None:
    data = write_pdf([page_of(text_box("首日支付 Payment 成功率"))], load_theme(), FACTS)
    assert "首日支付" in text_of(data)
    assert "Payment" in text_of(data)


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = [page_of(text_box("支付")), page_of(text_box("Retention"))]
    assert write_pdf(pages, load_theme(), FACTS) == write_pdf(pages, load_theme(), FACTS)


def test_the_file_tells_title_and_language_and_has_an_outline() -> None:
    pages = [page_of(text_box("a"), title="One"), page_of(text_box("b"), title="二")]
    with pikepdf.open(io.BytesIO(write_pdf(pages, load_theme(), FACTS))) as pdf:
        assert str(pdf.docinfo["/Title"]) == "产品手册"
        assert str(pdf.Root["/Lang"]) == "zh-CN"
        with pdf.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["One", "二"]


def test_every_element_is_drawn() -> None:
    cell = Cell(text=measure([paragraph("cell text", Style(size=10))], 80), fill=Colour.MIST)
    table = Table(
        frame=Frame(40, 100, 100, 30),
        columns=(100.0,),
        rows=((cell,),),
        heights=(30.0,),
        name="Table",
        alt="A table",
    )
    chart = Chart(
        frame=Frame(40, 200, 400, 120),
        kind=ChartKind.BAR,
        categories=("七日留存",),
        series=(Series("Before", (21.5,), Colour.STEEL), Series("After", (30,), Colour.ACCENT)),
        name="Chart",
        alt="A chart",
    )
    drawn = [
        Shape(frame=Frame(40, 400, 60, 30), geometry=shape, name="s", fill=Colour.WARM)
        for shape in Geometry
    ]
    rule = Rule(x1=0, y1=0, x2=50, y2=50, name="r", has_arrow=True)
    path = Path(polygons=(((0, 0), (9, 0), (9, 9)),), frame=Frame(0, 0, 9, 9), name="p")
    data = write_pdf([page_of(table, chart, rule, path, *drawn)], load_theme(), FACTS)
    text = text_of(data)
    assert all(words in text for words in ("cell text", "七日留存", "21.5", "30", "Before"))


def test_a_web_link_can_be_followed() -> None:
    data = write_pdf([page_of(text_box("site", link="https://example.com"))], load_theme(), FACTS)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (link,) = pdf.pages[0].Annots
        assert str(link.A.URI) == "https://example.com"


def test_a_jpeg_passes_through_as_it_is() -> None:
    kept = picture(60, 30, "JPEG")
    image = Image(frame=Frame(40, 40, 120, 60), picture=kept, name="Logo", alt="Logo")
    data = write_pdf([page_of(image)], load_theme(), FACTS)
    assert kept.content in data


def test_a_png_keeps_what_is_transparent() -> None:
    image = Image(frame=Frame(40, 40, 120, 60), picture=picture(60, 30), name="Logo", alt="Logo")
    ground = replace(page_of(image), background=Colour.INK)
    shown = rendered(write_pdf([ground], load_theme(), FACTS))
    corner, middle = shown.getpixel((41, 41)), shown.getpixel((100, 70))
    assert corner == (0x14, 0x21, 0x3D)
    assert middle == (180, 40, 60)


def test_an_outline_within_another_is_a_hole() -> None:
    outer = ((40, 40), (100, 40), (100, 100), (40, 100))
    inner = ((60, 60), (80, 60), (80, 80), (60, 80))
    path = Path(polygons=(outer, inner), frame=Frame(40, 40, 60, 60), name="Ring")
    shown = rendered(write_pdf([page_of(path)], load_theme(), FACTS))
    assert shown.getpixel((50, 50)) == (0x14, 0x21, 0x3D)
    assert shown.getpixel((70, 70)) == (255, 255, 255)


def rendered(data: bytes) -> Raster:
    with closing(pypdfium2.PdfDocument(data)) as document:
        return document[0].render(scale=1).to_pil().convert("RGB")
