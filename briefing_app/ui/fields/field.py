"""What all editors have in common: they save when they are left and tell why they cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QWidget

from briefing_app.errors import UserError
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.growing import GrowingText
from briefing_app.ui.widgets import column, label, set_tone

if TYPE_CHECKING:
    from briefing_app.store.store import Store

Work: TypeAlias = "Callable[[Store], Any]"
Save: TypeAlias = Callable[[Any], Work]
"""From the new value to what keeps it: an act for the database thread."""

_IDLE_MILLISECONDS = 2000
"""Who stops typing for so long has said something that must not be lost."""


class Field(QWidget):
    """An editor of one value. Subclasses say what it holds and how it is shown.

    One that ``names_itself`` needs no name beside it.
    """

    names_itself = False

    def __init__(self, desk: Desk, name: str, save: Save, tip: str = "") -> None:
        """``name`` is what people call the field; ``tip`` gives the reason behind it."""
        super().__init__()
        self.desk = desk
        self.name = name
        self._save = save
        self._tip = tip
        self._kept: Any = _NOTHING
        self._refusal = label("", "caption", "bad")
        self._refusal.hide()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MILLISECONDS)
        self._idle.timeout.connect(self.save_now)
        self.controls: tuple[QWidget, ...] = ()

    def value(self) -> Any:
        """What the controls hold."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Write a value into the controls."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show what is stored; what somebody is typing stays."""
        if self.is_dirty():
            return
        self._kept = value
        if self.value() != value:
            self._silently_put(value)

    def is_dirty(self) -> bool:
        """True while the controls hold something that is not kept yet."""
        return self._kept is not _NOTHING and bool(self.value() != self._kept)

    def save_now(self) -> None:
        """Keep what the controls hold, if it differs from what is stored."""
        self._idle.stop()
        if not self.is_dirty():
            return
        value = self.value()
        self._kept = value
        self._tell_refusal("")
        self.desk.act(self._save(value), failed=self._refused)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost when a page is left."""
        self.save_now()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Controls save when they are left; undo is the window's once theirs is used up; a wheel
        that scrolls the page does not change what it passes."""
        if event.type() is QEvent.Type.Wheel and not self._has_focus(watched):
            event.ignore()
            return True
        if event.type() is QEvent.Type.FocusOut:
            self.save_now()
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = event.matches(QKeySequence.StandardKey.Undo)
            if is_undo and not self.is_dirty():
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def lay_out(self, content: QLayout | QWidget, *controls: QWidget) -> None:
        """Called once by subclasses: the content, and the controls that are typed in."""
        self.controls = controls
        for control in controls:
            control.installEventFilter(self)
            if not control.accessibleName():
                control.setAccessibleName(self.name)
            control.setToolTip(self._tip)
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(controls[0])
        self.setLayout(column(content, self._refusal, space=2))

    def typed(self) -> None:
        """Connected to controls that change with each key."""
        if self.is_dirty():
            self._idle.start()

    @staticmethod
    def _has_focus(watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.hasFocus()

    def _silently_put(self, value: Any) -> None:
        blocked = [control.blockSignals(True) for control in self.controls]
        self.put(value)
        for control, was in zip(self.controls, blocked, strict=True):
            control.blockSignals(was)

    def refuse(self, words: str) -> None:
        """Say below the controls why what they hold cannot be kept."""
        self._idle.stop()
        self._tell_refusal(words)

    def _refused(self, error: UserError) -> None:
        self._kept = _Refused()
        self._tell_refusal(self.desk.wording.error(error))

    def _tell_refusal(self, words: str) -> None:
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        for control in self.controls:
            set_tone(control, "refused", bool(words))


_NOTHING = object()
"""No value was shown yet."""


class _Refused:
    """Differs from every value: a refused one is tried again when it is changed."""


def text_of(control: QLineEdit | QPlainTextEdit) -> str:
    """What is typed in a control, without spaces around it."""
    words = control.text() if isinstance(control, QLineEdit) else control.toPlainText()
    return words.strip()


def put_text(control: QLineEdit | QPlainTextEdit, words: str) -> None:
    """Write words into a control, the cursor at their beginning."""
    if isinstance(control, QLineEdit):
        control.setText(words)
        control.setCursorPosition(0)
    else:
        control.setPlainText(words)


def line_control(placeholder: str = "") -> QLineEdit:
    """A control for one line."""
    made = QLineEdit()
    made.setPlaceholderText(placeholder)
    return made


def lines_control(lines: int, placeholder: str = "") -> QPlainTextEdit:
    """A control for several lines, which grows with what is written; Tab leaves it."""
    made = GrowingText(lines)
    made.setPlaceholderText(placeholder)
    return made
