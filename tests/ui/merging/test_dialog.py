"""Two records are compared side by side, and one undo takes their merge apart."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.domain.client import Client, Person
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.text import Language, Text
from briefing_app.services.creating import create_client, create_opportunity, create_person
from briefing_app.services.data_folder import open_data
from briefing_app.services.merge_view import merge_candidates, merge_view
from briefing_app.services.undoing import undo
from briefing_app.ui.desk import Desk
from briefing_app.ui.merging.dialog import MergeDialog
from tests.ui.conftest import MakeDesk

_PATIENCE = 30_000


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1200, 700)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def twins(desk: Desk) -> tuple[str, str]:
    """Two records of one client; the second has a project and a person."""
    with open_data(desk.workers.data) as store:
        one = create_client(store, name=Text("", "Acme Trading Ltd."), industry="games").record_id
        other = create_client(store, name=Text("", "Acme Trading"), industry="games").record_id
        create_opportunity(store, client=other, name=Text("", "Rollout"))
        create_person(store, client=other, name=Text("", "Li Lei"))
    return one, other


@pytest.fixture
def dialog(
    desk: Desk, window: QWidget, twins: tuple[str, str], qtbot: QtBot
) -> Generator[MergeDialog, None, None]:
    made = MergeDialog(desk, "client", twins[0], window, twins[1])
    made.open()
    qtbot.waitUntil(lambda: made.view is not None, timeout=_PATIENCE)
    yield made
    made.reject()


def test_what_differs_and_what_moves_is_told(desk: Desk, twins: tuple[str, str]) -> None:
    with open_data(desk.workers.data) as store:
        view = merge_view(store, "client", *twins)
    assert [field.name for field in view.fields] == ["name"]
    assert dict(view.moves) == {"Opportunities": 1, "People": 1}


def test_a_client_of_a_like_name_is_offered(
    desk: Desk, window: QWidget, twins: tuple[str, str], qtbot: QtBot
) -> None:
    with open_data(desk.workers.data) as store:
        assert [one.id for one in merge_candidates(store, "client", twins[0])] == [twins[1]]
    dialog = MergeDialog(desk, "client", twins[0], window)
    dialog.open()

    def offered() -> list[QPushButton]:
        return [one for one in dialog.findChildren(QPushButton) if one.text() == "Acme Trading"]

    qtbot.waitUntil(lambda: bool(offered()), timeout=_PATIENCE)
    offered()[0].click()
    qtbot.waitUntil(lambda: dialog.view is not None, timeout=_PATIENCE)
    assert dialog.merge_button.isVisible()
    dialog.reject()


def test_a_merge_keeps_the_chosen_values_and_brings_all_together(
    dialog: MergeDialog, desk: Desk, twins: tuple[str, str], qtbot: QtBot
) -> None:
    kept, gone = twins
    button = dialog.choices["name"].button(1)
    assert button is not None
    button.click()
    with qtbot.waitSignal(dialog.merged, timeout=_PATIENCE):
        dialog.merge_button.click()
    with open_data(desk.workers.data) as store:
        assert store.get(Client, kept).name.en == "Acme Trading"
        assert not store.exists(Client, gone)
        assert [one.name.en for one in store.referring(Opportunity, "client", kept)] == ["Rollout"]
        undo(store)
        assert store.get(Client, kept).name.en == "Acme Trading Ltd."
        assert [one.name.en for one in store.referring(Person, "client", gone)] == ["Li Lei"]


def test_which_of_the_two_stays_can_be_turned_around(
    dialog: MergeDialog, twins: tuple[str, str], qtbot: QtBot
) -> None:
    dialog.swap_button.click()
    qtbot.waitUntil(
        lambda: dialog.view is not None and dialog.view.keep.id == twins[1], timeout=_PATIENCE
    )
    with qtbot.waitSignal(dialog.merged, timeout=_PATIENCE) as told:
        dialog.merge_button.click()
    assert told.args == [twins[1]]


def test_a_value_that_only_the_other_has_is_proposed(
    desk: Desk, window: QWidget, twins: tuple[str, str], qtbot: QtBot
) -> None:
    kept, gone = twins
    with open_data(desk.workers.data) as store:
        client = store.get(Client, gone)
        store.save(
            [
                Client(
                    id=client.id,
                    name=client.name,
                    industry=client.industry,
                    city=Text("", "Shanghai"),
                )
            ]
        )
    dialog = MergeDialog(desk, "client", kept, window, gone)
    qtbot.waitUntil(lambda: dialog.view is not None, timeout=_PATIENCE)
    assert dialog.choices["city"].checkedId() == 1
    assert dialog.choices["name"].checkedId() == 0


def test_people_of_one_client_are_offered_and_merged(
    make_desk: MakeDesk, language: Language, window: QWidget, qtbot: QtBot
) -> None:
    desk = make_desk(language)
    with open_data(desk.workers.data) as store:
        client = store.all(Client)[0]
        people = store.referring(Person, "client", client.id)
        twin = create_person(store, client=client.id, name=people[0].name).record_id
        assert merge_candidates(store, "person", twin)[0].id == people[0].id
    dialog = MergeDialog(desk, "person", people[0].id, window, twin)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.view is not None, timeout=_PATIENCE)
    with qtbot.waitSignal(dialog.merged, timeout=_PATIENCE):
        dialog.merge_button.click()
    with open_data(desk.workers.data) as store:
        assert not store.exists(Person, twin)
