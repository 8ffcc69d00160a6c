"""The visits page: a visit is found, prepared, looked at, exported and written up."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from briefing_app.domain.client import Client
from briefing_app.domain.draft import Spot
from briefing_app.domain.ids import VisitId
from briefing_app.domain.offering import OwnCompany
from briefing_app.domain.slide_list import SlideList
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.domain.visit_record import AimReached, Reception, RecordPart, VisitRecord
from briefing_app.services.check_apart import CheckedDocument
from briefing_app.services.editing import delete_records
from briefing_app.services.preferences import Preferences
from briefing_app.services.preview import PreviewKind
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.services.undoing import undo
from briefing_app.store.store import open_store
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.look import Appearance, Look, screen_palette
from briefing_app.ui.pages.visits import VisitsPage
from briefing_app.ui.pages.visits.after import AfterPanel
from briefing_app.ui.pages.visits.attendees_dialog import AttendeesDialog
from briefing_app.ui.pages.visits.company import CompanyLacks
from briefing_app.ui.pages.visits.export_dialog import ExportDialog
from briefing_app.ui.workers import Workers

VISIT = VisitId(DEMO_VISITS[0])
SLOW = 40_000


@pytest.fixture
def desk(workers: Workers, tmp_path: Path) -> Desk:
    preferences = Preferences(export_folder=str(tmp_path / "exports"))
    look = Look(screen_palette(Appearance.LIGHT))
    return Desk(workers, Language.EN, look, preferences, workers)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> VisitsPage:
    """The page with one visit open."""
    made = VisitsPage(desk)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    made.open(Place("visits", VISIT))
    qtbot.waitUntil(lambda: bool(made.detail._title.text()), timeout=SLOW)
    return made


@pytest.fixture
def previewed(page: VisitsPage, qtbot: QtBot) -> VisitsPage:
    """The page once the deck is shown."""
    qtbot.waitUntil(lambda: page.detail.preview.shown is not None, timeout=SLOW)
    return page


def stored(folder: Path, visit: str = VISIT) -> Visit:
    with open_store(folder) as store:
        return store.get(Visit, visit)


def record(folder: Path) -> VisitRecord | None:
    with open_store(folder) as store:
        return next(iter(store.all(VisitRecord)), None)


def other_client(folder: Path) -> str:
    with open_store(folder) as store:
        return store.get(Client, "client-chengye").short_name.en


def kept_lists(folder: Path) -> tuple[SlideList, ...]:
    with open_store(folder) as store:
        return store.all(SlideList)


def buttons(page: VisitsPage, words: str) -> list[QPushButton]:
    return [one for one in page.findChildren(QPushButton) if one.text() == words]


def test_a_visit_without_our_company_asks_for_its_name(
    sample_folder: Path, desk: Desk, qtbot: QtBot
) -> None:
    with open_store(sample_folder) as store:
        store.delete(OwnCompany, store.company().id)
    page = VisitsPage(desk)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    page.open(Place("visits", VISIT))
    line = page.findChildren(CompanyLacks)[0].name
    qtbot.waitUntil(line.isVisible, timeout=SLOW)
    qtbot.keyClicks(line, "Ours Ltd")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail.isVisible() and bool(page.detail._title.text()))
    qtbot.waitUntil(lambda: page.detail.preview.shown is not None, timeout=SLOW)
    with open_store(sample_folder) as store:
        assert store.company().name == Text.of("Ours Ltd")


def test_the_list_leads_to_a_visit(desk: Desk, qtbot: QtBot) -> None:
    page = VisitsPage(desk)
    qtbot.addWidget(page)
    page.resize(1280, 720)
    page.show()
    desk.wanted.connect(page.open)
    rows = page.list.rows
    qtbot.waitUntil(lambda: rows.model.rowCount() > 1, timeout=SLOW)
    rows.view.setCurrentIndex(rows.model.index(1))
    assert page.list.isVisible()  # keys only pass by where there is no room for a visit, too
    qtbot.keyClick(rows.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.detail._title.text()), timeout=SLOW)
    assert not page.list.isVisible()  # there is room for one of them
    page.detail._list.click()
    assert page.list.isVisible()


def test_a_field_saves_itself_and_the_preview_follows(
    previewed: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    detail = previewed.detail
    before = detail.preview.shown
    purpose = detail.facts._fields["purpose"]
    detail.facts.go_to("purpose")
    purpose.controls[0].selectAll()
    qtbot.keyClicks(purpose.controls[0], "Agree the next step")
    purpose.save_now()
    qtbot.waitUntil(lambda: stored(sample_folder).purpose.en == "Agree the next step", timeout=SLOW)
    qtbot.waitUntil(lambda: detail.preview.shown is not before, timeout=SLOW)
    texts = [text.made for slide in detail.preview.shown.slides for text in slide.texts]
    assert "Agree the next step" in texts


def test_attendees_are_ticked(page: VisitsPage, sample_folder: Path, qtbot: QtBot) -> None:
    before = stored(sample_folder).attendees
    field = page.detail.facts._fields["attendees"]
    first = field.findChildren(QCheckBox)[0]
    assert first.isChecked()
    first.click()
    qtbot.waitUntil(lambda: stored(sample_folder).attendees == before[1:], timeout=SLOW)


def test_attendees_are_picked_on_the_map(
    page: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    before = stored(sample_folder).attendees
    page.detail.facts._pick_on_map()
    dialog = page.findChild(AttendeesDialog)
    assert isinstance(dialog, AttendeesDialog)
    qtbot.waitSignal(dialog.map.shown, timeout=SLOW).wait()
    assert not dialog.turn.isEnabled()
    dialog.map.choose(before[0])
    dialog.map.canvas.person_chosen.emit(before[0])  # as a click does
    assert dialog.turn.text() == "Stays away"
    dialog.turn.click()
    qtbot.waitUntil(lambda: stored(sample_folder).attendees == before[1:], timeout=SLOW)
    assert dialog.turn.text() == "Comes"
    dialog.turn.click()
    qtbot.waitUntil(
        lambda: stored(sample_folder).attendees == (*before[1:], before[0]), timeout=SLOW
    )


def test_who_is_chosen_in_the_maps_table_can_come(page: VisitsPage, qtbot: QtBot) -> None:
    page.detail.facts._pick_on_map()
    dialog = page.findChild(AttendeesDialog)
    assert isinstance(dialog, AttendeesDialog)
    qtbot.waitSignal(dialog.map.shown, timeout=SLOW).wait()
    assert not dialog.turn.isEnabled()
    table = dialog.map.stack.table
    dialog.map.stack.switch_table()
    dialog.map.stack.bring_up()
    qtbot.waitUntil(table.isVisible)
    table.setCurrentIndex(table.model().index(0, 0))
    assert dialog.turn.isEnabled()


def test_what_is_missing_leads_to_its_field(page: VisitsPage, qtbot: QtBot) -> None:
    page.open(Place("visits", VISIT, "best_commitment"))
    field = page.detail.facts._fields["best_commitment"]
    qtbot.waitUntil(lambda: page.focusWidget() is field.controls[0], timeout=SLOW)


def test_every_slide_says_why_it_is_there(previewed: VisitsPage) -> None:
    preview = previewed.detail.preview
    told = set()
    for page in preview.shown.pages:
        preview.viewer.go_to(page.number)
        words = [one.text() for one in preview.why.findChildren(type(preview._state))]
        assert len(words) >= 2
        told.add(tuple(words))
    assert len(told) > 5


def test_the_other_documents_are_made_when_somebody_looks(
    previewed: VisitsPage, qtbot: QtBot
) -> None:
    preview = previewed.detail.preview
    for kind in (PreviewKind.BROCHURE, PreviewKind.VISIT_PLAN):
        preview.choose(kind)
        qtbot.waitUntil(lambda kind=kind: preview.shown.kind is kind, timeout=SLOW)
        assert preview.shown.pages
    preview.choose(PreviewKind.DECK)
    assert preview.shown.kind is PreviewKind.DECK  # known already


def test_slides_are_switched_moved_and_reset(
    previewed: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    panel = previewed.detail.storyline
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = panel.model.told
    index = panel.model.index(2)
    assert panel.model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    qtbot.waitUntil(lambda: before[2] not in panel.model.told, timeout=SLOW)
    panel.choose(before[4])
    panel._up()
    moved = [before[0], before[1], before[4], before[3], *before[5:]]
    qtbot.waitUntil(lambda: panel.model.told == moved, timeout=SLOW)
    assert panel.chosen_key == before[4]
    panel._reset.click()
    qtbot.waitUntil(lambda: panel.model.told == before, timeout=SLOW)
    assert kept_lists(sample_folder) == ()


def test_a_dragged_slide_comes_before_the_one_it_is_dropped_on(
    previewed: VisitsPage, qtbot: QtBot
) -> None:
    panel = previewed.detail.storyline
    model, before = panel.model, panel.model.told
    carried = model.mimeData([model.index(5)])
    with qtbot.waitSignal(model.moved) as moved:
        model.dropMimeData(carried, Qt.DropAction.MoveAction, 0, 0, model.index(-1))
    assert moved.args == [before[5], before[1]]  # the cover stays first
    qtbot.waitUntil(lambda: model.told[1] == before[5], timeout=SLOW)


def test_a_text_is_reworded_where_it_stands(
    previewed: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    detail = previewed.detail
    detail.show_part("slides")
    detail.storyline.choose(detail.storyline.model.told[1])
    field = detail.storyline._words._fields[0]
    field.put("What we heard from you")
    field.save_now()
    qtbot.waitUntil(lambda: bool(kept_lists(sample_folder)), timeout=SLOW)
    qtbot.waitUntil(lambda: detail.preview.shown.is_kept, timeout=SLOW)
    assert detail.preview.shown.pages[1].title == "What we heard from you"


def test_what_the_gate_finds_leads_to_page_and_field_and_may_be_meant(
    previewed: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    detail = previewed.detail
    purpose = detail.facts._fields["purpose"]
    purpose.put(Text.same(f"As agreed with {other_client(sample_folder)}"))
    purpose.save_now()
    gate = detail.gate
    qtbot.waitUntil(lambda: bool(detail.preview.shown.gate.findings), timeout=SLOW)
    detail.show_part("check")
    detail.preview.viewer.go_to(4)
    buttons(previewed, "Show the page")[0].click()
    assert detail.preview.viewer.page == 1
    mend = [one for one in gate.findChildren(QPushButton) if one.text() == "Mend"]
    mend[0].click()
    assert detail.tabs.currentWidget() is detail.facts
    detail.show_part("check")
    buttons(previewed, "It is meant")[0].click()
    qtbot.waitUntil(lambda: detail.preview.shown.gate.lets_pass, timeout=SLOW)
    previewed.open(Place("visits", DEMO_VISITS[1], "check"))  # it lasts
    qtbot.waitUntil(lambda: detail._page.visit.id == DEMO_VISITS[1], timeout=SLOW)
    previewed.open(Place("visits", VISIT, "check"))
    qtbot.waitUntil(lambda: bool(buttons(previewed, "Take back")), timeout=SLOW)
    assert detail.preview.shown.gate.lets_pass
    buttons(previewed, "Take back")[0].click()
    qtbot.waitUntil(lambda: not detail.preview.shown.gate.lets_pass, timeout=SLOW)


def test_what_the_gate_finds_in_a_slide_leads_to_that_slide(
    previewed: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    detail = previewed.detail
    detail.show_part("slides")
    key = detail.storyline.model.told[3]
    detail.storyline.choose(key)
    field = detail.storyline._words._fields[0]
    field.put(f"As at {other_client(sample_folder)}")
    field.save_now()
    qtbot.waitUntil(lambda: bool(detail.preview.shown.gate.findings), timeout=SLOW)
    detail.preview.viewer.go_to(1)
    detail.show_part("check")
    mends = [one for one in detail.gate.findChildren(QPushButton) if one.text() == "Mend"]
    mends[0].click()
    assert detail.tabs.currentWidget().isAncestorOf(detail.storyline)
    assert detail.storyline.chosen_key == key


def test_a_visit_that_is_deleted_leaves_its_undo_at_hand(
    page: VisitsPage, desk: Desk, qtbot: QtBot
) -> None:
    refused: list[object] = []
    desk.refused.connect(refused.append)
    with qtbot.waitSignal(page.detail.gone):
        desk.act(partial(delete_records, kind="visit", ids=(VISIT,)))
    assert refused == []
    assert page.here() == Place("visits")
    desk.act(undo)
    page.open(Place("visits", VISIT))
    qtbot.waitUntil(lambda: page.here().record_id == VISIT)
    assert refused == []


def test_a_preview_whose_process_died_is_tried_again(page: VisitsPage, qtbot: QtBot) -> None:
    preview = page.detail.preview
    qtbot.waitUntil(lambda: bool(active_children()))
    for process in active_children():
        process.kill()
    qtbot.waitUntil(preview._again.isVisible, timeout=SLOW)
    preview._again.click()
    qtbot.waitUntil(lambda: preview.shown is not None, timeout=SLOW)
    assert not preview._again.isVisible()


def export_dialog(page: VisitsPage) -> ExportDialog:
    page.detail._export.click()
    found = page.findChild(ExportDialog)
    assert isinstance(found, ExportDialog)
    return found


def test_an_export_shows_its_files_and_is_told_to_the_page(
    page: VisitsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = export_dialog(page)
    dialog._start.click()
    qtbot.waitUntil(lambda: dialog._done is not None, timeout=SLOW)
    assert dialog._folder.isVisible()
    assert dialog._done.folder.parent == tmp_path / "exports"
    assert all(path.exists() for path in dialog._done.files)
    qtbot.waitUntil(lambda: len(page.detail._page.exports) == 1, timeout=SLOW)


def test_an_export_that_is_cancelled_writes_nothing(
    page: VisitsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = export_dialog(page)
    dialog._start.click()
    dialog._stop.click()
    qtbot.waitUntil(lambda: dialog._job is None, timeout=SLOW)
    assert dialog._done is None
    assert not (tmp_path / "exports").exists()


def test_an_export_that_the_gate_keeps_in_shows_what_to_do(
    page: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    purpose = page.detail.facts._fields["purpose"]
    purpose.put(Text.same(f"As agreed with {other_client(sample_folder)}"))
    purpose.save_now()
    dialog = export_dialog(page)
    with qtbot.waitSignal(dialog.withheld, timeout=SLOW):
        dialog._start.click()
    assert page.detail.tabs.currentWidget() is page.detail.gate
    assert buttons(page, "It is meant")


def test_a_visit_is_written_up_and_closed(
    page: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    after = page.detail.after
    page.open(Place("visits", VISIT, "after"))
    qtbot.waitUntil(lambda: bool(after._state.text()), timeout=SLOW)
    qtbot.waitUntil(after.isVisible, timeout=SLOW)
    assert not page.detail.preview.isVisible()
    assert not after._close.isEnabled()
    aim = after._forms[0].fields["aim"]
    aim.put(AimReached.BEST)
    aim.save_now()
    editor = after._editors["shown"]
    editor.add_button.click()
    editor.new_part.form.fields["what"].put(Text.same("The funnel"))
    editor.new_part.finish()
    qtbot.waitUntil(lambda: shown_words(sample_folder) == ["The funnel"], timeout=SLOW)
    for part in RecordPart:
        if part not in (RecordPart.SHOWN, RecordPart.AGREED):
            reason = after._sections[part]._reason
            reason.put(Text.same("There was no time"))
            reason.save_now()
    qtbot.waitUntil(after._close.isEnabled, timeout=SLOW)
    after._close.click()
    qtbot.waitUntil(lambda: is_closed(sample_folder), timeout=SLOW)
    qtbot.waitUntil(lambda: after._state.text().startswith("Closed"), timeout=SLOW)
    assert record(sample_folder).aim is AimReached.BEST


def shown_words(folder: Path) -> list[str]:
    found = record(folder)
    return [one.what.en for one in found.shown] if found else []


def is_closed(folder: Path) -> bool:
    found = record(folder)
    return found is not None and found.closed_on is not None


def test_everybody_invited_stands_in_a_line_that_unfolds(
    page: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    after = page.detail.after
    page.open(Place("visits", VISIT, "after"))
    qtbot.waitUntil(lambda: bool(after._state.text()), timeout=SLOW)
    lines = after._editors["people"].lines
    assert len(lines) == len(stored(sample_folder).attendees)
    assert lines[0].form is None
    assert "was there" in lines[0].title.text()
    lines[0].title.click()
    presence = lines[0].form.form.fields["was_there"]
    presence.put(value=False)
    presence.save_now()
    qtbot.waitUntil(lambda: absent(sample_folder) == stored(sample_folder).attendees[:1])
    qtbot.waitUntil(lambda: "did not come" in lines[0].title.text(), timeout=SLOW)
    lines[0].title.click()
    assert not lines[0].form.isVisible()


def absent(folder: Path) -> tuple[str, ...]:
    found = record(folder)
    return found.absent if found else ()


def open_after(page: VisitsPage, qtbot: QtBot) -> AfterPanel:
    page.open(Place("visits", VISIT, "after"))
    qtbot.waitUntil(lambda: bool(page.detail.after._state.text()), timeout=SLOW)
    return page.detail.after


def test_a_part_that_is_begun_and_left_blank_is_not_stored(
    page: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    editor = open_after(page, qtbot)._editors["agreed"]
    editor.add_button.click()
    editor.save_now()
    assert editor.new_part is not None
    editor.new_part.form.fields["words"].put(Text.same("A pilot"))
    editor.save_now()
    qtbot.waitUntil(lambda: agreed(sample_folder) == ["A pilot"], timeout=SLOW)
    qtbot.waitUntil(lambda: editor.new_part is None, timeout=SLOW)


def test_a_part_that_lacks_something_waits_until_its_visit_is_opened_again(
    page: VisitsPage, desk: Desk, sample_folder: Path, qtbot: QtBot
) -> None:
    editor = open_after(page, qtbot)._editors["shown"]
    editor.add_button.click()
    reception = editor.new_part.form.fields["reception"]
    reception.put(Reception.WELL)
    other = Place("visits", DEMO_VISITS[1], "after")
    page.open(other)
    qtbot.waitUntil(lambda: page.detail.after._shown.visit.id == other.record_id, timeout=SLOW)
    qtbot.waitUntil(lambda: bool(page.detail.after._editors.get("shown")), timeout=SLOW)
    after = open_after(page, qtbot)
    qtbot.waitUntil(lambda: after._shown.visit.id == VISIT, timeout=SLOW)
    qtbot.waitUntil(lambda: bool(begun(after)), timeout=SLOW)
    new = after._editors["shown"].new_part
    assert new is not editor.new_part
    assert new.form.fields["reception"].value() is Reception.WELL
    assert "a value is needed" in new._refusal.text()
    new.form.fields["what"].put(Text.same("The funnel"))
    new.finish()
    qtbot.waitUntil(lambda: shown_words(sample_folder) == ["The funnel"], timeout=SLOW)
    spot = Spot("visit", VISIT, ("record", "shown", "new"))
    qtbot.waitUntil(lambda: desk.drafts.at(spot) is None, timeout=SLOW)


def begun(after: AfterPanel) -> list[str]:
    return [name for name, editor in after._editors.items() if editor.new_part is not None]


def test_open_questions_are_written_down(
    page: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    editor = open_after(page, qtbot)._editors["open_questions"]
    for words in ("Who signs?", "Who pays?"):
        editor.add_button.click()
        qtbot.keyClicks(editor.new_part.form.fields[""].controls[0], words)
        editor.new_part.finish()
        qtbot.waitUntil(lambda: editor.new_part is None, timeout=SLOW)
    qtbot.waitUntil(lambda: len(editor.lines) == 2, timeout=SLOW)
    editor.lines[1].moved.emit(1, -1)
    qtbot.waitUntil(lambda: questions(sample_folder) == ["Who pays?", "Who signs?"], timeout=SLOW)


def questions(folder: Path) -> list[str]:
    found = record(folder)
    return [one.en for one in found.open_questions] if found else []


def agreed(folder: Path) -> list[str]:
    found = record(folder)
    return [one.words.en for one in found.agreed] if found else []


@pytest.mark.parametrize("size", [(870, 600), (1280, 720), (1920, 1080)])
def test_nothing_is_wider_than_the_window(
    make_desk: Callable[..., Desk], qtbot: QtBot, language: Language, size: tuple[int, int]
) -> None:
    page = VisitsPage(make_desk(language))
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.open(Place("visits", VISIT))
    QApplication.processEvents()
    assert page.width() == size[0]
    assert page.minimumSizeHint().width() <= size[0]


def test_what_is_typed_stays_with_its_visit_when_another_is_opened(
    page: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    facts, other = page.detail.facts, DEMO_VISITS[1]
    qtbot.waitUntil(lambda: "purpose" in facts._fields, timeout=SLOW)
    purpose = facts._fields["purpose"]
    purpose.put(Text.same("Agree the pilot"))
    page.open(Place("visits", other))
    qtbot.waitUntil(lambda: facts._page.visit.id == other, timeout=SLOW)
    assert facts._fields["purpose"] is purpose  # filled, not made anew
    assert purpose.value() == facts._page.visit.purpose
    assert not purpose.is_dirty()
    qtbot.waitUntil(lambda: stored(sample_folder).purpose.en == "Agree the pilot", timeout=SLOW)
    assert stored(sample_folder, other).attendees == facts._attendees.value()


def test_opening_a_visit_loads_none_of_what_makes_documents() -> None:
    script = "import sys, briefing_app.ui.pages.visits.detail; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = set(run.stdout.split())
    assert "briefing_app.services.preview" in loaded
    engines = ("briefing_app.documents.gate", "briefing_app.services.making", "reportlab", "pptx")
    assert loaded.isdisjoint((*engines, "briefing_app.planning.prepare"))


def test_every_document_of_an_export_is_judged_while_somebody_looks(
    previewed: VisitsPage, sample_folder: Path, qtbot: QtBot
) -> None:
    detail = previewed.detail
    detail.show_part("check")
    checker = detail._checker
    qtbot.waitUntil(lambda: checker.judged_at is not None, timeout=SLOW)
    assert set(checker.views) == set(CheckedDocument)
    assert all(view.lets_pass for views in checker.views.values() for view in views)
    assert "judged at" in detail.gate._state.text()
    at_first = checker.judged_at
    purpose = detail.facts._fields["purpose"]
    purpose.put(Text.same(f"As agreed with {other_client(sample_folder)}"))
    purpose.save_now()
    qtbot.waitUntil(lambda: checker.judged_at is None, timeout=SLOW)
    assert "being judged" in detail.gate._state.text()
    qtbot.waitUntil(lambda: checker.judged_at not in (None, at_first), timeout=SLOW)
    kept_in = {key for key, views in checker.views.items() if any(v.findings for v in views)}
    assert CheckedDocument.DECK in kept_in
    detail.show_part("facts")
    detail.show_part("check")
    assert not checker.is_at_work  # what is judged is not judged again
