"""What every command shares: the language, the data folder, the console."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from briefing_app.domain.text import Language
from briefing_app.paths import data_folder

if TYPE_CHECKING:
    from rich.console import Console

    from briefing_app.store.store import Store
    from briefing_app.wording import Wording


OpenWindow: TypeAlias = Callable[[Path | None, str], int]
"""Opens the window on a data folder in a language, empty for the usual one."""


@dataclass
class Session:
    """The state of one run of the command line."""

    language: Language
    data: Path | None = None
    chosen_language: str = ""
    open_window: OpenWindow | None = None
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
