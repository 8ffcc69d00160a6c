"""How to speak with each attendee: what to say, what to avoid, what we do not know yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing_app.domain.message import Message, say
from briefing_app.domain.offering import Product
from briefing_app.domain.stakeholder import BuyingRole, Influence, LineKind, Support
from briefing_app.domain.text import Text
from briefing_app.planning.briefing import AttendeeBrief, Because
from briefing_app.planning.concerns import Concerns, concerns_of
from briefing_app.planning.facts import Contact, Facts
from briefing_app.planning.proposal import Hand
from briefing_app.planning.reasons import because, fact
from briefing_app.planning.talk_lines import lines_for

_AVOID_BY_ROLE: Mapping[BuyingRole, Message] = {
    BuyingRole.DECIDER: say(
        "No tour of features, and no technical detail before the gain is clear."
    ),
    BuyingRole.BUDGET_HOLDER: say(
        "No figure outside the agreed frame, and no discount on the spot."
    ),
    BuyingRole.SIGNATORY: say("Do not ask for a short cut in the procedure."),
    BuyingRole.EVALUATOR: say("No slogans; promise nothing that a test would not show."),
    BuyingRole.USER: say("No talk of prices or headcount; it is about the person's own work."),
    BuyingRole.GATEKEEPER: say("Do not go round this person to reach the others."),
}


def attendee_briefs(hand: Hand) -> tuple[AttendeeBrief, ...]:
    """A brief for each of the client's people at the visit, in the visit's order."""
    return tuple(_brief(hand, contact) for contact in hand.facts.attending)


def _brief(hand: Hand, contact: Contact) -> AttendeeBrief:
    concerns = concerns_of(contact)
    return AttendeeBrief(
        person_id=contact.person.id,
        roles=contact.roles,
        support=contact.support,
        concerns=concerns.topics,
        say=_say(hand, contact, concerns),
        avoid=tuple(_avoid(hand.facts, contact)),
        gap=next(_gaps(contact, concerns), None),
        because=tuple(_because(contact, concerns)),
        concerns_are_assumed=concerns.assumed,
    )


def _say(hand: Hand, contact: Contact, concerns: Concerns) -> tuple[Message, ...]:
    """The first line on each concern, in their order, then more on the first; then manner."""
    by_topic = [lines_for(topic, hand) for topic, _ in concerns.topics]
    firsts = [lines[0] for lines in by_topic if lines]
    rest = [line for lines in by_topic for line in lines[1:]]
    product_lines = list(dict.fromkeys(firsts + rest))[: hand.facts.settings.talk_lines]
    return (*product_lines, *_manner(contact), *_talk_tracks(hand, contact))


def _manner(contact: Contact) -> Iterator[Message]:
    name = contact.person.name
    if not contact.roles:
        yield say(
            "Ask early what part {name} plays in this project and what would make it a success.",
            name=name,
        )
    if contact.support is Support.OPPONENT:
        yield say("Let {name} speak first, and ask what would have to be true to agree.", name=name)
    elif contact.support is Support.CHAMPION:
        yield say("Give {name} the figures to carry on inside the house.", name=name)


def _talk_tracks(hand: Hand, contact: Contact) -> Iterator[Message]:
    """The written talk tracks, for those whose work the product improves, else for everybody."""
    for product in hand.products:
        value = hand.value_of(product)
        improved = [c for c in hand.facts.attending if _improves(product, c)]
        if value and value.talk_track and contact in (improved or hand.facts.attending):
            yield say(
                "Talk track of {product}: {track}", product=product.name, track=value.talk_track
            )


def _improves(product: Product, contact: Contact) -> bool:
    return contact.person.department in product.adoption.improves


def _avoid(facts: Facts, contact: Contact) -> Iterator[Message]:
    for role in contact.roles:
        if role in _AVOID_BY_ROLE:
            yield _AVOID_BY_ROLE[role]
    if contact.support is Support.OPPONENT:
        yield say("Do not argue against {name} in front of the others.", name=contact.person.name)
    if not contact.is_met:
        yield say("First meeting with {name}: presume no familiarity.", name=contact.person.name)
    rivals = _rivals(facts, contact)
    if rivals:
        yield say(
            "Do not make {name} and {others} take sides: they are in conflict.",
            name=contact.person.name,
            others=rivals,
        )


def _rivals(facts: Facts, contact: Contact) -> tuple[Text, ...]:
    """The names of those at the same table with whom the person is in conflict."""
    mine = contact.person.id
    pairs = [
        (line.source, line.target)
        for line in facts.dossier.lines
        if line.kind is LineKind.CONFLICTS_WITH and mine in (line.source, line.target)
    ]
    others = {person for pair in pairs for person in pair} - {mine}
    return tuple(c.person.name for c in facts.attending if c.person.id in others)


def _gaps(contact: Contact, concerns: Concerns) -> Iterator[Message]:
    name = contact.person.name
    if contact.stakeholder is None:
        yield say("{name} is not on the map: we know neither role nor concerns.", name=name)
    if not contact.roles:
        yield say("We do not know which role {name} plays in the purchase.", name=name)
    if concerns.assumed:
        yield say("We only assume what {name} cares about: ask.", name=name)
    if not concerns.topics:
        yield say("We do not know what {name} cares about.", name=name)
    if contact.support is Support.UNKNOWN:
        yield say("We do not know where {name} stands.", name=name)
    if contact.influence is Influence.UNKNOWN:
        yield say("We do not know how much the word of {name} weighs.", name=name)


def _because(contact: Contact, concerns: Concerns) -> Iterator[Because]:
    name = contact.person.name
    if contact.roles:
        message = say("{name} in this project: {roles}.", name=name, roles=contact.roles)
        yield because(message, contact.fact("roles"))
    if concerns.assumed:
        message = say("No concern is recorded for {name}: assumed from the role.", name=name)
        yield because(message, contact.fact("roles"))
    elif concerns.topics:
        message = say(
            "On record as what {name} cares about: {topics}.",
            name=name,
            topics=tuple(topic for topic, _ in concerns.topics),
        )
        yield because(message, contact.fact("concerns"))
    else:
        yield because(say("Nothing is recorded about {name}.", name=name), fact(contact.person))
