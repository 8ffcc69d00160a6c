"""The language that the environment or the system asks for."""

from __future__ import annotations

import locale
import os

from briefing_app.domain.text import Language

LANGUAGE_VARIABLE = "BRIEFING_APP_LANGUAGE"


def preferred_language() -> Language:
    """The language that the environment or the system asks for; English where it is neither."""
    named = os.environ.get(LANGUAGE_VARIABLE) or locale.getlocale()[0] or os.environ.get("LANG", "")
    chinese = named.lower().startswith(("zh", "chinese"))
    return Language.ZH if chinese else Language.EN
