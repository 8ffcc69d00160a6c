"""Why to trust us, by the five sources (PRACTICE section 4), and how we go along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.documents.brochure.chapter import Chapter
from briefing_app.documents.brochure.divider import quoted_sheets
from briefing_app.documents.brochure.figures import chain
from briefing_app.documents.brochure.grid import SECTION_GAP, TEXT_WIDTH, offset, span
from briefing_app.documents.brochure.opening import opened_sheets, pale_hero
from briefing_app.documents.brochure.parts import (
    below,
    hairline,
    heading,
    pull_quote,
    sign_room,
    with_sign,
)
from briefing_app.documents.brochure.setting import Setting
from briefing_app.documents.brochure.sheets import Sheet, fewest, section
from briefing_app.documents.flow import Block, Item, Row, Stack, stacked, words
from briefing_app.documents.icon_choice import OF_TRUST, ChapterKind
from briefing_app.documents.placed import Tag
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour
from briefing_app.domain.offering import TrustSource, TrustStatement

_SIGN = 18.0
_TRUST_MOTIF = ("aA", "ef")
_SERVICE_MOTIF = ("eb", "Am", "cI", "ef")


def trust_chapter(setting: Setting) -> Iterator[Chapter]:
    """The trust page, unless nobody wrote a statement."""
    if any(_trust_items(setting, with_vision=False)):
        phrase = setting.wording.phrase
        sheets = fewest(setting, 1, _trust_sheets)
        yield Chapter(
            title=phrase("Why rely on us"),
            kind=phrase("About us"),
            sheets=sheets,
            sign=ChapterKind.TRUST.value,
        )


def _trust_sheets(setting: Setting) -> tuple[Sheet, ...]:
    company, phrase = setting.side.company, setting.wording.phrase
    hero = pale_hero(setting, phrase("About us"), phrase("Why rely on us"), _TRUST_MOTIF)
    lead, name = setting.text(company.essence), setting.text(company.display_name)
    whole, rest = (tuple(_trust_items(setting, with_vision=shown)) for shown in (True, False))
    return quoted_sheets(
        setting,
        name,
        setting.text(company.vision),
        opened_sheets(setting, hero, lead, whole),
        lambda: opened_sheets(setting, hero, lead, rest),
    )


def service_chapter(setting: Setting) -> Iterator[Chapter]:
    """Rollout and service, unless nobody wrote of either."""
    phrase = setting.wording.phrase
    items = tuple(_service_items(setting))
    if items:
        title = phrase("Rollout and service")
        hero = pale_hero(setting, phrase("About us"), title, _SERVICE_MOTIF)
        yield Chapter(
            title=title,
            kind=title,
            sheets=opened_sheets(setting, hero, "", items),
            sign=ChapterKind.SERVICE.value,
        )


def _trust_items(setting: Setting, *, with_vision: bool) -> Iterator[Item]:
    company = setting.side.company
    statements = [one for one in company.trust if one.statement or one.proof]
    for source in TrustSource:
        given = [one for one in statements if one.source is source]
        if given:
            yield Item(_source(setting, source, given), SECTION_GAP - 8, whole=True)
    vision = pull_quote(setting, setting.text(company.vision), "", TEXT_WIDTH)
    if with_vision and statements and vision is not None:
        yield Item(vision, SECTION_GAP + 4, whole=True)


def _source(setting: Setting, source: TrustSource, given: Sequence[TrustStatement]) -> Stack:
    kind = setting.type
    name = words(
        [paragraph(setting.wording.label(source), kind.label(Colour.ACCENT))],
        span(3) - sign_room(_SIGN),
        "Source of trust",
        tag=Tag.SUBHEADING,
    )
    signed = with_sign(OF_TRUST[source], name, _SIGN)
    statements = stacked(*(_statement(setting, one) for one in given), gap=9)
    return stacked(hairline(), Row(((0.0, signed), (offset(3), statements))), gap=10)


def _statement(setting: Setting, statement: TrustStatement) -> Block:
    kind = setting.type
    return words(
        [
            paragraph(setting.text(statement.statement), kind.item()),
            paragraph(setting.text(statement.proof), below(kind.body(Colour.SLATE), 3)),
        ],
        span(9),
        "Reason to trust",
    )


def _service_items(setting: Setting) -> Iterator[Item]:
    phrase, side = setting.wording.phrase, setting.side
    rollout = chain(setting, side.industry.rollout, TEXT_WIDTH)
    service = _service(setting)
    parts = (
        section(heading(setting, phrase("How we start")), rollout),
        section(heading(setting, phrase("How we stay")), service),
    )
    yield from (Item(part, SECTION_GAP, whole=True) for part in parts if part is not None)


def _service(setting: Setting) -> Stack | None:
    kind, width = setting.type, TEXT_WIDTH
    promises = [
        words([paragraph(text, kind.body(), bullet="✓", indent=18)], width, "Service")
        for text in map(setting.text, setting.side.company.service)
        if text
    ]
    return stacked(*promises, gap=7) if promises else None
