"""The order in which a page is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefing_app.documents.gate.breach import Breach, BreachKind
from briefing_app.documents.gate.fit import is_to_be_read
from briefing_app.documents.gate.page_texts import label
from briefing_app.documents.placed import Chart, Element, Page, Placeholder, Table, Tag, TextBox
from briefing_app.domain.message import Message, say

_BEFORE_TITLE = (Placeholder.KICKER, Placeholder.TITLE, Placeholder.CENTRED_TITLE)
_TITLES = (Placeholder.TITLE, Placeholder.CENTRED_TITLE)
_TOUCHING = 1.0


def disorder(number: int, page: Page) -> Iterator[Breach]:
    """On a slide, words that are read before its title but for the kicker, and within a column
    a text that is read after the one that stands below it."""
    if not page.layout:
        return
    boxes = [element for element in page.elements if _is_read(element)]
    for box in boxes:
        if isinstance(box, TextBox) and box.placeholder in _TITLES:
            break
        if not (isinstance(box, TextBox) and box.placeholder in _BEFORE_TITLE):
            yield _breach(number, box, say("it is read before the title."))
    for earlier, later in pairwise(boxes):
        if _is_above(later, earlier):
            yield _breach(
                number, later, say("it is read after “{other}” below it.", other=label(earlier))
            )


def _is_read(element: Element) -> bool:
    is_artifact = isinstance(element, TextBox) and element.tag is Tag.ARTIFACT
    return is_to_be_read(element) and not is_artifact


def _is_above(one: Element, other: Element) -> bool:
    if not isinstance(one, TextBox | Table | Chart) or not isinstance(
        other, TextBox | Table | Chart
    ):
        return False
    upper, lower = one.frame, other.frame
    across = min(upper.right, lower.right) - max(upper.x, lower.x)
    return across > _TOUCHING and upper.bottom <= lower.y + _TOUCHING


def _breach(number: int, box: Element, problem: Message) -> Breach:
    remedy = say("Report this as a fault of the program.")
    return Breach(number, label(box), problem, remedy, BreachKind.ORDER)
