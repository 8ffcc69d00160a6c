"""What is set of a visit: when, where, what for, who comes; every field saves itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing_app.domain.labels import N_
from briefing_app.domain.opportunity import Stage
from briefing_app.services.visit_page import PersonChoice, VisitPage
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import ChoiceField, label_choices
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.numbers import MomentField, NumberField
from briefing_app.ui.fields.saving import Save, keeping
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.look.look import STEP
from briefing_app.ui.pages.visits.people_field import TickField
from briefing_app.ui.pages.visits.readiness import ReadinessCard
from briefing_app.ui.widgets import button, card, clear, column, label, scrolling

_PURPOSE_TIP = N_("What the visit is for, in the client's words: it opens the deck.")
_BEST_TIP = N_("The most that the client could promise at the end; it stays inside.")
_LEAST_TIP = N_("With less than this the visit was not worth the way; it stays inside.")
_LONGEST_VISIT = 24 * 60
_QUARTER = 15


class FactsPanel(QWidget):
    """The facts of one visit; its fields are made once and show one visit after the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page: VisitPage | None = None
        self._fields: dict[str, Field] = {}
        self._parts = column(margin=STEP, space=2 * STEP)
        inside = QWidget()
        inside.setLayout(self._parts)
        self._scroll = scrolling(inside)
        self.setLayout(column(self._scroll))
        self.readiness = ReadinessCard(desk)
        self._agenda: QVBoxLayout = column(space=4)

    def show_page(self, page: VisitPage) -> None:
        """Show a visit's facts; what somebody is typing stays."""
        before, self._page = self._page, page
        if before is None:
            self._build(page.time_zone)
        is_other = before is None or before.visit.id != page.visit.id
        for name, field in self._fields.items():
            value = getattr(page.visit, name)
            if is_other:
                field.show_other(value, self._save(name))
            else:
                field.show_value(value)
        self._attendees.offer(self._people_to_tick(page))
        self._team.offer(self._colleagues_to_tick(page))
        self._starts_at.show_zone(page.time_zone, self._zone_tip(page.time_zone))
        self.readiness.show_page(page)
        self._show_agenda(page)

    def go_to(self, field: str) -> None:
        """Put the keyboard into a field."""
        found = self._fields.get(field)
        if found is not None:
            self._scroll.ensureWidgetVisible(found)
            found.controls[0].setFocus()

    def _build(self, zone: str) -> None:
        phrase = self._desk.wording.phrase
        agenda = QWidget()
        agenda.setLayout(self._agenda)
        for part in (
            self.readiness,
            card(label(phrase("Aim"), "heading"), self._aims()),
            card(label(phrase("When and where"), "heading"), self._times(zone)),
            card(label(phrase("Who comes"), "heading"), self._people()),
            card(label(phrase("Agenda"), "heading"), agenda),
            card(label(phrase("Note"), "heading"), self._notes()),
        ):
            self._parts.addWidget(part)
        self._parts.addStretch(1)

    def _aims(self) -> Form:
        phrase = self._desk.wording.phrase
        form = Form(is_narrow=True)
        for name, words, tip in (
            ("purpose", phrase("Purpose"), phrase(_PURPOSE_TIP)),
            ("best_commitment", phrase("At best"), phrase(_BEST_TIP)),
            ("least_commitment", phrase("At least"), phrase(_LEAST_TIP)),
        ):
            self._add(form, name, self._text(words, name, 2, tip))
        return form

    def _times(self, zone: str) -> Form:
        desk, phrase = self._desk, self._desk.wording.phrase
        form = Form(is_narrow=True)
        begins = phrase("Begins")
        self._starts_at = MomentField(
            desk, begins, self._save("starts_at"), zone, self._zone_tip(zone)
        )
        self._add(form, "starts_at", self._starts_at)
        minutes = NumberField(
            desk,
            phrase("Length"),
            self._save("minutes"),
            (5, _LONGEST_VISIT),
            unit=phrase("minutes"),
            step=_QUARTER,
        )
        self._add(form, "minutes", minutes)
        stages = label_choices(desk, Stage)
        stage_tip = phrase("The stage decides which slides are told and what is asked.")
        stage = ChoiceField(desk, phrase("Stage"), self._save("stage"), stages, stage_tip)
        self._add(form, "stage", stage)
        self._add(form, "place", self._text(phrase("Place"), "place", 1, ""))
        return form

    def _people(self) -> QWidget:
        desk, phrase = self._desk, self._desk.wording.phrase
        form = Form(is_narrow=True)
        tip = phrase("What they care about decides which slides are told.")
        self._attendees = TickField(desk, phrase("From the client"), self._save("attendees"), tip)
        team_tip = phrase("The first leads the visit.")
        self._team = TickField(desk, phrase("From us"), self._save("team"), team_tip)
        self._add(form, "attendees", self._attendees)
        self._add(form, "team", self._team)
        form.add_wide(button(phrase("Pick on the stakeholder map"), self._pick_on_map))
        return form

    def _notes(self) -> Form:
        form = Form(is_narrow=True)
        phrase = self._desk.wording.phrase
        tip = phrase("For the team only; never shown to a client.")
        self._add(form, "note", self._text(phrase("Note"), "note", 2, tip))
        return form

    def _text(self, name: str, field: str, lines: int, tip: str) -> TextField:
        return TextField(self._desk, name, self._save(field), lines=lines, tip=tip, is_narrow=True)

    def _add(self, form: Form, name: str, field: Field) -> None:
        self._fields[name] = form.add(name, field)

    def _save(self, field: str) -> Save:
        return keeping("visit", self._page.visit.id if self._page else "", field)

    def _zone_tip(self, zone: str) -> str:
        return self._desk.wording.phrase("The time where the client is ({zone}).", zone=zone)

    def _people_to_tick(self, page: VisitPage) -> tuple[tuple[str, str, str], ...]:
        return tuple((one.id, self._person(one), self._about(one)) for one in page.people)

    def _colleagues_to_tick(self, page: VisitPage) -> tuple[tuple[str, str, str], ...]:
        text = self._desk.wording.text
        return tuple((one.id, text(one.name), text(one.title)) for one in page.colleagues)

    def _person(self, person: PersonChoice) -> str:
        wording = self._desk.wording
        roles = wording.listing(wording.label(role) for role in person.roles)
        name = wording.text(person.name)
        return wording.phrase("{name} ({title})", name=name, title=roles) if roles else name

    def _about(self, person: PersonChoice) -> str:
        wording = self._desk.wording
        known = (
            wording.label(person.support) if person.is_known else wording.phrase("Not on the map")
        )
        return wording.run_on((wording.text(person.title), known))

    def _show_agenda(self, page: VisitPage) -> None:
        wording = self._desk.wording
        clear(self._agenda)
        for item in page.agenda:
            clock = wording.clock(item.starts_at)
            line = wording.phrase("{time}  {what}", time=clock, what=item.title)
            shown = label(line)
            shown.setToolTip(wording.message(item.purpose))
            self._agenda.addWidget(shown)

    def _pick_on_map(self) -> None:
        if self._page is not None:
            from briefing_app.ui.pages.visits.attendees_dialog import AttendeesDialog

            AttendeesDialog(self._desk, self._page, self).open()
