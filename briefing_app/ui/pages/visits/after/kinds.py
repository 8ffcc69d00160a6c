"""The fields of the parts that a visit's record is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from briefing_app.domain.labels import Labelled
from briefing_app.domain.opportunity import NeedLevel
from briefing_app.domain.stakeholder import BuyingRole, ConcernTopic, Influence, Support
from briefing_app.domain.text import Text
from briefing_app.domain.values import Certainty
from briefing_app.domain.visit_record import (
    Activity,
    ActivityKind,
    AgreedKind,
    AgreedPoint,
    Feedback,
    FeedbackKind,
    FeedbackWeight,
    NeedFinding,
    NeedOutcome,
    PersonFinding,
    Reception,
)
from briefing_app.services.after_visit import AfterVisit
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known, field_for
from briefing_app.ui.fields.choices import ChoiceField, ManyField, label_choices
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.part_kind import MakeFields, PartKind, SaveOf, kind_of_fields, texts
from briefing_app.ui.fields.topics import topics_field
from briefing_app.ui.fields.words import TextField

Choices = Sequence[tuple[Any, str]]
_OF_SOMEBODY_NEW = ("title", "department", "email", "phone")


class PartKinds:
    """The kinds of parts, with what one visit offers to choose from."""

    def __init__(self, desk: Desk, after: AfterVisit) -> None:
        self._desk = desk
        self.phrase = desk.wording.phrase
        self._needs = self._named((need.id, need.statement) for need in after.needs)
        self._people = self._named((person.id, person.name) for person in after.people)
        self._products = self._named((product.id, product.name) for product in after.products)
        self._topics = self._named((topic.id, topic.name) for topic in after.topics)

    @property
    def needs(self) -> PartKind:
        """Needs that were made sure of."""
        blank = NeedFinding(outcome=NeedOutcome.CONFIRMED)
        return _kind(self.phrase("Add a need"), blank, self._need_line, self._need)

    @property
    def people(self) -> PartKind:
        """Who was there, and what was learnt of somebody."""
        add = self.phrase("Add a person")
        return _kind(add, PersonFinding(), self._person_line, self._person_fields)

    @property
    def shown(self) -> PartKind:
        """What was shown."""
        blank = Activity(kind=ActivityKind.INTRODUCED, what=Text())
        add = self.phrase("Add what was shown")
        return _kind(add, blank, self._activity_line, self._activity)

    @property
    def feedback(self) -> PartKind:
        """What was said about our products."""
        blank = Feedback(kind=FeedbackKind.WISH, words=Text())
        add = self.phrase("Add feedback")
        return _kind(add, blank, self._feedback_line, self._feedback)

    @property
    def agreed(self) -> PartKind:
        """What both sides would sign."""
        blank = AgreedPoint(kind=AgreedKind.DECISION, words=Text())
        return _kind(self.phrase("Add a point"), blank, self._agreed_line, self._agreed)

    @property
    def open_questions(self) -> PartKind:
        """What nobody could answer."""
        return texts(self._desk, self.phrase("Add a question"), self.phrase("Open question"))

    def _need_line(self, part: NeedFinding) -> str:
        name = self._of(self._needs, part.need) or self._words(part.statement)
        return self._line(name or self.phrase("A new need"), part.outcome)

    def _person_line(self, part: PersonFinding) -> str:
        name = self._of(self._people, part.person) or self._words(part.name)
        told = self._line(name or self.phrase("Somebody new"), part.support, part.concern)
        if part.was_there is None:
            return told
        came = self.phrase("was there") if part.was_there else self.phrase("did not come")
        return self._desk.wording.run_on((told, came))

    def _activity_line(self, part: Activity) -> str:
        return self._line(self._words(part.what), part.kind)

    def _feedback_line(self, part: Feedback) -> str:
        return self._line(self._words(part.words), part.kind)

    def _agreed_line(self, part: AgreedPoint) -> str:
        return self._line(self._words(part.words), part.kind)

    def _line(self, name: str, *labels: Labelled | None) -> str:
        wording = self._desk.wording
        told = (wording.label(one) for one in labels if one is not None)
        return wording.run_on((name or self.phrase("Not filled in yet"), *told))

    def _words(self, text: Text) -> str:
        return self._desk.wording.text(text)

    def _of(self, choices: Choices, record_id: str | None) -> str:
        return dict(choices).get(record_id, "") if record_id else ""

    def _need(self, save: SaveOf) -> Mapping[str, Field]:
        phrase, desk = self.phrase, self._desk
        new = phrase("A new need")
        return {
            "need": ChoiceField(desk, phrase("Need"), save("need"), [(None, new), *self._needs]),
            "outcome": ChoiceField(
                desk, phrase("Outcome"), save("outcome"), label_choices(desk, NeedOutcome)
            ),
            "statement": TextField(
                desk,
                phrase("In the client's words"),
                save("statement"),
                tip=phrase("For a new need, and for one that turned out another."),
            ),
            "level": ChoiceField(
                desk,
                phrase("Level now"),
                save("level"),
                label_choices(desk, NeedLevel, none=phrase("unchanged")),
            ),
            "real_need": TextField(
                desk,
                phrase("Real need"),
                save("real_need"),
                tip=phrase("What is behind it; stays inside."),
            ),
            "topics": topics_field(desk, save("topics"), self._topics),
            "said_by": self._person(phrase("Said by"), save, "said_by"),
            "source": field_for(desk, NeedFinding, "source", save("source"), Known()),
        }

    def _person_fields(self, save: SaveOf) -> Mapping[str, Field]:
        phrase, desk = self.phrase, self._desk
        presence = [(None, phrase("not known")), (True, phrase("yes")), (False, phrase("no"))]
        new = phrase("Somebody new")
        nothing = phrase("nothing learnt")
        return {
            "person": ChoiceField(
                desk, phrase("Person"), save("person"), [(None, new), *self._people]
            ),
            "was_there": ChoiceField(desk, phrase("Was there"), save("was_there"), presence),
            "name": TextField(
                desk,
                phrase("New: name"),
                save("name"),
                tip=phrase("Only for somebody newly met."),
            ),
            **{
                name: field_for(desk, PersonFinding, name, save(name), Known())
                for name in _OF_SOMEBODY_NEW
            },
            "support": ChoiceField(
                desk,
                phrase("Support now"),
                save("support"),
                label_choices(desk, Support, none=nothing),
            ),
            "influence": ChoiceField(
                desk,
                phrase("Influence now"),
                save("influence"),
                label_choices(desk, Influence, none=nothing),
            ),
            "roles": ManyField(desk, phrase("Buying roles now"), save("roles"), BuyingRole),
            "concern": ChoiceField(
                desk,
                phrase("Concern"),
                save("concern"),
                label_choices(desk, ConcernTopic, none=nothing),
            ),
            "concern_detail": TextField(desk, phrase("Concern in detail"), save("concern_detail")),
            "certainty": ChoiceField(
                desk, phrase("Certainty"), save("certainty"), label_choices(desk, Certainty)
            ),
            "source": field_for(desk, PersonFinding, "source", save("source"), Known()),
            "note": self._note(save),
        }

    def _activity(self, save: SaveOf) -> Mapping[str, Field]:
        phrase, desk = self.phrase, self._desk
        return {
            "kind": ChoiceField(
                desk, phrase("What we did"), save("kind"), label_choices(desk, ActivityKind)
            ),
            "what": TextField(
                desk,
                phrase("Subject"),
                save("what"),
                tip=phrase("In a few words. Clients will read it."),
            ),
            "product": self._product(save),
            "reception": ChoiceField(
                desk, phrase("Reception"), save("reception"), label_choices(desk, Reception)
            ),
            "note": self._note(save),
        }

    def _feedback(self, save: SaveOf) -> Mapping[str, Field]:
        phrase, desk = self.phrase, self._desk
        return {
            "kind": ChoiceField(
                desk, phrase("Kind of feedback"), save("kind"), label_choices(desk, FeedbackKind)
            ),
            "words": TextField(
                desk,
                phrase("What was said"),
                save("words"),
                tip=phrase("As close to the words as you can."),
            ),
            "product": self._product(save),
            "said_by": self._person(phrase("Said by"), save, "said_by"),
            "weight": ChoiceField(
                desk, phrase("Weight"), save("weight"), label_choices(desk, FeedbackWeight)
            ),
            "note": self._note(save),
        }

    def _agreed(self, save: SaveOf) -> Mapping[str, Field]:
        phrase, desk = self.phrase, self._desk
        return {
            "kind": ChoiceField(
                desk, phrase("Fact or decision"), save("kind"), label_choices(desk, AgreedKind)
            ),
            "words": TextField(
                desk,
                phrase("What was agreed"),
                save("words"),
                tip=phrase("One point a row. Clients will read it."),
            ),
        }

    def _note(self, save: SaveOf) -> Field:
        return TextField(self._desk, self.phrase("Internal note"), save("note"), lines=2)

    def _product(self, save: SaveOf) -> Field:
        none = self.phrase("our work in general")
        return ChoiceField(
            self._desk, self.phrase("Product"), save("product"), [(None, none), *self._products]
        )

    def _person(self, name: str, save: SaveOf, field: str) -> Field:
        none = self.phrase("not known")
        return ChoiceField(self._desk, name, save(field), [(None, none), *self._people])

    def _named(self, records: Iterable[tuple[str, Text]]) -> Choices:
        return [(record_id, self._desk.wording.text(name)) for record_id, name in records]


def _kind(add: str, blank: Any, title: Callable[[Any], str], make_fields: MakeFields) -> PartKind:
    """Parts that begin as ``blank``."""
    beginning = {part.name: getattr(blank, part.name) for part in fields(blank)}
    return kind_of_fields(add, title, type(blank), beginning, make_fields)
