"""The editor of what a need is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.fields.several import ChosenField


def topics_field(desk: Desk, save: Save, choices: Sequence[tuple[Any, str]] = ()) -> ChosenField:
    """Topics of an industry, chosen by their names."""
    about = desk.wording.phrase(
        "What the need is about: products, cases and questions with the same topic answer it."
        " The industry pack lists the topics."
    )
    return ChosenField(desk, desk.wording.phrase("Topics"), save, choices, tip=about)
