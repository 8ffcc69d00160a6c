"""The exports of a visit, or of everything, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_app.domain.client import Client
from briefing_app.domain.export_record import ExportRecord
from briefing_app.domain.labels import N_
from briefing_app.domain.message import Parameter, say
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.text import Language
from briefing_app.domain.visit import Visit
from briefing_app.services.comparing.sides import exports_of, industry_name
from briefing_app.services.look import Rows
from briefing_app.store.store import Store

_LANGUAGES = {Language.ZH: say("Chinese"), Language.EN: say("English")}


@dataclass(frozen=True, slots=True)
class ListedExports:
    """A table, and what the gate remarked: the number of the export in it with the words."""

    rows: Rows
    remarks: tuple[tuple[int, str], ...] = ()


def list_exports(store: Store, visit: str) -> ListedExports:
    """The exports of a visit, the oldest first, at the times of this computer's clock."""
    exports = exports_of(store, visit)
    return ListedExports(
        Rows(
            (N_("ID"), N_("No."), *_HEADERS, N_("Let through"), N_("Folder")),
            tuple(
                (export.id, number, *_cells(export), ", ".join(export.meant), export.folder)
                for number, export in enumerate(exports, start=1)
            ),
        ),
        tuple(
            (number, remark)
            for number, export in enumerate(exports, start=1)
            for remark in export.remarks
        ),
    )


def list_newest(store: Store, limit: int) -> Rows:
    """The last exports of all visits and the case books, at most ``limit``, the oldest first."""
    return Rows(
        (N_("ID"), N_("For"), *_HEADERS, N_("Folder")),
        tuple(
            (export.id, _whose(store, export), *_cells(export), export.folder)
            for export in store.newest_exports(limit)
        ),
    )


_HEADERS = (N_("When"), N_("What"), N_("Language"), N_("Files"))


def _cells(export: ExportRecord) -> Iterator[Parameter]:
    yield f"{export.made_at.astimezone():%Y-%m-%d %H:%M}"
    yield export.kind
    yield _LANGUAGES[export.language]
    yield len(export.files)


def _whose(store: Store, export: ExportRecord) -> Parameter:
    """The client, or the industry of a case book; the visit's id where it was deleted."""
    if export.visit is None:
        return industry_name(store, export)
    if not store.exists(Visit, export.visit):
        return export.visit
    opportunity = store.get(Visit, export.visit).opportunity
    return store.get(Client, store.get(Opportunity, opportunity).client).display_name
