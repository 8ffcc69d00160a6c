"""Tables and records on the console; rich knows how wide Chinese is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.cli.session import Session

if TYPE_CHECKING:
    from briefing_app.services.look import RecordView, Rows


def show_rows(session: Session, rows: Rows) -> None:
    """Print a table, or a line that says that there is nothing."""
    from rich import box
    from rich.table import Table

    wording = session.wording
    if not rows.rows:
        session.console.print(wording.phrase("Nothing found."))
        return
    table = Table(*(wording.phrase(header) for header in rows.headers), box=box.SIMPLE)
    table.columns[0].no_wrap = True
    for column in table.columns[1:]:
        column.overflow = "fold"  # Chinese has no spaces to break at; nothing may be cut off
    for row in rows.rows:
        table.add_row(*(wording.value(cell) for cell in row))
    session.console.print(table)


def show_record(session: Session, view: RecordView) -> None:
    """Print a record, a line a field, parts below their field."""
    wording = session.wording
    session.console.print(f"{wording.phrase(view.kind)}  {view.record_id}")
    for line in view.lines:
        label = f"{'  ' * (line.depth + 1)}{wording.phrase(line.label)}"
        value = "" if line.value is None else wording.value(line.value)
        session.console.print(wording.phrase("{label}: {value}", label=label, value=value))
