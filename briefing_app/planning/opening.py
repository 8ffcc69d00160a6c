"""The first sentence to say: the meeting is won or lost on whom it speaks to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing_app.domain.audience import Audience
from briefing_app.domain.message import Message, say
from briefing_app.domain.opportunity import Stage
from briefing_app.planning.proposal import Hand


def opening(hand: Hand, audience: Audience) -> Message:
    """One sentence that holds nothing internal, since it is said to the client."""
    stage = hand.facts.stage
    if stage is Stage.DELIVERY_REVIEW and hand.products and audience is not Audience.EXECUTIVE:
        return say(
            "Let us look at what {products} brought you so far, and at what still gets in the way.",
            products=hand.product_names,
        )
    if not hand.products or (stage is Stage.FIRST_CONTACT and audience is Audience.MIXED):
        return say(
            "Before we show anything: what has to change at {client} for this meeting to be worth "
            "it?",
            client=hand.facts.dossier.client.display_name,
        )
    return _BY_AUDIENCE[audience](hand)


def _executive(hand: Hand) -> Message:
    client = hand.facts.dossier.client.display_name
    value = hand.value_of(hand.products[0])
    if value and value.value:
        return say(
            "We gain a client to grow with; what {client} gains, straight away: {value}",
            client=client,
            value=value.value,
        )
    return say(
        "Straight to the point: what {client} gains from {products}, and what we gain from you.",
        client=client,
        products=hand.product_names,
    )


def _users(hand: Hand) -> Message:
    return say(
        "Today is about your own work: you try {products} yourselves, and leave knowing how to "
        "start.",
        products=hand.product_names,
    )


def _technical(hand: Hand) -> Message:
    return say(
        "We show how {products} fits your systems, what connecting it takes, and what a test "
        "would have to prove.",
        products=hand.product_names,
    )


def _purchasing(hand: Hand) -> Message:
    return say(
        "We go through what {products} costs and saves, when each falls due, and how it fits "
        "your procedure.",
        products=hand.product_names,
    )


def _mixed(hand: Hand) -> Message:
    return say(
        "We start with what we understood of {client}; correct us, and then each of you gets an "
        "answer to the question that matters most to you.",
        client=hand.facts.dossier.client.display_name,
    )


_BY_AUDIENCE: Mapping[Audience, Callable[[Hand], Message]] = {
    Audience.EXECUTIVE: _executive,
    Audience.TECHNICAL: _technical,
    Audience.USERS: _users,
    Audience.PURCHASING: _purchasing,
    Audience.MIXED: _mixed,
}
