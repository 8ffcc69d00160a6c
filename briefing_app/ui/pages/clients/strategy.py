"""A project's commercial side: what was agreed inside, and what the client may read of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from briefing_app.domain.opportunity import CommercialStrategy, Opportunity
from briefing_app.services.editing import change_field
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known, field_for
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.saving import keeping
from briefing_app.ui.widgets import button, column, label, row

_FRAME = ("commercial_frame", "pricing_is_shareable")
_STRATEGY = ("channel", "charging", "aim", "agreed_by", "agreed_on", "note")


class CommercialBox(QWidget):
    """The commercial frame; below it the strategy, once something was agreed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ""
        phrase = desk.wording.phrase
        self.frame, self.strategy = Form(), Form()
        for name in _FRAME:
            keep = keeping("opportunity", "", name)
            self.frame.add(name, field_for(desk, Opportunity, name, keep, Known()))
        for name in _STRATEGY:
            keep = keeping("opportunity", "", "strategy", name)
            self.strategy.add(name, field_for(desk, CommercialStrategy, name, keep, Known()))
        self._none = label(
            phrase(
                "Agree inside before the meeting: who carries the sale, what is paid at first, and"
                " whether the deal is for profit or for reputation."
            ),
            tone="muted",
        )
        self.begin = button(phrase("Write down what was agreed"), self._begin)
        self.take_back = button(phrase("Nothing is agreed yet"), self._take_back)
        head = row(label(phrase("Commercial strategy"), "heading"), self.take_back)
        head.setStretch(0, 1)
        self.setLayout(
            column(
                head,
                self._none,
                row(self.begin, None),
                self.strategy,
                self.frame,
            )
        )

    def show_record(self, opportunity: Opportunity) -> None:
        """Show a project's; what is being typed of the same one stays."""
        agreed = opportunity.strategy
        is_other, self._id = opportunity.id != self._id, opportunity.id
        keep = partial(keeping, "opportunity", self._id)
        self.frame.turn_to(opportunity, keep, is_other=is_other)
        self.strategy.turn_to(
            agreed or CommercialStrategy(),
            partial(keep, "strategy"),
            is_other=is_other or agreed is None,  # the fields hold what is not there any more
        )
        for shown, wanted in (
            (self.strategy, agreed is not None),
            (self.take_back, agreed is not None),
            (self._none, agreed is None),
            (self.begin, agreed is None),
        ):
            shown.setVisible(wanted)

    def _begin(self) -> None:
        self._keep(CommercialStrategy(agreed_on=self._desk.today()))

    def _take_back(self) -> None:
        self._keep(None)

    def _keep(self, strategy: CommercialStrategy | None) -> None:
        self._desk.act(
            partial(
                change_field,
                kind="opportunity",
                record_id=self._id,
                field="strategy",
                value=strategy,
            )
        )
