"""A chart's colours keep apart on a grey printer and for colour-blind readers, in every theme.

Lightness is L* of CIELAB. Differences of colour are those of CAM02-UCS; colour blindness is
simulated after Machado, Oliveira and Fernandes (2009) at full severity.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import pytest
from colorspacious import cspace_convert, deltaE

from briefing_app.documents.theme import Colour, Theme, load_theme
from briefing_app.documents.theme_files import theme_names

THEMES = [load_theme(name) for name in theme_names()]
_NEIGHBOURS_LIGHTNESS = 18.0
_FULL_CIRCLE_LIGHTNESS = 10.0
"""The last part of a ring stands beside the first; a white line parts them as well."""
_NEIGHBOURS_DIFFERENCE = 15.0
_ANY_DIFFERENCE = 10.0
_GRAPHIC_CONTRAST = 3.0

every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def lightness(theme: Theme, colour: Colour) -> float:
    return float(cspace_convert(theme.rgb(colour), "sRGB1", "CIELab")[0])


def difference(one: Any, other: Any) -> float:
    return float(deltaE(one, other, input_space="sRGB1"))


def seen_by(kind: str, theme: Theme, colour: Colour) -> Any:
    space = {"name": "sRGB1+CVD", "cvd_type": kind, "severity": 100}
    return cspace_convert(theme.rgb(colour), space, "sRGB1").clip(0, 1)


@every_theme
def test_neighbours_differ_in_lightness(theme: Theme) -> None:
    steps = [lightness(theme, colour) for colour in theme.series]
    assert min(abs(one - other) for one, other in pairwise(steps)) >= _NEIGHBOURS_LIGHTNESS
    assert abs(steps[-1] - steps[0]) >= _FULL_CIRCLE_LIGHTNESS


@every_theme
@pytest.mark.parametrize("kind", ["protanomaly", "deuteranomaly", "tritanomaly"])
def test_neighbours_differ_for_colour_blind_readers(theme: Theme, kind: str) -> None:
    ring = [*theme.series, theme.series[0]]
    shown = [seen_by(kind, theme, colour) for colour in ring]
    least = min(difference(one, other) for one, other in pairwise(shown))
    assert least >= _NEIGHBOURS_DIFFERENCE


@every_theme
def test_no_two_colours_look_alike(theme: Theme) -> None:
    colours = [theme.rgb(colour) for colour in theme.series]
    assert min(difference(*pair) for pair in combinations(colours, 2)) >= _ANY_DIFFERENCE


@every_theme
def test_every_colour_stands_out_from_paper(theme: Theme) -> None:
    assert len(theme.series) >= 5
    assert all(theme.contrast(colour, Colour.PAPER) >= _GRAPHIC_CONTRAST for colour in theme.series)
