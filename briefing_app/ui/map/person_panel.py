"""The selected person: every value of the map as a field, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.domain.offering import Colleague
from briefing_app.domain.stakeholder import (
    BuyingRole,
    Coverage,
    Influence,
    Stakeholder,
    Support,
)
from briefing_app.services.changes import Change
from briefing_app.services.stakeholder_map import acts
from briefing_app.services.stakeholder_map.grounds import Fact
from briefing_app.services.stakeholder_map.view import MapPerson, MapView
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import ChoiceField, ManyField, label_choices
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.saving import Keeping, not_kept
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.look.look import STEP
from briefing_app.ui.map.concerns_list import ConcernsList
from briefing_app.ui.map.entering import Entered
from briefing_app.ui.map.grounds_editor import GroundsEditor
from briefing_app.ui.map.named import named
from briefing_app.ui.map.words import name_of
from briefing_app.ui.photos.face import FaceButton
from briefing_app.ui.refusal_line import RefusalLine
from briefing_app.ui.widgets import button, column, label, row, scrolling
from briefing_app.ui.workers import Work

_FACE = 3.2
"""Lines of text: as high as a name and a title of two lines."""
_BESIDE = 1.3
"""Up to this scale of the text the name has room beside the face."""
_NOTE_LINES = 2
_NOTHING_KNOWN = Stakeholder(id="", opportunity="", person="")  # type: ignore[arg-type]


class PersonPanel(QWidget):
    """Fields that save themselves; the buttons below ask for what the map does with a person."""

    line_wanted = Signal()
    drill_wanted = Signal()
    profile_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.person: PersonId | None = None
        self._who = Entered(OpportunityId(""), PersonId(""))
        self.face = FaceButton(desk, _FACE)
        self._refusal = RefusalLine(desk)
        self.face.refused.connect(self._refusal.tell)
        self._unnamed = label(
            desk.wording.phrase(
                "Nobody has named this person yet, so the role stays a gap. Once you know who it "
                "is, give the name under “Name, title and more”."
            ),
            "caption",
            "warn",
        )
        self._name = label("", "heading")
        self._title = label("", "caption")
        self._nobody = label(
            desk.wording.phrase("Select a person to see and change what we know."), tone="muted"
        )
        self.grounds = {fact: GroundsEditor(desk, fact) for fact in Fact}
        self.concerns = ConcernsList(desk)
        self.concerns.opened.connect(self._bring_up)
        for editor in self.grounds.values():
            editor.opened.connect(self._bring_up)
        self._colleagues: tuple[Colleague, ...] = ()
        self._make_fields()
        self._target: QWidget = self._support
        self._body = QWidget()
        self._compose()
        self.show_person(None, None)

    def show_person(self, view: MapView | None, person: PersonId | None) -> None:
        """Show somebody's values as they are stored; nobody for ``None``."""
        one = view.people.get(person) if view is not None and person is not None else None
        if one is None or view is None:
            self.person = None
            self._body.hide()
            self._nobody.show()
            return
        who = Entered(view.opportunity, one.person.id)
        if who != self._who:
            self._save_open_fields()
            self._refusal.hide()
            self._note.show_other(_held(one).note, self._noting(who))
        self.person, self._who = one.person.id, who
        self._offer_colleagues(view.colleagues)
        self.face.show_person(one.person.id, one.person.name, view.portraits.get(one.person.id))
        self._fill(one)
        self._nobody.hide()
        self._body.show()

    def edit(self) -> None:
        """Put the cursor into the first field."""
        self._support.setFocus()

    def go_to(self, names: Sequence[str]) -> None:
        """Put the cursor into the first of these fields of a `Stakeholder`; what facts rest on
        is opened. The first field of all where none of them is here."""
        for fact, editor in self.grounds.items():
            if fact.evidence_field in names:
                editor.open()
        target = next((one for name, one in self._places() if name in names), self._support)
        target.setFocus()
        self._bring_up(target)

    def _places(self) -> Iterator[tuple[str, QWidget]]:
        """Where each field is entered, from above."""
        for name, field in self._fields.items():
            yield name, field
            yield from (
                (fact.evidence_field, one) for fact, one in self.grounds.items() if fact == name
            )
        yield "concerns", self.concerns

    def _bring_up(self, target: QWidget) -> None:
        """Scroll to something, once what was opened has its place."""
        self._target = target
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        self._area.ensureWidgetVisible(self._target, 0, 2 * STEP)

    def _make_fields(self) -> None:
        phrase = self.desk.wording.phrase
        self._support = ChoiceField(
            self.desk,
            phrase("Support"),
            partial(self._saving, acts.set_support, "support"),
            label_choices(self.desk, Support),
            phrase("Where this person stands towards us in this project."),
        )
        self._influence = ChoiceField(
            self.desk,
            phrase("Influence"),
            partial(self._saving, acts.set_influence, "influence"),
            label_choices(self.desk, Influence),
            phrase("How much this person's word weighs in this purchase, whatever the title says."),
        )
        self._coverage = ChoiceField(
            self.desk,
            phrase("Closeness"),
            partial(self._saving, acts.set_coverage, "coverage"),
            label_choices(self.desk, Coverage),
            phrase("How close our team is: whom we never met cannot be counted on."),
        )
        self._owner = ChoiceField(
            self.desk,
            phrase("Looked after by"),
            self._saving_owner,
            ((None, phrase("Nobody of us")),),
            phrase("Who of us keeps in touch. A person without anybody is forgotten first."),
        )
        self._roles = ManyField(
            self.desk,
            phrase("Roles"),
            partial(self._saving, acts.set_roles, "roles"),
            BuyingRole,
            phrase("What this person does in the purchase; one person can have several roles."),
        )
        self._note = TextField(
            self.desk,
            phrase("Note"),
            not_kept,
            lines=_NOTE_LINES,
            tip=phrase("For the team only; never shown to a client."),
            is_narrow=True,
        )

    @property
    def _fields(self) -> dict[str, Field]:
        """By what they show of a `Stakeholder`, from above."""
        return {
            "support": self._support,
            "influence": self._influence,
            "coverage": self._coverage,
            "covered_by": self._owner,
            "roles": self._roles,
            "note": self._note,
        }

    def _compose(self) -> None:
        words = column(self._name, self._title, None, space=0)
        is_large = self.desk.look.scale > _BESIDE
        head = column(self.face, words) if is_large else row(self.face, words)
        head.setStretch(1, 1)
        self._body.setLayout(
            column(
                head,
                self._refusal,
                self._unnamed,
                *self._known(),
                self.concerns,
                named(self._note),
                *self._deeds(),
                None,
            )
        )
        content = QWidget()
        content.setLayout(column(self._nobody, self._body, None, margin=2 * STEP))
        self._area = scrolling(content)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setLayout(column(self._area))

    def _deeds(self) -> Iterator[QWidget]:
        """What the map does with the person."""
        phrase = self.desk.wording.phrase
        yield button(phrase("Draw a line…"), self.line_wanted.emit)
        yield button(
            phrase("What if this person leaves?"),
            self.drill_wanted.emit,
            tip=phrase("Takes the person out for a moment and shows what hangs on them."),
        )
        yield button(
            phrase("Name, title and more"),
            self.profile_wanted.emit,
            tip=phrase("Give a placeholder its name here once you know it."),
        )
        yield button(phrase("Take off the map"), self.removal_wanted.emit)

    def _known(self) -> Iterator[QWidget]:
        for name, field in self._fields.items():
            if name != "note":
                below = [self.grounds[fact] for fact in Fact if fact == name]
                yield named(field, *below)

    def _offer_colleagues(self, colleagues: tuple[Colleague, ...]) -> None:
        if colleagues != self._colleagues:
            self._colleagues = colleagues
            nobody = (None, self.desk.wording.phrase("Nobody of us"))
            known = ((one.id, self.desk.wording.text(one.name)) for one in colleagues)
            self._owner.offer((nobody, *known))

    def _fill(self, one: MapPerson) -> None:
        wording, known = self.desk.wording, _held(one)
        self._name.setText(name_of(one, wording))
        self._unnamed.setVisible(one.person.is_placeholder)
        self._title.setText(
            wording.run_on((wording.text(one.person.title), wording.label(one.person.department)))
        )
        for key, field in self._fields.items():
            field.show_value(getattr(known, key))
        for editor in self.grounds.values():
            editor.show_fact(self._who, known)
        self.concerns.show_concerns(self._who, known.concerns, one.usual_concerns)

    def _save_open_fields(self) -> None:
        for field in self._fields.values():
            field.save_now()
        for editor in self.grounds.values():
            editor.save_now()
        self.concerns.save_now()

    def _saving(self, act: Callable[..., Change], name: str, value: Any) -> Work:
        return self._who.doing(act, today=self.desk.today(), **{name: value})

    def _saving_owner(self, value: Any) -> Work:
        return self._who.doing(acts.set_owner, colleague=value)

    def _noting(self, who: Entered) -> Keeping:
        return Keeping(who.spot("note"), partial(_note, who))


def _note(who: Entered, note: Any) -> Work:
    return who.doing(acts.set_note, note=note)


def _held(one: MapPerson) -> Stakeholder:
    return one.known or _NOTHING_KNOWN
