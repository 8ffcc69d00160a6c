"""The selected person: every value of the map as a field, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

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
from briefing_app.services.stakeholder_map.view import MapPerson, MapView
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.choices import ChoiceField, ManyField, label_choices
from briefing_app.ui.fields.field import Field
from briefing_app.ui.look.look import STEP
from briefing_app.ui.map.words import name_of, origin
from briefing_app.ui.photos.face import FaceButton
from briefing_app.ui.refusal_line import RefusalLine
from briefing_app.ui.widgets import button, column, label, row, scrolling
from briefing_app.ui.workers import Work

if TYPE_CHECKING:
    from briefing_app.store.store import Store

_FACE = 3.2
"""Lines of text: as high as a name and a title of two lines."""
_BESIDE = 1.3
"""Up to this scale of the text the name has room beside the face."""
_POLICY = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
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
        self._opportunity = OpportunityId("")
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
        self._concerns = label("", "caption")
        self._origins = label("", "caption")
        self._colleagues: tuple[Colleague, ...] = ()
        self._make_fields()
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
        if person != self.person:
            self._save_open_fields()
            self._refusal.hide()
        self.person, self._opportunity = one.person.id, view.opportunity
        self._offer_colleagues(view.colleagues)
        self.face.show_person(one.person.id, one.person.name, view.portraits.get(one.person.id))
        self._fill(one)
        self._nobody.hide()
        self._body.show()

    def edit(self) -> None:
        """Put the cursor into the first field."""
        self._support.setFocus()

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

    def _compose(self) -> None:
        fields = (self._support, self._influence, self._coverage, self._owner, self._roles)
        words = column(self._name, self._title, None, space=0)
        is_large = self.desk.look.scale > _BESIDE
        head = column(self.face, words) if is_large else row(self.face, words)
        head.setStretch(1, 1)
        self._body.setLayout(
            column(
                head,
                self._refusal,
                self._unnamed,
                *self._labelled(fields),
                self._concerns,
                self._origins,
                *self._deeds(),
                None,
            )
        )
        content = QWidget()
        content.setLayout(column(self._nobody, self._body, None, margin=2 * STEP))
        area = scrolling(content)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setLayout(column(area))

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

    def _labelled(self, fields: Iterable[Field]) -> Iterator[QWidget]:
        for field in fields:
            for box in field.findChildren(QComboBox):
                box.setSizeAdjustPolicy(_POLICY)  # as narrow as the panel, not as its words
                box.setMinimumContentsLength(8)
            named = QWidget()
            words = label(field.name, "caption")
            words.setBuddy(field)
            named.setLayout(column(words, field, space=2))
            yield named

    def _offer_colleagues(self, colleagues: tuple[Colleague, ...]) -> None:
        if colleagues != self._colleagues:
            self._colleagues = colleagues
            nobody = (None, self.desk.wording.phrase("Nobody of us"))
            known = ((one.id, self.desk.wording.text(one.name)) for one in colleagues)
            self._owner.offer((nobody, *known))

    def _fill(self, one: MapPerson) -> None:
        wording, known = self.desk.wording, one.known or _NOTHING_KNOWN
        self._name.setText(name_of(one, wording))
        self._unnamed.setVisible(one.person.is_placeholder)
        self._title.setText(
            wording.run_on((wording.text(one.person.title), wording.label(one.person.department)))
        )
        self._support.show_value(known.support)
        self._influence.show_value(known.influence)
        self._coverage.show_value(known.coverage)
        self._owner.show_value(known.covered_by)
        self._roles.show_value(known.roles)
        self._concerns.setText(self._cares_about(known))
        self._concerns.setVisible(bool(known.concerns))
        self._origins.setText("\n".join(self._origin_lines(known)))

    def _cares_about(self, known: Stakeholder) -> str:
        topics = self.desk.wording.run_on(
            self.desk.wording.label(one.topic) for one in known.concerns
        )
        return self.desk.wording.phrase("Cares about: {topics}", topics=topics)

    def _origin_lines(self, known: Stakeholder) -> Iterator[str]:
        """Where each known value comes from; those of the same origin share a line."""
        wording = self.desk.wording
        held = (
            (self._support.name, known.support_evidence, known.support is not Support.UNKNOWN),
            (
                self._influence.name,
                known.influence_evidence,
                known.influence is not Influence.UNKNOWN,
            ),
            (self._coverage.name, known.coverage_evidence, known.coverage is not Coverage.NONE),
            (self._roles.name, known.roles_evidence, bool(known.roles)),
        )
        of_origin: dict[str, list[str]] = {}
        for name, evidence, is_known in held:
            if is_known:
                of_origin.setdefault(origin(evidence, wording), []).append(name)
        for words, names in of_origin.items():
            yield wording.phrase("{facts}: {origin}", facts=wording.listing(names), origin=words)

    def _save_open_fields(self) -> None:
        fields = (self._support, self._influence, self._coverage, self._owner, self._roles)
        for field in fields:
            field.save_now()

    def _saving(self, act: Callable[..., Change], name: str, value: Any) -> Work:
        return partial(
            _act,
            act,
            opportunity=self._opportunity,
            person=self.person,
            today=self.desk.today(),
            **{name: value},
        )

    def _saving_owner(self, value: Any) -> Work:
        return partial(
            _act,
            acts.set_owner,
            opportunity=self._opportunity,
            person=self.person,
            colleague=value,
        )


def _act(act: Callable[..., Change], store: Store, **values: Any) -> Change:
    return act(store, **values)
