"""The day begins with what is next; what is done is ticked off where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.domain.text import Language
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.services.export_many import ManyExports
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.preparing import Prepared, prepare_next_visits
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.store.store import Store, open_store
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.pages.today.cards import VisitCard
from briefing_app.ui.pages.today.page import TodayPage
from tests.ui.pages.test_clients import Told


@pytest.fixture
def soon(sample_folder: Path) -> Path:
    """The sample visits begin today and in some days, whatever day it is; one was yesterday."""
    now = datetime.combine(datetime.now(UTC).date(), time(4), UTC)  # midday in China
    with open_store(sample_folder) as store:
        first, second = (store.get(Visit, visit) for visit in DEMO_VISITS)
        others = [one for one in store.all(Visit) if one.id not in DEMO_VISITS]
        store.save([replace(one, starts_at=now + timedelta(days=90)) for one in others])
        store.save(
            [
                replace(first, starts_at=now + timedelta(days=1)),
                replace(second, starts_at=now + timedelta(days=4)),
                replace(first, id="past", starts_at=now - timedelta(days=2)),
            ]
        )
        step = store.referring(FollowUp, "visit", first.id)[0]
        store.save([replace(one, due=None) for one in store.all(FollowUp)])
        store.save([replace(step, due=now.date() - timedelta(days=3), done_on=None)])
    return sample_folder


def _shown(desk: Desk, qtbot: QtBot) -> TodayPage:
    page = TodayPage(desk)
    page.resize(1100, 700)
    qtbot.addWidget(page)
    page.show()
    page.open(Place("today"))
    qtbot.waitUntil(lambda: any(map(_words, page.findChildren(VisitCard))))
    return page


def _words(shown: QWidget) -> str:
    parts = (*shown.findChildren(QLabel), *shown.findChildren(QPushButton))
    return "\n".join(one.text() for one in parts if one.isVisible())


def test_the_next_visits_stand_with_their_readiness(soon: Path, desk: Desk, qtbot: QtBot) -> None:
    page = _shown(desk, qtbot)
    first, second = page.findChildren(VisitCard)
    assert "Fireferry" in _words(first)
    qtbot.waitUntil(lambda: "of 100" in _words(first))
    assert "in 4 days" in _words(second)
    with qtbot.waitSignal(desk.wanted) as led:
        first.findChildren(QPushButton)[0].click()
    assert led.args == [Place("visits", DEMO_VISITS[0])]


def test_readiness_stays_while_it_is_asked_anew(soon: Path, desk: Desk, qtbot: QtBot) -> None:
    page = _shown(desk, qtbot)
    qtbot.waitUntil(lambda: "of 100" in _words(page))
    before = page.findChildren(VisitCard)[0]
    page.refresh()
    qtbot.waitUntil(lambda: page.findChildren(VisitCard)[0] is not before)
    now = page.findChildren(VisitCard)[0]
    assert any("of 100" in one.text() for one in now.findChildren(QLabel))


def test_a_past_visit_asks_to_be_written_down(soon: Path, desk: Desk, qtbot: QtBot) -> None:
    page = _shown(desk, qtbot)
    assert "Not written down yet" in _words(page)
    assert "2 days ago" in _words(page)


def test_a_follow_up_is_ticked_off(soon: Path, desk: Desk, qtbot: QtBot) -> None:
    page = _shown(desk, qtbot)
    told = Told(desk, qtbot)
    qtbot.waitUntil(lambda: "Overdue" in _words(page))
    with qtbot.waitSignal(desk.changed):
        page.findChildren(QCheckBox)[0].click()
    qtbot.waitUntil(lambda: "Overdue" not in _words(page))
    assert [one.done_on for one in told.ask(_done)] == [desk.today()]


def _done(store: Store) -> list[FollowUp]:
    return [one for one in store.all(FollowUp) if one.done_on is not None]


@pytest.mark.parametrize("language", Language)
def test_both_languages_say_all_of_it(
    soon: Path, make_desk: Callable[..., Desk], language: Language, qtbot: QtBot
) -> None:
    words = _words(_shown(make_desk(language), qtbot))
    said = {Language.EN: "Prepare every visit", Language.ZH: "一键备齐材料"}
    assert said[language] in words
    assert said[language.other] not in words


def test_one_act_prepares_every_visit(soon: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    task = ManyExports(
        data=soon,
        out=tmp_path / "out",
        wishes=ExportWishes(language=Language.EN),
        today=datetime.now(UTC).date(),
    )
    done = prepare_next_visits(task, progress=lambda _step, at, of: steps.append((at, of)))
    assert steps == [(1, 2), (2, 2)]
    assert isinstance(done, Prepared)
    assert (done.written, done.unchanged, done.failed) == (2, 0, ())
    again = prepare_next_visits(task)
    assert (again.written, again.unchanged) == (0, 2)
