"""Preferences are kept in one file beside the data; a bad file is told in one line."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.errors import UserError
from briefing_app.services.preferences import (
    FILE,
    LARGEST_TEXT,
    SMALLEST_TEXT,
    Preferences,
    export_folder_of,
    load_preferences,
    next_text_scale,
    save_preferences,
)

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
ANY = st.builds(
    Preferences,
    language=st.sampled_from(["", "zh", "en"]),
    document_language=st.sampled_from(["", "zh", "en"]),
    appearance=st.sampled_from(["", "light", "dark"]),
    text_scale=st.floats(SMALLEST_TEXT, LARGEST_TEXT),
    theme=WORDS,
    template=WORDS,
    export_folder=WORDS,
    user=WORDS,
)


@given(preferences=ANY)
def test_preferences_come_back_as_they_were(preferences: Preferences) -> None:
    with TemporaryDirectory() as folder:
        save_preferences(Path(folder), preferences)
        assert load_preferences(Path(folder)) == preferences


def test_without_a_file_the_usual_ones_count(tmp_path: Path) -> None:
    assert load_preferences(tmp_path) == Preferences()
    assert not (tmp_path / FILE).exists()


def test_what_another_version_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"language": "zh", "rings": 7}', encoding="utf-8")
    assert load_preferences(tmp_path).language == "zh"
    save_preferences(tmp_path, Preferences(language="en", export_folder="D:/导出"))
    kept = json.loads((tmp_path / FILE).read_text(encoding="utf-8"))
    assert (kept["rings"], kept["language"], kept["export_folder"]) == (7, "en", "D:/导出")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"language": "fr"}', "language: fr"),
        ('{"document_language": "Zh"}', "document_language: Zh"),
        ('{"appearance": "pink"}', "appearance: pink"),
        ('{"text_scale": 3}', "text_scale: 3.0"),
        ('{"text_scale": "big"}', r"\$\.text_scale"),
        ('{"theme": null}', r"\$\.theme"),
        ('["zh"]', "Expected `object`"),
        ("{", "truncated"),
        ("", "truncated"),
    ],
)
def test_a_bad_file_is_told_and_left(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=told) as raised:
        load_preferences(tmp_path)
    assert FILE in str(raised.value)
    assert "\n" not in str(raised.value)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == content


def test_a_preference_that_cannot_be_is_not_kept(tmp_path: Path) -> None:
    save_preferences(tmp_path, Preferences(language="zh"))
    with pytest.raises(UserError, match="appearance: pink"):
        save_preferences(tmp_path, Preferences(appearance="pink"))
    assert load_preferences(tmp_path) == Preferences(language="zh")


@pytest.mark.parametrize(
    ("scale", "step", "then"),
    [(1.0, 1, 1.1), (1.0, -1, 0.9), (1.05, 1, 1.1), (1.05, -1, 1.0)],
)
def test_text_grows_and_shrinks_by_the_sizes_that_are_offered(
    scale: float, step: int, then: float
) -> None:
    assert next_text_scale(scale, step) == then


def test_text_stays_as_large_as_the_window_can_show() -> None:
    assert next_text_scale(LARGEST_TEXT, 1) == LARGEST_TEXT
    assert next_text_scale(SMALLEST_TEXT, -1) == SMALLEST_TEXT


def test_documents_go_where_the_user_chose(tmp_path: Path) -> None:
    assert export_folder_of(Preferences(export_folder=str(tmp_path))) == tmp_path
    assert export_folder_of(Preferences()).name == "Briefings"
