"""The one style sheet, filled in from a palette and the text scale."""

from __future__ import annotations

from string import Template

from briefing_app.paths import assets_folder
from briefing_app.ui.look.look import Look

_SIZES = ("caption", "body", "heading", "title")
_TICK = 14
_ARROW = 12


def style_sheet(look: Look) -> str:
    """Qt's style sheet for the whole application."""
    folder = assets_folder() / "themes"
    template = Template((folder / "screen.qss").read_text(encoding="utf-8"))
    colours = {role.value: value for role, value in look.palette.values.items()}
    sizes = {size: f"{look.points(size):g}" for size in _SIZES}
    ticks = _ticks(round(_TICK * look.scale / 2) * 2)
    arrows = _arrows(round(_ARROW * look.scale))
    others = {"folder": folder.as_posix(), "appearance": look.palette.appearance.value}
    return template.substitute(colours | sizes | ticks | arrows | others)


def _ticks(side: int) -> dict[str, str]:
    """Boxes to tick are as large as text is, and round ones are round: their radius is half of
    all, their dot a good quarter."""
    ring = round(side * 0.36)
    return {
        "tick": str(side),
        "round": str(side // 2 + 1),
        "ring": str(ring),
        "dot": str(side + 2 - 2 * ring),
    }


def _arrows(side: int) -> dict[str, str]:
    """Arrows are as large as text is; what they stand in leaves some air around them. A focused
    frame is one pixel thicker."""
    drop = side + 8
    return {
        "arrow": str(side),
        "drop": str(drop),
        "spin": str(drop + 4),
        "spin_focus": str(drop + 3),
        "scroller": str(2 * (side + 10)),
    }
