"""Undo and redo from anywhere, and the notice after each act with a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from briefing_app.domain.message import Message, say
from briefing_app.errors import UserError
from briefing_app.services.changes import Change, TooLong
from briefing_app.services.helper_process import Step
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.workers import Job

if TYPE_CHECKING:  # the database engine loads on its thread
    from briefing_app.services.undoing import UndoState
    from briefing_app.store.store import Store


class UndoCommands(QObject):
    """Gives a window undo and redo, called by what they would do; belongs to it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._job: Job | None = None
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
        window.foot.stopped.connect(self._stop)
        self._desk.changed.connect(self._changed)
        self._read()

    def undo(self) -> None:
        """Take back the last act."""
        self._window.leave_fields()
        self._desk.act(_undo, self._undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._window.leave_fields()
        self._desk.act(_redo, self._redone)

    def _apart(
        self, work: Callable[..., Change | None], then: Callable[[Change | None], None]
    ) -> None:
        """What takes many seconds leaves the window free to be looked around in."""
        workers = self._desk.workers
        self._job = workers.act_apart(
            work,
            then=then,
            failed=self._refused,
            progress=self._progressed,
            stopped=self._ended,
            data=workers.data,
        )
        self._window.foot.tell_work(
            self._desk.wording.phrase("This takes a moment; you can go on looking around.")
        )

    def _progressed(self, step: Step) -> None:
        wording = self._desk.wording
        how_far = (wording.message(step.message), wording.percent((step.number - 1) / step.total))
        self._window.foot.tell_work(wording.run_on(how_far))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _ended(self) -> None:
        self._job = None
        self._window.foot.end_work()

    def _refused(self, error: UserError) -> None:
        self._ended()
        self._desk.refused.emit(error)

    def _changed(self, change: Change) -> None:
        words = self._desk.wording.message(change.label)
        self._window.foot.tell(words, can_undo=True)
        self._read()

    def _undone(self, change: Change | TooLong | None) -> None:
        if isinstance(change, TooLong):
            from briefing_app.services.undoing import undo_apart

            self._apart(undo_apart, self._undone_apart)
        elif change is None:
            self._desk.tell(say("There is nothing to undo."))
        else:
            self._desk.tell(say("Undone: {act}", act=change.label))

    def _undone_apart(self, change: Change | None) -> None:
        self._ended()
        self._undone(change)

    def _redone(self, change: Change | TooLong | None) -> None:
        if isinstance(change, TooLong):
            from briefing_app.services.undoing import redo_apart

            self._apart(redo_apart, self._redone_apart)
        elif change is None:
            self._desk.tell(say("There is nothing to do again."))
        else:
            self._desk.tell(say("Done again: {act}", act=change.label))

    def _redone_apart(self, change: Change | None) -> None:
        self._ended()
        self._redone(change)

    def _read(self) -> None:
        self._desk.ask(_undo_state, self._name)

    def _name(self, state: UndoState) -> None:
        """The command list says what would be undone."""
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


def _undo(store: Store) -> Change | TooLong | None:
    from briefing_app.services.undoing import undo_at_once

    return undo_at_once(store)


def _redo(store: Store) -> Change | TooLong | None:
    from briefing_app.services.undoing import redo_at_once

    return redo_at_once(store)


def _undo_state(store: Store) -> UndoState:
    from briefing_app.services.undoing import undo_state

    return undo_state(store)
