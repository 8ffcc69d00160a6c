"""The fonts that are installed on this computer, found by the names that programs show."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from briefing_app.documents.font_files import SUFFIXES, FontFile, fonts_in, read_face
from briefing_app.documents.fonts import Face

_OFFICE_ON_MACS = "/Applications/Microsoft PowerPoint.app/Contents/Resources/DFonts"
"""Office brings its own fonts there and installs none."""


@dataclass(frozen=True, slots=True)
class InstalledFont:
    """The upright fonts of a family; ``bold`` is ``None`` where programs embolden the regular."""

    regular: FontFile
    bold: FontFile | None

    def face(self, *, bold: bool) -> Face:
        """The widths of one of the two."""
        file = self.bold if bold and self.bold else self.regular
        return _face(file.path, file.number)


def installed_font(family: str) -> InstalledFont | None:
    """The installed font of that family; ``None`` where there is none."""
    return _index(tuple(font_folders())).get(family.strip().casefold())


def font_folders() -> Iterator[Path]:
    """Where fonts are installed, for everybody and for this user, with Office's own."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        yield local / "Microsoft/Windows/Fonts"
        yield local / "Microsoft/FontCache/4/CloudFonts"
    elif sys.platform == "darwin":
        yield from (Path("/System/Library/Fonts"), Path("/Library/Fonts"))
        yield from (home / "Library/Fonts", Path(_OFFICE_ON_MACS))
    else:
        own = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
        shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
        yield from (Path(folder) / "fonts" for folder in (own, *shared.split(":")))
        yield home / ".fonts"


@lru_cache(maxsize=4)
def _index(folders: Sequence[Path]) -> Mapping[str, InstalledFont]:
    """All upright families by their names in lower case; the first of each weight counts."""
    found: dict[str, dict[bool, FontFile]] = {}
    for font in (font for path in _files(folders) for font in fonts_in(path)):
        for family in () if font.is_italic else font.families:
            found.setdefault(family, {}).setdefault(font.is_bold, font)
    return MappingProxyType(
        {
            family: InstalledFont(weights[False], weights.get(True))
            for family, weights in found.items()
            if False in weights
        }
    )


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in SUFFIXES:
                yield path


@lru_cache(maxsize=8)
def _face(path: Path, number: int) -> Face:
    return read_face(path, path.stem, number)
