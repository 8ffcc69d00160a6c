"""Clients are found, shown, edited and deleted where they stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.domain.client import Client, Person
from briefing_app.domain.ids import PersonId
from briefing_app.domain.opportunity import Need, Opportunity
from briefing_app.domain.text import Language
from briefing_app.domain.visit import Visit
from briefing_app.services.client_history import FilesState
from briefing_app.services.creating import create_client
from briefing_app.services.export_many import ManyExports, export_many
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.services.undoing import undo
from briefing_app.store.store import Store, open_store
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.lists.model import RowRole
from briefing_app.ui.map.widget import MapWidget
from briefing_app.ui.pages.clients.new_client import NewClientDialog
from briefing_app.ui.pages.clients.opportunities import ProjectLine
from briefing_app.ui.pages.clients.page import ClientsPage

T = TypeVar("T")
GAMES = "fireferry"
CARS = "client-chengye"


class Told:
    """Waits for what the database thread answers."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.answers: list[Any] = []

    def take(self, answer: object) -> None:
        self.answers.append(answer)

    def ask(self, work: Callable[[Store], T]) -> T:
        self.answers.clear()
        self.desk.ask(work, self.take)
        self.qtbot.waitUntil(lambda: bool(self.answers))
        found: T = self.answers[0]
        return found


@pytest.fixture
def told(desk: Desk, qtbot: QtBot) -> Told:
    return Told(desk, qtbot)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ClientsPage:
    made = ClientsPage(desk)
    made.resize(1200, 800)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.panel.list.model.rowCount() == 2)
    return made


def show(page: ClientsPage, qtbot: QtBot, record: str, part: str = "") -> None:
    page.open(Place("clients", record, part))
    qtbot.waitUntil(lambda: page.detail.isVisible() and any(_titles(page.detail)))


def _titles(shown: QWidget) -> list[str]:
    return [one.text() for one in shown.findChildren(QLabel) if one.property("textSize") == "title"]


def _words(shown: QWidget) -> str:
    parts = (*shown.findChildren(QLabel), *shown.findChildren(QPushButton))
    return "\n".join(one.text() for one in parts if one.isVisible())


def _names(page: ClientsPage) -> list[str]:
    model = page.panel.list.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_list_is_a_sound_model_of_all_clients(page: ClientsPage) -> None:
    tester = QAbstractItemModelTester(page.panel.list.model)
    assert _names(page) == ["Chengye Connected", "Fireferry"]
    del tester


@pytest.mark.parametrize("typed", ["ydhy", "Firef", "萤渡"])
def test_typing_narrows_the_list(page: ClientsPage, qtbot: QtBot, typed: str) -> None:
    qtbot.keyClicks(page.panel.search, typed) if typed.isascii() else page.panel.search.setText(
        typed
    )
    qtbot.waitUntil(lambda: _names(page) == ["Fireferry"])
    page.panel.search.setText("nobody is called so")
    qtbot.waitUntil(page.panel.list.empty.isVisible)
    assert "Try fewer letters" in _words(page.panel.list)


def test_the_client_that_is_shown_stays_marked_while_the_list_changes(
    page: ClientsPage, qtbot: QtBot
) -> None:
    show(page, qtbot, GAMES)
    view = page.panel.list.view
    qtbot.waitUntil(lambda: view.currentIndex().data() == "Fireferry")
    page.panel.search.setText("chengye")
    qtbot.waitUntil(lambda: _names(page) == ["Chengye Connected"])
    assert not view.currentIndex().isValid()
    page.panel.search.clear()
    qtbot.waitUntil(lambda: view.currentIndex().data() == "Fireferry")
    assert page.detail.client_id == GAMES


def test_enter_leads_from_search_to_list_to_client(page: ClientsPage, qtbot: QtBot) -> None:
    page.panel.search.setFocus()
    qtbot.keyClick(page.panel.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _titles(page.detail) == ["Chengye Connected"])
    assert page.panel.list.view.hasFocus()
    qtbot.keyClick(page.panel.list.view, Qt.Key.Key_Return)
    assert page.detail.tabs.tabBar().hasFocus()


def test_chips_filter_and_are_taken_out_again(page: ClientsPage, qtbot: QtBot) -> None:
    chips = {one.text(): one for one in page.panel.findChildren(QPushButton)}
    chips["S"].click()
    qtbot.waitUntil(page.panel.list.empty.isVisible)
    chips["Show every client"].click()
    qtbot.waitUntil(lambda: len(_names(page)) == 2)
    assert not chips["S"].isChecked()


def test_a_place_leads_to_a_client_a_person_or_a_part(
    page: ClientsPage, qtbot: QtBot, told: Told
) -> None:
    person = told.ask(lambda store: store.referring(Person, "client", GAMES)[0])
    show(page, qtbot, person.id, "person")
    qtbot.waitUntil(lambda: _titles(page.detail) == ["Fireferry"])
    qtbot.waitUntil(lambda: person.email in _typed(page.detail))
    show(page, qtbot, CARS, "visits")
    qtbot.waitUntil(lambda: _titles(page.detail) == ["Chengye Connected"])
    assert page.detail.tabs.tabText(page.detail.tabs.currentIndex()) == "Visits"


def _typed(shown: QWidget) -> list[str]:
    return [one.text() for one in shown.findChildren(QLineEdit)]


def test_a_field_saves_itself_and_is_undone(
    page: ClientsPage, qtbot: QtBot, desk: Desk, told: Told
) -> None:
    show(page, qtbot, GAMES)
    city = next(one for one in page.detail.findChildren(TextField) if one.name == "City")
    english = city.findChildren(QLineEdit)[0]
    qtbot.waitUntil(lambda: english.text() == "Chengdu")
    with qtbot.waitSignal(desk.changed):
        english.setText("Shanghai")
        qtbot.keyClick(english, Qt.Key.Key_Return)
    assert told.ask(lambda store: store.get(Client, GAMES)).city.en == "Shanghai"
    qtbot.waitUntil(lambda: "Shanghai" in _words(page.detail))
    with qtbot.waitSignal(desk.changed):
        desk.act(undo)
    qtbot.waitUntil(lambda: english.text() == "Chengdu")


def test_what_cannot_be_is_refused_where_it_stands(page: ClientsPage, qtbot: QtBot) -> None:
    show(page, qtbot, GAMES)
    field = page.detail._profile.form.fields["time_zone"]
    control = field.findChildren(QLineEdit)[0]
    qtbot.waitUntil(lambda: control.text() == "Asia/Shanghai")
    control.setText("Nowhere/Atall")
    qtbot.keyClick(control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Nowhere/Atall" in _words(field))


def test_an_amount_is_typed_as_people_write_it(
    page: ClientsPage, qtbot: QtBot, desk: Desk, told: Told
) -> None:
    show(page, qtbot, GAMES)
    field = page.detail._profile.form.fields["annual_revenue"]
    control = field.findChildren(QLineEdit)[0]
    qtbot.waitUntil(lambda: control.text() == "1,800,000,000")
    control.setText("about a lot")
    qtbot.keyClick(control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "no amount" in _words(field))
    with qtbot.waitSignal(desk.changed):
        control.setText("12,500.50")
        qtbot.keyClick(control, Qt.Key.Key_Return)
    assert told.ask(lambda store: store.get(Client, GAMES)).annual_revenue.minor == 1_250_050
    qtbot.waitUntil(lambda: "no amount" not in _words(field))


def test_a_new_client_is_entered_unless_it_is_there(
    page: ClientsPage, qtbot: QtBot, told: Told
) -> None:
    page.new_client("萤渡互动娱乐")
    dialog = page.findChildren(NewClientDialog)[0]
    qtbot.waitUntil(lambda: "There already?" in _words(dialog))
    dialog.name.setText("Quite Another Ltd")
    qtbot.waitUntil(lambda: "There already?" not in _words(dialog))
    qtbot.waitUntil(lambda: dialog.industry.count() > 0)
    assert not dialog.keep.isEnabled(), "nobody chose an industry yet"
    dialog.industry.setCurrentIndex(0)
    dialog.keep.click()
    qtbot.waitUntil(lambda: _titles(page.detail) == ["Quite Another Ltd"])
    qtbot.waitUntil(lambda: "Quite Another Ltd" in _names(page))
    assert len(told.ask(lambda store: store.all(Client))) == 3
    qtbot.waitUntil(lambda: page.panel.list.view.currentIndex().data() == "Quite Another Ltd")


def test_people_projects_needs_and_visits_are_entered_in_place(
    page: ClientsPage, qtbot: QtBot, desk: Desk, told: Told
) -> None:
    show(page, qtbot, GAMES)
    before = told.ask(_counts)
    for part, placeholder in (
        ("profile", "New person"),
        ("opportunities", "New need"),
        ("opportunities", "New competitor"),
        ("opportunities", "New project"),
    ):
        page.detail.show_part(part)
        qtbot.waitUntil(partial(_has_line_for, page, placeholder))
        line = _lines_for(page, placeholder)[0]
        with qtbot.waitSignal(desk.changed):
            qtbot.keyClicks(line, "Brand new")
            qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(_is_empty, line))
    after = told.ask(_counts)
    assert [a - b for a, b in zip(after, before, strict=True)] == [1, 1, 1]
    with qtbot.waitSignal(desk.wanted) as led:
        page.detail._parts["visits"][1]._plan_for("fireferry-launch-insight")
    visit = led.args[0].record_id
    assert told.ask(lambda store: store.get(Visit, visit)).opportunity == "fireferry-launch-insight"


def _is_empty(line: QLineEdit) -> bool:
    return not line.text()


@pytest.mark.parametrize("part", ["map", "visits", "opportunities"])
def test_the_first_project_is_entered_where_it_lacks(
    page: ClientsPage, qtbot: QtBot, desk: Desk, told: Told, part: str
) -> None:
    desk.act(partial(create_client, name="Nothing Yet Ltd", industry="connected-vehicles"))
    qtbot.waitUntil(lambda: "Nothing Yet Ltd" in _names(page))
    row = _names(page).index("Nothing Yet Ltd")
    show(page, qtbot, page.panel.list.model.index(row).data(RowRole).id, part)
    qtbot.waitUntil(lambda: len(_project_lines(page)) == 1)
    line = _project_lines(page)[0]
    qtbot.keyClicks(line, "First project")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    if part == "map":
        qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(MapWidget)))
    if part == "visits":
        qtbot.waitUntil(lambda: not _project_lines(page))
    qtbot.waitUntil(lambda: not line.text())
    assert "First project" in [
        one.name.en for one in told.ask(lambda store: store.all(Opportunity))
    ]


def _lines_for(page: ClientsPage, placeholder: str) -> list[QLineEdit]:
    lines = page.detail.findChildren(QLineEdit)
    return [
        one for one in lines if one.isVisible() and one.placeholderText().startswith(placeholder)
    ]


def _has_line_for(page: ClientsPage, placeholder: str) -> bool:
    return bool(_lines_for(page, placeholder))


def _project_lines(page: ClientsPage) -> list[ProjectLine]:
    return [one for one in page.findChildren(ProjectLine) if one.isVisible()]


def _counts(store: Store) -> tuple[int, ...]:
    return tuple(len(store.all(kind)) for kind in (Person, Need, Opportunity))


def test_documents_are_read_anew_when_they_are_looked_at(
    page: ClientsPage, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    show(page, qtbot, GAMES, "documents")
    tab = page.detail._parts["documents"][1]
    qtbot.waitUntil(tab.list.empty.isVisible)
    page.detail.show_part("profile")
    task = ManyExports(
        data=desk.workers.data,
        out=tmp_path / "out",
        wishes=ExportWishes(language=Language.EN),
        today=desk.today(),
    )
    with open_store(desk.workers.data) as store:
        visits = store.appointments(date.min, date.max)
    assert list(export_many(task, [one for one in visits if one.visit == DEMO_VISITS[0]]))
    page.detail.show_part("documents")
    qtbot.waitUntil(lambda: tab.list.model.rowCount() == 1)
    assert tab.list.model.index(0).data(RowRole).shown.state is FilesState.AS_EXPORTED


@pytest.mark.parametrize(
    "part", ["profile", "map", "opportunities", "visits", "documents", "timeline"]
)
def test_every_part_opens_in_every_language(
    make_desk: Callable[..., Desk], language: Language, part: str, qtbot: QtBot
) -> None:
    made = ClientsPage(make_desk(language))
    made.resize(1200, 800)
    qtbot.addWidget(made)
    made.show()
    show(made, qtbot, GAMES, part)
    shown = made.detail.tabs.currentWidget()
    qtbot.waitUntil(shown.isVisible)
    assert not [one for one in shown.findChildren(QComboBox) if not one.accessibleName()]


def test_the_map_leads_to_the_fields_of_its_person(page: ClientsPage, qtbot: QtBot) -> None:
    show(page, qtbot, GAMES, "map")
    qtbot.waitUntil(lambda: page.detail._map.map is not None)
    shown = page.detail._map.map
    assert shown is not None
    qtbot.waitUntil(lambda: shown.view is not None)
    shown.choose(PersonId("fireferry-he-lin"))
    shown.open_profile()
    assert page.detail.tabs.currentWidget() is not page.detail._map
    qtbot.waitUntil(lambda: "He Lin" in _typed(page.detail))
