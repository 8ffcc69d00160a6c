"""The agenda: parts by stage and audience, fitted to the minute into the time of the visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing_app.domain.audience import Audience
from briefing_app.domain.message import Message, say
from briefing_app.domain.opportunity import Stage
from briefing_app.errors import UserError
from briefing_app.planning.briefing import AgendaItem

_STEP = 5  # minutes; the shortest part, and the unit in which parts grow
_BREAK_FROM, _BREAK = 150, 15
_LUNCH_FROM, _LUNCH = 300, 60


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the meeting. ``weight`` shares out time; the lowest ``keep`` is dropped first."""

    title: Message
    purpose: Message
    weight: int
    keep: int


_OPENING = _Part(
    say("Opening"), say("Say the opening sentence; agree the aim and the end of the meeting."), 1, 7
)
_CLOSING = _Part(
    say("Next steps"), say("Name an owner and a date for each step before anybody leaves."), 1, 8
)

_STAGE_PARTS: Mapping[Stage, tuple[_Part, ...]] = {
    Stage.FIRST_CONTACT: (
        _Part(
            say("The client's situation"),
            say("Listen: how the business runs, what presses, who has a part in it."),
            4,
            9,
        ),
        _Part(
            say("Who we are and who uses it"),
            say("The product in one sentence, one case of the same industry."),
            2,
            4,
        ),
    ),
    Stage.NEEDS: (
        _Part(
            say("What we understood"), say("Play it back in their words and be corrected."), 2, 5
        ),
        _Part(
            say("The needs, one by one"),
            say("For each: how it is done today, what it costs, who is hurt, how urgent."),
            4,
            9,
        ),
        _Part(
            say("The way to a decision"),
            say("Stage, budget, dates, who else must agree, how it would be delivered."),
            2,
            6,
        ),
    ),
    Stage.SOLUTION: (
        _Part(
            say("The needs as confirmed"), say("Two minutes to make sure that nothing moved."), 1, 4
        ),
        _Part(
            say("The solution, need by need"),
            say("Show only what answers a need on the list."),
            3,
            9,
        ),
    ),
    Stage.NEGOTIATION: (
        _Part(
            say("The value agreed so far"), say("Recall what it is worth before any price."), 1, 5
        ),
        _Part(
            say("Terms"),
            say("Stay within the agreed frame; give nothing without getting something."),
            4,
            9,
        ),
        _Part(
            say("Rollout and approvals"),
            say("Dates, approval levels, what must happen before the signature."),
            2,
            6,
        ),
    ),
    Stage.DELIVERY_REVIEW: (
        _Part(
            say("Results against what was expected"),
            say("Their figures beside ours; name what fell short."),
            3,
            9,
        ),
        _Part(
            say("Problems met in use"),
            say("Take each down with owner and date; they improve the product."),
            3,
            6,
        ),
    ),
}

_AUDIENCE_PART: Mapping[Audience, _Part] = {
    Audience.EXECUTIVE: _Part(
        say("What both sides gain"), say("The gain, one proof, then let them talk."), 3, 6
    ),
    Audience.TECHNICAL: _Part(
        say("How it works and connects"),
        say("Architecture, effort, operation; what a test must prove."),
        4,
        6,
    ),
    Audience.USERS: _Part(
        say("Hands-on"), say("They do one of their own tasks; we only answer."), 4, 6
    ),
    Audience.PURCHASING: _Part(
        say("Cost, savings and procedure"),
        say("What falls due when, what it saves, which approvals it needs."),
        3,
        6,
    ),
    Audience.MIXED: _Part(
        say("An answer for each role"),
        say("Each attendee's first concern, by the slides planned for it."),
        3,
        6,
    ),
}

_QUESTIONS = _Part(
    say("Questions and concerns"),
    say("Ask the must-ask questions; write objections down word for word."),
    2,
    3,
)


def agenda(stage: Stage, audience: Audience, minutes: int) -> tuple[AgendaItem, ...]:
    """Items that follow one another and last exactly ``minutes`` together.

    No item is shorter than five minutes, unless the whole meeting is. Raises UserError for a
    meeting without any time.
    """
    if minutes < 1:
        raise UserError("The visit lasts {minutes} minutes; give it at least 15.", minutes=minutes)
    parts = (_OPENING, *_STAGE_PARTS[stage], _AUDIENCE_PART[audience], _QUESTIONS, _CLOSING)
    pause = _pause(minutes)
    working = minutes - (pause.minutes if pause else 0)
    items = _timed(_fitting(parts, working), working)
    if pause:
        items.insert(len(items) // 2, pause)
    starts = accumulate((item.minutes for item in items), initial=0)
    return tuple(
        AgendaItem(starts_after=start, minutes=item.minutes, title=item.title, purpose=item.purpose)
        for start, item in zip(starts, items, strict=False)
    )


def _pause(minutes: int) -> AgendaItem | None:
    if minutes < _BREAK_FROM:
        return None
    if minutes < _LUNCH_FROM:
        title, purpose, length = say("Break"), say("Talk with those who said little."), _BREAK
    else:
        title, purpose, length = say("Lunch"), say("Sit beside those we know least."), _LUNCH
    return AgendaItem(starts_after=0, minutes=length, title=title, purpose=purpose)


def _fitting(parts: Sequence[_Part], minutes: int) -> list[_Part]:
    """The parts that get five minutes at least; the dispensable ones give way."""
    most = max(1, minutes // _STEP)
    kept = sorted(parts, key=lambda part: -part.keep)[:most]
    return [part for part in parts if part in kept]


def _timed(parts: Sequence[_Part], minutes: int) -> list[AgendaItem]:
    """Five minutes for each, the rest by weight in steps of five, odd minutes to the main part."""
    steps = max(0, minutes // _STEP - len(parts))
    weights = [part.weight for part in parts]
    given = [steps * weight // sum(weights) for weight in weights]
    by_loss = sorted(range(len(parts)), key=lambda i: given[i] * sum(weights) - steps * weights[i])
    for index in by_loss[: steps - sum(given)]:
        given[index] += 1
    lengths = [_STEP * (1 + extra) for extra in given]
    lengths[weights.index(max(weights))] += minutes - sum(lengths)
    return [
        AgendaItem(starts_after=0, minutes=length, title=part.title, purpose=part.purpose)
        for part, length in zip(parts, lengths, strict=True)
    ]
