"""The window leads to every page, remembers where it was, and speaks both languages."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QMessageBox,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefing_app.app import App, make_qt
from briefing_app.domain.text import Language
from briefing_app.services.preferences import Preferences, load_preferences
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.frame.crash import FaultDialog
from briefing_app.ui.frame.key_list import told_keys
from briefing_app.ui.frame.search import SearchDialog
from briefing_app.ui.frame.shortcuts import ShortcutSheet
from briefing_app.ui.frame.trash import TrashDialog
from briefing_app.ui.frame.welcome import WelcomePage
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages import PAGES, WELCOME, PageEntry
from briefing_app.ui.pages.clients.page import ClientsPage
from briefing_app.wording import wording_in
from tests.ui.conftest import window_of

_SIZE = (960, 700)
"""Small enough for the screen that there is in tests."""


def words_in(shown: QWidget) -> str:
    """All words that a widget shows."""
    labels = [one.text() for one in shown.findChildren(QLabel)]
    return "\n".join([*labels, *(one.text() for one in shown.findChildren(QAbstractButton))])


@pytest.mark.parametrize("language", Language)
def test_every_language_opens_every_page(
    language: Language, sample_folder: Path, qtbot: QtBot
) -> None:
    make_qt()
    app = App(sample_folder, Preferences(language=language.value), None)
    app.start()
    window = window_of(app)
    for entry in (*PAGES, WELCOME):
        window.go(Place(entry.name))
        assert window.stack.currentWidget() is window.page(entry.name)
        assert window.stack.currentWidget().isVisible()
    window.close()
    app.close()


def test_every_control_has_a_name_for_screen_readers(app: App) -> None:
    window = window_of(app)
    for entry in (*PAGES, WELCOME):
        window.go(Place(entry.name))
    nameless = [
        control
        for kind in (QAbstractButton, QLineEdit)
        for control in window.findChildren(kind)
        if control.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (control.accessibleName() or getattr(control, "text", str)())
        and not control.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_changing_the_language_shows_the_same_place_in_other_words(app: App, qtbot: QtBot) -> None:
    before = window_of(app)
    before.go(Place("settings"))
    before.resize(*_SIZE)
    app.prefer(Preferences(language="zh", appearance="light"))
    qtbot.waitUntil(lambda: app.window is not before)
    after = window_of(app)
    assert after.place == Place("settings")
    assert "设置" in words_in(after)
    assert "撤" in QCoreApplication.translate("QWidgetTextControl", "&Undo")
    assert (after.width(), after.height()) == _SIZE
    assert load_preferences(app.workers.data).language == "zh"


def test_keys_make_the_text_larger_and_smaller_again(app: App, qtbot: QtBot) -> None:
    for keys, scale in (("=", 1.1), ("+", 1.25), ("-", 1.1), ("0", 1.0)):
        before = window_of(app)
        before.activateWindow()
        qtbot.waitUntil(before.isActiveWindow)
        qtbot.keyClick(before, keys, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda before=before: app.window is not before)
        assert app.preferences.text_scale == scale
        assert load_preferences(app.workers.data).text_scale == scale


@pytest.mark.parametrize("entry", [*PAGES, WELCOME], ids=lambda entry: entry.name)
def test_the_language_can_be_changed_on_every_page(
    entry: PageEntry, app: App, qtbot: QtBot
) -> None:
    before = window_of(app)
    before.go(Place(entry.name))
    app.prefer(Preferences(language="zh", appearance="dark"))
    qtbot.waitUntil(lambda: app.window is not before)
    after = window_of(app)
    assert after.place is not None
    assert after.place.page == entry.name
    assert after.stack.currentWidget() is after.page(entry.name)
    assert wording_in(Language.ZH).phrase(PAGES[0].label) in words_in(after.rail)


def test_the_window_goes_back_and_forward(app: App) -> None:
    window = window_of(app)
    first = window.place
    window.go(Place("welcome"))
    window.go(Place("settings", part="documents"))
    window.back()
    assert window.place == Place("welcome")
    window.back()
    assert window.place == first
    window.back()
    assert window.place == first
    window.forward()
    assert window.place == Place("welcome")


def test_what_is_chosen_in_a_list_is_a_place_as_well(app: App, qtbot: QtBot) -> None:
    window = window_of(app)
    window.resize(1280, 720)
    window.go(Place("clients"))
    page = window.page("clients")
    assert isinstance(page, ClientsPage)
    qtbot.waitUntil(lambda: page.panel.list.model.rowCount() == 2)
    page.panel.list.view.setCurrentIndex(page.panel.list.model.index(1))
    page.detail.show_part("visits")
    chosen = window.place
    assert chosen == Place("clients", page.detail.client_id, "visits")
    window.go(Place("settings"))
    window.back()
    assert window.place == chosen
    app.prefer(Preferences(language="zh"))
    qtbot.waitUntil(lambda: app.window is not window)
    assert window_of(app).place == chosen
    window_of(app).close()
    assert window_of(app).remembered_place() == chosen


@pytest.mark.parametrize(
    "place",
    [
        Place("clients", "fireferry", "map"),
        Place("visits", DEMO_VISITS[0], "check"),
        Place("library", part="questions"),
    ],
    ids=lambda place: place.page,
)
def test_a_page_tells_where_it_was_led(place: Place, app: App, qtbot: QtBot) -> None:
    window = window_of(app)
    window.go(place)
    qtbot.waitUntil(lambda: window.place == place)
    window.go(Place("settings"))
    window.back()
    qtbot.waitUntil(lambda: window_of(app).place == place)


def test_size_and_page_are_remembered(app: App, qtbot: QtBot) -> None:
    window = window_of(app)
    window.resize(*_SIZE)
    window.go(Place("settings"))
    window.close()
    app.rebuild()
    assert window_of(app).remembered_place() == Place("settings")
    assert (window_of(app).width(), window_of(app).height()) == _SIZE


def test_a_notice_moves_nothing_and_stays_at_the_foot(app: App, qtbot: QtBot) -> None:
    window = window_of(app)
    page = window.page("today")
    before = page.geometry()
    window.desk.tell("Kept.")
    assert window.foot.isVisible()
    assert page.geometry() == before
    window.resize(window.width(), window.height() + 50)
    qtbot.waitUntil(lambda: page.height() > before.height())
    area = window.foot.parentWidget()
    assert area.rect().contains(window.foot.geometry())
    assert area.height() - window.foot.geometry().bottom() < 3 * STEP


def test_commands_have_keys_of_their_own_and_stand_on_the_sheet(app: App) -> None:
    window = window_of(app)
    keys = [one.keys for one in window.commands.values() if one.keys]
    assert len(keys) == len(set(keys))
    sheet = ShortcutSheet(app.desk, window.commands.values(), window)  # type: ignore[arg-type]
    shown = words_in(sheet)
    assert all(one.label in shown for one in window.commands.values() if one.keys)


def test_the_search_offers_commands_too(app: App, qtbot: QtBot) -> None:
    window = window_of(app)
    window.search()
    (search,) = window.findChildren(SearchDialog)
    qtbot.keyClicks(search.line, "set")
    qtbot.waitUntil(lambda: "Go to “Settings”" in shown_titles(search))
    for title in shown_titles(search):
        if title == "Go to “Settings”":
            break
        qtbot.keyClick(search.line, Qt.Key.Key_Down)
    qtbot.keyClick(search.line, Qt.Key.Key_Return)
    assert window.place == Place("settings")


def test_what_is_typed_goes_into_the_search_at_once(app: App) -> None:
    window_of(app).search()
    (search,) = window_of(app).findChildren(SearchDialog)
    assert search.focusWidget() is search.line


def shown_titles(search: SearchDialog) -> list[str]:
    """What the search offers, in order."""
    model = search.model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_somebody_without_clients_is_welcomed(tmp_path: Path, qtbot: QtBot) -> None:
    make_qt()
    app = App(tmp_path / "data", Preferences(language="en"), None)
    app.start()
    qtbot.waitUntil(lambda: window_of(app).place is not None)
    assert window_of(app).place == Place("welcome")
    assert isinstance(window_of(app).page("welcome"), WelcomePage)
    window_of(app).run_command("load-samples")
    qtbot.waitUntil(lambda: window_of(app).place != Place("welcome"), timeout=20_000)
    assert window_of(app).foot.words() == "The sample data are there."
    window_of(app).close()
    app.close()


def test_a_fault_is_shown_as_one_and_logged(
    app: App, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    app.workers.faulted.emit("ZeroDivisionError: no", "Traceback ...")
    (dialog,) = window_of(app).findChildren(FaultDialog)
    assert "ZeroDivisionError: no" in words_in(dialog)


def test_a_fault_on_another_thread_is_shown_too(
    app: App, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down() -> None:
        raise ZeroDivisionError("far away")

    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(window_of(app).findChildren(FaultDialog)))
    (dialog,) = window_of(app).findChildren(FaultDialog)
    assert "far away" in words_in(dialog)
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Place("visits", DEMO_VISITS[0]), "facts and documents"),
        (Place("clients", "fireferry", "map"), "map and person"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.page,
)
def test_splitters_stay_where_they_were_put(
    place: Place, name: str, app: App, qtbot: QtBot
) -> None:
    def parts() -> QSplitter | None:
        found = window_of(app).page(place.page).findChild(QSplitter, name)
        return found if isinstance(found, QSplitter) and found.isVisible() else None

    def left() -> tuple[int, float]:
        """The width of the left part, and its share."""
        shown = parts()
        width = shown.sizes()[0] if shown is not None else 0
        return width, width / sum(shown.sizes()) if shown is not None else 0.0

    def is_as(wanted: tuple[int, float]) -> bool:
        """The window comes back as large as the screen allows: a part keeps its width or share."""
        width, share = left()
        return abs(width - wanted[0]) < 40 or abs(share - wanted[1]) < 0.04

    window_of(app).resize(1500, 800)
    window_of(app).go(place)
    qtbot.waitUntil(lambda: left()[0] > 0)
    shown = parts()
    assert shown is not None
    usual = left()
    shown.setSizes([550, 550])
    qtbot.waitUntil(lambda: not is_as(usual))
    wanted, before = left(), app.window
    app.prefer(Preferences(language="zh", appearance="light"))
    qtbot.waitUntil(lambda: app.window is not before)
    window_of(app).go(place)
    qtbot.waitUntil(lambda: is_as(wanted))


def test_keys_are_told_as_they_stand_on_the_keyboard() -> None:
    assert told_keys("Alt+Left") == "Alt+←"
    assert told_keys("Ctrl+Shift+Up, Ctrl+Shift+Down") == "Ctrl+Shift+↑, Ctrl+Shift+↓"
    assert told_keys("Return") == "Enter"


def test_a_slip_of_the_hand_does_not_empty_the_trash(app: App, qtbot: QtBot) -> None:
    window = window_of(app)
    window.run_command("trash")
    (trash,) = window.findChildren(TrashDialog)
    trash.empty_button.setEnabled(True)
    trash.empty_button.click()
    (asked,) = trash.findChildren(QMessageBox)
    assert asked.defaultButton().text() == "Cancel"
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not asked.isVisible())
    trash.reject()


def test_a_search_that_finds_nothing_says_so_below_its_line(desk: Desk, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(*_SIZE)
    qtbot.addWidget(window)
    search = SearchDialog(desk, (), window)
    search.show()
    qtbot.waitUntil(lambda: bool(shown_titles(search)))
    assert not search.none.isVisible()
    search.line.setText("zzzzqq")
    qtbot.waitUntil(search.none.isVisible)
    assert not search.view.isVisible()
    search.reject()
