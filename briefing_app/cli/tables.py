"""Tables and records on the console; rich knows how wide Chinese is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.cli.session import Session

if TYPE_CHECKING:
    from briefing_app.services.look import RecordView, Rows


_SHORT = 16
"""A column of so few characters stays on one line, as ids do; others share what is left."""


def show_rows(session: Session, rows: Rows) -> None:
    """Print a table, or a line that says that there is nothing."""
    from rich import box
    from rich.table import Table

    wording = session.wording
    if not rows.rows:
        session.console.print(wording.phrase("Nothing found."))
        return
    table = Table(*(wording.phrase(header) for header in rows.headers), box=box.SIMPLE)
    written = [tuple(wording.value(cell) for cell in row) for row in rows.rows]
    for column, cells in zip(table.columns, zip(*written, strict=True), strict=True):
        column.overflow = "fold"  # Chinese has no spaces to break at; nothing may be cut off
        column.no_wrap = column is table.columns[0] or max(map(len, cells)) <= _SHORT
    for row in written:
        table.add_row(*row)
    session.console.print(table)


def show_record(session: Session, view: RecordView) -> None:
    """Print a record, a line a field, parts below their field."""
    wording = session.wording
    session.console.print(f"{wording.phrase(view.kind)}  {view.record_id}")
    for line in view.lines:
        label = f"{'  ' * (line.depth + 1)}{wording.phrase(line.label)}"
        value = "" if line.value is None else wording.value(line.value)
        session.console.print(wording.phrase("{label}: {value}", label=label, value=value))
