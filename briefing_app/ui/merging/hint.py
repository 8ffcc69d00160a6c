"""While a name is typed: what may be there already, with a way to it and to a merge."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from briefing_app.domain.text import Text
from briefing_app.services.duplicates import SimilarRecord, similar_records
from briefing_app.ui.desk import Desk
from briefing_app.ui.eliding import least_size, say_within, whole_size
from briefing_app.ui.fields.field import Field
from briefing_app.ui.look.look import STEP
from briefing_app.ui.merging.dialog import MergeDialog
from briefing_app.ui.widgets import clear, column, dress_as_link, label, link, row
from briefing_app.ui.workers import Request

_CALM_MILLISECONDS = 150
_LONGEST = 32
"""So many characters tell a product from another one; its tool tip shows all."""


class SimilarHint(QWidget):
    """Stands below a name and is there only while it has something to say.

    ``chosen`` gives the id of a similar record that is meant, ``merged`` that of the one which
    stayed after a merge.
    """

    chosen = Signal(str)
    merged = Signal(str)

    def __init__(self, desk: Desk, kind: str, *, record_id: str = "", owner: str = "") -> None:
        """``record_id`` is the record whose name is typed, empty for one that is not there yet;
        ``owner`` the client of a person."""
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._record_id = record_id
        self.owner = owner
        self._asked: Request | None = None
        self._names: tuple[str, ...] = ()
        self._rows = column(space=2)
        self.setLayout(self._rows)
        self.hide()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MILLISECONDS)
        self._calm.timeout.connect(self._ask)

    def turn_to(self, record_id: str) -> None:
        """Another record's name is typed from now on."""
        if self._asked is not None:
            self._asked.cancel()
        self._calm.stop()
        self._record_id = record_id
        self.hide()

    def look_for(self, *names: str) -> None:
        """Look for records called like one of ``names``, once the typing pauses."""
        if self._asked is not None:
            self._asked.cancel()
        self._names = tuple(name.strip() for name in names)
        self._calm.start()

    def watch(self, field: Field) -> None:
        """Look for what is typed into the editor of a name."""
        field.edited.connect(partial(self._look_at, field))

    def _look_at(self, field: Field) -> None:
        value = field.value()
        self.look_for(*(value.both if isinstance(value, Text) else (value,)))

    def _ask(self) -> None:
        work = partial(
            similar_records,
            kind=self._kind,
            names=self._names,
            owner=self.owner,
            besides=self._record_id,
        )
        self._asked = self._desk.ask(work, self._show)

    def _show(self, found: tuple[SimilarRecord, ...]) -> None:
        phrase = self._desk.wording.phrase
        clear(self._rows)
        if found:
            words = (
                phrase("There already? Merge it with this one.")
                if self._record_id
                else phrase("There already? Choose it instead.")
            )
            self._rows.addWidget(label(words, "caption", "warn"))
        for one in found:
            self._rows.addLayout(self._line(one, found[0]))
        self.setVisible(bool(found))

    def _line(self, one: SimilarRecord, first: SimilarRecord) -> QHBoxLayout:
        """A record with a way to it; it can be merged with the one whose name is typed, or where
        that is not there yet with the first that was found."""
        wording = self._desk.wording
        name, context = wording.text(one.name), wording.text(one.context)
        shown = context if len(context) <= _LONGEST else context[:_LONGEST] + "…"
        lead = _Lead(wording.run_on((name, shown)), context)
        lead.clicked.connect(partial(self._choose, one.id))
        keep = self._record_id or first.id
        if keep == one.id:
            return row(lead, None)
        tip = (
            wording.phrase("Shows both side by side; of each field you choose what to keep.")
            if self._record_id
            else wording.phrase(
                "Merges two that are there already: this one and “{name}”.",
                name=wording.text(first.name),
            )
        )
        merge = _tall(link(wording.phrase("Merge"), partial(self._merge, keep, one.id), tip))
        merge.setAccessibleName(wording.phrase("Merge with “{name}”", name=name))
        return row(lead, merge, None)

    def _choose(self, record_id: str, _checked: object = None) -> None:
        self.chosen.emit(record_id)

    def _merge(self, keep: str, other: str) -> None:
        dialog = MergeDialog(self._desk, self._kind, keep, self.window(), other)
        dialog.merged.connect(self._merged)
        dialog.open()

    def _merged(self, record_id: str) -> None:
        self.look_for(*self._names)
        self.merged.emit(record_id)


class _Lead(QPushButton):
    """A link whose words end in an ellipsis where they have no room; its tool tip has all."""

    def __init__(self, words: str, more: str) -> None:
        super().__init__(words)
        self._words, self._more = words, more
        dress_as_link(self)
        self.setAccessibleName(words)
        self.setToolTip(more)
        _tall(self)

    def sizeHint(self) -> QSize:
        """Room for all words."""
        return whole_size(self, super().sizeHint(), self._words)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return least_size(self, self.sizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        besides = super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        say_within(self, self._words, self._more, self.width() - besides)


def _tall(shown: QPushButton) -> QPushButton:
    """Lines that are close below each other are still easy to hit."""
    shown.setMinimumHeight(3 * STEP)
    return shown
