"""While a name is typed, what is there already is offered, and merged from there."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.domain.client import Client, Person
from briefing_app.domain.offering import Product, SuccessCase
from briefing_app.domain.text import Text
from briefing_app.services.creating import create_client, create_person, create_product
from briefing_app.services.data_folder import open_data
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.merging.dialog import MergeDialog
from briefing_app.ui.merging.hint import SimilarHint
from briefing_app.ui.pages.clients.new_client import NewClientDialog
from briefing_app.ui.pages.clients.page import ClientsPage
from briefing_app.ui.pages.library.adding import AddingDialog
from briefing_app.ui.pages.library.page import LibraryPage

_PATIENCE = 30_000


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1200, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def twins(desk: Desk) -> tuple[str, str]:
    """Two records of one client."""
    with open_data(desk.workers.data) as store:
        names = (Text("", "Acme Trading Ltd."), Text("", "Acme Trading"))
        one, other = (create_client(store, name=name, industry="games") for name in names)
    return one.record_id, other.record_id


def _links(hint: SimilarHint) -> list[str]:
    return [one.text() for one in hint.findChildren(QPushButton)]


def _press(hint: SimilarHint, words: str) -> None:
    next(one for one in hint.findChildren(QPushButton) if one.text().startswith(words)).click()


def _merged(window: QWidget, qtbot: QtBot) -> MergeDialog:
    """The dialog that was opened, once it compares the two."""
    qtbot.waitUntil(lambda: bool(window.findChildren(MergeDialog)))
    dialog = window.findChildren(MergeDialog)[-1]
    qtbot.waitUntil(lambda: dialog.view is not None, timeout=_PATIENCE)
    with qtbot.waitSignal(dialog.merged, timeout=_PATIENCE):
        dialog.merge_button.click()
    return dialog


@pytest.fixture
def new_client(
    desk: Desk, window: QWidget, twins: tuple[str, str], qtbot: QtBot
) -> Generator[NewClientDialog, None, None]:
    made = NewClientDialog(desk, "acme trading", window)
    made.open()
    qtbot.waitUntil(made.hint.isVisible, timeout=_PATIENCE)
    yield made
    made.reject()


def test_two_that_are_there_already_are_merged_while_a_third_is_typed(
    new_client: NewClientDialog, desk: Desk, twins: tuple[str, str], qtbot: QtBot
) -> None:
    words = {"Acme Trading Ltd.", "Acme Trading", "Merge"}
    assert words == set(_links(new_client.hint))
    _press(new_client.hint, "Merge")
    _merged(new_client, qtbot)
    with open_data(desk.workers.data) as store:
        assert sum(store.exists(Client, one) for one in twins) == 1
    qtbot.waitUntil(lambda: "Merge" not in _links(new_client.hint), timeout=_PATIENCE)
    with qtbot.waitSignal(new_client.made):
        _press(new_client.hint, "Acme")


def test_a_client_that_is_renamed_like_another_one_is_merged_with_it(
    desk: Desk, twins: tuple[str, str], qtbot: QtBot
) -> None:
    page = ClientsPage(desk)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    page.open(Place("clients", "fireferry", "profile"))
    form = page.detail._profile.form
    qtbot.waitUntil(lambda: form.fields["name"].value() != Text())
    (hint,) = form.findChildren(SimilarHint)
    assert not hint.isVisible()
    form.fields["name"].put(Text("萤渡", "Acme Trading"))
    qtbot.waitUntil(hint.isVisible, timeout=_PATIENCE)
    assert _links(hint).count("Merge") == 2
    with qtbot.waitSignal(desk.wanted, timeout=_PATIENCE) as led:
        _press(hint, "Merge")
        _merged(page, qtbot)
    assert led.args == [Place("clients", "fireferry")]
    with open_data(desk.workers.data) as store:
        assert sum(store.exists(Client, one) for one in twins) == 1


def test_people_are_led_to_and_merged_from_the_hint(desk: Desk, qtbot: QtBot) -> None:
    with open_data(desk.workers.data) as store:
        person = store.referring(Person, "client", "fireferry")[0]
        twin = create_person(store, client="fireferry", name=Text("", "Somebody Else")).record_id
    page = ClientsPage(desk)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    page.open(Place("clients", twin, "person"))
    people = page.detail._profile._people
    qtbot.waitUntil(lambda: twin in people._lines and people._lines[twin].is_open)
    line = people._lines[twin]
    assert line._form is not None
    qtbot.waitUntil(lambda: bool(line._form.fields["name"].value()))
    (hint,) = line.findChildren(SimilarHint)
    line._form.fields["name"].put(person.name)
    qtbot.waitUntil(hint.isVisible, timeout=_PATIENCE)
    _press(hint, person.name.en)
    assert people._lines[person.id].is_open
    people._new.line.setText(person.name.en)
    qtbot.waitUntil(people._new._hint.isVisible, timeout=_PATIENCE)
    _press(hint, "Merge")
    _merged(page, qtbot)
    with open_data(desk.workers.data) as store:
        assert not store.exists(Person, person.id)


def test_a_product_that_is_there_already_is_led_to(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    page = LibraryPage(desk)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.list.model.rowCount() > 1)
    page.add()
    qtbot.waitUntil(lambda: bool(page.findChildren(AddingDialog)))
    (dialog,) = page.findChildren(AddingDialog)
    dialog.form.fields["name"].put(Text("", "Behavior Analytics"))
    qtbot.waitUntil(dialog.hint.isVisible, timeout=_PATIENCE)
    assert any("Choose it instead" in one.text() for one in dialog.hint.findChildren(QLabel))
    with qtbot.waitSignal(desk.wanted) as led:
        _press(dialog.hint, "Behaviour Analytics")
    assert led.args == [Place("library", "behaviour-analytics", "product")]
    assert not dialog.isVisible()


def test_a_product_that_is_renamed_like_another_one_is_merged_with_it(
    desk: Desk, qtbot: QtBot
) -> None:
    with open_data(desk.workers.data) as store:
        twin = create_product(store, name=Text("", "Insight"), essence=Text("", "x")).record_id
        cases = [one for one in store.all(SuccessCase) if "behaviour-analytics" in one.products]
    page = LibraryPage(desk)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    page.open(Place("library", twin, "product"))
    qtbot.waitUntil(lambda: page.detail is not None and page.detail.spot.record_id == twin)
    assert page.detail is not None
    (hint,) = page.detail.findChildren(SimilarHint)
    page.detail.forms[0].form.fields["name"].put(Text("", "Behaviour Analytics"))
    qtbot.waitUntil(hint.isVisible, timeout=_PATIENCE)
    with qtbot.waitSignal(desk.wanted, timeout=_PATIENCE) as led:
        _press(hint, "Merge")
        _merged(page, qtbot)
    assert led.args == [Place("library", twin, "product")]
    with open_data(desk.workers.data) as store:
        assert not store.exists(Product, "behaviour-analytics")
        assert cases
        assert all(twin in store.get(SuccessCase, one.id).products for one in cases)


def test_a_long_name_ends_in_an_ellipsis_and_is_told_whole(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    name = "Acme International Trading and Logistics Services Limited"
    with open_data(desk.workers.data) as store:
        create_client(store, name=Text("", name), industry="games")
    hint = SimilarHint(desk, "client")
    hint.setParent(window)
    hint.setFixedWidth(160)
    hint.look_for(name)
    qtbot.waitUntil(hint.isVisible)
    qtbot.waitUntil(lambda: _links(hint)[0].endswith("…"))
    (link,) = hint.findChildren(QPushButton)
    assert link.toolTip().startswith(name)
    hint.setFixedWidth(900)
    qtbot.waitUntil(lambda: _links(hint) == [name])
