"""Colours and fonts of documents, read from assets/themes/*.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefing_app.documents.contrast import Rgb, contrast_of
from briefing_app.documents.theme_files import USUAL_THEME, theme_file, theme_names
from briefing_app.domain.text import Text
from briefing_app.errors import UserError


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


class Motif(StrEnum):
    """What the fields on covers, breaks and heads of chapters are made of."""

    DISCS = "discs"
    ARCHES = "arches"
    FACETS = "facets"


@dataclass(frozen=True, slots=True)
class Lines:
    """How a theme draws: the radius of its panels' corners, the weight of its hairlines, in pt."""

    corner: float = 0.0
    hairline: float = 0.75


SERIES = (Colour.ACCENT, Colour.INK, Colour.SUPPORT, Colour.SLATE, Colour.STEEL)
"""The usual order in which a chart's parts are coloured: light and dark in turn."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette (``RRGGBB`` by role), the fonts' family and file names, a motif, and lines.

    ``series`` are the colours of a chart's parts in order: neighbours keep apart on a grey
    printer and for colour-blind readers, and each stands out from paper (WCAG 2.2, 1.4.11).
    """

    name: str
    colours: Mapping[Colour, str]
    latin: str
    east_asian: str
    regular: str
    bold: str
    motif: Motif = Motif.DISCS
    lines: Lines = Lines()
    series: tuple[Colour, ...] = SERIES
    about: Text = field(default=Text())

    def rgb(self, colour: Colour) -> Rgb:
        """The colour as red, green and blue from 0 to 1."""
        return _rgb(self.colours[colour])

    def contrast(self, one: Colour, other: Colour) -> float:
        """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
        return contrast_of(self.rgb(one), self.rgb(other))


@lru_cache
def _rgb(value: str) -> Rgb:
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


@lru_cache
def load_theme(name: str = USUAL_THEME) -> Theme:
    """The theme of that file name; UserError for one that does not exist or has a fault."""
    if name not in theme_names():
        known = ", ".join(theme_names())
        raise UserError("There is no theme {name}. Choose one of: {known}.", name=name, known=known)
    return read_theme(theme_file(name))


def read_theme(path: Path) -> Theme:
    """The theme in a file; UserError names the key that is wrong and what would be right."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UserError(
            "{file} is not a theme: {reason}.", file=path.name, reason=str(error)
        ) from error
    return _ThemeFile(path.name, raw).theme()


_TABLES = ("name", "motif", "about", "colours", "fonts", "charts", "lines", "screen")
_LIMITS = {"corner": 8.0, "hairline": 2.0}
"""Rounder corners would show beside the bars at panels' edges; heavier rules compete with words."""
_ABOUT = ("zh", "en")
_FONTS = ("latin", "east_asian", "regular", "bold")
_HEXADECIMAL = re.compile(r"[0-9A-F]{6}")
_TEXT_CONTRAST, _GRAPHIC_CONTRAST = 4.5, 3.0
READABLE: tuple[tuple[Colour, Colour, float], ...] = (
    (Colour.INK, Colour.PAPER, _TEXT_CONTRAST),
    (Colour.INK, Colour.MIST, _TEXT_CONTRAST),
    (Colour.INK, Colour.LINE, _TEXT_CONTRAST),
    (Colour.SLATE, Colour.PAPER, _TEXT_CONTRAST),
    (Colour.SLATE, Colour.MIST, _TEXT_CONTRAST),
    (Colour.SLATE, Colour.LINE, _TEXT_CONTRAST),
    (Colour.ACCENT, Colour.PAPER, _TEXT_CONTRAST),
    (Colour.ACCENT, Colour.MIST, _GRAPHIC_CONTRAST),
    (Colour.PAPER, Colour.INK, _TEXT_CONTRAST),
    (Colour.PAPER, Colour.ACCENT, _TEXT_CONTRAST),
    (Colour.PAPER, Colour.SLATE, _TEXT_CONTRAST),
    (Colour.LINE, Colour.INK, _TEXT_CONTRAST),
    (Colour.WARM, Colour.INK, _TEXT_CONTRAST),
)
"""The colours that documents write in, on what, and the contrast that this needs; large text
(18 pt, or 14 pt bold) and icons need 3:1 (WCAG 2.2, 1.4.3 and 1.4.11)."""


@dataclass(frozen=True, slots=True)
class _ThemeFile:
    """A theme's file by its name, as TOML."""

    name: str
    raw: Mapping[str, Any]

    def theme(self) -> Theme:
        """The theme that it describes."""
        self._refuse_others("", self.raw, _TABLES)
        colours = self._words("colours", tuple(Colour))
        for key, value in colours.items():
            if not _HEXADECIMAL.fullmatch(value):
                raise self._fault(f"colours.{key}", "1F6FEB")
        theme = Theme(
            name=self._word("name", self.raw.get("name"), "Harbour"),
            colours=MappingProxyType({colour: colours[colour] for colour in Colour}),
            motif=self._motif(),
            lines=self._lines(),
            series=self._series(),
            about=Text(**self._words("about", _ABOUT)),
            **self._words("fonts", _FONTS),
        )
        self._refuse_faint(theme)
        return theme

    def _words(self, table: str, keys: tuple[str, ...]) -> dict[str, str]:
        found = self.raw.get(table)
        if not isinstance(found, dict):
            raise self._fault(f"[{table}]", ", ".join(keys))
        self._refuse_others(f"{table}.", found, keys)
        return {key: self._word(f"{table}.{key}", found.get(key), "…") for key in keys}

    def _word(self, key: str, value: object, example: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self._fault(key, f'"{example}"')
        return value

    def _motif(self) -> Motif:
        motif = self.raw.get("motif")
        if motif not in tuple(Motif):
            raise self._fault("motif", " | ".join(f'"{each}"' for each in Motif))
        return Motif(motif)

    def _lines(self) -> Lines:
        found = self.raw.get("lines", {})
        if not isinstance(found, dict):
            raise self._fault("[lines]", ", ".join(_LIMITS))
        self._refuse_others("lines.", found, tuple(_LIMITS))
        for key, value in found.items():
            most = _LIMITS[key]
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise self._fault(f"lines.{key}", f"{most:g}")
            if not 0 <= value <= most:
                raise self._fault(f"lines.{key}", f"0 - {most:g}")
        return Lines(**{key: float(value) for key, value in found.items()})

    def _series(self) -> tuple[Colour, ...]:
        charts = self.raw.get("charts", {})
        series = charts.get("series") if isinstance(charts, dict) else None
        example = "[" + ", ".join(f'"{colour}"' for colour in SERIES) + "]"
        if not isinstance(series, list) or not series or len(set(map(str, series))) < len(series):
            raise self._fault("charts.series", example)
        if any(colour not in tuple(Colour) for colour in series):
            raise self._fault("charts.series", example)
        return tuple(Colour(colour) for colour in series)

    def _refuse_others(self, table: str, found: Mapping[str, Any], known: tuple[str, ...]) -> None:
        for key in found:
            if key not in known:
                raise UserError(
                    "{file}: there is no {key} in a theme. Known are: {known}.",
                    file=self.name,
                    key=f"{table}{key}",
                    known=", ".join(known),
                )

    def _refuse_faint(self, theme: Theme) -> None:
        graphics = ((colour, Colour.PAPER, _GRAPHIC_CONTRAST) for colour in theme.series)
        for shown, ground, least in (*READABLE, *graphics):
            contrast = theme.contrast(shown, ground)
            if contrast < least:
                raise UserError(
                    "{file}: colours.{shown} on colours.{ground} has a contrast of {contrast}:1, "
                    "and {least}:1 is needed. Make one of them darker or lighter.",
                    file=self.name,
                    shown=shown.value,
                    ground=ground.value,
                    contrast=f"{contrast:.2f}",
                    least=f"{least:g}",
                )

    def _fault(self, key: str, example: str) -> UserError:
        return UserError(
            "{file}: {key} is missing or wrong. What would be right: {example}",
            file=self.name,
            key=key,
            example=example,
        )
