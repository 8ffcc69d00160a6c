"""A project's needs and its commercial side are entered, told apart and taken back."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from briefing_app.domain.opportunity import (
    CommercialStrategy,
    DealAim,
    Need,
    Opportunity,
    SalesChannel,
)
from briefing_app.domain.values import Certainty
from briefing_app.services.client_view import ClientView, client_view
from briefing_app.services.undoing import undo
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.several import ChosenField
from briefing_app.ui.pages.clients.opportunities import OpportunitiesTab, OpportunityCard
from briefing_app.ui.pages.clients.project_parts import NeedRow
from briefing_app.ui.pages.clients.strategy import CommercialBox

GAMES, CARS = "fireferry", "client-chengye"


class Shown:
    """The tab of a client's projects, kept in step with the data as its page does."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.tab = OpportunitiesTab(desk)
        qtbot.addWidget(self.tab)
        self.tab.resize(900, 700)
        self.tab.show()
        self.client = ""
        self.views: list[ClientView] = []
        desk.changed.connect(self.ask)

    def ask(self, _change: object = None) -> None:
        work = partial(client_view, client_id=self.client, language=self.desk.language)
        self.desk.ask(work, self.take)

    def take(self, view: ClientView) -> None:
        self.views.append(view)
        self.tab.show_view(view)

    def show(self, client: str) -> None:
        self.client = client
        self.views.clear()
        self.ask()
        self.qtbot.waitUntil(self.is_there)

    def is_there(self) -> bool:
        wanted = [one.id for view in self.views for one in view.opportunities[0].needs]
        if not wanted or self.card().commercial is None:
            return False
        return [row.id for row in self.needs()] == wanted

    def project(self) -> Opportunity:
        return self.views[-1].opportunities[0].opportunity

    def stored(self) -> tuple[Need, ...]:
        return self.views[-1].opportunities[0].needs

    def card(self) -> OpportunityCard:
        return self.tab.findChildren(OpportunityCard)[0]

    def commercial(self) -> CommercialBox:
        box = self.card().commercial
        assert box is not None
        return box

    def needs(self) -> list[NeedRow]:
        return list(self.card()._needs.rows.values())


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Shown:
    made = Shown(desk, qtbot)
    made.show(GAMES)
    return made


def test_a_need_gets_its_topics_by_the_names_of_its_industry(shown: Shown, qtbot: QtBot) -> None:
    row = shown.needs()[0]
    topics = row.form.fields["topics"]
    assert isinstance(topics, ChosenField)
    (adder,) = topics.findChildren(QComboBox)
    index = adder.findText("Player retention")
    adder.activated.emit(index)
    qtbot.waitUntil(lambda: "retention" in shown.stored()[0].topics)
    assert "Player retention" in topics._names[topics.value()[-1]]


def test_who_raised_a_need_and_how_sure_we_are_is_kept(shown: Shown, qtbot: QtBot) -> None:
    row = next(one for one in shown.needs() if "assumed" in one.folding.title.words.casefold())
    assert not row.evidence.isVisible()
    row.folding.title.setChecked(True)
    certainty, people = row.evidence.fields["certainty"], row.more.fields["raised_by"]
    certainty.put(Certainty.CONFIRMED)
    certainty.save_now()
    somebody = shown.views[-1].people[0].id
    people.put(somebody)
    people.save_now()

    def kept() -> Need:
        return next(one for one in shown.stored() if one.id == row.id)

    qtbot.waitUntil(lambda: kept().raised_by == somebody and kept().evidence.is_confirmed)
    qtbot.waitUntil(lambda: "Confirmed" in row.folding.title.words)
    shown.desk.act(undo)
    shown.desk.act(undo)
    qtbot.waitUntil(lambda: not kept().evidence.is_confirmed)


def test_another_client_leaves_the_needs_of_the_one_before_as_they_were(
    shown: Shown, qtbot: QtBot
) -> None:
    before = shown.stored()
    assert any(need.raised_by for need in before)
    shown.show(CARS)
    assert all(not row.more.fields["raised_by"].is_dirty() for row in shown.needs())
    shown.show(GAMES)
    assert shown.stored() == before


def test_products_that_the_client_asked_for_are_chosen(shown: Shown, qtbot: QtBot) -> None:
    wanted = shown.card().form.fields["requested_products"]
    assert isinstance(wanted, ChosenField)
    wanted._remove(wanted.value()[0])
    qtbot.waitUntil(lambda: shown.project().requested_products == ())
    wanted.add(
        "rewards-store" if "rewards-store" in wanted._offered else next(iter(wanted._offered))
    )
    qtbot.waitUntil(lambda: len(shown.project().requested_products) == 1)


def test_a_strategy_is_written_down_changed_and_taken_back(
    shown: Shown, qtbot: QtBot, desk: Desk
) -> None:
    box = shown.commercial()
    agreed = shown.project().strategy
    assert isinstance(agreed, CommercialStrategy)
    assert box.strategy.isVisible()
    box.take_back.click()
    qtbot.waitUntil(lambda: shown.project().strategy is None)
    assert not box.strategy.isVisible()
    box.begin.click()
    qtbot.waitUntil(box.strategy.isVisible)
    assert shown.project().strategy == CommercialStrategy(agreed_on=desk.today())
    for name, value in (("channel", SalesChannel.PARTNERSHIP), ("aim", DealAim.REPUTATION)):
        box.strategy.fields[name].put(value)
        box.strategy.fields[name].save_now()
    qtbot.waitUntil(lambda: _aim(shown) is DealAim.REPUTATION)
    for _ in range(4):
        desk.act(undo)
    qtbot.waitUntil(lambda: shown.project().strategy == agreed)


def _aim(shown: Shown) -> DealAim | None:
    strategy = shown.project().strategy
    return strategy.aim if strategy is not None else None


def test_what_the_client_may_read_of_prices_is_said_there(shown: Shown, qtbot: QtBot) -> None:
    frame = shown.commercial().frame
    may_read = frame.fields["pricing_is_shareable"]
    was = shown.project().pricing_is_shareable
    may_read.put(not was)
    may_read.save_now()
    qtbot.waitUntil(lambda: shown.project().pricing_is_shareable is not was)
