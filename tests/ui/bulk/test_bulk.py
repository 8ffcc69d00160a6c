"""Rows that are selected are changed or deleted together, after a look at what would change."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing_app.domain.client import Client, Grade
from briefing_app.domain.offering import Colleague, Product, SuccessCase
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.services import bulk
from briefing_app.services.bulk import FIELDS, Deed, deeds_for
from briefing_app.services.bulk_view import many_view
from briefing_app.services.data_folder import open_data
from briefing_app.services.undoing import undo
from briefing_app.store.store import Store
from briefing_app.ui.bulk import many_dialog
from briefing_app.ui.bulk.bar import BulkBar
from briefing_app.ui.bulk.change_dialog import ChangeManyDialog
from briefing_app.ui.bulk.deletion import DeleteManyDialog
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import ChoiceField
from briefing_app.ui.fields.numbers import NumberField
from briefing_app.ui.fields.several import ChosenField
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.pages.clients.page import ClientsPage
from briefing_app.ui.pages.library.page import LibraryPage
from briefing_app.ui.pages.visits.visit_list import VisitList
from tests.ui.conftest import MakeDesk

R = TypeVar("R", bound=Record)
_PATIENCE = 60_000


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ClientsPage:
    """The page of clients with both of them selected."""
    made = ClientsPage(desk)
    made.resize(1200, 800)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.panel.list.model.rowCount() == 2)
    made.panel.list.view.selectAll()
    return made


def _of(desk: Desk, kind: type[R]) -> list[R]:
    with open_data(desk.workers.data) as store:
        return list(store.all(kind))


def _dialog(page: QWidget, bar: BulkBar, qtbot: QtBot) -> ChangeManyDialog:
    def opened() -> list[ChangeManyDialog]:
        return [one for one in page.findChildren(ChangeManyDialog) if one.isVisible()]

    bar.change()
    qtbot.waitUntil(lambda: bool(opened()))
    return opened()[0]


def _choose(dialog: ChangeManyDialog, field: str, deed: Deed = Deed.SET) -> None:
    dialog.field.setCurrentIndex(dialog.field.findData(field))
    kind = "client" if field == "grade" else dialog._view.kind
    dialog.deed.setCurrentIndex(deeds_for(kind, field).index(deed))


def _put(dialog: ChangeManyDialog, value: object) -> None:
    assert dialog.editor is not None
    dialog.editor.put(value)
    dialog.editor.save_now()


def _begin(dialog: ChangeManyDialog, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.begin_button.isEnabled)
    with qtbot.waitSignal(desk.changed, timeout=_PATIENCE):
        dialog.begin_button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_the_change_is_shown_before_it_is_made(page: ClientsPage, desk: Desk, qtbot: QtBot) -> None:
    assert page.panel.bulk.isVisible()
    assert page.panel.bulk.words.text() == "2 selected"
    dialog = _dialog(page, page.panel.bulk, qtbot)
    assert dialog.heading.text() == "Change 2 clients"
    _choose(dialog, "city")
    qtbot.waitUntil(lambda: dialog.told.text() == "Choose the new value above.")
    assert not dialog.begin_button.isEnabled()
    assert isinstance(dialog.editor, TextField)
    _put(dialog, Text("成都", "Chengdu"))
    qtbot.waitUntil(lambda: dialog.told.text() == "1 of 2 clients change.")
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cells = [dialog.model.index(0, column).data() for column in range(3)]
    assert cells == ["Chengye Connected Services Co., Ltd.", "Hefei / 合肥", "Chengdu / 成都"]
    _begin(dialog, desk, qtbot)
    assert {one.city.en for one in _of(desk, Client)} == {"Chengdu"}
    with qtbot.waitSignal(desk.changed):
        desk.act(undo)
    assert {one.city.en for one in _of(desk, Client)} == {"Chengdu", "Hefei"}


def test_a_value_that_cannot_be_is_told_in_the_dialog(page: ClientsPage, qtbot: QtBot) -> None:
    dialog = _dialog(page, page.panel.bulk, qtbot)
    _choose(dialog, "time_zone")
    _put(dialog, "Asia/Shanghei")
    qtbot.waitUntil(dialog.refusal.isVisible)
    assert "Asia/Shanghai" in dialog.refusal.text()
    assert dialog.begin_button.text() == "Change"
    _put(dialog, "Asia/Tokyo")
    assert not dialog.refusal.isVisible()
    qtbot.waitUntil(dialog.begin_button.isEnabled)
    dialog.reject()


def test_very_many_cannot_be_selected(
    page: ClientsPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "MOST_AT_ONCE", 1)
    for act in (page.panel.bulk.change, page.panel.bulk.delete):
        with qtbot.waitSignal(desk.refused) as refused:
            act()
        assert refused.args is not None
        assert "at most 1" in desk.wording.error(refused.args[0])


def test_clients_with_visits_to_come_are_deleted_on_demand(
    page: ClientsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.panel.list.view.setFocus()
    page.panel.bulk.delete()
    qtbot.waitUntil(lambda: bool(page.findChildren(DeleteManyDialog)))
    (dialog,) = page.findChildren(DeleteManyDialog)
    assert dialog.heading.text() == "Delete 2 clients"
    assert "to come" in dialog.words.text()
    assert "Ctrl+Z" in dialog.words.text()
    with qtbot.waitSignal(desk.changed):
        dialog.begin_button.click()
    qtbot.waitUntil(page.panel.list.empty.isVisible)
    assert not page.panel.bulk.isVisible()
    with qtbot.waitSignal(desk.changed):
        desk.act(undo)
    assert len(_of(desk, Client)) == 2


def test_many_are_changed_apart_and_can_be_stopped(
    page: ClientsPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many_dialog, "APART_FROM", 2)
    dialog = _dialog(page, page.panel.bulk, qtbot)
    _choose(dialog, "grade")
    _put(dialog, Grade.S)
    qtbot.waitUntil(dialog.begin_button.isEnabled)
    dialog.begin_button.click()
    assert dialog.apart.waiting.isVisible()
    dialog.apart.waiting.stopped.emit()
    qtbot.waitUntil(dialog.form.isVisible, timeout=_PATIENCE)
    assert Grade.S not in {one.grade for one in _of(desk, Client)}
    _begin(dialog, desk, qtbot)
    assert {one.grade for one in _of(desk, Client)} == {Grade.S}


def test_visits_are_moved_and_a_colleague_joins(desk: Desk, qtbot: QtBot) -> None:
    shown = VisitList(desk)
    qtbot.addWidget(shown)
    shown.resize(400, 600)
    shown.show()
    qtbot.waitUntil(lambda: shown.rows.model.rowCount() > 1)
    before = {one.id: one for one in _of(desk, Visit)}
    shown.rows.view.selectAll()
    dialog = _dialog(shown, shown.bulk, qtbot)
    _choose(dialog, "starts_at", Deed.MOVE)
    assert isinstance(dialog.editor, NumberField)
    _put(dialog, 7)
    _begin(dialog, desk, qtbot)
    moved = [one for one in _of(desk, Visit) if one.starts_at != before[one.id].starts_at]
    assert {(one.starts_at - before[one.id].starts_at).days for one in moved} == {7}
    colleague = _of(desk, Colleague)[-1].id
    shown.rows.view.selectAll()
    dialog = _dialog(shown, shown.bulk, qtbot)
    _choose(dialog, "team", Deed.REMOVE)
    assert isinstance(dialog.editor, ChosenField)
    _choose(dialog, "team", Deed.ADD)
    _put(dialog, (colleague,))
    qtbot.waitUntil(lambda: "visits change" in dialog.told.text())
    if dialog.begin_button.isEnabled():
        _begin(dialog, desk, qtbot)
    ours = {one.id for one in moved}
    assert all(colleague in one.team for one in _of(desk, Visit) if one.id in ours)


def test_a_click_that_selects_several_opens_no_visit(desk: Desk, qtbot: QtBot) -> None:
    shown = VisitList(desk)
    qtbot.addWidget(shown)
    shown.resize(400, 600)
    shown.show()
    qtbot.waitUntil(lambda: shown.rows.model.rowCount() > 1)
    opened: list[str] = []
    shown.chosen.connect(opened.append)
    view = shown.rows.view
    for number, keys in enumerate(
        (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
    ):
        place = view.visualRect(shown.rows.model.index(number)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)
    assert len(opened) == 1
    assert shown.bulk.isVisible()


def test_products_and_cases_can_be_selected_together_and_other_rows_not(
    desk: Desk, qtbot: QtBot
) -> None:
    page = LibraryPage(desk)
    page.resize(1200, 800)
    qtbot.addWidget(page)
    page.show()
    for section, kind, field in ((0, Product, "topics"), (1, SuccessCase, "is_industry_leader")):
        page.sections.setCurrentIndex(section)
        count = len(_of(desk, kind))
        qtbot.waitUntil(lambda count=count: page.list.model.rowCount() == count)
        page.list.view.selectAll()
        assert page.bulk.isVisible()
        dialog = _dialog(page, page.bulk, qtbot)
        assert dialog.field.findData(field) >= 0
        dialog.reject()
    _choose(dialog, "is_industry_leader")
    assert isinstance(dialog.editor, ChoiceField)
    assert dialog.editor.value() is None
    page.sections.setCurrentIndex(2)
    qtbot.waitUntil(lambda: page.list.model.rowCount() > 2)
    page.list.view.selectAll()
    assert not page.bulk.isVisible()


@pytest.mark.parametrize("kind", FIELDS)
def test_every_change_of_many_has_an_editor_in_both_languages(
    make_desk: MakeDesk, language: Language, kind: str, qtbot: QtBot
) -> None:
    desk = make_desk(language)
    window = QWidget()
    window.resize(1200, 700)
    qtbot.addWidget(window)
    with open_data(desk.workers.data) as store:
        view = many_view(store, kind=kind, listed=_Nothing(), ranges=())
    dialog = ChangeManyDialog(desk, view, window)
    for field in FIELDS[kind]:
        for deed in deeds_for(kind, field):
            _choose(dialog, field, deed)
            assert (dialog.editor is None) is (deed is Deed.EMPTY)
            assert (dialog.change is None) is (deed is not Deed.EMPTY)


class _Nothing:
    """A list without rows."""

    def ids(self, store: Store, limit: int, offset: int) -> tuple[str, ...]:
        return ()
