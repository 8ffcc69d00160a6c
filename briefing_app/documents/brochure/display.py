"""Large text, broken where the sense breaks: no lone syllable on the last line of a quote."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.flow import Words
from briefing_app.documents.text_fit import Measured, Paragraph, Style, measure, paragraph, scaled

_STEPS = 14
_NARROWEST = 0.6
_STILL_LARGE = 0.86
_SENSE_ENDS = tuple("，。；：、！？,.;:!?—")


def display(text: str, style: Style, width: float, name: str) -> Words:
    """The text in as few lines as ``width`` allows, of much the same length."""
    measured = well_broken(paragraph(text, style), width)
    return Words(text=measured, width=width, name=name)


def displayed(
    text: str, style: Style, width: float, height: float, scales: Sequence[float]
) -> Measured | None:
    """The text as large as fits; a little smaller where its lines then break better.

    ``None`` where none of the ``scales``, from large to small, fits the height.
    """
    fitting = [
        (scale, measured)
        for scale in scales
        if (measured := well_broken(scaled(paragraph(text, style), scale), width)).height <= height
    ]
    if not fitting:
        return None
    largest = fitting[0][0]
    near = [measured for scale, measured in fitting if scale >= largest * _STILL_LARGE]
    return max(near, key=_share_of_good_breaks)


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
