"""What a part of a record is called in a list: what comes before its first words, and those."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing_app.domain.labels import Labelled
from briefing_app.domain.text import Text
from briefing_app.services.record_fields import shapes_of
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known


def part_title(desk: Desk, part: Any, known: Known) -> str:
    """In the window's language: ``Games: players leave after a week``."""
    if isinstance(part, Text):
        return desk.wording.text(part)
    words = [one for one in _leading(desk, part, known) if one]
    if len(words) < 2:
        return words[0] if words else desk.wording.phrase("not set")
    return desk.wording.phrase("{label}: {value}", label=words[0], value=words[-1])


def _leading(desk: Desk, part: Any, known: Known) -> Iterator[str]:
    for name, shape in shapes_of(type(part)).items():
        value = getattr(part, name)
        if isinstance(value, Text):
            yield desk.wording.text(value)
            return
        if isinstance(value, Labelled):
            yield desk.wording.label(value)
        elif shape.names and not shape.is_many:
            yield dict(known.named(shape.names, desk)).get(value, "")
        elif isinstance(value, str):
            yield value
