"""Choosing files and folders without opening any of them.

Qt's own dialog looks into files to find their icons and types. Closing a file lets go of all locks
that a process holds on it (POSIX), so a look into the data folder would leave the open database
without its locks.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import overload

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import (
    QFileDialog,
    QFileIconProvider,
    QHeaderView,
    QSplitter,
    QTreeView,
    QWidget,
)

_SYSTEMS_OWN = ("win32", "darwin")
_DIGITS = 90


class _QuietIcons(QFileIconProvider):
    """Icons and types by what a name says."""

    @overload
    def icon(self, of: QAbstractFileIconProvider.IconType, /) -> QIcon: ...
    @overload
    def icon(self, of: QFileInfo, /) -> QIcon: ...
    def icon(self, of: QAbstractFileIconProvider.IconType | QFileInfo, /) -> QIcon:
        """A folder's or a file's icon, whatever is in it."""
        kinds = QAbstractFileIconProvider.IconType
        if isinstance(of, QFileInfo):
            of = kinds.Folder if of.isDir() else kinds.File
        return super().icon(of)

    def type(self, of: QFileInfo, /) -> str:
        """The ending of a name."""
        return of.suffix()


class QuietFileDialog(QFileDialog):
    """Qt's dialog with icons that need no look into files."""

    def __init__(self, parent: QWidget, title: str, beginning: Path, filters: str = "") -> None:
        super().__init__(parent, title, str(beginning), filters)
        self._icons = _QuietIcons()
        self.setIconProvider(self._icons)
        self.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        self._make_room(parent)

    def _make_room(self, parent: QWidget) -> None:
        """Large type has its room among places and files."""
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance("0") * _DIGITS
        self.resize(min(width, parent.window().width()), self.height())
        for splitter in self.findChildren(QSplitter):
            splitter.setSizes([self.width() // 5, self.width() * 4 // 5])
        for files in self.findChildren(QTreeView):
            files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def file_to_open(parent: QWidget, title: str, folder: Path, filters: str) -> Path | None:
    """A file that is there; ``filters`` are Qt's, as ``Pictures (*.png *.jpg)``."""
    dialog = _dialog(parent, title, folder, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return chosen_in(dialog)


def file_to_save(parent: QWidget, title: str, usual: Path, filters: str) -> tuple[Path | None, str]:
    """Where to save, and the filter that was picked; one that is there is asked about."""
    dialog = _dialog(parent, title, usual.parent, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(usual.name)
    chosen = chosen_in(dialog)
    return chosen, dialog.selectedNameFilter()


def folder_to_use(parent: QWidget, title: str, beginning: Path) -> Path | None:
    """A folder."""
    dialog = _dialog(parent, title, beginning)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return chosen_in(dialog)


def chosen_in(dialog: QFileDialog) -> Path | None:
    """What the user chooses; ``None`` where nothing is chosen."""
    return Path(dialog.selectedFiles()[0]) if dialog.exec() and dialog.selectedFiles() else None


def _dialog(parent: QWidget, title: str, beginning: Path, filters: str = "") -> QFileDialog:
    """The system's own where it is another program's or where closing a file lets go of no locks;
    Qt gives it to its own class alone."""
    if sys.platform in _SYSTEMS_OWN:
        return QFileDialog(parent, title, str(beginning), filters)
    return QuietFileDialog(parent, title, beginning, filters)
