"""Whether a logo will be seen on its ground, and whether it will look sharp in print."""

from __future__ import annotations

import io
from collections.abc import Iterator
from struct import iter_unpack

from PIL import Image

from briefing_app.documents.contrast import contrast_of
from briefing_app.documents.gate.resolution import dots_wanted
from briefing_app.documents.logos import largest_size
from briefing_app.documents.theme import Colour, load_theme
from briefing_app.domain.message import Message, say
from briefing_app.domain.picture import Picture

_JUDGED = 96
"""A logo's visibility is judged at so many pixels a side at most."""
_SEEN = 1.5
"""The contrast from which a large form is seen; WCAG 2.2 asks none of logos (1.4.3)."""
_ENOUGH = 0.5
"""The share of what is drawn that must be seen: a sign alone does not tell a name."""
_OPAQUE = 128

_WIDEST, _TALLEST = 10.0, 3.0
"""Times as wide as high, and as high as wide, up to which its words can be read."""


def stands_out(content: bytes, *, is_for_dark: bool) -> bool:
    """True where enough of a logo (the bytes of a PNG) is seen on paper, or on a dark cover.

    A picture that fills its whole rectangle brings its own ground and is always seen.
    """
    theme = load_theme()
    ground = theme.rgb(Colour.INK if is_for_dark else Colour.PAPER)
    with Image.open(io.BytesIO(content), formats=("PNG",)) as image:
        if image.mode != "RGBA":
            return True
        image.thumbnail((_JUDGED, _JUDGED))
        pixels = iter_unpack("4B", image.tobytes())
    drawn = [pixel[:3] for pixel in pixels if pixel[3] >= _OPAQUE]
    seen = sum(
        contrast_of((red / 255, green / 255, blue / 255), ground) >= _SEEN
        for red, green, blue in drawn
    )
    return seen >= _ENOUGH * len(drawn)


def remarks(picture: Picture) -> Iterator[Message]:
    """What the user should know of a logo that is usable, but will not look its best."""
    width, height = largest_size(picture)
    wanted = dots_wanted(width)
    if picture.width < wanted:
        yield say(
            "In print it will not look sharp: it has {count} pixels across, and at its largest it "
            "needs {wanted}. Give it in a larger size if you have one.",
            count=picture.width,
            wanted=wanted,
        )
    if picture.proportion > _WIDEST or picture.proportion < 1 / _TALLEST:
        yield say(
            "It will be small: such a long shape gets {width} x {height} mm at most. Give a more "
            "compact form of the logo if you have one.",
            width=round(width / 72 * 25.4),
            height=round(height / 72 * 25.4),
        )
