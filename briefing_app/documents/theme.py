"""Colours and fonts of documents, read from assets/themes/*.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from briefing_app.errors import UserError
from briefing_app.paths import assets_folder


class Colour(StrEnum):
    """The roles that colours play; a theme gives each its value."""

    INK = "ink"
    ACCENT = "accent"
    SUPPORT = "support"
    WARM = "warm"
    PAPER = "paper"
    MIST = "mist"
    LINE = "line"
    STEEL = "steel"
    SLATE = "slate"


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette (``RRGGBB`` by role) and the fonts' family and file names."""

    name: str
    colours: Mapping[Colour, str]
    latin: str
    east_asian: str
    regular: str
    bold: str

    def rgb(self, colour: Colour) -> tuple[float, float, float]:
        """The colour as red, green and blue from 0 to 1."""
        value = self.colours[colour]
        red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (0, 2, 4))
        return red, green, blue

    def contrast(self, one: Colour, other: Colour) -> float:
        """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
        dark, light = sorted((_luminance(self.rgb(one)), _luminance(self.rgb(other))))
        return (light + 0.05) / (dark + 0.05)


@lru_cache
def _luminance(rgb: tuple[float, float, float]) -> float:
    red, green, blue = (_linear(channel) for channel in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


@lru_cache
def load_theme(name: str = "harbour") -> Theme:
    """The theme of that file name; UserError for one that does not exist."""
    path = assets_folder() / "themes" / f"{name}.toml"
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in path.parent.glob("*.toml")))
        raise UserError("There is no theme {name}. Choose one of: {known}.", name=name, known=known)
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    colours = {colour: raw["colours"][colour.value] for colour in Colour}
    return Theme(name=raw["name"], colours=colours, **raw["fonts"])
