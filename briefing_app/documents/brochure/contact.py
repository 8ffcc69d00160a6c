"""The last page: who to talk to, with the leading colleague's card as a QR code."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.brochure.chapter import Chapter
from briefing_app.documents.brochure.figures import cell_width, in_columns
from briefing_app.documents.brochure.grid import SECTION_GAP, TEXT_WIDTH, span
from briefing_app.documents.brochure.parts import hairline
from briefing_app.documents.brochure.qr import modules, qr_drawing, vcards
from briefing_app.documents.brochure.setting import Setting
from briefing_app.documents.brochure.sheets import Hero, hero_sheets
from briefing_app.documents.flow import Block, Item, Panel, Row, Stack, stacked, words
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour
from briefing_app.planning.client_side import SharedColleague

QR_SIZE = 118.0
_MOTIF = ("an", "Ab", "kA", "cA")


def contact_chapter(setting: Setting) -> Chapter:
    """The contact page; with an empty team it names the company alone."""
    phrase, kind = setting.wording.phrase, setting.type
    hero = Hero(
        kicker=setting.text(setting.side.company.display_name),
        title=phrase("Talk to us"),
        kicker_style=kind.label(Colour.WARM),
        title_style=kind.title(Colour.PAPER, 34),
        fill=Colour.INK,
        motif=_MOTIF,
    )
    return Chapter(
        title=phrase("Contact"),
        kind=phrase("Contact"),
        sheets=hero_sheets(hero, tuple(_items(setting))),
    )


def _items(setting: Setting) -> Iterator[Item]:
    team = [one for one in setting.side.team if one.name]
    if team:
        yield Item(_lead(setting, team[0]))
    if team[1:]:
        width = cell_width(2, TEXT_WIDTH)
        cards = [_card(setting, one, width) for one in team[1:]]
        yield Item(in_columns(cards, 2, TEXT_WIDTH, 16), SECTION_GAP)
    company = _company(setting)
    if company.height:
        yield Item(company, SECTION_GAP + 8, whole=True)


def _lead(setting: Setting, lead: SharedColleague) -> Block:
    """The card of who leads the team, with the code to scan."""
    matrix = modules(vcards(setting, lead))
    if not matrix:
        return _card(setting, lead, TEXT_WIDTH)
    name = setting.text(lead.name)
    alt = setting.wording.phrase("QR code with the business card of {name}", name=name)
    note = words(
        [paragraph(setting.wording.phrase("Scan to save the card"), setting.type.note())],
        span(5),
        "Scan",
    )
    left = QR_SIZE + 16
    card = stacked(_card(setting, lead, TEXT_WIDTH - left - 28), note, gap=8)
    row = Row(((0.0, qr_drawing(matrix, QR_SIZE, alt)), (left, card)))
    return Panel(block=row, width=TEXT_WIDTH, across=14, down=14, fill=Colour.MIST)


def _card(setting: Setting, colleague: SharedColleague, width: float) -> Stack:
    kind = setting.type
    return stacked(
        words([paragraph(setting.text(colleague.name), kind.heading())], width, "Name"),
        words([paragraph(setting.text(colleague.title), kind.body(Colour.SLATE))], width, "Title"),
        *_reach(setting, colleague.phone, colleague.email, width),
        gap=3,
    )


def _reach(setting: Setting, phone: str, email: str, width: float) -> Iterator[Block]:
    style = setting.type.body()
    yield words([paragraph(phone, style)], width, "Telephone")
    yield words([paragraph(email, style)], width, "E-mail", link=f"mailto:{email}" if email else "")


def _address_of(website: str) -> str:
    """Where a click leads; people leave the scheme out."""
    return website if "://" in website or not website else f"https://{website}"


def _company(setting: Setting) -> Stack:
    company, kind = setting.side.company, setting.type
    return stacked(
        hairline(),
        words([paragraph(setting.text(company.name), kind.item())], TEXT_WIDTH, "Company"),
        words(
            [paragraph(setting.text(company.address), kind.body(Colour.SLATE))],
            TEXT_WIDTH,
            "Address",
        ),
        *_reach(setting, company.phone, company.email, TEXT_WIDTH),
        words(
            [paragraph(company.website, kind.body())],
            TEXT_WIDTH,
            "Website",
            link=_address_of(company.website),
        ),
        gap=4,
    )
