"""What the command line shows of many exports: each visit as it is done, and why one failed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

import click

from briefing_app.cli.session import Session
from briefing_app.errors import ManyProblems
from briefing_app.paths import APP_NAME

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

    from briefing_app.domain.appointment import Appointment
    from briefing_app.services.export_many import Failed, Outcome, Written

WELL_PREPARED = 60
"""Of 100; an export below this says how to learn what is missing."""
_FINDINGS_SHOWN = 3
"""Of a visit that the export gate keeps in; the command that shows all stands below them."""
_log = logging.getLogger("briefing_app.cli")

_Tell: TypeAlias = "Callable[[int, Outcome], None]"


@contextmanager
def told_each(session: Session, total: int) -> Iterator[_Tell]:
    """A line for each visit; on a terminal a bar, and lines only for what needs a look."""
    console = session.console
    if not console.is_terminal:
        yield lambda number, outcome: click.echo(
            f"{number}/{total} " + "\n".join(_told(session, outcome))
        )
        return
    with _bar(console) as bar:
        work = bar.add_task("", total=total)

        def tell(_number: int, outcome: Outcome) -> None:
            bar.update(work, advance=1, description=_name(session, outcome.appointment))
            if _needs_a_look(outcome):
                console.print("\n".join(_told(session, outcome)))

        yield tell


def _bar(console: Console) -> Progress:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        MofNCompleteColumn(),
        BarColumn(bar_width=None),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=console,
        transient=True,
    )


def _needs_a_look(outcome: Outcome) -> bool:
    from briefing_app.services.export_many import Failed, Written

    if isinstance(outcome, Written):
        return bool(outcome.notices) or outcome.readiness < WELL_PREPARED
    return isinstance(outcome, Failed)


def _told(session: Session, outcome: Outcome) -> Iterator[str]:
    from briefing_app.services.export_many import Failed, Unchanged

    phrase = session.wording.phrase
    name = _name(session, outcome.appointment)
    match outcome:
        case Failed():
            yield phrase("{visit}: not exported", visit=name)
        case Unchanged():
            yield phrase("{visit}: unchanged, in {folder}", visit=name, folder=outcome.folder.name)
        case _:
            yield phrase("{visit}: written to {folder}", visit=name, folder=outcome.folder.name)
            yield from _to_check(session, outcome)


def _to_check(session: Session, written: Written) -> Iterator[str]:
    for notice in written.notices:
        yield f"  {session.wording.message(notice)}"
    if written.readiness < WELL_PREPARED:
        yield "  " + readiness_line(session, written.readiness, written.appointment.visit)


def readiness_line(session: Session, score: int, visit: str) -> str:
    """How well a visit is prepared, and how to learn what is missing."""
    return session.wording.phrase(
        "Readiness {score} of 100. What is missing: {command}",
        score=score,
        command=f"{APP_NAME} brief {visit}",
    )


def tell_why(session: Session, failed: Iterable[Failed]) -> None:
    """Print, by the time of the visits, why they were not exported; log faults whole."""
    wording = session.wording
    for one in sorted(failed, key=lambda one: one.appointment.starts_at):
        if one.trace:
            _log.error("fault in %s\n%s", one.appointment.visit, one.trace)
        name = _name(session, one.appointment)
        click.echo(f"{name}: {wording.error(one.problem)}", err=True)
        if isinstance(one.problem, ManyProblems):
            for problem in one.problem.problems[:_FINDINGS_SHOWN]:
                click.echo(f"  {wording.error(problem)}", err=True)
            click.echo(f"  {APP_NAME} check {one.appointment.visit}", err=True)


def _name(session: Session, appointment: Appointment) -> str:
    day = session.wording.short_day(appointment.day)
    return session.wording.run_on((session.wording.text(appointment.client_name), day))
