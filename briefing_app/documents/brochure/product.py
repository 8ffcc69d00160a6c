"""A spread for each proposed product: what it is, what it changes, how it works, what it takes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial

from briefing_app.documents.brochure.adoption import adoption
from briefing_app.documents.brochure.chapter import Chapter
from briefing_app.documents.brochure.divider import statement_sheet
from briefing_app.documents.brochure.figures import bars, cell_width, in_columns, process
from briefing_app.documents.brochure.grid import (
    BELOW_HERO,
    MODULE,
    SECTION_GAP,
    TEXT_WIDTH,
    text_frame,
)
from briefing_app.documents.brochure.opening import pale_hero
from briefing_app.documents.brochure.parts import heading
from briefing_app.documents.brochure.product_change import change, facts_grid
from briefing_app.documents.brochure.setting import Setting
from briefing_app.documents.brochure.sheets import (
    LEAST_ROWS,
    Hero,
    Sheet,
    fewest,
    hero_sheets,
    least_height,
    plain_sheets,
    section,
    title_item,
)
from briefing_app.documents.flow import Item, Stack, words
from briefing_app.documents.icon_choice import ChapterKind
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour
from briefing_app.planning.client_side import Proposal

_FIELD_MAY_GROW = 2 * MODULE
_LITTLE = 0.6
"""Sections that fill so little of a page leave the other one to the product's promise."""

_MOTIFS = (
    ("ef", "hg", "iS", "Wl"),
    ("Ij", "kI", "ef", "nh"),
    ("qn", "te", "hI", "Sk"),
    ("eW", "pI", "In", "kl"),
)


def product_chapters(setting: Setting) -> Iterator[Chapter]:
    """A chapter for each proposed product, in the order proposed."""
    proposals = setting.side.proposals
    phrase = setting.wording.phrase
    for index, proposal in enumerate(proposals):
        name = setting.text(proposal.product.name) or phrase("Product")
        kicker = phrase("Product {number} of {count}", number=index + 1, count=len(proposals))
        hero = Hero(
            kicker=kicker if len(proposals) > 1 else phrase("The product"),
            title=name,
            kicker_style=setting.type.label(Colour.PAPER),
            title_style=setting.type.title(Colour.PAPER, 34),
            fill=Colour.ACCENT,
            rows=_MOTIFS[index % len(_MOTIFS)],
            motif=setting.motif,
        )
        yield Chapter(
            title=name,
            kind=phrase("Products"),
            sheets=fewest(setting, 2, partial(_sheets, hero=hero, proposal=proposal)),
            summary=setting.text(proposal.product.essence),
            statement=setting.text(proposal.value.value) if proposal.value else "",
            opens_left=True,
            sign=ChapterKind.PRODUCT.value,
        )


def _sheets(setting: Setting, *, hero: Hero, proposal: Proposal) -> tuple[Sheet, ...]:
    """Two facing pages where that is possible, else as many as the sections need."""
    items = tuple(_sections(setting, proposal))
    room = text_frame(LEAST_ROWS * MODULE + BELOW_HERO).height
    if hero.holds_title() and Stack(items).height <= room * _LITTLE:
        return _little(setting, hero, proposal, items)
    left_room = text_frame(LEAST_ROWS * MODULE + BELOW_HERO).height
    if not hero.holds_title():
        left_room -= title_item(hero).block.height + SECTION_GAP
    halves = _balanced(items, left_room, text_frame().height)
    if halves is None:
        return hero_sheets(hero, items)
    return (*hero_sheets(hero, halves[0]), *plain_sheets(halves[1]))


def _little(
    setting: Setting, hero: Hero, proposal: Proposal, items: Sequence[Item]
) -> tuple[Sheet, ...]:
    """The product's promise on a page of its own, all the rest on the page that faces it."""
    name, essence = hero.title, setting.text(proposal.product.essence)
    promise = statement_sheet(setting, name, essence or name)
    rest = items[1:] if essence else items
    if promise is None or not rest:
        return (*hero_sheets(hero, items[:1]), *plain_sheets(items[1:]))
    glance = pale_hero(setting, name, setting.wording.phrase("At a glance"), _MOTIFS[0])
    return (promise, *hero_sheets(glance, rest))


def _balanced(
    items: Sequence[Item], left_room: float, right_room: float
) -> tuple[Sequence[Item], Sequence[Item]] | None:
    """The sections parted over two pages that both hold them and are both well filled."""
    best: tuple[Sequence[Item], Sequence[Item]] | None = None
    least = math.inf
    for count in range(1, len(items)):
        left, right = items[:count], items[count:]
        left_spare = left_room - Stack(tuple(left)).height
        right_spare = right_room - Stack(tuple(right)).height
        emptiness = max(right_spare, left_spare - _FIELD_MAY_GROW)
        fits = least_height(left) <= left_room and least_height(right) <= right_room
        if fits and emptiness < least:
            best, least = (left, right), emptiness
    return best


def _sections(setting: Setting, proposal: Proposal) -> Iterator[Item]:
    phrase, product = setting.wording.phrase, proposal.product
    essence = words(
        [paragraph(setting.text(product.essence), setting.type.lead())], TEXT_WIDTH, "Essence"
    )
    parts = (
        essence if essence.height else None,
        change(setting, proposal) or facts_grid(setting, product.facts),
        _capabilities(setting, proposal),
        section(
            heading(setting, phrase("How it works")),
            process(setting, product.works_in, TEXT_WIDTH),
        ),
        _measures(setting, proposal),
        adoption(setting, product.adoption),
    )
    for part in parts:
        if part is not None:
            yield Item(part, SECTION_GAP, whole=True)


def _capabilities(setting: Setting, proposal: Proposal) -> Stack | None:
    kind = setting.type
    width = cell_width(3, TEXT_WIDTH)
    cells = [
        words(
            [
                paragraph(setting.text(capability.name), kind.item()),
                paragraph(setting.text(capability.detail), kind.small()),
            ],
            width,
            "Capability",
        )
        for capability in proposal.product.capabilities
        if capability.name or capability.detail
    ]
    title = heading(setting, setting.wording.phrase("What it does"))
    return section(title, in_columns(cells, 3, TEXT_WIDTH, 14))


def _measures(setting: Setting, proposal: Proposal) -> Stack | None:
    value = proposal.value
    if value is None or not value.measures:
        return None
    width = cell_width(2, TEXT_WIDTH)
    cells = [bars(setting, effect, width) for effect in value.measures]
    note = words(
        [paragraph(setting.text(value.assumptions), setting.type.note())], TEXT_WIDTH, "Assumptions"
    )
    title = heading(setting, setting.wording.phrase("What it can bring"))
    return section(title, in_columns(cells, 2, TEXT_WIDTH, 16), note, gap=12)
