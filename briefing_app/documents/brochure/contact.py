"""The last page: who to talk to, with the leading colleague's card as a QR code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from briefing_app.documents.brochure.chapter import Chapter
from briefing_app.documents.brochure.figures import cell_width, in_columns
from briefing_app.documents.brochure.grid import SECTION_GAP, TEXT_WIDTH, span
from briefing_app.documents.brochure.parts import hairline
from briefing_app.documents.brochure.qr import modules, qr_drawing, vcards
from briefing_app.documents.brochure.setting import AnySetting
from briefing_app.documents.brochure.sheets import Hero, hero_sheets
from briefing_app.documents.flow import Block, Drawn, Item, Panel, Row, Stack, stacked, words
from briefing_app.documents.icon_choice import ChapterKind
from briefing_app.documents.logos import Mark, placed_logo
from briefing_app.documents.placed import Frame
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour
from briefing_app.domain.text import Text
from briefing_app.planning.client_side import SharedColleague

QR_SIZE = 118.0
_LOGO_HEIGHT = 48.0
_MOTIF = ("an", "Ab", "kA", "cA")
_ALONE_MOTIF = ("an", "Ab", "kA", "cA", "mb", "Sd")
"""For a page that names the company alone."""


def contact_chapter(setting: AnySetting) -> Chapter:
    """The contact page; with an empty team it names the company alone."""
    phrase, kind = setting.wording.phrase, setting.type
    hero = Hero(
        kicker=setting.text(setting.side.company.display_name),
        title=phrase("Talk to us"),
        kicker_style=kind.label(Colour.WARM),
        title_style=kind.title(Colour.PAPER, 34),
        fill=Colour.INK,
        rows=_MOTIF if setting.side.team else _ALONE_MOTIF,
        motif=setting.motif,
    )
    return Chapter(
        title=phrase("Contact"),
        kind=phrase("Contact"),
        sheets=hero_sheets(hero, tuple(_items(setting))),
        sign=ChapterKind.CONTACT.value,
    )


def _items(setting: AnySetting) -> Iterator[Item]:
    team = [one for one in setting.side.team if one.name]
    company = _company(setting, TEXT_WIDTH)
    if not team:
        if company.height:
            yield Item(_coded(setting, _company_as_contact(setting), _company))
        return
    yield Item(_coded(setting, team[0], partial(_card, colleague=team[0])))
    if team[1:]:
        width = cell_width(2, TEXT_WIDTH)
        cards = [_card(setting, width, one) for one in team[1:]]
        yield Item(in_columns(cards, 2, TEXT_WIDTH, 16), SECTION_GAP)
    if company.height:
        yield Item(stacked(hairline(), company, gap=8), SECTION_GAP + 8, whole=True)


def _company_as_contact(setting: AnySetting) -> SharedColleague:
    """For a code to scan where nobody of ours is named."""
    company = setting.side.company
    return SharedColleague(
        name=company.name, title=Text(), email=company.email, phone=company.phone
    )


def _coded(
    setting: AnySetting, contact: SharedColleague, card: Callable[[AnySetting, float], Stack]
) -> Block:
    """A card with the code to scan beside it."""
    matrix = modules(vcards(setting, contact)) if contact.phone or contact.email else ()
    if not matrix:
        return card(setting, TEXT_WIDTH)
    name = setting.text(contact.name)
    alt = setting.wording.phrase("QR code with the business card of {name}", name=name)
    note = words(
        [paragraph(setting.wording.phrase("Scan to save the card"), setting.type.note())],
        span(5),
        "Scan",
    )
    left = QR_SIZE + 16
    beside = stacked(card(setting, TEXT_WIDTH - left - 28), note, gap=8)
    row = Row(((0.0, qr_drawing(matrix, QR_SIZE, alt)), (left, beside)))
    return Panel(block=row, width=TEXT_WIDTH, across=14, down=14, fill=Colour.MIST)


def _card(setting: AnySetting, width: float, colleague: SharedColleague) -> Stack:
    kind = setting.type
    return stacked(
        words([paragraph(setting.text(colleague.name), kind.heading())], width, "Name"),
        words([paragraph(setting.text(colleague.title), kind.body(Colour.SLATE))], width, "Title"),
        *_reach(setting, colleague.phone, colleague.email, width),
        gap=3,
    )


def _reach(setting: AnySetting, phone: str, email: str, width: float) -> Iterator[Block]:
    style = setting.type.body()
    yield words([paragraph(phone, style)], width, "Telephone")
    yield words([paragraph(email, style)], width, "E-mail", link=f"mailto:{email}" if email else "")


def _address_of(website: str) -> str:
    """Where a click leads; people leave the scheme out."""
    return website if "://" in website or not website else f"https://{website}"


def _logo(setting: AnySetting, width: float) -> Drawn | None:
    """Our logo on white, above our address."""
    mark = Mark(setting.text(setting.side.company.display_name), setting.side.own_logos)
    placed = placed_logo(mark, Frame(0, 0, width, _LOGO_HEIGHT), is_dark=False)
    return Drawn(_LOGO_HEIGHT, placed) if placed else None


def _company(setting: AnySetting, width: float) -> Stack:
    company, kind = setting.side.company, setting.type
    address = paragraph(setting.text(company.address), kind.body(Colour.SLATE))
    return stacked(
        _logo(setting, width),
        words([paragraph(setting.text(company.name), kind.item())], width, "Company"),
        words([address], width, "Address"),
        *_reach(setting, company.phone, company.email, width),
        words(
            [paragraph(company.website, kind.body())],
            width,
            "Website",
            link=_address_of(company.website),
        ),
        gap=4,
    )
