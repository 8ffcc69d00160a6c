"""Descriptions for people who cannot see a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing_app.documents.gate.breach import Breach, BreachKind
from briefing_app.documents.placed import (
    Chart,
    Element,
    Page,
    Table,
    TextBox,
)
from briefing_app.domain.message import Message, say

_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|gif|svg|emf|wmf|bmp|tiff?)", re.IGNORECASE)


def undescribed(number: int, page: Page) -> Iterator[Breach]:
    """Charts and tables without a description, and figures described by a file's name."""
    for element in page.elements:
        if isinstance(element, TextBox):
            continue
        alt = element.alt.strip()
        if isinstance(element, Table | Chart) and not alt:
            yield _breach(
                number, element, say("it has no description for people who cannot see it.")
            )
        elif _FILE_NAME.fullmatch(alt):
            yield _breach(number, element, say("its description is the name of a file."))


def _breach(number: int, element: Element, problem: Message) -> Breach:
    remedy = say("Report this as a fault of the program.")
    return Breach(number, element.name, problem, remedy, BreachKind.ALT_TEXT)
