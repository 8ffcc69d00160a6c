"""What can be done from anywhere, with its keys: one list for the window, Ctrl+K and F1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing_app.documents.icon_drawings import Icon
from briefing_app.ui.look.screen_icons import ScreenIcon


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something the user can do. ``label`` is in the window's language, ``keys`` as Qt writes
    them (``Ctrl+K``), empty for none; ``other_keys`` do the same and are not listed."""

    name: str
    label: str
    run: Callable[[], object]
    keys: str = ""
    other_keys: str = ""
    icon: Icon | ScreenIcon | None = None
