"""A person's photo in the window: by file, by paste, by drop, shown where the person is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from briefing_app.documents.placed import Image
from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.domain.ids import PersonId
from briefing_app.domain.text import Language
from briefing_app.services.changes import Change
from briefing_app.services.client_view import client_view
from briefing_app.services.photos import set_photo
from briefing_app.services.undoing import undo
from briefing_app.store.store import Store
from briefing_app.ui.desk import Desk
from briefing_app.ui.look import Appearance
from briefing_app.ui.map.widget import MapWidget
from briefing_app.ui.pages.clients.people import PeopleCard
from briefing_app.ui.photos.face import FaceButton
from briefing_app.ui.photos.source import has_picture, picture_in
from tests.drawn_pictures import encoded, raster
from tests.ui.conftest import MakeDesk
from tests.ui.map.conftest import GU, HAN, OpenMap, open_map, shown
from tests.ui.map.hands import card_of, middle

__all__ = ["open_map", "shown"]

_DISC = (180, 40, 60)
_COPY = Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def face_file(tmp_path: Path) -> Path:
    path = tmp_path / "face.png"
    path.write_bytes(encoded(raster(300, 300)))
    return path


def file_data(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def pixels(width: int = 200, height: int = 200) -> QMimeData:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    data = QMimeData()
    data.setImageData(image)
    return data


def drop(target: object, at: QPoint, data: QMimeData) -> bool:
    """Carry data onto a widget and let go of it; tells whether it was taken."""
    enter = QDragEnterEvent(at, _COPY, data, _LEFT, _NONE)
    QApplication.sendEvent(target, enter)
    event = QDropEvent(QPointF(at), _COPY, data, _LEFT, _NONE)
    event.ignore()
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def drawn_faces(shown: MapWidget) -> set[PersonId]:
    """Who is shown by a photo in the view that is up."""
    picture = shown.canvas.picture
    assert picture is not None
    return {
        card.person
        for card in picture.cards
        if any(isinstance(element, Image) for element in card.elements)
    }


def red_share(widget: FaceButton) -> float:
    """How much of a face is of the colour that test pictures have."""
    image = widget.grab().toImage()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    reds = (image.pixelColor(*point).getRgb()[:3] for point in points)
    near = sum(all(abs(a - b) < 30 for a, b in zip(red, _DISC, strict=True)) for red in reds)
    return near / len(points)


def test_a_chosen_file_becomes_the_photo_on_map_and_panel(
    shown: MapWidget, face_file: Path, qtbot: QtBot
) -> None:
    shown.choose(GU)
    face = shown.side.person.face
    assert not face.has_photo
    face.give(face_file)
    qtbot.waitUntil(lambda: face.has_photo)
    assert red_share(face) > 0.5
    for kind in MapKind:
        shown.show_kind(kind)
        assert drawn_faces(shown) == {GU}


def test_a_photo_is_shown_in_the_scene(shown: MapWidget, face_file: Path, qtbot: QtBot) -> None:
    shown.choose(GU)
    shown.side.person.face.give(face_file)
    qtbot.waitUntil(lambda: drawn_faces(shown) == {GU})
    card = card_of(shown, GU)
    disc = next(one.frame for one in card.elements if isinstance(one, Image))
    at = shown.canvas.mapFromScene(middle(disc))
    colour = shown.canvas.viewport().grab().toImage().pixelColor(at)
    assert colour.getRgb()[:3] == pytest.approx(_DISC, abs=12)


def test_undo_takes_the_photo_away_again(shown: MapWidget, face_file: Path, qtbot: QtBot) -> None:
    shown.choose(GU)
    face = shown.side.person.face
    face.give(face_file)
    qtbot.waitUntil(lambda: face.has_photo)
    shown.desk.act(_undone)
    qtbot.waitUntil(lambda: not face.has_photo)
    assert drawn_faces(shown) == set()


def _undone(store: Store) -> Change:
    done = undo(store)
    assert done is not None
    return done


def test_removing_brings_the_initials_back(shown: MapWidget, face_file: Path, qtbot: QtBot) -> None:
    shown.choose(GU)
    face = shown.side.person.face
    face.give(face_file)
    qtbot.waitUntil(lambda: face.has_photo)
    face.remove()
    qtbot.waitUntil(lambda: not face.has_photo)
    assert red_share(face) == 0


def test_a_picture_in_the_clipboard_is_pasted(shown: MapWidget, qtbot: QtBot) -> None:
    shown.choose(GU)
    face = shown.side.person.face
    QGuiApplication.clipboard().setImage(pixels(3000, 2000).imageData())
    QTest.keyClick(face, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: face.has_photo)


def test_the_key_on_the_map_pastes_for_who_is_selected(shown: MapWidget, qtbot: QtBot) -> None:
    shown.choose(HAN)
    QGuiApplication.clipboard().setImage(pixels().imageData())
    shown.commands["paste-photo"].run()
    qtbot.waitUntil(lambda: drawn_faces(shown) == {HAN})


def test_pasting_without_a_picture_says_what_to_do(shown: MapWidget) -> None:
    shown.choose(GU)
    QGuiApplication.clipboard().clear()
    shown.side.person.face.paste()
    told = [one.text() for one in shown.side.person.findChildren(QLabel) if one.isVisible()]
    assert "There is no picture to paste. Copy one first." in told


def test_a_picture_dropped_on_a_card_is_that_persons(
    shown: MapWidget, face_file: Path, qtbot: QtBot
) -> None:
    at = shown.canvas.mapFromScene(middle(card_of(shown, HAN).frame))
    assert drop(shown.canvas.viewport(), at, file_data(face_file))
    qtbot.waitUntil(lambda: drawn_faces(shown) == {HAN})
    assert shown.person == HAN


def test_a_picture_dropped_beside_the_cards_is_nobodys(
    shown: MapWidget, face_file: Path, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(shown.desk.changed, wait=50):
        assert not drop(shown.canvas.viewport(), QPoint(2, 2), file_data(face_file))


def test_a_bad_file_is_refused_beside_the_photo(
    shown: MapWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "face.png"
    bad.write_bytes(b"no picture")
    shown.choose(GU)
    panel = shown.side.person
    with qtbot.waitSignal(panel.face.refused, check_params_cb=bool):
        panel.face.give(bad)
    told = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert any("face.png is not a picture" in words for words in told)
    shown.choose(HAN)
    assert not panel._refusal.isVisible()


def test_the_menu_offers_what_can_be_done(shown: MapWidget, face_file: Path, qtbot: QtBot) -> None:
    shown.choose(GU)
    face = shown.side.person.face
    QGuiApplication.clipboard().clear()
    face._offer()
    enabled = {action.text().split("\t")[0]: action.isEnabled() for action in face.menu().actions()}
    assert enabled == {"Choose a photo…": True, "Paste a photo": False, "Remove the photo": False}
    face.give(face_file)
    qtbot.waitUntil(lambda: face.has_photo)
    face._offer()
    assert face.menu().actions()[2].isEnabled()


def test_a_face_says_whose_it_is(shown: MapWidget, face_file: Path, qtbot: QtBot) -> None:
    shown.choose(GU)
    face = shown.side.person.face
    assert face.accessibleName() == "Photo of Gu Mingchuan: none yet"
    face.give(face_file)
    qtbot.waitUntil(lambda: face.accessibleName() == "Photo of Gu Mingchuan")


def test_the_map_is_there_before_its_photos(
    desk: Desk, open_map: OpenMap, face_file: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.changed):
        desk.act(_given)
    made = open_map(desk)
    assert drawn_faces(made) == set()
    sizes = {card.key: card.frame for card in _picture(made).cards}
    qtbot.waitUntil(lambda: drawn_faces(made) == {GU})
    assert {card.key: card.frame for card in _picture(made).cards} == sizes


def _picture(shown: MapWidget):
    picture = shown.canvas.picture
    assert picture is not None
    return picture


def _given(store: Store) -> Change:
    return set_photo(store, person=GU, content=encoded(raster(300, 300)), source="face.png")


@pytest.mark.parametrize("appearance", list(Appearance))
def test_the_people_of_a_client_have_their_faces(
    make_desk: MakeDesk, qtbot: QtBot, appearance: Appearance
) -> None:
    desk = make_desk(Language.ZH, appearance)
    with qtbot.waitSignal(desk.changed):
        desk.act(_given)
    card = PeopleCard(desk)
    qtbot.addWidget(card)
    desk.ask(_fireferry, card.show_view)
    qtbot.waitUntil(lambda: any(line.face.has_photo for line in card._lines.values()))
    with_photo = {key for key, line in card._lines.items() if line.face.has_photo}
    assert with_photo == {GU}
    assert red_share(card._lines[GU].face) > 0.3
    assert red_share(card._lines[HAN].face) == 0


def _fireferry(store: Store):
    return client_view(store, "fireferry", language=Language.ZH)


def test_only_one_picture_counts(face_file: Path, tmp_path: Path) -> None:
    text = tmp_path / "face.txt"
    refused: list[Callable[[], QMimeData]] = [
        QMimeData,
        lambda: file_data(face_file, face_file),
        lambda: file_data(text),
    ]
    assert picture_in(file_data(face_file)) == face_file
    for made in refused:
        assert not has_picture(made())
        assert picture_in(made()) is None
