"""The industry page: how its companies earn, and what weighs on them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing_app.documents.brochure.chapter import Chapter
from briefing_app.documents.brochure.figures import cell_width, chain, in_columns
from briefing_app.documents.brochure.grid import SECTION_GAP, TEXT_WIDTH
from briefing_app.documents.brochure.opening import opened_sheets, pale_hero
from briefing_app.documents.brochure.parts import heading, panel_of
from briefing_app.documents.brochure.setting import Setting
from briefing_app.documents.brochure.sheets import Sheet, fewest, section
from briefing_app.documents.flow import Block, Drawn, Item, Stack, stacked, words
from briefing_app.documents.icon_choice import ChapterKind
from briefing_app.documents.placed import Frame, Geometry, Shape
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour
from briefing_app.planning.client_side import SharedPressure

_MOTIF = ("ab", "dW", "eI")


def industry_chapter(setting: Setting) -> Iterator[Chapter]:
    """The chapter, unless nothing is known of the industry."""
    industry = setting.side.industry
    if not (industry.summary or any(_sections(setting))):
        return
    phrase = setting.wording.phrase
    name = setting.text(industry.name) or phrase("Your industry")
    yield Chapter(
        title=name,
        kind=phrase("The industry"),
        sheets=fewest(setting, 1, _sheets),
        summary=phrase("What the industry lives with"),
        sign=ChapterKind.INDUSTRY.value,
    )


def _sheets(setting: Setting) -> tuple[Sheet, ...]:
    industry, phrase = setting.side.industry, setting.wording.phrase
    name = setting.text(industry.name) or phrase("Your industry")
    hero = pale_hero(setting, phrase("The industry"), name, _MOTIF)
    return opened_sheets(setting, hero, setting.text(industry.summary), tuple(_sections(setting)))


def _sections(setting: Setting) -> Iterator[Item]:
    for part in (_pressures(setting), _processes(setting), _client(setting)):
        if part is not None:
            yield Item(part, SECTION_GAP, whole=True)


def _processes(setting: Setting) -> Stack | None:
    title = heading(setting, setting.wording.phrase("How the industry earns"))
    return section(title, chain(setting, setting.side.industry.processes, TEXT_WIDTH))


def _pressures(setting: Setting) -> Stack | None:
    pressures = [p for p in setting.side.pressures if p.title or p.detail]
    if not pressures:
        return None
    width = cell_width(2, TEXT_WIDTH)
    cells = [_pressure(setting, pressure, width) for pressure in pressures]
    title = heading(setting, setting.wording.phrase("What weighs on it"))
    return section(title, in_columns(cells, 2, TEXT_WIDTH, 20))


def _pressure(setting: Setting, pressure: SharedPressure, width: float) -> Block:
    kind = setting.type
    source = setting.text(pressure.source) if pressure.statistic else ""
    return stacked(
        Drawn(3, (_bar(width),)),
        words([paragraph(setting.text(pressure.title), kind.item())], width, "Pressure"),
        words([paragraph(setting.text(pressure.detail), kind.body(Colour.SLATE))], width, "Detail"),
        words(
            [paragraph(setting.text(pressure.statistic), kind.heading(Colour.ACCENT))],
            width,
            "Statistic",
        ),
        words([paragraph(source, kind.note())], width, "Source"),
        gap=5,
    )


def _bar(width: float) -> Shape:
    frame = Frame(0, 0, width, 2)
    return Shape(frame=frame, geometry=Geometry.RECTANGLE, name="Edge", fill=Colour.INK)


def _client(setting: Setting) -> Block | None:
    """Where the client stands, as it told us."""
    side, kind = setting.side, setting.type
    situation = setting.text(side.client.situation)
    if not situation:
        return None
    client = setting.text(side.client.display_name)
    label = setting.wording.phrase("Where {client} stands", client=client)
    return panel_of(
        (paragraph(label, kind.label(Colour.INK)),),
        (paragraph(situation, kind.body()),),
        TEXT_WIDTH,
        Colour.MIST,
    )
