"""The minutes for our own team: all six records with who said what and how sure we are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from briefing_app.documents.minutes.client_edition import client_edition, meeting_facts
from briefing_app.documents.minutes.content import (
    Block,
    Grid,
    Minutes,
    Section,
    facts,
    grid,
    points,
    section,
    sections,
)
from briefing_app.documents.visit_plan.running import INTERNAL
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import PersonId, ProductId
from briefing_app.domain.labels import Labelled
from briefing_app.domain.text import Language
from briefing_app.domain.visit_record import (
    Feedback,
    NeedFinding,
    PersonFinding,
    VisitRecord,
)
from briefing_app.planning.minutes import client_minutes, steps_of
from briefing_app.wording import Wording, wording_in


def team_edition(dossier: Dossier, record: VisitRecord, language: Language) -> Minutes:
    """The edition that stays inside."""
    wording = wording_in(language)
    told = _Told(dossier, record, wording)
    shared = client_edition(client_minutes(dossier, record), language)
    return replace(
        shared,
        title=wording.phrase("Meeting minutes, internal edition"),
        mark=INTERNAL,
        foot=wording.phrase("For our own team only. Do not leave it behind."),
        sections=sections(told.sections()),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """A record on its way into sentences."""

    dossier: Dossier
    record: VisitRecord
    wording: Wording

    def sections(self) -> Iterator[Section | None]:
        """The six records in their order, then what is open."""
        phrase, record = self.wording.phrase, self.record
        side = client_minutes(self.dossier, record)
        yield section(
            phrase("The meeting"), facts((*meeting_facts(side, self.wording), *self.aims()))
        )
        yield section(phrase("1 Needs"), self.needs())
        yield section(phrase("2 Project"), facts(self.standing()))
        yield section(phrase("3 People"), self.people())
        yield section(phrase("4 Shown"), self.shown())
        yield section(phrase("5 Feedback"), *self.feedback())
        yield section(phrase("6 Agreed"), self.agreed())
        yield section(phrase("Follow-ups"), self.steps())
        questions = (self.wording.text(one) for one in record.open_questions)
        yield section(phrase("Open questions"), points(questions, are_numbered=True))
        yield section(phrase("Note"), points(self.wording.text(record.note).split("\n")))

    def aims(self) -> Iterator[tuple[str, str]]:
        """What we came for, and what we left with."""
        phrase, text, visit = self.wording.phrase, self.wording.text, self.dossier.visit
        absent = tuple(filter(None, (self.person(one) for one in self.record.absent)))
        yield phrase("Did not come"), self.wording.listing(absent)
        yield phrase("Best commitment"), text(visit.best_commitment)
        yield phrase("Least acceptable commitment"), text(visit.least_commitment)
        yield phrase("Aim reached"), self.wording.label(self.record.aim)
        yield phrase("What was promised"), text(self.record.commitment)

    def needs(self) -> Grid:
        """What became of each need, with its level and what is behind it."""
        phrase = self.wording.phrase
        headings = (
            phrase("Outcome"),
            phrase("Need"),
            phrase("Level"),
            phrase("What is behind it"),
            phrase("Said by"),
        )
        rows = (self._need(finding) for finding in self.record.needs)
        return grid(headings, rows)

    def _need(self, finding: NeedFinding) -> tuple[str, ...]:
        known = {need.id: need for need in self.dossier.needs}
        need = known.get(finding.need) if finding.need else None
        statement = finding.statement or (need.statement if need else finding.statement)
        level = finding.level or (need.level if need else None)
        return (
            self.label(finding.outcome),
            self.wording.text(statement),
            level.value if level else "",
            self.wording.text(finding.real_need),
            self.by(self.person(finding.said_by), self.wording.text(finding.source)),
        )

    def standing(self) -> Iterator[tuple[str, str]]:
        """Where the project stands."""
        phrase, record, wording = self.wording.phrase, self.record, self.wording
        decision = wording.day(record.next_decision_on) if record.next_decision_on else ""
        yield phrase("Does it go on"), self.label(record.continuation)
        yield phrase("Stage"), self.label(record.stage)
        yield phrase("Intent"), self.label(record.intent)
        yield phrase("How it would be delivered"), wording.text(record.delivery)
        yield (
            phrase("Next decision"),
            wording.sentences((wording.text(record.next_decision), decision)),
        )

    def people(self) -> Grid:
        """Who was there and what was learnt."""
        phrase = self.wording.phrase
        headings = (
            phrase("Who"),
            phrase("There"),
            phrase("What was learnt"),
            phrase("How we know"),
        )
        return grid(headings, map(self._person, self.record.people))

    def _person(self, finding: PersonFinding) -> tuple[str, ...]:
        wording, phrase = self.wording, self.wording.phrase
        there = "" if finding.was_there is None else _yes_no(wording, said=finding.was_there)
        concern = self.label(finding.concern)
        detail = wording.text(finding.concern_detail)
        both = concern or detail
        if concern and detail:
            both = phrase("{topic}: {detail}", topic=concern, detail=detail)
        learnt = wording.run_on(
            (
                wording.listing(wording.label(role) for role in finding.roles),
                self.label(finding.influence),
                self.label(finding.support),
            )
        )
        told = wording.sentences((learnt, both, wording.text(finding.note)))
        certainty = self.label(finding.certainty) if learnt or both else ""
        known = self.by(certainty, wording.text(finding.source))
        return self.person(finding.person) or wording.text(finding.name), there, told, known

    def shown(self) -> Grid:
        """What was done, and how it went down."""
        phrase, text = self.wording.phrase, self.wording.text
        headings = (
            phrase("What we did"),
            phrase("Subject"),
            phrase("Product"),
            phrase("Reception"),
            phrase("Note"),
        )
        rows = (
            (
                self.label(one.kind),
                text(one.what),
                self.product(one.product),
                self.label(one.reception),
                text(one.note),
            )
            for one in self.record.shown
        )
        return grid(headings, rows)

    def feedback(self) -> Iterator[Block]:
        """What was said, product by product, the weightiest first."""
        weights = ["blocks", "hinders", "minor"]
        told = sorted(self.record.feedback, key=lambda one: weights.index(one.weight.value))
        told.sort(key=lambda one: self.product(one.product))
        for product, group in groupby(told, key=lambda one: self.product(one.product)):
            yield self._of_product(product or self.wording.phrase("Our work"), tuple(group))

    def _of_product(self, product: str, group: tuple[Feedback, ...]) -> Grid:
        phrase, text = self.wording.phrase, self.wording.text
        headings = (
            product,
            phrase("Weight"),
            phrase("What was said"),
            phrase("Said by"),
            phrase("Assessment"),
        )
        rows = (
            (
                self.label(one.kind),
                self.label(one.weight),
                text(one.words),
                self.person(one.said_by),
                text(one.note),
            )
            for one in group
        )
        return grid(headings, rows, (15, 12, 41, 14, 18))

    def agreed(self) -> Grid:
        """Facts and decisions."""
        phrase = self.wording.phrase
        rows = ((self.label(one.kind), self.wording.text(one.words)) for one in self.record.agreed)
        return grid((phrase("Fact or decision"), phrase("What was agreed")), rows)

    def steps(self) -> Grid:
        """All follow-ups, those for the client marked."""
        phrase, text, wording = self.wording.phrase, self.wording.text, self.wording
        headings = (
            phrase("What"),
            phrase("Owner"),
            phrase("Due"),
            phrase("Client may see it"),
            phrase("Done on"),
        )
        rows = (
            (
                text(one.what),
                text(one.owner),
                wording.day(one.due) if one.due else phrase("No day set"),
                _yes_no(wording, said=one.is_for_client),
                wording.day(one.done_on) if one.done_on else "",
            )
            for one in steps_of(self.dossier)
        )
        return grid(headings, rows)

    def label(self, member: Labelled | None) -> str:
        """What people read for it; nothing for ``None``."""
        return self.wording.label(member) if member else ""

    def by(self, who: str, source: str) -> str:
        """Who or how sure, and how we know."""
        return self.wording.run_on((who, source))

    def person(self, person_id: PersonId | None) -> str:
        """A name; nothing for somebody who is not kept any more."""
        known = {one.id: one for one in self.dossier.people}
        return self.wording.text(known[person_id].name) if person_id in known else ""

    def product(self, product_id: ProductId | None) -> str:
        """A product's name; nothing for one that is not kept any more."""
        known = {one.id: one for one in self.dossier.products}
        return self.wording.text(known[product_id].name) if product_id in known else ""


def _yes_no(wording: Wording, *, said: bool) -> str:
    return wording.phrase("Yes") if said else wording.phrase("No")
