"""What every command shares: the language, the data folder, the console."""

from __future__ import annotations

import locale
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.text import Language
from briefing_app.paths import data_folder

if TYPE_CHECKING:
    from rich.console import Console

    from briefing_app.store.store import Store
    from briefing_app.wording import Wording

LANGUAGE_VARIABLE = "BRIEFING_APP_LANGUAGE"


@dataclass
class Session:
    """The state of one run of the command line."""

    language: Language
    data: Path | None = None
    shows_faults: bool = field(default=False)

    @property
    def wording(self) -> Wording:
        """Phrases in the language of this run."""
        from briefing_app.wording import wording_in

        return wording_in(self.language)

    @property
    def console(self) -> Console:
        """Where tables and lines go; names are printed as they are, never read as markup."""
        from rich.console import Console

        return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The user's store, open for the time of a command."""
        from briefing_app.log import log_to
        from briefing_app.services.data_folder import open_data

        folder = data_folder(self.data)
        with open_data(folder) as store:
            log_to(folder)
            yield store


def preferred_language() -> Language:
    """The language that the environment or the system asks for; English where it is neither."""
    named = os.environ.get(LANGUAGE_VARIABLE) or locale.getlocale()[0] or os.environ.get("LANG", "")
    chinese = named.lower().startswith(("zh", "chinese"))
    return Language.ZH if chinese else Language.EN
