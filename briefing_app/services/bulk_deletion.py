"""Many records put into the trash: whether that is worth a question, and how it is done apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefing_app.domain.ids import ClientId
from briefing_app.domain.lists import VisitQuery
from briefing_app.domain.visit import Visit
from briefing_app.services.bulk import Listed, Ranges, ids_at
from briefing_app.services.changes import Change
from briefing_app.services.data_folder import open_data
from briefing_app.services.editing import delete_records
from briefing_app.services.progress import Progress, silent
from briefing_app.store.store import Store

SEEN_AT_ONCE = 20
"""Who deletes so many rows sees them; more may be selected by mistake."""


@dataclass(frozen=True, slots=True)
class DeletionView:
    """What a deletion would take: records by their ids, and how many visits to come."""

    kind: str
    ids: tuple[str, ...]
    visits_ahead: int

    @property
    def is_worth_a_question(self) -> bool:
        """True for more than meets the eye; anything comes back from the trash."""
        takes_along = self.visits_ahead > 0 and self.kind != "visit"
        return takes_along or len(self.ids) > SEEN_AT_ONCE


def deletion_view(
    store: Store, *, kind: str, listed: Listed, ranges: Ranges, now: datetime
) -> DeletionView:
    """What deleting the records at some places of a list would take; ``now`` is aware.

    UserError as of `ids_at`.
    """
    ids = ids_at(store, listed, ranges)
    return DeletionView(kind, ids, _visits_ahead(store, kind, ids, now))


def delete_many_apart(
    *, data: Path, kind: str, ids: Sequence[str], progress: Progress = silent
) -> Change:
    """`delete_records` on the store in a folder, for a process of its own."""
    with open_data(data) as store:
        return delete_records(store, kind=kind, ids=ids, progress=progress)


def _visits_ahead(store: Store, kind: str, ids: Sequence[str], now: datetime) -> int:
    if kind == "client":
        asked = (VisitQuery(client=ClientId(one)) for one in ids)
        return sum(store.lists.count_visits(query, now=now) for query in asked)
    if kind == "visit":
        return sum(one.starts_at >= now for one in store.some(Visit, ids))
    return 0
