"""One act that prepares everything: the documents of all visits of the next days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from briefing_app.domain.appointment import Appointment
from briefing_app.domain.message import Message, say
from briefing_app.services.export_many import Failed, ManyExports, Outcome, Written, export_many
from briefing_app.services.progress import Progress, silent
from briefing_app.services.today import DAYS_AHEAD
from briefing_app.store.store import open_store


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of the visits: how many were written, how many were so already, and those
    of which nothing was written. ``folder`` holds them."""

    folder: Path
    written: int
    unchanged: int
    failed: tuple[Failed, ...]


def prepare_next_visits(task: ManyExports, progress: Progress = silent) -> Prepared:
    """Export every visit of the next two weeks, one after the other; one that fails does not keep
    the others. Raises UserError for what would fail every visit, as `export_many` does."""
    with open_store(task.data) as store:
        appointments = store.appointments(task.today, task.today + timedelta(days=DAYS_AHEAD))
    outcomes: list[Outcome] = []
    for number, appointment in enumerate(appointments, start=1):
        progress(_step(appointment), number, len(appointments))
        outcomes += export_many(task, (appointment,))
    failed = tuple(one for one in outcomes if isinstance(one, Failed))
    written = sum(isinstance(one, Written) for one in outcomes)
    return Prepared(task.out, written, len(outcomes) - written - len(failed), failed)


def _step(appointment: Appointment) -> Message:
    return say("{client}, {day}", client=appointment.client_name, day=appointment.day)
