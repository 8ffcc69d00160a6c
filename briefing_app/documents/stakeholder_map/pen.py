"""What the map's pictures are drawn with: the facts, the words, the scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing_app.documents.placed import Anchor, Frame, TextBox
from briefing_app.documents.text_fit import (
    WIDTH_MARGIN,
    Align,
    Style,
    measure,
    paragraph,
    plain,
    text_width,
)
from briefing_app.documents.theme import Colour
from briefing_app.domain.client import Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId
from briefing_app.domain.picture import Picture
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Coverage,
    Influence,
    Stakeholder,
    Support,
)
from briefing_app.planning.briefing import RoleSeat
from briefing_app.wording import Wording

_PITCH = 1.3
_HAIR = 0.5


@dataclass(frozen=True, slots=True)
class Pen:
    """``scale`` makes everything smaller or larger, type included. ``portraits`` are drawn in the
    place of initials."""

    dossier: Dossier
    chain: Sequence[RoleSeat]
    wording: Wording
    scale: float = 1.0
    portraits: Mapping[PersonId, Picture] = field(default_factory=dict)

    @property
    def shows_faces(self) -> bool:
        """True where small chips have a face or initials as well: once anybody has a photo."""
        return bool(self.dossier.photos)

    def length(self, points: float) -> float:
        """A length of the design in this scale."""
        return points * self.scale

    def style(
        self,
        size: float,
        *,
        bold: bool = False,
        colour: Colour = Colour.INK,
        align: Align = Align.LEFT,
    ) -> Style:
        """Type of that size in the design."""
        return Style(size=size * self.scale, bold=bold, colour=colour, pitch=_PITCH, align=align)

    def person(self, person: PersonId) -> Person:
        """The record of a person."""
        return self.dossier.person(person)

    def name(self, person: PersonId) -> str:
        """A person's name."""
        return self.wording.text(self.person(person).name)

    def title(self, person: PersonId) -> str:
        """What a person is; the department where no title is known."""
        one = self.person(person)
        return self.wording.text(one.title) or self.wording.label(one.department)

    def known(self, person: PersonId) -> Stakeholder | None:
        """What is known of the person in this project."""
        return self.dossier.stakeholder(person)

    def roles(self, person: PersonId) -> tuple[BuyingRole, ...]:
        """The person's roles in the purchase."""
        known = self.known(person)
        return known.roles if known else ()

    def support(self, person: PersonId) -> Support:
        """Where the person stands towards us."""
        known = self.known(person)
        return known.support if known else Support.UNKNOWN

    def influence(self, person: PersonId) -> Influence:
        """How much the person's word weighs."""
        known = self.known(person)
        return known.influence if known else Influence.UNKNOWN

    def coverage(self, person: PersonId) -> Coverage:
        """How close our team is."""
        known = self.known(person)
        return known.coverage if known else Coverage.NONE

    def attends(self, person: PersonId) -> bool:
        """True for somebody who comes to the visit."""
        return person in self.dossier.visit.attendees


def one_line(words: str, style: Style, frame: Frame, name: str) -> TextBox:
    """Words on one line in the middle of a frame, cut with an ellipsis where they are longer."""
    kept = shortened(words, style, frame.width, 1)
    text = measure([paragraph(kept, style)], frame.width)
    return TextBox(frame=frame, text=text, name=name, anchor=Anchor.MIDDLE)


def room_for(words: str, style: Style) -> float:
    """How wide a box must be for words on one line."""
    return text_width(plain(words), style) / WIDTH_MARGIN + _HAIR


def shortened(words: str, style: Style, width: float, lines: int) -> str:
    """The words where they take no more than ``lines``, else their beginning and an ellipsis;
    they stand in full elsewhere."""
    kept = plain(words)
    if _lines(kept, style, width) <= lines:
        return kept
    low, high = 0, len(kept)
    while high - low > 1:
        middle = (low + high) // 2
        fits = _lines(f"{kept[:middle].rstrip()}…", style, width) <= lines
        low, high = (middle, high) if fits else (low, middle)
    return f"{kept[:low].rstrip()}…"


def _lines(words: str, style: Style, width: float) -> int:
    return len(measure([paragraph(words, style)], width).lines)
