"""Files that the library gives away, written in a helper process: case books, and all data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from briefing_app.domain.message import say
from briefing_app.domain.text import Language
from briefing_app.services.data_folder import open_data
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.services.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A file with all data: how many records it holds, and how many pictures it left out."""

    path: Path
    records: int
    pictures_left_out: int


def case_books_apart(
    *,
    data: Path,
    out: Path,
    wishes: ExportWishes,
    industry: str,
    today: date,
    now: datetime,
    progress: Progress = silent,
) -> tuple[Path, ...]:
    """Write the case book of an industry (its id), or of each that has cases to show for ``""``.

    ``out`` is a folder. UserError as `write_case_books` raises it.
    """
    from briefing_app.services.case_book import write_case_books

    progress(say("Case book"), 1, 1)
    with open_data(data) as store:
        written = write_case_books(
            store, out=out, wishes=wishes, today=today, now=now, industry=industry
        )
    return written.files


def all_data_apart(
    *, data: Path, out: Path, language: Language, progress: Progress = silent
) -> GivenBack:
    """Write everything that is stored to a .xlsx or .json file; UserError for other names."""
    from briefing_app.services.exchange_data import export_all, left_out_of

    progress(say("Writing {file}", file=out.name), 1, 1)
    with open_data(data) as store:
        count = export_all(store, out, language)
        return GivenBack(out, count, left_out_of(store, out))
