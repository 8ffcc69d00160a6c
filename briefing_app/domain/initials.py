"""A person in one or two letters, where there is no photograph."""

from __future__ import annotations

from briefing_app.domain.client import is_nameless
from briefing_app.domain.text import Language, Text


def initials(name: Text, language: Language) -> str:
    """The given name in Chinese, else the first and the last word's letters; “?” for somebody
    whom nobody has named yet."""
    if is_nameless(name):
        return "?"
    words = name.best_for(language).strip()
    if Language.of(words) is Language.ZH:
        return words[-2:]
    letters = [word[0].upper() for word in words.replace("-", " ").split() if word[0].isalnum()]
    return "".join(letters[:1] + letters[1:][-1:])
