"""The stakeholder map of a project: a bar, the view, and what is known beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from briefing_app.documents.stakeholder_map.legend import legend
from briefing_app.documents.stakeholder_map.picture import Card, MapKind, MapPicture, Spot
from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.domain.message import say
from briefing_app.domain.stakeholder import LineKind
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map.view import MapPerson, MapView, map_view
from briefing_app.ui.announcing import announce
from briefing_app.ui.desk import Desk
from briefing_app.ui.frame.commands import Command
from briefing_app.ui.frame.key_owner import KeyOwner
from briefing_app.ui.look.look import STEP
from briefing_app.ui.map.accessible import install_map_accessibility
from briefing_app.ui.map.acting import MapActs
from briefing_app.ui.map.bar import MapBar
from briefing_app.ui.map.canvas import MapCanvas
from briefing_app.ui.map.commands import LINE_MENU, MAP_MENU, MENU, ONLY_ON_PICTURES, map_commands
from briefing_app.ui.map.keys import KeysDialog, key_lines
from briefing_app.ui.map.menus import offer_commands, offer_line_kinds
from briefing_app.ui.map.navigation import Way, next_spot
from briefing_app.ui.map.people_table import PeopleTable
from briefing_app.ui.map.picking import MapPicker
from briefing_app.ui.map.picture_drop import PictureDrop
from briefing_app.ui.map.saving import MapSaver
from briefing_app.ui.map.side import MapSide
from briefing_app.ui.map.telling import MapTeller
from briefing_app.ui.map.words import told
from briefing_app.ui.photos.source import PictureSource
from briefing_app.ui.widgets import button, column, label, row

_SHOWS = (
    "stakeholder",
    "line",
    "person",
    "colleague",
    "opportunity",
    "client",
    "visit",
    "need",
    "follow_up",
    "product",
    "planning_threshold",
    "photo",
)
"""The kinds of record that a map is drawn and judged from."""

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
        self.gone: PersonId | None = None
        self._opportunity: OpportunityId | None = None
        self._wanted: PersonId | None = None
        self._draws_photos = False
        self.acts = MapActs(desk, self)
        self.saver = MapSaver(desk, self)
        self.picker = MapPicker(desk, self.acts, self)
        self.commands = map_commands(self)
        install_map_accessibility()
        self.canvas = MapCanvas(desk)
        self._drop = PictureDrop(self.canvas)
        self._teller = MapTeller(self.canvas)
        self.table = PeopleTable(desk)
        self._is_table = False
        self.legend = label("", "caption")
        self.bar = MapBar(desk, self.commands)
        self.side = MapSide(desk)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the picture needs the room of the legend, which stands with the keys."""
        super().resizeEvent(event)
        self._show_in_stack()

    def open(self, opportunity: OpportunityId, person: PersonId | None = None) -> None:
        """Show the map of a project, with somebody selected."""
        if opportunity != self._opportunity:
            self.gone = None
            self.canvas.choose(None)
            self._draws_photos = False
        self._opportunity = self.acts.opportunity = opportunity
        self._wanted = person or self._wanted
        self.reload()

    def reload(self) -> None:
        """Draw the map anew from what is stored."""
        if self._opportunity is not None:
            work = partial(
                map_view,
                opportunity_id=self._opportunity,
                today=self.desk.today(),
                language=self.desk.language,
                draws_photos=self._draws_photos,
            )
            self.desk.ask(work, self._show)

    def show_kind(self, kind: MapKind) -> None:
        """Change to another view; who is selected stays."""
        self.kind = kind
        self._is_table = False
        self.bar.mark(kind)
        self._draw()

    def choose(self, person: PersonId | None) -> None:
        """Select somebody in all views."""
        self.canvas.choose(person)
        self._person_chosen(person or "")

    def step_view(self, step: int) -> None:
        """The next view, or the one before."""
        kinds = tuple(MapKind)
        self.show_kind(kinds[(kinds.index(self.kind) + step) % len(kinds)])

    def switch_table(self) -> None:
        """Show the people as a table in the place of the picture, or the picture again."""
        self._is_table = not self._is_table
        self._show_in_stack()
        self.to_canvas()

    def carry(self, way: Way, *, adds: bool = False) -> None:
        """Move the selected card as dragging it would; from reporting lines on the grid. In the
        chain the role that is moved to may be added to the one that is there."""
        view, one = self.view, self.selected
        if view is None or one is None:
            return
        kind = MapKind.GRID if self.kind is MapKind.LINES else self.kind
        picture = view.pictures[kind]
        current = self.canvas.current
        own = [card for card in picture.cards_of(one.person.id) if card.spot]
        kept = [card for card in own if current is not None and card.key == current.key]
        card = next(iter((*kept, *own)), None)
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
        """Take the selected person off the map; who comes to the visit is still shown."""
        one = self.selected
        if one is None:
            return
        self.acts.take_off(one.person.id)
        if one.attends:
            self.desk.tell(
                say(
                    "{name} comes to the next visit and is shown until then.",
                    name=one.person.name,
                )
            )

    def drill(self) -> None:
        """Take the selected person out for a moment, or bring back who is."""
        self.gone = None if self.gone is not None else self.person
        self._show_drill()
        self._tell_drill()

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
            self.side.show_person_tab()
            self.side.person.face.choose()

    def paste_photo(self) -> None:
        """Give the selected person the picture in the clipboard."""
        if self.person is not None:
            self.side.show_person_tab()
            self.side.person.face.paste()

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

    def edit(self) -> None:
        """Put the cursor into the values of the selected person."""
        self.side.edit()

    def to_canvas(self) -> None:
        """Give the keys back to the map."""
        shown = self.table if self._is_table else self.canvas
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compose(self) -> None:
        self._empty = self._invitation()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.canvas)
        self.stack.addWidget(self._empty)
        self.stack.addWidget(self.table)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("map and person")
        splitter.addWidget(self.stack)
        splitter.addWidget(self.side)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setCollapsible(0, False)
        splitter.setSizes([3 * self.side.usual_width, self.side.usual_width])
        made = column(self.bar, splitter, self.legend)
        made.setStretchFactor(splitter, 1)
        self.setLayout(made)
        self.bar.mark(self.kind)

    def _invitation(self) -> QWidget:
        """What stands in the place of an empty map."""
        phrase = self.desk.wording.phrase
        made = QWidget()
        advice = label(
            phrase(
                "Put the people on it who decide, use, test, pay and sign. Somebody whom nobody "
                "has named yet can stand as a placeholder."
            ),
            tone="muted",
        )
        begin = button(phrase("Put on the map"), self.pick_person, primary=True)
        title = label(phrase("Nobody is on this map yet."), "heading")
        made.setLayout(column(None, title, advice, row(begin, None), None, margin=4 * STEP))
        return made

    def _listen(self) -> None:
        self.desk.changed.connect(self._changed)
        self.bar.chosen.connect(self.show_kind)
        self.canvas.person_chosen.connect(self._person_chosen)
        self.canvas.dropped.connect(self._dropped)
        self.canvas.joined.connect(self._joined)
        self.canvas.opened.connect(self._opened)
        self.canvas.seat_opened.connect(self._fill_seat)
        self.canvas.menu_wanted.connect(self._show_menu)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_table_menu)
        self.table.person_chosen.connect(self._row_chosen)
        self.table.opened.connect(self._opened)
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
        for command in self.commands.values():
            self._bind(command, self.canvas)
            if command.name not in ONLY_ON_PICTURES:
                self._bind(command, self.table)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.side)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.to_canvas)

    def _bind(self, command: Command, shown: QWidget) -> None:
        shortcut = QShortcut(QKeySequence(command.keys), shown)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(command.run)

    def _row_chosen(self, person: str) -> None:
        self.canvas.choose(PersonId(person))
        self._person_chosen(person)

    def _show_table_menu(self, at: QPoint) -> None:
        self._show_menu(self.table.viewport().mapToGlobal(at))

    def _changed(self, change: Change) -> None:
        if change.touches(*_SHOWS):
            self.reload()

    def _show(self, view: MapView) -> None:
        if view.opportunity != self._opportunity:
            return
        self.view = view
        if self._wanted is not None and self._wanted in view.people:
            self.canvas.person, self._wanted = self._wanted, None
        if self.person not in view.people:
            self.canvas.person = None
        if self.gone not in view.people:
            self.gone = None
        self._draw()
        self.side.show_view(view, self.person)
        self._show_drill()
        if view.lacks_photos:
            self._draws_photos = True
            self.reload()

    def _draw(self) -> None:
        if self.view is None:
            return
        wording = self.desk.wording
        warned = Counter(warning.person for warning in self.view.warnings)
        words = {
            person: told(one, wording, warned[person]) for person, one in self.view.people.items()
        }
        self.canvas.show_picture(self.view.pictures[self.kind], words)
        self.table.show_view(self.view, self.person)
        self._teller.drawn(self.kind, words)
        self._fade()
        self._show_in_stack()
        self.shown.emit()

    def _show_in_stack(self) -> None:
        has_people = self.view is not None and bool(self.view.people)
        picture = self.table if self._is_table else self.canvas
        self.stack.setCurrentWidget(picture if has_people else self._empty)
        self.legend.setText(legend(self.kind, self.desk.wording))
        self.legend.setVisible(has_people and not self._is_table and self._has_room_below())

    def _has_room_below(self) -> bool:
        return self.height() >= _LEGEND_FROM * self.fontMetrics().height()

    def _fade(self) -> None:
        one = self.view.people.get(self.gone) if self.view and self.gone else None
        self.canvas.take_out(self.gone, one.loss.cut_off if one else ())

    def _show_drill(self) -> None:
        self._fade()
        self.side.show_drill(self.view, self.gone)

    def _person_chosen(self, person: str) -> None:
        if self.gone is not None and person:
            self.gone = PersonId(person)
            self._show_drill()
            self._tell_drill()
        self.side.person.show_person(self.view, PersonId(person) if person else None)
        self.table.choose(self.person)

    def _tell_drill(self) -> None:
        over = self.desk.wording.phrase("The drill is over. Everybody is there again.")
        announce(self.canvas, over if self.gone is None else ". ".join(self.side.drill.lines()))

    def _dropped(self, card: Card, spot: Spot, adds: bool) -> None:
        one = self.selected
        picture: MapPicture | None = self.canvas.picture
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
        self.edit()

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
