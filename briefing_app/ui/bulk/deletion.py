"""Many records deleted: a question where more goes than meets the eye."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from briefing_app.services.bulk_deletion import DeletionView, delete_many_apart
from briefing_app.services.editing import delete_records
from briefing_app.ui.bulk.many_dialog import ManyDialog
from briefing_app.ui.bulk.words import how_many
from briefing_app.ui.desk import Desk
from briefing_app.ui.widgets import column, label


class DeleteManyDialog(ManyDialog):
    """Says what goes, and puts it into the trash on demand."""

    def __init__(self, desk: Desk, view: DeletionView, parent: QWidget) -> None:
        wording = desk.wording
        title = wording.phrase("Delete {what}", what=how_many(wording, view.kind, len(view.ids)))
        super().__init__(desk, title, wording.phrase("Delete"), parent)
        self._view = view
        lines = [self._visits_ahead(view)] if view.visits_ahead else []
        lines.append(
            wording.phrase(
                "They go to the trash with all that belongs to them; Ctrl+Z brings them back."
            )
        )
        self.words = label(wording.sentences(lines))
        self.form.setLayout(column(self.words, None))
        self.ask_for(desk.look.scale, 480)

    def _visits_ahead(self, view: DeletionView) -> str:
        wording, count = self.desk.wording, view.visits_ahead
        if view.kind == "visit":
            return wording.counted(
                "{count} of them is to come.", "{count} of them are to come.", count
            )
        return wording.counted(
            "{count} visit to come goes as well.", "{count} visits to come go as well.", count
        )

    def begin(self) -> None:
        """Delete them."""
        ids, kind = self._view.ids, self._view.kind
        self.run(ids, partial(delete_records, kind=kind, ids=ids), delete_many_apart, kind=kind)
