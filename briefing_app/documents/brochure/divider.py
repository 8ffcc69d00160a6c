"""Dividers: designed pages that open a part of the brochure and make spreads come out.

A divider says what is next; it is never blank.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.brochure.chapter import Chapter
from briefing_app.documents.brochure.field import field
from briefing_app.documents.brochure.grid import BOTTOM, MARGIN, MODULE, TEXT_WIDTH
from briefing_app.documents.brochure.setting import Setting
from briefing_app.documents.brochure.sheets import Sheet
from briefing_app.documents.flow import Item, Stack, words
from briefing_app.documents.placed import Tag
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour

_FIELD = ("....qr", "...qPt", "..eI.n", ".eIgml")


def divider(setting: Setting, title: str, names: Sequence[str]) -> Chapter:
    """An unlisted page with a title and the names of what follows, as many as fit."""
    kind = setting.type
    head = words(
        [paragraph(title, kind.title(Colour.PAPER, 38))], TEXT_WIDTH, "Title", tag=Tag.TITLE
    )
    room = BOTTOM - 4 * MODULE - 40
    block = Stack((Item(head),))
    for name in names:
        entry = words([paragraph(name, kind.item(Colour.PAPER))], TEXT_WIDTH, "Entry")
        longer = Stack((*block.items, Item(entry, 8 if len(block.items) > 1 else 16)))
        if longer.height > room:
            break
        block = longer
    top = BOTTOM - block.height
    sheet = Sheet(
        (*field(_FIELD, 0, 0), *block.placed(MARGIN, top)),
        has_head=False,
        background=Colour.ACCENT,
    )
    return Chapter(title=title, kind=title, sheets=(sheet,), is_listed=False)
