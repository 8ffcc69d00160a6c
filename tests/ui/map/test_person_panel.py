"""What is known of a person is entered beside the map: grounds of facts, concerns, a note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDateEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from briefing_app.domain.ids import PersonId
from briefing_app.domain.message import say
from briefing_app.domain.stakeholder import Concern, ConcernTopic, Stakeholder, Support
from briefing_app.domain.text import Text
from briefing_app.domain.values import Certainty, Evidence
from briefing_app.planning.briefing import WarningKind
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map import acts
from briefing_app.services.stakeholder_map.grounds import Fact
from briefing_app.services.stakeholder_map.known import find_known
from briefing_app.services.undoing import undo
from briefing_app.store.store import Store
from briefing_app.ui.map.grounds_editor import GroundsEditor
from briefing_app.ui.map.widget import MapWidget
from briefing_app.ui.workers import Workers
from tests.judges.screen import called, findings
from tests.ui.conftest import MakeDesk
from tests.ui.map.conftest import HAN, HE_LIN, LUO, PROJECT, TODAY, OpenMap

Stored = Callable[[PersonId], Stakeholder]
INTEGRATION, RELIABILITY = ConcernTopic.INTEGRATION, ConcernTopic.RELIABILITY


@pytest.fixture
def he_lin(shown: MapWidget) -> MapWidget:
    """The technical director: an opponent by hearsay, with three concerns."""
    shown.choose(HE_LIN)
    return shown


def opened(shown: MapWidget, fact: Fact) -> GroundsEditor:
    editor = shown.side.person.grounds[fact]
    editor.line.click()
    return editor


def say_who(editor: GroundsEditor, words: str) -> None:
    control = editor.fields["source"].controls[0]
    assert isinstance(control, QPlainTextEdit)
    control.setPlainText(words)
    editor.fields["source"].save_now()


def give_day(editor: GroundsEditor, day: date) -> None:
    (control,) = editor.findChildren(QDateEdit)
    control.setDate(QDate(day.year, day.month, day.day))
    editor.fields["on"].save_now()


def topics(shown: MapWidget) -> list[str]:
    """What the list shows, from above."""
    panel = shown.side.person.concerns
    places = {panel._rows.indexOf(line): line for line in panel.lines.values()}
    return [places[place].fold.words.splitlines()[0] for place in sorted(places)]


def _without_concerns(store: Store, person: PersonId) -> Change:
    known = find_known(store, PROJECT, person)
    assert known is not None
    label = say("Concerns")
    with store.act(label) as act:
        store.save((replace(known, concerns=()),))
    return Change(label, act.records)


def test_each_fact_tells_where_it_comes_from_in_a_line(he_lin: MapWidget) -> None:
    editor = he_lin.side.person.grounds[Fact.SUPPORT]
    words = "Assumed, argues for extending their own platform, 22 October 2026"
    assert editor.line.words == words
    assert called(editor.line) == f"Support: {words}"
    assert editor.fields == {}


def test_a_tick_confirms_a_fact_today(he_lin: MapWidget, stored: Stored, qtbot: QtBot) -> None:
    before = stored(HE_LIN).support_evidence
    editor = opened(he_lin, Fact.SUPPORT)
    (tick,) = editor.findChildren(QCheckBox)
    assert called(tick) == "Support: Confirmed"
    with qtbot.waitSignal(he_lin.shown):
        tick.click()
    confirmed = Evidence(Certainty.CONFIRMED, before.source, TODAY)
    assert stored(HE_LIN).support_evidence == confirmed
    assert editor.line.words.startswith("Confirmed, ")
    with qtbot.waitSignal(he_lin.shown):
        tick.click()
    assert stored(HE_LIN).support_evidence == Evidence(source=before.source, on=TODAY)


def test_who_said_it_and_since_when_save_themselves(
    he_lin: MapWidget, stored: Stored, qtbot: QtBot
) -> None:
    editor = opened(he_lin, Fact.INFLUENCE)
    with qtbot.waitSignal(he_lin.shown):
        say_who(editor, "Song Zhixia on the telephone")
    with qtbot.waitSignal(he_lin.shown):
        give_day(editor, date(2026, 11, 3))
    held = stored(HE_LIN).influence_evidence
    assert held.source.en == "Song Zhixia on the telephone"
    assert held.on == date(2026, 11, 3)


def test_ctrl_z_takes_a_confirmation_back_on_the_screen_too(
    he_lin: MapWidget, stored: Stored, qtbot: QtBot
) -> None:
    before = stored(HE_LIN)
    editor = opened(he_lin, Fact.SUPPORT)
    (tick,) = editor.findChildren(QCheckBox)
    with qtbot.waitSignal(he_lin.shown):
        tick.click()
    with qtbot.waitSignal(he_lin.shown):
        he_lin.desk.act(undo)
    assert stored(HE_LIN) == before
    assert not tick.isChecked()


def test_another_value_is_assumed_again(he_lin: MapWidget, qtbot: QtBot) -> None:
    editor = opened(he_lin, Fact.COVERAGE)
    assert editor.line.words.startswith("Confirmed")
    with qtbot.waitSignal(he_lin.shown):
        he_lin.acts.closer(he_lin.selected)  # type: ignore[arg-type]
    assert editor.line.words == "Assumed, 20 November 2026"
    assert not editor.findChildren(QCheckBox)[0].isChecked()


def test_what_nobody_holds_has_nothing_to_confirm(he_lin: MapWidget, qtbot: QtBot) -> None:
    editor = opened(he_lin, Fact.SUPPORT)
    with qtbot.waitSignal(he_lin.shown):
        he_lin.acts.support(HE_LIN, Support.UNKNOWN)
    assert not editor.isVisible()
    assert he_lin.side.person.grounds[Fact.INFLUENCE].isVisible()


def test_words_typed_for_one_person_do_not_go_to_the_next(
    he_lin: MapWidget, stored: Stored, qtbot: QtBot
) -> None:
    before = stored(HAN)
    editor = opened(he_lin, Fact.SUPPORT)
    control = editor.fields["source"].controls[0]
    assert isinstance(control, QPlainTextEdit)
    control.setPlainText("said at lunch")
    with qtbot.waitSignal(he_lin.desk.changed):
        he_lin.choose(HAN)
    assert stored(HE_LIN).support_evidence.source.en == "said at lunch"
    assert stored(HAN) == before
    assert not editor.line.isChecked()
    editor.line.click()
    assert control.toPlainText() == before.support_evidence.source.en


def test_a_refused_day_waits_with_its_person(
    he_lin: MapWidget, make_desk: MakeDesk, open_map: OpenMap, stored: Stored, qtbot: QtBot
) -> None:
    before = stored(HE_LIN).support_evidence
    editor = opened(he_lin, Fact.SUPPORT)
    give_day(editor, date(2026, 12, 24))
    qtbot.waitUntil(lambda: editor.fields["on"].is_refused)
    he_lin.choose(HAN)
    assert not editor.fields["on"].is_refused
    again = open_map(make_desk())  # as after the window was closed
    again.choose(HE_LIN)
    editor = again.side.person.grounds[Fact.SUPPORT]
    assert editor.line.isChecked()
    assert editor.fields["on"].is_refused
    assert editor.fields["on"].value() == date(2026, 12, 24)
    assert stored(HE_LIN).support_evidence == before


def test_concerns_stand_in_the_order_of_their_weight_with_what_was_said(
    he_lin: MapWidget,
) -> None:
    assert topics(he_lin) == [
        "1. Effort to integrate",
        "2. Reliability and operation",
        "3. Data and security",
    ]
    first = he_lin.side.person.concerns.lines[INTEGRATION].fold
    assert "Wants no further SDK" in first.words
    assert not he_lin.side.person.concerns.usual.isVisible()


def test_a_concern_is_added_from_those_that_lack_and_opened(
    he_lin: MapWidget, stored: Stored, qtbot: QtBot
) -> None:
    panel = he_lin.side.person.concerns
    panel.topics.aboutToShow.emit()
    offered = {action.text(): action for action in panel.topics.actions()}
    assert len(offered) == len(ConcernTopic) - 3
    with qtbot.waitSignal(he_lin.shown):
        offered["Compliance"].trigger()
    qtbot.waitUntil(lambda: ConcernTopic.COMPLIANCE in panel.lines)
    line = panel.lines[ConcernTopic.COMPLIANCE]
    assert line.fold.isChecked()
    assert topics(he_lin)[-1] == "4. Compliance"
    assert stored(HE_LIN).concerns[-1] == Concern(topic=ConcernTopic.COMPLIANCE)


def test_a_concern_rises_by_key_until_it_is_the_first(
    he_lin: MapWidget, stored: Stored, qtbot: QtBot
) -> None:
    line = he_lin.side.person.concerns.lines[ConcernTopic.SECURITY]
    line.fold.setFocus()
    QTest.keyClick(line.fold, Qt.Key.Key_Space)
    assert line.up is not None
    line.up.setFocus()
    for place in (2, 1):
        with qtbot.waitSignal(he_lin.shown):
            QTest.keyClick(line.up, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda place=place: topics(he_lin)[place - 1].endswith("Data and security"))
    assert stored(HE_LIN).concerns[0].topic is ConcernTopic.SECURITY
    assert QApplication.focusWidget() is line.fold  # not the button that removes it


def test_what_was_said_of_a_concern_saves_itself_in_both_languages(
    he_lin: MapWidget, stored: Stored, qtbot: QtBot
) -> None:
    line = he_lin.side.person.concerns.lines[RELIABILITY]
    line.fold.click()
    assert line.detail is not None
    english, chinese = line.detail.controls
    assert called(english) == "Reliability and operation: What was said (English)"
    assert isinstance(english, QPlainTextEdit)
    assert isinstance(chinese, QPlainTextEdit)
    english.setPlainText("No outage at launch")
    chinese.setPlainText("首发不能宕机")
    with qtbot.waitSignal(he_lin.shown):
        line.fold.click()  # closing it keeps what is typed
    said = Text("首发不能宕机", "No outage at launch")
    assert stored(HE_LIN).concerns[1] == Concern(topic=RELIABILITY, detail=said)
    assert line.fold.words == "2. Reliability and operation\nNo outage at launch"


def test_a_concern_that_is_removed_gives_the_keys_to_the_list(
    he_lin: MapWidget, stored: Stored, qtbot: QtBot
) -> None:
    panel = he_lin.side.person.concerns
    line = panel.lines[INTEGRATION]
    line.fold.click()
    line.fold.setFocus()
    with qtbot.waitSignal(he_lin.shown):
        line.leaving.emit(INTEGRATION)
    qtbot.waitUntil(lambda: INTEGRATION not in panel.lines)
    assert QApplication.focusWidget() is panel.add_button
    assert stored(HE_LIN).concerns[0].topic is RELIABILITY
    with qtbot.waitSignal(he_lin.shown):
        he_lin.desk.act(undo)
    qtbot.waitUntil(lambda: topics(he_lin)[0] == "1. Effort to integrate")


def test_words_for_a_concern_that_is_gone_wait_until_it_is_back(
    he_lin: MapWidget, workers: Workers, qtbot: QtBot
) -> None:
    """Somebody else, or Ctrl+Z, takes it out while they are typed."""
    panel = he_lin.side.person.concerns
    line = panel.lines[INTEGRATION]
    line.fold.click()
    assert line.detail is not None
    control = line.detail.controls[0]
    assert isinstance(control, QPlainTextEdit)
    control.setPlainText("Fears a third SDK")
    with qtbot.waitSignal(workers.refused):  # told at the window's foot
        he_lin.desk.act(partial(_without_concerns, person=HE_LIN))
    panel.add(INTEGRATION)
    qtbot.waitUntil(lambda: INTEGRATION in panel.lines)
    back = panel.lines[INTEGRATION]
    assert back.fold.isChecked()
    assert back.detail is not None
    assert back.detail.value().en == "Fears a third SDK"


def test_a_person_without_concerns_shows_what_planning_takes_from_the_role(
    shown: MapWidget, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shown.shown):
        shown.desk.act(partial(_without_concerns, person=LUO))
    shown.choose(LUO)
    panel = shown.side.person.concerns
    assert panel.usual.isVisible()
    assert panel.usual.text() == (
        "Taken from the role, until something is entered: What it costs and when and"
        " What it saves or earns"
    )
    panel.add(ConcernTopic.RISK)
    qtbot.waitUntil(lambda: not panel.usual.isVisible())


def test_with_every_topic_there_is_none_to_add(he_lin: MapWidget, qtbot: QtBot) -> None:
    panel = he_lin.side.person.concerns
    for topic in ConcernTopic:
        panel.add(topic)
    qtbot.waitUntil(lambda: len(panel.lines) == len(ConcernTopic))
    assert not panel.add_button.isEnabled()
    with qtbot.waitSignal(he_lin.shown):
        panel.lines[INTEGRATION].leaving.emit(INTEGRATION)
    qtbot.waitUntil(panel.add_button.isEnabled)


def test_what_is_opened_at_the_foot_scrolls_into_sight(he_lin: MapWidget, qtbot: QtBot) -> None:
    panel = he_lin.side.person
    seen = panel._area.viewport()
    line = panel.concerns.lines[ConcernTopic.SECURITY]
    panel._area.ensureWidgetVisible(line.fold, 0, 0)
    line.fold.click()
    detail = line.detail
    assert detail is not None
    foot = detail.rect().bottomLeft()
    qtbot.waitUntil(lambda: seen.rect().contains(detail.mapTo(seen, foot)))


def test_a_note_is_kept(he_lin: MapWidget, stored: Stored, qtbot: QtBot) -> None:
    note = he_lin.side.person._note
    control = note.controls[0]
    assert isinstance(control, QPlainTextEdit)
    control.setPlainText("Plays tennis with Zhou")
    with qtbot.waitSignal(he_lin.shown):
        note.save_now()
    assert stored(HE_LIN).note.en == "Plays tennis with Zhou"


def test_who_only_comes_to_the_visit_gets_onto_the_map_by_a_concern(
    shown: MapWidget, stored: Stored, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(shown.shown):
        shown.desk.act(partial(acts.take_off_map, opportunity=PROJECT, person=HAN))
    shown.choose(HAN)
    assert shown.selected is not None
    assert shown.selected.known is None
    assert shown.side.person.concerns.usual.text() == "Nobody has told us yet."
    with qtbot.waitSignal(shown.shown):
        shown.side.person.concerns.add(ConcernTopic.COST)
    assert stored(HAN).concerns == (Concern(topic=ConcernTopic.COST),)


def test_a_warning_of_guesses_opens_what_confirms_them(shown: MapWidget, qtbot: QtBot) -> None:
    shown.side.tabs.setCurrentWidget(shown.side.warnings)
    row = next(
        one
        for one in shown.side.warnings.rows
        if one.warning.about is WarningKind.ONLY_ASSUMED and Fact.ROLES in one.warning.unsure
    )
    row._jump()
    panel = shown.side.person
    assert panel.person == row.warning.person
    assert panel.isVisible()
    opened = {fact for fact, editor in panel.grounds.items() if editor.line.isChecked()}
    assert opened == set(row.warning.unsure)
    first = panel.grounds[row.warning.unsure[0]]
    assert QApplication.focusWidget() is first.findChildren(QCheckBox)[0]


@pytest.mark.parametrize("width", [566, 1280])
def test_the_panel_is_whole_with_everything_opened(
    he_lin: MapWidget, width: int, qtbot: QtBot
) -> None:
    he_lin.resize(width, 720)
    panel = he_lin.side.person
    panel.go_to([fact.evidence_field for fact in Fact])
    for line in panel.concerns.lines.values():
        line.fold.click()
    qtbot.wait(20)  # layouts settle
    of_panel = [one for one in findings(panel) if "tab order" not in one]
    assert of_panel == []
