"""What a user asks of an export, apart from which visit and where to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing_app.documents.theme_files import USUAL_THEME
from briefing_app.domain.audience import Audience
from briefing_app.domain.meant import Meant, SetAside
from briefing_app.domain.text import Language
from briefing_app.services.print_editions import PrintEdition


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWishes:
    """The language of the documents; every other wish has a default that suits most visits.

    There is a deck for each of ``audiences``; without any, one for whom the visit speaks to.
    ``print_editions`` of the brochure are written beside the one to read on the screen.
    ``with_pdf`` asks for each deck as a hand-out in PDF as well. Decks stand on the PowerPoint
    file ``template`` where one is given; ``theme`` is the name of a theme, see `theme_names`.
    ``meant`` are words that the export gate would stop and that are right here, says the user;
    ``set_aside`` are findings that are kept as meant with the visit, see `honouring`.
    """

    language: Language
    audiences: tuple[Audience, ...] = ()
    print_editions: tuple[PrintEdition, ...] = ()
    with_pdf: bool = False
    template: Path | None = None
    theme: str = USUAL_THEME
    meant: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    @property
    def let_through(self) -> Meant:
        """What the export gate shall let pass."""
        return Meant(self.meant, self.set_aside)
