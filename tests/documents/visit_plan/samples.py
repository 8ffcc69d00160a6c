"""Visit plans to look at: of the shipped samples, of made-up projects, and of far too much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from briefing_app.documents.deck.slides import OutlineEntry
from briefing_app.documents.placed import Element, Page, Rule, Shape, TextBox
from briefing_app.documents.text_fit import Measured, plain
from briefing_app.documents.visit_plan import visit_plan_pages
from briefing_app.domain.client import Client, Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.ids import NeedId, PersonId, StakeholderId
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.message import say
from briefing_app.domain.offering import Colleague, OwnCompany, Product, SuccessCase
from briefing_app.domain.opportunity import Competitor, Need, Opportunity
from briefing_app.domain.stakeholder import Influence, Line, Stakeholder
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.planning.briefing import Briefing, Severity
from briefing_app.planning.prepare import prepare
from briefing_app.wording import wording_in
from tests import builders
from tests.content.shipped import every

SAMPLE_DAY = date(2026, 11, 23)
LONG = Text("说来话长" * 150, "a very long story " * 60)
SAMPLE_VISITS = ("visit-games-solution", "visit-vehicles-needs")


@dataclass(frozen=True, slots=True)
class Printed:
    """A visit plan with what it was made from."""

    briefing: Briefing
    language: Language
    pages: tuple[Page, ...]

    @property
    def first(self) -> str:
        """The words of page one."""
        return words_of(self.pages[0])

    @property
    def details(self) -> str:
        """The words of all pages behind it."""
        return "\n".join(words_of(page) for page in self.pages[1:])


@cache
def printed(
    briefing: Briefing, language: Language, outline: tuple[OutlineEntry, ...] | None = None
) -> Printed:
    """The plan of a briefing; without an outline each planned slide takes one slide."""
    entries = plain_outline(briefing) if outline is None else outline
    outlines = {briefing.client_side.audience: entries}
    return Printed(briefing, language, visit_plan_pages(briefing, language, outlines))


def plain_outline(briefing: Briefing) -> tuple[OutlineEntry, ...]:
    """A slide for each planned one, titled after its key."""
    slides = briefing.client_side.storyline
    return tuple(OutlineEntry(n, one.key, f"About {one.key}") for n, one in enumerate(slides, 1))


@cache
def rich() -> Briefing:
    """A project of which something is known of everything."""
    return prepare(builders.rich_dossier(), builders.TODAY)


@cache
def bare() -> Briefing:
    """A visit of which hardly anything is known."""
    return prepare(builders.bare_dossier(), builders.TODAY)


@cache
def sample(visit_id: str) -> Briefing:
    """A visit of the shipped samples."""
    return prepare(sample_dossier(visit_id), SAMPLE_DAY)


def sample_dossier(visit_id: str) -> Dossier:
    """The facts of a visit of the shipped samples."""
    visit = next(one for one in every(Visit) if one.id == visit_id)
    opportunity = next(one for one in every(Opportunity) if one.id == visit.opportunity)
    client = next(one for one in every(Client) if one.id == opportunity.client)
    visits = {one.id for one in every(Visit) if one.opportunity == opportunity.id}
    return Dossier(
        visit=visit,
        opportunity=opportunity,
        client=client,
        industry=next(one for one in every(IndustryPack) if one.id == client.industry),
        company=every(OwnCompany)[0],
        people=tuple(one for one in every(Person) if one.client == client.id),
        stakeholders=tuple(one for one in every(Stakeholder) if one.opportunity == opportunity.id),
        lines=tuple(one for one in every(Line) if one.opportunity == opportunity.id),
        needs=tuple(one for one in every(Need) if one.opportunity == opportunity.id),
        competitors=tuple(one for one in every(Competitor) if one.opportunity == opportunity.id),
        colleagues=tuple(every(Colleague)),
        products=tuple(every(Product)),
        cases=tuple(every(SuccessCase)),
        follow_ups=tuple(one for one in every(FollowUp) if one.visit in visits),
    )


@cache
def crowd(people: int = 60, needs: int = 40) -> Briefing:
    """Far more people and needs than a page holds; person 7 alone is of high influence."""
    dossier = builders.rich_dossier()
    ids = [PersonId(f"p{number}") for number in range(people)]
    return prepare(
        replace(
            dossier,
            visit=replace(dossier.visit, attendees=tuple(ids)),
            people=tuple(_person(number, id_) for number, id_ in enumerate(ids)),
            stakeholders=tuple(_holder(dossier, number, id_) for number, id_ in enumerate(ids)),
            lines=(),
            needs=tuple(
                replace(
                    dossier.needs[number % 3],
                    id=NeedId(f"n{number}"),
                    statement=Text(f"需求 {number}", f"Need {number}"),
                    raised_by=None,
                )
                for number in range(needs)
            ),
        ),
        builders.TODAY,
    )


def _person(number: int, id_: PersonId) -> Person:
    return builders.person(id_, name=Text(f"人员{number}号", f"Person {number} End"))


def _holder(dossier: Dossier, number: int, id_: PersonId) -> Stakeholder:
    influence = Influence.HIGH if number == 7 else Influence.LOW
    pattern = dossier.stakeholders[number % len(dossier.stakeholders)]
    return replace(pattern, id=StakeholderId(f"s{number}"), person=id_, influence=influence)


def overlong() -> Briefing:
    """A rich project each of whose texts on page one is far too long for it."""
    briefing = rich()
    team = briefing.team_side
    dossier = team.dossier
    visit = replace(
        dossier.visit,
        purpose=LONG,
        place=LONG,
        best_commitment=LONG,
        least_commitment=LONG,
        team=tuple(one.id for one in dossier.colleagues),
    )
    words = say("{words}", words=LONG)
    return replace(
        briefing,
        team_side=replace(
            team,
            dossier=replace(
                dossier,
                visit=visit,
                client=replace(dossier.client, short_name=LONG),
                people=tuple(replace(one, title=LONG) for one in dossier.people),
                colleagues=tuple(replace(one, name=LONG) for one in dossier.colleagues),
            ),
            opening=words,
            questions=tuple(replace(one, question=LONG) for one in team.questions),
            objections=tuple(
                replace(one, says=LONG, answer=Text.same(f"{n} {LONG.en}"))
                for n, one in enumerate(team.objections)
            ),
            cautions=tuple(
                replace(one, severity=Severity.HIGH, message=words, action=words)
                for one in team.cautions
            ),
            checklist=tuple(replace(one, what=words) for one in team.checklist),
            agenda=tuple(replace(one, title=words, purpose=words) for one in team.agenda),
        ),
    )


def words_of(page: Page) -> str:
    """All words of a page in reading order, a line for each paragraph; bullets included."""
    return "\n".join(line for element in page.elements for line in _lines(element))


def bottom_of(page: Page) -> float:
    """How far down the page's content reaches; its foot is not part of it."""
    content = [e for e in page.elements if e.name not in ("Foot", "Page number", "foot rule")]
    return max(e.y2 if isinstance(e, Rule) else e.frame.bottom for e in content)


def boxes_to_tick(page: Page) -> int:
    """How many boxes to tick with a pen the page has."""
    return sum(isinstance(e, Shape) and e.name == "box to tick" for e in page.elements)


def _lines(element: Element) -> Iterator[str]:
    if isinstance(element, TextBox):
        text: Measured = element.text
        for paragraph in text.paragraphs:
            yield f"{paragraph.bullet} {paragraph.text}" if paragraph.bullet else paragraph.text


def said(text: Text, language: Language) -> str:
    """A text as documents show it."""
    return plain(wording_in(language).text(text))
