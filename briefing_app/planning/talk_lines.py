"""What to say to somebody who has a certain concern, made of what we have in hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from briefing_app.domain.message import Message, say, say_count
from briefing_app.domain.offering import Product, RunningDependence, TrustSource
from briefing_app.domain.stakeholder import ConcernTopic
from briefing_app.domain.text import Text
from briefing_app.domain.values import Measure
from briefing_app.planning.product_fit import answers
from briefing_app.planning.proposal import Hand

Lines = Iterator[Message]


def lines_for(topic: ConcernTopic, hand: Hand) -> tuple[Message, ...]:
    """What to say about a concern; where we have nothing, how to deal with that openly."""
    return tuple(_LINES[topic](hand))


def _daily_work(hand: Hand) -> Lines:
    told = False
    for product in hand.products:
        value = hand.value_of(product)
        if value and value.day_before and value.day_after:
            told = True
            yield say(
                "{product} changes the day: from “{before}” to “{after}”",
                product=product.name,
                before=value.day_before,
                after=value.day_after,
            )
    if not told:
        yield say("Ask to be shown the work as it is done today, before talking of any change.")


def _training(hand: Hand) -> Lines:
    if hand.products:
        yield say(
            "Offer hands-on training in {products}, ending with an assessment set together.",
            products=hand.product_names,
        )
    else:
        yield say("Offer training that ends with an assessment set together.")


def _features(hand: Hand) -> Lines:
    for need in hand.facts.needs[:3]:
        product = next((p for p in hand.products if answers(p, need)), None)
        if product and need.statement:
            yield say(
                "Start from the need “{need}” and show how {product} answers it.",
                need=need.statement,
                product=product.name,
            )
            return
    yield say("Ask which task it must do first; promise nothing that was not tried.")


def _integration(hand: Hand) -> Lines:
    for product in hand.products[:2]:
        yield from _connecting(product)
    if not hand.products:
        yield say("Ask which systems it must connect to and who looks after them.")


def _connecting(product: Product) -> Lines:
    profile = product.adoption
    if profile.typical_weeks:
        yield say_count(
            "Connecting {product}: {integration}, usually {count} week.",
            "Connecting {product}: {integration}, usually {count} weeks.",
            profile.typical_weeks,
            product=product.name,
            integration=profile.integration,
        )
    else:
        yield say(
            "Connecting {product}: {integration}.",
            product=product.name,
            integration=profile.integration,
        )
    if profile.client_effort:
        yield say(
            "What {product} asks of them: {effort}",
            product=product.name,
            effort=profile.client_effort,
        )


def _reliability(hand: Hand) -> Lines:
    for product in hand.products[:2]:
        if product.adoption.running_dependence is RunningDependence.STANDING:
            yield say(
                "Say it before they do: faults of {product} come back to their engineers. "
                "Name who of us is on call.",
                product=product.name,
            )
        else:
            yield say(
                "In operation, {product}: {dependence}.",
                product=product.name,
                dependence=product.adoption.running_dependence,
            )
    if not hand.products:
        yield say("Ask what a stop of an hour would cost them.")


def _proof(hand: Hand) -> Lines:
    trust = hand.trust(TrustSource.CERTIFICATION)
    if trust is None:
        yield say("We have no certificate on record: do not claim one, ask which are required.")
    elif trust.proof:
        yield say(
            "Show the proof, not the logo: {statement} ({proof})",
            statement=trust.statement,
            proof=trust.proof,
        )
    else:
        yield say("Say what is certified: {statement}", statement=trust.statement)


def _security(hand: Hand) -> Lines:
    yield from _proof(hand)
    yield say("Ask which data may leave the company and who signs for it.")


def _compliance(hand: Hand) -> Lines:
    yield from _proof(hand)
    yield say("Ask which rules the contract must meet, and get the list in writing.")


def _cost(hand: Hand) -> Lines:
    opportunity = hand.facts.dossier.opportunity
    if not opportunity.pricing_is_shareable:
        yield say(
            "Prices are not released for this project: give the day on which a frame follows."
        )
    elif opportunity.commercial_frame:
        yield say("Go through the frame openly: {frame}", frame=opportunity.commercial_frame)
    else:
        yield say("Prices may be shown, but no frame is written: bring one or name the day.")


def _savings(hand: Hand) -> Lines:
    told = False
    for product in hand.products:
        value = hand.value_of(product)
        for measure in value.measures[:1] if value else ():
            told = True
            change = _change(measure)
            if measure.is_example:
                yield say("{change}. Say that it is an example.", change=change)
            else:
                yield say("{change}.", change=change)
    if not told:
        yield say("No figure is written for this industry: work out the saving with their numbers.")


def _change(measure: Measure) -> Message:
    """From the figure of today to the one afterwards; the sign for per cent stands on each."""
    before, after = measure.before, measure.after
    if measure.unit == Text.same("%"):
        return say(
            "{label}: {before}% to {after}%", label=measure.label, before=before, after=after
        )
    return say(
        "{label}: {before} to {after} {unit}",
        label=measure.label,
        before=before,
        after=after,
        unit=measure.unit,
    )


def _mutual_gain(hand: Hand) -> Lines:
    client = hand.facts.dossier.client
    product = next((p for p in hand.products if hand.value_of(p)), None)
    value = hand.value_of(product) if product else None
    if value and value.value:
        yield say(
            "Within the first minute, what {client} gains: {value}",
            client=client.display_name,
            value=value.value,
        )
    else:
        yield say(
            "Ask which result {client} must reach this year, and answer with that alone.",
            client=client.display_name,
        )
    vision = hand.trust(TrustSource.VISION)
    shared = vision.statement if vision else hand.company.vision
    if shared:
        yield say("Then what we both gain: {vision}", vision=shared)


def _references(hand: Hand) -> Lines:
    for case in hand.cases[:2]:
        if case.what_was_done:
            yield say(
                "Tell how {case} did it: {done}",
                case=case.name_in_sentence,
                done=case.what_was_done,
            )
        else:
            yield say("Tell the case of {case}.", case=case.name_in_sentence)
    if not hand.cases:
        yield say("No case may be shown: offer a trial with a measure agreed beforehand.")


def _risk(hand: Hand) -> Lines:
    core = next((p for p in hand.products if p.adoption.on_core_flow), None)
    if core:
        yield say(
            "{product} sits on the core business: propose a small start and a way back.",
            product=core.name,
        )
    else:
        yield say("Ask what could go wrong in their eyes, and agree who watches each point.")
    yield from tuple(_references(hand))[:1]


def _process(hand: Hand) -> Lines:
    decision = hand.facts.dossier.opportunity.expected_decision
    yield say(
        "Ask for the approval levels and whether a tender is needed; fit our dates to theirs."
    )
    if decision:
        yield say("Check that the decision still falls on {day}.", day=decision)


def _vendor(hand: Hand) -> Lines:
    trust = hand.trust(TrustSource.STABILITY, TrustSource.PRODUCT_AND_SERVICE)
    if trust:
        yield say("Why we will be there for years: {statement}", statement=trust.statement)
    else:
        yield say("Name the person of ours who stays with them after the contract.")


_LINES: Mapping[ConcernTopic, Callable[[Hand], Lines]] = {
    ConcernTopic.DAILY_WORK: _daily_work,
    ConcernTopic.TRAINING: _training,
    ConcernTopic.FEATURES: _features,
    ConcernTopic.INTEGRATION: _integration,
    ConcernTopic.RELIABILITY: _reliability,
    ConcernTopic.SECURITY: _security,
    ConcernTopic.COST: _cost,
    ConcernTopic.SAVINGS: _savings,
    ConcernTopic.MUTUAL_GAIN: _mutual_gain,
    ConcernTopic.REFERENCES: _references,
    ConcernTopic.RISK: _risk,
    ConcernTopic.COMPLIANCE: _compliance,
    ConcernTopic.PROCESS: _process,
    ConcernTopic.VENDOR: _vendor,
}
