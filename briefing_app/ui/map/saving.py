"""Writing the view that is shown as a file, in a helper process."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from briefing_app.documents.stakeholder_map.picture import MapPicture
from briefing_app.domain.message import say
from briefing_app.services.stakeholder_map.view import MapView
from briefing_app.services.stakeholder_map.writing import (
    PictureFormat,
    picture_name,
    write_picture,
)
from briefing_app.ui.desk import Desk
from briefing_app.ui.file_dialogs import file_to_save


class MapSaver(QObject):
    """Asks where to, writes, and says that it is done."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent

    def ask(self, view: MapView, picture: MapPicture) -> None:
        """Let the user choose a name and a format, and write the picture there."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        name = picture_name(picture, view.sheet, view.language)
        filters = {f"{self._desk.wording.label(one)} (*.{one.value})": one for one in PictureFormat}
        words = self._desk.wording.phrase("Save this view")
        chosen, picked = file_to_save(self._parent, words, folder / name, ";;".join(filters))
        if chosen is not None:
            wanted = filters.get(picked, PictureFormat.SVG)
            self.save(view, picture, with_ending(chosen, wanted))

    def save(self, view: MapView, picture: MapPicture, path: Path) -> None:
        """Write the picture; the ending of the name says as what."""
        self._desk.workers.run_apart(
            write_picture,
            then=self._done,
            picture=picture,
            sheet=view.sheet,
            language=view.language,
            path=path,
        )

    def _done(self, path: Path) -> None:
        self._desk.tell(say("Saved: {path}", path=str(path)))


def with_ending(path: Path, wanted: PictureFormat) -> Path:
    """What was typed counts where it is one of the endings; else the chosen one is added."""
    known = {f".{one.value}" for one in PictureFormat}
    if path.suffix.lower() in known:
        return path
    return path.with_name(f"{path.name}.{wanted.value}")
