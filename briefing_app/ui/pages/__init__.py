"""The register of pages: what the rail shows, in its order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from briefing_app.documents.icon_drawings import Icon
from briefing_app.domain.labels import N_
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.look.screen_icons import ScreenIcon


@runtime_checkable
class Page(Protocol):
    """A page is a QWidget that can be led to a place of it."""

    def open(self, place: Place) -> None:
        """Show the record, and the part of it, that a place names; the page itself for none."""


@runtime_checkable
class RecordPage(Page, Protocol):
    """A page on which the user goes from record to record."""

    def here(self) -> Place:
        """The place that is shown, or that was asked for and is being read."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the window: its name in places, its label (a message id), icon and maker."""

    name: str
    label: str
    icon: Icon | ScreenIcon
    make: Callable[[Desk], QWidget]


def _welcome(desk: Desk) -> QWidget:
    from briefing_app.ui.frame.welcome import WelcomePage

    return WelcomePage(desk)


def _today(desk: Desk) -> QWidget:
    from briefing_app.ui.pages.today.page import TodayPage

    return TodayPage(desk)


def _clients(desk: Desk) -> QWidget:
    from briefing_app.ui.pages.clients.page import ClientsPage

    return ClientsPage(desk)


def _settings(desk: Desk) -> QWidget:
    from briefing_app.ui.pages.settings.page import SettingsPage

    return SettingsPage(desk)


def _visits(desk: Desk) -> QWidget:
    from briefing_app.ui.pages.visits import VisitsPage

    return VisitsPage(desk)


def _library(desk: Desk) -> QWidget:
    from briefing_app.ui.pages.library.page import LibraryPage

    return LibraryPage(desk)


WELCOME = PageEntry("welcome", N_("Welcome"), Icon.FLAG, _welcome)
"""What is shown instead of the first page while there are no clients; it is not on the rail."""

PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", N_("Your day"), ScreenIcon.TODAY, _today),
    PageEntry("clients", N_("Clients"), Icon.COMPANY, _clients),
    PageEntry("visits", N_("Visits"), Icon.CALENDAR, _visits),
    PageEntry("library", N_("Library"), ScreenIcon.LIBRARY, _library),
    PageEntry("settings", N_("Settings"), Icon.GEAR, _settings),
)
"""Pages are imported when they are first shown, so that the window is there at once."""
