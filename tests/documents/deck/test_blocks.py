"""Whatever a block is filled with, it fits its area or is divided, in any area and both forms."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefing_app.documents.deck import grid
from briefing_app.documents.deck.block import Block
from briefing_app.documents.deck.blocks.compose import COMPOSITIONS, compose
from briefing_app.documents.deck.pptx_writer import write_pptx
from briefing_app.documents.deck.type_scale import SCALES, TypeScale
from briefing_app.documents.placed import Frame, Page, Placeholder, Tag, TextBox
from briefing_app.documents.text_fit import Style, measure, paragraph
from briefing_app.documents.theme import load_theme
from briefing_app.domain.text import Language
from tests.documents.deck.gallery import HEAVY, LIGHT, MAKERS, Content, both_forms, gallery
from tests.documents.deck.judgements import faults, shape_of, texts_of
from tests.documents.deck.test_pptx_writer import FACTS
from tests.judges.overflow import collision_findings, overflow_findings
from tests.judges.rendering import Office

EACH_KIND = pytest.mark.parametrize("kind", MAKERS, ids=lambda kind: kind.__name__)
EACH_LANGUAGE = pytest.mark.parametrize("language", Language)
AREAS = {
    "our own": grid.CONTENT,
    "four to three": Frame(36, 120, 648, 350),
    "narrow": Frame(40, 110, 560, 330),
}
EACH_AREA = pytest.mark.parametrize("area", AREAS.values(), ids=AREAS)
WEIGHTS = {"light": LIGHT, "heavy": HEAVY}
EACH_WEIGHT = pytest.mark.parametrize("contents", WEIGHTS.values(), ids=WEIGHTS)


def pages_of(block: Block, area: Frame, language: Language) -> list[Page]:
    """A page of each part that the block takes, with a title above its area."""
    title = TextBox(
        frame=Frame(area.x, 10, area.width, 60),
        text=measure([paragraph("Title", Style(size=26))], area.width),
        name="Title",
        tag=Tag.TITLE,
        placeholder=Placeholder.TITLE,
    )
    return [
        Page(width=area.right, height=area.bottom, elements=(title, *body), title="Title")
        for body in compose(block, area, language)
    ]


def beyond(pages: list[Page], area: Frame) -> list[str]:
    """The names of the elements that stand outside the area."""
    return [
        element.name
        for page in pages
        for element in page.elements[1:]
        if hasattr(element, "frame") and not area.holds(element.frame, tolerance=1.0)
    ]


def test_the_gallery_shows_every_block() -> None:
    assert MAKERS.keys() == COMPOSITIONS.keys()


@EACH_KIND
@EACH_AREA
@EACH_WEIGHT
@EACH_LANGUAGE
def test_a_block_fits_any_masters_body(
    kind: type[Block], area: Frame, contents: dict[Language, Content], language: Language
) -> None:
    for block in both_forms(kind, contents[language]):
        pages = pages_of(block, area, language)
        assert faults(pages) == []
        assert beyond(pages, area) == []


@EACH_KIND
@EACH_LANGUAGE
def test_light_content_stands_on_one_slide_in_its_own_form(
    kind: type[Block], language: Language
) -> None:
    place = COMPOSITIONS[kind]
    for block in both_forms(kind, LIGHT[language]):
        assert any(place(block, grid.CONTENT, TypeScale(language, scale)) for scale in SCALES)


@EACH_KIND
def test_the_mirrored_form_looks_different(kind: type[Block]) -> None:
    usual, mirrored = (
        pages_of(block, grid.CONTENT, Language.EN)[0]
        for block in both_forms(kind, LIGHT[Language.EN])
    )
    one_form_only = {"Cards", "Matrix", "Hub", "Tiles", "Timeline", "RuledLists", "Agreement"}
    one_form_only |= {"Steps", "Contacts", "FactTable", "Comparison"}
    assert (shape_of(usual) != shape_of(mirrored)) == (kind.__name__ not in one_form_only)


NAMES = st.one_of(
    st.sampled_from(["", "W" * 60, "甲", "很长的名称" * 9, "A B", "Ab 公司 " * 6, "۞ R&D <x>"]),
    st.text(max_size=30),
)
SENTENCES = st.one_of(
    st.sampled_from(["", "订单先排队。" * 40, "Orders wait, then time out. " * 30, "x" * 500]),
    st.text(max_size=200),
)


@settings(max_examples=50, phases=[Phase.explicit, Phase.generate], deadline=None)
@given(
    kind=st.sampled_from(sorted(MAKERS, key=lambda kind: kind.__name__)),
    area=st.sampled_from(list(AREAS.values())),
    language=st.sampled_from(Language),
    content=st.builds(Content, NAMES, SENTENCES, st.integers(1, 9)),
)
def test_any_text_fits_or_divides_and_nothing_overlaps(
    kind: type[Block], area: Frame, language: Language, content: Content
) -> None:
    for block in both_forms(kind, content):
        pages = pages_of(block, area, language)
        assert faults(pages) == []
        assert beyond(pages, area) == []


@EACH_KIND
@EACH_LANGUAGE
def test_heavy_words_are_shown_whole(kind: type[Block], language: Language) -> None:
    content = HEAVY[language]
    block = MAKERS[kind](content)
    held = {words for point in block.running() for words in (point.name, point.detail)}
    pages = pages_of(block, grid.CONTENT, language)
    shown = "".join(t for page in pages for e in page.elements for t in texts_of(e))
    for words in {content.sentence, content.name} & held:
        assert "".join(words.split()) in "".join(shown.split())


@pytest.mark.rendering
@EACH_WEIGHT
@EACH_LANGUAGE
def test_the_gallery_is_rendered_as_it_was_placed(
    contents: dict[Language, Content], language: Language, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "gallery.pptx"
    path.write_bytes(write_pptx(gallery(contents, language), load_theme(), FACTS))
    pdf = office.pdf_of(path)
    assert overflow_findings(path, pdf, tolerance=1.5) == []
    assert collision_findings(path, pdf, tolerance=1.5) == []
