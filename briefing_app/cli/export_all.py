"""``export --all``: how far it is while it runs, and at the end what became of the visits."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing_app.cli.export_all_view import tell_why, told_each
from briefing_app.cli.phrased import option
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_
from briefing_app.errors import UserError
from briefing_app.paths import data_folder
from briefing_app.services.export_wishes import ExportWishes

if TYPE_CHECKING:
    from briefing_app.domain.appointment import Appointment
    from briefing_app.services.export_many import Failed, Outcome

_MOST_JOBS = 32
_USUAL_JOBS = 4
"""Above this, where the computer has so many cores, memory runs out before time does."""
_DAY = "YYYY-MM-DD"


@dataclass(frozen=True, slots=True)
class Every:
    """Which of all visits, and how. Days are ``None`` where the user gave none."""

    first: date | None
    last: date | None
    jobs: int
    again: bool


def every_visit(command: Callable[..., None]) -> Callable[..., None]:
    """The options by which one command exports many visits; see `wished_visits`."""
    options = (
        option(
            "--all", "every", is_flag=True, help=N_("Export every visit from today on instead.")
        ),
        option("--from", "first", metavar=_DAY, help=N_("With --all: the first day of visits.")),
        option("--to", "last", metavar=_DAY, help=N_("With --all: the last day of visits.")),
        option(
            "--jobs",
            type=click.IntRange(1, _MOST_JOBS),
            metavar="N",
            help=N_("With --all: how many visits to export at a time."),
        ),
        option(
            "--again",
            is_flag=True,
            help=N_("With --all: also export visits whose documents would stay the same."),
        ),
    )
    for add in reversed(options):
        command = add(command)
    return command


def wished_visits(
    visit: str | None,
    *,
    every: bool,
    first: str | None,
    last: str | None,
    jobs: int | None,
    again: bool,
) -> str | Every:
    """The one visit that is meant, or which of all; UserError where it is neither or both."""
    if every and visit:
        raise UserError("Give a visit or --all, not both.")
    if every:
        return Every(_day(first), _day(last), jobs or _usual_jobs(), again)
    if first or last or jobs or again:
        raise UserError("--from, --to, --jobs and --again go with --all.")
    if not visit:
        raise UserError("Name a visit, or give --all for every visit from today on.")
    return visit


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError as error:
        raise UserError("“{day}” is not a day. Write it as 2026-12-03.", day=words) from error


def _usual_jobs() -> int:
    return min(os.cpu_count() or 1, _USUAL_JOBS)


def export_every(session: Session, every: Every, out: Path, wishes: ExportWishes) -> None:
    """Export the visits and tell of each; UserError at the end when some were not written."""
    from briefing_app.services.export_many import ManyExports, export_many

    today = date.today()  # noqa: DTZ011 - the user's day
    appointments = _appointments(session, every, today)
    if not appointments:
        click.echo(session.wording.phrase("There is no visit on these days."))
        return
    task = ManyExports(
        data=data_folder(session.data), out=out, wishes=wishes, today=today, again=every.again
    )
    jobs = min(every.jobs, len(appointments))
    with closing(export_many(task, appointments, jobs)) as outcomes:
        failed = _follow(session, outcomes, len(appointments), out)
    if failed:
        tell_why(session, failed)
        raise UserError(
            "Not exported: {count} of {total} visits. Put right what stands above and run the"
            " same command again; it makes what is missing.",
            count=len(failed),
            total=len(appointments),
        )


def _appointments(session: Session, every: Every, today: date) -> tuple[Appointment, ...]:
    first, last = every.first or today, every.last or date.max
    if last < first:
        raise UserError(
            "--to {last} is before {first}, the first day. Without --from that is today.",
            last=last,
            first=first,
        )
    with session.store() as store:
        return store.appointments(first, last)


def _follow(session: Session, outcomes: Iterable[Outcome], total: int, out: Path) -> list[Failed]:
    """Tell of each outcome as it comes, and the sum of them; return those that failed."""
    from briefing_app.services.export_many import Failed

    phrase, failed, counts = session.wording.phrase, [], Counter[str]()
    try:
        with told_each(session, total) as tell:
            for outcome in outcomes:
                counts[type(outcome).__name__] += 1
                tell(counts.total(), outcome)
                if isinstance(outcome, Failed):
                    failed.append(outcome)
    except KeyboardInterrupt:
        click.echo(
            phrase(
                "Stopped at {count} of {total} visits. The same command makes the others.",
                count=counts.total(),
                total=total,
            )
        )
        raise
    click.echo(
        phrase(
            "Visits: {total}. Written to {folder}: {written}. Unchanged: {unchanged}.",
            total=total,
            folder=str(out),
            written=counts["Written"],
            unchanged=counts["Unchanged"],
        )
    )
    return failed
