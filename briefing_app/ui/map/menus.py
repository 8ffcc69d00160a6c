"""Menus of the map: which line was drawn, and what can be done, with the keys for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from briefing_app.domain.stakeholder import LineKind
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.key_list import told_keys
from briefing_app.wording import Wording


def offer_line_kinds(
    parent: QWidget, wording: Wording, place: QPoint, chosen: Callable[[LineKind], None]
) -> None:
    """Ask which line was meant."""
    menu = _menu(parent)
    for kind in LineKind:
        menu.addAction(wording.label(kind)).triggered.connect(partial(chosen, kind))
    menu.popup(place)


def offer_commands(
    parent: QWidget, commands: Mapping[str, Command], names: Iterable[str], place: QPoint
) -> None:
    """Offer commands by their names; ``""`` is a line between groups."""
    menu = _menu(parent)
    for name in names:
        if not name:
            menu.addSeparator()
            continue
        command = commands[name]
        menu.addAction(f"{command.label}\t{told_keys(command.keys)}").triggered.connect(command.run)
    menu.popup(place)


def _menu(parent: QWidget) -> QMenu:
    made = QMenu(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return made
