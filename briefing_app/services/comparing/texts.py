"""Paragraphs before and after: which belong together, and where a long one differs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefing_app.services.comparing.differences import TextChange

LEAST_ALIKE = 0.5
"""From this ratio of `difflib` on, two paragraphs count as one that was changed."""

_AROUND = 9
"""So many words and spaces, or Chinese characters, are shown on each side of a change."""

_WORD = re.compile(r"[\u3400-\u9fff]|\w+?(?=[\u3400-\u9fff])|\w+|\s+|.", re.DOTALL)


def text_changes(old: Sequence[str], new: Sequence[str]) -> tuple[TextChange, ...]:
    """The paragraphs that one of two slides lacks, those that are alike as one change.

    Where as many are left on each side they are taken for changes in order: a figure that was
    replaced is not alike. The order of paragraphs on a slide is no difference.
    """
    gone, come = _missing(old, new), _missing(new, old)
    found: dict[int, str] = {}
    for position, text in enumerate(gone):
        best = max(come, key=lambda other: alike(text, other), default="")
        if best and alike(text, best) >= LEAST_ALIKE:
            come.remove(best)
            found[position] = best
    left = [position for position in range(len(gone)) if position not in found]
    if len(left) == len(come):
        found |= dict(zip(left, come, strict=True))
        come = []
    changes = [TextChange(text, found.get(position, "")) for position, text in enumerate(gone)]
    return (*changes, *(TextChange("", text) for text in come))


def alike(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < LEAST_ALIKE or matcher.quick_ratio() < LEAST_ALIKE:
        return 0.0
    return matcher.ratio()


def excerpts(old: str, new: str) -> Iterator[TextChange]:
    """The places where two long texts differ, each with a few words around it."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for group in matcher.get_grouped_opcodes(_AROUND):
        first, last = group[0], group[-1]
        yield TextChange(_cut(before, first[1], last[2]), _cut(after, first[3], last[4]))


def _cut(words: Sequence[str], start: int, end: int) -> str:
    left = "…" if start > 0 else ""
    right = "…" if end < len(words) else ""
    return f"{left}{''.join(words[start:end]).strip()}{right}"


def _missing(texts: Sequence[str], among: Sequence[str]) -> list[str]:
    left = Counter(texts) - Counter(among)
    missing: list[str] = []
    for text in texts:
        if left[text] > 0:
            left[text] -= 1
            missing.append(text)
    return missing
