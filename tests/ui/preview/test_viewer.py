"""A document is looked at: its pages arrive, are turned, zoomed and replaced where they stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing_app.domain.ids import VisitId
from briefing_app.domain.text import Language
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.preview import Preview, PreviewKind, PreviewOrder
from briefing_app.services.preview_apart import preview_apart
from briefing_app.services.samples import DEMO_VISITS
from briefing_app.ui.desk import Desk
from briefing_app.ui.preview.page_view import Fit
from briefing_app.ui.preview.viewer import DocumentViewer


def made(folder: Path, kind: PreviewKind) -> Preview:
    order = PreviewOrder(
        visit=VisitId(DEMO_VISITS[0]),
        kind=kind,
        wishes=ExportWishes(language=Language.EN),
        today=date(2026, 11, 20),
    )
    return preview_apart(folder, order)


@pytest.fixture(scope="session")
def deck(_samples: Path) -> Preview:
    return made(_samples, PreviewKind.DECK)


@pytest.fixture(scope="session")
def brochure(_samples: Path) -> Preview:
    return made(_samples, PreviewKind.BROCHURE)


@pytest.fixture
def viewer(desk: Desk, deck: Preview, qtbot: QtBot) -> DocumentViewer:
    shown = DocumentViewer(desk)
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    shown.show()
    shown.show_preview(deck)
    return shown


def colours(viewer: DocumentViewer) -> int:
    image = viewer.pages.viewport().grab().toImage()
    steps = range(0, min(image.width(), image.height()), 7)
    return len({image.pixel(x, y) for x in steps for y in steps})


def has_pictures(viewer: DocumentViewer) -> bool:
    return colours(viewer) > 10


def test_pages_show_once_the_other_process_has_made_them(
    viewer: DocumentViewer, qtbot: QtBot
) -> None:
    assert not has_pictures(viewer)
    qtbot.waitUntil(lambda: has_pictures(viewer), timeout=20_000)


def test_keys_turn_pages(viewer: DocumentViewer, deck: Preview, qtbot: QtBot) -> None:
    seen: list[int] = []
    viewer.page_changed.connect(seen.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageUp):
        qtbot.keyClick(viewer.pages, key)
    assert seen == [2, 3, 2, 1]
    qtbot.keyClick(viewer.pages, Qt.Key.Key_End)
    assert viewer.page == len(deck.pages)
    qtbot.keyClick(viewer.pages, Qt.Key.Key_PageDown)
    assert viewer.page == len(deck.pages)
    qtbot.keyClick(viewer.pages, Qt.Key.Key_Home)
    assert viewer.page == 1


def test_a_thumbnail_leads_to_its_page_and_the_page_marks_its_thumbnail(
    viewer: DocumentViewer,
) -> None:
    strip = viewer.thumbnails
    strip.setCurrentIndex(strip.model().index(6, 0))
    assert viewer.page == 7
    viewer.go_to(3)
    assert strip.currentIndex().row() == 2
    assert viewer.page == 3


def test_the_strip_keeps_the_rules_of_models(viewer: DocumentViewer, brochure: Preview) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(viewer.thumbnails.model(), mode)
    viewer.show_preview(brochure)
    assert tester.model().rowCount() == len(brochure.pages)


def test_zoom_stays_within_limits_and_keeps_the_page(viewer: DocumentViewer) -> None:
    viewer.go_to(5)
    for _ in range(20):
        viewer.pages.zoom_in()
    assert viewer.pages.zoom == 4.0
    assert viewer.page == 5
    for _ in range(40):
        viewer.pages.zoom_out()
    assert viewer.pages.zoom == 0.25
    viewer.pages.fit_to(Fit.WIDTH)
    assert viewer.page == 5 or viewer.pages.zoom > 0.25
    assert viewer.pages.horizontalScrollBar().maximum() == 0


def test_ctrl_and_the_wheel_zoom_where_the_mouse_is(viewer: DocumentViewer) -> None:
    before, view = viewer.pages.zoom, viewer.pages
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        QPointF(view.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.zoom == pytest.approx(before * 1.2)
    assert view.fit is Fit.NOTHING


def test_a_refreshed_document_stays_at_its_page_and_does_not_flicker(
    viewer: DocumentViewer, deck: Preview, qtbot: QtBot
) -> None:
    viewer.go_to(6)
    qtbot.waitUntil(lambda: has_pictures(viewer), timeout=20_000)
    viewer.show_preview(deck)
    assert viewer.page == 6
    assert has_pictures(viewer)


def test_another_kind_of_document_shows_none_of_the_old_pages(
    viewer: DocumentViewer, brochure: Preview, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: has_pictures(viewer), timeout=20_000)
    viewer.show_preview(brochure)
    assert not has_pictures(viewer)


def test_resizing_keeps_the_page_in_sight(viewer: DocumentViewer) -> None:
    viewer.go_to(9)
    viewer.resize(700, 900)
    QApplication.processEvents()
    assert viewer.page == 9
