"""Thresholds save themselves, are refused where they stand, and go back."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.domain.values import Money
from briefing_app.planning.settings import PlanningSettings
from briefing_app.services.planning_settings import planning_settings, set_threshold
from briefing_app.store.store import Store
from briefing_app.ui.desk import Place
from briefing_app.ui.pages.clients.page import ClientsPage
from briefing_app.ui.pages.settings.planning_card import PlanningCard
from tests.ui.conftest import window_of
from tests.ui.pages.test_settings import answer, settings_of


def planning(app: App, qtbot: QtBot) -> PlanningCard:
    """The card with what is stored."""
    card = settings_of(app).planning
    qtbot.waitUntil(lambda: card.fields["questions"].value() == 12)
    return card


def enter(card: PlanningCard, name: str, value: Any) -> None:
    card.fields[name].put(value)
    card.fields[name].save_now()


def refusal(card: PlanningCard, name: str) -> str:
    return "".join(one.text() for one in card.fields[name].findChildren(QLabel))


def test_a_threshold_saves_itself_and_ctrl_z_takes_it_back(app: App, qtbot: QtBot) -> None:
    card = planning(app, qtbot)
    enter(card, "questions", 7)
    qtbot.waitUntil(lambda: answer(app, qtbot, planning_settings).questions == 7)
    assert not card._ways_back["questions"].isHidden()
    window_of(app).run_command("undo")
    qtbot.waitUntil(lambda: card.fields["questions"].value() == 12)
    assert card._ways_back["questions"].isHidden()
    assert not card.all_usual.isEnabled()


def test_what_cannot_be_is_refused_in_place_until_it_can(app: App, qtbot: QtBot) -> None:
    card = planning(app, qtbot)
    enter(card, "telephone_below", Money(60_000_00))
    qtbot.waitUntil(lambda: "may not be more than" in refusal(card, "telephone_below"))
    assert "Visits and conferences above" in refusal(card, "telephone_below")
    assert answer(app, qtbot, planning_settings) == PlanningSettings()
    enter(card, "visits_above", Money(70_000_00))
    qtbot.waitUntil(lambda: not refusal(card, "telephone_below"))
    kept = answer(app, qtbot, planning_settings)
    assert (kept.telephone_below, kept.visits_above) == (Money(60_000_00), Money(70_000_00))


def test_what_was_refused_stands_there_again_later(app: App, qtbot: QtBot) -> None:
    card = planning(app, qtbot)
    enter(card, "objections", 50)
    qtbot.waitUntil(lambda: "from 1 to 20" in refusal(card, "objections"))
    app.rebuild()
    again = settings_of(app).planning
    qtbot.waitUntil(lambda: again.fields["objections"].value() == 50)
    assert "from 1 to 20" in refusal(again, "objections")
    assert answer(app, qtbot, planning_settings) == PlanningSettings()


def test_an_amount_that_is_cleared_is_as_usual(app: App, qtbot: QtBot) -> None:
    card = planning(app, qtbot)
    enter(card, "large_deal_from", Money(2_000_000_00))
    qtbot.waitUntil(lambda: answer(app, qtbot, planning_settings) != PlanningSettings())
    enter(card, "large_deal_from", None)
    qtbot.waitUntil(lambda: card.fields["large_deal_from"].value() == Money(1_000_000_00))
    assert answer(app, qtbot, planning_settings) == PlanningSettings()


def test_one_or_all_go_back_to_the_usual(app: App, qtbot: QtBot) -> None:
    card = planning(app, qtbot)
    enter(card, "questions", 7)
    enter(card, "objections", 3)
    enter(card, "shown_cases", 99)
    qtbot.waitUntil(lambda: "from 1 to 6" in refusal(card, "shown_cases"))
    card._ways_back["questions"].click()
    qtbot.waitUntil(lambda: answer(app, qtbot, planning_settings).questions == 12)
    for _ in range(3):  # the card has read it, and tried again what was refused
        answer(app, qtbot, planning_settings)
    card.all_usual.click()
    qtbot.waitUntil(lambda: card.fields["shown_cases"].value() == 3)
    qtbot.waitUntil(lambda: card.fields["objections"].value() == 8)
    assert answer(app, qtbot, planning_settings) == PlanningSettings()
    assert not refusal(card, "shown_cases")
    qtbot.waitUntil(lambda: not card.all_usual.isEnabled())


def test_each_tells_its_reason_and_the_usual_value(app: App, qtbot: QtBot) -> None:
    card = planning(app, qtbot)
    tip = card.fields["stale_after_days_key_client"].controls[0].toolTip()
    assert "80% of revenue" in tip
    assert tip.endswith("Usual: 30 days")
    assert all("Usual: " in one.controls[0].toolTip() for one in card.fields.values())


def test_the_list_of_clients_goes_by_the_team_s_days(app: App, qtbot: QtBot) -> None:
    def set_days(store: Store) -> object:
        return set_threshold(store, name="stale_after_days", value=45)

    window_of(app).go(Place("clients"))
    page = window_of(app).page("clients")
    assert isinstance(page, ClientsPage)
    chip = page.panel.filters._quiet
    qtbot.waitUntil(lambda: "60 days" in chip.toolTip())
    chip.click()
    assert page.panel.filters.filters().stale_days == 60
    app.workers.act(set_days)
    qtbot.waitUntil(lambda: "45 days" in chip.toolTip())
    assert page.panel.filters.filters().stale_days == 45
