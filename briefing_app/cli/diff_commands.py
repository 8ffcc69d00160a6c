"""Commands about exports that were made: exports, diff."""

from __future__ import annotations

import click

from briefing_app.cli.phrased import PhrasedCommand, option, row_limit
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_


@click.command(
    cls=PhrasedCommand,
    help=N_(
        "List what was exported for a visit: documents and minutes with their numbers, words let"
        " through and what was remarked. Without a visit: the last exports of all, and case books."
    ),
)
@click.argument("visit", metavar="[VISIT]", required=False)
@row_limit(N_("Without a visit: how many rows at most."))
@click.pass_obj
def exports(session: Session, visit: str | None, limit: int) -> None:
    """Print a table of exports, the oldest first."""
    from briefing_app.cli.tables import show_rows
    from briefing_app.services.comparing.listing import ListedExports, list_exports, list_newest

    with session.store() as store:
        listed = list_exports(store, visit) if visit else ListedExports(list_newest(store, limit))
    show_rows(session, listed.rows)
    for number, remark in listed.remarks:
        click.echo(session.wording.phrase("{label}: {value}", label=number, value=remark))


@click.command(
    cls=PhrasedCommand,
    help=N_(
        "Say which facts, slides, notes, minutes and files changed from one export to another. An"
        " export is VISIT@2, VISIT@latest, its id or the end of it, or a folder of exported files."
    ),
)
@click.argument("old", metavar="EXPORT")
@click.argument("new", metavar="EXPORT")
@option("--json", "as_json", is_flag=True, help=N_("Print the differences as JSON."))
@click.pass_obj
def diff(session: Session, old: str, new: str, as_json: bool) -> None:
    """Print what changed, in short for people or whole for programs."""
    import msgspec

    from briefing_app.cli.diff_view import show_differences
    from briefing_app.services.briefing_data import plain_data
    from briefing_app.services.comparing.compare import compare_exports

    with session.store() as store:
        found = compare_exports(store, old, new)
    if as_json:
        encoded = msgspec.json.encode(plain_data(found, session.wording))
        click.echo(msgspec.json.format(encoded, indent=2).decode())
    else:
        show_differences(found, session.wording)


COMMANDS = (exports, diff)
