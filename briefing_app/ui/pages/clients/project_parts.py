"""What belongs to a project, a small form each: needs, and who else competes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from briefing_app.domain.opportunity import Competitor, Need, NeedLevel
from briefing_app.domain.values import Evidence
from briefing_app.services.editing import delete_records
from briefing_app.services.picking import Choice
from briefing_app.ui.desk import Desk
from briefing_app.ui.fields.by_type import Known, field_for
from briefing_app.ui.fields.choices import ChoiceField, label_choices
from briefing_app.ui.fields.field import Field
from briefing_app.ui.fields.form import Form
from briefing_app.ui.fields.saving import Save, keeping
from briefing_app.ui.fields.topics import topics_field
from briefing_app.ui.fields.words import TextField
from briefing_app.ui.folding import Folding
from briefing_app.ui.look.screen_icons import ScreenIcon
from briefing_app.ui.map.words import origin
from briefing_app.ui.reused_rows import Row
from briefing_app.ui.widgets import column, icon_button, row

Choices = Mapping[str, tuple[Choice, ...]]
"""As `OpportunityView.choices`."""

_OF_EVIDENCE = ("certainty", "source", "on")


class PartRow(Row):
    """A small form for a record that belongs to a project, and a way to delete it."""

    kind = ""
    """As `Kind.name`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.id = ""
        self.form = Form()
        for name, field in self.fields(partial(keeping, self.kind, "")):
            self.form.add(name, field)
        words = desk.wording.phrase("Delete")
        delete = icon_button(desk.look, ScreenIcon.DELETE, words, self._put_away)
        self.below = column()
        beside = row(column(self.form, self.below), column(delete, None))
        beside.setStretch(0, 1)
        self.setLayout(beside)

    def fields(self, keep: Callable[[str], Save]) -> Iterable[tuple[str, Field]]:
        """The fields by their names."""
        raise NotImplementedError

    def show_record(self, record: Need | Competitor) -> None:
        """Show what is stored."""
        is_other, self.id = record.id != self.id, record.id
        self.form.turn_to(record, partial(keeping, self.kind, self.id), is_other=is_other)

    def _put_away(self) -> None:
        self.desk.act(partial(delete_records, kind=self.kind, ids=(self.id,)))


class NeedRow(PartRow):
    """What a client needs; who said it and how sure we are folds away."""

    kind = "need"

    def __init__(self, desk: Desk, choices: Choices) -> None:
        super().__init__(desk)
        self._choices: Choices = {}
        self.more, self.evidence = Form(), Form()
        for name, field in self._more_fields(partial(keeping, self.kind, "")):
            self.more.add(name, field)
        for name in _OF_EVIDENCE:
            keep = keeping(self.kind, "", "evidence", name)
            self.evidence.add(name, field_for(desk, Evidence, name, keep, Known()))
        inside = QWidget()
        inside.setLayout(column(self.evidence, self.more))
        reason = desk.wording.phrase("Who said it, how sure we are, and what else we noted.")
        self.folding = Folding(desk, inside, reason)
        self.below.addWidget(self.folding)
        self.offer(choices)

    def fields(self, keep: Callable[[str], Save]) -> Iterable[tuple[str, Field]]:
        """In the client's words, how pressing, what it is about, and what is behind it."""
        desk, phrase = self.desk, self.desk.wording.phrase
        behind = phrase("What is behind the words, as we understand it.")
        levels = label_choices(desk, NeedLevel)
        self._topics = topics_field(desk, keep("topics"))
        yield "statement", TextField(desk, phrase("Need"), keep("statement"))
        yield "level", ChoiceField(desk, phrase("Level"), keep("level"), levels)
        yield "topics", self._topics
        yield (
            "real_need",
            TextField(desk, phrase("Real need"), keep("real_need"), lines=2, tip=behind),
        )

    def _more_fields(self, keep: Callable[[str], Save]) -> Iterable[tuple[str, Field]]:
        desk, phrase = self.desk, self.desk.wording.phrase
        who = phrase("Who at the client said it.")
        self._people = ChoiceField(desk, phrase("Raised by"), keep("raised_by"), (), who)
        yield "raised_by", self._people
        yield "note", TextField(desk, phrase("Internal note"), keep("note"), lines=2)

    def offer(self, choices: Choices) -> None:
        """What the need can refer to."""
        if choices == self._choices:
            return
        self._choices, known = choices, Known(choices)
        nobody = (None, self.desk.wording.phrase("not set"))
        self._topics.offer(known.named("topics", self.desk))
        self._people.offer((nobody, *known.named("person", self.desk)))

    def show_record(self, record: Need | Competitor) -> None:
        """Show what is stored."""
        is_other = record.id != self.id
        super().show_record(record)
        if not isinstance(record, Need):
            return
        keep = partial(keeping, self.kind, record.id)
        self.more.turn_to(record, keep, is_other=is_other)
        self.evidence.turn_to(record.evidence, partial(keep, "evidence"), is_other=is_other)
        words = origin(record.evidence, self.desk.wording)
        self.folding.tell(self.desk.wording.phrase("Known from: {origin}", origin=words))


class RivalRow(PartRow):
    """Who else competes."""

    kind = "competitor"

    def fields(self, keep: Callable[[str], Save]) -> Iterable[tuple[str, Field]]:
        """Who, what speaks for and against them, and what we answer."""
        desk, phrase = self.desk, self.desk.wording.phrase
        yield "name", TextField(desk, phrase("Competitor"), keep("name"))
        yield "strength", TextField(desk, phrase("Strength"), keep("strength"), lines=2)
        yield "weakness", TextField(desk, phrase("Weakness"), keep("weakness"), lines=2)
        yield "our_answer", TextField(desk, phrase("Our answer"), keep("our_answer"), lines=2)
