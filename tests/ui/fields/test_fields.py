"""Fields save themselves, tell why they cannot, and never lose what is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QDateTimeEdit, QLineEdit
from pytestqt.qtbot import QtBot

from briefing_app.domain.client import Grade
from briefing_app.domain.text import Language, Text
from briefing_app.errors import UserError
from briefing_app.store.store import Store
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import ChoiceField, ManyField, label_choices
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.numbers import DayField, MomentField, NumberField
from briefing_app.ui.fields.refusal import Refusal
from briefing_app.ui.fields.words import LineField, TextField


@dataclass
class Keeper:
    """Remembers what fields keep; refuses what it is told to."""

    kept: list[Any] = field(default_factory=list)
    refused: Any = None

    def save(self, value: Any) -> Callable[[Store], None]:
        def work(_store: Store) -> None:
            if value == self.refused:
                raise UserError("Not this.")
            self.kept.append(value)

        return work


def shown(qtbot: QtBot, made: Field) -> Field:
    qtbot.addWidget(made)
    made.show()
    return made


def test_words_are_kept_in_both_languages(desk: Desk, qtbot: QtBot) -> None:
    keeper = Keeper()
    made = shown(qtbot, TextField(desk, "Name", keeper.save))
    made.show_value(Text("晨星", "Morning Star"))
    english, chinese = made.findChildren(QLineEdit)
    assert (english.text(), chinese.text()) == ("Morning Star", "晨星")
    qtbot.keyClicks(english, " Games")
    qtbot.keyClick(english, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(keeper.kept))
    assert keeper.kept == [Text("晨星", " GamesMorning Star".strip())]


def test_the_language_of_the_window_comes_first(
    make_desk: Callable[..., Desk], qtbot: QtBot
) -> None:
    made = shown(qtbot, TextField(make_desk(Language.ZH), "名称", Keeper().save))
    made.show_value(Text("晨星", "Morning Star"))
    assert [one.text() for one in made.findChildren(QLineEdit)] == ["晨星", "Morning Star"]


def test_a_field_that_is_hidden_keeps_what_was_typed(desk: Desk, qtbot: QtBot) -> None:
    keeper = Keeper()
    made = shown(qtbot, LineField(desk, "Website", keeper.save))
    made.show_value("")
    qtbot.keyClicks(made.findChildren(QLineEdit)[0], "example.com")
    made.hide()
    qtbot.waitUntil(lambda: keeper.kept == ["example.com"])


def test_an_unchanged_field_saves_nothing(desk: Desk, qtbot: QtBot) -> None:
    keeper = Keeper()
    made = shown(qtbot, LineField(desk, "Website", keeper.save))
    made.show_value("example.com")
    made.save_now()
    made.hide()
    assert not made.is_dirty()
    assert keeper.kept == []


def test_a_refusal_stands_below_and_the_words_stay(desk: Desk, qtbot: QtBot) -> None:
    keeper = Keeper(refused="nonsense")
    made = shown(qtbot, LineField(desk, "Website", keeper.save))
    made.show_value("")
    control = made.findChildren(QLineEdit)[0]
    qtbot.keyClicks(control, "nonsense")
    made.save_now()
    qtbot.waitUntil(lambda: control.property("refused") is True)
    made.show_value("something stored")
    assert control.text() == "nonsense"
    control.setText("sense")
    made.save_now()
    qtbot.waitUntil(lambda: keeper.kept == ["sense"])
    assert control.property("refused") is False


def test_what_others_change_is_shown_unless_somebody_types(desk: Desk, qtbot: QtBot) -> None:
    made = shown(qtbot, LineField(desk, "Website", Keeper().save))
    made.show_value("old")
    made.show_value("new")
    control = made.findChildren(QLineEdit)[0]
    assert control.text() == "new"
    control.setText("typing")
    made.show_value("newer")
    assert control.text() == "typing"


def test_choices_numbers_and_days_are_kept(desk: Desk, qtbot: QtBot) -> None:
    keeper = Keeper()
    grade = shown(qtbot, ChoiceField(desk, "Grade", keeper.save, label_choices(desk, Grade)))
    grade.show_value(Grade.B)
    combo = grade.findChildren(QComboBox)[0]
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    combo.activated.emit(combo.currentIndex())
    minutes = shown(qtbot, NumberField(desk, "Minutes", keeper.save, (15, 480)))
    minutes.show_value(60)
    minutes.put(90)
    minutes.save_now()
    day = shown(qtbot, DayField(desk, "Expires", keeper.save))
    day.show_value(None)
    day.findChildren(QDateEdit)[0].setDate(date(2027, 1, 31))  # type: ignore[arg-type]
    day.save_now()
    qtbot.waitUntil(lambda: len(keeper.kept) == 3)
    assert keeper.kept == [Grade.A, 90, date(2027, 1, 31)]


def test_a_moment_is_on_the_clients_clock(desk: Desk, qtbot: QtBot) -> None:
    made = shown(qtbot, MomentField(desk, "When", Keeper().save, "Asia/Shanghai"))
    made.show_value(datetime(2026, 11, 26, 6, 30, tzinfo=UTC))
    assert made.value() == datetime(2026, 11, 26, 6, 30, tzinfo=UTC)
    (control,) = made.findChildren(QDateTimeEdit)
    assert (control.time().hour(), control.time().minute()) == (14, 30)


def test_several_are_ticked_in_the_order_of_the_list(desk: Desk, qtbot: QtBot) -> None:
    keeper = Keeper()
    made = shown(qtbot, ManyField(desk, "Grades", keeper.save, Grade))
    made.show_value((Grade.C,))
    first = made.controls[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: keeper.kept == [(Grade.S, Grade.C)])


def test_another_record_is_shown_once_what_was_typed_is_kept(desk: Desk, qtbot: QtBot) -> None:
    first, second = Keeper(), Keeper()
    made = shown(qtbot, LineField(desk, "Website", first.save))
    made.show_value("one.example")
    line = made.findChildren(QLineEdit)[0]
    line.clear()
    qtbot.keyClicks(line, "own.example")
    made.show_other("two.example", second.save)
    assert line.text() == "two.example"
    assert not line.isUndoAvailable()  # what belongs to the other record does not come back
    qtbot.waitUntil(lambda: first.kept == ["own.example"])
    assert second.kept == []
    qtbot.keyClicks(line, "!")
    made.save_now()
    qtbot.waitUntil(lambda: bool(second.kept))
    assert first.kept == ["own.example"]


def test_what_another_record_refused_is_told_by_the_window(desk: Desk, qtbot: QtBot) -> None:
    made = shown(qtbot, LineField(desk, "Website", Keeper(refused="bad").save))
    made.show_value("")
    qtbot.keyClicks(made.findChildren(QLineEdit)[0], "bad")
    with qtbot.waitSignal(desk.refused) as told:
        made.show_other("good", Keeper().save)
    assert str(told.args[0]) == "Not this."
    assert made.findChildren(Refusal) == []
    assert made.value() == "good"
    assert not made.is_dirty()


def test_a_moment_stays_where_the_clock_becomes_that_of_another_zone(
    desk: Desk, qtbot: QtBot
) -> None:
    moment = datetime(2026, 12, 3, 2, 0, tzinfo=UTC)
    made = MomentField(desk, "Begins", Keeper().save, "Asia/Shanghai")
    shown(qtbot, made).show_value(moment)
    made.show_zone("Europe/London", "London time")
    assert made.findChildren(QDateTimeEdit)[0].time().hour() == 2
    assert made.value() == moment
    assert not made.is_dirty()


def test_a_value_that_is_not_offered_stays_until_another_is_chosen(
    desk: Desk, qtbot: QtBot
) -> None:
    keeper = Keeper()
    made = ChoiceField(desk, "Who", keeper.save, [(None, "nobody"), ("ann", "Ann")])
    shown(qtbot, made)
    made.show_value("bob")
    assert made.value() == "bob"
    made.offer([(None, "nobody"), ("eve", "Eve")])
    assert not made.is_dirty()
    made.offer([(None, "nobody"), ("bob", "Bob")])
    assert made.findChildren(QComboBox)[0].currentText() == "Bob"
    made.save_now()
    assert keeper.kept == []


def test_no_value_is_shown_by_its_words_from_the_beginning(desk: Desk, qtbot: QtBot) -> None:
    made = shown(qtbot, ChoiceField(desk, "Who", Keeper().save, [(None, "nobody"), ("ann", "Ann")]))
    (control,) = made.findChildren(QComboBox)
    assert control.currentText() == "nobody"
    made.show_value(None)
    assert control.currentText() == "nobody"
    without = shown(qtbot, ChoiceField(desk, "Who", Keeper().save, [("ann", "Ann")]))
    (control,) = without.findChildren(QComboBox)
    assert control.currentText() == ""
    assert control.placeholderText() == "Choose one"
