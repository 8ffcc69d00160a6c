"""The people of a client: one line each, whose fields open below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from briefing_app.domain.client import Department, Person
from briefing_app.domain.ids import PersonId
from briefing_app.domain.lists import PersonRow
from briefing_app.domain.picture import Picture
from briefing_app.services.client_view import ClientView
from briefing_app.services.creating import create_person
from briefing_app.services.drafts import Spot
from briefing_app.services.editing import delete_records
from briefing_app.services.photos import portraits
from briefing_app.ui.days import relative_day
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import ChoiceField, label_choices
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.numbers import DayField
from briefing_app.ui.fields.saving import keeping
from briefing_app.ui.fields.waiting_line import WaitingLine
from briefing_app.ui.fields.words import LineField, TextField
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.merging.hint import SimilarHint
from briefing_app.ui.photos.face import FaceButton
from briefing_app.ui.refusal_line import RefusalLine
from briefing_app.ui.widgets import clear, column, icon_button, label, link, row

if TYPE_CHECKING:
    from briefing_app.store.store import Store

_FACE = 1.9
"""Lines of text."""


class PeopleCard(QFrame):
    """Everybody at the client, and a line to enter somebody. ``opened`` gives the line whose
    fields somebody asked for."""

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._client_id = ""
        self._wanted = ""
        self._lines: dict[str, PersonLine] = {}
        self._people = column(space=4)
        self._none = label(
            desk.wording.phrase("Nobody yet. Enter whoever decides, uses, pays or signs."),
            tone="muted",
        )
        self._new = NewPersonLine(desk)
        self._new.wanted.connect(self.show_person)
        self.setLayout(
            column(
                label(desk.wording.phrase("People"), "heading"),
                self._none,
                self._people,
                self._new,
                margin=2 * STEP,
            )
        )

    def show_view(self, view: ClientView) -> None:
        """Show the people of a client; lines that are open stay so."""
        self._new.show_client(view.client.id)
        if self._client_id != view.client.id or set(self._lines) != {p.id for p in view.people}:
            self._client_id = view.client.id
            self._build(view.people)
        for person in view.people:
            self._lines[person.id].show_person(person)
        self._none.setVisible(not view.people)
        self.show_person(self._wanted)
        if view.people:
            self._desk.ask(partial(portraits, client=view.client.id), self._show_portraits)

    def show_person(self, person_id: str) -> None:
        """Open the fields of somebody; once the client is read where that is not done yet."""
        line = self._lines.get(person_id)
        self._wanted = "" if line is not None else person_id
        if line is not None:
            if not line.is_open:
                line.toggle()
            QTimer.singleShot(0, line, partial(self.opened.emit, line))

    def _show_portraits(self, found: dict[PersonId, Picture]) -> None:
        for key, line in self._lines.items():
            line.show_portrait(found.get(PersonId(key)))

    def _build(self, people: tuple[PersonRow, ...]) -> None:
        opened = {key for key, line in self._lines.items() if line.is_open}
        clear(self._people)
        self._lines = {one.id: PersonLine(self._desk, one.id, one.client) for one in people}
        for line in self._lines.values():
            line.wanted.connect(self.show_person)
        for key, line in self._lines.items():
            self._people.addWidget(line)
            if key in opened:
                line.toggle()


class PersonLine(QWidget):
    """Face, name, title and last contact; a click on the name opens the fields. ``wanted`` gives
    the id of somebody else who may be the same."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, person_id: str, client_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._person_id = person_id
        self._client_id = client_id
        self._form: Form | None = None
        self._row: PersonRow | None = None
        self._portrait: Picture | None = None
        self.face = FaceButton(desk, _FACE)
        self._refusal = RefusalLine(desk)
        self.face.refused.connect(self._refusal.tell)
        tip = desk.wording.phrase("Show or hide the details")
        self._name = link("", self.toggle, tip)
        self._title = label("", tone="muted")
        self._contact = label("", "caption", wraps=False)
        delete = icon_button(
            desk.look, ScreenIcon.DELETE, desk.wording.phrase("Delete this person"), self._put_away
        )
        merge = icon_button(
            desk.look,
            ScreenIcon.MERGE,
            desk.wording.phrase("Merge with another person"),
            self._open_merge,
        )
        head = row(self.face, self._name, self._title, self._contact, merge, delete)
        head.setStretch(2, 1)
        self._below = column()
        self.setLayout(column(head, self._refusal, self._below, space=4))

    @property
    def is_open(self) -> bool:
        """True while the fields are shown."""
        return self._form is not None

    def show_person(self, person: PersonRow) -> None:
        """Show what a line tells, and the fields where they are open."""
        wording = self._desk.wording
        self._row = person
        self.show_portrait(self._portrait)
        self._name.setText(wording.text(person.name))
        department = wording.label(person.department)
        told = (wording.text(person.title), department)
        self._title.setText(" · ".join(filter(None, told)))
        contact, today = person.last_contact, self._desk.today()
        self._contact.setText(relative_day(wording, contact, today) if contact else "")
        self._contact.setToolTip(wording.phrase("Last contact"))
        if self._form is not None:
            self._desk.ask(partial(_person, person_id=self._person_id), self._fill)

    def show_portrait(self, portrait: Picture | None) -> None:
        """Show a round photo, or initials."""
        self._portrait = portrait
        if self._row is not None:
            self.face.show_person(self._person_id, self._row.name, portrait)

    def toggle(self) -> None:
        """Show the fields, or hide them again."""
        if self._form is not None:
            clear(self._below)
            self._form = None
            return
        self._form = self._made_form()
        self._below.addWidget(self._form)
        self._desk.ask(partial(_person, person_id=self._person_id), self._fill)

    def _fill(self, person: Person) -> None:
        if self._form is not None:
            self._form.show_record(person)

    def _made_form(self) -> Form:
        desk, phrase, form = self._desk, self._desk.wording.phrase, Form()
        keep = partial(keeping, "person", self._person_id)
        name = form.add("name", TextField(desk, phrase("Name"), keep("name")))
        hint = SimilarHint(desk, "person", record_id=self._person_id, owner=self._client_id)
        hint.watch(name)
        hint.chosen.connect(self.wanted)
        form.add_below("name", hint)
        form.add("title", TextField(desk, phrase("Title"), keep("title")))
        departments = label_choices(desk, Department)
        form.add(
            "department", ChoiceField(desk, phrase("Department"), keep("department"), departments)
        )
        form.add("email", LineField(desk, phrase("E-mail"), keep("email")))
        form.add("phone", LineField(desk, phrase("Telephone"), keep("phone")))
        form.add("last_contact", DayField(desk, phrase("Last contact"), keep("last_contact")))
        form.add("note", TextField(desk, phrase("Internal note"), keep("note"), lines=2))
        return form

    def _open_merge(self) -> None:
        from briefing_app.ui.merging.dialog import MergeDialog

        MergeDialog(self._desk, "person", self._person_id, self.window()).open()

    def _put_away(self) -> None:
        self._desk.act(partial(delete_records, kind="person", ids=(self._person_id,)))


class NewPersonLine(QWidget):
    """A name to type and Enter; who is there already is named while it is typed. ``wanted``
    gives the id of one of these."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.client_id = ""
        wording = desk.wording
        self.line = WaitingLine(desk)
        self.line.setPlaceholderText(wording.phrase("New person: type a name and press Enter"))
        self.line.setAccessibleName(wording.phrase("New person"))
        self.line.returnPressed.connect(self._keep)
        self.line.textChanged.connect(self._typed)
        self._hint = SimilarHint(desk, "person")
        self._hint.chosen.connect(self.wanted)
        self._refusal = RefusalLine(desk, "caption")
        self.setLayout(column(self.line, self._hint, self._refusal, space=2))

    def show_client(self, client_id: str) -> None:
        """Enter people of another client."""
        self.client_id = self._hint.owner = client_id
        self.line.wait_at(Spot("client", client_id, ("new person",)))

    def _typed(self) -> None:
        self._refusal.hide()
        self._hint.look_for(self.line.text())

    def _keep(self) -> None:
        name = self.line.text().strip()
        if name:
            work = partial(create_person, client=self.client_id, name=name)
            self._desk.act(work, self._kept, self._refusal.refuse)

    def _kept(self, _created: object) -> None:
        self.line.use_up()


def _person(store: Store, person_id: str) -> Person:
    return store.get(Person, person_id)
