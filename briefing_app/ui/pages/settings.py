"""Settings: how the window reads and looks, what documents look like, where things are."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from briefing_app.documents.theme import load_theme, theme_names
from briefing_app.domain.text import Language
from briefing_app.services.backup import back_up, backup_name
from briefing_app.services.preferences import TEXT_SCALES, export_folder_of
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.fields.choices import ChoiceField
from briefing_app.ui.fields.form import Form
from briefing_app.ui.file_dialogs import file_to_save, folder_to_use
from briefing_app.ui.look import Appearance
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, card, column, label, row, scrolling
from briefing_app.ui.workers import Work

if TYPE_CHECKING:
    from briefing_app.store.store import Store

_WIDEST = 760


class SettingsPage(QWidget):
    """What the user prefers; every choice holds at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        content.setLayout(
            column(
                label(desk.wording.phrase("Settings"), "title"),
                self._window_card(),
                self._documents_card(),
                self._data_card(),
                None,
                margin=3 * STEP,
                space=2 * STEP,
            )
        )
        self.setLayout(column(scrolling(content)))
        desk.changed.connect(self._read)
        self._read()

    def open(self, place: Place) -> None:
        """There is one part only."""

    def _window_card(self) -> QWidget:
        wording = self._desk.wording
        form = Form()
        languages = (
            ("", wording.phrase("As the system")),
            (Language.ZH.value, "中文"),
            (Language.EN.value, "English"),
        )
        appearances = (
            ("", wording.phrase("As the system")),
            (Appearance.LIGHT.value, wording.phrase("Light")),
            (Appearance.DARK.value, wording.phrase("Dark")),
        )
        scales = tuple((scale, wording.percent(scale)) for scale in TEXT_SCALES)
        self._add(form, "language", wording.phrase("Language"), languages)
        self._add(form, "appearance", wording.phrase("Appearance"), appearances)
        self._add(form, "text_scale", wording.phrase("Size of text"), scales)
        return card(label(wording.phrase("Window"), "heading"), form)

    def _documents_card(self) -> QWidget:
        wording = self._desk.wording
        form = Form()
        themes = tuple((name, load_theme(name).name) for name in theme_names())
        self._add(
            form,
            "theme",
            wording.phrase("Theme"),
            themes,
            wording.phrase("Colours of new documents and of this window."),
        )
        self._user = self._add(
            form,
            "user",
            wording.phrase("You are"),
            (("", wording.phrase("not set")),),
            wording.phrase("Who works here: new visits begin with you in the team."),
        )
        self._folder = label(str(export_folder_of(self._desk.preferences)))
        choose = button(wording.phrase("Choose a folder"), self._choose_folder)
        exported_to = row(self._folder, choose)
        exported_to.setStretchFactor(self._folder, 1)
        return card(
            label(wording.phrase("Documents"), "heading"),
            form,
            label(wording.phrase("Documents are exported to"), tone="muted"),
            exported_to,
        )

    def _data_card(self) -> QWidget:
        wording = self._desk.wording
        return card(
            label(wording.phrase("Your data"), "heading"),
            label(str(self._desk.workers.data)),
            label(
                wording.phrase("Everything stays on this computer. Keep a backup on another disk."),
                tone="muted",
            ),
            row(
                button(wording.phrase("Open the folder"), self._open_data),
                button(wording.phrase("Back up now"), self._ask_for_backup),
                None,
            ),
        )

    def _add(
        self,
        form: Form,
        key: str,
        name: str,
        choices: tuple[tuple[Any, str], ...],
        tip: str = "",
    ) -> ChoiceField:
        field = ChoiceField(self._desk, name, partial(self._preferring, key), choices, tip)
        field.show_value(getattr(self._desk.preferences, key))
        form.add(key, field)
        return field

    def _preferring(self, key: str, value: Any) -> Work:
        self._desk.prefer(**{key: value})
        return _nothing

    def _read(self) -> None:
        self._desk.ask(_colleagues, self._show_colleagues)

    def _show_colleagues(self, colleagues: tuple[tuple[str, Any], ...]) -> None:
        wording = self._desk.wording
        named = tuple((one, wording.text(name)) for one, name in colleagues)
        self._user.offer((("", wording.phrase("not set")), *named))
        self._user.show_value(self._desk.preferences.user)

    def _choose_folder(self) -> None:
        words = self._desk.wording.phrase("Documents are exported to")
        chosen = folder_to_use(self, words, Path(self._folder.text()))
        if chosen is not None:
            self._folder.setText(str(chosen))
            self._desk.prefer(export_folder=str(chosen))

    def _open_data(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.workers.data)))

    def _ask_for_backup(self) -> None:
        wording = self._desk.wording
        usual = Path.home() / backup_name(self._desk.now())
        chosen, _ = file_to_save(self, wording.phrase("Back up now"), usual, "*.db")
        if chosen is not None:
            self.back_up(chosen)

    def back_up(self, target: Path) -> None:
        """Copy all data to a file; told at the window's foot once it is there."""
        self._desk.workers.run_apart(
            back_up, then=self._backed_up, data=self._desk.workers.data, target=target
        )

    def _backed_up(self, target: Path) -> None:
        self._desk.tell(self._desk.wording.phrase("Backed up to {path}.", path=str(target)))


def _colleagues(store: Store) -> tuple[tuple[str, Any], ...]:
    from briefing_app.domain.offering import Colleague

    return tuple((one.id, one.name) for one in store.all(Colleague))


def _nothing(_store: Store) -> None:
    """Preferences are no records."""
