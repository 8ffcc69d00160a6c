"""The desktop app: one window on a data folder, built anew when its language or look changes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QObject,
    QSettings,
    Qt,
    QTimer,
    QTranslator,
)
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.files import refuse_file_in_the_way, told_about
from briefing_app.log import log_to
from briefing_app.paths import APP_NAME, assets_folder
from briefing_app.services.preferences import Preferences, load_preferences, save_preferences
from briefing_app.services.system_language import preferred_language
from briefing_app.ui.collector import Collector
from briefing_app.ui.desk import Clock, Desk, Place, utc_now
from briefing_app.ui.frame.data_commands import DataCommands
from briefing_app.ui.frame.faults import FaultListener
from briefing_app.ui.frame.instance import Instance
from briefing_app.ui.frame.main_commands import MainCommands
from briefing_app.ui.frame.stopping import StopListener
from briefing_app.ui.frame.undo_commands import UndoCommands
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.look import Appearance, Look, screen_palette
from briefing_app.ui.look.style import style_sheet
from briefing_app.ui.pages import PAGES, WELCOME
from briefing_app.ui.qt_words import LackingWords
from briefing_app.ui.workers import Workers
from briefing_app.wording import wording_in

if TYPE_CHECKING:  # the database engine loads on its thread
    from briefing_app.services.restoring import Restored
    from briefing_app.store.store import Store

_FONT_FILES = (
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Bold.ttf",
    "QuotationMarks-Regular.ttf",
    "QuotationMarks-Bold.ttf",
)
_FONT = "Noto Sans SC"
_MARKS = "Briefing Quotation Marks"
"""Quotation marks as wide as Latin ones, for English; see tests/quotation_marks.py."""
_LOOKS = ("language", "appearance", "text_scale", "theme")
"""Preferences that the window is built of."""

_LATEST_MILLISECONDS = 500
"""A window that is not painted by then, a minimised one, gets its data all the same."""

_SETTLED_MILLISECONDS = 3000
"""By then the window is open and its first page has its data."""


def run_window(data: Path, language: Language | None = None) -> int:
    """Open the window on a data folder and return the exit status once it is closed.

    ``language`` holds for this time; without it that of the preferences or the system does.
    """
    if not has_screen():
        _say(
            UserError(
                "There is no screen for a window. briefing-app --help lists what works without one."
            ),
            language or preferred_language(),
        )
        return 2
    qt = make_qt()
    try:
        refuse_file_in_the_way(data)
        with told_about(data):
            data.mkdir(parents=True, exist_ok=True)
        preferences = load_preferences(data)
    except UserError as error:
        _show_refusal(error, language or preferred_language())
        return 2
    instance = Instance(data)
    if not instance.take():
        return 0
    log_to(data)
    stops = StopListener(qt)
    app = App(data, preferences, language)
    instance.called.connect(app.come_to_front)
    stops.stopped.connect(app.stop)
    app.start()
    QTimer.singleShot(_SETTLED_MILLISECONDS, app.settle)
    status = qt.exec()
    app.close()
    stops.let_go()
    instance.let_go()
    return status


def has_screen() -> bool:
    """False on a Linux without a display, where Qt would abort the process."""
    if not sys.platform.startswith("linux"):
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def make_qt() -> QApplication:
    """Qt, with the fonts that the program brings."""
    # setStyle would do the same, after making 600 members of enumerations that nobody asks for
    qt = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "fusion"])
    if not isinstance(qt, QApplication):
        raise TypeError("another part of this process made a Qt without windows")
    qt.setApplicationName(APP_NAME)
    if _FONT not in QFontDatabase.families():
        for name in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(assets_folder() / "fonts" / name))
    return qt


class App(QObject):
    """The workers, and the window that is shown at the moment."""

    def __init__(
        self,
        data: Path,
        preferences: Preferences,
        language: Language | None,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__()
        self._data = data
        self._clock = clock
        self._language = language
        self.preferences = preferences
        self._settings = QSettings(str(data / "window.ini"), QSettings.Format.IniFormat)
        self.workers = Workers(data, self, begins_at_once=False)
        self.workers.unopenable.connect(self._unopenable)
        self.workers.faulted.connect(self._faulted)
        self._words_of_qt = QTranslator(self)
        self._lacking_words = LackingWords(wording_in(Language.ZH), self)
        self._collector = Collector(self)
        self._faults = FaultListener(self)
        self._faults.faulted.connect(self._faulted)
        self.desk: Desk | None = None
        self.window: MainWindow | None = None

    @property
    def language(self) -> Language:
        """The window's language."""
        if self._language is not None:
            return self._language
        named = self.preferences.language
        return Language(named) if named else preferred_language()

    @property
    def appearance(self) -> Appearance:
        """Light or dark, as the user or the system says."""
        if self.preferences.appearance:
            return Appearance(self.preferences.appearance)
        is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Appearance.DARK if is_dark else Appearance.LIGHT

    def start(self) -> None:
        """Show the window; what it shows is asked for at once."""
        self._faults.listen()
        self._collector.start()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self._build()
        self.workers.ask(_has_clients, self._begin)
        if self.window is not None:  # both at once would keep it from being painted
            self.window.painted.connect(self.workers.begin, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(_LATEST_MILLISECONDS, self.workers.begin)

    def settle(self) -> None:
        """Load what other pages are made of; the user looks at the first one."""
        from briefing_app.ui.frame.preloading import Preloader

        Preloader(self.workers, self).go_on()

    def close(self) -> None:
        """End the workers, and the window with them; what was typed is kept."""
        self.workers.close()
        if self.window is not None:
            self.window.deleteLater()
        self._collector.stop()
        self._faults.let_go()

    def stop(self, status: int) -> None:
        """Close the window, whatever is open in front of it, and end with that status."""
        QGuiApplication.setQuitOnLastWindowClosed(False)
        if self.window is not None:
            self.window.close()
        QGuiApplication.exit(status)

    def come_to_front(self) -> None:
        """Somebody started the program once more."""
        if self.window is not None:
            self.window.showNormal()
            self.window.raise_()
            self.window.activateWindow()

    def prefer(self, preferences: Preferences) -> None:
        """Keep other preferences, and build the window anew where it is made of them."""
        before = self.preferences
        self.preferences = preferences
        save_preferences(self._data, preferences)
        if preferences.language != before.language:
            self._language = None
        if any(getattr(before, name) != getattr(preferences, name) for name in _LOOKS):
            QTimer.singleShot(0, self.rebuild)  # once the control that was used is done

    def show_restored(self, restored: Restored) -> None:
        """Go on with the data of a backup, of which the present window knows nothing."""
        from briefing_app.services.restoring import told_of

        if self.desk is not None:
            self.desk.stop()
        self.rebuild()
        if self.desk is not None:
            self.desk.tell(told_of(restored))

    def rebuild(self) -> None:
        """The same place in a new window of the same size."""
        old, place = self.window, None
        if old is not None:
            place = old.place
            old.remember()
            old.put_away()
        old_desk = self.desk
        self._build()
        if place is not None and self.window is not None:
            self.window.go(place)
        for gone in (old, old_desk):
            if gone is not None:
                gone.deleteLater()

    def _build(self) -> None:
        look = Look(
            screen_palette(self.appearance, self.preferences.theme), self.preferences.text_scale
        )
        self._dress(look)
        self._speak()
        self.desk = Desk(
            self.workers, self.language, look, self.preferences, self, clock=self._clock
        )
        self.desk.preferences_changed.connect(self.prefer)
        self.desk.data_replaced.connect(self.show_restored)
        self.window = MainWindow(self.desk, PAGES, self._settings)
        MainCommands(self.window)
        DataCommands(self.window)
        UndoCommands(self.window)
        self.window.show()

    def _dress(self, look: Look) -> None:
        qt = make_qt()
        font = QFont()
        font.setFamilies([_MARKS, _FONT] if self.language is Language.EN else [_FONT])
        font.setPointSizeF(look.points("body"))
        qt.setFont(font)
        qt.setPalette(look.palette.for_qt)
        qt.setStyleSheet(style_sheet(look))

    def _speak(self) -> None:
        """Qt's own words, those of the menu of a line for instance, in the window's language."""
        for words in (self._words_of_qt, self._lacking_words):
            QCoreApplication.removeTranslator(words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self.language is Language.ZH and self._words_of_qt.load("qtbase_zh_CN", folder):
            QCoreApplication.installTranslator(self._lacking_words)
            QCoreApplication.installTranslator(self._words_of_qt)  # is asked first

    def _scheme_changed(self) -> None:
        if not self.preferences.appearance:
            self.rebuild()

    def _begin(self, has_clients: bool) -> None:
        if self.window is None or self.window.place is not None:
            return  # the user was quicker
        if not has_clients:
            self.window.go(Place(WELCOME.name))
        else:
            self.window.go(self.window.remembered_place() or Place(PAGES[0].name))

    def _unopenable(self, error: UserError) -> None:
        _show_refusal(error, self.language)
        QGuiApplication.exit(2)

    def _faulted(self, error: str, trace: str) -> None:
        from briefing_app.ui.frame.crash import FaultDialog

        log = self._data / "briefing-app.log"
        wording, scale = wording_in(self.language), self.preferences.text_scale
        FaultDialog(wording, error, trace, log, self.window, scale).open()


def _has_clients(store: Store) -> bool:
    from briefing_app.services.data_folder import has_clients  # there the engine is loaded

    return has_clients(store)


def _say(error: UserError, language: Language) -> None:
    sys.stderr.write(f"{wording_in(language).error(error)}\n")


def _show_refusal(error: UserError, language: Language) -> None:
    wording = wording_in(language)
    words = wording.error(error)
    _say(error, language)
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        from PySide6.QtWidgets import QMessageBox  # all its enumerations, for what hardly happens

        QMessageBox.critical(None, wording.phrase("Briefing assistant"), words)
