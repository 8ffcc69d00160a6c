"""Undo and redo from anywhere, and the notice after each act with a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from briefing_app.domain.message import Message, say
from briefing_app.errors import UserError
from briefing_app.services.changes import Change
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.look.screen_icons import ScreenIcon

if TYPE_CHECKING:  # the database engine loads on its thread
    from briefing_app.services.undoing import UndoState
    from briefing_app.store.store import Store


class UndoCommands(QObject):
    """Gives a window undo and redo, called by what they would do; belongs to it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._state: UndoState | None = None
        phrase = self._desk.wording.phrase
        window.add_command(
            Command(
                name="undo",
                label=phrase("Undo"),
                run=self.undo,
                keys="Ctrl+Z",
                icon=ScreenIcon.UNDO,
            )
        )
        window.add_command(
            Command(
                name="redo",
                label=phrase("Redo"),
                run=self.redo,
                keys="Ctrl+Shift+Z",
                icon=ScreenIcon.REDO,
            )
        )
        QShortcut(QKeySequence("Ctrl+Y"), window).activated.connect(self.redo)
        window.foot.undone.connect(self.undo)
        self._desk.changed.connect(self._changed)
        self._read()

    def undo(self) -> None:
        """Take back the last act."""
        self._window.leave_fields()
        if self._state is not None and self._state.undo_is_long:
            from briefing_app.services.undoing import undo_apart

            self._apart(undo_apart, self._undone)
        else:
            self._desk.act(_undo, self._undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._window.leave_fields()
        if self._state is not None and self._state.redo_is_long:
            from briefing_app.services.undoing import redo_apart

            self._apart(redo_apart, self._redone)
        else:
            self._desk.act(_redo, self._redone)

    def _apart(
        self, work: Callable[..., Change | None], then: Callable[[Change | None], None]
    ) -> None:
        """What takes many seconds leaves the lists free to be looked at."""
        workers = self._desk.workers
        self._desk.tell(say("This takes a moment; you can go on looking around."))
        workers.act_apart(work, then=then, failed=self._refused, data=workers.data)

    def _refused(self, error: UserError) -> None:
        self._desk.refused.emit(error)

    def _changed(self, change: Change) -> None:
        words = self._desk.wording.message(change.label)
        self._window.foot.tell(words, can_undo=True)
        self._read()

    def _undone(self, change: Change | None) -> None:
        if change is None:
            self._desk.tell(say("There is nothing to undo."))
        else:
            self._desk.tell(say("Undone: {act}", act=change.label))

    def _redone(self, change: Change | None) -> None:
        if change is None:
            self._desk.tell(say("There is nothing to do again."))
        else:
            self._desk.tell(say("Done again: {act}", act=change.label))

    def _read(self) -> None:
        self._desk.ask(_undo_state, self._name)

    def _name(self, state: UndoState) -> None:
        """The command list says what would be undone."""
        self._state = state
        phrase = self._desk.wording.phrase
        for name, usual, act in (
            ("undo", phrase("Undo"), state.undoable),
            ("redo", phrase("Redo"), state.redoable),
        ):
            commands = self._window.commands
            commands[name] = replace(commands[name], label=self._called(usual, act))

    def _called(self, usual: str, act: Message | None) -> str:
        if act is None:
            return usual
        return self._desk.wording.phrase("{label}: {value}", label=usual, value=act)


def _undo(store: Store) -> Change | None:
    from briefing_app.services.undoing import undo

    return undo(store)


def _redo(store: Store) -> Change | None:
    from briefing_app.services.undoing import redo

    return redo(store)


def _undo_state(store: Store) -> UndoState:
    from briefing_app.services.undoing import undo_state

    return undo_state(store)
