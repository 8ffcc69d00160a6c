"""What every page and widget is given: the words, the look, the workers, and the way around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal

from briefing_app.domain.message import Message, say
from briefing_app.domain.text import Language
from briefing_app.errors import UserError
from briefing_app.ui.drafts import Drafts
from briefing_app.ui.look import Look
from briefing_app.ui.workers import Request, Workers
from briefing_app.wording import Wording, wording_in

if TYPE_CHECKING:
    from briefing_app.services.preferences import Preferences
    from briefing_app.store.store import Store

T = TypeVar("T")
Clock: TypeAlias = Callable[[], datetime]


def utc_now() -> datetime:
    """The time of the computer's clock, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the window: a page, a record shown there, and a part of that (a tab's name).
    ``field`` is where the cursor should be put on the way there."""

    page: str
    record_id: str = ""
    part: str = ""
    field: str = ""


class Desk(QObject):
    """One language's window on the data. It is made anew when the language changes.

    ``changed`` tells pages what an act changed (`Change`); ``wanted`` where to go (`Place`);
    ``commanded`` the name of a command to run; ``told`` a sentence for the user, ``refused`` an
    error to show where nobody else does. ``preferences_changed`` asks for other preferences to
    be kept. ``data_replaced`` tells that all data are others now (`Restored`). ``part_made``
    gives a widget that a page made later than itself, so that its splitters are put where the
    user left them.
    """

    changed = Signal(object)
    wanted = Signal(object)
    commanded = Signal(str)
    told = Signal(str)
    refused = Signal(object)
    preferences_changed = Signal(object)
    data_replaced = Signal(object)
    part_made = Signal(object)

    def __init__(
        self,
        workers: Workers,
        language: Language,
        look: Look,
        preferences: Preferences,
        parent: QObject | None = None,
        *,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__(parent)
        self.workers = workers
        self._clock = clock
        self.language = language
        self.look = look
        self.preferences = preferences
        self.drafts = Drafts(workers)
        self._is_over = False
        workers.changed.connect(self.changed)
        workers.refused.connect(self.refused)
        workers.delayed.connect(self._tell_delay)

    @property
    def wording(self) -> Wording:
        """Phrases in the window's language."""
        return wording_in(self.language)

    def today(self) -> date:
        """The day where the user is."""
        return self.now().astimezone().date()

    def now(self) -> datetime:
        """This moment, in UTC."""
        return self._clock()

    def ask(
        self,
        work: Callable[[Store], T],
        then: Callable[[T], None],
        failed: Callable[[UserError], None] | None = None,
    ) -> Request:
        """Read something; see `Workers.ask`."""
        return self.workers.ask(work, then, failed)

    def act(
        self,
        work: Callable[[Store], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
    ) -> Request:
        """Change something, which everybody is told of; see `Workers.act`."""
        if self._is_over:
            return Request(None, None, is_act=True)
        return self.workers.act(work, then, failed)

    def prefer(self, **changes: Any) -> None:
        """Keep other preferences, by the names of `Preferences`' fields."""
        self.preferences = replace(self.preferences, **changes)
        self.preferences_changed.emit(self.preferences)

    def stop(self) -> None:
        """Change nothing any more: the data are others now, and what a widget would save as it
        goes is about the ones that were replaced."""
        self._is_over = True
        self.drafts.stop()

    def go(self, place: Place) -> None:
        """Show a place of the window."""
        self.wanted.emit(place)

    def command(self, name: str) -> None:
        """Run a command of the window by its name."""
        self.commanded.emit(name)

    def tell(self, message: Message | str) -> None:
        """A short notice at the window's foot; a string is shown as it is."""
        words = self.wording.message(message) if isinstance(message, Message) else message
        self.told.emit(words)

    def _tell_delay(self) -> None:
        """Somebody changed something while a helper process is changing much."""
        self.tell(
            say("Many records are being changed. What you do meanwhile is kept right afterwards.")
        )
