"""A field's value in words, where it is compared with another one."""

from __future__ import annotations

from typing import Any

from briefing_app.domain.text import Text
from briefing_app.wording import Wording


def value_words(wording: Wording, value: Any) -> str:
    """A value as people read it, a text in both languages where these differ."""
    if value in (None, "", (), Text()):
        return wording.phrase("not set")
    if isinstance(value, bool):
        return wording.phrase("Yes") if value else wording.phrase("No")
    if isinstance(value, Text) and value.zh and value.en and value.zh != value.en:
        return f"{value.best_for(wording.language)} / {value.best_for(wording.language.other)}"
    return wording.value(value)
