"""``briefing-app --self-test``: does this very program work on this computer?

For those who build, package and install it: what a build left out is missed here, not by a user.
The real window is led through its work in a data folder of its own; it needs no screen.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEventLoop, QObject, QTimer

from briefing_app.app import App, has_screen, make_qt
from briefing_app.domain.export_record import ExportKind
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.log import log_to
from briefing_app.services.export_apart import ExportOrder, ExportWithheld, export_apart
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.page_pictures import page_picture
from briefing_app.services.preferences import Preferences
from briefing_app.services.preview import PreviewKind, PreviewOrder
from briefing_app.services.preview_apart import preview_apart
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.store.store import Store
from briefing_app.ui.desk import Place
from briefing_app.ui.frame.search import SearchDialog
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.pages import PAGES, WELCOME
from briefing_app.ui.workers import Lane

_LONG = 120.0
"""Seconds after which something that has not happened never will."""

_EACH_MILLISECONDS = 10
_WIDTH = 400
_WISHES = ExportWishes(language=Language.ZH)
_INITIALS, _FOUND = "ydhy", "Fireferry Interactive Entertainment Co., Ltd."
"""The beginnings of a client's name in pinyin, and how the list calls it."""
_FILES = (".pptx", ".pdf", ".ics")


class SelfTestFailed(Exception):
    """Says what does not work."""


def self_test() -> int:
    """Print a line for each thing that works; return 0, or 1 after saying what does not."""
    faulthandler.dump_traceback_later(2 * _LONG, exit=True)  # a window that hangs ends with 1
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        test = _SelfTest(Path(name))
        try:
            test.run()
        except SelfTestFailed as failure:
            _say(f"self-test failed: {failure}")
            return 1
        finally:
            test.end()
    faulthandler.cancel_dump_traceback_later()
    _say("self-test passed")
    return 0


class _SelfTest(QObject):
    """Leads a window through its work, and hears what goes wrong meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._qt = make_qt()
        super().__init__()
        self._folder = folder
        self._data = folder / "data"
        self._data.mkdir()
        self._now = datetime.now().astimezone()
        self._fault = ""
        self._answers: list[object] = []
        self._app = App(self._data, Preferences(language="en"), None)
        self._app.workers.faulted.connect(self._hear_fault)
        self._app.workers.refused.connect(self._hear_refusal)
        self._app.workers.unopenable.connect(self._hear_refusal)

    def run(self) -> None:
        """Each step after the other; raises SelfTestFailed."""
        self._open_window()
        self._load_samples()
        self._find()
        self._show_pages()
        self._export()
        self._render()

    def end(self) -> None:
        """Close the window; processes and threads end."""
        if self._app.window is not None:
            self._app.window.close()
        self._app.close()

    @property
    def _window(self) -> MainWindow:
        if self._app.window is None:
            raise SelfTestFailed("there is no window")
        return self._app.window

    def _open_window(self) -> None:
        log_to(self._data)
        self._app.start()
        sys.excepthook = self._hear_exception
        self._wait(lambda: self._window.place == Place(WELCOME.name), "the welcome page")
        self._look("the welcome page")

    def _load_samples(self) -> None:
        self._window.run_command("load-samples")
        self._wait(lambda: self._window.place != Place(WELCOME.name), "the sample data")
        _say("loaded: the sample data")

    def _find(self) -> None:
        self._window.search()
        search = next(iter(self._window.findChildren(SearchDialog)))
        search.line.setText(_INITIALS)
        self._wait(lambda: _FOUND in _titles(search.model), f"what {_INITIALS} finds")
        search.close()
        _say(f"found: {_FOUND}")

    def _show_pages(self) -> None:
        for entry in PAGES:
            self._window.go(Place(entry.name))
            self._app.workers.ask(_after_all_others, self._hear_answer)
            self._answer(f"the page {entry.name}")
            self._look(f"the page {entry.name}")

    def _export(self) -> None:
        order = ExportOrder(
            visit=DEMO_VISITS[0],
            kind=ExportKind.DOCUMENTS,
            out=self._folder / "out",
            wishes=_WISHES,
            today=self._now.date(),
            now=self._now,
        )
        self._app.workers.run_apart(
            export_apart, then=self._hear_answer, data=self._data, order=order
        )
        if isinstance(self._answer("the export"), ExportWithheld):
            raise SelfTestFailed("the gate keeps the export in")
        made = [path for path in (self._folder / "out").rglob("*") if path.is_file()]
        for ending in _FILES:
            if not any(path.suffix == ending and path.stat().st_size for path in made):
                raise SelfTestFailed(f"the export has no {ending} file")
        _say(f"exported: {len(made)} files")

    def _render(self) -> None:
        order = PreviewOrder(
            visit=DEMO_VISITS[0], kind=PreviewKind.DECK, wishes=_WISHES, today=self._now.date()
        )
        workers, then = self._app.workers, self._hear_answer
        workers.run_apart(preview_apart, then=then, lane=Lane.PREVIEW, data=self._data, order=order)
        preview = self._answer("the preview")
        workers.run_apart(
            page_picture, then=then, lane=Lane.PREVIEW, pdf=preview.pdf, page=1, width=_WIDTH
        )
        picture = self._answer("the picture of a page")
        if len(set(picture.pixels)) < 3:
            raise SelfTestFailed("the picture of a page is blank")
        _say(f"rendered: page 1 of {len(preview.pages)}")

    def _look(self, what: str) -> None:
        picture = self._window.grab().toImage()
        page = self._window.stack.currentWidget()
        if picture.isNull() or page is None or not page.isVisible():
            raise SelfTestFailed(f"{what} is not shown")
        _say(f"shown: {what}")

    def _answer(self, what: str) -> Any:
        """The next answer of a worker."""
        self._wait(lambda: bool(self._answers), what)
        return self._answers.pop()

    def _wait(self, done: Callable[[], bool], what: str) -> None:
        """Let the window work until something is done."""
        loop, timer = QEventLoop(), QTimer()
        end = time.monotonic() + _LONG
        timer.timeout.connect(
            lambda: loop.quit() if done() or self._fault or time.monotonic() > end else None
        )
        timer.start(_EACH_MILLISECONDS)
        loop.exec()
        if self._fault:
            raise SelfTestFailed(f"{what}: {self._fault}")
        if not done():
            raise SelfTestFailed(f"{what}: nothing after {_LONG:.0f} s")

    def _hear_answer(self, answer: object) -> None:
        self._answers.append(answer)

    def _hear_refusal(self, error: UserError) -> None:
        self._fault = self._fault or str(error)

    def _hear_fault(self, error: str, trace: str) -> None:
        self._fault = self._fault or f"{error}\n{trace}"

    def _hear_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, error, trace)
        self._fault = self._fault or f"{kind.__name__}: {error}"


def _titles(model: QAbstractItemModel) -> set[str]:
    rows = range(model.rowCount())
    return {str(model.index(row, 0).data()) for row in rows}


def _after_all_others(_store: Store) -> None:
    """Requests are answered in order: so are those of a page before this one."""


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
