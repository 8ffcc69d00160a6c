"""A client's projects: how far they are, what is needed, and who else competes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from briefing_app.domain.opportunity import Intent, Opportunity, Stage
from briefing_app.services.client_view import ClientView, OpportunityView
from briefing_app.services.creating import create_competitor, create_need, create_opportunity
from briefing_app.services.drafts import Spot
from briefing_app.services.editing import delete_records
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known
from briefing_app.ui.fields.choices import ChoiceField, label_choices
from briefing_app.ui.fields.entry_line import EntryLine
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.money import MoneyField
from briefing_app.ui.fields.numbers import DayField
from briefing_app.ui.fields.saving import keeping
from briefing_app.ui.fields.several import ChosenField
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.in_turns import Turn
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.pages.clients.project_parts import Choices, NeedRow, RivalRow
from briefing_app.ui.pages.clients.strategy import CommercialBox
from briefing_app.ui.pages.clients.tab import ClientTab
from briefing_app.ui.reused_rows import ReusedRows, Row
from briefing_app.ui.widgets import column, icon_button, label, row, scrolling
from briefing_app.ui.workers import Work


class OpportunitiesTab(ClientTab):
    """A card for each project, and a line to enter another one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        phrase = desk.wording.phrase
        self._none = label(
            phrase("No project yet. A project is what a visit is about: enter the first one."),
            tone="muted",
        )
        cards = column(space=2 * STEP)
        self._cards = ReusedRows(cards, partial(OpportunityCard, desk), self, _project_of)
        self.new = ProjectLine(desk)
        content = QWidget()
        content.setLayout(column(self._none, cards, self.new, None, margin=STEP, space=2 * STEP))
        self.setLayout(column(scrolling(content)))

    def fill(self, view: ClientView) -> None:
        """Show a client's projects."""
        self.new.wait_for(view.client.id)
        self._cards.show_records(view.opportunities)
        self._none.setVisible(not view.opportunities)


def _project_of(view: OpportunityView) -> str:
    return view.opportunity.id


class ProjectLine(EntryLine):
    """The name of a client's new project."""

    def __init__(self, desk: Desk) -> None:
        self._client = ""
        placeholder = desk.wording.phrase("New project: type a name and press Enter")
        super().__init__(desk, placeholder, self._project)

    def wait_for(self, client: str) -> None:
        """Whose project it is."""
        self._client = client
        self.wait_at(Spot("client", client, ("new opportunity",)))

    def _project(self, name: str) -> Work:
        return partial(create_opportunity, client=self._client, name=name)


class OpportunityCard(Row):
    """One project."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._id = ""
        self._opportunity: Opportunity | None = None
        self._choices: Choices = {}
        phrase = desk.wording.phrase
        self._title = label("", "heading")
        self._state = label("", "caption", wraps=False)
        delete = icon_button(
            desk.look, ScreenIcon.DELETE, phrase("Delete this project"), self._put_away
        )
        head = row(self._title, self._state, delete)
        head.setStretch(0, 1)
        self.form = self._made_form()
        self.commercial: CommercialBox | None = None
        self._commercial_place = column()
        needs, rivals = column(space=2 * STEP), column(space=2 * STEP)
        self._needs = ReusedRows(needs, self._need_row, self)
        self._needs.filled.connect(Turn(self, self._show_commercial).ask)
        self._rivals = ReusedRows(rivals, partial(RivalRow, desk), self)
        self._new_need = EntryLine(
            desk, phrase("New need: in the client's words, then Enter"), self._need
        )
        self._new_rival = EntryLine(desk, phrase("New competitor: a name, then Enter"), self._rival)
        self.setLayout(
            column(
                head,
                self.form,
                label(phrase("Needs"), "heading"),
                needs,
                self._new_need,
                label(phrase("Competitors"), "heading"),
                rivals,
                self._new_rival,
                self._commercial_place,
                margin=2 * STEP,
            )
        )

    def show_record(self, record: OpportunityView) -> None:
        """Show what is stored."""
        wording, opportunity = self._desk.wording, record.opportunity
        self._title.setText(wording.text(opportunity.name))
        told = wording.counted(
            "{count} person on the map", "{count} people on the map", record.stakeholders
        )
        self._state.setText(wording.phrase("Stopped") if record.is_stopped else told)
        if opportunity.id == self._id:
            self.form.show_record(opportunity)
        else:
            self._turn_to(opportunity)
        self._opportunity = opportunity
        if self.commercial is not None:
            self.commercial.show_record(opportunity)
        self._offer(record.choices)
        self._needs.show_records(record.needs)
        self._rivals.show_records(record.competitors)

    def _show_commercial(self) -> None:
        """Once what stands above it is there."""
        if self.commercial is None and self._opportunity is not None:
            self.commercial = CommercialBox(self._desk)
            self._commercial_place.addWidget(self.commercial)
            self.commercial.show_record(self._opportunity)

    def _turn_to(self, opportunity: Opportunity) -> None:
        self._id = opportunity.id
        self.form.show_other(opportunity, partial(keeping, "opportunity", opportunity.id))
        self._new_need.wait_at(Spot("opportunity", opportunity.id, ("new need",)))
        self._new_rival.wait_at(Spot("opportunity", opportunity.id, ("new competitor",)))

    def _offer(self, choices: Choices) -> None:
        self._choices = choices
        self._wanted.offer(Known(choices).named("product", self._desk))
        for made in self._needs.rows.values():
            made.offer(choices)

    def _need_row(self) -> NeedRow:
        return NeedRow(self._desk, self._choices)

    def _made_form(self) -> Form:
        desk, phrase, form = self._desk, self._desk.wording.phrase, Form()
        keep = partial(keeping, "opportunity", self._id)
        stages, intents = label_choices(desk, Stage), label_choices(desk, Intent)
        form.add("name", TextField(desk, phrase("Project name"), keep("name")))
        form.add("stage", ChoiceField(desk, phrase("Stage"), keep("stage"), stages))
        form.add(
            "intent",
            ChoiceField(
                desk,
                phrase("Intent"),
                keep("intent"),
                intents,
                phrase("How strongly the client means to buy."),
            ),
        )
        form.add("amount", MoneyField(desk, phrase("Amount"), keep("amount")))
        form.add(
            "expected_decision",
            DayField(desk, phrase("Decision expected"), keep("expected_decision")),
        )
        asked = phrase("What the client itself asked for.")
        self._wanted = ChosenField(
            desk, phrase("Products asked for"), keep("requested_products"), (), tip=asked
        )
        form.add("requested_products", self._wanted)
        form.add("note", TextField(desk, phrase("Internal note"), keep("note"), lines=2))
        return form

    def _need(self, words: str) -> Work:
        return partial(create_need, opportunity=self._id, statement=words)

    def _rival(self, words: str) -> Work:
        return partial(create_competitor, opportunity=self._id, name=words)

    def _put_away(self) -> None:
        self._desk.act(partial(delete_records, kind="opportunity", ids=(self._id,)))
