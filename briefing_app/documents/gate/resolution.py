"""Pictures that will not look sharp on paper: remarked, for only the user has a better one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.documents.gate.breach import Remark
from briefing_app.documents.gate.page_texts import label
from briefing_app.documents.placed import Image, Page
from briefing_app.domain.message import Message, say

SHARP_DOTS = 200
"""Dots an inch from which a logo or a photograph looks sharp at reading distance."""
COARSE_DOTS = 100
"""Below this its pixels are seen."""
_POINTS = 72


def unsharp_pictures(pages: Sequence[Page]) -> Iterator[Remark]:
    """Each picture that is printed with too few dots, at the place where it is largest."""
    found: dict[str, tuple[float, Remark]] = {}
    for number, page in enumerate(pages, start=1):
        for element in page.elements:
            if isinstance(element, Image) and (dots := _dots(element)) < SHARP_DOTS:
                remark = Remark(number, label(element), _says(element, dots))
                known = found.setdefault(element.picture.sha256, (dots, remark))
                if dots < known[0]:
                    found[element.picture.sha256] = (dots, remark)
    return (remark for _dots_of_it, remark in found.values())


def dots_wanted(width: float) -> int:
    """The pixels across that look sharp in print on so many points."""
    return round(width / _POINTS * SHARP_DOTS)


def _dots(image: Image) -> float:
    return image.picture.width * _POINTS / max(image.frame.width, 1e-6)


def _says(image: Image, dots: float) -> Message:
    wanted = dots_wanted(image.frame.width)
    if dots < COARSE_DOTS:
        return say(
            "the picture has only {dots} dots an inch here and will look coarse in print. Give it "
            "with {wanted} pixels across or more.",
            dots=int(dots),
            wanted=wanted,
        )
    return say(
        "the picture has {dots} dots an inch here and will look a little soft in print; with "
        "{wanted} pixels across it is sharp.",
        dots=int(dots),
        wanted=wanted,
    )
