"""Where the program's assets and the user's data live, from source, wheel and frozen app."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP_NAME = "briefing-app"
DATA_VARIABLE = "BRIEFING_APP_DATA"


def assets_folder() -> Path:
    """The folder of fonts, themes, packs, samples and catalogues that came with the program."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS")) / "assets"  # noqa: B009 - set by PyInstaller alone
    package = Path(__file__).resolve().parent
    inside_wheel = package / "assets"
    return inside_wheel if inside_wheel.is_dir() else package.parent / "assets"


def data_folder(override: Path | None = None) -> Path:
    """The user's data folder: ``override``, else the environment's, else the platform's."""
    if override is not None:
        return override
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path(APP_NAME, appauthor=False)
