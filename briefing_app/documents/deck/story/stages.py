"""What belongs to one stage: who we are, questions back, priorities, options, what was agreed."""

from __future__ import annotations

from briefing_app.documents.deck.block import Block, Point
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Matrix, MatrixRow, Understanding
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.adoption import weeks_words
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.documents.deck.story_blocks import RuledList, RuledLists, Step, Steps
from briefing_app.domain.opportunity import Stage
from briefing_app.planning.client_side import PlannedSlide, Proposal, SharedFollowUp


def introduction(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """Who we are, and why we asked for this talk."""
    words, side = telling.words, telling.side
    reasons = (telling.read(side.visit.purpose), telling.read(side.company.vision))
    body = Understanding(
        quote=telling.read(side.company.essence),
        points_label=words.phrase("Why we asked for this talk"),
        points=_numbered(reasons),
    )
    titles = (
        words.phrase(
            "Why {company} would like to talk with {client}",
            company=telling.company,
            client=telling.client,
        ),
        words.phrase("Who we are, and why we would like to talk with you"),
    )
    return _slide(planned, words.phrase("Who we are"), titles, LayoutName.STATEMENT, body)


def questions(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """What we would like to hear today; the first talk asks wider than later ones."""
    words, asked = telling.words, _numbered(_asked(telling))
    body = Understanding(quote="", points_label=words.phrase("We would like to hear"), points=asked)
    titles = (
        words.phrase(
            "{count} questions whose answers only {client} can give",
            count=len(asked),
            client=telling.client,
        ),
        words.phrase("Questions whose answers only you can give"),
    )
    kicker = words.phrase("Questions to you")
    return _slide(planned, kicker, titles, LayoutName.TITLE_AND_CONTENT, body)


def _asked(telling: Telling) -> tuple[str, ...]:
    words = telling.words
    if telling.side.stage is Stage.FIRST_CONTACT:
        return (
            words.phrase("Which result must get better this year?"),
            words.phrase("What have you tried so far, and what came of it?"),
            words.phrase("Who should be part of the next talk?"),
        )
    return (
        words.phrase("Did we understand your needs, and is one missing?"),
        words.phrase("By when must the first of them be met?"),
        words.phrase("How will you tell that it was worth it?"),
    )


def priorities(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The needs with empty columns, to be set into an order together at the meeting."""
    words, listed = telling.words, telling.side.listed_needs
    columns = (words.phrase("First"), words.phrase("Next"), words.phrase("Later"))
    rows = tuple(
        MatrixRow(telling.read(need.statement), (False,) * len(columns)) for need in listed
    )
    body = Matrix(
        need_label=telling.needs_label(words.phrase("Your need")),
        products_label=words.phrase("When it matters"),
        products=columns,
        rows=rows,
        alt=words.phrase("Table of needs, to be set into an order together"),
    )
    titles = (
        words.phrase(
            "Which of the {count} needs of {client} come first? Let us settle it today",
            count=len(telling.side.needs),
            client=telling.client,
        ),
        words.phrase("Which of your needs come first?"),
    )
    return _slide(planned, words.phrase("Priorities"), titles, LayoutName.TABLE, body)


def options(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """Starting with the product that answers most, beside starting with all of them."""
    words, proposals = telling.words, telling.side.proposals
    if len(proposals) < 2:
        return ()
    first = max(proposals, key=lambda item: len(item.answers))
    lists = (
        RuledList(
            words.phrase("Start with {product}", product=first.product.name),
            _option(telling, (first,)),
        ),
        RuledList(words.phrase("Start with everything"), _option(telling, proposals)),
    )
    titles = (
        words.phrase("{client} can start with one product or with all", client=telling.client),
        words.phrase("Two ways to start, side by side"),
    )
    kicker, body = words.phrase("Options"), RuledLists(lists=lists)
    return _slide(planned, kicker, titles, LayoutName.TITLE_AND_CONTENT, body)


def _option(telling: Telling, chosen: tuple[Proposal, ...]) -> tuple[Point, ...]:
    words = telling.words
    names = words.listing(telling.read(item.product.name) for item in chosen)
    answered = len({need for item in chosen for need in item.answers})
    slowest = max(chosen, key=lambda item: item.product.adoption.typical_weeks)
    points = [
        Point(words.phrase("It includes"), names),
        Point(
            words.phrase("It answers"),
            words.phrase(
                "{answered} of {total} needs", answered=answered, total=len(telling.side.needs)
            ),
        ),
        Point(words.phrase("Time to go live"), weeks_words(telling, slowest)),
    ]
    return tuple(point for point in points if point.detail)


def give_and_take(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """What each side puts in."""
    words, side = telling.words, telling.side
    ours = tuple(Point("", telling.read(service)) for service in side.company.service)
    theirs = tuple(
        Point(telling.read(item.product.name), effort)
        for item in side.proposals
        if (effort := telling.read(item.product.adoption.client_effort))
    )
    lists = (
        RuledList(words.phrase("{name} brings", name=telling.company), ours),
        RuledList(words.phrase("{name} brings", name=telling.client), theirs),
    )
    kept = tuple(one for one in lists if one.points)
    titles = (
        words.phrase(
            "What {company} and {client} each bring",
            company=telling.company,
            client=telling.client,
        ),
        words.phrase("What each side brings"),
    )
    kicker, body = words.phrase("What both sides give"), RuledLists(lists=kept)
    return _slide(planned, kicker, titles, LayoutName.TITLE_AND_CONTENT, body) if kept else ()


def progress(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """What was agreed, and where it stands today."""
    words, agreed = telling.words, telling.side.agreed
    if not agreed:
        return ()
    done = sum(item.done_on is not None for item in agreed)
    body = Steps(
        what_label=words.phrase("What was agreed"),
        owner_label=words.phrase("Owner"),
        due_label=words.phrase("Where it stands"),
        steps=tuple(
            Step(
                f"{number}",
                telling.read(item.what),
                telling.read(item.owner),
                _state(telling, item),
            )
            for number, item in enumerate(agreed, start=1)
        ),
        alt=words.phrase("Table of what was agreed, with owner and state"),
    )
    titles = (
        words.phrase("{done} of {total} agreed steps are done", done=done, total=len(agreed))
        if done
        else "",
        words.phrase("What was agreed, and where it stands"),
    )
    return _slide(planned, words.phrase("Where we stand"), titles, LayoutName.NEXT_STEPS, body)


def _state(telling: Telling, item: SharedFollowUp) -> str:
    words = telling.words
    if item.done_on:
        return words.phrase("done {day}", day=words.short_day(item.done_on))
    if item.due:
        return words.phrase("due {day}", day=words.short_day(item.due))
    return words.phrase("open")


def _numbered(lines: tuple[str, ...]) -> tuple[Point, ...]:
    kept = (line for line in lines if line)
    return tuple(Point(f"{number}", line) for number, line in enumerate(kept, start=1))


def _slide(
    planned: PlannedSlide, kicker: str, titles: tuple[str, ...], layout: LayoutName, body: Block
) -> tuple[Slide, ...]:
    return (Slide(key=planned.key, kicker=kicker, titles=titles, layout=layout, body=body),)
