"""A picture as small as it is painted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from briefing_app.domain.picture import Picture


def picture_image(picture: Picture, pixels: int) -> QImage:
    """The picture so many pixels wide; it is decoded when it is first in sight."""
    return _image(picture.content, pixels)


@lru_cache(maxsize=512)
def _image(content: bytes, pixels: int) -> QImage:
    return QImage.fromData(content).scaledToWidth(
        max(pixels, 1), Qt.TransformationMode.SmoothTransformation
    )
