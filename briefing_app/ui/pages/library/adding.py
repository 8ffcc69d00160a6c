"""Adding to the library: a small form with what a new record cannot do without."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefing_app.domain.industry import DiscoveryQuestion, IndustryPack
from briefing_app.domain.labels import N_
from briefing_app.domain.offering import Colleague, Objection, OwnCompany, Product, SuccessCase
from briefing_app.domain.text import Text
from briefing_app.errors import UserError
from briefing_app.services.creating import (
    Created,
    create_case,
    create_colleague,
    create_product,
)
from briefing_app.services.drafts import Draft, Spot
from briefing_app.services.library_creating import (
    add_objection,
    add_question,
    create_industry,
    describe_company,
)
from briefing_app.services.library_rows import Section
from briefing_app.services.picking import Choice
from briefing_app.ui.desk import Desk, Place
from briefing_app.ui.dialog import Dialog, WholeArea
from briefing_app.ui.fields.by_type import Known, field_for
from briefing_app.ui.fields.choices import ChoiceField
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.saving import not_kept
from briefing_app.ui.look.look import STEP
from briefing_app.ui.merging.hint import SimilarHint
from briefing_app.ui.refusal_line import RefusalLine
from briefing_app.ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from briefing_app.store.store import Store

OWNER = "owner"
F = TypeVar("F", bound=Field)


@dataclass(frozen=True, slots=True)
class Adding:
    """What is added in a section: the dialog's title, whose fields it asks for, and the act.
    ``kind`` is that of records that may be there already, known by their first field."""

    title: str
    part_type: type[Any]
    fields: tuple[str, ...]
    make: Callable[..., Created]
    has_owner: bool = False
    kind: str = ""


def _objection(store: Store, owner: tuple[str, str], **values: Any) -> Created:
    return add_objection(store, owner=owner, objection=Objection(**values))


def _question(store: Store, owner: tuple[str, str], **values: Any) -> Created:
    _kind, industry = owner
    return add_question(store, industry=industry, **values)


COMPANY = Adding(N_("Describe your company"), OwnCompany, ("name",), describe_company)
ADDINGS: Mapping[Section, Adding] = {
    Section.PRODUCTS: Adding(
        N_("New product"), Product, ("name", "essence"), create_product, kind="product"
    ),
    Section.CASES: Adding(
        N_("New success case"), SuccessCase, ("customer", "industry"), create_case, kind="case"
    ),
    Section.INDUSTRIES: Adding(
        N_("New industry pack"), IndustryPack, ("name", "summary"), create_industry
    ),
    Section.QUESTIONS: Adding(
        N_("New question"), DiscoveryQuestion, ("question", "purpose"), _question, has_owner=True
    ),
    Section.OBJECTIONS: Adding(
        N_("New objection"), Objection, ("topic", "says", "answer"), _objection, has_owner=True
    ),
    Section.OUR_SIDE: Adding(
        N_("New colleague"), Colleague, ("name", "title"), create_colleague, kind="colleague"
    ),
}


class AddingDialog(Dialog):
    """``created`` gives what was `Created`. What is missing is said in the dialog.

    Closed without a button it keeps what was typed, for the next time.
    """

    created = Signal(object)

    def __init__(
        self,
        desk: Desk,
        adding: Adding,
        choices: Mapping[str, Sequence[Choice]],
        parent: QWidget,
    ) -> None:
        """``choices`` are the industries and products by kind; owners of parts are among them."""
        super().__init__(parent)
        self._desk = desk
        self._adding = adding
        wording = desk.wording
        title = wording.phrase(adding.title)
        self.setWindowTitle(title)
        self.form = Form()
        if adding.has_owner:
            self.form.add(OWNER, self._owner_field(choices))
        known = Known(choices)
        for name in adding.fields:
            self.form.add(name, _unset(field_for(desk, adding.part_type, name, not_kept, known)))
        if adding.kind:
            self._add_hint()
        self._refusal = RefusalLine(desk)
        add = button(wording.phrase("Add"), self.add, primary=True)
        add.setDefault(True)
        buttons = row(None, button(wording.phrase("Cancel"), self._give_up), add)
        content = column(
            label(title, "heading"),
            WholeArea(self.form),
            self._refusal,
            buttons,
            margin=2 * STEP,
        )
        content.setStretch(1, 1)
        self.setLayout(content)
        self.ask_for(desk.look.scale, 640)
        next(iter(self.form.fields.values())).setFocus()
        self._spot = Spot("", adding.title)
        self._at_first = self.form.written()
        self._bring_back()

    def reject(self) -> None:
        """Esc may be a slip of the hand: what was typed waits."""
        written = self.form.written()
        if written != self._at_first:
            self._desk.drafts.keep(Draft(self._spot, written))
        super().reject()

    def _add_hint(self) -> None:
        name = self._adding.fields[0]
        self.hint = SimilarHint(self._desk, self._adding.kind)
        self.hint.watch(self.form.fields[name])
        self.hint.chosen.connect(self._take)
        self.form.add_below(name, self.hint)

    def _take(self, record_id: str) -> None:
        self._give_up()
        self._desk.go(Place("library", record_id, self._adding.kind))

    def add(self) -> None:
        """Add what was typed."""
        values = {name: field.value() for name, field in self.form.fields.items()}
        missing = next((name for name, value in values.items() if value in (None, Text())), None)
        if missing is not None:
            self._refusal.refuse(
                UserError(
                    "{field}: {fault}",
                    field=self.form.fields[missing].name,
                    fault=self._desk.wording.phrase("a value is needed here."),
                )
            )
            self.form.fields[missing].setFocus()
            return
        work = partial(self._adding.make, **values)
        self._desk.act(work, self._done, self._refusal.refuse)

    def _bring_back(self) -> None:
        draft = self._desk.drafts.at(self._spot)
        for name, written in draft.written.items() if draft is not None else ():
            if name in self.form.fields:
                self.form.fields[name].show_written(written)

    def _give_up(self) -> None:
        self._desk.drafts.drop(self._spot)
        super().reject()

    def _done(self, created: Created) -> None:
        self._desk.drafts.drop(self._spot)
        self.accept()
        self.created.emit(created)

    def _owner_field(self, choices: Mapping[str, Sequence[Choice]]) -> ChoiceField:
        wording = self._desk.wording
        kinds = ("industry", "product") if self._adding.part_type is Objection else ("industry",)
        owners = tuple(
            ((kind, one.id), wording.text(one.name)) for kind in kinds for one in choices[kind]
        )
        return _unset(ChoiceField(self._desk, wording.phrase("Belongs to"), not_kept, owners))


def _unset(field: F) -> F:
    """What nobody chose would be wrong for most."""
    if isinstance(field, ChoiceField):
        field.put(None)
    return field
