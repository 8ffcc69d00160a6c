"""What somebody sees who has no clients yet: three ways to begin."""

from __future__ import annotations

from collections.abc import Iterator
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
        content = QWidget()
        content.setLayout(
            column(None, *_greeting(desk), *_ways_in(desk), None, margin=4 * STEP, space=2 * STEP)
        )
        content.setMaximumWidth(round(_WIDEST * desk.look.scale))
        area = scrolling(content)
        area.setObjectName("page")
        centred = row(None, area, None, space=0)
        centred.setStretchFactor(area, 4)
        self.setLayout(centred)

    def open(self, place: Place) -> None:
        """There is one part only."""


def _greeting(desk: Desk) -> Iterator[QWidget]:
    """What the product is for."""
    phrase = desk.wording.phrase
    yield label(phrase("Prepare your first visit"), "title")
    yield label(
        phrase(
            "Clients and the people who decide become a deck, a brochure and a visit"
            " plan. No network, no account."
        ),
        tone="muted",
    )


def _ways_in(desk: Desk) -> Iterator[QWidget]:
    """The three ways to begin, the easiest first."""
    phrase = desk.wording.phrase
    yield _way_in(
        phrase("Look around"),
        phrase(
            "Two example clients with people, visits and documents to export. They can"
            " be deleted later."
        ),
        _action(desk, phrase("Load the sample data"), "load-samples", primary=True),
    )
    yield _way_in(
        phrase("Bring your clients"),
        phrase(
            "From an Excel workbook, a CSV file or business cards (vCard). You see"
            " everything before it is kept."
        ),
        _action(desk, phrase("Import a file"), "import"),
    )
    yield _way_in(
        phrase("Begin with one client"),
        phrase("Enter a client, the people who decide there, and a visit."),
        _action(desk, phrase("Enter a client"), "new-client"),
    )


def _way_in(title: str, told: str, action: QHBoxLayout) -> QWidget:
    return card(label(title, "heading"), label(told, tone="muted"), action)


def _action(desk: Desk, words: str, command: str, *, primary: bool = False) -> QHBoxLayout:
    return row(button(words, partial(desk.command, command), primary=primary), None)
