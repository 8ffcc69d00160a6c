"""What a screen reader is told of the map besides who is selected: what an act brought about."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.domain.ids import PersonId
from briefing_app.ui.announcing import announce
from briefing_app.ui.map.canvas import MapCanvas


class MapTeller:
    """Compares what was drawn with what was drawn before."""

    def __init__(self, canvas: MapCanvas) -> None:
        self._canvas = canvas
        self._kind: MapKind | None = None
        self._words: Mapping[PersonId, str] = {}

    def drawn(self, kind: MapKind, words: Mapping[PersonId, str]) -> None:
        """Tell which view is there now, or what is new of who is selected."""
        before, person = self._words.get(self._canvas.person or PersonId("")), self._canvas.person
        if self._kind is not None and kind is not self._kind:
            announce(self._canvas, self._canvas.accessibleName())
        elif before is not None and person is not None:
            announce(self._canvas, news(before, words.get(person, "")))
        self._kind, self._words = kind, words


def news(before: str, now: str) -> str:
    """The lines that were not there before, after the name; empty where nothing is new."""
    name, *facts = now.split("\n")
    new = [fact for fact in facts if fact not in before.split("\n")]
    return ", ".join((name, *new)) if new else ""
