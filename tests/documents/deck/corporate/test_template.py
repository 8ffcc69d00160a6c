from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from functools import lru_cache

import pytest
from pptx import Presentation

from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.corporate.reading import CorporateTemplate, read_template
from briefing_app.documents.deck.corporate.report import report
from briefing_app.documents.deck.corporate.writing import write_on_template
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.pptx_writer import DeckFacts
from briefing_app.documents.gate import NOTHING_FORBIDDEN, inspect
from briefing_app.documents.placed import Page
from briefing_app.documents.theme import Colour
from briefing_app.domain.text import Language
from tests.documents.deck.client_sides import rich
from tests.documents.deck.corporate.files import (
    MAIN,
    MASTER,
    THEME,
    TITLE_ONLY,
    TYPES,
    blank_only,
    changed,
    dark,
    plain,
    replaced,
    with_shape,
)
from tests.judges.pptx_package import package_findings

FACTS = DeckFacts(title="t", author="a", language=Language.EN, created=date(2026, 11, 23))
FILES = {
    "wide": plain,
    "four to three": lambda: plain(10, 7.5),
    "small": lambda: plain(10, 5.625),
    "upright": lambda: plain(7.5, 10.83),
    "dark": dark,
    "blank only": blank_only,
    "with samples": lambda: plain(samples=2),
}


@lru_cache
def template(name: str) -> CorporateTemplate:
    return read_template(FILES[name](), "company.potx")


def pages_on(found: CorporateTemplate, language: Language = Language.EN) -> tuple[Page, ...]:
    return deck_pages(rich(), language, master=found.master).pages


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", Language)
def test_a_deck_on_any_template_may_leave(name: str, language: Language) -> None:
    found = template(name)
    assert inspect(pages_on(found, language), found.theme, NOTHING_FORBIDDEN) == ()


@pytest.mark.parametrize("name", FILES)
def test_the_package_is_sound(name: str) -> None:
    found = template(name)
    assert package_findings(write_on_template(pages_on(found), found, FACTS)) == []


def test_the_same_deck_gives_the_same_bytes() -> None:
    found = template("wide")
    pages = pages_on(found)
    assert write_on_template(pages, found, FACTS) == write_on_template(pages, found, FACTS)


def test_look_stays_byte_for_byte_and_nothing_of_the_author_does() -> None:
    before = parts_of(FILES["with samples"]())
    found = template("with samples")
    after = parts_of(write_on_template(pages_on(found), found, FACTS))
    for part in (MASTER, THEME, TITLE_ONLY):
        assert after[part] == before[part]
    everything = b"".join(after.values())
    assert b"of the author" not in everything
    assert b"Steve Canny" not in everything
    assert not any("thumbnail" in name or "printerSettings" in name for name in after)


def test_a_potx_becomes_a_presentation() -> None:
    potx = changed(plain(), replaced(TYPES, MAIN, MAIN.replace(b"presentation.m", b"template.m")))
    found = read_template(potx, "company.potx")
    types = parts_of(write_on_template(pages_on(found), found, FACTS))[TYPES]
    assert MAIN in types
    assert b"presentationml.template" not in types


def test_slides_have_the_template_s_size_and_titles() -> None:
    found = template("small")
    deck = Presentation(io.BytesIO(write_on_template(pages_on(found), found, FACTS)))
    assert (deck.slide_width, deck.slide_height) == (9144000, 5143500)
    assert all(slide.shapes.title is not None for slide in deck.slides)


def test_roles_go_by_type_whatever_layouts_are_called() -> None:
    named = re.sub(rb'name="Title Only"', b'name="Agenda"', parts_of(plain())[TITLE_ONLY])
    data = changed(plain(), lambda parts: parts.update({TITLE_ONLY: named}))
    found = read_template(data, "company.potx")
    assert found.roles[LayoutName.TITLE_ONLY].layout.name == "Agenda"
    assert found.roles[LayoutName.COVER].layout.name == "Title Slide"


def test_on_a_dark_template_text_is_light_and_can_be_read() -> None:
    theme = template("dark").theme
    assert theme.colours[Colour.PAPER] == "000000"
    for colour in (Colour.INK, Colour.SLATE, Colour.ACCENT):
        assert theme.contrast(colour, Colour.PAPER) >= 4.5


def test_bodies_keep_clear_of_a_bar_at_the_side() -> None:
    inch = 914400
    found = read_template(with_shape(11 * inch, 0, 2 * inch, 7 * inch, "CC0000"), "company.potx")
    body = found.master.layouts[LayoutName.TITLE_ONLY].body
    assert body.right <= 11 * 72 + 4


def test_a_title_on_a_dark_band_is_written_light() -> None:
    inch = 914400
    found = read_template(with_shape(0, 0, int(13.4 * inch), 2 * inch, "101010"), "company.potx")
    pages = pages_on(found)
    assert inspect(pages, found.theme, NOTHING_FORBIDDEN) == ()
    slide = parts_of(write_on_template(pages, found, FACTS))["ppt/slides/slide2.xml"].decode()
    title = slide[slide.index('type="title"') :]
    assert '<a:schemeClr val="bg1"/>' in title[: title.index("</p:sp>")]


def test_colours_on_slides_are_the_theme_s() -> None:
    found = template("wide")
    slides = parts_of(write_on_template(pages_on(found), found, FACTS))
    bodies = b"".join(part for name, part in slides.items() if name.startswith("ppt/slides/s"))
    assert b'schemeClr val="accent1"' in bodies
    assert b"srgbClr" not in bodies


def test_calibri_is_measured_by_its_own_widths() -> None:
    found = template("wide")
    assert found.fonts.body.latin == "Calibri"
    face = found.fonts.body.typeface.face(bold=False)
    assert face.advance("e") == pytest.approx(0.498, abs=0.001)
    assert face.advance("访") == 1.0


def test_an_unknown_font_is_measured_with_a_reserve_and_users_are_told() -> None:
    other = changed(plain(), replaced(THEME, b'"Calibri"', b'"Corporate Grotesk"', 9))
    found = read_template(other, "company.potx")
    assert "Corporate Grotesk: not installed here" in str(report(found)["fonts"][0])


def test_the_report_says_what_is_missing_and_what_was_chosen() -> None:
    missing = " ".join(map(str, report(template("blank only"))["missing"]))
    assert "has no title" in missing
    assert "Section break: no layout of its own" in missing


def test_a_number_above_the_footer_and_above_the_body_is_read_in_its_turn() -> None:
    numbered = changed(plain(), moved_number)
    found = read_template(numbered, "company.potx")
    assert inspect(pages_on(found), found.theme, NOTHING_FORBIDDEN) == ()


def moved_number(parts: dict[str, bytes]) -> None:
    """Page numbers at the top right, as on a ribbon."""
    layout = parts[TITLE_ONLY].decode()
    at = layout.index('type="sldNum"')
    end = layout.index("<p:spPr/>", at)
    place = '<p:spPr><a:xfrm><a:off x="7600000" y="60000"/><a:ext cx="900000" cy="200000"/>'
    parts[TITLE_ONLY] = (
        f"{layout[:end]}{place}</a:xfrm></p:spPr>{layout[end + len('<p:spPr/>') :]}"
    ).encode()


def test_the_client_s_logo_stands_in_a_free_corner_and_its_lack_is_told() -> None:
    cover = template("wide").master.layouts[LayoutName.COVER]
    assert cover.logos is not None
    assert cover.logos.is_for_client
    assert not cover.logos.is_dark
    inch = 914400
    full = read_template(with_shape(0, 0, int(13.4 * inch), inch, "C04040"), "company.potx")
    assert full.master.layouts[LayoutName.COVER].logos is None
    assert "client's logo is left out" in " ".join(map(str, report(full)["missing"]))


def test_the_first_sample_shows_where_a_cover_stands_that_no_layout_is_made_for() -> None:
    found = read_template(changed(plain(samples=2), without_covers), "company.potx")
    assert found.roles[LayoutName.COVER].layout.name == "Title and Content"
    title = found.master.layouts[LayoutName.COVER].placeholders[0].frame
    assert title.y > 100


def without_covers(parts: dict[str, bytes]) -> None:
    """The title slide's layout becomes one of text, and the first sample's title is moved."""
    name = "ppt/slideLayouts/slideLayout1.xml"
    parts[name] = parts[name].replace(b'type="title"', b'type="blank"', 1)
    parts[name] = parts[name].replace(b'type="ctrTitle"', b'type="body" idx="30"')
    slide = parts["ppt/slides/slide1.xml"]
    place = b'<p:spPr><a:xfrm><a:off x="900000" y="2600000"/><a:ext cx="9000000" cy="1200000"/>'
    parts["ppt/slides/slide1.xml"] = slide.replace(b"<p:spPr/>", place + b"</a:xfrm></p:spPr>", 1)
