"""Taking back what was done, doing it again, and the trash."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing_app.domain.deletion import Deletion
from briefing_app.domain.message import Message, say
from briefing_app.services.changes import Change
from briefing_app.services.data_folder import open_data
from briefing_app.services.progress import Progress, silent
from briefing_app.store.history import Act
from briefing_app.store.store import Store

LONG = 500
"""More rows than these take longer to put back than anybody should wait for a key."""


@dataclass(frozen=True, slots=True)
class UndoState:
    """What Ctrl+Z and Ctrl+Y would do now, as the acts are called; ``None`` for nothing. What
    is long is better done apart."""

    undoable: Message | None
    redoable: Message | None
    undo_is_long: bool = False
    redo_is_long: bool = False


def undo_state(store: Store) -> UndoState:
    """What could be taken back or done again."""
    history = store.history
    return UndoState(
        history.undoable(),
        history.redoable(),
        undo_is_long=history.steps_to_undo() > LONG,
        redo_is_long=history.steps_to_redo() > LONG,
    )


def undo(store: Store) -> Change | None:
    """Take back the last act, whoever did it; ``None`` where there is none.

    UserError where another program changed the same data.
    """
    return _change(store.history.undo())


def undo_apart(*, data: Path, progress: Progress = silent) -> Change | None:
    """`undo` on the store in a folder, for a process of its own; it is not stopped on its way."""
    progress(say("Taking it back"), 1, 1)
    with open_data(data) as store:
        return undo(store)


def redo_apart(*, data: Path, progress: Progress = silent) -> Change | None:
    """`redo` on the store in a folder, for a process of its own."""
    progress(say("Doing it again"), 1, 1)
    with open_data(data) as store:
        return redo(store)


def redo(store: Store) -> Change | None:
    """Do again what was taken back last; ``None`` where there is nothing."""
    return _change(store.history.redo())


def trash(store: Store) -> tuple[Deletion, ...]:
    """What was deleted and can be restored, the last deleted first."""
    return store.trash.deletions()


def restore(store: Store, act: int) -> Change:
    """Put back a deletion of the trash.

    UserError where it is not there any more, where what it belonged to has to be restored first,
    and where something else took its place.
    """
    restored = store.trash.restore(act)
    return Change(restored.label, restored.records)


def empty_trash(store: Store) -> Change:
    """Remove for good what is in the trash. What was done before the last deletion cannot be
    undone any more."""
    store.trash.empty()
    return Change(say("Empty the trash"), ())


def _change(act: Act | None) -> Change | None:
    return Change(act.label, act.records) if act else None
