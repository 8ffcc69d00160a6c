"""Commands to look at what there is: list, show, themes."""

from __future__ import annotations

import click

from briefing_app.cli.phrased import PhrasedCommand, option, row_limit
from briefing_app.cli.session import Session
from briefing_app.domain.labels import N_

LISTED = ("clients", "people", "visits", "products", "cases")


@click.command(
    "list", cls=PhrasedCommand, help=N_("List clients, people, visits, products or cases.")
)
@click.argument("kind", type=click.Choice(LISTED), metavar="KIND")
@option("--search", default="", help=N_("Part of a name in Chinese, English or pinyin."))
@row_limit(N_("How many rows at most."))
@click.pass_obj
def list_(session: Session, kind: str, search: str, limit: int) -> None:
    """Print a table of records."""
    from briefing_app.cli.tables import show_rows
    from briefing_app.services.look import list_rows

    with session.store() as store:
        rows = list_rows(store, kind, search=search, limit=limit)
    show_rows(session, rows)


@click.command(cls=PhrasedCommand, help=N_("Show everything that is stored of one record."))
@click.argument("id_or_name", metavar="ID")
@click.pass_obj
def show(session: Session, id_or_name: str) -> None:
    """Print a record field by field."""
    from briefing_app.cli.tables import show_record
    from briefing_app.services.look import find_record

    with session.store() as store:
        view = find_record(store, id_or_name)
    show_record(session, view)


@click.command(cls=PhrasedCommand, help=N_("List the themes in which documents can be made."))
@click.pass_obj
def themes(session: Session) -> None:
    """Print each theme's name and what it suits."""
    from briefing_app.documents.theme import load_theme
    from briefing_app.documents.theme_files import theme_names

    for name in theme_names():
        click.echo(f"{name}: {session.wording.text(load_theme(name).about)}")


COMMANDS = (list_, show, themes)
