"""The real program, on a screen of its own, carries a user through the main story."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONG = 600.0
TELLINGS = (("zh", "light"), ("en", "dark"))
"""Both languages and both appearances; the script tells all four."""


@pytest.mark.screen
@pytest.mark.parametrize(("language", "appearance"), TELLINGS)
def test_the_main_story_is_told(language: str, appearance: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.story", str(tmp_path)]
    version = ["--language", language, "--appearance", appearance]
    done = subprocess.run(
        [*command, *version], check=False, cwd=ROOT, capture_output=True, text=True, timeout=LONG
    )
    assert done.returncode == 0, done.stderr
    pictures = sorted((tmp_path / f"{language}-{appearance}").glob("*.png"))
    assert [picture.stem[:2] for picture in pictures] == [
        f"{number:02}" for number in range(1, len(pictures) + 1)
    ]
    assert pictures[-1].stem.endswith("zh" if language == "en" else "en")
