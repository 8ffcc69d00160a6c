"""One title a slide, and no two slides of the same title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.documents.gate.breach import Breach, BreachKind
from briefing_app.documents.placed import Page, Placeholder, TextBox
from briefing_app.domain.message import Message, say

_TITLES = (Placeholder.TITLE, Placeholder.CENTRED_TITLE)


def title_faults(number: int, page: Page) -> Iterator[Breach]:
    """A page without a title, and a slide with none or several in the place of the title."""
    if not page.title.strip():
        yield _breach(number, say("the page has no title."))
    if page.layout:
        count = sum(isinstance(e, TextBox) and e.placeholder in _TITLES for e in page.elements)
        if count > 1:
            yield _breach(number, say("the slide has {count} titles.", count=count))
        elif not count:
            yield _breach(number, say("the slide shows no title."))


def repeated_titles(pages: Sequence[Page]) -> Iterator[Breach]:
    """Slides that a list of slides cannot tell apart; neighbours are one slide told in parts."""
    last: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        title = page.title.strip()
        if page.layout and title:
            before = last.get(title, number)
            last[title] = number
            if number - before > 1:
                says = say("slide {first} has the same title.", first=before)
                yield _breach(number, says)


def _breach(number: int, problem: Message) -> Breach:
    remedy = say("Fill in the text that it is made from.")
    return Breach(number, "title", problem, remedy, BreachKind.TITLE)
