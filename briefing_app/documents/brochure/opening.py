"""Pages that open a chapter of text: below a field where there is room for one."""

from __future__ import annotations

from collections.abc import Sequence

from briefing_app.documents.brochure.grid import BELOW_HERO, MODULE, TEXT_WIDTH, span, text_frame
from briefing_app.documents.brochure.setting import AnySetting
from briefing_app.documents.brochure.sheets import (
    LEAST_ROWS,
    Hero,
    Sheet,
    hero_sheets,
    least_height,
    plain_sheets,
)
from briefing_app.documents.flow import Item, Words, stacked, words
from briefing_app.documents.placed import Tag
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour


def opened_sheets(
    setting: AnySetting, hero: Hero, lead: str, items: Sequence[Item]
) -> tuple[Sheet, ...]:
    """The items under kicker, title and first sentence; the field gives way to much text."""
    first = _lead(setting, lead)
    below = (Item(first), *items) if first.height else tuple(items)
    room = text_frame(LEAST_ROWS * MODULE + BELOW_HERO).height
    if hero.holds_title() and least_height(below) <= room:
        return hero_sheets(hero, below)
    kind = setting.type
    opening = stacked(
        words([paragraph(hero.kicker, kind.label())], TEXT_WIDTH, "Kicker"),
        words([paragraph(hero.title, kind.title())], TEXT_WIDTH, "Title", tag=Tag.TITLE),
        first,
        gap=9,
    )
    return plain_sheets((Item(opening), *items))


def pale_hero(setting: AnySetting, kicker: str, title: str, rows: tuple[str, ...]) -> Hero:
    """The light field of chapters that are neither product nor case."""
    kind = setting.type
    return Hero(
        kicker=kicker,
        title=title,
        kicker_style=kind.label(Colour.INK),
        title_style=kind.title(),
        fill=Colour.LINE,
        rows=rows,
        motif=setting.motif,
    )


def _lead(setting: AnySetting, lead: str) -> Words:
    return words([paragraph(lead, setting.type.lead())], span(11), "Lead")
