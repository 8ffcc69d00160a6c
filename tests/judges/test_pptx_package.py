"""The judge of packages sees each planted fault and keeps silent about a sound deck."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.judges.pptx_package import package_findings, structure_findings

Parts = dict[str, bytes]
SLIDE = "ppt/slides/slide1.xml"
BOOK = "ppt/presentation.xml"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)
SECTION = (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
    '<p14:section name="A" id="{B824E770-5894-E44B-8038-281771C6AE81}"><p14:sldIdLst>%s'
    "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>"
)


@pytest.fixture(scope="module")
def deck() -> Parts:
    presentation = Presentation()
    for title in ("First", "Second"):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = title
        slide.shapes.add_picture(io.BytesIO(PNG), 0, 0, Inches(1))
        data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = ["A", "B"]
        data.add_series("Series", (1, 2))
        slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(1), Inches(1), data)
        table = slide.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(4), Inches(1)).table
        table.cell(0, 0).text = "Cell"
    buffer = io.BytesIO()
    presentation.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Parts, twice: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        if twice:
            with pytest.warns(UserWarning, match="Duplicate name"):
                archive.writestr(twice, parts[twice])
    return buffer.getvalue()


def replaced(name: str, pattern: str, by: str) -> Callable[[Parts], Parts]:
    def plant(parts: Parts) -> Parts:
        text, count = re.subn(pattern, by, parts[name].decode(), count=1, flags=re.DOTALL)
        assert count, f"{pattern} is not in {name}"
        return {**parts, name: text.encode()}

    return plant


def without(prefix: str) -> Callable[[Parts], Parts]:
    return lambda parts: {name: data for name, data in parts.items() if prefix not in name}


FAULTS: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "target missing": (without("media/"), "points to ppt/media/image1.png"),
    "picture id dangling": (replaced(SLIDE, 'r:embed="rId2"', 'r:embed="rId99"'), "rId99"),
    "orphan slide": (
        lambda parts: {**parts, "ppt/slides/slide9.xml": parts[SLIDE]},
        "slide9.xml is an orphan",
    ),
    "orphan relationships": (
        lambda parts: {**parts, "ppt/slides/_rels/slide9.xml.rels": b"<Relationships/>"},
        "slide9.xml.rels is an orphan",
    ),
    "no content type": (
        replaced("[Content_Types].xml", '<Override PartName="/ppt/slides/slide1.xml"[^>]*/>', ""),
        "slide1.xml has no content type",
    ),
    "content type of nothing": (
        replaced("[Content_Types].xml", "slide2.xml", "slide8.xml"),
        "slide8.xml, which does not exist",
    ),
    "slide id dangling": (replaced(BOOK, '(<p:sldId [^>]*r:id=")[^"]*"', r'\1rId777"'), "rId777"),
    "slide id twice": (replaced(BOOK, '<p:sldId id="257"', '<p:sldId id="256"'), "256"),
    "section of a missing slide": (
        replaced(BOOK, "</p:presentation>", SECTION % '<p14:sldId id="9999"/>'),
        "section lists slide 9999",
    ),
    "slide in no section": (
        replaced(BOOK, "</p:presentation>", SECTION % '<p14:sldId id="256"/>'),
        "slide 257 is in no section",
    ),
    "slide in two sections": (
        replaced(BOOK, "</p:presentation>", SECTION % ('<p14:sldId id="256"/>' * 2)),
        "slide 256 is in two sections",
    ),
    "fonts in wrong order": (
        replaced(SLIDE, "<a:r>", '<a:r><a:rPr><a:ea typeface="X"/><a:latin typeface="Y"/></a:rPr>'),
        "slide1.xml",
    ),
    "shape id twice": (replaced(SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"'), "slide1.xml"),
    "size no number": (replaced(SLIDE, "<a:r>", '<a:r><a:rPr sz="abc"/>'), "slide1.xml"),
    "size too small": (replaced(SLIDE, "<a:r>", '<a:r><a:rPr sz="50"/>'), "slide1.xml"),
    "unknown element": (replaced(SLIDE, "</p:spTree>", "<p:bogus/></p:spTree>"), "slide1.xml"),
    "border after fill": (
        replaced(
            SLIDE,
            "<a:tcPr/>",
            '<a:tcPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill><a:lnB w="12700"/>'
            "</a:tcPr>",
        ),
        "slide1.xml",
    ),
    "not well-formed": (replaced(SLIDE, "</p:sld>", ""), "slide1.xml is not well-formed"),
}


def test_a_sound_deck_has_no_findings(deck: Parts) -> None:
    assert package_findings(zipped(deck)) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(deck: Parts, fault: str) -> None:
    plant, expected = FAULTS[fault]

    findings = package_findings(zipped(plant(deck)))

    assert any(expected in finding for finding in findings), findings


def test_a_name_that_stands_twice_in_the_zip_is_found(deck: Parts) -> None:
    assert structure_findings(zipped(deck, twice=SLIDE)) == [f"{SLIDE} stands twice in the zip"]


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        (b"no workbook", "is no zip file"),
        (
            zipped({"[Content_Types].xml": b"<Types/>", "lost.xml": b"<a/>"}),
            "lost.xml is an orphan",
        ),
    ],
)
def test_the_workbook_of_a_chart_is_judged_too(deck: Parts, book: bytes, expected: str) -> None:
    name = next(name for name in deck if name.endswith(".xlsx"))

    findings = package_findings(zipped({**deck, name: book}))

    assert f"{name}: {expected}" in [finding[: len(f"{name}: {expected}")] for finding in findings]


def test_a_file_that_is_no_package_is_found() -> None:
    assert package_findings(b"PK and nothing") == ["is no zip file"]


def test_the_schemas_hold_for_the_workbook_of_a_chart(deck: Parts) -> None:
    name = next(name for name in deck if name.endswith(".xlsx"))
    with zipfile.ZipFile(io.BytesIO(deck[name])) as archive:
        book = {part: archive.read(part) for part in archive.namelist()}
    broken = replaced("xl/worksheets/sheet1.xml", "</worksheet>", "<bogus/></worksheet>")(book)

    findings = package_findings(zipped({**deck, name: zipped(broken)}))

    assert any(name in finding and "sheet1.xml" in finding for finding in findings), findings
