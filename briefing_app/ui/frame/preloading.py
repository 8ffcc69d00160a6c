"""What pages are made of, loaded while nobody waits: a first look is as quick as a later one."""

from __future__ import annotations

import gc
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.ui.workers import Workers

if TYPE_CHECKING:
    from briefing_app.store.store import Store

MODULES = (
    "briefing_app.ui.fields.by_type",
    "briefing_app.ui.pages.clients.page",
    "briefing_app.ui.map.canvas",
    "briefing_app.ui.map.widget",
    "briefing_app.ui.pages.clients.detail",
    "briefing_app.ui.workers.helper_thread",
    "briefing_app.ui.preview.visit_preview",
    "briefing_app.ui.pages.visits.page",
    "briefing_app.ui.pages.visits.detail",
    "briefing_app.ui.pages.visits.storyline",
    "briefing_app.ui.pages.visits.after.panel",
    "briefing_app.ui.pages.library.page",
    "briefing_app.ui.pages.settings.page",
)
"""What the pages import, the likeliest first; dialogs load on use."""


class Preloader(QObject):
    """Loads a module at a time on the database's thread: what the window asks for goes in between,
    and Python lets the window's own thread in every few milliseconds."""

    def __init__(self, workers: Workers, parent: QObject) -> None:
        super().__init__(parent)
        self._workers = workers
        self._left = list(MODULES)

    def go_on(self, _loaded: None = None) -> None:
        """Load the next one, and so on. What the program is made of is never garbage: leaving it
        alone keeps collections short."""
        if self._left:
            self._workers.ask(partial(_load, self._left.pop(0)), self.go_on)
        else:
            gc.freeze()


def _load(name: str, _store: Store) -> None:
    import_module(name)
