"""Logos on a page: never stretched, with clear space, alike in weight on any ground.

Logos of equal height do not look alike: a wide one shouts down a square one. Here they take
equal areas instead. Around each, a quarter of its height at least stays free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from briefing_app.documents.placed import Frame, Geometry, Image, Shape
from briefing_app.documents.theme import Colour
from briefing_app.domain.picture import Picture
from briefing_app.planning.client_side import SharedLogo, SharedLogos

_AREA = 2400.0
"""Square points: 98 x 24 for a wide logo, 49 x 49 for a square one where there is room."""
_CLEAR = 0.25
"""The clear space on each side, as a share of the logo's height at least."""
_LARGEST_ROOM = (270.0, 34.0)
"""Wide as half of a deck's cover, high as on the cover of a brochure."""
_CORNER = 4.0
_GAP = 20.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A company's logos with its name, which is what the picture says to who cannot see it."""

    name: str
    logos: SharedLogos


def placed_logo(mark: Mark, frame: Frame, *, is_dark: bool) -> tuple[Shape | Image, ...]:
    """The logo at the left of the frame, its clear space inside; nothing where there is none.

    A variant made for the ground stands on it; the other one gets a plate to stand on.
    """
    light, dark = mark.logos.for_light, mark.logos.for_dark
    fitting, other = (dark, light) if is_dark else (light, dark)
    if fitting is not None:
        return (_image(mark, fitting, frame, 0.0),)
    if other is None:
        return ()
    clear = frame.height * _CLEAR / (1 + 2 * _CLEAR)
    image = _image(mark, other, frame, clear)
    plate = Shape(
        frame=image.frame.inset(-clear, -clear, -clear, -clear),
        geometry=Geometry.ROUNDED,
        name="Logo plate",
        fill=Colour.PAPER if is_dark else Colour.INK,
        corner=_CORNER,
    )
    return (plate, image)


def logo_row(marks: Sequence[Mark], row: Frame, *, is_dark: bool) -> tuple[Shape | Image, ...]:
    """Logos side by side from the left, with as much room for each as for the others."""
    share = (row.width - _GAP * (len(marks) - 1)) / max(len(marks), 1)
    elements: list[Shape | Image] = []
    left = row.x
    for mark in marks:
        placed = placed_logo(mark, Frame(left, row.y, share, row.height), is_dark=is_dark)
        elements.extend(placed)
        left = max((part.frame.right + _GAP for part in placed), default=left)
    return tuple(elements)


def logo_size(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Width and height in points within the room: equal areas, the picture's proportions."""
    tall = min(sqrt(_AREA / picture.proportion), height, width / picture.proportion)
    return tall * picture.proportion, tall


def largest_size(picture: Picture) -> tuple[float, float]:
    """Width and height in points of the largest place that a logo gets in any document."""
    return logo_size(picture, *_LARGEST_ROOM)


def _image(mark: Mark, logo: SharedLogo, frame: Frame, left: float) -> Image:
    most = frame.height / (1 + 2 * _CLEAR)
    width, height = logo_size(logo.picture, frame.width - 2 * left, most)
    place = Frame(frame.x + left, frame.y + (frame.height - height) / 2, width, height)
    return Image(frame=place, picture=logo.picture, name="Logo", alt=mark.name)
