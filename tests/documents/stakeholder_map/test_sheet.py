"""A picture as a sheet of its own."""

from __future__ import annotations

import pytest

from briefing_app.documents.gate import NOTHING_FORBIDDEN, inspect
from briefing_app.documents.placed import Frame, TextBox
from briefing_app.documents.stakeholder_map.picture import MapKind, SheetFacts
from briefing_app.documents.stakeholder_map.sheet import map_page
from briefing_app.documents.theme import load_theme
from briefing_app.domain.text import Language
from briefing_app.wording import wording_in
from tests import builders
from tests.documents.stakeholder_map.test_pictures import drawn
from tests.stakeholder_maps import crowd

LONG = SheetFacts(
    "一家名字非常长的客户" * 8, "A project with a very long name " * 8, builders.TODAY
)


@pytest.mark.parametrize("kind", list(MapKind))
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("count", [1, 25])
def test_all_of_it_keeps_inside_the_page(kind: MapKind, language: Language, count: int) -> None:
    page = map_page(drawn(kind, crowd(count), language), LONG, wording_in(language))
    sheet = Frame(0, 0, page.width, page.height)
    boxes = [one for one in page.elements if isinstance(one, TextBox)]
    assert all(sheet.holds(box.frame) for box in boxes)
    assert inspect([page], load_theme(), NOTHING_FORBIDDEN) == ()
