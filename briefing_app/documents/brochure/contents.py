"""The contents: every chapter with its page, to be followed by a click on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.brochure.chapter import Numbered
from briefing_app.documents.brochure.grid import TEXT_WIDTH, offset, span
from briefing_app.documents.brochure.opening import pale_hero
from briefing_app.documents.brochure.parts import with_sign
from briefing_app.documents.brochure.setting import AnySetting
from briefing_app.documents.brochure.sheets import Sheet, hero_sheets
from briefing_app.documents.flow import Block, Drawn, Item, Row, Stack, stacked, words
from briefing_app.documents.placed import Rule
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour

_MOTIF = ("ef", "hb", "aA", "mS", "pA")

_SIGN = 18.0
_SUMMARY_LINES = 3
"""A longer summary is left to the chapter itself."""


def contents(setting: AnySetting, chapters: Sequence[Numbered]) -> tuple[Sheet, ...]:
    """The contents pages. ``chapters`` are listed with their pages in that order.

    Where summaries would take another page they are left out, if that saves it.
    """
    company = setting.text(setting.side.company.display_name)
    hero = pale_hero(setting, company, setting.wording.phrase("Contents"), _MOTIF)
    listed = [entry for entry in chapters if entry.chapter.is_listed]
    tried = [
        hero_sheets(hero, [Item(_entry(setting, one, with_summary=summed), 11) for one in listed])
        for summed in (True, False)
    ]
    return min(tried, key=len)


def _entry(setting: AnySetting, entry: Numbered, *, with_summary: bool) -> Stack:
    """A line with its number, title and summary; each links to the page."""
    kind, link = setting.type, f"#page{entry.page - 1}"
    number = words(
        [paragraph(str(entry.page), kind.heading(Colour.ACCENT))], span(1), "Page", link=link
    )
    title = words([paragraph(entry.chapter.title, kind.heading())], span(10), "Entry", link=link)
    summary = words([paragraph(entry.chapter.summary, kind.small())], span(10), "Summary")
    is_shown = with_summary and len(summary.text.lines) <= _SUMMARY_LINES
    text: Block = stacked(title, summary if is_shown else None, gap=2)
    signed = with_sign(entry.chapter.sign, Drawn(0, ()), _SIGN)
    return stacked(
        Drawn(0.75, (Rule(x1=0, y1=0, x2=TEXT_WIDTH, y2=0, name="Hairline"),)),
        Row(((0.0, number), (offset(1), signed), (offset(2), text))),
        gap=9,
    )
