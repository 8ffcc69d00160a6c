"""Paragraphs whose last line is more than a sign or two, without a line more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing_app.documents.text_fit import Line, Measured, Paragraph, wrap

_SHORT = 2.6
"""A last line narrower than this, in em, is a widow: two Chinese characters, a short word."""

_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.84, 0.8)
"""Shares of the width that are tried, so that the lines above give some words away."""


def measure_without_widows(paragraphs: Iterable[Paragraph], width: float) -> Measured:
    """The paragraphs wrapped to ``width`` points, as high as `measure` makes them."""
    kept = tuple(paragraphs)
    lines: list[Line] = []
    height = 0.0
    for position, item in enumerate(kept):
        wrapped = _wrapped(item, width)
        height += len(wrapped) * item.style.line_height + (item.style.before if position else 0)
        lines.extend(wrapped)
    return Measured(kept, tuple(lines), height)


def _wrapped(item: Paragraph, width: float) -> Sequence[Line]:
    usual = wrap(item, width)
    if not _ends_in_widow(usual):
        return usual
    for share in _NARROWER:
        tried = wrap(item, width * share)
        if len(tried) > len(usual):
            return usual
        if not _ends_in_widow(tried):
            return tried
    return usual


def _ends_in_widow(lines: Sequence[Line]) -> bool:
    return len(lines) > 1 and lines[-1].width < _SHORT * lines[-1].paragraph.style.size
