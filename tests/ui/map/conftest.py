"""A map widget on the sample data, shown and ready."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.domain.stakeholder import Line, Stakeholder
from briefing_app.store.store import Store
from briefing_app.ui.desk import Desk
from briefing_app.ui.map.widget import MapWidget

PROJECT = OpportunityId("fireferry-launch-insight")
TODAY = date(2026, 11, 20)
HE_LIN = PersonId("fireferry-he-lin")
HAN = PersonId("fireferry-han-yiqing")
GU = PersonId("fireferry-gu-mingchuan")
SU = PersonId("fireferry-su-wangshu")
SHAO = PersonId("fireferry-shao-wenbo")
LUO = PersonId("fireferry-luo-simin")

T = TypeVar("T")
OpenMap = Callable[..., MapWidget]
Ask = Callable[[Callable[[Store], T]], T]


@pytest.fixture
def open_map(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> OpenMap:
    """Opens the map of a sample project in one of its views."""

    def opened(desk: Desk, kind: MapKind = MapKind.LINES) -> MapWidget:
        monkeypatch.setattr(desk, "today", lambda: TODAY)
        made = MapWidget(desk)
        qtbot.addWidget(made)
        made.resize(1280, 720)
        made.kind = kind
        made.bar.mark(kind)
        made.show()
        with qtbot.waitSignal(made.shown):
            made.open(PROJECT)
        return made

    return opened


@pytest.fixture
def shown(desk: Desk, open_map: OpenMap) -> MapWidget:
    """The reporting lines, in English."""
    return open_map(desk)


@pytest.fixture
def stored(desk: Desk, qtbot: QtBot) -> Callable[[PersonId], Stakeholder]:
    """What is stored of a person in the project."""

    def read(person: PersonId) -> Stakeholder:
        def known(store: Store) -> Stakeholder:
            found = store.referring(Stakeholder, "person", person)
            return next(one for one in found if one.opportunity == PROJECT)

        return _answer(desk, qtbot, known)

    return read


@pytest.fixture
def stored_lines(desk: Desk, qtbot: QtBot) -> Callable[[], set[tuple[str, str, str]]]:
    """The lines of the project as kind, source and target."""

    def read() -> set[tuple[str, str, str]]:
        def lines(store: Store) -> tuple[Line, ...]:
            return store.referring(Line, "opportunity", PROJECT)

        return {(one.kind.value, one.source, one.target) for one in _answer(desk, qtbot, lines)}

    return read


def _answer(desk: Desk, qtbot: QtBot, work: Callable[[Store], T]) -> T:
    found: list[T] = []

    class Listener:
        def hear(self, told: T) -> None:
            found.append(told)

    listener = Listener()
    desk.ask(work, listener.hear)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]
