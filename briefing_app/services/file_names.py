"""Names of folders and files that every system accepts."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 60
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def safe_name(words: str) -> str:
    """``words`` as a file name on Windows, macOS and Linux: at most 60 characters, never empty."""
    composed = unicodedata.normalize("NFC", words)
    printable = "".join(c if c.isprintable() else " " for c in _FORBIDDEN.sub(" ", composed))
    name = " ".join(printable.split())[:_LONGEST].strip(" .")
    if not name:
        return "client"
    return f"_{name}" if _RESERVED.fullmatch(name) else name
