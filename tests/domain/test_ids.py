"""Ids are unique, well formed and sort by time."""

from __future__ import annotations

import time

from briefing_app.domain.ids import ID_PATTERN, new_id


def test_ids_are_well_formed_and_never_the_same() -> None:
    made = {new_id() for _ in range(1000)}
    assert len(made) == 1000
    assert all(ID_PATTERN.fullmatch(one) for one in made)


def test_a_later_id_sorts_after_an_earlier_one() -> None:
    earlier = new_id()
    time.sleep(0.002)
    assert earlier < new_id()
