"""Templates that others made: those that LibreOffice brings, as PowerPoint files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.judges.rendering import Office, RenderingFailed, tool

_SHARED = "share/template/common/presnt"


def office_template(name: str) -> Path:
    """Where LibreOffice keeps the template of that name (.otp).

    Raises RenderingFailed where it has none.
    """
    program = Path(tool("soffice")).resolve()
    for folder in program.parents:
        found = folder / _SHARED / f"{name}.otp"
        if found.exists():
            return found
    raise RenderingFailed(f"LibreOffice has no template {name}")


def converted_templates(office: Office, names: Iterable[str], ending: str) -> dict[str, Path]:
    """The templates by their names, converted to ``ending`` (pptx or potx)."""
    sources = [office_template(name) for name in names]
    made = office.converted(sources, ending)
    return dict(zip(names, made, strict=True))
