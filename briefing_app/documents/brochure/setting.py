"""What every page of a book is set from: its content, its wording and its type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeAlias, TypeVar

from briefing_app.documents.brochure.type_scale import BrochureType
from briefing_app.documents.text_fit import Measured, Style, fit, measure, paragraph, plain
from briefing_app.documents.theme import Motif
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Measure
from briefing_app.planning.client_side import (
    ChosenCase,
    ClientSide,
    SharedColleague,
    SharedCompany,
    SharedIndustry,
    SharedLogos,
)
from briefing_app.wording import Wording, wording_in

_SMALLER = 0.95


class Bound(Protocol):
    """What every bound book tells: of whom it is, to whom one may talk, and of which cases."""

    @property
    def company(self) -> SharedCompany:
        """Our own company."""
        ...

    @property
    def team(self) -> tuple[SharedColleague, ...]:
        """Our people to talk to, the leading one first."""
        ...

    @property
    def own_logos(self) -> SharedLogos:
        """Our company's logos."""
        ...

    @property
    def industry(self) -> SharedIndustry:
        """The industry that it is made for."""
        ...

    @property
    def cases(self) -> tuple[ChosenCase, ...]:
        """Success cases in their order."""
        ...


Told = TypeVar("Told", bound=Bound, covariant=True)


@dataclass(frozen=True)  # no slots: calling a generic alias sets an attribute of its own
class SettingOf(Generic[Told]):
    """A book's content, its language and the scale of its running text."""

    side: Told
    language: Language
    scale: float = 1.0
    motif: Motif = Motif.DISCS

    @property
    def wording(self) -> Wording:
        """Fixed phrases and forms of values."""
        return wording_in(self.language)

    @property
    def type(self) -> BrochureType:
        """Sizes of text."""
        return BrochureType(self.language, self.scale)

    @property
    def smaller(self) -> SettingOf[Told]:
        """The same with running text a little smaller, for pages that would not quite do."""
        return replace(self, scale=_SMALLER)

    def text(self, text: Text) -> str:
        """Somebody's words on one line."""
        return plain(self.wording.text(text))

    def value_of(self, measure_: Measure, number: float) -> str:
        """A number with its unit: ``12%``, ``24,000 players``."""
        unit = self.text(measure_.unit)
        close = not unit or unit.startswith(("%", "％"))
        return f"{self.wording.number(number)}{'' if close else ' '}{unit}"


Setting: TypeAlias = SettingOf[ClientSide]
"""Of a brochure."""

AnySetting: TypeAlias = SettingOf[Bound]
"""Of any bound book: for pages that brochures share with others."""


def first_fitting(
    candidates: Sequence[str], style: Style, width: float, height: float, *, smallest: float = 1.0
) -> Measured | None:
    """The first of the texts that fits, as large as it can be; ``None`` where none does."""
    for words in candidates:
        if plain(words):
            measured = fit([paragraph(words, style)], width, height, smallest=smallest)
            if measured is not None:
                return measured
    return None


def on_one_line(candidates: Sequence[str], style: Style, width: float) -> Measured:
    """The first of the texts that stands on one line; the last one if need be on more."""
    measured = [measure([paragraph(words, style)], width) for words in candidates if plain(words)]
    return next((one for one in measured if len(one.lines) == 1), measured[-1])
