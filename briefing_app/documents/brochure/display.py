"""Large text, broken where the sense breaks: no lone syllable on the last line of a quote."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.flow import Words
from briefing_app.documents.text_fit import Measured, Paragraph, Style, measure, paragraph, scaled

_STEPS = 14
_NARROWEST = 0.6
_SENSE_ENDS = tuple("，。；：、！？,.;:!?—")


def display(text: str, style: Style, width: float, name: str) -> Words:
    """The text in as few lines as ``width`` allows, of much the same length."""
    measured = well_broken(paragraph(text, style), width)
    return Words(text=measured, width=width, name=name)


def displayed(
    text: str, style: Style, width: float, height: float, scales: Sequence[float]
) -> Measured | None:
    """The text at the scale where its lines break best, the larger of equals.

    ``None`` where none of the ``scales``, from large to small, fits the height.
    """
    fitting = [
        measured
        for scale in scales
        if (measured := well_broken(scaled(paragraph(text, style), scale), width)).height <= height
    ]
    return max(fitting, key=_share_of_good_breaks, default=None)


def well_broken(item: Paragraph, width: float) -> Measured:
    """The paragraph in its fewest lines: broken after punctuation, else evenly filled."""
    usual = measure([item], width)
    if len(usual.lines) < 2:
        return usual
    widths = (width * (1 - (1 - _NARROWEST) * step / _STEPS) for step in range(_STEPS + 1))
    tried = [measure([item], narrower) for narrower in widths]
    same = [one for one in tried if len(one.lines) == len(usual.lines)]
    return max(same, key=lambda one: (_share_of_good_breaks(one), -_longest(one)))


def _share_of_good_breaks(measured: Measured) -> float:
    ends = [line.text.endswith(_SENSE_ENDS) for line in measured.lines[:-1]]
    return sum(ends) / len(ends) if ends else 1.0


def _longest(measured: Measured) -> float:
    return max(line.width for line in measured.lines)
