"""The exports of a visit as a table."""

from __future__ import annotations

from briefing_app.domain.labels import N_
from briefing_app.domain.message import say
from briefing_app.domain.text import Language
from briefing_app.services.comparing.sides import exports_of
from briefing_app.services.look import Rows
from briefing_app.store.store import Store

_LANGUAGES = {Language.ZH: say("Chinese"), Language.EN: say("English")}


def list_exports(store: Store, visit: str) -> Rows:
    """The exports of a visit, the oldest first, at the times of this computer's clock."""
    return Rows(
        (
            N_("ID"),
            N_("No."),
            N_("When"),
            N_("Language"),
            N_("Files"),
            N_("Let through"),
            N_("Folder"),
        ),
        tuple(
            (
                export.id,
                number,
                f"{export.made_at.astimezone():%Y-%m-%d %H:%M}",
                _LANGUAGES[export.language],
                len(export.files),
                ", ".join(export.meant),
                export.folder,
            )
            for number, export in enumerate(exports_of(store, visit), start=1)
        ),
    )
