"""The people we meet: a card for each, and in which order they stand."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.flow import Block, Row
from briefing_app.documents.stakeholder_map.arrangement import WEIGHT
from briefing_app.documents.text_fit import Paragraph, Span, paragraph, plain
from briefing_app.documents.visit_plan.blocks import (
    badges,
    bullets,
    columns,
    labelled,
    rows,
    rule,
    table,
    text,
    texts,
)
from briefing_app.documents.visit_plan.look import WIDTH
from briefing_app.documents.visit_plan.plan import SIGNS, Part, PartName, Plan, item
from briefing_app.domain.offering import Product
from briefing_app.domain.stakeholder import BuyingRole, Influence, Stakeholder, Support
from briefing_app.domain.text import Text
from briefing_app.domain.values import Evidence
from briefing_app.planning.briefing import AttendeeBrief

SIGN_WIDTH = 18.0
_INSIDE = WIDTH - SIGN_WIDTH
_LABEL = 76.0
_TEXT_WIDTH = _INSIDE - _LABEL
_ROLES = columns(_INSIDE, 1, 1)
_SHORT = columns(WIDTH, 22, 16, 22, 40)

CARDS = 12
"""So many people have a card each; where more come, the others share a table."""


def by_influence(plan: Plan) -> tuple[AttendeeBrief, ...]:
    """The attendees, the most influential first, deciders before others; else the visit's order."""

    def weight(brief: AttendeeBrief) -> tuple[int, bool]:
        known = plan.dossier.stakeholder(brief.person_id)
        influence = known.influence if known else Influence.UNKNOWN
        return WEIGHT[influence], BuyingRole.DECIDER not in brief.roles

    return tuple(sorted(plan.team.attendees, key=weight))


def people_part(plan: Plan) -> Part:
    """A card for each attendee; that nobody is named is worth a line."""
    attendees = by_influence(plan)
    if not attendees:
        nobody = plan.wording.phrase(
            "Nobody is named yet. Ask who will come, and what part each of them plays."
        )
        return Part(PartName.PEOPLE, (item(text(nobody, plan.look.body, WIDTH)),))
    shown, others = attendees[:CARDS], attendees[CARDS:]
    cards = [item(_card(plan, brief), 16.0, whole=True) for brief in shown]
    if others:
        title = plan.wording.phrase("The others in short")
        cards.append(item(text(title, plan.look.subheading, WIDTH), 18.0, leads=True))
        cards.append(item(_in_short(plan, others), 3.0))
    lead = plan.wording.phrase(
        "▲ for us, ● neutral, ▼ against us, ? unknown. The most influential stand first."
    )
    return Part(PartName.PEOPLE, tuple(cards), lead)


def _in_short(plan: Plan, others: tuple[AttendeeBrief, ...]) -> Block:
    """A row for each of those who weigh less, where many come."""
    phrase = plan.wording.phrase
    headings = (phrase("Who"), phrase("Role"), phrase("Cares about"), phrase("Say"))
    return table(headings, _SHORT, (_short_row(plan, one) for one in others), plan.look)


def _short_row(plan: Plan, brief: AttendeeBrief) -> list[Block | None]:
    look, wording = plan.look, plan.wording
    who, role, cares, say = _SHORT.widths
    person = plan.person(brief.person_id)
    name = f"{SIGNS[brief.support]} {wording.text(person.name)}"
    topics = wording.run_on(wording.label(topic) for topic, _detail in brief.concerns[:2])
    gap = wording.message(brief.gap) if brief.gap else ""
    first = next(_to_say(plan, brief), "")
    return [
        texts(
            (paragraph(name, look.strong), paragraph(wording.text(person.title), look.small)), who
        ),
        texts((paragraph(wording.listing(map(wording.label, brief.roles)), look.body),), role),
        texts((paragraph(topics, look.body),), cares),
        texts((paragraph(first, look.body), paragraph(gap, look.small)), say),
    ]


def _card(plan: Plan, brief: AttendeeBrief) -> Block:
    body = rows(_card_rows(plan, brief), 4.0)
    sign = text(SIGNS[brief.support], plan.look.subheading, SIGN_WIDTH)
    return rows(
        (rule(WIDTH), Row(((0.0, sign), (SIGN_WIDTH, body)))),
        7.0,
    )


def _card_rows(plan: Plan, brief: AttendeeBrief) -> Iterator[Block]:
    look, phrase = plan.look, plan.wording.phrase
    yield _head(plan, brief)
    yield labelled(phrase("Cares about"), _concerns(plan, brief), look, _LABEL)
    yield labelled(
        phrase("Say"), bullets(_to_say(plan, brief), look.body, _TEXT_WIDTH), look, _LABEL
    )
    yield labelled(
        phrase("Avoid"),
        bullets(map(plan.wording.message, brief.avoid), look.body, _TEXT_WIDTH),
        look,
        _LABEL,
    )
    if brief.gap:
        gap = text(plan.wording.message(brief.gap), look.strong, _TEXT_WIDTH)
        yield labelled(phrase("Find out"), gap, look, _LABEL)
    yield labelled(
        phrase("Note"), bullets(_notes(plan, brief), look.body, _TEXT_WIDTH), look, _LABEL
    )
    yield labelled(phrase("How we know"), _evidence(plan, brief), look, _LABEL)


def _notes(plan: Plan, brief: AttendeeBrief) -> Iterator[str]:
    """What colleagues wrote of the person in this project, then in general."""
    known = plan.dossier.stakeholder(brief.person_id)
    if known is not None:
        yield from plan.wording.text(known.note).split("\n")
    yield from plan.wording.text(plan.person(brief.person_id).note).split("\n")


def _to_say(plan: Plan, brief: AttendeeBrief) -> Iterator[str]:
    """The lines to say; a talk track stands in full with its product and is only named here."""
    tracks = {
        track: plan.wording.text(product.name)
        for product in plan.dossier.products
        if (track := _talk_track(plan, product))
    }
    named: list[str] = []
    for line in brief.say:
        quoted = (words for words in line.by_name.values() if isinstance(words, Text))
        products = [tracks[words] for words in quoted if words in tracks]
        named += products
        if not products:
            yield plan.wording.message(line)
    if named:
        products_in_row = plan.wording.listing(named)
        yield plan.wording.phrase(
            "Talk tracks: {products} (see “{part}”)",
            products=products_in_row,
            part=plan.wording.label(PartName.PRODUCTS),
        )


def _talk_track(plan: Plan, product: Product) -> Text:
    value = product.value_for(plan.dossier.industry.id)
    return value.talk_track if value else Text()


def _head(plan: Plan, brief: AttendeeBrief) -> Block:
    """The name with the roles beside it, and a line on where the person stands."""
    look = plan.look
    name = plan.wording.text(plan.person(brief.person_id).name)
    roles = badges([plan.wording.label(role) for role in brief.roles], look.badge, _ROLES.widths[1])
    first = _ROLES.row((text(name, look.subheading, _ROLES.widths[0]), roles))
    return rows((first, text(_position(plan, brief), look.small, _INSIDE)), 1.0)


def _position(plan: Plan, brief: AttendeeBrief) -> str:
    """Title, department, and where the person stands, on a line."""
    wording, person = plan.wording, plan.person(brief.person_id)
    known = plan.dossier.stakeholder(brief.person_id)
    facts = [wording.text(person.title) or wording.label(person.department)]
    facts.append(wording.label(brief.support))
    if known is not None:
        facts += [wording.label(known.influence), wording.label(known.coverage)]
    if known is not None and known.covered_by is not None:
        ours = plan.dossier.colleague(known.covered_by).name
        facts.append(wording.phrase("looked after by {name}", name=ours))
    return plan.wording.run_on(facts)


def _concerns(plan: Plan, brief: AttendeeBrief) -> Block | None:
    look, wording = plan.look, plan.wording
    paragraphs = [
        _concern(wording.label(topic), wording.text(detail), plan)
        for topic, detail in brief.concerns
    ]
    if brief.concerns_are_assumed:
        assumed = wording.phrase("Only assumed from the role.")
        paragraphs.append(paragraph(assumed, look.small))
    return texts(paragraphs, _TEXT_WIDTH)


def _concern(topic: str, detail: str, plan: Plan) -> Paragraph:
    if not plain(detail):
        return Paragraph((Span(plain(topic), bold=True),), plan.look.body)
    whole = plain(plan.wording.phrase("{topic}: {detail}", topic=topic, detail=detail))
    said = whole.removeprefix(plain(topic))
    return Paragraph((Span(plain(topic), bold=True), Span(said)), plan.look.body)


def _evidence(plan: Plan, brief: AttendeeBrief) -> Block | None:
    known = plan.dossier.stakeholder(brief.person_id)
    if known is None:
        return bullets([plan.reasons(brief.because)], plan.look.small, _TEXT_WIDTH)
    return texts(
        (paragraph(line, plan.look.small) for line in _evidence_lines(plan, brief, known)),
        _TEXT_WIDTH,
    )


def _evidence_lines(plan: Plan, brief: AttendeeBrief, known: Stakeholder) -> Iterator[str]:
    """One line for each thing known; those of the same origin share a line."""
    phrase = plan.wording.phrase
    held = (
        (phrase("Role"), known.roles_evidence, bool(brief.roles)),
        (phrase("Influence"), known.influence_evidence, known.influence is not Influence.UNKNOWN),
        (phrase("Support"), known.support_evidence, known.support is not Support.UNKNOWN),
        (phrase("Closeness"), known.coverage_evidence, True),
    )
    of_origin: dict[str, list[str]] = {}
    for what, evidence, is_known in held:
        if is_known:
            of_origin.setdefault(origin(plan, evidence), []).append(what)
    for words, things in of_origin.items():
        yield phrase("{facts}: {origin}", facts=plan.wording.listing(things), origin=words)


def origin(plan: Plan, evidence: Evidence) -> str:
    """Whether a fact is confirmed, by whom and when."""
    parts = [plan.wording.label(evidence.certainty)]
    source = plan.wording.text(evidence.source)
    if plain(source):
        parts.append(source)
    if evidence.on is not None:
        parts.append(plan.wording.day(evidence.on))
    return plan.wording.run_on(parts)
