"""Merge: the other record is chosen, then of each field that differs the value to keep."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from briefing_app.services.changes import Change
from briefing_app.services.merge_view import MergeField, MergeView, merge_candidates, merge_view
from briefing_app.services.merging import merge_records
from briefing_app.services.picking import Choice
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.fields.picker import ClientPicker
from briefing_app.ui.look.look import STEP
from briefing_app.ui.refusal_line import RefusalLine
from briefing_app.ui.value_words import value_words
from briefing_app.ui.widgets import button, clear, column, label, row, scrolling

_LONGEST = 200  # characters of a value that are worth comparing at a glance
_KEPT, _OTHER, _BOTH = range(3)


class ChoiceWords(QLabel):
    """Words beside a choice, in as many lines as they need; a click on them chooses it."""

    def __init__(self, words: str, choice: QRadioButton) -> None:
        super().__init__(words if len(words) <= _LONGEST else words[:_LONGEST] + "…")
        self._choice = choice
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setToolTip(words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As if the choice itself was clicked."""
        self._choice.click()
        super().mouseReleaseEvent(event)


class MergeDialog(Dialog):
    """Merges another record into the one called ``keep``. ``merged`` gives the id that stays."""

    merged = Signal(str)

    def __init__(self, desk: Desk, kind: str, keep: str, parent: QWidget, other: str = "") -> None:
        """``kind`` is one of `merging.MERGED`; without ``other`` it is chosen in the dialog."""
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._keep = keep
        self.view: MergeView | None = None
        self.choices: dict[str, QButtonGroup] = {}
        phrase = desk.wording.phrase
        self.setWindowTitle(phrase("Merge"))
        self._likely = column()
        self.picker = ClientPicker(desk, phrase("The other client"))
        self.picker.picked.connect(self._picked)
        self.words = RefusalLine(desk)
        self._fields = QGridLayout()
        self._moves = label("", tone="muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._choosing())
        self._stack.addWidget(self._comparing())
        self.merge_button = button(phrase("Merge"), self.merge, primary=True)
        self.merge_button.setDefault(True)
        self.swap_button = button(
            phrase("Keep the other one"),
            self._swap,
            tip=phrase("Turns around which of the two stays."),
        )
        self._compose()
        self.ask_for(desk.look.scale, 860, 560)
        self._show_choosing()
        if other:
            self.compare(other)

    def compare(self, other: str) -> None:
        """Show both records side by side."""
        work = partial(merge_view, kind=self._kind, keep=self._keep, other=other)
        self._desk.ask(work, self._show_view, self.words.refuse)

    def merge(self) -> None:
        """Make them one."""
        if self.view is None:
            return
        taken, both = (
            {name for name, group in self.choices.items() if group.checkedId() == side}
            for side in (_OTHER, _BOTH)
        )
        work = partial(
            merge_records,
            kind=self._kind,
            keep=self.view.keep.id,
            other=self.view.other.id,
            from_other=taken,
            both=both,
        )
        self._desk.act(work, self._done, self.words.refuse)

    def _compose(self) -> None:
        phrase = self._desk.wording.phrase
        close = button(phrase("Cancel"), self.reject)
        content = column(
            label(phrase("Merge two records of the same"), "heading"),
            self._stack,
            self.words,
            row(self.swap_button, None, close, self.merge_button),
            margin=2 * STEP,
        )
        content.setStretchFactor(self._stack, 1)
        self.setLayout(content)

    def _choosing(self) -> QWidget:
        phrase = self._desk.wording.phrase
        made = QWidget()
        words = {
            "client": phrase("Which client is the same as this one?"),
            "product": phrase("Which product is the same as this one?"),
            "case": phrase("Which case is the same as this one?"),
        }.get(self._kind, phrase("Who is the same as this person?"))
        self.picker.setVisible(self._kind == "client")
        made.setLayout(column(label(words), self._likely, self.picker, None))
        return _following(made)

    def _comparing(self) -> QWidget:
        content = QWidget()
        self._fields.setHorizontalSpacing(2 * STEP)
        self._fields.setColumnStretch(1, 1)
        self._fields.setColumnStretch(2, 1)
        content.setLayout(column(self._fields, self._moves, None, space=2 * STEP))
        return _following(content)

    def _show_choosing(self) -> None:
        self.merge_button.hide()
        self.swap_button.hide()
        self._stack.setCurrentIndex(0)
        work = partial(merge_candidates, kind=self._kind, keep=self._keep)
        self._desk.ask(work, self._offer)

    def _offer(self, found: tuple[Choice, ...]) -> None:
        clear(self._likely)
        for one in found:
            words = self._desk.wording.text(one.name)
            offered = button(words, partial(self.compare, one.id))
            self._likely.addLayout(row(offered, None))
            if one is found[0] and self._kind != "client":
                offered.show()  # else it has no focus to take yet
                offered.setFocus()
        if not found and self._kind != "client":
            phrase = self._desk.wording.phrase
            words = (
                phrase("There is nobody else at this client.")
                if self._kind == "person"
                else phrase("There is no other one to merge with.")
            )
            self._likely.addWidget(label(words, tone="muted"))

    def _picked(self, choice: Choice | None) -> None:
        if choice is not None:
            self.compare(choice.id)

    def _show_view(self, view: MergeView) -> None:
        self.view = view
        self.words.hide()
        clear(self._fields)
        self.choices = {}
        wording = self._desk.wording
        for number, words in enumerate(
            (
                wording.phrase("Stays: {name}", name=view.keep.name),
                wording.phrase("Goes: {name}", name=view.other.name),
            ),
            start=1,
        ):
            self._fields.addWidget(label(words, "heading"), 0, number)
        for number, field in enumerate(view.fields, start=1):
            self._add_field(number, field)
        if not view.fields:
            words = wording.phrase(
                "Both say the same; only what belongs to them is brought together."
            )
            self._fields.addWidget(label(words, tone="muted"), 1, 1, 1, 2)
        self._moves.setText(self._told_moves(view))
        self._stack.setCurrentIndex(1)
        self.merge_button.show()
        self.swap_button.show()
        self.merge_button.setFocus()

    def _add_field(self, number: int, field: MergeField) -> None:
        called = self._desk.wording.message(field.label)
        group = QButtonGroup(self)
        self._fields.addWidget(label(called, tone="muted"), number, 0, Qt.AlignmentFlag.AlignTop)
        for side, value in enumerate((field.kept, field.other)):
            words = value_words(self._desk.wording, value)
            self._add_choice(group, number, side, called, words)
        if field.can_join:
            words = self._desk.wording.phrase("Both together")
            self._add_choice(group, number, _BOTH, called, words)
        proposed = _BOTH if field.can_join else _OTHER if field.is_gap else _KEPT
        group.button(proposed).setChecked(True)
        self.choices[field.name] = group

    def _add_choice(
        self, group: QButtonGroup, number: int, side: int, called: str, words: str
    ) -> None:
        choice = QRadioButton()
        choice.setAccessibleName(
            self._desk.wording.phrase("{label}: {value}", label=called, value=words)
        )
        group.addButton(choice, side)
        shown = ChoiceWords(words, choice)
        line = row(choice, shown)
        line.setStretchFactor(shown, 1)
        line.setAlignment(choice, Qt.AlignmentFlag.AlignTop)
        self._fields.addLayout(line, number, side + 1)

    def _told_moves(self, view: MergeView) -> str:
        wording = self._desk.wording
        if not view.moves:
            return wording.phrase("Nothing else refers to the one that goes.")
        counted = wording.listing(
            wording.phrase("{label}: {value}", label=wording.phrase(kind), value=count)
            for kind, count in view.moves
        )
        return wording.phrase(
            "Moves to the one that stays: {what}. One undo takes it apart again.", what=counted
        )

    def _swap(self) -> None:
        if self.view is not None:
            self._keep, other = self.view.other.id, self.view.keep.id
            self.compare(other)

    def _done(self, _change: Change) -> None:
        kept = self._keep
        self.accept()
        self.merged.emit(kept)


def _following(content: QWidget) -> QScrollArea:
    """Content that scrolls with what has the focus; by itself it needs none."""
    area = scrolling(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
