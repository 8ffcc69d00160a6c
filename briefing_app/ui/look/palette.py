"""The window's colours by what they are for, light and dark, from assets/themes/*.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from PySide6.QtGui import QColor, QPalette

from briefing_app.documents.contrast import Rgb, contrast_of
from briefing_app.documents.theme_files import USUAL_THEME, theme_file


class Appearance(StrEnum):
    """By day or by night."""

    LIGHT = "light"
    DARK = "dark"


class Role(StrEnum):
    """What a colour is for. The first four are grounds; ``on_accent`` is written on ``accent``."""

    GROUND = "ground"
    SURFACE = "surface"
    HOVER = "hover"
    SELECTED = "selected"
    LINE = "line"
    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


GROUNDS = (Role.GROUND, Role.SURFACE, Role.HOVER, Role.SELECTED)
INKS = (Role.TEXT, Role.MUTED, Role.ACCENT, Role.GOOD, Role.WARN, Role.BAD)
"""What is written in; each is readable on each of the grounds."""


@dataclass(frozen=True)
class ScreenPalette:
    """The colours of one theme in one appearance; ``values`` are ``#RRGGBB`` by role."""

    appearance: Appearance
    values: Mapping[Role, str]

    def colour(self, role: Role) -> QColor:
        """The colour to paint with."""
        return QColor(self.values[role])

    def contrast(self, one: Role, other: Role) -> float:
        """The contrast ratio of two roles (WCAG 2.2, 1.4.3)."""
        return contrast_of(_rgb(self.colour(one)), _rgb(self.colour(other)))

    @cached_property
    def for_qt(self) -> QPalette:
        """The same for what Qt paints by itself."""
        palette = QPalette()
        for place, role in _PLACES.items():
            palette.setColor(place, self.colour(role))
        for place in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, place, self.colour(Role.MUTED))
        return palette


def _rgb(colour: QColor) -> Rgb:
    return colour.redF(), colour.greenF(), colour.blueF()


_PLACES = {
    QPalette.ColorRole.Window: Role.GROUND,
    QPalette.ColorRole.WindowText: Role.TEXT,
    QPalette.ColorRole.Base: Role.SURFACE,
    QPalette.ColorRole.AlternateBase: Role.HOVER,
    QPalette.ColorRole.Text: Role.TEXT,
    QPalette.ColorRole.PlaceholderText: Role.MUTED,
    QPalette.ColorRole.Button: Role.SURFACE,
    QPalette.ColorRole.ButtonText: Role.TEXT,
    QPalette.ColorRole.ToolTipBase: Role.SURFACE,
    QPalette.ColorRole.ToolTipText: Role.TEXT,
    QPalette.ColorRole.Highlight: Role.ACCENT,
    QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
    QPalette.ColorRole.Link: Role.ACCENT,
    QPalette.ColorRole.Accent: Role.ACCENT,
    QPalette.ColorRole.Light: Role.HOVER,
    QPalette.ColorRole.Mid: Role.LINE,
    QPalette.ColorRole.Dark: Role.LINE,
    QPalette.ColorRole.BrightText: Role.BAD,
}


@lru_cache
def screen_palette(appearance: Appearance, theme: str = USUAL_THEME) -> ScreenPalette:
    """The window's palette of a theme by its file name."""
    read = tomllib.loads(theme_file(theme).read_text(encoding="utf-8"))
    found = read["screen"][appearance.value]
    return ScreenPalette(appearance, {role: f"#{found[role.value]}" for role in Role})
