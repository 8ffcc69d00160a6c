"""Client's sides to print brochures of: the shipped samples, very little and very much."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import cycle, islice
from typing import Any

from briefing_app.documents.brochure import brochure_pages
from briefing_app.documents.placed import Page, TextBox
from briefing_app.domain.client import Client, Person
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.industry import IndustryPack
from briefing_app.domain.offering import Colleague, OwnCompany, Product, SuccessCase
from briefing_app.domain.opportunity import Need, Opportunity
from briefing_app.domain.stakeholder import Stakeholder
from briefing_app.domain.text import Language, Text
from briefing_app.domain.visit import Visit
from briefing_app.planning.client_side import ClientSide
from briefing_app.planning.prepare import prepare
from tests.content.shipped import every

GAMES, VEHICLES = "visit-games-solution", "visit-vehicles-needs"
LANGUAGES = tuple(Language)

LONG_NAME = Text(
    "远洋智慧供应链科技发展股份有限公司华南区域数字化运营与客户成功联合创新中心" * 3,
    "The Long Established Holding Company for Connected Mobility, Games and Consumer Services",
)
LONG_TEXT = Text(
    "内容很多的时候，版面延续到下一页，而不会被截断。" * 20,
    "Where there is much to say the text goes on to the next page and nothing is cut off. " * 12,
)


@cache
def sample(visit_id: str) -> ClientSide:
    """The client's side of a shipped visit."""
    visit = next(one for one in every(Visit) if one.id == visit_id)
    opportunity = {one.id: one for one in every(Opportunity)}[visit.opportunity]
    client = {one.id: one for one in every(Client)}[opportunity.client]
    industry = {one.id: one for one in every(IndustryPack)}[client.industry]

    def of_opportunity(record_type: Any) -> tuple[Any, ...]:
        return tuple(one for one in every(record_type) if one.opportunity == opportunity.id)

    dossier = Dossier(
        visit=visit,
        opportunity=opportunity,
        client=client,
        industry=industry,
        company=every(OwnCompany)[0],
        people=tuple(one for one in every(Person) if one.client == client.id),
        stakeholders=of_opportunity(Stakeholder),
        needs=of_opportunity(Need),
        colleagues=tuple(every(Colleague)),
        products=tuple(every(Product)),
        cases=tuple(every(SuccessCase)),
    )
    return prepare(dossier, date(2026, 11, 23)).client_side


@cache
def light() -> ClientSide:
    """One product of which hardly anything is known; no cases, no trust, no team."""
    side = sample(GAMES)
    proposal = side.proposals[0]
    bare = replace(proposal.product, capabilities=(), works_in=(), facts=())
    return replace(
        side,
        client=replace(side.client, situation=Text()),
        industry=replace(side.industry, summary=Text(), processes=(), rollout=()),
        company=replace(
            side.company, trust=(), service=(), vision=Text(), essence=Text(), website=""
        ),
        pressures=(),
        needs=(),
        cases=(),
        team=(),
        proposals=(replace(proposal, value=None, answers=(), product=bare),),
    )


@cache
def heavy() -> ClientSide:
    """Twelve products, ten cases, very long names and texts, many reasons to trust us."""
    side = sample(GAMES)
    return replace(
        side,
        client=replace(side.client, name=LONG_NAME, short_name=Text(), situation=LONG_TEXT),
        company=replace(
            side.company,
            name=LONG_NAME,
            short_name=LONG_NAME,
            trust=side.company.trust * 5,
            service=side.company.service * 4,
        ),
        team=side.team * 5,
        proposals=tuple(
            _heavy_product(proposal, number)
            for number, proposal in enumerate(islice(cycle(side.proposals), 12), 1)
        ),
        cases=tuple(
            _heavy_case(case, number)
            for number, case in enumerate(islice(cycle(side.cases), 10), 1)
        ),
    )


def _heavy_product(proposal: Any, number: int) -> Any:
    product = proposal.product
    name = Text(f"{product.name.zh}{number}号", f"{product.name.en} No {number}")
    if number % 3 == 0:
        name = Text(LONG_NAME.zh + str(number), f"{LONG_NAME.en} {number}")
    return replace(
        proposal,
        product=replace(
            product,
            name=name,
            essence=LONG_TEXT if number % 4 == 0 else product.essence,
            capabilities=product.capabilities * (1 + number % 3),
            works_in=product.works_in * (1 + number % 2),
        ),
        value=replace(proposal.value, pain=LONG_TEXT) if number % 5 == 0 else proposal.value,
    )


def _heavy_case(chosen: Any, number: int) -> Any:
    case = chosen.case
    told = replace(
        case,
        customer=Text(f"{case.public_name.zh}{number}号", f"{case.public_name.en} No {number}"),
        situation=LONG_TEXT if number % 2 else case.situation,
        results=case.results * (1 + number % 4),
        quote=LONG_TEXT if number == 7 else case.quote,
    )
    return replace(chosen, case=told)


@cache
def pages_of(kind: str, language: Language) -> tuple[Page, ...]:
    """The brochure of ``games``, ``vehicles``, ``light`` or ``heavy`` content."""
    return brochure_pages(side_of(kind), language)


def side_of(kind: str) -> ClientSide:
    """The content by its name."""
    if kind == "light":
        return light()
    if kind == "heavy":
        return heavy()
    return sample({"games": GAMES, "vehicles": VEHICLES}[kind])


KINDS = ("games", "vehicles", "light", "heavy")


def boxes(page: Page, name: str = "") -> list[TextBox]:
    """The page's text boxes, or those of that name."""
    found = [part for part in page.elements if isinstance(part, TextBox)]
    return [box for box in found if not name or box.name == name]


def said(box: TextBox) -> str:
    """The words of a text box."""
    return " ".join(item.text for item in box.text.paragraphs)


def said_on(pages: tuple[Page, ...]) -> str:
    """All words of the pages without white space, which breaks change."""
    return "".join("".join(said(box).split()) for page in pages for box in boxes(page))


def squeezed(words: str) -> str:
    """The words without white space."""
    return "".join(words.split())
