"""The profile of a client: its own fields, and its people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from briefing_app.domain.client import CompanySize, Grade
from briefing_app.services.client_view import ClientView
from briefing_app.services.picking import Choice, industries_by_use
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.fields.choices import ChoiceField, label_choices
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.money import MoneyField
from briefing_app.ui.fields.saving import Save, keeping
from briefing_app.ui.fields.words import LineField, TextField
from briefing_app.ui.logos import LogosCard
from briefing_app.ui.look.look import STEP
from briefing_app.ui.merging.hint import SimilarHint
from briefing_app.ui.pages.clients.people import PeopleCard
from briefing_app.ui.pages.clients.tab import ClientTab
from briefing_app.ui.widgets import card, column, label, scrolling

_LINES = 2
_BELOW = 40 * STEP
"""So much room is made for the fields of a person."""


class ProfileTab(ClientTab):
    """Each field saves itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._client_id = ""
        self.form = self._made_form()
        self._logos = LogosCard(desk)
        self._people = PeopleCard(desk)
        profile = card(label(desk.wording.phrase("Profile"), "heading"), self.form)
        parts = column(profile, self._logos, self._people, None, margin=STEP, space=2 * STEP)
        content = QWidget()
        content.setLayout(parts)
        self._area = scrolling(content)
        self._people.opened.connect(self._bring_up)
        self.setLayout(column(self._area))

    def fill(self, view: ClientView) -> None:
        """Show a client."""
        client = view.client
        if client.id == self._client_id:
            self.form.show_record(client)
        else:
            self._client_id = client.id
            self._industry.offer_also(client.industry, self._desk.wording.text(view.industry.name))
            self.form.show_other(client, partial(keeping, "client", client.id))
            self._hint.turn_to(client.id)
        self._logos.show_owner(client.id, view.logos)
        self._people.show_view(view)
        self._desk.ask(industries_by_use, self._offer)

    def _bring_up(self, line: QWidget) -> None:
        """Scroll to somebody whose fields are being filled in below."""
        self._area.ensureWidgetVisible(line, 0, _BELOW)

    def show_person(self, person_id: str) -> None:
        """Show the fields of somebody, at once or when the client is read."""
        self._people.show_person(person_id)

    def _made_form(self) -> Form:
        form, phrase = Form(), self._desk.wording.phrase
        self._industry = self._choice("industry", phrase("Industry"), ())
        fields = (
            *self._names(),
            ("industry", self._industry),
            *self._standing(),
            *self._business(),
            *self._particulars(),
        )
        for key, field in fields:
            form.add(key, field)
            if key == "name":
                form.add_below(key, self._make_hint(field))
        return form

    def _make_hint(self, name: Field) -> SimilarHint:
        """Which other clients may be the same, while this one is renamed."""
        self._hint = SimilarHint(self._desk, "client", record_id=self._client_id)
        self._hint.watch(name)
        self._hint.chosen.connect(self._go)
        self._hint.merged.connect(self._go)
        return self._hint

    def _go(self, client_id: str) -> None:
        self._desk.go(Place("clients", client_id))

    def _names(self) -> Iterator[tuple[str, Field]]:
        phrase = self._desk.wording.phrase
        yield "name", self._text("name", phrase("Company name"))
        tip = phrase("Stands in titles and lists, where the full name is too long.")
        yield "short_name", self._text("short_name", phrase("Short name"), tip=tip)

    def _standing(self) -> Iterator[tuple[str, Field]]:
        desk, phrase = self._desk, self._desk.wording.phrase
        tip = phrase("How much service the client gets, and how soon it counts as stale.")
        yield "grade", self._choice("grade", phrase("Grade"), label_choices(desk, Grade), tip)
        yield "city", self._text("city", phrase("City"))

    def _business(self) -> Iterator[tuple[str, Field]]:
        desk, phrase = self._desk, self._desk.wording.phrase
        tip = phrase("In the client's own words: decks begin with it.")
        yield "situation", self._text("situation", phrase("Situation"), lines=_LINES, tip=tip)
        earning = phrase("How it earns money")
        yield "business_process", self._text("business_process", earning, lines=_LINES)
        sizes = label_choices(desk, CompanySize, none=phrase("not set"))
        yield "size", self._choice("size", phrase("Company size"), sizes)
        revenue = phrase("Annual revenue")
        yield "annual_revenue", MoneyField(desk, revenue, self._keeping("annual_revenue"))

    def _particulars(self) -> Iterator[tuple[str, Field]]:
        desk, phrase = self._desk, self._desk.wording.phrase
        yield "website", LineField(desk, phrase("Website"), self._keeping("website"))
        yield (
            "time_zone",
            LineField(
                desk,
                phrase("Time zone"),
                self._keeping("time_zone"),
                placeholder="Asia/Shanghai",
                tip=phrase("Visits stand at the client's own time."),
            ),
        )
        tip = phrase("Never shown to the client.")
        yield "note", self._text("note", phrase("Internal note"), lines=_LINES, tip=tip)

    def _text(self, key: str, name: str, *, lines: int = 1, tip: str = "") -> Field:
        return TextField(self._desk, name, self._keeping(key), lines=lines, tip=tip)

    def _choice(
        self, key: str, name: str, choices: Sequence[tuple[Any, str]], tip: str = ""
    ) -> ChoiceField:
        return ChoiceField(self._desk, name, self._keeping(key), choices, tip)

    def _keeping(self, field: str) -> Save:
        return keeping("client", self._client_id, field)

    def _offer(self, industries: tuple[Choice, ...]) -> None:
        text = self._desk.wording.text
        self._industry.offer(tuple((one.id, text(one.name)) for one in industries))
