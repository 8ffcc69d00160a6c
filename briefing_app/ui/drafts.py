"""What was typed and is not kept: at hand for the fields, and in the database for the next time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from briefing_app.errors import UserError
from briefing_app.services.drafts import (
    Draft,
    Spot,
    drafts,
    drop_draft,
    in_both_languages,
    keep_draft,
    plain,
    trying,
)
from briefing_app.ui.workers import Receiver, Work, Workers


class Drafts:
    """The drafts of one data folder. They are read first of all, so that whatever a page reads
    finds them here."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._by_spot: dict[Spot, Draft] = {}
        self._attempts: list[Attempt] = []
        self._is_over = False
        workers.ask(drafts, self._read)

    def at(self, spot: Spot, before: object = None) -> Draft | None:
        """What was typed at a spot. A part of a list is known by what is stored in it, ``before``:
        it may have been moved since."""
        draft = self._by_spot.get(spot)
        if not spot.is_in_a_list or not self._by_spot:
            return draft
        stored = plain(before)
        if draft is not None and draft.before == stored:
            return draft
        return next((one for one in self._of_list(spot) if stored and one.before == stored), None)

    def on_its_way(self, spot: Spot) -> Draft | None:
        """What was typed last at a spot, while the database has not answered yet."""
        drafts = (attempt.draft for attempt in reversed(self._attempts))
        return next((draft for draft in drafts if draft.spot == spot), None)

    def attempt(
        self,
        draft: Draft,
        work: Work,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
    ) -> Attempt | None:
        """Do the act that keeps what is typed; it stays a draft where that is refused, also when
        nobody waits for the answer any more."""
        if self._is_over:
            return None
        attempt = Attempt(self, draft, then, failed)
        self._attempts.append(attempt)
        self._workers.act(partial(trying, draft=draft, work=work), attempt.done, attempt.refused)
        return attempt

    def keep(self, draft: Draft) -> None:
        """Keep what is typed, without trying to make it a part of the record."""
        self._by_spot[draft.spot] = draft
        if not self._is_over:
            self._workers.act(partial(keep_draft, draft=draft))

    def drop(self, spot: Spot) -> None:
        """The user gave up what was typed there."""
        if self._by_spot.pop(spot, None) is not None and not self._is_over:
            self._workers.act(partial(drop_draft, spot=spot))

    def stop(self) -> None:
        """Write nothing any more: the data are others now."""
        self._is_over = True

    def end(self, attempt: Attempt, refusal: UserError | None = None) -> None:
        """The database has answered: it keeps what was typed as a draft, or as what it is."""
        if attempt in self._attempts:
            self._attempts.remove(attempt)
        draft = attempt.draft
        if refusal is None:
            self._by_spot.pop(draft.spot, None)
        else:
            self._by_spot[draft.spot] = replace(draft, reason=in_both_languages(refusal))

    def tell(self, error: UserError) -> None:
        """Say why something was refused whose field is gone."""
        self._workers.refused.emit(error)

    def _read(self, found: tuple[Draft, ...]) -> None:
        self._by_spot = {draft.spot: draft for draft in found} | self._by_spot

    def _of_list(self, spot: Spot) -> list[Draft]:
        return [one for one in self._by_spot.values() if _unnumbered(one.spot) == _unnumbered(spot)]


class Attempt:
    """Waits for what became of an attempt, whatever becomes of the field meanwhile."""

    def __init__(
        self,
        drafts: Drafts,
        draft: Draft,
        then: Callable[[Any], None] | None,
        failed: Callable[[UserError], None] | None,
    ) -> None:
        self.draft = draft
        self._drafts = drafts
        self._then, self._failed = Receiver(then), Receiver(failed)

    def leave_refusal(self) -> None:
        """Let the window tell why it is refused: its asker is about something else by now."""
        self._failed = Receiver(None)

    def done(self, result: object) -> None:
        """It is kept."""
        self._drafts.end(self)
        self._then.take(result)

    def refused(self, error: UserError) -> None:
        """It is not; whoever asked, or the window, tells why."""
        self._drafts.end(self, error)
        if not self._failed.take(error):
            self._drafts.tell(error)


def _unnumbered(spot: Spot) -> Spot:
    """The same spot, whatever the positions on the way to it are."""
    return replace(spot, path=tuple("" if isinstance(step, int) else step for step in spot.path))
