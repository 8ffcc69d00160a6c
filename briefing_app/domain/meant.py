"""What a user calls right although the export gate stops at it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that is meant: a word, and the words ``around`` it. Where these change it is
    another finding, of which nobody said anything yet."""

    word: str
    around: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """``words`` are right wherever they stand, in one export; ``set_aside`` are findings that are
    kept with their visit."""

    words: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
