"""Where short texts break: no leftover on the last line, Chinese not in the middle of a word.

Files get no hard breaks, so programs break a line where its box is full; what can be chosen is
the box. Of the widths that need no line more, the one is taken whose lines end best. Chinese
has no spaces, and a dictionary would be heavy: names and the commonest words stay whole, and
otherwise signs that hardly ever begin or end a word tell where a break is safe or harmful.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing_app.documents.caches import TEXTS
from briefing_app.documents.deck.common_words import COMMON_WORDS
from briefing_app.documents.line_breaks import is_cjk
from briefing_app.documents.text_fit import (
    Align,
    Measured,
    Paragraph,
    measure_to_edit,
)

_MOST_LINES = 5
_LEFTOVER = 0.3
_NARROWING = 0.97
_NARROWEST = 0.6
_HAIR_MORE = 1.01
_LEFTOVER_COST, _HARM, _DOUBT = 5, 4, 1

_LENGTHS = tuple(sorted({len(word) for word in COMMON_WORDS}))
_STOPS = frozenset("，。；：、！？,;:!?）》」”")
_ENDS_A_PHRASE = frozenset("的了和与或在由从向对为把将让到按并且也都就时后前中上下里内等，")
_BEGINS_A_PHRASE = frozenset("和与或在由从向对为把将让按并但而也都就再却才能会可要请已")
_ONLY_INSIDE = frozenset("者们性化率度力量员师部家式型期线点面体器机件项天周月年日名次款种套人步行")
"""Signs that end words: a line that begins with one has mostly lost the start of its word."""
_ONLY_BEFORE = frozenset("不无未每各第首最更新老大小多共需使可一二三两几")
"""Signs that begin words or count: a line that ends with one has mostly lost what follows."""


def balanced(
    item: Paragraph, width: float, whole: frozenset[str] = frozenset()
) -> tuple[Measured, float]:
    """A short text in the box in which its lines end best, and that box's width.

    ``whole`` are words that no line should break.
    """
    return _balanced(item, width, whole)


@lru_cache(maxsize=TEXTS)
def _balanced(item: Paragraph, width: float, whole: frozenset[str]) -> tuple[Measured, float]:
    text = measure_to_edit([item], width)
    if not 1 < len(text.lines) <= _MOST_LINES or item.style.align is not Align.LEFT:
        return text, width
    best, best_width, least = text, width, _cost(text, width, whole)
    narrower = width * _NARROWING
    while least and narrower >= width * _NARROWEST:
        tried = measure_to_edit([item], narrower)
        if len(tried.lines) > len(text.lines) or tried.height > text.height:
            break
        cost = _cost(tried, width, whole)
        if cost < least:
            best, best_width, least = tried, narrower, cost
        narrower *= _NARROWING
    return best, _steadied(best, item, best_width)


def _steadied(text: Measured, item: Paragraph, width: float) -> float:
    """The width, a little less where a hair more would already break the lines elsewhere."""
    lines = [line.text for line in text.lines]
    wider = measure_to_edit([item], width * _HAIR_MORE)
    steady = measure_to_edit([item], width / _HAIR_MORE)
    is_shaky = [line.text for line in wider.lines] != lines
    holds = [line.text for line in steady.lines] == lines and steady.height <= text.height
    return width / _HAIR_MORE if is_shaky and holds else width


def _cost(text: Measured, width: float, whole: frozenset[str]) -> int:
    """What is wrong with the lines: a leftover, and each break by how likely it harms."""
    lines = [line.text for line in text.lines]
    leftover = _LEFTOVER_COST * (text.lines[-1].width < width * _LEFTOVER)
    return leftover + sum(harms(text.paragraphs[0].text, at, whole) for at in _breaks(text, lines))


def _breaks(text: Measured, lines: Sequence[str]) -> Sequence[int]:
    """Where each line but the last ends in the text."""
    said, ends, at = text.paragraphs[0].text, [], 0
    for line in lines[:-1]:
        at = said.index(line, at) + len(line)
        ends.append(at)
    return ends


def harms(text: str, at: int, whole: frozenset[str] = frozenset()) -> int:
    """How likely a line that ends before the sign ``at`` breaks a word: 0 where it does not."""
    before, after = text[at - 1], text[at]
    is_between_words = " " in (before, after) or before in _STOPS
    if is_between_words or not (is_cjk(before) or is_cjk(after)):
        return 0
    if before.isdigit() or after.isdigit() or _is_inside(text, at, whole):
        return _HARM
    return _harm_by_signs(text, at)


def _harm_by_signs(text: str, at: int) -> int:
    """What the signs around a break tell of words that are not known."""
    before, after = text[at - 1], text[at]
    has_word_before, has_word_after = _word_ends(text, at), _word_begins(text, at)
    if before in _ONLY_BEFORE and not has_word_before:
        return _HARM
    if after in _ONLY_INSIDE and not has_word_after:
        return _HARM
    is_safe = before in _ENDS_A_PHRASE or after in _BEGINS_A_PHRASE
    if has_word_before or has_word_after or is_safe:
        return 0
    return _DOUBT if is_cjk(before) and is_cjk(after) else 0


def _is_inside(text: str, at: int, whole: frozenset[str]) -> bool:
    """True where ``at`` stands inside a word that is known."""
    if any(word in text[max(at - len(word) + 1, 0) : at + len(word) - 1] for word in whole):
        return True
    return any(
        text[start : start + length] in COMMON_WORDS
        for length in _LENGTHS
        for start in range(max(at - length + 1, 0), at)
    )


def _word_ends(text: str, at: int) -> bool:
    return any(text[max(at - length, 0) : at] in COMMON_WORDS for length in _LENGTHS)


def _word_begins(text: str, at: int) -> bool:
    return any(text[at : at + length] in COMMON_WORDS for length in _LENGTHS)
