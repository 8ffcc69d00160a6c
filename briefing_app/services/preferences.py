"""What the user prefers, kept in one small file beside the data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from briefing_app.documents.theme_files import USUAL_THEME
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.files import read_bytes, write_bytes

FILE = "preferences.json"
TEXT_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The sizes of text that are offered."""
SMALLEST_TEXT, LARGEST_TEXT = TEXT_SCALES[0], TEXT_SCALES[-1]
_MOST_BYTES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What the user prefers; every field has a usual value.

    ``language`` and ``appearance`` (``light``, ``dark``) are empty where the system decides.
    ``document_language`` is the usual one of documents, empty for that of the window.
    ``text_scale`` is a multiple of the usual size of text. ``template`` is the path of the
    PowerPoint file that decks stand on, empty for our own look. ``user`` is the id of the colleague
    who works here. ``export_folder`` is empty for the usual one of `export_folder_of`.
    """

    language: str = ""
    document_language: str = ""
    appearance: str = ""
    text_scale: float = 1.0
    theme: str = USUAL_THEME
    template: str = ""
    export_folder: str = ""
    user: str = ""


def export_folder_of(preferences: Preferences) -> Path:
    """Where documents go: what the user chose, else a folder in the user's documents."""
    if preferences.export_folder:
        return Path(preferences.export_folder)
    import platformdirs

    return platformdirs.user_documents_path() / "Briefings"


def template_of(preferences: Preferences) -> Path | None:
    """The PowerPoint file that decks usually stand on; ``None`` for our own look."""
    return Path(preferences.template) if preferences.template else None


def load_preferences(folder: Path) -> Preferences:
    """The preferences kept in a data folder, the usual ones where none are.

    UserError, which says where and what would be right, for a file that cannot be read.
    """
    path = folder / FILE
    if not path.exists():
        return Preferences()
    import msgspec

    known = {field.name for field in fields(Preferences)}
    kept = {name: value for name, value in _kept(path).items() if name in known}
    try:
        return _checked(msgspec.convert(kept, Preferences), path)
    except msgspec.ValidationError as error:
        raise _fault(path, str(error)) from error


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Keep the preferences; what a newer version of the program wrote beside them stays."""
    path = folder / FILE
    import msgspec

    others = _kept(path) if path.exists() else {}
    now = msgspec.to_builtins(_checked(preferences, path))
    content = json.dumps({**others, **now}, ensure_ascii=False, indent=2, sort_keys=True)
    write_bytes(path, content.encode("utf-8"))


def next_text_scale(scale: float, step: int) -> float:
    """The size of text that is offered next: larger where ``step`` is above zero, else smaller.

    The last one has none after it and is answered itself.
    """
    if step > 0:
        return min((one for one in TEXT_SCALES if one > scale), default=LARGEST_TEXT)
    return max((one for one in TEXT_SCALES if one < scale), default=SMALLEST_TEXT)


def _kept(path: Path) -> Mapping[str, Any]:
    import msgspec

    try:
        return msgspec.json.decode(read_bytes(path, _MOST_BYTES), type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise _fault(path, str(error)) from error


def _checked(preferences: Preferences, path: Path) -> Preferences:
    for name in ("language", "document_language"):
        if getattr(preferences, name) not in ("", *Language):
            raise _fault(path, f"{name}: {getattr(preferences, name)}")
    if preferences.appearance not in ("", "light", "dark"):
        raise _fault(path, f"appearance: {preferences.appearance}")
    if not SMALLEST_TEXT <= preferences.text_scale <= LARGEST_TEXT:
        raise _fault(path, f"text_scale: {preferences.text_scale}")
    return preferences


def _fault(path: Path, reason: str) -> UserError:
    return UserError(
        "{path} holds something that is not a preference: {reason}. Correct it, or delete the"
        " file to begin with the usual ones.",
        path=str(path),
        reason=reason,
    )
