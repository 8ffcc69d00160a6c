"""Says which controls do not show that they have the focus.

A control is taken as a picture with and without the focus. Somewhere along its border so many
pixels must change as a side of it has, each with a contrast of 3 to its former self
(WCAG 2.2, 1.4.11 and 2.4.7).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea, QWidget

from briefing_app.documents.contrast import contrast_of
from tests.judges.screen import called, path_of, tab_stops

_LEAST = 3.0
_AROUND = 3
"""Pixels outside a control that may show its focus."""

_BORDER = 5
"""Pixels inside it that count as its border."""


_DRESSES = ("primary", "quiet", "link", "chip", "rail", "refused")
"""What the style sheet tells controls of one class apart by."""

Kind = tuple[object, ...]


def unseen_focus(shown: QWidget, known: set[Kind] | None = None) -> list[str]:
    """Controls whose focus cannot be seen; the window must be the active one.

    One control of each kind is looked at; kinds in ``known`` are left out, new ones are added.
    """
    known = set() if known is None else known
    found: list[str] = []
    for one in tab_stops(shown):
        kind = (type(one), *(one.property(name) for name in _DRESSES))
        if kind not in known:
            known.add(kind)
            found += [f"{path_of(one, shown)}: {fault}" for fault in _fault(one)]
    return found


def _fault(one: QWidget) -> Iterator[str]:
    _bring_into_sight(one)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    if not one.hasFocus():
        yield f"“{called(one)}” does not take the focus"
        return
    place = _place_of(one)
    with_it = one.window().grab(place).toImage()
    one.clearFocus()
    without = one.window().grab(place).toImage()
    needed = min(one.width(), one.height())
    changed = _changed_on_border(with_it, without, one)
    if changed < needed:
        yield f"“{called(one)}” changes {changed} pixels of its border with the focus, not {needed}"


def _bring_into_sight(one: QWidget) -> None:
    parent = one.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(one)
        parent = parent.parentWidget()


def _place_of(one: QWidget) -> QRect:
    corner = one.mapTo(one.window(), QPoint())
    grown = QRect(corner, one.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return grown.intersected(one.window().rect())


def _changed_on_border(with_it: QImage, without: QImage, one: QWidget) -> int:
    inner = QRect(0, 0, with_it.width(), with_it.height()).adjusted(
        _AROUND + _BORDER, _AROUND + _BORDER, -_AROUND - _BORDER, -_AROUND - _BORDER
    )
    changed = 0
    for y in range(with_it.height()):
        for x in _columns(y, inner, with_it.width()):
            before, after = without.pixel(x, y), with_it.pixel(x, y)
            changed += before != after and _stands_out(before, after)
    return changed


@lru_cache(maxsize=4096)
def _stands_out(before: int, after: int) -> bool:
    return contrast_of(_rgb(before), _rgb(after)) >= _LEAST


def _columns(y: int, inner: QRect, width: int) -> Iterator[int]:
    if not inner.top() <= y <= inner.bottom() or inner.width() <= 0:
        yield from range(width)
        return
    yield from range(inner.left())
    yield from range(inner.right() + 1, width)


def _rgb(pixel: int) -> tuple[float, float, float]:
    return (pixel >> 16 & 255) / 255, (pixel >> 8 & 255) / 255, (pixel & 255) / 255
