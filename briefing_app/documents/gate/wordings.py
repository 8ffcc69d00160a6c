"""Words that must not stand on a page: names of others, internal facts, texts to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing_app.documents.gate.breach import Breach, BreachKind
from briefing_app.documents.gate.mention import Mention
from briefing_app.documents.gate.page_texts import label, texts_of
from briefing_app.documents.gate.words import Forbidden
from briefing_app.documents.placed import Page
from briefing_app.domain.message import say

_LEFTOVER = re.compile(
    r"lorem ipsum|\{[a-z_]+\}|x{4,}|\btodo\b|click to add|单击此处|点击添加", re.IGNORECASE
)


def leftovers(number: int, page: Page) -> Iterator[Breach]:
    """Texts that somebody meant to replace."""
    for holder, text in texts_of(page):
        found = _LEFTOVER.search(text)
        if found:
            yield Breach(
                number,
                label(holder),
                say("“{words}” looks like a text to be replaced.", words=found.group()),
                say("Write the real text, or leave the field empty."),
                BreachKind.LEFTOVER,
                word=found.group(),
            )


def forbidden_mentions(pages: Sequence[Page], forbidden: Forbidden) -> Iterator[Breach]:
    """Words that this reader must not find, page by page."""
    if forbidden.is_empty:
        return
    forbidden.look_through(text for page in pages for _, text in texts_of(page))
    for number, page in enumerate(pages, start=1):
        for holder, text in texts_of(page):
            for mention in forbidden.found_in(text):
                yield mention_breach(number, label(holder), mention)


def mention_breach(number: int, box: str, mention: Mention) -> Breach:
    """A forbidden word as a breach, with the words that it stands in."""
    return Breach(
        number,
        box,
        say(
            "“{word}” must not stand here: {reason}", word=mention.word, reason=mention.reason.says
        ),
        mention.reason.remedy,
        mention.reason.kind,
        word=mention.word,
        around=mention.around,
    )
