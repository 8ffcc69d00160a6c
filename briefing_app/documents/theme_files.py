"""Where the themes of documents and window lie."""

from __future__ import annotations

from pathlib import Path

from briefing_app.paths import assets_folder

USUAL_THEME = "harbour"


def theme_names() -> tuple[str, ...]:
    """The names by which themes are chosen, the usual one first."""
    names = sorted(path.stem for path in _folder().glob("*.toml"))
    return tuple(sorted(names, key=lambda name: name != USUAL_THEME))


def theme_file(name: str) -> Path:
    """The file of a theme by its name."""
    return _folder() / f"{name}.toml"


def _folder() -> Path:
    return assets_folder() / "themes"
