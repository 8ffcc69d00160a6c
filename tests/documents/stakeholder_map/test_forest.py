"""Trees of people: nobody stands on anybody."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.documents.stakeholder_map.forest import TreeForm, seats
from briefing_app.domain.ids import PersonId

FORM = TreeForm(card_width=156.0, card_height=58.0, across=24.0, down=26.0)
SIXTY = tuple(PersonId(f"p{number:02d}") for number in range(60))


@st.composite
def forests(draw: st.DrawFn) -> dict[PersonId, PersonId]:
    """Whom each of sixty people reports to; the first ones may lead many, some report to none."""
    above: dict[PersonId, PersonId] = {}
    breadth = draw(st.integers(1, 59))
    for number in range(1, 60):
        superior = draw(st.integers(-1, min(number, breadth) - 1))
        if superior >= 0:
            above[SIXTY[number]] = SIXTY[superior]
    return above


@given(forests(), st.integers(2, 9))
def test_sixty_people_never_overlap(above: dict[PersonId, PersonId], most: int) -> None:
    form = TreeForm(156.0, 58.0, 24.0, 26.0, hang_most=most)
    placed = seats(SIXTY, above, form)
    assert set(placed) == set(SIXTY)
    frames = [seat.frame for seat in placed.values()]
    assert not any(one.overlaps(other, 0.01) for one, other in combinations(frames, 2))
    for person, superior in above.items():
        assert placed[person].frame.y > placed[superior].frame.bottom


def test_many_reports_who_lead_nobody_hang_in_columns() -> None:
    boss, *staff = SIXTY[:9]
    placed = seats((boss, *staff), dict.fromkeys(staff, boss), FORM)
    assert all(placed[one].hangs for one in staff)
    assert len({placed[one].frame.x for one in staff}) == 2
    assert not placed[boss].hangs


def test_two_reports_stand_side_by_side() -> None:
    boss, left, right = SIXTY[:3]
    placed = seats((boss, left, right), {left: boss, right: boss}, FORM)
    assert placed[left].frame.y == placed[right].frame.y
    assert placed[left].frame.right < placed[right].frame.x


def test_nobody_needs_no_seat() -> None:
    assert seats((), {}, FORM) == {}
