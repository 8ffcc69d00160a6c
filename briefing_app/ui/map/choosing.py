"""Dialogs of the map: pick somebody from a list that a few letters make short."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from briefing_app.domain.labels import Labelled
from briefing_app.ui.desk import Desk
from briefing_app.ui.dialog import Dialog
from briefing_app.ui.look.look import STEP
from briefing_app.ui.widgets import button, column, label, row

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ROLE = Qt.ItemDataRole.UserRole


class PickDialog(Dialog):
    """One of several, by typing or by arrows. ``picked`` carries the key of what was chosen, and
    the kind that was set beside it, ``None`` where there are none; ``named`` what was typed,
    where somebody new was wished for."""

    picked = Signal(str, object)
    named = Signal(str)

    def __init__(
        self,
        desk: Desk,
        title: str,
        options: Iterable[tuple[str, str]],
        parent: QWidget,
        kinds: Iterable[Labelled] = (),
        *,
        can_be_new: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._kinds = tuple(kinds)
        self._new = QListWidgetItem() if can_be_new else None
        self.filter = self._made_filter()
        self.list = self._made_list(options)
        self.list.setAccessibleName(title)
        self.kind = self._made_kind()
        self._compose(title)
        self.filter.textChanged.connect(self._narrow)
        self.list.itemActivated.connect(self._choose)
        self.list.setCurrentRow(0)
        self.filter.setFocus()
        self.ask_for(desk.look.scale, 360, 420)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move in the list while letters are typed."""
        is_press = event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            self._move(_STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _made_filter(self) -> QLineEdit:
        phrase, made = self._desk.wording.phrase, QLineEdit()
        can_be_new = self._new is not None
        sought = phrase("A name to find or to add") if can_be_new else phrase("Type to find")
        made.setPlaceholderText(sought)
        made.setAccessibleName(sought)
        made.installEventFilter(self)
        return made

    def _made_list(self, options: Iterable[tuple[str, str]]) -> QListWidget:
        """Those that there are, and last somebody new, who shows once a name is typed."""
        made = QListWidget()
        for key, words in options:
            item = QListWidgetItem(words)
            item.setData(_ROLE, key)
            made.addItem(item)
        if self._new is not None:
            made.addItem(self._new)
            self._new.setHidden(True)
        return made

    def _made_kind(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(self._desk.wording.phrase("Kind of line"))
        made.addItems([self._desk.wording.label(kind) for kind in self._kinds])
        made.setVisible(bool(self._kinds))
        return made

    def _compose(self, title: str) -> None:
        phrase = self._desk.wording.phrase
        choose = button(phrase("Choose"), self._choose, primary=True)
        choose.setDefault(True)
        buttons = row(None, button(phrase("Cancel"), self.reject), choose)
        heading = label(title, "heading")
        self.setLayout(column(heading, self.kind, self.filter, self.list, buttons, margin=2 * STEP))

    def _move(self, step: int) -> None:
        shown = [n for n in range(self.list.count()) if not self.list.item(n).isHidden()]
        now = self.list.currentRow()
        if now in shown:
            place = shown.index(now) + step
            self.list.setCurrentRow(shown[min(max(place, 0), len(shown) - 1)])

    def _narrow(self, words: str) -> None:
        sought = words.strip().casefold()
        first = -1
        for number in range(self.list.count()):
            item = self.list.item(number)
            fits = self._fits(item, sought)
            item.setHidden(not fits)
            if fits and first < 0:
                first = number
        self.list.setCurrentRow(first)

    def _fits(self, item: QListWidgetItem, sought: str) -> bool:
        if item is not self._new:
            return sought in item.text().casefold()
        name = self.filter.text().strip()
        item.setText(self._desk.wording.phrase("New person: {name}", name=name))
        return bool(name)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is None or item.isHidden():
            return
        if item is self._new:
            self.named.emit(self.filter.text().strip())
        else:
            kind = self._kinds[self.kind.currentIndex()] if self._kinds else None
            self.picked.emit(str(item.data(_ROLE)), kind)
        self.accept()
