"""The slides of a deck as an item model: those that are told, then those that are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing_app.services.slide_view import SlideView
from briefing_app.wording import Wording

_ROOT = QModelIndex()
_MIME = "application/x-briefing-slide"
SlideRole = Qt.ItemDataRole.UserRole + 1
"""The slide itself."""

Index = QModelIndex | QPersistentModelIndex


class SlideModel(QAbstractListModel):
    """``switched`` gives the key of a slide and whether it is on, ``moved`` the key of one and
    of that it shall stand before, empty for the end. The model itself waits to be told anew."""

    switched = Signal(str, bool)
    moved = Signal(str, str)

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._slides: tuple[SlideView, ...] = ()

    @property
    def told(self) -> list[str]:
        """The keys of the slides that are told, in order."""
        return [slide.key for slide in self._slides if slide.is_on]

    def show_slides(self, slides: Sequence[SlideView]) -> None:
        """Show the slides of a deck."""
        told = sorted((slide for slide in slides if slide.is_on), key=lambda one: one.number)
        self.beginResetModel()
        self._slides = (*told, *(slide for slide in slides if not slide.is_on))
        self.endResetModel()

    def position_of(self, key: str) -> int | None:
        """Where a slide stands."""
        keys = [slide.key for slide in self._slides]
        return keys.index(key) if key in keys else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many slides there are."""
        return 0 if parent.isValid() else len(self._slides)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A slide, its words, and whether it is told."""
        if not index.isValid():
            return None
        slide = self._slides[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(slide)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(self._wording.message(reason) for reason in slide.because)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if slide.is_on else Qt.CheckState.Unchecked
        return slide if role == SlideRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a slide to be switched."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        slide = self._slides[index.row()]
        self.switched.emit(slide.key, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The cover stays; others are switched, and moved while they are told."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        slide = self._slides[index.row()]
        if slide.is_fixed:
            return usual
        usual |= Qt.ItemFlag.ItemIsUserCheckable
        return usual | Qt.ItemFlag.ItemIsDragEnabled if slide.is_on else usual

    def supportedDropActions(self) -> Qt.DropAction:
        """Slides are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What a dragged slide is carried as."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """A slide on its way."""
        carried = QMimeData()
        carried.setData(_MIME, self._slides[indexes[0].row()].key.encode())
        return carried

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for a slide to be moved; it never comes before the cover."""
        key = bytes(data.data(_MIME).data()).decode()
        told = self.told
        place = row if row >= 0 else parent.row() if parent.isValid() else len(told)
        place = min(max(place, 1), len(told))
        before = next((one for one in told[place:] if one != key), "")
        if key in told:
            self.moved.emit(key, before)
        return False  # the model is told anew once the move is kept

    def _words(self, slide: SlideView) -> str:
        name = self._wording.message(slide.name)
        if not slide.is_on:
            return name
        marks = []
        if slide.is_reworded:
            marks.append(self._wording.phrase("reworded"))
        if slide.notices:
            marks.append(self._wording.phrase("to check"))
        told = f"{slide.number}  {name}"
        return f"{told} · {self._wording.listing(marks)}" if marks else told
