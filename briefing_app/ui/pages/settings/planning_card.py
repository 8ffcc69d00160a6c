"""The thresholds that visits are planned by, each with its reason and a way back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox, QWidget

from briefing_app.domain.values import Money
from briefing_app.services.changes import Change
from briefing_app.services.drafts import Spot
from briefing_app.services.planning_settings import (
    KIND,
    ThresholdRow,
    reset_thresholds,
    set_threshold,
    threshold_rows,
    usual_rows,
)
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.money import MoneyField
from briefing_app.ui.fields.numbers import NumberField
from briefing_app.ui.fields.saving import Keeping
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, card, column, label, link, row
from briefing_app.ui.workers import Work

_TYPED = (0, 999_999)
"""What can be typed; what cannot be is refused with words."""


class PlanningCard(QWidget):
    """Every threshold saves itself; “As usual” brings back one or all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        phrase = desk.wording.phrase
        self.fields: dict[str, Field] = {}
        self._usual = {one.threshold.name: one for one in usual_rows()}
        self._ways_back: dict[str, QPushButton] = {}
        self.all_usual = button(phrase("All as usual"), self._reset_all)
        self.all_usual.setEnabled(False)
        whole = card(
            label(phrase("Planning"), "heading"),
            label(
                phrase(
                    "What your team goes by when visits are planned. It belongs to your data:"
                    " window and commands use the same."
                ),
                tone="muted",
            ),
            self._form(),
            row(self.all_usual, None),
            space=STEP,
        )
        self.setLayout(column(whole))
        desk.changed.connect(self._changed)
        desk.ask(threshold_rows, self._show)

    def _form(self) -> Form:
        form, group = Form(), None
        for name, one in self._usual.items():
            if one.threshold.group is not group:
                group = one.threshold.group
                form.add_wide(label(self._desk.wording.label(group), "caption"))
            self.fields[name] = self._field(one)
            self._ways_back[name] = self._way_back(one)
            form.add(name, self.fields[name], self._ways_back[name])
        return form

    def _field(self, one: ThresholdRow) -> Field:
        desk, phrase = self._desk, self._desk.wording.phrase
        threshold = one.threshold
        called = phrase(threshold.label)
        spot = Spot(KIND, threshold.name, ("value",))
        save = Keeping(spot, partial(self._setting, threshold.name))
        field: Field
        if isinstance(one.usual, Money):
            field = MoneyField(desk, called, save, self._reason(one))
        else:
            unit = phrase(threshold.unit) if threshold.unit else ""
            field = NumberField(desk, called, save, _TYPED, unit=unit, tip=self._reason(one))
        self._follow(field, threshold.name)
        return field

    def _follow(self, field: Field, name: str) -> None:
        marks = partial(self._mark, name)
        field.settled.connect(marks)
        for control in field.controls:
            if isinstance(control, QSpinBox):
                control.valueChanged.connect(marks)
            elif isinstance(control, QLineEdit):
                control.textChanged.connect(marks)

    def _reason(self, one: ThresholdRow) -> str:
        usual = self._desk.wording.phrase("Usual: {value}", value=self._words(one))
        return f"{self._desk.wording.phrase(one.threshold.reason)}\n{usual}"

    def _words(self, one: ThresholdRow) -> str:
        wording = self._desk.wording
        if isinstance(one.usual, Money):
            return wording.money(one.usual)
        if not one.threshold.unit:
            return wording.number(one.usual)
        unit = wording.phrase(one.threshold.unit)
        return wording.phrase("{number} {unit}", number=wording.number(one.usual), unit=unit)

    def _way_back(self, one: ThresholdRow) -> QPushButton:
        phrase = self._desk.wording.phrase
        name = one.threshold.name
        tip = phrase("Usual: {value}", value=self._words(one))
        made = link(phrase("As usual"), partial(self._reset, name), tip)
        called = phrase(one.threshold.label)
        made.setAccessibleName(phrase("{name}: as usual", name=called))
        policy = made.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        made.setSizePolicy(policy)
        made.hide()
        return made

    def _setting(self, name: str, value: Any) -> Work:
        return partial(set_threshold, name=name, value=value)

    def _changed(self, change: Change) -> None:
        if change.touches(KIND):
            self._desk.ask(threshold_rows, self._show_changed)

    def _show(self, rows: tuple[ThresholdRow, ...]) -> None:
        for one in rows:
            name = one.threshold.name
            self.fields[name].show_value(one.value)
            self._mark(name)

    def _show_changed(self, rows: tuple[ThresholdRow, ...]) -> None:
        """What was refused is tried again: it may fit now that another one changed."""
        self._show(rows)
        for field in self.fields.values():
            field.try_again()

    def _mark(self, name: str, _value: object = None) -> None:
        is_usual = self.fields[name].value() == self._usual[name].usual
        self._ways_back[name].setVisible(not is_usual)
        self.all_usual.setEnabled(any(not one.isHidden() for one in self._ways_back.values()))

    def _reset(self, name: str) -> None:
        field = self.fields[name]
        field.put(self._usual[name].usual)
        field.save_now()

    def _reset_all(self) -> None:
        self._desk.act(reset_thresholds, self._was_reset)

    def _was_reset(self, _change: Change) -> None:
        """What was refused, or is being typed, goes too."""
        for field in self.fields.values():
            if field.is_dirty():
                field.discard()
