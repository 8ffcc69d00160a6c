"""The cover: one statement, for whom it was made, and a field in the deck's manner."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing_app.documents.brochure.display import displayed
from briefing_app.documents.brochure.field import field
from briefing_app.documents.brochure.grid import MARGIN, MODULE, PAGE_HEIGHT, TEXT_WIDTH
from briefing_app.documents.brochure.setting import AnySetting, Setting, first_fitting
from briefing_app.documents.brochure.sheets import Sheet
from briefing_app.documents.logos import Mark, placed_logo
from briefing_app.documents.placed import Anchor, Element, Frame, Tag, TextBox
from briefing_app.documents.text_fit import Measured, Style
from briefing_app.documents.theme import Colour

_FIELD = (
    "..aAil",
    ".aA1Ak",
    "aAAAAb",
    "AdA4mA",
)
_VENDOR = Frame(MARGIN, 40, 2.2 * MODULE, 40)
_KICKER = Frame(MARGIN, 4 * MODULE + 34, TEXT_WIDTH, 34)
_STATEMENT = Frame(MARGIN, 4 * MODULE + 72, TEXT_WIDTH, 236)
_FOR = Frame(MARGIN, PAGE_HEIGHT - 130, TEXT_WIDTH, 92)
_OWN_LOGO = Frame(MARGIN, 40, 140, 51)
_CLIENT_LOGO = Frame(MARGIN, PAGE_HEIGHT - 83, 200, 45)
_SHORT = 0.6
_SCALES = (1.0, 0.93, 0.87, 0.8, 0.7, 0.6)


def cover(setting: Setting) -> Sheet:
    """The first page of a brochure."""
    return cover_sheet(
        setting,
        kickers=_kickers(setting),
        statements=_statements(setting),
        foot=_made_for(setting),
        client=Mark(setting.text(setting.side.client.display_name), setting.side.client_logos),
    )


def cover_sheet(
    setting: AnySetting,
    *,
    kickers: tuple[str, ...],
    statements: tuple[str, ...],
    foot: tuple[str, ...],
    client: Mark | None = None,
) -> Sheet:
    """The first page of a book. Of each kind of text the first that fits is taken.

    The logo of ``client`` stands at its foot.
    """
    texts = _texts(setting, kickers, statements, foot, client)
    return Sheet(
        (*field(setting.motif, _FIELD, 0, 0), *texts), has_head=False, background=Colour.INK
    )


def brochure_title(setting: Setting) -> str:
    """What the brochure is called in bookmarks and in the file's properties."""
    company = setting.text(setting.side.company.display_name)
    return setting.wording.phrase("{company}: brochure", company=company)


def _texts(
    setting: AnySetting,
    kickers: tuple[str, ...],
    statements: tuple[str, ...],
    foot: tuple[str, ...],
    client: Mark | None,
) -> Iterator[Element]:
    kind = setting.type
    name = setting.text(setting.side.company.display_name)
    logo = placed_logo(Mark(name, setting.side.own_logos), _OWN_LOGO, is_dark=True)
    yield from logo or _box((name,), kind.item(Colour.PAPER), _VENDOR, "Company")
    yield from _box(kickers, kind.item(Colour.WARM), _KICKER, "Kicker")
    style = kind.title(Colour.PAPER, 46)
    tried = (
        displayed(words, style, _STATEMENT.width, _STATEMENT.height, _SCALES)
        for words in statements
        if words
    )
    statement = next((one for one in tried if one is not None), None)
    if statement is not None:
        yield _placed(statement, _STATEMENT, "Statement", Tag.TITLE)
    shown = placed_logo(client, _CLIENT_LOGO, is_dark=True) if client else ()
    room = replace(_FOR, height=_FOR.height - _CLIENT_LOGO.height - 10) if shown else _FOR
    yield from shown
    yield from _box(foot, kind.body(Colour.PAPER), room, "Made for", anchor=Anchor.BOTTOM)


def _kickers(setting: Setting) -> tuple[str, ...]:
    industry = setting.text(setting.side.industry.name)
    phrase = setting.wording.phrase
    return (phrase("Product brochure · {industry}", industry=industry), phrase("Brochure"))


def _statements(setting: Setting) -> tuple[str, ...]:
    """What we change in this industry, in the words of the first product that says it."""
    side = setting.side
    values = [setting.text(p.value.value) for p in side.proposals if p.value]
    essences = [setting.text(proposal.product.essence) for proposal in side.proposals]
    company = (setting.text(side.company.essence), setting.text(side.company.vision))
    return (*values, *essences, *company, setting.wording.phrase("What we can do for you"))


def _made_for(setting: Setting) -> tuple[str, ...]:
    """The client's name in full, else in short, else nothing that would not fit."""
    phrase, client = setting.wording.phrase, setting.side.client
    names = (setting.text(client.name), setting.text(client.display_name))
    return tuple(phrase("Made for {client}", client=name) for name in names if name)


def _box(
    candidates: tuple[str, ...],
    style: Style,
    frame: Frame,
    name: str,
    *,
    anchor: Anchor = Anchor.TOP,
) -> Iterator[TextBox]:
    text = first_fitting(candidates, style, frame.width, frame.height, smallest=_SHORT)
    if text is not None:
        yield _placed(text, frame, name, Tag.TEXT, anchor)


def _placed(
    text: Measured, frame: Frame, name: str, tag: Tag, anchor: Anchor = Anchor.TOP
) -> TextBox:
    return TextBox(frame=frame, text=text, name=name, tag=tag, anchor=anchor)
