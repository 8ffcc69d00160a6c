"""A company's PowerPoint template: read for an export, checked on request, shown on a sample."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.message import say
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.files import read_bytes, write_bytes
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.progress import Progress, silent

if TYPE_CHECKING:  # document engines load on use
    from briefing_app.documents.deck.corporate.reading import CorporateTemplate

_SAMPLE_DAY = date(2026, 11, 23)


def wished_template(wishes: ExportWishes) -> CorporateTemplate | None:
    """The template that an export is to use; ``None`` for our own look.

    Raises UserError for one that cannot be used, and with a PDF of the deck: only PowerPoint can
    draw the background of others.
    """
    if wishes.template is None:
        return None
    if wishes.with_pdf:
        raise UserError(
            "The PDF of a deck cannot show your template's background. Leave out --pdf, open the"
            " deck in PowerPoint and choose Save as PDF."
        )
    return load_template(wishes.template)


def check_template(*, path: Path, progress: Progress = silent) -> Path:
    """Make sure that a file can be used, before it is chosen; raises as `load_template` does."""
    progress(say("Check the template"), 1, 1)
    load_template(path)
    return path


def load_template(path: Path) -> CorporateTemplate:
    """Read a .pptx or .potx; UserError says why a file cannot or must not be used."""
    from briefing_app.documents.deck.corporate.archive import MOST_BYTES
    from briefing_app.documents.deck.corporate.reading import read_template

    if not path.exists():
        raise gone(path)
    return read_template(read_bytes(path, MOST_BYTES), path.name)


def gone(path: Path) -> UserError:
    """What to say of a template that is not where it was chosen."""
    return UserError(
        "The PowerPoint template {path} is not there. Put it back, or choose another one or none;"
        " the window's usual one is under Settings.",
        path=str(path),
    )


def write_preview(template: CorporateTemplate, path: Path, language: Language) -> None:
    """Write the deck of a sample visit on the template, to look at."""
    from briefing_app.documents.deck.compose import deck_pages
    from briefing_app.documents.deck.corporate.writing import write_on_template
    from briefing_app.documents.deck.pptx_writer import DeckFacts
    from briefing_app.services.prepare import prepare_briefing
    from briefing_app.services.samples import DEMO_VISITS, load_samples
    from briefing_app.store.store import open_store
    from briefing_app.wording import wording_in

    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder)) as store:
        load_samples(store)
        side = prepare_briefing(store, DEMO_VISITS[0], today=_SAMPLE_DAY).client_side
    wording = wording_in(language)
    facts = DeckFacts(
        title=wording.text(side.visit.purpose),
        author=wording.text(side.company.name),
        language=language,
        created=_SAMPLE_DAY,
    )
    pages = deck_pages(side, language, master=template.master).pages
    write_bytes(path, write_on_template(pages, template, facts))
