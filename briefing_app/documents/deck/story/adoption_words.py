"""An adoption profile in the words of a slide: short, and from the client's side of the table."""

from __future__ import annotations

from briefing_app.domain.offering import Integration, ProductSurface, RunningDependence
from briefing_app.wording import Wording


def connected(words: Wording, integration: Integration) -> str:
    """What it takes to connect."""
    match integration:
        case Integration.ONE_OFF:
            return words.phrase("Once, then done")
        case Integration.PROJECT:
            return words.phrase("One project")
        case Integration.CONTINUOUS:
            return words.phrase("Continuous work")


def kept_running(words: Wording, dependence: RunningDependence) -> str:
    """What operation asks of the client's engineers."""
    match dependence:
        case RunningDependence.NONE:
            return words.phrase("No work for you")
        case RunningDependence.OCCASIONAL:
            return words.phrase("Occasional work")
        case RunningDependence.STANDING:
            return words.phrase("Standing work")


def touched(words: Wording, surface: ProductSurface) -> str:
    """How much of the client's own product it takes."""
    match surface:
        case ProductSurface.NONE:
            return words.phrase("Stays as it is")
        case ProductSurface.ENTRANCE:
            return words.phrase("Gains an entrance")
        case ProductSurface.USER_SYSTEM:
            return words.phrase("User system changes")
        case ProductSurface.ENTRANCE_AND_USER_SYSTEM:
            return words.phrase("Entrance and user system")
