"""An act of many rows tells how far it is, from the first part to at most the last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.store.pace import PART, Pace


@given(
    expected=st.integers(0, 5 * PART), first=st.integers(0, 3 * PART), second=st.integers(0, 500)
)
def test_parts_are_told_in_order_and_never_more_than_there_are(
    expected: int, first: int, second: int
) -> None:
    told: list[tuple[int, int]] = []
    pace = Pace(lambda number, total: told.append((number, total)), expected)
    assert list(pace.through(range(first))) == list(range(first))
    assert list(pace.through(range(second))) == list(range(second))
    numbers = [number for number, _ in told]
    assert len(numbers) == -(-(first + second) // PART)
    assert numbers == sorted(numbers)
    assert all(1 <= number <= total for number, total in told)


def test_a_part_is_told_before_it_is_done() -> None:
    done: list[int] = []
    told: list[tuple[int, int]] = []
    pace = Pace(lambda number, _total: told.append((number, len(done))), 2 * PART)
    for item in pace.through(range(2 * PART)):
        done.append(item)
    assert told == [(1, 0), (2, PART)]
