"""The commands that the window itself has, whatever its pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing_app.domain.message import say
from briefing_app.services.changes import Change
from briefing_app.services.preferences import Preferences, next_text_scale
from briefing_app.ui.desk import Place
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.window import MainWindow
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.pages import PAGES
from briefing_app.ui.pages.list_beside import LIST_KEYS, ListBeside

if TYPE_CHECKING:
    from briefing_app.store.store import Store


class MainCommands(QObject):
    """Gives a window its commands; belongs to it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        for command in (*self._ways(), *self._deeds(), *self._sizes_of_text()):
            window.add_command(command)

    def _ways(self) -> Iterator[Command]:
        """What leads somewhere."""
        window, phrase = self._window, self._desk.wording.phrase
        yield Command(
            name="search", label=phrase("Find anything"), run=window.search, keys="Ctrl+K"
        )
        for number, entry in enumerate(PAGES, start=1):
            yield Command(
                name=f"page-{entry.name}",
                label=phrase("Go to “{page}”", page=phrase(entry.label)),
                run=partial(window.go, Place(entry.name)),
                keys=f"Ctrl+{number}",
                icon=entry.icon,
            )
        yield Command(
            name="back",
            label=phrase("Back"),
            run=window.back,
            keys="Alt+Left",
            icon=ScreenIcon.BACK,
        )
        yield Command(
            name="forward",
            label=phrase("Forward"),
            run=window.forward,
            keys="Alt+Right",
            icon=ScreenIcon.FORWARD,
        )
        yield Command(
            name="list",
            label=phrase("Show the list, or put it away"),
            run=self._turn_list,
            keys=LIST_KEYS,
            icon=ScreenIcon.BESIDE,
        )

    def _deeds(self) -> Iterator[Command]:
        phrase = self._desk.wording.phrase
        yield Command(
            name="new-client",
            label=phrase("New client"),
            run=self._new_client,
            keys="Ctrl+N",
            icon=ScreenIcon.ADD,
        )
        yield Command(
            name="load-samples", label=phrase("Load the sample data"), run=self._load_samples
        )
        yield Command(name="keys", label=phrase("Keys"), run=self._show_keys, keys="F1")
        yield Command(name="about", label=phrase("About"), run=self._show_about)
        yield Command(name="quit", label=phrase("Quit"), run=self._window.close, keys="Ctrl+Q")

    def _sizes_of_text(self) -> Iterator[Command]:
        phrase = self._desk.wording.phrase
        yield Command(
            name="larger-text",
            label=phrase("Larger text"),
            run=self._larger_text,
            keys="Ctrl++",
            other_keys="Ctrl+=",  # the same key where a plus needs the shift key
        )
        yield Command(
            name="smaller-text", label=phrase("Smaller text"), run=self._smaller_text, keys="Ctrl+-"
        )
        yield Command(
            name="usual-text",
            label=phrase("Usual size of text"),
            run=self._usual_text,
            keys="Ctrl+0",
        )

    def _larger_text(self) -> None:
        self._scale_text(next_text_scale(self._desk.preferences.text_scale, 1))

    def _smaller_text(self) -> None:
        self._scale_text(next_text_scale(self._desk.preferences.text_scale, -1))

    def _usual_text(self) -> None:
        self._scale_text(Preferences().text_scale)

    def _scale_text(self, scale: float) -> None:
        self._desk.prefer(text_scale=scale)

    def _new_client(self) -> None:
        from briefing_app.ui.pages.clients.page import ClientsPage

        self._window.go(Place("clients"))
        page = self._window.page("clients")
        if isinstance(page, ClientsPage):
            page.new_client()

    def _turn_list(self) -> None:
        page = self._window.stack.currentWidget()
        for parts in page.findChildren(ListBeside) if page is not None else ():
            parts.turn_list()

    def _load_samples(self) -> None:
        self._desk.act(_load_samples, self._loaded)

    def _loaded(self, _change: Change) -> None:
        self._desk.tell(say("The sample data are there."))
        self._desk.go(Place(PAGES[0].name))

    def _show_keys(self) -> None:
        from briefing_app.ui.frame.shortcuts import ShortcutSheet

        ShortcutSheet(self._desk, self._window.commands.values(), self._window).open()

    def _show_about(self) -> None:
        from briefing_app.ui.frame.about import AboutDialog

        AboutDialog(self._desk, self._window).open()


def _load_samples(store: Store) -> Change:
    from briefing_app.services.samples import DEMO_VISITS, load_samples

    load_samples(store)
    return Change(say("Load the sample data"), tuple(("visit", visit) for visit in DEMO_VISITS))
