"""File names are accepted by every system, whatever a client is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.services.file_names import safe_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("星河游戏", "星河游戏"),
        ('A/B: "C" <D>', "A B C D"),
        ("con", "_con"),
        ("LPT1.txt", "_LPT1.txt"),
        ("trailing. ", "trailing"),
        ("..", "client"),
        ("", "client"),
        ("x" * 100, "x" * 60),
    ],
)
def test_words_become(words: str, name: str) -> None:
    assert safe_name(words) == name


@given(st.text(max_size=200))
def test_any_words_become_a_usable_name(words: str) -> None:
    name = safe_name(words)
    assert 0 < len(name) <= 61
    assert not set(name) & set('<>:"/\\|?*\0')
    assert name == name.strip(" .")
