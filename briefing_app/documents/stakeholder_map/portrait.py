"""A photograph as the map shows it: round, and as small as it is printed."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageDraw

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.picture import Picture

SIDE = 128
"""Pixels: 300 dots an inch at the size of a card's disc, and sharp at twice its size on screen."""
_FINER = 4
_KEPT = 256
"""So many are kept, some 100 kB each with the photo they were made of."""


def portraits_in(dossier: Dossier) -> dict[PersonId, Picture]:
    """The portraits of all who have a photograph."""
    return {photo.person: portrait_of(photo.image) for photo in dossier.photos}


@lru_cache(maxsize=_KEPT)
def portrait_of(image: bytes) -> Picture:
    """The photograph, a square JPEG, as a round PNG with nothing around it."""
    with Image.open(io.BytesIO(image), formats=("JPEG",)) as photo:
        photo.draft("RGB", (SIDE, SIDE))
        small = photo.convert("RGB").resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    small.putalpha(_disc())
    stream = io.BytesIO()
    small.save(stream, "PNG", compress_level=1)  # a third of the time
    return Picture(stream.getvalue(), SIDE, SIDE)


@lru_cache(maxsize=1)
def _disc() -> Image.Image:
    """A white disc on black with a smooth edge."""
    large = Image.new("L", (SIDE * _FINER, SIDE * _FINER))
    ImageDraw.Draw(large).ellipse((0, 0, SIDE * _FINER - 1, SIDE * _FINER - 1), fill=255)
    return large.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
