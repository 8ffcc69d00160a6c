"""Garbage is collected on the GUI thread while the window is open, and by itself afterwards."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefing_app.ui.collector import Collector


class Ring:
    """Refers to itself, so that only the collector lets it go."""

    def __init__(self) -> None:
        self.itself = self


def test_rings_are_let_go_by_the_window_alone(qtbot: QtBot) -> None:
    owner = QObject()
    collector = Collector(owner)
    collector.start()
    assert not gc.isenabled()
    ring = weakref.ref(Ring())
    kept = [[] for _ in range(2000)]
    assert ring() is not None
    qtbot.waitUntil(lambda: ring() is None, timeout=10_000)
    assert kept
    collector.stop()
    assert gc.isenabled()
