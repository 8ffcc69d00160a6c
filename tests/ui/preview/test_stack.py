"""Where pages stand: below each other, in the middle, whole at the zoom that fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF

from briefing_app.ui.preview.stack import (
    GAP,
    LARGEST_ZOOM,
    SMALLEST_ZOOM,
    Stack,
    zoom_to_fit,
)

SIZES = st.lists(
    st.builds(QSizeF, st.floats(100, 2000), st.floats(100, 2000)), min_size=1, max_size=20
)
ZOOMS = st.floats(SMALLEST_ZOOM, LARGEST_ZOOM)


@given(sizes=SIZES, zoom=ZOOMS, room=st.floats(200, 4000))
def test_pages_never_touch_and_none_is_cut_off(
    sizes: list[QSizeF], zoom: float, room: float
) -> None:
    stack = Stack.of(sizes, zoom, room)
    for above, below in zip(stack.frames, stack.frames[1:], strict=False):
        assert below.top() - above.bottom() >= GAP - 1e-6
    for frame in stack.frames:
        assert frame.left() >= GAP - 1e-6
        assert frame.right() <= stack.width - GAP + 1e-6
        assert abs(frame.center().x() - stack.width / 2) < 1e-6
    assert stack.frames[-1].bottom() < stack.height


@given(sizes=SIZES, zoom=ZOOMS)
def test_the_page_at_the_middle_of_a_page_is_that_page(sizes: list[QSizeF], zoom: float) -> None:
    stack = Stack.of(sizes, zoom, 800)
    for page, frame in enumerate(stack.frames, start=1):
        assert stack.page_at(frame.center().y()) == page
        assert page in stack.shown(frame.top(), frame.top() + 1)
    assert stack.page_at(-1000) == 1


@given(sizes=SIZES, width=st.floats(300, 4000), height=st.floats(300, 4000))
def test_what_fits_the_page_fits_the_width_too(
    sizes: list[QSizeF], width: float, height: float
) -> None:
    room = QSizeF(width, height)
    page = zoom_to_fit(sizes, room, whole_page=True)
    across = zoom_to_fit(sizes, room, whole_page=False)
    assert SMALLEST_ZOOM <= page <= across <= LARGEST_ZOOM
    if page > SMALLEST_ZOOM:
        frames = Stack.of(sizes, page, width).frames
        assert max(frame.height() for frame in frames) <= height - 2 * GAP + 1e-6


def test_a_document_without_pages_has_no_page_anywhere() -> None:
    stack = Stack.of((), 1.0, 500)
    assert stack.page_at(10) == 0
    assert list(stack.shown(0, 1000)) == []
