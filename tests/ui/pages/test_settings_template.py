"""A company's PowerPoint file is chosen once, used by the window's exports, and can be left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.app import App
from briefing_app.services.preferences import load_preferences, template_of
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.ui.desk import Place
from briefing_app.ui.pages.visits.export_dialog import ExportDialog
from briefing_app.ui.template_choice import TemplateChoice
from tests.documents.deck.corporate.files import plain
from tests.ui.conftest import window_of
from tests.ui.pages.test_settings import settings_of

_PATIENT = 30_000


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A company's template."""
    path = tmp_path / "company.potx"
    path.write_bytes(plain())
    return path


def take(choice: TemplateChoice, path: Path, qtbot: QtBot) -> None:
    choice.take(path)
    qtbot.waitUntil(lambda: "being read" not in choice.words.text(), timeout=_PATIENT)


def usual(app: App) -> Path | None:
    return template_of(load_preferences(app.workers.data))


def test_a_template_is_chosen_kept_and_removed(app: App, template: Path, qtbot: QtBot) -> None:
    choice = settings_of(app).documents.template
    assert choice.none_button.isHidden()
    take(choice, template, qtbot)
    assert (usual(app), choice._name.text()) == (template, "company.potx")
    assert choice._name.toolTip() == str(template)
    choice.none_button.click()
    assert (usual(app), choice._name.text()) == (None, "No template")


def test_a_bad_file_is_told_in_place_and_not_taken(
    app: App, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    choice = settings_of(app).documents.template
    take(choice, template, qtbot)
    bad = tmp_path / "bad.pptx"
    bad.write_text("no presentation", encoding="utf-8")
    take(choice, bad, qtbot)
    assert "bad.pptx" in choice.words.text()
    assert not choice.words.isHidden()
    assert usual(app) == template


def test_a_template_that_has_gone_is_told_with_what_to_do(
    app: App, template: Path, qtbot: QtBot
) -> None:
    take(settings_of(app).documents.template, template, qtbot)
    template.unlink()
    app.rebuild()
    choice = settings_of(app).documents.template
    qtbot.waitUntil(lambda: "is not there" in choice.words.text())
    assert "choose another one or none" in choice.words.text()


OpenExport = Callable[[], ExportDialog]


@pytest.fixture
def open_export(app: App, template: Path, qtbot: QtBot) -> OpenExport:
    """Opens a visit's export, where the template is the usual one."""

    def opens() -> ExportDialog:
        take(settings_of(app).documents.template, template, qtbot)
        window = window_of(app)
        window.go(Place("visits", DEMO_VISITS[0], "slides"))
        detail = window.page("visits").detail  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: detail._page is not None, timeout=_PATIENT)
        detail._want_export()
        (dialog,) = window.findChildren(ExportDialog)
        return dialog

    return opens


def test_an_export_stands_on_the_usual_template_or_on_none(open_export: OpenExport) -> None:
    dialog = open_export()
    assert dialog.template._name.text() == "company.potx"
    assert dialog._order().wishes.template is not None
    assert not dialog._with_pdf.isEnabled()
    dialog.template.none_button.click()
    assert dialog._order().wishes.template is None
    assert dialog._with_pdf.isEnabled()


def test_the_preview_of_a_deck_shows_it_on_the_template(
    app: App, open_export: OpenExport, qtbot: QtBot
) -> None:
    open_export().reject()
    preview = window_of(app).page("visits").detail.preview  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: preview.shown is not None, timeout=_PATIENT)
    assert "company.potx" in preview._remark.text()
    assert not preview._remark.isHidden()
    assert {page.height for page in preview.shown.pages} == {540.0}
