"""Editors of numbers, days and moments."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from math import isfinite
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit, QSpinBox

from briefing_app.domain.message import say
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.field import Field, Unreadable, line_control, put_text, text_of
from briefing_app.ui.fields.saving import Save
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import icon_button, row

_THOUSANDS = re.compile(r"[,，\s]")
_INDENT = 6
_NO_DAY = QDate(1900, 1, 1)
_NO_SUMMER_TIME = QTimeZone.utc()
"""The control only shows a clock: every hour of the client's zone must exist in it."""


class NumberField(Field):
    """A whole number within limits, with a unit after it."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        save: Save,
        limits: tuple[int, int],
        *,
        unit: str = "",
        step: int = 1,
        tip: str = "",
    ) -> None:
        super().__init__(desk, name, save, tip)
        self._control = QSpinBox()
        self._control.setRange(*limits)
        self._control.setSingleStep(step)
        self._control.setSuffix(f" {unit}" if unit else "")
        self._control.setKeyboardTracking(False)
        self._control.lineEdit().setTextMargins(_INDENT, 0, 0, 0)  # style sheets do not reach it
        self._control.valueChanged.connect(self.typed)
        self._control.editingFinished.connect(self.save_now)
        self.lay_out(row(self._control, None), self._control)

    def value(self) -> int:
        """The number."""
        return self._control.value()

    def put(self, value: int) -> None:
        """Show it."""
        self._control.setValue(value)


class FigureField(Field):
    """A number with decimals, as it is typed; ``None`` where nothing is."""

    unreadable = say("This is no number. Write it as 12.5.")

    def __init__(self, desk: Desk, name: str, save: Save, *, tip: str = "") -> None:
        super().__init__(desk, name, save, tip)
        self._control = line_control()
        self._control.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._control.textChanged.connect(self.typed)
        self._control.returnPressed.connect(self.save_now)
        self.lay_out(row(self._control, None), self._control)

    def value(self) -> float | Unreadable | None:
        """The number; thousands may be set apart."""
        typed = _THOUSANDS.sub("", text_of(self._control))
        if not typed:
            return None
        try:
            number = float(typed)
        except ValueError:
            return Unreadable()
        return number if isfinite(number) else Unreadable()

    def put(self, value: float | None) -> None:
        """Show it without decimals that it does not have."""
        self.write("" if value is None else f"{value:.15g}")

    def written(self) -> str:
        """What is typed."""
        return text_of(self._control)

    def write(self, written: str) -> None:
        """The same again."""
        put_text(self._control, written)


class DayField(Field):
    """A day, or none."""

    def __init__(self, desk: Desk, name: str, save: Save, tip: str = "") -> None:
        super().__init__(desk, name, save, tip)
        self._control = QDateEdit()
        self._control.setCalendarPopup(True)
        self._control.setDisplayFormat("yyyy-MM-dd")
        self._control.setMinimumDate(_NO_DAY)
        self._control.setSpecialValueText(desk.wording.phrase("not set"))
        self._control.dateChanged.connect(self.typed)
        self._control.editingFinished.connect(self.save_now)
        words = desk.wording.phrase("Clear “{name}”", name=name)
        clear = icon_button(desk.look, ScreenIcon.CLOSE, words, self._clear)
        self.lay_out(row(self._control, clear, None), self._control)

    def value(self) -> date | None:
        """The day."""
        shown = self._control.date()
        return None if shown == _NO_DAY else date(shown.year(), shown.month(), shown.day())

    def put(self, value: date | None) -> None:
        """Show it."""
        self._control.setDate(
            _NO_DAY if value is None else QDate(value.year, value.month, value.day)
        )

    def write(self, written: str | None) -> None:
        """A day as it was kept in a draft."""
        self.put(date.fromisoformat(written) if written else None)

    def _clear(self) -> None:
        self.put(None)
        self.save_now()


class MomentField(Field):
    """A moment on the clock of a time zone; the value is aware, in UTC."""

    def __init__(self, desk: Desk, name: str, save: Save, zone: str, tip: str = "") -> None:
        super().__init__(desk, name, save, tip)
        self._zone = ZoneInfo(zone)
        self._control = QDateTimeEdit()
        self._control.setCalendarPopup(True)
        self._control.setDisplayFormat("yyyy-MM-dd HH:mm")
        self._control.setTimeZone(_NO_SUMMER_TIME)
        self._control.dateTimeChanged.connect(self.typed)
        self._control.editingFinished.connect(self.save_now)
        self.lay_out(row(self._control, None), self._control)

    def show_zone(self, zone: str, tip: str) -> None:
        """Show the same moment on the clock of another time zone."""
        shown = self.value()
        self._zone = ZoneInfo(zone)
        self._control.setToolTip(tip)
        self._silently(self.put, shown)

    def value(self) -> datetime:
        """The moment in UTC."""
        day, clock = self._control.date(), self._control.time()
        there = datetime(
            day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=self._zone
        )
        return there.astimezone(UTC)

    def put(self, value: datetime) -> None:
        """Show it on the zone's clock."""
        there = value.astimezone(self._zone)
        day = QDate(there.year, there.month, there.day)
        self._control.setDateTime(QDateTime(day, QTime(there.hour, there.minute), _NO_SUMMER_TIME))

    def write(self, written: str) -> None:
        """A moment as it was kept in a draft."""
        self.put(datetime.fromisoformat(written))
