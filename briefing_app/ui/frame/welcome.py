"""What somebody sees who has no clients yet: three ways to begin."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, card, column, label, row, scrolling

_WIDEST = 640


class WelcomePage(QWidget):
    """Sample data to look around in, an import, or the first client."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        wording = desk.wording
        samples = card(
            label(wording.phrase("Look around"), "heading"),
            label(
                wording.phrase(
                    "Two example clients with people, visits and documents to export. They can"
                    " be deleted later."
                ),
                tone="muted",
            ),
            row(
                button(
                    wording.phrase("Load the sample data"),
                    partial(desk.command, "load-samples"),
                    primary=True,
                ),
                None,
            ),
        )
        bring = card(
            label(wording.phrase("Bring your clients"), "heading"),
            label(
                wording.phrase(
                    "From an Excel workbook, a CSV file or business cards (vCard). You see"
                    " everything before it is kept."
                ),
                tone="muted",
            ),
            _action(desk, wording.phrase("Import a file"), "import"),
        )
        first = card(
            label(wording.phrase("Begin with one client"), "heading"),
            label(
                wording.phrase("Enter a client, the people who decide there, and a visit."),
                tone="muted",
            ),
            row(
                button(wording.phrase("Enter a client"), partial(desk.command, "new-client")), None
            ),
        )
        content = QWidget()
        content.setLayout(
            column(
                None,
                label(wording.phrase("Prepare your first visit"), "title"),
                label(
                    wording.phrase(
                        "Clients and the people who decide become a deck, a brochure and a visit"
                        " plan. No network, no account."
                    ),
                    tone="muted",
                ),
                samples,
                bring,
                first,
                None,
                margin=4 * STEP,
                space=2 * STEP,
            )
        )
        content.setMaximumWidth(round(_WIDEST * desk.look.scale))
        area = scrolling(content)
        area.setObjectName("page")
        centred = row(None, area, None, space=0)
        centred.setStretchFactor(area, 4)
        self.setLayout(centred)

    def open(self, place: Place) -> None:
        """There is one part only."""


def _action(desk: Desk, words: str, command: str, *, primary: bool = False) -> QHBoxLayout:
    return row(button(words, partial(desk.command, command), primary=primary), None)
