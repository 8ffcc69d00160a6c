"""What all editors have in common: they save when they are left and tell why they cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QWidget

from briefing_app.domain.message import Message, say
from briefing_app.errors import UserError
from briefing_app.services.drafts import Draft, Spot, plain
from briefing_app.ui.desk import Desk
from briefing_app.ui.drafts import Attempt
from briefing_app.ui.fields.growing import GrowingText
from briefing_app.ui.fields.refusal import Refusal
from briefing_app.ui.fields.saving import Keeping, Save
from briefing_app.ui.widgets import column, set_tone
from briefing_app.ui.workers import Request

if TYPE_CHECKING:
    from briefing_app.store.store import Store

_IDLE_MILLISECONDS = 2000
"""Who stops typing for so long has said something that must not be lost."""


class Field(QWidget):
    """An editor of one value. Subclasses say what it holds and how it is shown.

    One that ``names_itself`` needs no name beside it. ``settled`` tells that somebody stopped
    typing something new, whether it can be kept or not; ``edited`` tells of each key before.
    """

    names_itself = False
    unreadable = say("This is no value.")
    """What is said of something typed that is an `Unreadable` one."""
    edited = Signal()
    settled = Signal()

    def __init__(self, desk: Desk, name: str, save: Save, tip: str = "") -> None:
        """``name`` is what people call the field; ``tip`` gives the reason behind it."""
        super().__init__()
        self.desk = desk
        self.name = name
        self._save = save
        self._spot = save.spot if isinstance(save, Keeping) else None
        self._tip = tip
        self._stored: Any = _NOTHING
        self._kept: Any = _NOTHING
        self._is_refused = False
        self._saving: Request | Attempt | None = None
        self._refusal: Refusal | None = None
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

    def written(self) -> Any:
        """What stands in the controls, as JSON holds it; the value, where each thing that can
        be typed is one."""
        return plain(self.value())

    def write(self, written: Any) -> None:
        """Write what `written` gave into the controls again."""
        self.put(written)

    @property
    def fault(self) -> Message | None:
        """Why what is typed is no value at all."""
        return self.unreadable if isinstance(self.value(), Unreadable) else None

    @property
    def is_refused(self) -> bool:
        """True while the controls hold what could not be kept."""
        return self._is_refused

    def show_value(self, value: Any) -> None:
        """Show what is stored; what somebody is typing, or typed and could not keep, stays."""
        self._stored = value
        if self.is_dirty():
            return
        self._kept = value
        if self.value() != value:
            self._silently(self.put, value)
        self._bring_back()

    def show_written(self, written: Any) -> None:
        """Show what was typed into such a field before, as something to be kept yet."""
        self._silently(self.write, written)

    def show_other(self, value: Any, save: Save) -> None:
        """Show the same value of another record, which ``save`` keeps from now on; what was
        typed of the one before is kept first."""
        self.save_now()
        if self._saving is not None:
            self._saving.leave_refusal()
        self._idle.stop()
        self._save, self._spot = save, save.spot if isinstance(save, Keeping) else None
        self._stored = self._kept = value
        self._is_refused = False
        if self._refusal is not None:
            self._tell_refusal("")
        self._silently(self.put, value)
        self._bring_back()

    def is_dirty(self) -> bool:
        """True while the controls hold something that is not kept yet."""
        if self._kept is _NOTHING:
            return False
        return self._is_refused or bool(self.value() != self._kept)

    def save_now(self) -> None:
        """Keep what the controls hold, if it differs from what is stored."""
        self._idle.stop()
        if not self.is_dirty():
            return
        value, fault = self.value(), self.fault
        work = self._save(value) if fault is None else partial(_refuse, fault)
        self._kept, self._is_refused = value, False
        self.edited.emit()
        self._tell_refusal("")
        if self._spot is None:
            self._saving = self.desk.act(work, failed=self._refused)
        else:
            draft = Draft(self._spot, self.written(), plain(self._stored))
            self._saving = self.desk.drafts.attempt(draft, work, failed=self._refused)
        self.settled.emit()

    def discard(self) -> None:
        """Go back to what is stored, and forget what was typed instead."""
        if self._stored is _NOTHING:
            return
        self._idle.stop()
        self._kept, self._is_refused = self._stored, False
        self._silently(self.put, self._stored)
        self._tell_refusal("")
        if self._spot is not None:
            self.desk.drafts.drop(self._spot)
        self.settled.emit()

    def try_again(self) -> None:
        """Save what was refused; something else may have changed so that it can be now."""
        if self._is_refused:
            self.save_now()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is lost when a page is left."""
        self.save_now()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Controls save when they are left; a wheel that scrolls the page does not change what
        it passes; keys can take back what is typed."""
        if event.type() is QEvent.Type.Wheel and not self._has_focus(watched):
            event.ignore()
            return True
        if event.type() is QEvent.Type.FocusOut:
            self.save_now()
        if isinstance(event, QKeyEvent) and self._answers_key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _answers_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Esc, and undo once the control's own is used up, go back to what is stored; with
        nothing to go back from, undo is the window's."""
        is_undo = event.matches(QKeySequence.StandardKey.Undo)
        if event.type() is QEvent.Type.ShortcutOverride:
            if is_undo and not self.is_dirty():
                event.ignore()
                return True
            event.setAccepted(self._goes_back(watched, event))
            return event.isAccepted()
        if event.type() is QEvent.Type.KeyPress and self._goes_back(watched, event):
            self.discard()
            return True
        return False

    def _goes_back(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self._is_refused
        is_undo = event.matches(QKeySequence.StandardKey.Undo)
        return is_undo and self.is_dirty() and not _can_undo(watched)

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
        self._whole = column(content, space=2)
        self.setLayout(self._whole)

    def typed(self) -> None:
        """Connected to controls that change with each key."""
        if self.is_dirty():
            self._idle.start()
        self.edited.emit()

    @staticmethod
    def _has_focus(watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.hasFocus()

    def _silently(self, change: Callable[[Any], None], value: Any) -> None:
        blocked = [control.blockSignals(True) for control in self.controls]
        change(value)
        for control, was in zip(self.controls, blocked, strict=True):
            control.blockSignals(was)

    def _bring_back(self) -> None:
        """Show what was typed here before and is not kept yet, or could not be."""
        if self._spot is None:
            return
        waiting = self.desk.drafts.on_its_way(self._spot)
        if waiting is not None:
            self._silently(self.write, waiting.written)
            self._kept = self.value()
            return
        draft = self.desk.drafts.at(self._spot, self._stored)
        if draft is not None:
            self._bring_back_refused(draft, self._spot)

    def _bring_back_refused(self, draft: Draft, spot: Spot) -> None:
        if draft.spot != spot:  # its part was moved
            self.desk.drafts.drop(draft.spot)
            self.desk.drafts.keep(replace(draft, spot=spot))
        if draft.written == self.written():
            self.desk.drafts.drop(spot)
            return
        self._silently(self.write, draft.written)
        self._is_refused = True
        self._tell_refusal(self.desk.wording.text(draft.reason))

    def _refused(self, error: UserError) -> None:
        self._is_refused = True
        self._tell_refusal(self.desk.wording.error(error))

    def _tell_refusal(self, words: str) -> None:
        if self._refusal is None and words:
            self._refusal = Refusal(self.desk, self.discard)
            self._whole.addWidget(self._refusal)
        if self._refusal is not None:
            self._refusal.tell(words)
        for control in self.controls:
            set_tone(control, "refused", bool(words))


class Unreadable:
    """What is typed is no value; it differs from every value."""


_NOTHING = object()
"""No value was shown yet."""


def _refuse(fault: Message, _store: Store) -> None:
    raise UserError(fault.msgid, **fault.by_name)


def _can_undo(control: QObject) -> bool:
    """True while a control can take back its own typing."""
    if isinstance(control, QPlainTextEdit):
        return control.document().isUndoAvailable()
    return isinstance(control, QLineEdit) and control.isUndoAvailable()


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
        control.updateGeometry()  # it may grow, whether or not it tells of its words


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
