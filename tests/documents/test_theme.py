"""Themes hold every colour and meet the contrast that text needs."""

from __future__ import annotations

import pytest

from briefing_app.documents.theme import Colour, load_theme
from briefing_app.errors import UserError
from briefing_app.paths import assets_folder

THEMES = sorted(path.stem for path in (assets_folder() / "themes").glob("*.toml"))


@pytest.mark.parametrize("name", THEMES)
def test_text_colours_of_every_theme_meet_wcag_aa(name: str) -> None:
    theme = load_theme(name)
    for colour in (Colour.INK, Colour.SLATE, Colour.ACCENT):
        assert theme.contrast(colour, Colour.PAPER) >= 4.5
    assert theme.contrast(Colour.INK, Colour.MIST) >= 4.5


def test_black_on_white_has_the_highest_contrast() -> None:
    theme = load_theme()
    assert theme.contrast(Colour.PAPER, Colour.PAPER) == 1
    assert theme.contrast(Colour.INK, Colour.PAPER) == theme.contrast(Colour.PAPER, Colour.INK)


def test_an_unknown_theme_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError, match="harbour"):
        load_theme("no-such-theme")
