"""A part that does not exist yet: its fields, and a button that adds it once it is whole.

What is typed waits as a draft until then, so that it is there again when the record is.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame

from briefing_app.errors import UserError
from briefing_app.services.drafts import Draft, Spot
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.part_kind import PartKind
from briefing_app.ui.fields.saving import Save, not_kept
from briefing_app.ui.refusal_line import RefusalLine
from briefing_app.ui.widgets import button, column, row


class NewPart(QFrame):
    """``finished`` gives the part that was filled in; ``given_up`` says that there is none."""

    finished = Signal(object)
    given_up = Signal()

    def __init__(self, desk: Desk, kind: PartKind, spot: Spot) -> None:
        """``spot`` is where its words wait."""
        super().__init__()
        self.setObjectName("panel")
        self._desk, self._kind, self._spot = desk, kind, spot
        self.form = Form()
        for name, field in kind.make_fields(_unkept).items():
            self.form.add(name, field)
            field.show_value(kind.beginning[name])
            field.settled.connect(self._note)
        self._refusal = RefusalLine(desk)
        buttons = row(
            button(desk.wording.phrase("Add this"), self.finish),
            button(desk.wording.phrase("Cancel"), self._give_up),
            None,
        )
        self.setLayout(column(self.form, self._refusal, buttons, margin=12))
        self.setFocusProxy(next(iter(self.form.fields.values())))
        self._at_first = self.form.written()
        self._is_over = False

    @property
    def draft(self) -> Draft:
        """What is typed so far."""
        return Draft(self._spot, self.form.written())

    def bring_back(self, draft: Draft) -> None:
        """Show what was typed before, and why it could not be added."""
        for name, field in self.form.fields.items():
            if name in draft.written:
                field.show_written(draft.written[name])
        self._refusal.tell(self._desk.wording.text(draft.reason))

    def finish(self) -> None:
        """Give the part to be added; whether it is whole is judged there."""
        if self._is_over:
            return
        for field in self.form.fields.values():
            if field.fault is not None:
                self.refuse(UserError("{field}: {fault}", field=field.name, fault=field.fault))
                self._note()
                return
        self._is_over = True
        self.finished.emit(self._kind.made(self._values()))

    def refuse(self, error: UserError) -> None:
        """Say what is missing."""
        self._is_over = False
        self._refusal.refuse(error)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost when a page is left."""
        self.save_now()
        super().hideEvent(event)

    def save_now(self) -> None:
        """Add what was typed; what it lacks is told where it cannot be."""
        if self.form.written() != self._at_first:
            self.finish()

    def _note(self) -> None:
        """Keep what is typed, whatever happens next."""
        if self._is_over:
            return
        if self.form.written() != self._at_first:
            self._desk.drafts.keep(self.draft)
        else:
            self._desk.drafts.drop(self._spot)

    def _values(self) -> dict[str, Any]:
        return {name: field.value() for name, field in self.form.fields.items()}

    def _give_up(self) -> None:
        self._is_over = True
        self._desk.drafts.drop(self._spot)
        self.given_up.emit()


def _unkept(_name: str) -> Save:
    return not_kept
