"""How support, weight and closeness are shown: by a sign or a count first, by colour as well."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.documents.theme import Colour
from briefing_app.domain.stakeholder import Coverage, Influence, Support

SIGNS: Mapping[Support, str] = {
    Support.CHAMPION: "▲",
    Support.SUPPORTIVE: "▲",
    Support.NEUTRAL: "●",
    Support.OPPONENT: "▼",
    Support.UNKNOWN: "?",
}
"""Where somebody stands, to be seen without colour."""

COLOURS: Mapping[Support, Colour] = {
    Support.CHAMPION: Colour.SUPPORT,
    Support.SUPPORTIVE: Colour.SUPPORT,
    Support.NEUTRAL: Colour.STEEL,
    Support.OPPONENT: Colour.WARM,
    Support.UNKNOWN: Colour.LINE,
}
"""The colour beside the sign; the words never stand on it."""

BARS: Mapping[Influence, int] = {
    Influence.HIGH: 3,
    Influence.MEDIUM: 2,
    Influence.LOW: 1,
    Influence.UNKNOWN: 0,
}
"""How many bars of three are filled for somebody's weight."""

DOTS: Mapping[Coverage, int] = {
    Coverage.NONE: 0,
    Coverage.MET: 1,
    Coverage.REGULAR: 2,
    Coverage.TRUSTED: 3,
}
"""How many dots of three are filled for how close our team is."""
