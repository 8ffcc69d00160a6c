"""Buttons whose words end in an ellipsis where they have no room; the tool tip gives all then."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton

_FEW = 12
"""So many letters always have room."""


def whole_size(shown: QAbstractButton, hint: QSize, words: str) -> QSize:
    """Room for all ``words``, from the size ``hint`` of what is shown of them now."""
    metrics = shown.fontMetrics()
    return hint + QSize(
        metrics.horizontalAdvance(words) - metrics.horizontalAdvance(shown.text()), 0
    )


def least_size(shown: QAbstractButton, whole: QSize) -> QSize:
    """Room for a few letters, at most for all."""
    return whole.boundedTo(QSize(shown.fontMetrics().horizontalAdvance("0") * _FEW, whole.height()))


def say_within(shown: QAbstractButton, words: str, more: str, room: int) -> None:
    """Say as much of ``words`` as has room in so many pixels; ``more`` is the usual tool tip."""
    metrics, said = shown.fontMetrics(), words
    if metrics.horizontalAdvance(words) > room:  # Qt would cut what just fits
        said = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    if said != shown.text():
        shown.setText(said)
        whole = words if said != words else ""
        shown.setToolTip("\n".join(filter(None, (whole, more))))
