"""How ready the team is for a visit, and what weighs most of what lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing_app.domain.ids import VisitId
from briefing_app.domain.offering import OwnCompany
from briefing_app.planning.briefing import Severity
from briefing_app.services.prepare import prepare_briefing
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.services.visit_readiness import readiness_of
from briefing_app.store.store import Store, open_store

TODAY = date(2026, 11, 26)
GAMES = VisitId(DEMO_VISITS[0])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path) as opened:
        load_samples(opened)
        yield opened


def test_the_score_stands_with_the_weightiest_that_lacks(store: Store) -> None:
    (found,) = readiness_of(store, [GAMES], today=TODAY)
    side = prepare_briefing(store, GAMES, today=TODAY).team_side
    assert (found.visit, found.score) == (GAMES, side.readiness.score)
    lost = {part.missing: part.out_of - part.points for part in side.readiness.parts}
    assert [lost[missing] for missing in found.missing] == sorted(lost.values(), reverse=True)[:2]
    assert sum(number for _, number in found.warnings) == len(side.cautions)
    assert found.warnings[0][0] is Severity.HIGH


def test_a_visit_that_cannot_be_prepared_says_why(store: Store) -> None:
    store.delete(OwnCompany, store.company().id)
    (found,) = readiness_of(store, [GAMES], today=TODAY)
    assert found.score is None
    assert "own company" in str(found.problem)


def test_one_visit_that_is_gone_leaves_the_others(store: Store) -> None:
    gone, there = readiness_of(store, [VisitId("gone"), GAMES], today=TODAY)
    assert gone.problem is not None
    assert there.score is not None
