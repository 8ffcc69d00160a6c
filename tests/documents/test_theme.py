"""Themes hold every colour, meet the contrast that text needs, and name the faults of a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing_app.documents.brochure import brochure_pages
from briefing_app.documents.deck.compose import deck_pages
from briefing_app.documents.deck.master import own_master
from briefing_app.documents.gate import NOTHING_FORBIDDEN, inspect
from briefing_app.documents.placed import Rule, Shape
from briefing_app.documents.theme import (
    READABLE,
    Colour,
    Motif,
    load_theme,
    read_theme,
    theme_names,
)
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.paths import assets_folder
from briefing_app.wording import wording_in
from tests.documents.deck.client_sides import rich, with_every_kind

THEMES = theme_names()
USUAL = (assets_folder() / "themes" / "harbour.toml").read_text(encoding="utf-8")


def test_the_usual_theme_comes_first_and_there_are_others() -> None:
    assert THEMES[0] == "harbour"
    assert len(THEMES) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_the_pages_of_documents_meet_wcag_aa_in_every_theme(name: str) -> None:
    theme = load_theme(name)
    side = with_every_kind(rich())
    deck = deck_pages(side, Language.ZH, master=own_master(theme.motif, theme.lines)).pages
    brochure = brochure_pages(side, Language.EN, motif=theme.motif)
    assert inspect((*deck, *brochure), theme, NOTHING_FORBIDDEN) == ()


@pytest.mark.parametrize("name", THEMES)
def test_declared_pairs_are_readable_in_every_theme(name: str) -> None:
    theme = load_theme(name)
    assert all(theme.contrast(shown, ground) >= least for shown, ground, least in READABLE)


def test_themes_differ_in_their_form_and_say_what_they_suit() -> None:
    themes = [load_theme(name) for name in THEMES]
    assert {theme.motif for theme in themes} == set(Motif)
    assert len({theme.about for theme in themes}) == len(themes)
    assert all(theme.about.zh and theme.about.en for theme in themes)


def test_themes_draw_panels_and_rules_each_in_their_own_way() -> None:
    lines = [load_theme(name).lines for name in THEMES]
    assert len({line.corner for line in lines}) == len({line.hairline for line in lines}) == 3


@pytest.mark.parametrize("corner", ["-1", "9", '"round"', "true"])
def test_a_corner_that_would_not_look_right_is_refused(corner: str, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(USUAL.replace("corner = 4.0", f"corner = {corner}"), encoding="utf-8")
    with pytest.raises(UserError, match=r"lines\.corner"):
        read_theme(file)


def test_panels_and_hairlines_of_a_deck_follow_the_theme() -> None:
    drawn: dict[str, set[tuple[float, float]]] = {}
    for name in THEMES:
        theme = load_theme(name)
        master = own_master(theme.motif, theme.lines)
        shown = [
            e
            for page in deck_pages(rich(), Language.EN, master=master).pages
            for e in page.elements
        ]
        corners = {e.corner for e in shown if isinstance(e, Shape) and e.name == "Panel"}
        weights = {e.thickness for e in shown if isinstance(e, Rule) and e.name == "Hairline"}
        assert theme.lines.corner in corners
        assert weights == {theme.lines.hairline}
        drawn[name] = {(max(corners), max(weights))}
    assert len({frozenset(each) for each in drawn.values()}) == len(THEMES)


def test_black_on_white_has_the_highest_contrast() -> None:
    theme = load_theme()
    assert theme.contrast(Colour.PAPER, Colour.PAPER) == 1
    assert theme.contrast(Colour.INK, Colour.PAPER) == theme.contrast(Colour.PAPER, Colour.INK)


@pytest.mark.parametrize("name", ["no-such-theme", "../fonts/harbour", ""])
def test_an_unknown_theme_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(UserError, match="harbour"):
        load_theme(name)


@pytest.mark.parametrize(
    ("found", "instead", "told"),
    [
        ('accent = "1F6FEB"\n', "", "colours.accent is missing or wrong"),
        (
            '"1F6FEB"',
            '"#1F6FEB"',
            "What would be right: 1F6FEB",
        ),
        ('"1F6FEB"', "7", "colours.accent is missing or wrong"),
        ("mist =", "mits =", "there is no colours.mits in a theme. Known are: ink, accent"),
        (
            '"discs"',
            '"stars"',
            'What would be right: "discs" | "arches"',
        ),
        ("[about]", "[abuot]", "there is no abuot in a theme"),
        ('"accent", "ink"', '"accent", "accent"', "charts.series is missing or wrong"),
        ('"accent", "ink"', '"accent", "pink"', "charts.series is missing or wrong"),
        (
            '"accent", "ink"',
            '"warm", "ink"',
            "warm on colours.paper has a contrast of 2.05",
        ),
        ('slate = "475467"', 'slate = "B0B5BD"', "colours.slate on colours.paper has a contrast"),
        ("[colours]", "[colours", "harbour.toml is not a theme: "),
        ('bold = "NotoSansSC-Bold"\n', "", "fonts.bold is missing or wrong"),
    ],
)
def test_a_fault_in_a_themes_file_is_named(
    tmp_path: Path, found: str, instead: str, told: str
) -> None:
    assert found in USUAL
    file = tmp_path / "harbour.toml"
    file.write_text(USUAL.replace(found, instead), encoding="utf-8")
    with pytest.raises(UserError) as refused:
        read_theme(file)
    words = wording_in(Language.EN).error(refused.value)
    assert words.startswith("harbour.toml")
    assert re.search(re.escape(told), words)
