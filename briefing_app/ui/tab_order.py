"""The order in which Tab goes through a window: that of its layouts, which is the eye's.

Qt leads Tab through widgets in the order in which they were made, and much of a page is made
long after it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLayout, QLayoutItem, QWidget

from briefing_app.ui.flow import Flow


def put_in_order(window: QWidget) -> None:
    """Let Tab follow the layouts of a window as it is now."""
    usual = window.focusPolicy()
    window.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # else nothing can be put first
    for one, other in pairwise(_stops(window)):
        QWidget.setTabOrder(one, other)
    window.setFocusPolicy(usual)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for part in _parts(widget):
        if not part.isHidden() and not part.isWindow():
            yield from _stops(part)


def _parts(widget: QWidget) -> list[QWidget]:
    """Children as they are laid out; those of splitters and the like by where they are."""
    if isinstance(widget, Flow):
        return list(widget.parts)
    layout = widget.layout()
    laid_out = list(_in_layout(layout)) if layout is not None else []
    others = [one for one in widget.children() if isinstance(one, QWidget) and one not in laid_out]
    return laid_out + sorted(others, key=lambda one: (one.y(), one.x()))


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def _items(layout: QLayout) -> Iterator[QLayoutItem]:
    """Grids and forms row by row, whenever their cells were filled."""
    if isinstance(layout, QFormLayout):
        roles = QFormLayout.ItemRole
        for number in range(layout.rowCount()):
            for role in (roles.LabelRole, roles.FieldRole, roles.SpanningRole):
                if (item := layout.itemAt(number, role)) is not None:
                    yield item
        return
    items = [item for number in range(layout.count()) if (item := layout.itemAt(number))]
    if isinstance(layout, QGridLayout):
        items.sort(key=partial(_cell, layout))
    yield from items


def _cell(layout: QGridLayout, item: QLayoutItem) -> tuple[int, int]:
    place = cast("tuple[int, int, int, int]", layout.getItemPosition(layout.indexOf(item)))
    return place[:2]
