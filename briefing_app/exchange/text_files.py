"""Text files from other programs, whose encoding nobody tells."""

from __future__ import annotations

import codecs

from briefing_app.errors import UserError


def decoded(content: bytes, source: str) -> str:
    """The text of a file in UTF-8, UTF-16 or GB18030 (as Excel in China writes CSV).

    ``source`` is what the user calls the file. Raises `UserError` where it is neither.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in content[:2000]:  # UTF-16 whose mark was lost
        encodings = ("utf-16-le", "utf-16-be")
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError(
        "{source} is not text in UTF-8, GB18030 or UTF-16. Save it as UTF-8.", source=source
    )
