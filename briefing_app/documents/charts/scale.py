"""The scale of a value axis, as Office programs choose it when the step is given.

They leave a twentieth of the span above the largest number and go up to the next step
(Microsoft, "How chart axis limits are calculated", KB 214075; LibreOffice does alike). So a
given step makes the scale known beforehand, while it still grows with an edited number.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

_SPARE = (1 / 20, 1 / 21)
"""The share of the span that is left free: as documented, and as LibreOffice has it."""
_NARROW = 1 / 6
_MOST_STEPS_TRIED = 8


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``minimum`` to ``maximum`` in steps of ``step``; ``starts_at_zero`` when told to."""

    minimum: float
    maximum: float
    step: float
    starts_at_zero: bool

    def share(self, value: float) -> float:
        """How far along the axis a value stands, from 0 to 1."""
        return (value - self.minimum) / (self.maximum - self.minimum)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values at the steps."""
        steps = round((self.maximum - self.minimum) / self.step)
        return tuple(round(self.minimum + at * self.step, 10) for at in range(steps + 1))


def scale_of(
    values: Sequence[float], *, intervals: int, is_bar: bool = True, room_below: float = 0.0
) -> Scale:
    """A scale of about so many intervals that holds the values.

    Bars stand on zero; lines need not where they vary by less than a sixth. ``room_below`` is
    the share of the axis that labels need under the least number where that is negative.
    """
    low, high = min(values, default=0.0), max(values, default=0.0)
    if is_bar or low < 0 or low == high or high - low > high * _NARROW:
        low, high = min(low, 0.0), max(high, 0.0)
    span = high - low or 1.0
    tried = (_stepped(low, high, step) for step in _nice_steps(span / intervals))
    for _, scale in zip(range(_MOST_STEPS_TRIED), tried, strict=False):
        if scale is not None and (low >= 0 or scale.share(low) >= room_below):
            return scale
    return _plainly(low, high, span)


def _nice_steps(least: float) -> Iterator[float]:
    """1, 2 or 5 times a power of ten, from the first that is not below ``least``."""
    first = math.floor(math.log10(least)) if least > 1e-300 else -300
    for power in count(first):
        for digit in (1, 2, 5):
            step = float(f"{digit}e{power}")
            if step >= least * (1 - 1e-9):
                yield step


def _stepped(low: float, high: float, step: float) -> Scale | None:
    """The scale with that step, or ``None`` where programs would not agree."""
    span = high - low or 1.0
    (top, bottom), other = (
        (_ceiling(high + span * spare if high > 0 else high, step), _floor(low, high, spare, step))
        for spare in _SPARE
    )
    if (top, bottom) != other or top <= bottom:
        return None
    return Scale(bottom * step, top * step, step, starts_at_zero=low >= 0 and not bottom)


def _floor(low: float, high: float, spare: float, step: float) -> int:
    span = high - low or 1.0
    if low < 0:
        return math.floor((low - span * spare) / step + 1e-9)
    if low == 0:
        return 0
    return math.floor((low - span / 2) / step + 1e-9)


def _ceiling(value: float, step: float) -> int:
    return math.ceil(value / step - 1e-9)


def _plainly(low: float, high: float, span: float) -> Scale:
    """For numbers at the edge of what a computer holds."""
    below = low - span if low < 0 else low
    return Scale(below, high + span, span, starts_at_zero=low >= 0 and not below)
