"""Where a photograph comes from: a file, or a picture that another program gave."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

_ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")
PICTURE_FILES = " ".join(f"*{ending}" for ending in _ENDINGS)
"""What dialogs show."""

_LARGEST = 1024
"""Pixels; what is larger is made smaller before it leaves the window's thread."""

PictureSource: TypeAlias = Path | bytes


def clipboard_data() -> QMimeData:
    """What is in the clipboard, which on some systems can hold nothing at all."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


def has_picture(data: QMimeData) -> bool:
    """True for what `picture_in` finds a picture in."""
    return _file(data) is not None or data.hasImage()


def picture_in(data: QMimeData) -> PictureSource | None:
    """One picture file, else the bytes of a picture; ``None`` where there is neither."""
    file = _file(data)
    if file is not None:
        return file
    image = QImage(data.imageData()) if data.hasImage() else QImage()
    return None if image.isNull() else _encoded(image)


def _file(data: QMimeData) -> Path | None:
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = Path(urls[0].toLocalFile())
    return file if file.suffix.lower() in _ENDINGS else None


def _encoded(image: QImage) -> bytes:
    """On white, as a bitmap: that takes no time."""
    if max(image.width(), image.height()) > _LARGEST:
        image = image.scaled(
            _LARGEST,
            _LARGEST,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"BMP")).write(ground)
    return bytes(buffer.data().data())
