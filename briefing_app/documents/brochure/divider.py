"""Designed pages that make spreads come out: dividers before a part, statements after a product.

They are never blank: a divider says what is next, a statement what the product changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing_app.documents.brochure.chapter import Chapter
from briefing_app.documents.brochure.display import displayed
from briefing_app.documents.brochure.field import field
from briefing_app.documents.brochure.grid import BOTTOM, MARGIN, MODULE, TEXT_WIDTH
from briefing_app.documents.brochure.setting import AnySetting
from briefing_app.documents.brochure.sheets import Sheet
from briefing_app.documents.flow import Block, Item, Stack, Words, stacked, words
from briefing_app.documents.placed import Tag
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour

_FIELD = ("....qr", "...qPt", "..eI.n", ".eIgml")
_STATEMENT_FIELD = ("ab....", "Ak....", "Aab...", "dAAb..")
_ROOM = BOTTOM - 4 * MODULE - 40
_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)


def divider(setting: AnySetting, title: str, names: Sequence[str]) -> Chapter:
    """An unlisted page with a title and the names of what follows, as many as fit."""
    kind = setting.type
    head = words(
        [paragraph(title, kind.title(Colour.PAPER, 38))], TEXT_WIDTH, "Title", tag=Tag.TITLE
    )
    block = Stack((Item(head),))
    for name in names if tuple(names) != (title,) else ():
        entry = words([paragraph(name, kind.item(Colour.PAPER))], TEXT_WIDTH, "What follows")
        longer = Stack((*block.items, Item(entry, 8 if len(block.items) > 1 else 16)))
        if longer.height > _ROOM:
            break
        block = longer
    sheet = _sheet(setting, block, _FIELD, Colour.ACCENT)
    return Chapter(title=title, kind=title, sheets=(sheet,), is_listed=False)


def statement_sheet(setting: AnySetting, about: str, statement: str) -> Sheet | None:
    """A page for one sentence about what ``about`` names; ``None`` where it does not fit."""
    style = setting.type.quote(Colour.PAPER, 32)
    said = displayed(statement, style, TEXT_WIDTH, _ROOM - 40, _SCALES)
    if said is None:
        return None
    kicker = words([paragraph(about, setting.type.heading(Colour.WARM))], TEXT_WIDTH, "Kicker")
    sentence = Words(text=said, width=TEXT_WIDTH, name="Statement")
    block = stacked(kicker, sentence, gap=12)
    return _sheet(setting, block, _STATEMENT_FIELD, Colour.INK) if block.height <= _ROOM else None


def quoted_sheets(
    setting: AnySetting,
    about: str,
    quote: str,
    whole: tuple[Sheet, ...],
    without: Callable[[], tuple[Sheet, ...]],
) -> tuple[Sheet, ...]:
    """The sheets of a chapter; a quote that would begin another one stands on a page of its own.

    ``whole`` are those with the quote among their sections, ``without`` makes those without it.
    """
    if len(whole) == 1 or not quote:
        return whole
    rest = without()
    page = statement_sheet(setting, about, quote)
    return whole if page is None or len(rest) == len(whole) else (*rest, page)


def _sheet(setting: AnySetting, block: Block, rows: Sequence[str], background: Colour) -> Sheet:
    text = block.placed(MARGIN, BOTTOM - block.height)
    return Sheet((*field(setting.motif, rows, 0, 0), *text), has_head=False, background=background)
