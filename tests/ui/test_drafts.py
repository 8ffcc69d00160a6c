"""Words that were refused wait in the database and stand in their field again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.domain.client import Client, Grade
from briefing_app.domain.draft import Draft, Spot
from briefing_app.domain.offering import Product
from briefing_app.domain.text import Language, Text
from briefing_app.services.data_folder import open_data
from briefing_app.services.library_rows import Section
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.fields.choices import ChoiceField, ManyField, label_choices
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.money import MoneyField
from briefing_app.ui.fields.numbers import DayField, FigureField, MomentField
from briefing_app.ui.fields.saving import editing, keeping
from briefing_app.ui.fields.several import ChosenField
from briefing_app.ui.fields.waiting_line import WaitingLine
from briefing_app.ui.fields.words import LineField, TextField
from briefing_app.ui.pages.clients.new_client import NewClientDialog
from briefing_app.ui.pages.library.adding import ADDINGS, AddingDialog
from briefing_app.ui.pages.library.page import LibraryPage
from briefing_app.ui.workers import Workers
from tests.ui.conftest import window_of

CLIENT = "fireferry"
ZONE = Spot("client", CLIENT, ("time_zone",))
REVENUE = Spot("client", CLIENT, ("annual_revenue",))

MakeDesk = Callable[..., Desk]


@dataclass
class Opened:
    """Makes fields of the sample client, as its page does each time when it is opened."""

    qtbot: QtBot
    workers: Workers

    def zone(self, desk: Desk) -> LineField:
        return self._shown(LineField(desk, "Time zone", keeping("client", CLIENT, "time_zone")))

    def revenue(self, desk: Desk) -> MoneyField:
        save = keeping("client", CLIENT, "annual_revenue")
        return self._shown(MoneyField(desk, "Annual revenue", save))

    def _shown(self, field: Field) -> Field:
        self.qtbot.addWidget(field)
        with open_data(self.workers.data) as store:
            client = store.get(Client, CLIENT)
        field.show()
        field.show_value(getattr(client, field._spot.path[0]))
        return field


@pytest.fixture
def opened(qtbot: QtBot, workers: Workers) -> Opened:
    return Opened(qtbot, workers)


def stored(workers: Workers) -> Client:
    with open_data(workers.data) as store:
        return store.get(Client, CLIENT)


def kept(workers: Workers) -> tuple[Draft, ...]:
    with open_data(workers.data) as store:
        return store.drafts.all()


def line(field: Field) -> QLineEdit:
    return field.findChildren(QLineEdit)[0]


def refuse(field: Field, words: str, qtbot: QtBot) -> None:
    line(field).clear()
    qtbot.keyClicks(line(field), words)
    field.save_now()
    qtbot.waitUntil(lambda: field.is_refused)


def refusal(field: Field) -> str:
    return field._refusal.words if field._refusal is not None else ""


def test_refused_words_stand_in_the_field_when_the_record_is_opened_again(
    make_desk: MakeDesk, opened: Opened, workers: Workers, qtbot: QtBot
) -> None:
    before = stored(workers).time_zone
    refuse(opened.zone(make_desk()), "Mars/Base", qtbot)
    assert [one.written for one in kept(workers)] == ["Mars/Base"]
    next_time = make_desk()  # reads what the database keeps, as after a crash
    workers_are_idle(workers, qtbot)
    again = opened.zone(next_time)
    assert line(again).text() == "Mars/Base"
    assert line(again).property("refused") is True
    assert "time zone" in refusal(again)
    assert stored(workers).time_zone == before


def workers_are_idle(workers: Workers, qtbot: QtBot) -> None:
    """All that was asked so far is answered."""
    told = Told()
    workers.ask(_nothing, told.take)
    qtbot.waitUntil(lambda: told.is_told)


class Told:
    is_told = False

    def take(self, _answer: object) -> None:
        self.is_told = True


def _nothing(_store: object) -> None:
    pass


def test_the_reason_is_read_in_the_language_of_the_window(
    make_desk: MakeDesk, opened: Opened, workers: Workers, qtbot: QtBot
) -> None:
    refuse(opened.zone(make_desk(Language.EN)), "Mars/Base", qtbot)
    desk = make_desk(Language.ZH)
    workers_are_idle(workers, qtbot)
    assert "时区" in refusal(opened.zone(desk))


def test_a_refusal_outlives_the_field_that_asked(
    desk: Desk, opened: Opened, workers: Workers, qtbot: QtBot
) -> None:
    field = opened.zone(desk)
    line(field).setText("Mars/Base")
    with qtbot.waitSignal(workers.refused):  # told at the window's foot
        field.save_now()
        shiboken6.delete(field)  # before the answer can be delivered
    assert line(opened.zone(desk)).text() == "Mars/Base"


def test_mended_words_are_kept_and_are_no_draft_any_more(
    desk: Desk, opened: Opened, workers: Workers, qtbot: QtBot
) -> None:
    refuse(opened.zone(desk), "Mars/Base", qtbot)
    again = opened.zone(desk)
    line(again).setText("Europe/Paris")
    again.save_now()
    qtbot.waitUntil(lambda: stored(workers).time_zone == "Europe/Paris")
    assert kept(workers) == ()
    workers_are_idle(workers, qtbot)
    assert not again.is_dirty()
    assert line(opened.zone(desk)).property("refused") is not True


@pytest.mark.parametrize("way", ["esc", "undo", "button"])
def test_what_is_kept_comes_back_and_the_draft_goes(
    desk: Desk, opened: Opened, workers: Workers, qtbot: QtBot, way: str
) -> None:
    refuse(opened.zone(desk), "Mars/Base", qtbot)
    again = opened.zone(desk)
    match way:
        case "esc":
            qtbot.keyClick(line(again), Qt.Key.Key_Escape)
        case "undo":
            qtbot.keyClick(line(again), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        case "button":
            again.findChildren(QPushButton)[0].click()
    assert line(again).text() == stored(workers).time_zone
    assert line(again).property("refused") is False
    qtbot.waitUntil(lambda: kept(workers) == ())


def test_undo_takes_back_typing_before_it_takes_back_the_draft(
    desk: Desk, opened: Opened, qtbot: QtBot
) -> None:
    refuse(opened.zone(desk), "Mars/Base", qtbot)
    again = opened.zone(desk)
    qtbot.keyClicks(line(again), "x")
    qtbot.keyClick(line(again), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line(again).text() == "Mars/Base"


def test_what_is_no_amount_is_kept_as_it_is_typed(
    make_desk: MakeDesk, opened: Opened, workers: Workers, qtbot: QtBot
) -> None:
    before = stored(workers).annual_revenue
    refuse(opened.revenue(make_desk()), "about 3 million", qtbot)
    desk = make_desk()
    workers_are_idle(workers, qtbot)
    again = opened.revenue(desk)
    assert line(again).text() == "about 3 million"
    assert "This is no amount" in refusal(again)
    assert stored(workers).annual_revenue == before


def test_a_part_that_was_moved_keeps_its_words(desk: Desk, workers: Workers, qtbot: QtBot) -> None:
    with open_data(workers.data) as store:
        product = next(one for one in store.all(Product) if len(one.facts) > 1)
    facts = editing("product", product.id, "facts")

    def name_of(position: int, name: Text) -> TextField:
        there = facts.inside(position, "name")
        made = TextField(desk, "Name", there.keeping)
        qtbot.addWidget(made)
        made.show_value(name)
        return made

    first = name_of(0, product.facts[0].name)
    first.put(Text())
    first.save_now()
    qtbot.waitUntil(lambda: first.is_refused)
    assert not name_of(0, product.facts[1].name).is_refused  # another part stands there now
    assert name_of(1, product.facts[0].name).is_refused


@pytest.fixture
def every_field(desk: Desk) -> tuple[Field, ...]:
    def unkept(_value: object) -> Callable[[object], None]:
        return _nothing

    grades = label_choices(desk, Grade)
    return (
        TextField(desk, "f", unkept),
        LineField(desk, "f", unkept),
        MoneyField(desk, "f", unkept),
        FigureField(desk, "f", unkept),
        DayField(desk, "f", unkept),
        MomentField(desk, "f", unkept, "Asia/Shanghai"),
        ChoiceField(desk, "f", unkept, grades),
        ManyField(desk, "f", unkept, Grade),
        ChosenField(desk, "f", unkept, grades),
    )


def test_every_field_writes_again_what_was_written(every_field: tuple[Field, ...]) -> None:
    for field in every_field:
        for control in field.controls:
            if isinstance(control, QLineEdit):
                control.setText("12")
            if isinstance(control, QComboBox):
                control.setCurrentIndex(control.count() - 1)
        if isinstance(field, ManyField | ChosenField):
            field.put((Grade.S, Grade.C))
        written, value = field.written(), field.value()
        again = json.loads(json.dumps(written))  # as the database keeps it
        field.write(again)
        assert (field.written(), field.value()) == (written, value), type(field)


def test_words_at_a_line_for_something_new_wait_where_they_were_typed(
    make_desk: MakeDesk, workers: Workers, qtbot: QtBot
) -> None:
    here, there = Spot("client", CLIENT, ("new person",)), Spot("client", "other", ("new person",))
    entry = WaitingLine(make_desk())
    qtbot.addWidget(entry)
    entry.wait_at(here)
    qtbot.keyClicks(entry, "Han Yiqing")
    entry.wait_at(there)
    assert entry.text() == ""
    entry.wait_at(here)
    assert entry.text() == "Han Yiqing"
    desk = make_desk()
    workers_are_idle(workers, qtbot)
    again = WaitingLine(desk)
    qtbot.addWidget(again)
    again.wait_at(here)
    assert again.text() == "Han Yiqing"
    again.use_up()
    qtbot.waitUntil(lambda: kept(workers) == ())


@pytest.mark.parametrize("is_given_up", [True, False])
def test_a_dialog_closed_by_accident_keeps_what_was_typed(
    desk: Desk, qtbot: QtBot, is_given_up: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def opened() -> AddingDialog:
        made = AddingDialog(desk, ADDINGS[Section.PRODUCTS], {}, window)
        made.show()
        return made

    dialog = opened()
    dialog.form.fields["name"].put(Text("", "Funnel"))
    if is_given_up:
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "Cancel").click()
    else:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    shown = opened().form.fields["name"].value()
    assert shown == (Text() if is_given_up else Text("", "Funnel"))


def test_a_new_client_that_was_begun_is_there_when_the_dialog_opens_again(
    desk: Desk, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = NewClientDialog(desk, "", window)
    dialog.show()
    qtbot.keyClicks(dialog.name, "Quite Another")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert NewClientDialog(desk, "", window).name.text() == "Quite Another"


def test_a_language_that_is_switched_loses_neither_refused_nor_unfinished_words(
    app: App, qtbot: QtBot
) -> None:
    product = products(app.workers)[0].id
    page = library_of(app, product, qtbot)
    facts = next(form.lists["facts"] for form in page.detail.forms if "facts" in form.lists)
    facts.add_button.click()
    facts.new_part.form.fields["detail"].put(Text("", "99.9"))
    name = page.detail.forms[0].form.fields["name"]
    name.controls[0].setFocus()
    name.put(Text())
    app.prefer(replace(app.preferences, language="zh"))
    qtbot.waitUntil(lambda: window_of(app).desk.language is Language.ZH)
    page = library_of(app, product, qtbot)
    facts = next(form.lists["facts"] for form in page.detail.forms if "facts" in form.lists)
    qtbot.waitUntil(lambda: facts.new_part is not None)
    assert facts.new_part.form.fields["detail"].value() == Text("", "99.9")
    assert "必须填写" in facts.new_part._refusal.text()
    name = page.detail.forms[0].form.fields["name"]
    qtbot.waitUntil(lambda: name.is_refused)
    assert name.value() == Text()
    assert products(app.workers)[0].name


def products(workers: Workers) -> tuple[Product, ...]:
    with open_data(workers.data) as store:
        return store.all(Product)


def library_of(app: App, product: str, qtbot: QtBot) -> LibraryPage:
    window = window_of(app)
    window.go(Place("library", product, "product"))
    page = window.page("library")
    qtbot.waitUntil(
        lambda: (
            page.detail is not None
            and page.detail.is_whole
            and page.detail.spot.record_id == product
        )
    )
    return page
