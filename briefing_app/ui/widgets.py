"""Small pieces that every page is put together from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing_app.documents.icon_drawings import Icon
from briefing_app.ui.look import Look
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon


def label(words: str, size: str = "", tone: str = "", *, wraps: bool = True) -> QLabel:
    """Words; ``size`` is ``title``, ``heading`` or ``caption``, ``tone`` ``muted``, ``good``,
    ``warn`` or ``bad``. They are shown as they are, never read as markup."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    if size:
        made.setProperty("textSize", size)
    if tone:
        made.setProperty("tone", tone)
    return made


def set_tone(shown: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and dress the widget anew."""
    shown.setProperty(name, value)
    shown.style().unpolish(shown)
    shown.style().polish(shown)


def button(
    words: str,
    clicked: Callable[[], object] | None = None,
    *,
    primary: bool = False,
    tip: str = "",
) -> QPushButton:
    """A button with words; one a page is ``primary``."""
    made = QPushButton(words)
    made.setAutoDefault(False)
    if primary:
        made.setProperty("primary", True)
    if tip:
        made.setToolTip(tip)
    if clicked is not None:
        made.clicked.connect(clicked)
    return made


def link(words: str, clicked: Callable[[], object], tip: str = "") -> QPushButton:
    """Words that lead somewhere: a button without a frame."""
    made = button(words, clicked, tip=tip)
    dress_as_link(made)
    return made


def dress_as_link(shown: QPushButton) -> None:
    """Take a button its frame."""
    shown.setAutoDefault(False)
    shown.setProperty("quiet", True)
    shown.setProperty("link", True)
    shown.setCursor(Qt.CursorShape.PointingHandCursor)


def icon_button(
    look: Look,
    icon: Icon | ScreenIcon,
    words: str,
    clicked: Callable[[], object] | None = None,
) -> QToolButton:
    """A button that is an icon; ``words`` are its tool tip and its name for screen readers."""
    made = QToolButton()
    made.setIcon(look.icon(icon))
    made.setIconSize(look.icon_size)
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setProperty("quiet", True)
    if clicked is not None:
        made.clicked.connect(clicked)
    return made


def column(*parts: QWidget | QLayout | None, margin: int = 0, space: int = STEP) -> QVBoxLayout:
    """Parts below each other; ``None`` is a stretch."""
    made = QVBoxLayout()
    _fill(made, parts, margin, space)
    return made


def row(*parts: QWidget | QLayout | None, margin: int = 0, space: int = STEP) -> QHBoxLayout:
    """Parts beside each other; ``None`` is a stretch."""
    made = QHBoxLayout()
    _fill(made, parts, margin, space)
    return made


def _fill(
    layout: QBoxLayout, parts: tuple[QWidget | QLayout | None, ...], margin: int, space: int
) -> None:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(space)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def card(*parts: QWidget | QLayout | None, space: int = STEP) -> QFrame:
    """Parts on a surface of their own. It is as high as its words need at its width; what stands
    below the cards of a page takes the rest."""
    made = QFrame()
    made.setObjectName("card")
    made.setLayout(column(*parts, margin=2 * STEP, space=space))
    return made


def scrolling(content: QWidget, name: str = "") -> QScrollArea:
    """Content that scrolls where the window is too small: across only with large type.

    Words without controls need a ``name``: Tab stops there, so that keys scroll them.
    """
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go.

    It is hidden until it is gone: without its parent all of it would be dressed anew before,
    which takes twenty times as long.
    """
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def is_narrower(shown: QWidget, characters: int) -> bool:
    """True where a widget has no room for so many characters of its text in a line."""
    return shown.width() < shown.fontMetrics().horizontalAdvance("0") * characters
