"""Where a fact about a person comes from: one line, and on demand what confirms it, below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefing_app.domain.stakeholder import Stakeholder
from briefing_app.domain.values import Evidence
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map import grounds
from briefing_app.services.stakeholder_map.grounds import Fact
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import FlagField
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.numbers import DayField
from briefing_app.ui.fields.saving import Keeping, not_kept
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.fold_button import FoldButton
from briefing_app.ui.map.entering import Entered
from briefing_app.ui.map.named import named
from briefing_app.ui.map.words import origin
from briefing_app.ui.widgets import column
from briefing_app.ui.workers import Work

_CERTAINTY, _SOURCE, _DAY = "certainty", "source", "on"
_LINES = 2


class GroundsEditor(QWidget):
    """It is there while something is held that can be confirmed; its fields once it is opened.
    ``opened`` carries the editor where somebody did that."""

    opened = Signal(QWidget)

    def __init__(self, desk: Desk, fact: Fact) -> None:
        super().__init__()
        self.fact = fact
        self._desk = desk
        self._who: Entered | None = None
        self._evidence = Evidence()
        self.fields: dict[str, Field] = {}
        self.line = FoldButton(desk.look, "caption")
        self.line.setToolTip(
            desk.wording.phrase("Whether somebody made sure of it, who said it, and since when.")
        )
        self.line.toggled.connect(self._toggled)
        self.line.clicked.connect(self._clicked)
        self.setFocusProxy(self.line)
        self._editor = QWidget()
        self._editor.hide()
        self.setLayout(column(self.line, self._editor, space=4))

    def show_fact(self, who: Entered, known: Stakeholder) -> None:
        """Show what the fact rests on for somebody; words that wait there are brought up."""
        is_other = who != self._who
        if is_other:
            self.line.setChecked(False)
        self._who, self._evidence = who, self.fact.evidence_of(known)
        self.setVisible(self.fact.is_held(known))
        self._tell()
        if is_other:
            self._bind()
        if is_other and any(self._desk.drafts.at(keep.spot) for keep in self._keepings().values()):
            self.line.setChecked(True)
        self._show_values()

    def open(self) -> None:
        """Show the fields."""
        self.line.setChecked(True)

    def save_now(self) -> None:
        """Keep what is being typed."""
        for field in self.fields.values():
            field.save_now()

    def _toggled(self, is_open: bool) -> None:
        if is_open and not self.fields:
            self.fields = self._made_fields()
            self._editor.setLayout(column(*self._named(), space=4))
            self._bind()
        self._editor.setVisible(is_open)
        self.setFocusProxy(self.fields[_CERTAINTY] if is_open else self.line)

    def _clicked(self, is_open: bool) -> None:
        if is_open:
            self.opened.emit(self)

    def _made_fields(self) -> dict[str, Field]:
        desk, phrase = self._desk, self._desk.wording.phrase
        return {
            _CERTAINTY: FlagField(
                desk,
                phrase("Confirmed"),
                not_kept,
                phrase("Tick it once somebody made sure of it. A visit does it by itself."),
            ),
            _SOURCE: TextField(
                desk,
                phrase("Who said it, and where"),
                not_kept,
                tip=phrase("For the team: “their finance director on the telephone”, say."),
                lines=_LINES,
                is_narrow=True,
            ),
            _DAY: DayField(desk, phrase("Since"), not_kept),
        }

    def _named(self) -> tuple[QWidget, ...]:
        for field in self.fields.values():
            for control in field.controls:
                control.setAccessibleName(f"{self._called}: {control.accessibleName()}")
        return tuple(
            field if field.names_itself else named(field) for field in self.fields.values()
        )

    @property
    def _called(self) -> str:
        return self._desk.wording.label(self.fact)

    def _tell(self) -> None:
        wording = self._desk.wording
        words = origin(self._evidence, wording)
        called = wording.phrase("{label}: {value}", label=self._called, value=words)
        self.line.tell(called, words)

    def _keepings(self) -> dict[str, Keeping]:
        who, at = self._who, self.fact.evidence_field
        if who is None:
            return {}
        saves = {
            _CERTAINTY: partial(self._saving_today, who, grounds.confirm, "is_confirmed"),
            _SOURCE: partial(self._saving, who, grounds.set_source, "source"),
            _DAY: partial(self._saving_today, who, grounds.set_day, "on"),
        }
        return {name: Keeping(who.spot(at, name), save) for name, save in saves.items()}

    def _saving(
        self, who: Entered, act: Callable[..., Change], name: str, value: Any, **more: Any
    ) -> Work:
        return who.doing(act, fact=self.fact, **{name: value}, **more)

    def _saving_today(
        self, who: Entered, act: Callable[..., Change], name: str, value: Any
    ) -> Work:
        return self._saving(who, act, name, value, today=self._desk.today())

    def _values(self) -> dict[str, Any]:
        evidence = self._evidence
        return {_CERTAINTY: evidence.is_confirmed, _SOURCE: evidence.source, _DAY: evidence.on}

    def _bind(self) -> None:
        """From now on the fields are about who is shown."""
        if not self.fields:
            return
        values = self._values()
        for name, keep in self._keepings().items():
            self.fields[name].show_other(values[name], keep)

    def _show_values(self) -> None:
        values = self._values()
        for name, field in self.fields.items():
            field.show_value(values[name])
