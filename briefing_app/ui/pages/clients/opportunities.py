"""A client's projects: how far they are, what is needed, and who else competes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from briefing_app.domain.opportunity import Competitor, Intent, Need, NeedLevel, Stage
from briefing_app.errors import UserError
from briefing_app.services.client_view import ClientView, OpportunityView
from briefing_app.services.creating import create_competitor, create_need, create_opportunity
from briefing_app.services.drafts import Spot
from briefing_app.services.editing import delete_records
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import ChoiceField, label_choices
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.money import MoneyField
from briefing_app.ui.fields.numbers import DayField
from briefing_app.ui.fields.saving import keeping
from briefing_app.ui.fields.waiting_line import WaitingLine
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.look.look import STEP
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.widgets import clear, column, icon_button, label, row, scrolling
from briefing_app.ui.workers import Work


class OpportunitiesTab(QWidget):
    """A card for each project, and a line to enter another one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cards: dict[str, OpportunityCard] = {}
        phrase = desk.wording.phrase
        self._none = label(
            phrase("No project yet. A project is what a visit is about: enter the first one."),
            tone="muted",
        )
        self._list = column(space=2 * STEP)
        self.new = ProjectLine(desk)
        content = QWidget()
        content.setLayout(
            column(self._none, self._list, self.new, None, margin=STEP, space=2 * STEP)
        )
        self.setLayout(column(scrolling(content)))

    def show_view(self, view: ClientView) -> None:
        """Show a client's projects; their cards are made anew where other ones are there."""
        self.new.wait_for(view.client.id)
        shown = {one.opportunity.id for one in view.opportunities}
        if set(self._cards) != shown:
            clear(self._list)
            self._cards = {one: OpportunityCard(self._desk, one) for one in sorted(shown)}
            for card in self._cards.values():
                self._list.addWidget(card)
        for one in view.opportunities:
            self._cards[one.opportunity.id].show_view(one)
        self._none.setVisible(not shown)


class EntryLine(WaitingLine):
    """Words to type; Enter makes a record of them."""

    def __init__(self, desk: Desk, placeholder: str, make: Callable[[str], Work]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._make = make
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setToolTip(placeholder)
        self.returnPressed.connect(self._keep)

    def _keep(self) -> None:
        words = self.text().strip()
        if words:
            self._desk.act(self._make(words), self._kept, self._refused)

    def _kept(self, _created: object) -> None:
        self.use_up()

    def _refused(self, error: UserError) -> None:
        self._desk.refused.emit(error)


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


class OpportunityCard(QFrame):
    """One project."""

    def __init__(self, desk: Desk, opportunity_id: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._id = opportunity_id
        phrase = desk.wording.phrase
        self._title = label("", "heading")
        self._state = label("", "caption", wraps=False)
        delete = icon_button(
            desk.look, ScreenIcon.DELETE, phrase("Delete this project"), self._put_away
        )
        head = row(self._title, self._state, delete)
        head.setStretch(0, 1)
        self.form = self._made_form()
        self._needs = PartList(desk, "need")
        self._rivals = PartList(desk, "competitor")
        words = phrase("New need: in the client's words, then Enter")
        new_need = self._entry(words, "new need", self._need)
        words = phrase("New competitor: a name, then Enter")
        new_rival = self._entry(words, "new competitor", self._rival)
        self.setLayout(
            column(
                head,
                self.form,
                label(phrase("Needs"), "heading"),
                self._needs,
                new_need,
                label(phrase("Competitors"), "heading"),
                self._rivals,
                new_rival,
                margin=2 * STEP,
            )
        )

    def show_view(self, view: OpportunityView) -> None:
        """Show what is stored."""
        wording = self._desk.wording
        self._title.setText(wording.text(view.opportunity.name))
        told = wording.counted(
            "{count} person on the map", "{count} people on the map", view.stakeholders
        )
        self._state.setText(wording.phrase("Stopped") if view.is_stopped else told)
        self.form.show_record(view.opportunity)
        self._needs.show_parts(view.needs)
        self._rivals.show_parts(view.competitors)

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
        form.add("note", TextField(desk, phrase("Internal note"), keep("note"), lines=2))
        return form

    def _entry(self, words: str, step: str, make: Callable[[str], Work]) -> EntryLine:
        made = EntryLine(self._desk, words, make)
        made.wait_at(Spot("opportunity", self._id, (step,)))
        return made

    def _need(self, words: str) -> Work:
        return partial(create_need, opportunity=self._id, statement=words)

    def _rival(self, words: str) -> Work:
        return partial(create_competitor, opportunity=self._id, name=words)

    def _put_away(self) -> None:
        self._desk.act(partial(delete_records, kind="opportunity", ids=(self._id,)))


class PartList(QWidget):
    """The needs, or the competitors, of a project, a small form each."""

    def __init__(self, desk: Desk, kind: str) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._forms: dict[str, Form] = {}
        self._list = column(space=2 * STEP)
        self.setLayout(self._list)

    def show_parts(self, parts: tuple[Need, ...] | tuple[Competitor, ...]) -> None:
        """Show records of the kind."""
        ids = [part.id for part in parts]
        if list(self._forms) != ids:
            clear(self._list)
            self._forms = {one: self._made(one) for one in ids}
        for part in parts:
            self._forms[part.id].show_record(part)

    def _made(self, record_id: str) -> Form:
        form = self._need(record_id) if self._kind == "need" else self._rival(record_id)
        delete = icon_button(
            self._desk.look,
            ScreenIcon.DELETE,
            self._desk.wording.phrase("Delete"),
            partial(self._put_away, record_id),
        )
        beside = row(form, column(delete, None))
        beside.setStretch(0, 1)
        line = QWidget()
        line.setLayout(beside)
        self._list.addWidget(line)
        return form

    def _need(self, record_id: str) -> Form:
        desk, phrase, form = self._desk, self._desk.wording.phrase, Form()
        keep = partial(keeping, "need", record_id)
        levels = label_choices(desk, NeedLevel)
        form.add("statement", TextField(desk, phrase("Need"), keep("statement")))
        form.add("level", ChoiceField(desk, phrase("Level"), keep("level"), levels))
        tip = phrase("What is behind the words, as we understand it.")
        form.add("real_need", TextField(desk, phrase("Real need"), keep("real_need"), tip=tip))
        return form

    def _rival(self, record_id: str) -> Form:
        desk, phrase, form = self._desk, self._desk.wording.phrase, Form()
        keep = partial(keeping, "competitor", record_id)
        form.add("name", TextField(desk, phrase("Competitor"), keep("name")))
        form.add("strength", TextField(desk, phrase("Strength"), keep("strength")))
        form.add("weakness", TextField(desk, phrase("Weakness"), keep("weakness")))
        form.add("our_answer", TextField(desk, phrase("Our answer"), keep("our_answer")))
        return form

    def _put_away(self, record_id: str) -> None:
        self._desk.act(partial(delete_records, kind=self._kind, ids=(record_id,)))
