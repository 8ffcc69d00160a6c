"""Exporting many visits: each by itself, so that one that fails does not keep the others."""

from __future__ import annotations

import traceback
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

from briefing_app.documents.theme import load_theme
from briefing_app.domain.appointment import Appointment
from briefing_app.domain.message import Message
from briefing_app.errors import UserError
from briefing_app.files import refuse_file_in_the_way
from briefing_app.services.corporate_template import wished_template
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.store.store import open_store

_PATIENT_SECONDS = 120.0
"""How long an export waits for others to write: every one has its turn, a slow disk or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyExports:
    """What holds for all of the visits: the store's folder ``data``, where to, and the wishes.

    A visit whose export another one would only repeat is passed over, unless ``again``.
    """

    data: Path
    out: Path
    wishes: ExportWishes
    today: date
    again: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A visit whose documents were made. ``readiness`` and ``notices`` as in `Export`."""

    appointment: Appointment
    folder: Path
    readiness: int
    notices: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A visit whose documents are in the folder already, made from the same facts and wishes."""

    appointment: Appointment
    folder: Path


@dataclass(frozen=True, slots=True)
class Failed:
    """A visit of which nothing was written, and why; ``trace`` tells of a fault of the program."""

    appointment: Appointment
    problem: UserError
    trace: str = ""


Outcome: TypeAlias = Written | Unchanged | Failed


def export_many(
    task: ManyExports, appointments: Sequence[Appointment], jobs: int = 1
) -> Generator[Outcome, None, None]:
    """Export visits, ``jobs`` at a time, each in a process of its own where that is above 1.

    Outcomes come as they are there, not in order. Closing the iterator lets those that are at
    work finish and begins no others. Raises UserError at once for what would fail every visit:
    a template, a theme or a folder that cannot be used; and when a process is killed.
    """
    wished_template(task.wishes)
    load_theme(task.wishes.theme)
    refuse_file_in_the_way(task.out)
    if jobs == 1:
        return (export_one(task, appointment) for appointment in appointments)
    from briefing_app.services.processes import in_processes

    return in_processes(export_one, task, appointments, jobs)


def export_one(task: ManyExports, appointment: Appointment) -> Outcome:
    """Export one of the visits, or tell why not."""
    try:
        return _exported(task, appointment)
    except UserError as problem:
        return Failed(appointment, problem)
    except Exception as fault:  # noqa: BLE001 - told and logged as one; the others shall be made
        told = UserError(
            "This is a fault of the program, not of yours: {error}. The log holds the details.",
            error=f"{type(fault).__name__}: {fault}",
        )
        return Failed(appointment, told, traceback.format_exc())


def _exported(task: ManyExports, appointment: Appointment) -> Outcome:
    # a window orders exports, and has no need of what makes them
    from briefing_app.services.export import current_export, export_visit

    visit, out, wishes, today = appointment.visit, task.out, task.wishes, task.today
    with open_store(task.data, _PATIENT_SECONDS) as store:
        if not task.again:
            current = current_export(store, visit, out=out, wishes=wishes, today=today)
            if current is not None:
                return Unchanged(appointment, Path(current.folder))
        now = datetime.now(UTC)
        done = export_visit(store, visit, out=out, wishes=wishes, today=today, now=now)
    return Written(appointment, done.folder, done.readiness, done.notices)
