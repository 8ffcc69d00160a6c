"""The one style sheet, filled in from a palette and the text scale."""

from __future__ import annotations

from string import Template

from briefing_app.paths import assets_folder
from briefing_app.ui.look.look import Look

_SIZES = ("caption", "body", "heading", "title")


def style_sheet(look: Look) -> str:
    """Qt's style sheet for the whole application."""
    folder = assets_folder() / "themes"
    template = Template((folder / "screen.qss").read_text(encoding="utf-8"))
    colours = {role.value: value for role, value in look.palette.values.items()}
    sizes = {size: f"{look.points(size):g}" for size in _SIZES}
    others = {"folder": folder.as_posix(), "appearance": look.palette.appearance.value}
    return template.substitute(colours | sizes | others)
