"""What belongs to one stage: who we are, questions back, priorities, what was agreed."""

from __future__ import annotations

from briefing_app.documents.deck.block import Block, Point
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Matrix, MatrixRow, Understanding
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.documents.deck.story_blocks import Step, Steps
from briefing_app.planning.client_side import PlannedSlide, SharedFollowUp


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
    """What we would like to hear today."""
    words = telling.words
    asked = _numbered(tuple(words.label(question) for question in telling.side.questions))
    if not asked:
        return ()
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


def priorities(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The needs with empty columns, to be set into an order together at the meeting."""
    words, listed = telling.words, telling.side.listed_needs
    columns = (words.phrase("First"), words.phrase("Next"), words.phrase("Later"))
    rows = tuple(
        MatrixRow(telling.read(need.statement), (False,) * len(columns)) for need in listed
    )
    body = Matrix(
        need_label=words.phrase("Your need"),
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
    kicker = telling.of_the_weightiest(words.phrase("Priorities"))
    return _slide(planned, kicker, titles, LayoutName.TABLE, body)


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
