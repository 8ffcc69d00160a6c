"""What all slides are told with: the client's side, the language, and small readings of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing_app.documents.deck.block import Change
from briefing_app.documents.text_fit import plain
from briefing_app.domain.audience import Audience
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Measure
from briefing_app.planning.client_side import (
    ChosenCase,
    ClientSide,
    PlannedSlide,
    Proposal,
    SlideKind,
)
from briefing_app.wording import Wording, wording_in

_SENTENCE_END = re.compile(r"(?<=[。！？；])|(?<=[.!?])\s+")
_PER_CENT = ("%", "％")
_BRIEF: Mapping[Language, int] = {Language.EN: 160, Language.ZH: 60}
"""Characters of running text that a slide bears."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A client's side told in one language."""

    side: ClientSide
    language: Language

    @property
    def words(self) -> Wording:
        """The fixed phrases of the language."""
        return wording_in(self.language)

    @property
    def client(self) -> str:
        """The client's name as it is used in a sentence."""
        return self.read(self.side.client.display_name)

    @property
    def company(self) -> str:
        """Our own name as it is used in a sentence."""
        return self.read(self.side.company.display_name)

    @property
    def speaks_of_gain(self) -> bool:
        """True for those who weigh value before they look at how it works."""
        return self.side.audience in (Audience.EXECUTIVE, Audience.PURCHASING)

    @property
    def asks_how(self) -> bool:
        """True for those who judge how it works."""
        return self.side.audience is Audience.TECHNICAL

    @property
    def products(self) -> str:
        """The proposed products in a row."""
        return self.words.listing(self.read(item.product.name) for item in self.side.proposals)

    @property
    def names(self) -> frozenset[str]:
        """Whoever and whatever a title may name: both companies, people, titles, products."""
        side = self.side
        people = (*((p.name, p.title) for p in side.attendees), *((c.name,) for c in side.team))
        named = (
            side.client.name,
            side.client.display_name,
            side.company.display_name,
            *(item.product.name for item in side.proposals),
            *(text for texts in people for text in texts),
        )
        return frozenset(filter(None, map(self.read, named)))

    @property
    def weeks(self) -> int:
        """The weeks that the slowest of the proposed products typically takes."""
        return max((p.product.adoption.typical_weeks for p in self.side.proposals), default=0)

    @property
    def answered(self) -> frozenset[int]:
        """The needs that at least one proposed product answers."""
        return frozenset(need for item in self.side.proposals for need in item.answers)

    def read(self, text: Text) -> str:
        """Somebody's words in the language of the deck, blank ones as ``""``."""
        return plain(self.words.text(text))

    def need(self, place: int) -> str:
        """A need in the client's words, to be told inside a sentence of ours."""
        return self.read(self.side.needs[place].statement).rstrip("。.；;")

    def has(self, kind: SlideKind) -> bool:
        """True when the storyline has a slide of the kind."""
        return any(planned.kind is kind for planned in self.side.storyline)

    def needs_label(self, label: str) -> str:
        """What stands above a list of needs; it says so where only the weightiest are listed."""
        total, listed = len(self.side.needs), len(self.side.listed_needs)
        if listed == total:
            return label
        return self.words.phrase(
            "The {listed} weightiest of {total} needs", listed=listed, total=total
        )

    def of_the_weightiest(self, kicker: str) -> str:
        """The kicker of a list of needs; it says how many of all where some are not listed."""
        total, listed = len(self.side.needs), len(self.side.listed_needs)
        if listed == total:
            return kicker
        return self.words.phrase(
            "{kicker}, the {listed} weightiest of {total}",
            kicker=kicker,
            listed=listed,
            total=total,
        )

    def proposal(self, planned: PlannedSlide) -> Proposal:
        """The product that a planned slide is about; KeyError when it is not proposed."""
        by_id: Mapping[str, Proposal] = {p.product_id: p for p in self.side.proposals}
        return by_id[planned.subject]

    def case(self, planned: PlannedSlide) -> ChosenCase:
        """The case that a planned slide is about; KeyError when it was not chosen."""
        by_id: Mapping[str, ChosenCase] = {case.case_id: case for case in self.side.cases}
        return by_id[planned.subject]

    def changes(self, measures: Iterable[Measure]) -> tuple[Change, ...]:
        """Measures as they are charted and read."""
        return tuple(self._change(measure) for measure in measures)

    def _change(self, measure: Measure) -> Change:
        unit, source = self.read(measure.unit), self.read(measure.source)
        attached = unit if unit in _PER_CENT else ""
        if measure.is_example:
            source, basis = self.words.phrase("Example"), source
        else:
            source, basis = self._sourced(source), ""
        return Change(
            label=self.read(measure.label),
            before=measure.before,
            after=measure.after,
            before_text=self.words.number(measure.before) + attached,
            after_text=self.words.number(measure.after) + attached,
            unit="" if attached else unit,
            source=source,
            basis=basis,
        )

    def _sourced(self, source: str) -> str:
        return self.words.phrase("Source: {source}", source=source) if source else ""

    def moved(self, change: Change) -> str:
        """A change in a sentence: ``Retention: from 12% to 14%``, marked when an example."""
        after = change.after_text
        if change.unit:
            after = self.words.phrase("{number} {unit}", number=after, unit=change.unit)
        return self.words.phrase(
            "{measure} from {before} to {after}",
            measure=change.label,
            before=change.before_text,
            after=after,
        )


def brief(words: str, language: Language) -> str:
    """The leading sentences of a text that a slide has room for, whole ones; at least one."""
    kept: list[str] = []
    for sentence in sentences(words):
        if kept and sum(map(len, kept)) + len(sentence) > _BRIEF[language]:
            break
        kept.append(sentence)
    return ("" if language is Language.ZH else " ").join(kept)


def sentences(words: str) -> tuple[str, ...]:
    """The sentences of a text, for setting them one by one."""
    return tuple(part.strip() for part in _SENTENCE_END.split(words) if part.strip())
