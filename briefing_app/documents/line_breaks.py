"""Where a line of text may end: the rules of UAX #14 that documents meet, with kinsoku.

The libraries for UAX #14 take over 100 microseconds a character, which is seconds a deck;
tests hold these rules against one of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing_app.documents.caches import TEXTS

NEVER_STARTS = frozenset(
    "!%),.:;?]}¢°·’”†‡›℃∶、。〃〆〕〗〞﹚﹜！＂％＇），．：；？！］｝～·ˇˉ―‖…∥》」』】〉々—ー〜〟"
)
"""No line starts with one of these (kinsoku)."""

NEVER_ENDS = frozenset("$(£¥‘“〈《「『【〔〖〝﹙﹛＄（［｛￡￥[{")
"""No line ends with one of these (kinsoku)."""

CJK = (
    "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
    "\U00020000-\U0003ffff"
)
"""The ranges of ideographs, kana, hangul and full-width forms, for a class of a regex."""

_CJK = re.compile(f"[{CJK}]")
_NO_BREAK_SPACE = "\u00a0"
_DASHES = frozenset("–—")


@lru_cache(maxsize=4096)
def is_cjk(character: str) -> bool:
    """True for ideographs, kana, hangul and full-width forms."""
    return _CJK.match(character) is not None


@lru_cache(maxsize=TEXTS)
def break_opportunities(text: str) -> frozenset[int]:
    """The indexes before which a line may break; spaces belong to the line they end."""
    return frozenset(i for i in range(1, len(text)) if _may_break(text, i))


def _may_break(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if after == " " or _NO_BREAK_SPACE in (before, after) or after in NEVER_STARTS:
        return False
    if before == " ":
        return text[:index].rstrip(" ")[-1:] not in NEVER_ENDS
    if before in NEVER_ENDS:
        return False
    return is_cjk(before) or is_cjk(after) or _breaks_within_latin(text, index)


def _breaks_within_latin(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if before == "-":
        return index >= 2 and text[index - 2].isalpha() and after.isalpha()
    return before in _DASHES or (before == "/" and after.isalpha())
