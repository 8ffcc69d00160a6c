"""How a client looks in the list."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.lists import ClientRow
from briefing_app.ui.days import relative_day
from briefing_app.ui.desk import Desk
from briefing_app.ui.lists.delegate import RowFace
from briefing_app.ui.look import Role


@dataclass(frozen=True, slots=True)
class ClientFace:
    """Grade, name and next visit; below them where the client is and what is open."""

    desk: Desk

    def __call__(self, client: ClientRow) -> RowFace:
        """The face of one client."""
        wording = self.desk.wording
        where = (wording.text(client.industry), wording.text(client.city))
        return RowFace(
            title=wording.text(client.name),
            below=" · ".join(filter(None, where)),
            right=self._next(client),
            right_below=self._open(client),
            right_role=Role.ACCENT if client.next_visit else Role.MUTED,
            badge=client.grade.value,
        )

    def _next(self, client: ClientRow) -> str:
        wording, today = self.desk.wording, self.desk.today()
        if client.next_visit is not None:
            return relative_day(wording, client.next_visit.date(), today)
        last = client.last_visit.date() if client.last_visit else client.last_contact
        return relative_day(wording, last, today) if last else ""

    def _open(self, client: ClientRow) -> str:
        wording = self.desk.wording
        told = []
        if client.open_opportunities:
            told.append(
                wording.counted("{count} project", "{count} projects", client.open_opportunities)
            )
        if client.open_follow_ups:
            told.append(wording.phrase("{count} open", count=client.open_follow_ups))
        return " · ".join(told)
