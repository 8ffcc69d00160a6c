"""An icon stands beside a thing only where it is surely the right one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.brochure import brochure_pages
from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.blocks.compose import compose
from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.offer_blocks import Process
from briefing_app.documents.deck.rewording import texts_of
from briefing_app.documents.deck.storyline import storyline
from briefing_app.documents.icon_choice import OF_DEPARTMENT, OF_TRUST, all_or_none, of_fact
from briefing_app.documents.icon_drawings import Icon
from briefing_app.documents.placed import Frame, Page, Path, TextBox
from briefing_app.domain.audience import Audience
from briefing_app.domain.client import Department
from briefing_app.domain.offering import TrustSource
from briefing_app.domain.text import Language, Text
from tests.documents.deck import client_sides

ROOM = Frame(43, 133, 874, 355)


def icons(page: Page) -> list[Path]:
    return [e for e in page.elements if isinstance(e, Path) and e.name.startswith("Icon: ")]


def test_every_source_of_trust_and_all_departments_but_the_other_one_have_an_icon() -> None:
    assert set(OF_TRUST) == set(TrustSource)
    assert set(OF_DEPARTMENT) == set(Department) - {Department.OTHER}


@pytest.mark.parametrize(
    ("name", "icon"),
    [
        (Text("部署方式", "Deployment"), Icon.SERVER),
        (Text("界面语言"), Icon.GLOBE),
        (Text(en=" Time to go live "), Icon.TIME),
        (Text("上线周期", "How long it takes"), Icon.TIME),
    ],
)
def test_a_fact_is_known_by_its_usual_name_in_either_language(name: Text, icon: Icon) -> None:
    assert of_fact(name) is icon


@pytest.mark.parametrize(
    "name",
    [
        Text("部署方式的限制", "Limits of deployment"),
        Text(en="Programming languages"),
        Text("部署方式", "Languages"),
        Text(),
    ],
)
def test_a_fact_that_only_sounds_alike_gets_none(name: Text) -> None:
    assert of_fact(name) is None


@given(st.lists(st.sampled_from([None, *Icon])))
def test_equal_things_all_have_an_icon_or_none_has(given_icons: list[Icon | None]) -> None:
    shown = all_or_none(given_icons)
    assert shown in (tuple(given_icons), (None,) * len(given_icons))
    assert not (None in shown and any(shown))


def test_icons_give_way_where_words_need_their_room() -> None:
    step = Point("After the training", "The assessment shows who is ready. " * 4, Icon.CHECK)
    (roomy,) = compose(Process(steps=(step,) * 3, notes=()), ROOM, Language.EN)
    tight_room = min(
        (height for height in range(120, 355, 5) if _fits_whole(step, height)), default=0
    )
    (tight,) = compose(
        Process(steps=(step,) * 3, notes=()), replace(ROOM, height=tight_room), Language.EN
    )
    assert sum(isinstance(element, Path) for element in roomy) == 3
    assert not any(isinstance(element, Path) for element in tight)
    assert sum(isinstance(element, TextBox) for element in tight) == 9


def _fits_whole(step: Point, height: float) -> bool:
    pages = compose(Process(steps=(step,) * 3, notes=()), replace(ROOM, height=height), Language.EN)
    return len(pages) == 1 and any(element.name == "Step" for element in pages[0])


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["games", "connected-vehicles"])
def test_icons_in_documents_are_decoration_on_the_page_and_touch_no_words(
    name: str, language: Language
) -> None:
    side = replace(client_sides.sample(name), audience=Audience.TECHNICAL)
    whole = client_sides.with_every_kind(side)
    pages = (*deck_pages(whole, language).pages, *brochure_pages(side, language))
    assert sum(bool(icons(page)) for page in pages) >= 12
    for page in pages:
        texts = [element for element in page.elements if isinstance(element, TextBox)]
        for drawn in icons(page):
            assert not drawn.alt
            assert Frame(0, 0, page.width, page.height).holds(drawn.frame)
            assert not [t for t in texts if _overlap(t.frame, drawn.frame)], page.title


def _overlap(first: Frame, second: Frame) -> bool:
    across = min(first.right, second.right) - max(first.x, second.x)
    down = min(first.bottom, second.bottom) - max(first.y, second.y)
    return across > 0.5 and down > 0.5


def test_an_icon_is_no_text_that_could_be_reworded() -> None:
    side = client_sides.with_every_kind(client_sides.sample("games"))
    names = [name for slide in storyline(side, Language.EN) for name in texts_of(slide)]
    assert names
    assert not [name for name in names if "sign" in name]
