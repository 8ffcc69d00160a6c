"""How the window looks: one palette, one style sheet, one set of icons."""

from __future__ import annotations

from briefing_app.ui.look.look import Look
from briefing_app.ui.look.palette import Appearance, Role, ScreenPalette, screen_palette

__all__ = ["Appearance", "Look", "Role", "ScreenPalette", "screen_palette"]
