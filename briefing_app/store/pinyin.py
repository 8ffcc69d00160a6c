"""pypinyin, loaded without holding the interpreter.

Its import parses a file of 47,000 phrases in one go, during which no other thread of Python runs:
a window stands still for as long. Here the phrases are parsed one by one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

_NO_PHRASES = "PYPINYIN_NO_PHRASES"
_PHRASES = "phrases_dict.json"
_loading = Lock()


def readings(run: str, unknown: Callable[[str], Any]) -> list[str]:
    """How Chinese is read, a syllable without tone for each character.

    ``unknown`` gives the readings of characters that have none.
    """
    with _loading:
        lazy_pinyin = _lazy_pinyin()
    found: list[str] = lazy_pinyin(run, errors=unknown)
    return found


@cache
def _lazy_pinyin() -> Callable[..., list[str]]:
    import msgspec

    with _without_phrases():
        import pypinyin  # 100 ms, and needed only when names are stored
    phrases = Path(pypinyin.__file__).with_name(_PHRASES).read_bytes()
    read = msgspec.json.Decoder(list[list[str]]).decode
    each = msgspec.json.decode(phrases, type=dict[str, msgspec.Raw])
    pypinyin.load_phrases_dict({phrase: read(syllables) for phrase, syllables in each.items()})
    return pypinyin.lazy_pinyin


@contextmanager
def _without_phrases() -> Iterator[None]:
    """pypinyin looks for this variable while it is imported."""
    before = os.environ.get(_NO_PHRASES)
    os.environ[_NO_PHRASES] = "yes"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_NO_PHRASES]
        else:
            os.environ[_NO_PHRASES] = before
