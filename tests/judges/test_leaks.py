"""A secret is found wherever it hides in a deck, a PDF, a workbook or a bundle of them."""

from __future__ import annotations

import base64
import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu, Inches
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from briefing_app.paths import assets_folder
from tests.judges.leaks import leaks_in, leaks_in_bytes

SECRET = "底价 R&D-480万"


def picture(kind: str = "PNG") -> io.BytesIO:
    buffer = io.BytesIO()
    image = Image.new("RGB", (8, 8))
    if kind == "PNG":
        notes = PngInfo()
        notes.add_itxt("Comment", SECRET, zip=True)
        image.save(buffer, "PNG", pnginfo=notes)
    else:
        exif = image.getexif()
        exif[0x9C9D] = SECRET.encode("utf-16-le")  # the author, as Windows writes it
        image.save(buffer, "JPEG", exif=exif)
    buffer.seek(0)
    return buffer


def in_notes(presentation: Any, slide: Any) -> None:
    slide.notes_slide.notes_text_frame.text = SECRET


def in_two_runs(presentation: Any, slide: Any) -> None:
    paragraph = slide.shapes.add_textbox(0, 0, 9, 9).text_frame.paragraphs[0]
    paragraph.add_run().text = SECRET[:4]
    paragraph.add_run().text = SECRET[4:]


def in_chart_workbook_alone(presentation: Any, slide: Any) -> None:
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["A"]
    data.add_series("Open", (1,))
    data.add_series(SECRET, (2,))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, 99, 99, data)
    hidden = frame.chart._chartSpace.findall(".//{*}ser")[1]
    hidden.getparent().remove(hidden)


def in_deleted_slide(presentation: Any, slide: Any) -> None:
    deleted = presentation.slides.add_slide(presentation.slide_layouts[5])
    deleted.shapes.title.text = SECRET
    ids = presentation.slides._sldIdLst
    ids.remove(list(ids)[-1])


def in_alternative_text(presentation: Any, slide: Any) -> None:
    shape = slide.shapes.add_picture(picture("PNG"), 0, 0)
    shape._element.nvPicPr.cNvPr.set("descr", SECRET)


def in_jpeg(presentation: Any, slide: Any) -> None:
    slide.shapes.add_picture(picture("JPEG"), 0, 0)


def in_png(presentation: Any, slide: Any) -> None:
    slide.shapes.add_picture(picture("PNG"), 0, 0)


def in_link(presentation: Any, slide: Any) -> None:
    run = slide.shapes.add_textbox(0, 0, 9, 9).text_frame.paragraphs[0].add_run()
    run.text = "here"
    run.hyperlink.address = f"file:///C:/{quote(SECRET)}/offer.docx"


def off_the_slide(presentation: Any, slide: Any) -> None:
    box = slide.shapes.add_textbox(Inches(-20), 0, Emu(1), Emu(1))
    box.text_frame.text = SECRET


def in_author(presentation: Any, slide: Any) -> None:
    presentation.core_properties.author = SECRET


def in_unused_layout(presentation: Any, slide: Any) -> None:
    presentation.slide_layouts[8].placeholders[0].text_frame.text = SECRET


@pytest.mark.parametrize(
    ("plant", "place"),
    [
        (in_notes, "deck.pptx/ppt/notesSlides/notesSlide1.xml"),
        (in_two_runs, "deck.pptx/ppt/slides/slide1.xml"),
        (in_chart_workbook_alone, ".xlsx/xl/sharedStrings.xml"),
        (in_deleted_slide, "deck.pptx/ppt/slides/slide2.xml"),
        (in_alternative_text, "deck.pptx/ppt/slides/slide1.xml"),
        (in_jpeg, "deck.pptx/ppt/media/image1.jpg"),
        (in_png, "deck.pptx/ppt/media/image1.png"),
        (in_link, "deck.pptx/ppt/slides/_rels/slide1.xml.rels"),
        (off_the_slide, "deck.pptx/ppt/slides/slide1.xml"),
        (in_author, "deck.pptx/docProps/core.xml"),
        (in_unused_layout, "deck.pptx/ppt/slideLayouts/slideLayout9.xml"),
    ],
)
def test_a_deck_gives_its_hiding_place_away(plant: Callable[..., None], place: str) -> None:
    presentation = Presentation()
    plant(presentation, presentation.slides.add_slide(presentation.slide_layouts[5]))
    buffer = io.BytesIO()
    presentation.save(buffer)

    places = [leak.where for leak in leaks_in_bytes(buffer.getvalue(), "deck.pptx", [SECRET])]

    assert any(found.endswith(place) for found in places), places


def plain_pdf(text: str = "public", title: str = "public") -> bytes:
    pdfmetrics.registerFont(TTFont("Noto", assets_folder() / "fonts/NotoSansSC-Regular.ttf"))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, initialFontName="Noto", pageCompression=1)
    canvas.setTitle(title)
    canvas.setFont("Noto", 10)
    canvas.drawString(20, 100, text)
    canvas.save()
    return buffer.getvalue()


def edited(edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain_pdf())) as file:
        edit(file)
        file.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def attach(file: pikepdf.Pdf) -> None:
    book = io.BytesIO()
    workbook = Workbook()
    workbook.active["A1"] = SECRET
    workbook.save(book)
    file.attachments["prices.xlsx"] = pikepdf.AttachedFileSpec(file, book.getvalue())


def annotate(file: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Contents=pikepdf.String(SECRET))
    file.pages[0].Annots = pikepdf.Array([note])


def say_in_content(file: pikepdf.Pdf) -> None:
    text = SECRET.encode("utf-16-be").hex().upper()
    content = f"/Span <</ActualText <FEFF{text}>>> BDC EMC".encode()
    file.pages[0].contents_add(file.make_stream(content))


def say_in_octal(file: pikepdf.Pdf) -> None:
    text = "".join(f"\\{byte:03o}" for byte in b"\xfe\xff" + SECRET.encode("utf-16-be"))
    file.pages[0].contents_add(f"/Span <</ActualText ({text})>> BDC EMC".encode())


def describe(file: pikepdf.Pdf) -> None:
    with file.open_metadata() as metadata:
        metadata["dc:description"] = SECRET


@pytest.mark.parametrize("edit", [attach, annotate, say_in_content, say_in_octal, describe])
def test_a_pdf_gives_its_hiding_place_away(edit: Callable[[pikepdf.Pdf], None]) -> None:
    assert leaks_in_bytes(edited(edit), "brochure.pdf", [SECRET])


def test_text_drawn_with_a_subset_font_is_found_on_its_page() -> None:
    (leak,) = leaks_in_bytes(plain_pdf(text=SECRET), "brochure.pdf", [SECRET])

    assert leak.where == "brochure.pdf (page 1)"


def test_the_title_of_a_pdf_is_searched() -> None:
    assert leaks_in_bytes(plain_pdf(title=SECRET), "brochure.pdf", [SECRET])


def test_a_stream_that_no_revision_of_a_pdf_names_is_searched() -> None:
    lost = b"\n99 0 obj <<>> stream\n" + zlib.compress(SECRET.encode()) + b"\nendstream\n"

    (leak,) = leaks_in_bytes(plain_pdf() + lost, "brochure.pdf", [SECRET])

    assert "stream at" in leak.where


def test_files_and_folders_are_searched_with_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / f"{SECRET.replace('&', 'and')}.txt").write_text("nothing", encoding="utf-8")
    (folder / "visit.ics").write_bytes(f"SUMMARY:{SECRET[:5]}\r\n {SECRET[5:]}".encode())

    named = leaks_in([folder], ["底价 RandD"])
    folded = leaks_in([folder], [SECRET])

    assert [leak.where for leak in named] == ["export/底价 RandD-480万.txt"]
    assert [leak.where for leak in folded] == ["export/visit.ics"]


def test_a_bundle_is_searched_with_names_and_comments_of_its_members() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        member = zipfile.ZipInfo("readme.txt")
        member.comment = SECRET.encode()
        archive.writestr(member, "public")
        archive.comment = "Orchard Bank".encode("utf-16-le")

    leaks = leaks_in_bytes(buffer.getvalue(), "bundle.zip", [SECRET, "Orchard Bank"])

    assert {leak.where for leak in leaks} >= {"bundle.zip/readme.txt", "bundle.zip (comment)"}


@pytest.mark.parametrize(
    "data",
    [
        SECRET.encode("utf-16"),
        b"\x00\x01" + SECRET.encode("utf-16-be"),
        "底价&#x20;R&amp;D-&#52;80万".encode(),
        b'{"note": "\\u5e95\\u4ef7 R&D-480\\u4e07"}',
        "底价 R_x0026_D-480万".encode(),
        "底價 R&D 底价\u200b r&d-４８０万".encode(),
        b"data:text/plain;base64," + base64.b64encode(f"padding {SECRET}".encode()),
    ],
)
def test_each_spelling_is_found(data: bytes) -> None:
    assert leaks_in_bytes(data, "file", [SECRET])


def test_what_is_not_there_is_not_found() -> None:
    assert leaks_in_bytes(plain_pdf(text="底价 R&D-490万"), "brochure.pdf", [SECRET]) == []
    assert leaks_in_bytes(picture().getvalue(), "logo.png", ["Orchard Bank"]) == []


def test_a_secret_of_one_character_is_refused() -> None:
    with pytest.raises(ValueError, match="too short"):
        leaks_in_bytes(b"", "file", ["a "])


def test_looking_for_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no secret"):
        leaks_in_bytes(b"", "file", [])


def test_secrets_that_differ_in_case_alone_are_both_reported() -> None:
    leaks = leaks_in_bytes(b"ORCHARD BANK", "file", ["Orchard Bank", "ORCHARD bank"])

    assert {leak.secret for leak in leaks} == {"Orchard Bank", "ORCHARD bank"}


@given(st.text("ab底价&<>\\()\"' ", min_size=1).filter(lambda text: len(text.split()) == 1))
def test_any_name_is_found_in_a_workbook(name: str) -> None:
    secret = f"{name}·{name}"
    workbook = Workbook()
    workbook.active["A1"].value = f"x{secret}"
    buffer = io.BytesIO()
    workbook.save(buffer)

    assert leaks_in_bytes(buffer.getvalue(), "book.xlsx", [secret])
