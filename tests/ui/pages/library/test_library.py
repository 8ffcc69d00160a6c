"""The library page shows, changes, adds and deletes what we bring to clients."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from briefing_app.domain.client import Department
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.logo import Logo
from briefing_app.domain.offering import OwnCompany, Product, SuccessCase
from briefing_app.domain.records import Record
from briefing_app.domain.text import Language, Text
from briefing_app.services.data_folder import open_data
from briefing_app.services.library_rows import Section
from briefing_app.services.preferences import Preferences
from briefing_app.services.undoing import undo
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.parts import PartForm
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.look import Appearance, Look, screen_palette
from briefing_app.ui.pages.library.adding import AddingDialog
from briefing_app.ui.pages.library.case_books import CaseBookDialog
from briefing_app.ui.pages.library.detail import LibraryDetail
from briefing_app.ui.pages.library.page import LibraryPage
from briefing_app.ui.workers import Workers
from tests.ui.conftest import MakeDesk

_PATIENCE = 30_000


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> LibraryPage:
    return _page(desk, qtbot)


def _page(desk: Desk, qtbot: QtBot) -> LibraryPage:
    made = LibraryPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitUntil(partial(_is_whole, made), timeout=_PATIENCE)
    return made


def _is_whole(page: LibraryPage) -> bool:
    return page.detail is not None and page.detail.is_whole


def _detail(page: LibraryPage) -> LibraryDetail:
    assert page.detail is not None
    return page.detail


def _form(page: LibraryPage, name: str) -> PartForm:
    return next(form for form in _detail(page).forms if name in {*form.form.fields, *form.lists})


def _field(page: LibraryPage, name: str) -> Field:
    return _form(page, name).form.fields[name]


def _stored(page: LibraryPage, desk: Desk, record_type: type[Record]) -> Record:
    with open_data(desk.workers.data) as store:
        return store.get(record_type, _detail(page).spot.record_id)


def _product(page: LibraryPage, desk: Desk) -> Product:
    found = _stored(page, desk, Product)
    assert isinstance(found, Product)
    return found


def _go(page: LibraryPage, qtbot: QtBot, section: Section) -> None:
    page.sections.setCurrentIndex(list(Section).index(section))
    qtbot.waitUntil(partial(_is_whole, page), timeout=_PATIENCE)


def _acting(qtbot: QtBot, desk: Desk, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(desk.changed, timeout=_PATIENCE):
        act()


@pytest.mark.parametrize("section", list(Section), ids=str)
def test_each_section_lists_records_and_shows_one(
    page: LibraryPage, qtbot: QtBot, section: Section
) -> None:
    _go(page, qtbot, section)
    assert page.list.model.rowCount() > 1
    assert _detail(page).forms
    assert page.add_button.text().startswith("New ")


def test_every_section_speaks_both_languages(
    make_desk: MakeDesk, language: Language, qtbot: QtBot
) -> None:
    page = _page(make_desk(language), qtbot)
    for section in Section:
        _go(page, qtbot, section)
        assert page.sections.tabText(list(Section).index(section))


def test_a_field_saves_itself(page: LibraryPage, qtbot: QtBot, desk: Desk) -> None:
    field = _field(page, "name")
    assert isinstance(field, TextField)
    field.put(Text("新名字", "Another name"))
    _acting(qtbot, desk, field.save_now)
    assert _product(page, desk).name == Text("新名字", "Another name")


def test_a_product_is_found_while_typing(page: LibraryPage, qtbot: QtBot) -> None:
    page.search.setText("loyalty")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1, timeout=_PATIENCE)
    page.search.setText("no such thing")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 0, timeout=_PATIENCE)
    assert page.list.currentWidget() is page.list.empty


def test_the_decider_follows_from_the_adoption_profile_at_once(
    page: LibraryPage, qtbot: QtBot, desk: Desk
) -> None:
    page.open(Place("library", _by_name(desk, "Behaviour Analytics"), "product"))
    qtbot.waitUntil(lambda: "hardly resist" in _conclusion(page), timeout=_PATIENCE)
    adoption = _detail(page).adoption
    assert adoption is not None
    improves = adoption.form.form.fields["improves"]
    improves.put((Department.FINANCE,))
    _acting(qtbot, desk, improves.save_now)
    qtbot.waitUntil(lambda: "Finance" in _conclusion(page), timeout=_PATIENCE)
    assert "natural key decision maker" in improves.controls[0].toolTip()


def _by_name(desk: Desk, name: str) -> str:
    with open_data(desk.workers.data) as store:
        return next(one.id for one in store.all(Product) if one.name.en == name)


def _conclusion(page: LibraryPage) -> str:
    adoption = page.detail.adoption if page.detail is not None else None
    return adoption.conclusion.text() if adoption is not None else ""


def test_a_part_is_opened_changed_and_keeps_its_place(
    page: LibraryPage, qtbot: QtBot, desk: Desk
) -> None:
    parts = _form(page, "capabilities").lists["capabilities"]
    parts.open_part(1)
    form = parts.lines[1].form
    assert isinstance(form, PartForm)
    form.form.fields["name"].put(Text("能力", "Ability"))
    _acting(qtbot, desk, form.save_now)
    assert _product(page, desk).capabilities[1].name == Text("能力", "Ability")
    qtbot.waitUntil(lambda: parts.lines[1].title.text() == "Ability", timeout=_PATIENCE)
    assert parts.lines[1].is_opened


def test_parts_are_moved_removed_and_come_back_by_undo(
    page: LibraryPage, qtbot: QtBot, desk: Desk
) -> None:
    parts = _form(page, "capabilities").lists["capabilities"]
    before = [line.title.text() for line in parts.lines]
    _acting(qtbot, desk, lambda: parts.lines[0].moved.emit(0, 1))
    qtbot.waitUntil(lambda: parts.lines[1].title.text() == before[0], timeout=_PATIENCE)
    _acting(qtbot, desk, lambda: parts.lines[1].moved.emit(1, 0))
    qtbot.waitUntil(lambda: len(parts.lines) == len(before) - 1, timeout=_PATIENCE)
    _acting(qtbot, desk, lambda: desk.act(undo))
    qtbot.waitUntil(lambda: len(parts.lines) == len(before), timeout=_PATIENCE)


def test_a_new_part_is_added_once_it_is_whole(page: LibraryPage, qtbot: QtBot, desk: Desk) -> None:
    parts = _form(page, "facts").lists["facts"]
    count = len(parts.lines)
    parts.add_button.click()
    new = parts.new_part
    assert new is not None
    new.finish()
    qtbot.waitUntil(lambda: "a value is needed" in _words(new), timeout=_PATIENCE)
    new.form.fields["name"].put(Text("", "Uptime"))
    _acting(qtbot, desk, new.finish)
    qtbot.waitUntil(lambda: len(parts.lines) == count + 1, timeout=_PATIENCE)
    assert parts.lines[-1].is_opened
    assert parts.new_part is None
    assert _product(page, desk).facts[-1].name == Text("", "Uptime")


def test_a_new_part_that_is_left_behind_is_added_once(
    page: LibraryPage, qtbot: QtBot, desk: Desk
) -> None:
    product = _product(page, desk)
    parts = _form(page, "facts").lists["facts"]
    parts.add_button.click()
    new = parts.new_part
    assert new is not None
    new.form.fields["name"].put(Text("", "Uptime"))
    _acting(qtbot, desk, lambda: page.sections.setCurrentIndex(1))
    qtbot.waitUntil(lambda: page.list.model.rowCount() > 4, timeout=_PATIENCE)
    with open_data(desk.workers.data) as store:
        facts = store.get(Product, product.id).facts
    assert [one.name.en for one in facts[len(product.facts) :]] == ["Uptime"]


def test_a_new_part_that_is_given_up_leaves_no_trace(
    page: LibraryPage, qtbot: QtBot, desk: Desk
) -> None:
    before = _product(page, desk)
    parts = _form(page, "facts").lists["facts"]
    parts.add_button.click()
    new = parts.new_part
    assert new is not None
    new.form.fields["name"].put(Text("", "Uptime"))
    next(one for one in new.findChildren(QPushButton) if one.text() == "Cancel").click()
    assert parts.new_part is None
    assert _product(page, desk) == before


def _words(shown: object) -> str:
    return str(shown._refusal.text())  # type: ignore[attr-defined]


def test_a_needed_text_cannot_be_emptied(page: LibraryPage, qtbot: QtBot, desk: Desk) -> None:
    before = _product(page, desk).name
    field = _field(page, "name")
    field.put(Text())
    field.save_now()
    qtbot.waitUntil(lambda: bool(field.controls[0].property("refused")), timeout=_PATIENCE)
    assert _product(page, desk).name == before


def test_a_permission_says_what_documents_do(page: LibraryPage, qtbot: QtBot, desk: Desk) -> None:
    _go(page, qtbot, Section.CASES)
    field = _field(page, "permission")
    field.put(next(one for one in type(field.value()) if one.value == "none"))
    _acting(qtbot, desk, field.save_now)
    standing = _detail(page).standing
    qtbot.waitUntil(lambda: "No document shows this case" in standing.text(), timeout=_PATIENCE)
    assert standing.property("tone") == "warn"


def test_a_new_product_is_added_shown_deleted_and_restored(
    page: LibraryPage, qtbot: QtBot, desk: Desk
) -> None:
    page.add()
    qtbot.waitUntil(lambda: _dialog() is not None, timeout=_PATIENCE)
    dialog = _dialog()
    assert dialog is not None
    dialog.add()
    assert "a value is needed" in _words(dialog)
    dialog.form.fields["name"].put(Text("", "Brand new"))
    dialog.form.fields["essence"].put(Text("", "It is new."))
    _acting(qtbot, desk, dialog.add)
    qtbot.waitUntil(lambda: _title(page) == "Brand new", timeout=_PATIENCE)
    count = page.list.model.rowCount()
    _acting(qtbot, desk, page.delete)
    qtbot.waitUntil(lambda: page.list.model.rowCount() == count - 1, timeout=_PATIENCE)
    _acting(qtbot, desk, lambda: desk.act(undo))
    qtbot.waitUntil(lambda: page.list.model.rowCount() == count, timeout=_PATIENCE)


def _dialog() -> AddingDialog | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, AddingDialog) else None


def _title(page: LibraryPage) -> str:
    return page.detail.title.text() if page.detail is not None else ""


def test_a_question_is_added_to_its_industry_and_opened(
    page: LibraryPage, qtbot: QtBot, desk: Desk
) -> None:
    _go(page, qtbot, Section.QUESTIONS)
    page.add()
    qtbot.waitUntil(lambda: _dialog() is not None, timeout=_PATIENCE)
    dialog = _dialog()
    assert dialog is not None
    dialog.form.fields["owner"].put(("industry", "games"))
    dialog.form.fields["question"].put(Text("", "Who plays?"))
    dialog.form.fields["purpose"].put(Text("", "To know the players."))
    _acting(qtbot, desk, dialog.add)
    qtbot.waitUntil(lambda: _title(page) == "Who plays?", timeout=_PATIENCE)
    with open_data(desk.workers.data) as store:
        assert store.get(IndustryPack, "games").questions[-1].question.en == "Who plays?"
    _acting(qtbot, desk, page.delete)
    with open_data(desk.workers.data) as store:
        assert store.get(IndustryPack, "games").questions[-1].question.en != "Who plays?"


def test_an_industry_that_nobody_chose_is_not_taken_for_a_new_case(
    page: LibraryPage, qtbot: QtBot
) -> None:
    _go(page, qtbot, Section.CASES)
    page.add()
    qtbot.waitUntil(lambda: _dialog() is not None, timeout=_PATIENCE)
    dialog = _dialog()
    assert dialog is not None
    dialog.form.fields["customer"].put(Text("", "A customer"))
    assert dialog.form.fields["industry"].value() is None
    dialog.add()
    assert "Industry: a value is needed here." in _words(dialog)
    dialog.form.fields["customer"].put(Text())
    dialog.reject()


def test_the_search_of_the_window_leads_to_a_case(
    page: LibraryPage, qtbot: QtBot, desk: Desk
) -> None:
    with open_data(desk.workers.data) as store:
        case = store.all(SuccessCase)[-1]
    page.open(Place("library", case.id, "case"))
    qtbot.waitUntil(lambda: _title(page) == case.customer.en, timeout=_PATIENCE)
    assert page.section is Section.CASES


def test_a_logo_is_set_and_taken_away(
    page: LibraryPage, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _go(page, qtbot, Section.OUR_SIDE)
    with open_data(desk.workers.data) as store:
        company = store.all(OwnCompany)[0]
    page.open(Place("library", company.id, "company"))
    qtbot.waitUntil(lambda: getattr(page.detail, "logos", None) is not None, timeout=_PATIENCE)
    logos = _detail(page).logos
    assert logos is not None
    picture = tmp_path / "logo.png"
    Image.new("RGB", (600, 200), "navy").save(picture)
    _acting(qtbot, desk, lambda: logos.set_logo(picture, is_for_dark=False))
    qtbot.waitUntil(lambda: not logos.pictures[False].pixmap().isNull(), timeout=_PATIENCE)
    _acting(qtbot, desk, logos.remove)
    with open_data(desk.workers.data) as store:
        assert not [one for one in store.all(Logo) if one.client is None]


def test_a_case_book_is_bound_in_the_background(
    page: LibraryPage, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    dialog = CaseBookDialog(desk, (), page)
    dialog.folder = tmp_path
    dialog.open()
    with qtbot.waitSignal(desk.told, timeout=2 * _PATIENCE):
        dialog.make()
    assert list(tmp_path.glob("*.pdf"))
    dialog.reject()


def test_everything_can_be_typed_in_without_a_mouse(page: LibraryPage, qtbot: QtBot) -> None:
    lines = [one for one in _detail(page).findChildren(QLineEdit) if one.isVisible()]
    assert lines
    assert all(
        line.accessibleName() for line in lines if line.objectName() != "qt_spinbox_lineedit"
    )


def test_an_empty_library_says_what_comes_first(tmp_path: Path, qtbot: QtBot) -> None:
    workers = Workers(tmp_path)
    look = Look(screen_palette(Appearance.LIGHT))
    page = LibraryPage(Desk(workers, Language.EN, look, Preferences(), workers))
    qtbot.addWidget(page)
    page.show()
    page.sections.setCurrentIndex(list(Section).index(Section.OUR_SIDE))
    qtbot.waitUntil(lambda: page.add_button.text() == "Describe your company")
    assert page._nothing._words.text() == ""
    page.search.setText("nobody")
    qtbot.waitUntil(lambda: page.add_button.text() == "New colleague")
    workers.close()
