"""What a visit lacks leads to the person on the map, the cursor where it is entered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.domain.ids import OpportunityId, PersonId, VisitId
from briefing_app.domain.mend import Mend
from briefing_app.domain.message import say
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.stakeholder import Stakeholder
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map import acts
from briefing_app.services.stakeholder_map.grounds import Fact
from briefing_app.store.store import Store
from briefing_app.ui.desk import Place
from briefing_app.ui.map.widget import MapWidget
from briefing_app.ui.pages.clients.page import ClientsPage
from briefing_app.ui.pages.visits.page import VisitsPage
from tests.ui.conftest import window_of
from tests.ui.map.conftest import HAN, LUO, PROJECT, SHAO

VISIT = VisitId("visit-games-solution")
SLOW = 20_000


@pytest.fixture
def visit(app: App, qtbot: QtBot) -> VisitsPage:
    """The page of a visit."""
    window = window_of(app)
    window.resize(1280, 720)
    window.go(Place("visits", VISIT))
    page = window.page("visits")
    assert isinstance(page, VisitsPage)
    qtbot.waitUntil(lambda: page.detail._page is not None, timeout=SLOW)
    return page


def map_of(app: App) -> MapWidget | None:
    page = window_of(app).page("clients")
    assert isinstance(page, ClientsPage)
    return page.detail._map.map


def shows(app: App, person: PersonId) -> bool:
    shown = map_of(app)
    return shown is not None and shown.side.person.person == person


def mends(app: App) -> list[Mend]:
    page = window_of(app).page("visits")
    assert isinstance(page, VisitsPage)
    held = page.detail._page
    assert held is not None
    return [part.mend for part in held.parts if part.mend is not None]


def press_mend(app: App, of: str) -> None:
    page = window_of(app).page("visits")
    (button,) = (
        one for one in page.findChildren(QPushButton) if one.accessibleName() == f"Mend: {of}"
    )
    button.click()


def test_an_assumed_chain_leads_to_whom_to_confirm(
    app: App, visit: VisitsPage, qtbot: QtBot
) -> None:
    assert any(one.field == "roles_evidence" for one in mends(app))
    press_mend(app, "Decision chain")
    qtbot.waitUntil(lambda: shows(app, LUO) or shows(app, SHAO), timeout=SLOW)
    shown = map_of(app)
    assert shown is not None
    editor = shown.side.person.grounds[Fact.ROLES]
    qtbot.waitUntil(editor.line.isChecked)
    tick = editor.fields["certainty"].controls[0]
    qtbot.waitUntil(lambda: window_of(app).focusWidget() is tick)
    area = shown.side.person._area.viewport()
    qtbot.waitUntil(lambda: area.rect().contains(tick.mapTo(area, tick.rect().center())))


def test_who_lacks_concerns_leads_to_where_they_are_added(
    app: App, visit: VisitsPage, qtbot: QtBot
) -> None:
    def forget(store: Store) -> Change:
        (known,) = (
            one for one in store.referring(Stakeholder, "person", HAN) if one.opportunity == PROJECT
        )
        label = say("Concerns")
        with store.act(label) as act:
            store.save((replace(known, concerns=()),))
        return Change(label, act.records)

    desk = window_of(app).desk
    with qtbot.waitSignal(desk.changed):
        desk.act(forget)
    qtbot.waitUntil(lambda: any(one.field == "concerns" for one in mends(app)), timeout=SLOW)
    press_mend(app, "Concerns")
    qtbot.waitUntil(lambda: shows(app, HAN), timeout=SLOW)
    shown = map_of(app)
    assert shown is not None
    adder = shown.side.person.concerns.add_button
    qtbot.waitUntil(lambda: window_of(app).focusWidget() is adder)


def test_of_several_projects_the_one_is_shown_in_which_the_fact_is_held(
    app: App, visit: VisitsPage, qtbot: QtBot
) -> None:
    """The client has an older project, which comes first and knows nobody."""
    window = window_of(app)

    def older(store: Store) -> Change:
        label = say("Deck")
        with store.act(label) as act:
            project = store.get(Opportunity, PROJECT)
            store.save((replace(project, id=OpportunityId("a-first")),))
        return Change(label, act.records)

    with qtbot.waitSignal(window.desk.changed):
        window.desk.act(older)
    press_mend(app, "Decision chain")
    qtbot.waitUntil(lambda: shows(app, LUO) or shows(app, SHAO), timeout=SLOW)
    shown = map_of(app)
    assert shown is not None
    assert shown.view is not None
    assert shown.view.opportunity == PROJECT


def test_an_attendee_who_is_not_on_the_map_is_found_on_it(
    app: App, visit: VisitsPage, qtbot: QtBot
) -> None:
    window = window_of(app)

    def off(store: Store) -> Change:
        return acts.take_off_map(store, PROJECT, HAN)

    with qtbot.waitSignal(window.desk.changed):
        window.desk.act(off)
    qtbot.waitUntil(lambda: Mend("person", HAN) in mends(app), timeout=SLOW)
    press_mend(app, "Attendees")
    qtbot.waitUntil(lambda: shows(app, HAN), timeout=SLOW)
