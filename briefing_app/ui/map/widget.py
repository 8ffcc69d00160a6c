"""The stakeholder map of a project: a bar, the view, and what is known beside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent

from briefing_app.documents.stakeholder_map.legend import legend
from briefing_app.documents.stakeholder_map.picture import Card, MapKind, Spot
from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.domain.stakeholder import LineKind
from briefing_app.services.stakeholder_map.view import MapPerson, MapView
from briefing_app.ui.desk import Desk
from briefing_app.ui.frame.key_owner import KeyOwner
from briefing_app.ui.map.acting import MapActs
from briefing_app.ui.map.bar import MapBar
from briefing_app.ui.map.commands import LINE_MENU, MAP_MENU, MENU, map_commands
from briefing_app.ui.map.drill import Drill
from briefing_app.ui.map.keys import KeysDialog, key_lines
from briefing_app.ui.map.menus import offer_commands, offer_line_kinds
from briefing_app.ui.map.navigation import Way, card_to_go_on, next_spot
from briefing_app.ui.map.picking import MapPicker
from briefing_app.ui.map.picture_drop import PictureDrop
from briefing_app.ui.map.reading import MapReader
from briefing_app.ui.map.saving import MapSaver
from briefing_app.ui.map.side import MapSide, with_side
from briefing_app.ui.map.stack import MapStack
from briefing_app.ui.photos.source import PictureSource
from briefing_app.ui.widgets import column, label

_LEGEND_FROM = 22
"""The height of the map from which its legend is shown, in lines of text."""


class MapWidget(KeyOwner):
    """Four views with one selection. ``shown`` tells that a picture is up; ``person_wanted``
    names somebody whose other facts, such as the name, should be shown."""

    shown = Signal()
    person_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.view: MapView | None = None
        self.kind = MapKind.LINES
        self._wanted: PersonId | None = None
        self.acts = MapActs(desk, self)
        self.saver = MapSaver(desk, self)
        self.picker = MapPicker(desk, self.acts, self)
        self.commands = map_commands(self)
        self.stack = MapStack(desk)
        self.canvas, self.table = self.stack.canvas, self.stack.table
        self._drop = PictureDrop(self.canvas)
        self.legend = label("", "caption")
        self.bar = MapBar(desk, self.commands)
        self.side = MapSide(desk)
        self._drill = Drill(desk, self.canvas, self.side)
        self._reader = MapReader(desk, self)
        self._compose()
        self._listen()

    @property
    def person(self) -> PersonId | None:
        """Who is selected in all views."""
        return self.canvas.person

    @property
    def selected(self) -> MapPerson | None:
        """What is known of who is selected."""
        if self.view is None or self.person is None:
            return None
        return self.view.people.get(self.person)

    @property
    def gone(self) -> PersonId | None:
        """Who is taken out by the drill."""
        return self._drill.gone

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the picture needs the room of the legend, which stands with the keys."""
        super().resizeEvent(event)
        self._show_in_stack()

    def open(self, opportunity: OpportunityId, person: PersonId | None = None) -> None:
        """Show the map of a project, with somebody selected."""
        if opportunity != self._reader.opportunity:
            self._drill.gone = None
            self.canvas.choose(None)
        self.acts.opportunity = opportunity
        self._wanted = person or self._wanted
        self._reader.open(opportunity)

    def show_kind(self, kind: MapKind) -> None:
        """Change to another view; who is selected stays."""
        self.kind = kind
        self.stack.leave_table()
        self.bar.mark(kind)
        self._draw()

    def choose(self, person: PersonId | None) -> None:
        """Select somebody in all views."""
        self.stack.choose(person)

    def step_view(self, step: int) -> None:
        """The next view, or the one before."""
        kinds = tuple(MapKind)
        self.show_kind(kinds[(kinds.index(self.kind) + step) % len(kinds)])

    def switch_table(self) -> None:
        """Show the people as a table in the place of the picture, or the picture again."""
        self.stack.switch_table()
        self._show_in_stack()
        self.to_canvas()

    def carry(self, way: Way, *, adds: bool = False) -> None:
        """Move the selected card as dragging it would; from reporting lines on the grid. In the
        chain the role that is moved to may be added to the one that is there."""
        view, one = self.view, self.selected
        if view is None or one is None:
            return
        picture = view.pictures[MapKind.GRID if self.kind is MapKind.LINES else self.kind]
        movable = [card for card in picture.cards_of(one.person.id) if card.spot]
        card = card_to_go_on(movable, self.canvas.current)
        spot = next_spot(picture, card, way) if card is not None else None
        if card is not None and spot is not None:
            self.acts.drop(picture, card, spot, one, adds=adds)

    def delete(self) -> None:
        """Remove the selected line; without one, take the selected person off the map."""
        if self.canvas.line is not None:
            self.acts.remove_line(self.canvas.line)
        else:
            self.take_off()

    def take_off(self) -> None:
        """Take the selected person off the map."""
        if self.selected is not None:
            self.acts.take_off(self.selected)

    def drill(self) -> None:
        """Take the selected person out for a moment, or bring back who is."""
        self._drill.switch(self.view, self.person)

    def pick_line(self) -> None:
        """Draw a line from the selected person to one picked from a list."""
        if self.view is not None:
            self.picker.line(self.view, self.selected)

    def pick_person(self) -> None:
        """Put somebody of the client, or somebody unknown, on the map."""
        if self.view is not None:
            self.picker.addition(self.view)

    def fill_gap(self) -> None:
        """Find somebody for a role of the chain that nobody is known to have."""
        if self.view is not None:
            self.picker.gap(self.view)

    def open_profile(self) -> None:
        """Lead to the name and the other facts of the selected person."""
        if self.person is not None:
            self.person_wanted.emit(self.person)

    def choose_photo(self) -> None:
        """Give the selected person a photo from a file."""
        if self.person is not None:
            self.side.choose_photo()

    def paste_photo(self) -> None:
        """Give the selected person the picture in the clipboard."""
        if self.person is not None:
            self.side.paste_photo()

    def export(self) -> None:
        """Save the view that is shown."""
        if self.view is not None:
            self.saver.ask(self.view, self.view.pictures[self.kind])

    def save_to(self, path: Path) -> None:
        """Save the view that is shown under a name."""
        if self.view is not None:
            self.saver.save(self.view, self.view.pictures[self.kind], path)

    def show_keys(self) -> None:
        """The list of keys."""
        signs = legend(self.kind, self.desk.wording)
        KeysDialog(self.desk, signs, self.commands.values(), self).open()

    def own_keys(self) -> Iterable[tuple[str, str]]:
        """The keys of the map, for the window's sheet of keys."""
        return key_lines(self.desk, self.commands.values())

    def to_canvas(self) -> None:
        """Give the keys back to the map."""
        self.stack.take_keys()

    def _compose(self) -> None:
        parts = with_side(self.stack, self.side)
        made = column(self.bar, parts, self.legend)
        made.setStretchFactor(parts, 1)
        self.setLayout(made)
        self.bar.mark(self.kind)

    def _listen(self) -> None:
        self._reader.read.connect(self._show)
        self.bar.chosen.connect(self.show_kind)
        self.stack.person_chosen.connect(self._person_chosen)
        self.stack.opened.connect(self._opened)
        self.stack.menu_wanted.connect(self._show_menu)
        self.stack.addition_wanted.connect(self.pick_person)
        self.stack.bind(self.commands.values())
        self.canvas.dropped.connect(self._dropped)
        self.canvas.joined.connect(self._joined)
        self.canvas.seat_opened.connect(self._fill_seat)
        self.side.left.connect(self.to_canvas)
        self.side.person.line_wanted.connect(self.pick_line)
        self.side.person.drill_wanted.connect(self.drill)
        self.side.person.profile_wanted.connect(self.open_profile)
        self.side.person.removal_wanted.connect(self.take_off)
        self.side.warnings.wanted.connect(self._jump)
        self.side.warnings.view_wanted.connect(self.show_kind)
        self.side.drill.ended.connect(self.drill)
        self.picker.added.connect(self._added)
        self._drop.dropped.connect(self._picture_dropped)
        self.acts.unchanged.connect(self.canvas.settle)

    def _show(self, view: MapView) -> None:
        self.view = view
        if self._wanted is not None and self._wanted in view.people:
            self.canvas.person, self._wanted = self._wanted, None
        if self.person not in view.people:
            self.canvas.person = None
        if self.gone not in view.people:
            self._drill.gone = None
        self._draw()
        self.side.show_view(view, self.person)
        self._drill.show(view)

    def _draw(self) -> None:
        if self.view is None:
            return
        self.stack.draw(self.view, self.kind)
        self._drill.fade(self.view)
        self._show_in_stack()
        self.shown.emit()

    def _show_in_stack(self) -> None:
        self.stack.bring_up()
        self.legend.setText(legend(self.kind, self.desk.wording))
        has_room = self.height() >= _LEGEND_FROM * self.fontMetrics().height()
        self.legend.setVisible(self.stack.is_picture and has_room)

    def _person_chosen(self, person: str) -> None:
        chosen = PersonId(person) if person else None
        self._drill.follow(self.view, chosen)
        self.side.person.show_person(self.view, chosen)

    def _dropped(self, card: Card, spot: Spot, adds: bool) -> None:
        one, picture = self.selected, self.canvas.picture
        if one is not None and picture is not None:
            self.acts.drop(picture, card, spot, one, adds=adds)

    def _joined(self, source: str, target: str, place: QPoint) -> None:
        """Ask which line was meant, where the hand is."""
        chosen = partial(self._join, PersonId(source), PersonId(target))
        offer_line_kinds(self, self.desk.wording, place, chosen)

    def _join(self, source: PersonId, target: PersonId, kind: LineKind) -> None:
        self.acts.join(kind, source, target)

    def _show_menu(self, place: QPoint) -> None:
        """What can be done with the selected line or person, or with the whole map."""
        names = MAP_MENU if self.person is None else MENU
        offer_commands(self, self.commands, LINE_MENU if self.canvas.line else names, place)

    def _fill_seat(self, spot: Spot) -> None:
        if self.view is not None and spot.role is not None:
            self.picker.seat(self.view, spot.role)

    def _opened(self, _person: str) -> None:
        self.side.edit()

    def _picture_dropped(self, person: str, source: PictureSource) -> None:
        self._jump(person)
        self.side.person.face.give(source)

    def _added(self, person: str) -> None:
        """Select who came onto the map as soon as the map is drawn."""
        self._wanted = PersonId(person)

    def _jump(self, person: str) -> None:
        self.choose(PersonId(person))
        self.side.show_person_tab()
        self.to_canvas()
