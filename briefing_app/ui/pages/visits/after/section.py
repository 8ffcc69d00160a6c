"""One of the six records: its fields, and a reason where there is nothing to fill in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from briefing_app.domain.visit_record import RecordPart
from briefing_app.services.after_visit import PartView
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import column, label, row, set_tone


class Section(QFrame):
    """A record with its number and whether it is answered."""

    def __init__(
        self, desk: Desk, part: RecordPart, content: Sequence[QWidget], save_reason: Save
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        phrase = desk.wording.phrase
        number = list(RecordPart).index(part) + 1
        heading = label(f"{number}  {desk.wording.label(part)}", "heading")
        self._state = label("", "caption", wraps=False)
        self._ask = label(phrase("Nothing to fill in? Say why."), "caption")
        tip = phrase("A visit is closed once each of the six has an answer or a reason why not.")
        self._reason = TextField(desk, phrase("Why not"), save_reason, tip=tip)
        head = row(heading, self._state)
        head.setStretch(0, 1)
        self.setLayout(column(head, *content, self._ask, self._reason, margin=2 * STEP))

    def show_part(self, view: PartView) -> None:
        """Show whether the record is answered, and the reason where it is not."""
        phrase = self._desk.wording.phrase
        words, tone = phrase("not filled in"), "warn"
        if view.is_answered:
            words, tone = phrase("answered"), "good"
        elif view.reason:
            words, tone = phrase("left open, with a reason"), "good"
        self._state.setText(words)
        set_tone(self._state, "tone", tone)
        self._reason.show_value(view.reason)
        needs_reason = not view.is_answered or bool(view.reason)
        self._ask.setVisible(needs_reason)
        self._reason.setVisible(needs_reason)
