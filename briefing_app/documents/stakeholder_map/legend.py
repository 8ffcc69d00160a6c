"""What the signs on the map's pictures mean, in a line below each."""

from __future__ import annotations

from briefing_app.documents.stakeholder_map.picture import MapKind
from briefing_app.wording import Wording


def legend(kind: MapKind, wording: Wording) -> str:
    """The legend of a view."""
    signs = wording.phrase("▲ for us, ● neutral, ▼ against us, ? unknown.")
    weight = wording.sentences(
        (
            wording.phrase("Bars tell the influence."),
            wording.phrase("A thick frame comes to the next visit."),
        )
    )
    match kind:
        case MapKind.LINES:
            lines = wording.phrase(
                "Dots tell how close we are. An arrow influences, a cross is a conflict."
            )
            told = (signs, weight, lines)
        case MapKind.GRID:
            told = (signs, weight, wording.phrase("On grey: weighs and is not won yet."))
        case MapKind.CHAIN:
            told = (signs, weight, wording.phrase("An empty frame is a gap."))
        case MapKind.TABLE:
            told = (signs, weight, wording.phrase("Dots tell how close we are."))
    return wording.sentences(told)
