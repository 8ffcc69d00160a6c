"""Entering a client: its name, its industry, and whether it is there already."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from briefing_app.services.creating import Created, create_client
from briefing_app.services.drafts import Spot
from briefing_app.services.picking import Choice, industries_by_use
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.fields.waiting_line import WaitingLine
from briefing_app.ui.look.look import STEP
from briefing_app.ui.merging.hint import SimilarHint
from briefing_app.ui.refusal_line import RefusalLine
from briefing_app.ui.widgets import button, column, label, row


class NewClientDialog(Dialog):
    """``made`` gives the id of the new client, or of the one that was there already. Closed
    without a button it keeps the name that was typed, for the next time."""

    made = Signal(str)

    def __init__(self, desk: Desk, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        wording = desk.wording
        self._desk = desk
        self.setWindowTitle(wording.phrase("New client"))
        self.ask_for(desk.look.scale, 416)
        self.name = WaitingLine(desk)
        self.name.wait_at(Spot("", "new client"))
        if name:
            self.name.setText(name)
        self.name.setAccessibleName(wording.phrase("Company name"))
        self.name.setPlaceholderText(wording.phrase("As on its business licence"))
        self.name.textChanged.connect(self._typed)
        self.industry = self._made_industry()
        self.industry.currentIndexChanged.connect(self._complete)
        self.hint = SimilarHint(desk, "client")
        self.hint.chosen.connect(self._take)
        self._refusal = RefusalLine(desk)
        self.keep = button(wording.phrase("Add"), self._keep, primary=True)
        self.keep.setDefault(True)
        self._compose()
        desk.ask(industries_by_use, self._offer)
        self._typed()

    def _made_industry(self) -> QComboBox:
        phrase, made = self._desk.wording.phrase, QComboBox()
        made.setAccessibleName(phrase("Industry"))
        made.setPlaceholderText(phrase("Choose an industry"))
        made.setToolTip(phrase("What presses this industry decides what the documents speak of."))
        return made

    def _compose(self) -> None:
        phrase = self._desk.wording.phrase
        self.setLayout(
            column(
                label(phrase("Company name"), tone="muted"),
                self.name,
                self.hint,
                label(phrase("Industry"), tone="muted"),
                self.industry,
                self._refusal,
                row(None, button(phrase("Cancel"), self._give_up), self.keep),
                margin=2 * STEP,
            )
        )

    def _offer(self, industries: tuple[Choice, ...]) -> None:
        for one in industries:
            self.industry.addItem(self._desk.wording.text(one.name), one.id)
        self.industry.setCurrentIndex(-1)  # one that nobody chose would be wrong for most
        if not industries:
            phrase = self._desk.wording.phrase
            self._refusal.tell(
                phrase("There is no industry pack yet. Import one in the library first.")
            )

    def _typed(self) -> None:
        self._complete()
        self.hint.look_for(self.name.text())

    def _complete(self) -> None:
        """Both are needed."""
        self.keep.setEnabled(bool(self.name.text().strip()) and self.industry.currentIndex() >= 0)

    def _give_up(self) -> None:
        self.name.use_up()
        self.reject()

    def _take(self, client_id: str) -> None:
        self.name.use_up()
        self.accept()
        self.made.emit(client_id)

    def _keep(self) -> None:
        work = partial(
            create_client, name=self.name.text(), industry=str(self.industry.currentData())
        )
        self._desk.act(work, self._kept, self._refusal.refuse)

    def _kept(self, created: Created) -> None:
        self._take(created.record_id)
