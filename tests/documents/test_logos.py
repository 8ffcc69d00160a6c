"""Logos weigh alike, keep proportions and clear space, and stand out from any ground."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.logos import Mark, logo_row, logo_size, placed_logo
from briefing_app.documents.placed import Frame, Image, Shape
from briefing_app.documents.theme import Colour
from briefing_app.domain.picture import Picture
from briefing_app.planning.client_side import SharedLogo, SharedLogos
from tests.drawn_pictures import logo

ROOM = Frame(40, 70, 270, 48)
WIDE, SQUARE, TALL = (SharedLogo(content=logo(*size)) for size in ((80, 20), (40, 40), (20, 60)))


def mark(**logos: SharedLogo) -> Mark:
    return Mark("Sample Motors", SharedLogos(**logos))


@given(st.integers(16, 1200), st.integers(16, 1200))
def test_a_logo_keeps_its_proportions_within_its_room(width: int, height: int) -> None:
    shown = logo_size(Picture(b"", width, height), 200, 32)
    assert shown[0] / shown[1] == pytest.approx(width / height)
    assert shown[0] <= 200.001
    assert shown[1] <= 32.001


def test_wide_logos_are_lower_than_square_ones_and_of_equal_area() -> None:
    sizes = [
        logo_size(Picture(b"", *size), 400, 60) for size in ((100, 100), (200, 100), (400, 100))
    ]
    assert sizes[0][1] > sizes[1][1] > sizes[2][1]
    areas = [round(width * height) for width, height in sizes]
    assert len(set(areas)) == 1


def test_a_variant_for_the_ground_stands_on_it() -> None:
    (image,) = placed_logo(mark(for_light=SQUARE, for_dark=WIDE), ROOM, is_dark=True)
    assert isinstance(image, Image)
    assert (image.picture, image.alt) == (WIDE.picture, "Sample Motors")


def test_the_other_variant_gets_a_plate_with_clear_space() -> None:
    for shown in (WIDE, SQUARE, TALL):
        plate, image = placed_logo(mark(for_light=shown), ROOM, is_dark=True)
        assert isinstance(plate, Shape)
        assert plate.fill is Colour.PAPER
        clear = image.frame.height / 4 - 0.01
        assert image.frame.x - plate.frame.x >= clear
        assert plate.frame.right - image.frame.right >= clear
        assert image.frame.y - plate.frame.y >= clear
        assert plate.frame.bottom - image.frame.bottom >= clear


def test_a_white_logo_on_paper_gets_a_dark_plate() -> None:
    plate, _ = placed_logo(mark(for_dark=WIDE), ROOM, is_dark=False)
    assert isinstance(plate, Shape)
    assert plate.fill is Colour.INK


def test_a_company_without_a_logo_leaves_no_gap_in_the_row() -> None:
    alone = logo_row((mark(), mark(for_dark=WIDE)), ROOM, is_dark=True)
    both = logo_row((mark(for_dark=WIDE), mark(for_dark=SQUARE)), ROOM, is_dark=True)
    assert alone[0].frame.x == ROOM.x
    assert both[1].frame.x > both[0].frame.right
    assert all(ROOM.holds(element.frame) for element in (*alone, *both))
