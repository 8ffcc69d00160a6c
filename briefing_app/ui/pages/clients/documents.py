"""What was exported for a client, and whether it is still as it was."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QWidget

from briefing_app.domain.text import Language
from briefing_app.services.client_history import (
    ClientHistory,
    DocumentsView,
    FilesState,
    client_history,
)
from briefing_app.services.client_view import ClientView
from briefing_app.ui.desk import Desk
from briefing_app.ui.lists.delegate import RowFace
from briefing_app.ui.lists.view import LazyList
from briefing_app.ui.look import Role
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages.clients.fixed import FixedRows
from briefing_app.ui.widgets import column, label

_ROLES = {FilesState.AS_EXPORTED: Role.GOOD, FilesState.CHANGED: Role.WARN}


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    shown: DocumentsView


class HistoryTab(QWidget):
    """A tab that is read when somebody looks at it: telling whether files changed takes time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._client_id = ""

    def show_view(self, view: ClientView) -> None:
        """Another client, or the same after a change."""
        self._client_id = view.client.id
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read anew: files may have been exported, changed or moved meanwhile."""
        super().showEvent(event)
        if self._client_id:
            self._read()

    def show_history(self, history: ClientHistory) -> None:
        """Show what was read."""
        raise NotImplementedError

    def _read(self) -> None:
        self.desk.ask(partial(client_history, client_id=self._client_id), self.show_history)


class DocumentsTab(HistoryTab):
    """The exports, the latest first; Enter or a double click opens a folder."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        wording = desk.wording
        self.list = LazyList(desk, wording.phrase("Documents"), self._face)
        self.list.opened.connect(self._open)
        self._folders: dict[str, str] = {}
        hint = label(wording.phrase("Enter or a double click opens the folder."), "caption")
        self.setLayout(column(self.list, hint, margin=STEP))

    def show_history(self, history: ClientHistory) -> None:
        """Show the exports."""
        self._folders = {one.export.id: one.export.folder for one in history.documents}
        rows = tuple(_Row(one.export.id, one) for one in history.documents)
        none = self.desk.wording.phrase("Nothing was exported yet. Export from a visit's page.")
        self.list.show_query(FixedRows(rows), none)

    def _face(self, found: _Row) -> RowFace:
        wording, export = self.desk.wording, found.shown.export
        files = wording.counted("{count} file", "{count} files", len(export.files))
        is_chinese = export.language is Language.ZH
        language = wording.phrase("Chinese") if is_chinese else wording.phrase("English")
        return RowFace(
            title=wording.text(found.shown.visit_purpose),
            below=f"{wording.label(export.kind)} · {language} · {files} · {export.folder}",
            right=wording.label(found.shown.state),
            right_below=wording.moment(export.made_at.astimezone()),
            right_role=_ROLES.get(found.shown.state, Role.MUTED),
        )

    def _open(self, export_id: str) -> None:
        folder = Path(self._folders[export_id])
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
