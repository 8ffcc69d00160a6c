"""Scales hold their numbers with a little room, and end on a step."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.charts.scale import scale_of

NUMBERS = st.lists(st.floats(-1e9, 1e9).filter(lambda it: it == 0 or abs(it) > 1e-6), min_size=1)


@given(NUMBERS, st.sampled_from([5, 20]), st.booleans())
def test_a_scale_holds_its_numbers_and_bars_hold_zero(
    values: list[float], intervals: int, is_bar: bool
) -> None:
    scale = scale_of(values, intervals=intervals, is_bar=is_bar)
    assert scale.minimum <= min(values)
    assert max(values) <= scale.maximum
    assert scale.minimum < scale.maximum
    assert not is_bar or scale.minimum <= 0 <= scale.maximum
    assert all(0 <= scale.share(value) <= 1 for value in values)


@pytest.mark.parametrize(
    ("values", "is_bar", "expected"),
    [
        ([10, 20, 95], True, (0, 100)),
        ([10, 20, 96], True, (0, 110)),  # a twentieth above 96 is over 100
        ([-32, 90], True, (-40, 100)),
        ([60, 240], False, (0, 260)),
        ([93, 110], False, (84, 111)),  # lines that hardly vary need no zero
        ([], True, (0, 1)),
    ],
)
def test_scales_are_those_of_office_programs(
    values: list[float], is_bar: bool, expected: tuple[float, float]
) -> None:
    scale = scale_of(values, intervals=10 if is_bar else 20, is_bar=is_bar)
    assert (scale.minimum, scale.maximum) == pytest.approx(expected)


def test_labels_under_a_negative_bar_get_their_room() -> None:
    tight = scale_of([-9.5, 90], intervals=20)
    roomy = scale_of([-9.5, 90], intervals=20, room_below=0.15)
    assert roomy.share(-9.5) >= 0.15 > tight.share(-9.5)


@pytest.mark.parametrize("value", [1e300, -1e300, 1e-290, 0.0])
def test_numbers_at_the_edge_of_what_there_is_have_a_scale(value: float) -> None:
    assert scale_of([value], intervals=20).minimum < scale_of([value], intervals=20).maximum
