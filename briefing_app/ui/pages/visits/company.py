"""What a visit lacks before anything else: the company that we speak for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from briefing_app.services.drafts import Spot
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.entry_line import EntryLine
from briefing_app.ui.lists.view import EmptyState
from briefing_app.ui.widgets import column
from briefing_app.ui.workers import Work

if TYPE_CHECKING:
    from briefing_app.services.creating import Created
    from briefing_app.store.store import Store


class CompanyLacks(QWidget):
    """Stands where a visit would, and takes the company's name."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        phrase = desk.wording.phrase
        self.name = EntryLine(
            desk, phrase("Your company: type its name and press Enter"), _describing
        )
        self.name.wait_at(Spot("", "company"))
        words = EmptyState(self.name)
        words.tell(
            phrase(
                "Your own company is not described yet, and every document speaks for it."
                " Its name is enough to begin; the library holds the rest under “Our company"
                " and team”."
            )
        )
        self.setLayout(column(words))
        self.setFocusProxy(self.name)


def _describing(name: str) -> Work:
    return partial(_describe, name=name)


def _describe(store: Store, name: str) -> Created:
    from briefing_app.services.creating import as_text
    from briefing_app.services.library_creating import describe_company

    return describe_company(store, name=as_text(name))
