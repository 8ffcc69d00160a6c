"""Makes the guides' pictures of the window anew from the sample data, in both languages:
``python -m tests.window_pictures [FOLDER]``."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer

from briefing_app.domain.text import Language
from briefing_app.services.data_folder import open_data
from briefing_app.services.preferences import Preferences
from briefing_app.services.samples import DEMO_VISITS, load_samples
from briefing_app.ui.desk import Place

PICTURES = Path(__file__).resolve().parent.parent / "docs/pictures"
SUFFIX = {Language.EN: "", Language.ZH: ".zh-CN"}
SIZE = (1280, 800)
TODAY = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
"""A Monday before both sample visits."""

_SETTLE_MILLISECONDS = 1500
_PREVIEW_MILLISECONDS = 20_000


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture's name, and the place that it shows."""

    name: str
    place: Place
    wait: int = _SETTLE_MILLISECONDS


SCENES = (
    Scene("window-today", Place("today")),
    Scene("window-client", Place("clients", "fireferry-luo-simin", "map")),
    Scene("window-visit", Place("visits", DEMO_VISITS[0]), _PREVIEW_MILLISECONDS),
    Scene("window-library", Place("library")),
)


def make(language: Language, folder: Path) -> None:
    """All scenes in one language, one after the other in one window."""
    from briefing_app.app import App, make_qt

    with tempfile.TemporaryDirectory() as temporary:
        data = Path(temporary, "data")
        with open_data(data) as store:
            load_samples(store)
        make_qt()
        app = App(data, Preferences(language=language.value, appearance="light"), None, _today)
        app.start()
        try:
            _wait(_SETTLE_MILLISECONDS)
            _take(app.window, language, folder)
        finally:
            app.close()


def _take(window: object, language: Language, folder: Path) -> None:
    window.resize(*SIZE)  # type: ignore[attr-defined]
    for scene in SCENES:
        window.go(scene.place)  # type: ignore[attr-defined]
        _wait(scene.wait)
        path = folder / f"{scene.name}{SUFFIX[language]}.png"
        window.grab().save(str(path))  # type: ignore[attr-defined]
        _in_few_bytes(path)
        print(path)


def _in_few_bytes(path: Path) -> None:
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def _today() -> datetime:
    return TODAY


def _wait(milliseconds: int, done: Callable[[], None] | None = None) -> None:
    """Let the window work; unlike QTest.qWait this lets other threads run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    for each in Language:
        make(each, out)
