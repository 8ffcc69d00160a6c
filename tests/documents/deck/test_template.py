"""The deck's own master: layouts with real placeholders, theme colours and fonts by role."""

from __future__ import annotations

import io
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from briefing_app.documents.deck import grid
from briefing_app.documents.deck.drawingml import BASELINE_LIFT, SCHEME, emu
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.template import theme_xml
from briefing_app.documents.placed import Placeholder
from briefing_app.documents.theme import Colour, load_theme
from tests.documents.deck.sample_pages import page
from tests.documents.deck.test_pptx_writer import parts, written

ALL_LAYOUTS = pytest.mark.parametrize("name", LayoutName)
SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


@pytest.fixture(scope="module")
def data() -> bytes:
    return written(page("Needs"))


@pytest.fixture(scope="module")
def deck(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


@pytest.fixture(scope="module")
def theme() -> etree._Element:
    return etree.fromstring(theme_xml(load_theme()).encode())


def test_the_master_has_all_layouts_by_name_on_wide_slides(deck: Any) -> None:
    assert [layout.name for layout in deck.slide_layouts] == list(LayoutName)
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)


@ALL_LAYOUTS
def test_placeholders_stand_where_the_grid_has_them(deck: Any, name: LayoutName) -> None:
    layout = deck.slide_layouts.get_by_name(name)
    shapes = {(it.left, it.width, it.top + it.height): it for it in layout.placeholders}

    for place in grid.placeholders(name):
        frame = place.frame
        sides = (emu(frame.x), emu(frame.width), emu(frame.bottom))
        lift = emu(frame.y) - shapes[sides].top
        assert lift == pytest.approx(emu(BASELINE_LIFT * place.style.size), abs=1)


@ALL_LAYOUTS
def test_each_placeholder_of_a_layout_has_an_index_of_its_own(deck: Any, name: LayoutName) -> None:
    layout = deck.slide_layouts.get_by_name(name)
    indexes = [it.placeholder_format.idx for it in layout.placeholders]

    assert len(set(indexes)) == len(indexes)


def test_layouts_offer_users_places_for_content(deck: Any) -> None:
    def offered(name: LayoutName) -> set[str]:
        layout = deck.slide_layouts.get_by_name(name)
        return {it.placeholder_format.type.name for it in layout.placeholders}

    assert "OBJECT" in offered(LayoutName.TITLE_AND_CONTENT)
    assert "CHART" in offered(LayoutName.CHART)
    assert "TABLE" in offered(LayoutName.TABLE)


def test_layouts_carry_the_decks_footer_for_slides_that_are_added(deck: Any) -> None:
    layout = deck.slide_layouts.get_by_name(LayoutName.CHART)
    footers = [it.text for it in layout.placeholders if it.placeholder_format.type.name == "FOOTER"]

    assert footers == ["Sample Motors 示例汽车"]


def test_placeholder_text_styles_come_from_the_grid(deck: Any) -> None:
    title = deck.slide_layouts.get_by_name(LayoutName.COVER).placeholders[1]._element
    look = title.find(f".//{qn('a:defRPr')}")

    assert look.get("sz") == str(round(grid.COVER_TITLE_STYLE.size * 100))
    assert look.find(f".//{qn('a:schemeClr')}").get("val") == SCHEME[Colour.PAPER]
    assert look.find(qn("a:ea")).get("typeface") == "+mj-ea"


@pytest.mark.parametrize("colour", Colour)
def test_each_role_has_its_own_colour_in_the_theme(theme: etree._Element, colour: Colour) -> None:
    slot = SLOTS.get(SCHEME[colour], SCHEME[colour])
    value = theme.find(f".//{qn('a:' + slot)}/{qn('a:srgbClr')}").get("val")

    assert value == load_theme().colours[colour]


def test_the_theme_names_latin_and_east_asian_fonts(theme: etree._Element) -> None:
    for role in ("majorFont", "minorFont"):
        font = theme.find(f".//{qn('a:' + role)}")
        assert font.find(qn("a:latin")).get("typeface") == load_theme().latin
        assert font.find(qn("a:ea")).get("typeface") == load_theme().east_asian
        assert font.find(qn("a:font")).get("script") == "Hans"


def test_the_theme_is_flat(theme: etree._Element) -> None:
    assert not list(theme.iter(qn("a:gradFill"), qn("a:outerShdw")))


def test_every_placeholder_kind_is_on_some_layout() -> None:
    kinds = {place.placeholder for name in LayoutName for place in grid.placeholders(name)}

    assert kinds == set(Placeholder) - {Placeholder.NONE}


def test_nothing_of_another_template_is_left(data: bytes) -> None:
    names = set(parts(data))

    assert names >= {"docProps/core.xml", "docProps/app.xml", "ppt/theme/theme1.xml"}
    assert not [name for name in names if name.endswith((".bin", ".jpeg"))]
    assert b"<Application>briefing-app</Application>" in parts(data)["docProps/app.xml"]
