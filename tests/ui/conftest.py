"""A window's parts on real data, without a screen."""

from __future__ import annotations

import gc
import gettext
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing_app.app import App, make_qt
from briefing_app.domain.text import Language
from briefing_app.services.data_folder import open_data
from briefing_app.services.preferences import Preferences
from briefing_app.services.samples import load_samples
from briefing_app.ui.collector import Collector
from briefing_app.ui.desk import Desk
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.look import Appearance, Look, screen_palette
from briefing_app.ui.workers import Workers
from briefing_app.wording import wording_in


class _Untranslated(gettext.NullTranslations):
    """Remembers what the Chinese catalogue is asked for and does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message: str) -> str:
        self.asked.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1)


@pytest.fixture(autouse=True, scope="session")
def _everything_is_said_in_chinese() -> Generator[None, None, None]:
    """No test of the window meets a phrase that the Chinese catalogue lacks."""
    lacking = _Untranslated()
    wording_in(Language.ZH)._catalogue.add_fallback(lacking)
    yield
    assert lacking.asked == set()


@pytest.fixture(autouse=True)
def _garbage_is_collected_by_the_window() -> Generator[None, None, None]:
    """A widget that a worker's thread lets go would stop the test for good; see `Collector`."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def _samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "data"
    with open_data(folder) as store:
        load_samples(store)
    return folder


@pytest.fixture
def sample_folder(_samples: Path, tmp_path: Path) -> Path:
    """A data folder of one's own with the sample clients."""
    return Path(shutil.copytree(_samples, tmp_path / "data"))


@pytest.fixture
def workers(sample_folder: Path, qtbot: QtBot) -> Generator[Workers, None, None]:
    """Workers on the sample data; garbage is collected on the GUI thread only, as in the app."""
    made = Workers(sample_folder)
    collector = Collector(made)
    collector.start()
    yield made
    made.close()
    collector.stop()


@pytest.fixture(params=list(Language), ids=str)
def language(request: pytest.FixtureRequest) -> Language:
    """Each language in turn."""
    found: Language = request.param
    return found


MakeDesk = Callable[..., Desk]


@pytest.fixture
def make_desk(workers: Workers) -> MakeDesk:
    """Makes the desk of a language and an appearance."""

    def make(language: Language = Language.EN, appearance: Appearance = Appearance.LIGHT) -> Desk:
        return Desk(workers, language, Look(screen_palette(appearance)), Preferences(), workers)

    return make


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A desk in English by day."""
    return make_desk()


@pytest.fixture
def app(sample_folder: Path, qtbot: QtBot) -> Generator[App, None, None]:
    """The whole app in English by day on the sample data, with its first page shown."""
    make_qt()
    made = App(sample_folder, Preferences(language="en", appearance="light"), None)
    made.start()
    qtbot.waitUntil(lambda: window_of(made).place is not None)
    yield made
    window_of(made).close()
    made.close()
    made.deleteLater()


def window_of(app: App) -> MainWindow:
    """The window that is shown at the moment."""
    assert app.window is not None
    return app.window
