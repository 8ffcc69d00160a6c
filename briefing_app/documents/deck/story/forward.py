"""The way forward: commercial frame, next steps, contacts, appendix."""

from __future__ import annotations

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.diagram_blocks import Lane, Roadmap, Stretch, Tick
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story.adoption import weeks_words
from briefing_app.documents.deck.story.telling import Telling
from briefing_app.documents.deck.story_blocks import (
    Agreement,
    Contact,
    Contacts,
    FactRow,
    FactTable,
    Step,
    Steps,
)
from briefing_app.domain.opportunity import Stage
from briefing_app.planning.client_side import PlannedSlide, Proposal

_FEWEST_DATED, _MOST_DATED = 2, 5
_BETWEEN_NAMES = " ,，、:：·-–—"


def commercial(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The commercial frame; nothing where it may not be shared."""
    words, side = telling.words, telling.side
    frame = telling.read(side.opportunity.commercial_frame)
    if not frame:
        return ()
    points = tuple(
        Point(telling.read(item.product.name), time)
        for item in side.proposals
        if (time := weeks_words(telling, item))
    )
    titles = (
        words.phrase(
            "{project}: this is the frame that we propose to {client}",
            project=side.opportunity.name,
            client=telling.client,
        ),
        words.phrase("This is the frame that we propose"),
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Commercial frame"),
            titles=titles,
            layout=LayoutName.STATEMENT,
            body=Agreement(
                label=words.phrase("Our proposal"),
                words=frame,
                points_label=words.phrase("Time to go live"),
                points=points,
            ),
        ),
    )


def next_steps(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """What is done next, by whom, until when; suggestions where nothing is agreed yet."""
    words, agreed = telling.words, telling.side.next_steps
    steps = tuple(
        Step(
            number=f"{number}",
            what=telling.read(item.what),
            owner=telling.read(item.owner),
            due=words.short_day(item.due) if item.due else words.phrase("to be agreed"),
        )
        for number, item in enumerate(agreed, start=1)
    )
    roadmap = _roadmap(telling)
    block = Steps(
        what_label=words.phrase("Next step"),
        owner_label=words.phrase("Owner"),
        due_label=words.phrase("Due"),
        steps=steps or _suggested(telling),
        alt=words.phrase("Table of next steps with owner and date"),
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Next steps"),
            titles=_next_titles(telling, len(block.steps)),
            layout=LayoutName.NEXT_STEPS,
            body=roadmap or block,
        ),
    )


def _roadmap(telling: Telling) -> Roadmap | None:
    """The agreed steps in lanes of who does them; ``None`` where a date is open."""
    words, agreed = telling.words, telling.side.next_steps
    dated = sorted((item.due, place) for place, item in enumerate(agreed) if item.due)
    if not _FEWEST_DATED <= len(dated) == len(agreed) <= _MOST_DATED:
        return None
    lanes: dict[str, list[Stretch]] = {name: [] for name in (telling.company, telling.client)}
    ticks: list[Tick] = []
    for number, (due, place) in enumerate(dated, start=1):
        stop = number / len(dated)
        ticks.append(Tick(stop, words.short_day(due)))
        lane, person = _whose(telling, telling.read(agreed[place].owner))
        before = lanes.setdefault(lane, [])
        stretch = Stretch(
            before[-1].stop if before else 0.0,
            stop,
            telling.read(agreed[place].what),
            person,
            is_ours=lane == telling.company,
        )
        before.append(stretch)
    kept = tuple(Lane(name, tuple(work)) for name, work in lanes.items() if work)
    return Roadmap(ticks=tuple(ticks), lanes=kept)


def _whose(telling: Telling, owner: str) -> tuple[str, str]:
    """The lane that an owner belongs to, and who it is there."""
    side = telling.side
    for lane, known in (
        (telling.company, (telling.company, telling.read(side.company.name))),
        (telling.client, (telling.client, telling.read(side.client.name))),
    ):
        for name in sorted(filter(None, known), key=len, reverse=True):
            if owner.startswith(name):
                return lane, owner.removeprefix(name).lstrip(_BETWEEN_NAMES)
    return telling.words.phrase("Together"), owner


def _suggested(telling: Telling) -> tuple[Step, ...]:
    words = telling.words
    match telling.side.stage:
        case Stage.FIRST_CONTACT | Stage.NEEDS:
            whats = (
                words.phrase("Confirm the needs and their order"),
                words.phrase("Name the people who work on it on both sides"),
                words.phrase("Fix the date of the next meeting"),
            )
        case Stage.SOLUTION:
            whats = (
                words.phrase("Agree what a trial has to show"),
                words.phrase("Settle the open technical questions"),
                words.phrase("Fix the date of the decision"),
            )
        case Stage.NEGOTIATION:
            whats = (
                words.phrase("Settle the open points of the contract"),
                words.phrase("Plan the start of the rollout"),
                words.phrase("Fix the date of signing"),
            )
        case Stage.DELIVERY_REVIEW:
            whats = (
                words.phrase("Agree what is still to be improved"),
                words.phrase("Plan training for new users"),
                words.phrase("Fix the date of the next review"),
            )
    both = words.listing((telling.client, telling.company))
    date = words.phrase("to be agreed")
    return tuple(Step(f"{number}", what, both, date) for number, what in enumerate(whats, start=1))


def _next_titles(telling: Telling, count: int) -> tuple[str, ...]:
    words, agreed = telling.words, telling.side.next_steps
    fixed = words.phrase("These steps bring us further from here")
    if not agreed:
        suggested = words.phrase(
            "{count} steps would bring {client} and {company} further from here",
            count=count,
            client=telling.client,
            company=telling.company,
        )
        return suggested, fixed
    dates = [item.due for item in agreed if item.due]
    if not dates:
        return (_counted_steps(telling, count), fixed)
    by_date = words.counted(
        "One step comes next: until {day}",
        "{count} steps come next; the first is due on {day}",
        count,
        day=words.day(min(dates)),
    )
    return by_date, _counted_steps(telling, count), fixed


def _counted_steps(telling: Telling, count: int) -> str:
    return telling.words.counted(
        "One step comes next for {client} and {company}",
        "{count} steps come next for {client} and {company}",
        count,
        client=telling.client,
        company=telling.company,
    )


def contacts(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """Whom to ask."""
    words, company = telling.words, telling.side.company
    people = tuple(
        Contact(
            telling.read(person.name),
            telling.read(person.title),
            tuple(filter(None, (person.phone, person.email))),
        )
        for person in telling.side.team
    )
    lines = _company_lines(telling)
    if not (people or lines):
        return ()
    names = words.listing(person.name for person in people)
    titles = (
        words.phrase(
            "{names} answer your questions at {company}", names=names, company=telling.company
        )
        if people
        else "",
        words.phrase("These people answer your questions"),
    )
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Appendix · Contacts"),
            titles=titles,
            layout=LayoutName.TITLE_ONLY,
            body=Contacts(people=people, company=telling.read(company.name), company_lines=lines),
        ),
    )


def _company_lines(telling: Telling) -> tuple[str, ...]:
    """How our company is reached, as on a business card."""
    company = telling.side.company
    website = company.website.removeprefix("https://").removeprefix("http://")
    lines = (telling.read(company.address), company.phone, company.email, website)
    return tuple(filter(None, lines))


def appendix(telling: Telling, planned: PlannedSlide) -> tuple[Slide, ...]:
    """The products' facts, to look up."""
    words = telling.words
    rows = tuple(row for item in telling.side.proposals for row in _fact_rows(telling, item))
    if not rows:
        return ()
    titles = (
        words.counted(
            "One fact to look up on {products}",
            "{count} facts to look up on {products}",
            len(rows),
            products=telling.products,
        ),
        words.phrase("The products' facts, to look up"),
    )
    headings = (words.phrase("Product"), words.phrase("Fact"), words.phrase("Details"))
    return (
        Slide(
            key=planned.key,
            kicker=words.phrase("Appendix · Facts"),
            titles=titles,
            layout=LayoutName.TABLE,
            body=FactTable(
                headings=headings, rows=rows, alt=words.phrase("Table of product facts")
            ),
        ),
    )


def _fact_rows(telling: Telling, item: Proposal) -> tuple[FactRow, ...]:
    name = telling.read(item.product.name)
    facts = (Point(telling.read(f.name), telling.read(f.detail)) for f in item.product.facts)
    return tuple(FactRow(name, fact) for fact in facts)
