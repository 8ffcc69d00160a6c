"""A hand that drags on the map, and the points it goes to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing_app.documents.placed import Frame
from briefing_app.documents.stakeholder_map.picture import Card
from briefing_app.domain.ids import PersonId
from briefing_app.ui.map.widget import MapWidget

LEFT = Qt.MouseButton.LeftButton


def middle(frame: Frame) -> QPointF:
    """The middle of a frame in the scene."""
    return QPointF(frame.x + frame.width / 2, frame.y + frame.height / 2)


def card_of(shown: MapWidget, person: PersonId) -> Card:
    """The person's card that can be taken."""
    picture = shown.canvas.picture
    assert picture is not None
    cards = picture.cards_of(person)
    return next((card for card in cards if card.spot), cards[0])


def drag(
    shown: MapWidget,
    start: QPointF,
    end: QPointF,
    qtbot: QtBot,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press at a point of the scene, move in steps, let go at another."""
    viewport = shown.canvas.viewport()
    at, to = (_on_view(shown, point) for point in (start, end))
    QTest.mousePress(viewport, LEFT, pos=at)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(viewport, at + (to - at) * share)
        qtbot.wait(1)
    QTest.mouseRelease(viewport, LEFT, keys, to)


def press(shown: MapWidget, point: QPointF) -> None:
    """Click on a point of the scene."""
    QTest.mouseClick(shown.canvas.viewport(), LEFT, pos=_on_view(shown, point))


def _on_view(shown: MapWidget, point: QPointF) -> QPoint:
    return shown.canvas.mapFromScene(point)
