"""What can be done while the map has the focus, with the keys for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Protocol

from briefing_app.documents.icon_drawings import Icon
from briefing_app.domain.ids import PersonId
from briefing_app.domain.stakeholder import Influence, Support
from briefing_app.services.stakeholder_map.view import MapPerson
from briefing_app.ui.desk import Desk
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.map.acting import MapActs
from briefing_app.ui.map.canvas import MapCanvas
from briefing_app.ui.map.navigation import Way

_SUPPORT_KEYS: Mapping[Support, str] = {
    Support.CHAMPION: "C",
    Support.SUPPORTIVE: "S",
    Support.NEUTRAL: "N",
    Support.OPPONENT: "O",
    Support.UNKNOWN: "U",
}

_INFLUENCE_KEYS: Mapping[Influence, str] = {
    Influence.HIGH: "3",
    Influence.MEDIUM: "2",
    Influence.LOW: "1",
    Influence.UNKNOWN: "0",
}
"""As many bars as the card shows."""

_WAYS: Mapping[Way, str] = {
    Way.LEFT: "Shift+Left",
    Way.RIGHT: "Shift+Right",
    Way.UP: "Shift+Up",
    Way.DOWN: "Shift+Down",
}


_ADDING_WAYS: Mapping[Way, str] = {Way.LEFT: "Ctrl+Shift+Left", Way.RIGHT: "Ctrl+Shift+Right"}


MENU = (
    *(f"support-{support.value}" for support in Support),
    "",
    *(f"influence-{influence.value}" for influence in _INFLUENCE_KEYS),
    "",
    "line",
    "drill",
    "profile",
    "photo",
    "paste-photo",
    "table",
    "",
    "delete",
)
"""The commands in the menu of a person, in groups."""

LINE_MENU = ("delete",)

MAP_MENU = (
    "add",
    "gap",
    "",
    "next-view",
    "earlier-view",
    "table",
    "",
    "zoom-in",
    "zoom-out",
    "zoom-usual",
    "fit",
    "",
    "export",
    "keys",
)
"""The commands in the menu where nobody is selected."""

ONLY_ON_PICTURES = ("zoom-in", "zoom-out", "zoom-usual", "fit", "next-line")
"""What makes no sense while the people are shown as a table."""


class ShownMap(Protocol):
    """What commands ask of the map."""

    desk: Desk
    acts: MapActs
    canvas: MapCanvas

    @property
    def person(self) -> PersonId | None:
        """Who is selected."""

    @property
    def selected(self) -> MapPerson | None:
        """What is known of who is selected."""

    def step_view(self, step: int) -> None:
        """The next view, or the one before."""

    def switch_table(self) -> None:
        """Show the people as a table, or the picture again."""

    def carry(self, way: Way, *, adds: bool = False) -> None:
        """Move the selected card."""

    def fill_gap(self) -> None:
        """Find somebody for an empty role."""

    def pick_line(self) -> None:
        """Draw a line to somebody from a list."""

    def pick_person(self) -> None:
        """Put somebody on the map."""

    def delete(self) -> None:
        """Remove the selected line or person."""

    def drill(self) -> None:
        """Take somebody out for a moment."""

    def open_profile(self) -> None:
        """Lead to the name and the other facts of a person."""

    def choose_photo(self) -> None:
        """Give the person a photo from a file."""

    def paste_photo(self) -> None:
        """Give the person the picture in the clipboard."""

    def export(self) -> None:
        """Save the view."""

    def show_keys(self) -> None:
        """List the keys."""


def map_commands(shown: ShownMap) -> Mapping[str, Command]:
    """The commands of a map by name, in the order in which they are listed."""
    return {command.name: command for command in _commands(shown)}


def _commands(shown: ShownMap) -> Iterator[Command]:
    yield from _views(shown)
    yield from _values(shown)
    yield from _lines(shown)
    yield from _people(shown)
    yield from _zooming(shown)
    yield from _sight(shown)


def _views(shown: ShownMap) -> Iterator[Command]:
    phrase = shown.desk.wording.phrase
    yield Command(
        name="next-view", label=phrase("Next view"), run=partial(shown.step_view, 1), keys="V"
    )
    yield Command(
        name="earlier-view",
        label=phrase("View before"),
        run=partial(shown.step_view, -1),
        keys="Shift+V",
    )

    yield Command(
        name="table",
        label=phrase("The people as a table, or as a picture"),
        run=shown.switch_table,
        keys="T",
    )


def _values(shown: ShownMap) -> Iterator[Command]:
    wording = shown.desk.wording
    for way, keys in _ADDING_WAYS.items():
        words = wording.phrase("In the decision chain: add the role beside")
        yield Command(
            name=f"add-role-{way.name}",
            label=words,
            run=partial(shown.carry, way, adds=True),
            keys=keys,
        )
    for way, keys in _WAYS.items():
        words = wording.phrase("Move the card as dragging would")
        yield Command(
            name=f"carry-{way.name}", label=words, run=partial(shown.carry, way), keys=keys
        )
    for support, keys in _SUPPORT_KEYS.items():
        yield Command(
            name=f"support-{support.value}",
            label=wording.label(support),
            run=partial(_set_support, shown, support),
            keys=keys,
        )
    for influence, keys in _INFLUENCE_KEYS.items():
        yield Command(
            name=f"influence-{influence.value}",
            label=wording.label(influence),
            run=partial(_set_influence, shown, influence),
            keys=keys,
        )
    yield Command(
        name="closer",
        label=wording.phrase("Next step of closeness"),
        run=partial(_closer, shown),
        keys="D",
    )


def _lines(shown: ShownMap) -> Iterator[Command]:
    phrase = shown.desk.wording.phrase
    yield Command(
        name="line", label=phrase("Draw a line to a person"), run=shown.pick_line, keys="L"
    )
    yield Command(
        name="next-line",
        label=phrase("Select the person's next line"),
        run=partial(_step_lines, shown),
        keys="]",
    )
    yield Command(
        name="delete",
        label=phrase("Remove the line, or take the person off the map"),
        run=shown.delete,
        keys="Delete",
    )


def _people(shown: ShownMap) -> Iterator[Command]:
    phrase = shown.desk.wording.phrase
    yield Command(
        name="add",
        label=phrase("Put on the map"),
        run=shown.pick_person,
        keys="A",
        icon=ScreenIcon.ADD,
    )
    yield Command(
        name="gap", label=phrase("Find somebody for an empty role"), run=shown.fill_gap, keys="G"
    )
    yield Command(
        name="profile",
        label=phrase("Name, title and more"),
        run=shown.open_profile,
        keys="Ctrl+Return",
    )
    yield Command(name="photo", label=phrase("Choose a photo…"), run=shown.choose_photo, keys="P")
    yield Command(
        name="paste-photo", label=phrase("Paste a photo"), run=shown.paste_photo, keys="Ctrl+V"
    )
    yield Command(
        name="drill", label=phrase("Departure drill: on or off"), run=shown.drill, keys="X"
    )


def _zooming(shown: ShownMap) -> Iterator[Command]:
    phrase = shown.desk.wording.phrase
    yield Command(
        name="zoom-in",
        label=phrase("Larger"),
        run=partial(_zoom_in, shown),
        keys="+",
        icon=ScreenIcon.ZOOM_IN,
    )
    yield Command(
        name="zoom-out",
        label=phrase("Smaller"),
        run=partial(_zoom_out, shown),
        keys="-",
        icon=ScreenIcon.ZOOM_OUT,
    )
    yield Command(
        name="zoom-usual", label=phrase("Usual size"), run=partial(_zoom_usual, shown), keys="="
    )
    yield Command(
        name="fit",
        label=phrase("Fit the window"),
        run=partial(_fit, shown),
        keys="F",
        icon=ScreenIcon.FIT,
    )


def _sight(shown: ShownMap) -> Iterator[Command]:
    phrase = shown.desk.wording.phrase
    yield Command(
        name="export",
        label=phrase("Save this view"),
        run=shown.export,
        keys="E",
        icon=ScreenIcon.EXPORT,
    )
    yield Command(
        name="keys",
        label=phrase("Keys of the map"),
        run=shown.show_keys,
        keys="?",
        icon=Icon.QUESTION,
    )


def _set_support(shown: ShownMap, support: Support) -> None:
    if shown.person is not None:
        shown.acts.support(shown.person, support)


def _set_influence(shown: ShownMap, influence: Influence) -> None:
    if shown.person is not None:
        shown.acts.influence(shown.person, influence)


def _closer(shown: ShownMap) -> None:
    if shown.selected is not None:
        shown.acts.closer(shown.selected)


def _step_lines(shown: ShownMap) -> None:
    shown.canvas.step_lines()


def _zoom_in(shown: ShownMap) -> None:
    shown.canvas.zoom_in()


def _zoom_out(shown: ShownMap) -> None:
    shown.canvas.zoom_out()


def _zoom_usual(shown: ShownMap) -> None:
    shown.canvas.zoom_usual()


def _fit(shown: ShownMap) -> None:
    shown.canvas.fit()
