"""Taking back what was done, doing it again, and the trash."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from briefing_app.domain.deletion import Deletion
from briefing_app.domain.message import Message, say
from briefing_app.services.changes import Change, TooLong
from briefing_app.services.data_folder import open_data
from briefing_app.services.progress import Progress, silent
from briefing_app.store.history import Act
from briefing_app.store.store import Store

LONG = 500
"""More rows than these take longer to put back than anybody should wait for a key."""

_UNDO, _REDO, _RESTORE = say("Taking it back"), say("Doing it again"), say("Restoring")


@dataclass(frozen=True, slots=True)
class UndoState:
    """What Ctrl+Z and Ctrl+Y would do now, as the acts are called; ``None`` for nothing."""

    undoable: Message | None
    redoable: Message | None


def undo_state(store: Store) -> UndoState:
    """What could be taken back or done again."""
    return UndoState(store.history.undoable(), store.history.redoable())


def undo(store: Store, *, progress: Progress = silent) -> Change | None:
    """Take back the last act, whoever did it; ``None`` where there is none.

    UserError where another program changed the same data. What ``progress`` raises stops it, and
    nothing is taken back.
    """
    return _change(store.history.undo(partial(progress, _UNDO)))


def undo_at_once(store: Store) -> Change | TooLong | None:
    """`undo`, unless that takes long."""
    return TooLong() if store.history.steps_to_undo() > LONG else undo(store)


def undo_apart(*, data: Path, progress: Progress = silent) -> Change | None:
    """`undo` on the store in a folder, for a process of its own."""
    with open_data(data) as store:
        return undo(store, progress=progress)


def redo(store: Store, *, progress: Progress = silent) -> Change | None:
    """Do again what was taken back last; ``None`` where there is nothing. Else as `undo`."""
    return _change(store.history.redo(partial(progress, _REDO)))


def redo_at_once(store: Store) -> Change | TooLong | None:
    """`redo`, unless that takes long."""
    return TooLong() if store.history.steps_to_redo() > LONG else redo(store)


def redo_apart(*, data: Path, progress: Progress = silent) -> Change | None:
    """`redo` on the store in a folder, for a process of its own."""
    with open_data(data) as store:
        return redo(store, progress=progress)


def trash(store: Store) -> tuple[Deletion, ...]:
    """What was deleted and can be restored, the last deleted first."""
    return store.trash.deletions()


def restore(store: Store, act: int, *, progress: Progress = silent) -> Change:
    """Put back a deletion of the trash.

    UserError where it is not there any more, where what it belonged to has to be restored first,
    and where something else took its place. What ``progress`` raises stops it, and nothing is put
    back.
    """
    restored = store.trash.restore(act, partial(progress, _RESTORE))
    return Change(restored.label, restored.records)


def restore_at_once(store: Store, act: int) -> Change | TooLong:
    """`restore`, unless that takes long."""
    return TooLong() if store.trash.steps_to_restore(act) > LONG else restore(store, act)


def restore_apart(*, data: Path, act: int, progress: Progress = silent) -> Change:
    """`restore` on the store in a folder, for a process of its own."""
    with open_data(data) as store:
        return restore(store, act, progress=progress)


def empty_trash(store: Store) -> Change:
    """Remove for good what is in the trash. What was done before the last deletion cannot be
    undone any more."""
    store.trash.empty()
    return Change(say("Empty the trash"), ())


def _change(act: Act | None) -> Change | None:
    return Change(act.label, act.records) if act else None
