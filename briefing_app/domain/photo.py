"""Photographs of the client's people, for our own team alone."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.ids import PersonId, PhotoId


@dataclass(frozen=True, kw_only=True, slots=True)
class Photo:
    """A person's face as a small square JPEG that holds nothing but pixels.

    All of it is internal: no document for a client shows anybody.
    """

    id: PhotoId
    person: PersonId
    image: bytes
