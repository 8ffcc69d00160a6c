"""Writes the tables of widths: ``python -m tests.font_widths [FOLDER]``.

Those of the document fonts lie beside them. From FOLDER, which holds Carlito, Caladea, Liberation
Sans and Liberation Serif, come those by which the fonts of company templates are measured.
"""

from __future__ import annotations

import sys
from pathlib import Path

from briefing_app.documents.font_files import read_face
from briefing_app.documents.fonts import Face, font_path, packed

NAMES = ("NotoSansSC-Regular", "NotoSansSC-Bold")
METRICS = ("Carlito", "Caladea", "LiberationSans", "LiberationSerif")


def read_font(name: str, path: Path | None = None) -> Face:
    """The face of a font file, read by fontTools; ours unless another ``path`` is given."""
    return read_face(path or font_path(name), name)


if __name__ == "__main__":
    for name in NAMES:
        font_path(name).with_suffix(".widths").write_bytes(packed(read_font(name)))
    for folder in map(Path, sys.argv[1:]):
        for name in (f"{family}-{weight}" for family in METRICS for weight in ("Regular", "Bold")):
            table = font_path(f"metrics/{name}").with_suffix(".widths")
            found = next(folder.rglob(f"{name}.ttf"))
            table.write_bytes(packed(read_font(name, found)))
