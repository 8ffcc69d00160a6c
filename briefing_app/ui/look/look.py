"""What a widget asks for when it paints or dresses itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QIcon

from briefing_app.documents.icon_drawings import STROKES, Icon
from briefing_app.documents.icon_shapes import Stroke
from briefing_app.ui.look.icons import stroke_icon
from briefing_app.ui.look.palette import Role, ScreenPalette
from briefing_app.ui.look.screen_icons import SCREEN_STROKES, ScreenIcon

STEP = 8
"""The window's spacing goes in steps of so many pixels."""

_POINTS = {"caption": 9.0, "body": 10.0, "heading": 12.0, "title": 15.0}


@dataclass(frozen=True)
class Look:
    """The palette and the text scale (1.0 is usual, up to 2.0) that the window is drawn in."""

    palette: ScreenPalette
    scale: float = 1.0

    def colour(self, role: Role) -> QColor:
        """The colour of a role."""
        return self.palette.colour(role)

    def icon(self, name: Icon | ScreenIcon, role: Role = Role.TEXT) -> QIcon:
        """An icon in the colour of ``role``; where it marks what is chosen, in the accent."""
        return _icon(self.palette.values[role], self.palette.values[Role.ACCENT], name)

    def strokes(self, name: Icon | ScreenIcon) -> tuple[Stroke, ...]:
        """An icon's strokes, for those who paint it themselves."""
        return strokes_of(name)

    def points(self, size: str) -> float:
        """The size in points of ``caption``, ``body``, ``heading`` or ``title``."""
        return _POINTS[size] * self.scale

    def font(self, size: str = "body", *, bold: bool = False) -> QFont:
        """The window's font in a size."""
        font = QFont()
        font.setPointSizeF(self.points(size))
        font.setBold(bold)
        return font

    @property
    def icon_size(self) -> QSize:
        """The usual size of icons on buttons; it grows with the text."""
        side = round(20 * self.scale)
        return QSize(side, side)


def strokes_of(name: Icon | ScreenIcon) -> tuple[Stroke, ...]:
    """The drawing of an icon, of the documents' set or the window's own."""
    return STROKES[name] if isinstance(name, Icon) else SCREEN_STROKES[name]


@lru_cache(maxsize=256)
def _icon(usual: str, checked: str, name: Icon | ScreenIcon) -> QIcon:
    return stroke_icon(strokes_of(name), QColor(usual), QColor(checked))
