"""Free rectangles in a raster, row by row from the top left: where there is room to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def largest_rectangle(
    wide: int, high: int, free: Sequence[bool]
) -> tuple[int, int, int, int] | None:
    """The largest free rectangle: x, y, width, height in cells; ``None`` where nothing is free."""
    best: tuple[int, tuple[int, int, int, int]] | None = None
    heights = [0] * wide
    for y in range(high):
        row = free[y * wide : (y + 1) * wide]
        heights = [above + 1 if cell else 0 for above, cell in zip(heights, row, strict=True)]
        for x, width, height in _below_skyline(heights):
            if best is None or width * height > best[0]:
                best = width * height, (x, y - height + 1, width, height)
    return None if best is None else best[1]


def widest_run(wide: int, high: int, free: Sequence[bool]) -> tuple[int, int]:
    """The widest run of columns that are free from top to bottom: x and width, 0 for none."""
    columns = [all(free[x::wide]) for x in range(wide)] if high else []
    runs = list(_below_skyline([int(column) for column in columns]))
    return max(((x, width) for x, width, _ in runs), key=lambda run: run[1], default=(0, 0))


def _below_skyline(heights: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """All maximal rectangles below a skyline: x, width, height."""
    open_: list[tuple[int, int]] = []
    for x, height in enumerate((*heights, 0)):
        start = x
        while open_ and open_[-1][1] >= height:
            start, tall = open_.pop()
            if tall:
                yield start, x - start, tall
        open_.append((start, height))
