"""Icons are drawn within their square, in a colour of the theme, as shapes that stay editable."""

from __future__ import annotations

import pytest

from briefing_app.documents.deck.shape_xml import path_xml
from briefing_app.documents.icon_drawings import STROKES
from briefing_app.documents.icon_shapes import SQUARE
from briefing_app.documents.icons import Icon, icon
from briefing_app.documents.placed import Frame
from briefing_app.documents.theme import Colour

_FREE = 2.0


def test_every_icon_is_drawn_and_no_two_are_alike() -> None:
    assert set(STROKES) == set(Icon)
    assert len(set(STROKES.values())) == len(Icon)


@pytest.mark.parametrize("name", Icon)
def test_an_icon_fills_its_square_and_keeps_its_edge_free(name: Icon) -> None:
    places = [coordinate for stroke in STROKES[name] for step in stroke for coordinate in step]
    assert min(places) >= _FREE
    assert max(places) <= SQUARE - _FREE
    assert max(places) - min(places) > SQUARE * 0.7


def test_an_icon_stands_in_the_middle_of_a_wide_frame() -> None:
    drawn = icon(Icon.TARGET, Frame(100, 50, 60, 24))
    assert drawn.frame == Frame(118, 50, 24, 24)
    assert drawn.polygons[0][0] == (118 + 21, 50 + 12)


def test_lines_get_thicker_with_the_icon() -> None:
    small, large = (icon(Icon.TARGET, Frame(0, 0, side, side)) for side in (12, 48))
    assert large.border_width == pytest.approx(4 * small.border_width)


def test_powerpoint_gets_curves_in_a_theme_colour() -> None:
    xml = path_xml(icon(Icon.TARGET, Frame(0, 0, 24, 24), Colour.WARM), 2)
    assert '<a:ln w="22860" cap="rnd"><a:solidFill><a:schemeClr val="accent3"/>' in xml
    assert 'fill="none"' in xml
    assert "<a:cubicBezTo>" in xml
    assert "decorative" in xml


def test_an_icon_that_speaks_alone_has_words_for_those_who_cannot_see_it() -> None:
    xml = path_xml(icon(Icon.LOCK, Frame(0, 0, 24, 24), alt="Security"), 2)
    assert 'descr="Security"' in xml
    assert "decorative" not in xml
