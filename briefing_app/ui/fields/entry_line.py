"""A line that makes a record of the words that are typed there."""

from __future__ import annotations

from collections.abc import Callable

from briefing_app.errors import UserError
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.waiting_line import WaitingLine
from briefing_app.ui.workers import Work


class EntryLine(WaitingLine):
    """Words to type; Enter makes a record of them."""

    def __init__(self, desk: Desk, placeholder: str, make: Callable[[str], Work]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._make = make
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setToolTip(placeholder)
        self.returnPressed.connect(self._keep)

    def _keep(self) -> None:
        words = self.text().strip()
        if words:
            self._desk.act(self._make(words), self._kept, self._refused)

    def _kept(self, _created: object) -> None:
        self.use_up()

    def _refused(self, error: UserError) -> None:
        self._desk.refused.emit(error)
