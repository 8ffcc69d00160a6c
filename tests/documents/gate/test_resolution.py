"""Pictures with too few dots for print are remarked, and nothing is kept in for them."""

from __future__ import annotations

import pytest

from briefing_app.documents.gate import GateReport, inspect, judged, remarks_of
from briefing_app.documents.gate.resolution import dots_wanted, unsharp_pictures
from briefing_app.documents.gate.words import NOTHING_FORBIDDEN
from briefing_app.documents.placed import Frame, Image, Page
from briefing_app.documents.theme import load_theme
from briefing_app.domain.meant import Meant
from briefing_app.domain.message import say
from briefing_app.domain.picture import Picture
from briefing_app.domain.text import Language
from briefing_app.wording import wording_in
from tests.drawn_pictures import picture

INCH = 72.0


def page_with(picture: Picture, width: float = INCH) -> Page:
    frame = Frame(40, 40, width, width / picture.proportion)
    image = Image(frame=frame, picture=picture, name="Logo", alt="Heronshore")
    return Page(width=595, height=842, elements=(image,), title="Cover")


def told(*pages: Page, language: Language = Language.EN) -> list[str]:
    remarks = tuple(unsharp_pictures(pages))
    report = GateReport((judged(say("Brochure"), "b.pdf", len(pages), (), Meant(), remarks),))
    assert report.lets_pass
    return [wording_in(language).message(one) for one in remarks_of(report)]


def test_a_picture_with_200_dots_an_inch_is_sharp() -> None:
    assert told(page_with(picture(200, 100))) == []


@pytest.mark.parametrize(("pixels", "says"), [(199, "a little soft"), (99, "coarse")])
def test_fewer_dots_are_remarked_with_place_and_how_many_would_do(pixels: int, says: str) -> None:
    (remark,) = told(page_with(picture(pixels, 50)))
    assert remark.startswith("Brochure, page 1, “Heronshore”: the picture has ")
    assert says in remark
    assert f"{pixels} dots an inch" in remark
    assert "200 pixels across" in remark


def test_the_remark_is_told_in_chinese_as_well() -> None:
    (remark,) = told(page_with(picture(60, 30)), language=Language.ZH)
    assert remark == (
        "产品手册第 1 页“Heronshore”：图片在这里只有每英寸 60 点，印刷出来会很粗糙。"
        "请换成宽 200 像素以上的图。"
    )


def test_of_a_picture_on_many_pages_the_largest_place_counts() -> None:
    one = picture(150, 75)
    (remark,) = told(page_with(one), page_with(one, 2 * INCH), page_with(one, 1.5 * INCH))
    assert remark.startswith("Brochure, page 2")
    assert f"{dots_wanted(2 * INCH)} pixels" in remark


def test_a_coarse_picture_keeps_nothing_in() -> None:
    assert inspect([page_with(picture(20, 10))], load_theme(), NOTHING_FORBIDDEN) == ()
