"""What is painted of a layout, and where there is room to write on it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing_app.documents.deck.corporate.canvas import Canvas
from briefing_app.documents.deck.corporate.colours import BLACK, WHITE, Scheme
from briefing_app.documents.deck.corporate.fills import Painter
from briefing_app.documents.deck.corporate.free_space import largest_rectangle, widest_run
from briefing_app.documents.deck.corporate.shapes import EMU, Drawn
from briefing_app.documents.placed import Frame

PAINTER = Painter(Scheme({}, {}), (), (), lambda key: None)
WHOLE = Frame(0, 0, 960, 540)
NAMES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def shape(frame: Frame, fill: str, preset: str = "rect", stance: str = "") -> Drawn:
    element: Any = etree.fromstring(
        f"<p:sp {NAMES}><p:spPr><a:xfrm {stance}><a:off x='{int(frame.x * EMU)}' y='0'/></a:xfrm>"
        f'<a:prstGeom prst="{preset}"/>{fill}</p:spPr></p:sp>'
    )
    return Drawn(element, frame)


def solid(value: str, alpha: int = 100_000) -> str:
    return (
        f'<a:solidFill><a:srgbClr val="{value}"><a:alpha val="{alpha}"/></a:srgbClr></a:solidFill>'
    )


def painted(*shapes: Drawn) -> Canvas:
    canvas = Canvas(960, 540)
    for each in shapes:
        canvas.paint(each, PAINTER)
    return canvas


def test_words_keep_a_clear_space_from_figures() -> None:
    free = painted(shape(Frame(0, 0, 200, 540), solid("CC0000"))).free(WHOLE, BLACK, 4.5)
    assert free is not None
    assert 204 <= free.x <= 220


def test_an_edge_in_a_large_picture_is_not_written_across() -> None:
    hill = shape(Frame(0, 300, 960, 240), solid("90D080"))
    free = painted(hill).free(WHOLE, BLACK, 4.5)
    assert free is not None
    assert free.bottom <= 300


def test_what_cannot_be_seen_is_no_figure() -> None:
    free = painted(shape(Frame(300, 200, 100, 100), solid("FFFFFF"))).free(WHOLE, BLACK, 4.5)
    assert free == WHOLE


def test_a_card_hides_the_figures_below_it() -> None:
    figure = shape(Frame(300, 200, 100, 100), solid("DDDDFF"))
    card = shape(Frame(20, 20, 920, 500), solid("FFFFFF"))
    free = painted(figure, card).free(Frame(40, 40, 880, 460), BLACK, 4.5)
    assert free == Frame(40, 40, 880, 460)


def test_a_turned_bar_takes_no_more_than_its_own_ground() -> None:
    bar = Frame(380, 250, 200, 40)
    upright = painted(shape(bar, solid("CC0000"), stance='rot="5400000"'))
    assert upright.ground(Frame(470, 200, 20, 20)) == pytest.approx((0.8, 0, 0), abs=0.01)
    assert upright.ground(Frame(390, 260, 20, 20)) == WHITE


def test_a_triangle_leaves_its_corner_free() -> None:
    found = painted(shape(Frame(0, 0, 400, 400), solid("000000"), "rtTriangle"))
    assert found.ground(Frame(300, 20, 60, 60)) == WHITE
    assert found.ground(Frame(40, 300, 60, 60)) == BLACK


def test_a_gradient_is_dark_where_it_starts_and_light_where_it_ends() -> None:
    stops = (
        '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs>'
        '<a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs>'
    )
    across = f"<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang='0'/></a:gradFill>"
    canvas = painted(shape(WHOLE, across))
    assert canvas.legibility(Frame(0, 0, 100, 540), WHITE) > 10
    assert canvas.legibility(Frame(860, 0, 100, 540), BLACK) > 10
    outwards = (
        f"<a:gradFill><a:gsLst>{stops}</a:gsLst><a:path path='circle'>"
        "<a:fillToRect l='50000' t='100000' r='50000' b='0'/></a:path></a:gradFill>"
    )
    canvas = painted(shape(WHOLE, outwards))
    assert canvas.legibility(Frame(440, 480, 80, 50), WHITE) > 7
    assert canvas.legibility(Frame(0, 0, 80, 50), BLACK) > 7


def test_a_title_takes_the_widest_run_beside_a_logo() -> None:
    canvas = painted(shape(Frame(700, 30, 120, 40), solid("203060")))
    run = canvas.clear_run(Frame(40, 20, 880, 70), BLACK, 3.0)
    assert run.x == pytest.approx(40, abs=4)
    assert 660 <= run.right <= 700


GRIDS = st.integers(1, 9).flatmap(
    lambda wide: st.tuples(
        st.just(wide),
        st.lists(st.lists(st.booleans(), min_size=wide, max_size=wide), min_size=1, max_size=9),
    )
)


@given(GRIDS)
def test_the_largest_rectangle_is_free_and_none_is_larger(
    grid: tuple[int, list[list[bool]]],
) -> None:
    wide, rows = grid
    free = [cell for row in rows for cell in row]
    best = largest_rectangle(wide, len(rows), free)
    every = [
        (x, y, w, h)
        for y in range(len(rows))
        for x in range(wide)
        for h in range(1, len(rows) - y + 1)
        for w in range(1, wide - x + 1)
        if all(rows[y + down][x + across] for down in range(h) for across in range(w))
    ]
    assert (best is None) == (not every)
    if best is not None:
        assert best in every
        assert best[2] * best[3] == max(w * h for _, _, w, h in every)


def test_a_run_reaches_from_top_to_bottom() -> None:
    rows = ["..#....", "....#..", "......."]
    free = [cell == "." for row in rows for cell in row]
    assert widest_run(7, 3, free) in {(0, 2), (5, 2)}
