"""The rail at the left: one button a page, the search above them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from briefing_app.documents.icon_drawings import Icon
from briefing_app.ui.desk import Desk
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.pages import PageEntry
from briefing_app.ui.widgets import column

_LAST = "settings"
"""The page that stands at the rail's foot."""


class Rail(QWidget):
    """Buttons for pages; ``chosen`` gives a page's name, ``searched`` asks for the search."""

    chosen = Signal(str)
    searched = Signal()

    def __init__(self, desk: Desk, entries: Iterable[PageEntry]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(desk.wording.phrase("Pages"))
        self._desk = desk
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        search = self._button(desk.wording.phrase("Search"), Icon.SEARCH)
        search.setToolTip(desk.wording.phrase("Find anything (Ctrl+K)"))
        search.clicked.connect(self.searched)
        above: list[QWidget | None] = [search]
        for number, entry in enumerate(entries, start=1):
            if entry.name == _LAST:
                above.append(None)
            above.append(self._page_button(entry, number))
        if None not in above:
            above.append(None)
        self.setLayout(column(*above, margin=STEP, space=STEP // 2))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(max(11 * STEP, self.sizeHint().width()))

    def mark(self, page: str) -> None:
        """Show which page is open."""
        self._group.setExclusive(False)
        for name, shown in self._buttons.items():
            shown.setChecked(name == page)
        self._group.setExclusive(True)

    def _page_button(self, entry: PageEntry, number: int) -> QToolButton:
        words = self._desk.wording.phrase(entry.label)
        made = self._button(words, entry.icon)
        made.setCheckable(True)
        made.setToolTip(
            self._desk.wording.phrase("{label} (Ctrl+{number})", label=words, number=number)
        )
        made.clicked.connect(partial(self.chosen.emit, entry.name))
        self._group.addButton(made)
        self._buttons[entry.name] = made
        return made

    def _button(self, words: str, icon: Icon | ScreenIcon) -> QToolButton:
        made = QToolButton()
        made.setProperty("rail", True)
        made.setIcon(self._desk.look.icon(icon))
        made.setIconSize(self._desk.look.icon_size * 1.2)
        made.setText(words)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setAccessibleName(words)
        return made
