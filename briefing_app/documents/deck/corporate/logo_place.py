"""Where a template's cover has room for the client's logo, beside its own artwork and our words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing_app.documents.deck.corporate.colours import Rgb, luminance
from briefing_app.documents.deck.corporate.palette import READABLE
from briefing_app.documents.deck.corporate.sheet import Sheet
from briefing_app.documents.deck.master import LogoRow
from briefing_app.documents.placed import Frame

_SIZE = (180.0, 54.0)
_FREE = 0.94
_LIGHT, _DARK = 0.75, 0.06
"""Grounds for which logos are made: near white, near black, by luminance."""

_PLATE = 0.8
"""The luminance that text must have for a plate in its colour to pass for white."""


def logo_row_on(sheet: Sheet, words: Iterable[Frame], ink: Rgb) -> LogoRow | None:
    """The first upper corner that is free for a logo with its clear space; ``None`` for none."""
    taken = tuple(words)
    for frame, is_at_right in _corners(sheet):
        if _is_free(sheet, frame, ink) and not any(map(frame.overlaps, taken)):
            ground = luminance(sheet.canvas.ground(frame))
            if _DARK < ground < _LIGHT:
                continue
            is_dark = ground <= _DARK
            return LogoRow(
                frame=frame,
                is_dark=is_dark,
                is_at_right=is_at_right,
                has_plates=is_dark and luminance(ink) >= _PLATE,
                is_for_client=True,
            )
    return None


def _corners(sheet: Sheet) -> Iterator[tuple[Frame, bool]]:
    width, height = _SIZE
    margin = sheet.margin
    top = margin * 0.6
    yield Frame(margin, top, width, height), False
    yield Frame(sheet.size[0] - margin - width, top, width, height), True


def _is_free(sheet: Sheet, frame: Frame, ink: Rgb) -> bool:
    free = sheet.canvas.free(frame, ink, READABLE)
    return (
        free is not None
        and free.width >= _FREE * frame.width
        and free.height >= _FREE * frame.height
    )
