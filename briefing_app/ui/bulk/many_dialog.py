"""A dialog on an act on many records: few at once, many apart, with a bar and a way to stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget

from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.ui.bulk.apart import ActApart
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from briefing_app.store.store import Store

APART_FROM = 300
"""So many records take longer than anybody should wait for a click."""


class ManyDialog(Dialog):
    """Closes once the act is done; what cannot be is told in it, and nothing is changed then."""

    def __init__(self, desk: Desk, title: str, words: str, parent: QWidget) -> None:
        """``words`` are those of the button that begins the act, `begin`."""
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(title)
        self.heading = label(title, "heading")
        self.form = QWidget()
        self.refusal = label("", tone="bad")
        self.refusal.hide()
        self.apart = ActApart(desk, self.form)
        self.apart.done.connect(self._done)
        self.apart.refused.connect(self.refuse)
        self.apart.stopped.connect(self._stopped)
        self.begin_button: QPushButton = button(words, self.begin, primary=True)
        self.begin_button.setDefault(True)
        self._cancel = button(desk.wording.phrase("Cancel"), self.reject)
        content = column(
            self.heading,
            self.apart,
            self.refusal,
            row(None, self._cancel, self.begin_button),
            margin=2 * STEP,
        )
        content.setStretchFactor(self.apart, 1)
        self.setLayout(content)

    def begin(self) -> None:
        """Do what was chosen; subclasses call `run`."""
        raise NotImplementedError

    def run(
        self,
        ids: Sequence[str],
        here: Callable[[Store], Change],
        apart: Callable[..., Change],
        **arguments: Any,
    ) -> None:
        """Do it on the database thread, or ``apart`` with ``ids`` and ``arguments``."""
        self.refusal.hide()
        self.begin_button.setEnabled(False)
        if len(ids) < APART_FROM:
            self.desk.act(here, self._done, self.refuse)
        else:
            self._offer_buttons(False)
            self.apart.run(apart, ids=ids, **arguments)

    def refuse(self, error: UserError) -> None:
        """Say why it cannot be."""
        self._stopped()
        self.refusal.setText(self.desk.wording.error(error))
        self.refusal.show()

    def reject(self) -> None:
        """Close; what is being done apart is stopped, and nothing is changed then."""
        self.apart.stop()
        super().reject()

    def _done(self, _change: Change) -> None:
        self.accept()

    def _stopped(self) -> None:
        self.begin_button.setEnabled(True)
        self._offer_buttons(True)

    def _offer_buttons(self, are_offered: bool) -> None:
        """What is being done apart is stopped by the button beside its bar alone."""
        for one in (self._cancel, self.begin_button):
            one.setVisible(are_offered)
