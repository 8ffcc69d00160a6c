"""One or two letters stand for a person without a photograph."""

from __future__ import annotations

import pytest

from briefing_app.domain.initials import initials
from briefing_app.domain.text import Language, Text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (Text("欧阳修远", ""), "修远"),
        (Text("", "Mary-Ann van Dyke"), "MD"),
        (Text("", "Cher"), "C"),
        (Text("", "? Decider"), "?"),
    ],
)
def test_initials_stand_for_a_photograph(name: Text, shown: str) -> None:
    assert initials(name, Language.EN) == shown
