"""A page for each success case: situation, what was done, results, and a voice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefing_app.documents.brochure.chapter import Chapter
from briefing_app.documents.brochure.divider import quoted_sheets
from briefing_app.documents.brochure.figures import big_figures, cell_width, in_columns
from briefing_app.documents.brochure.grid import SECTION_GAP, TEXT_WIDTH, offset, span
from briefing_app.documents.brochure.parts import heading, labelled, pull_quote
from briefing_app.documents.brochure.setting import AnySetting
from briefing_app.documents.brochure.sheets import Hero, Sheet, fewest, hero_sheets, section
from briefing_app.documents.flow import Block, Item, Row, Stack
from briefing_app.documents.icon_choice import ChapterKind
from briefing_app.documents.theme import Colour
from briefing_app.planning.client_side import ChosenCase

_MOTIFS = (("bi", "Aj", "cA", "ad"), ("aW", "Ab", "kA", "cb"), ("mA", "Ad", "lc", "ab"))


def case_chapters(setting: AnySetting) -> Iterator[Chapter]:
    """A chapter for each case, in the order chosen."""
    phrase, kind = setting.wording.phrase, setting.type
    for index, chosen in enumerate(setting.side.cases):
        name = setting.text(chosen.case.public_name) or phrase("One of our clients")
        used = _with_products(setting, chosen)
        hero = Hero(
            kicker=" · ".join(filter(None, (phrase("Success case"), used))),
            title=name,
            kicker_style=kind.label(Colour.WARM),
            title_style=kind.title(Colour.PAPER),
            fill=Colour.INK,
            rows=_MOTIFS[index % len(_MOTIFS)],
            motif=setting.motif,
        )
        yield Chapter(
            title=name,
            kind=phrase("Success cases"),
            sheets=fewest(setting, 1, partial(_sheets, hero=hero, chosen=chosen)),
            summary=used,
            sign=ChapterKind.CASE.value,
        )


def _with_products(setting: AnySetting, chosen: ChosenCase) -> str:
    names = [name for name in map(setting.text, chosen.products) if name]
    if not names:
        return ""
    return setting.wording.phrase("With {products}", products=tuple(names))


def _sheets(setting: AnySetting, *, hero: Hero, chosen: ChosenCase) -> tuple[Sheet, ...]:
    """One page, or more for a long story."""
    told = (_story(setting, chosen), _results(setting, chosen))
    said_by = setting.text(chosen.case.quote_by) or hero.title
    return quoted_sheets(
        setting,
        said_by,
        setting.text(chosen.case.quote),
        hero_sheets(hero, _items(*told, _quote(setting, chosen))),
        lambda: hero_sheets(hero, _items(*told)),
    )


def _items(*parts: Block | None) -> tuple[Item, ...]:
    return tuple(Item(part, SECTION_GAP + 4, whole=True) for part in parts if part is not None)


def _quote(setting: AnySetting, chosen: ChosenCase) -> Block | None:
    case = chosen.case
    return pull_quote(setting, setting.text(case.quote), setting.text(case.quote_by), TEXT_WIDTH)


def _story(setting: AnySetting, chosen: ChosenCase) -> Block | None:
    phrase, case = setting.wording.phrase, chosen.case
    told = [
        (label, text)
        for label, text in (
            (phrase("The situation"), setting.text(case.situation)),
            (phrase("What was done"), setting.text(case.what_was_done)),
        )
        if text
    ]
    width = span(6) if len(told) > 1 else span(10)
    blocks = [labelled(setting, label, text, width) for label, text in told]
    cells = [(offset(6) * place, block) for place, block in enumerate(blocks) if block]
    return Row(tuple(cells)) if cells else None


def _results(setting: AnySetting, chosen: ChosenCase) -> Stack | None:
    results = chosen.case.results
    if not results:
        return None
    across = 2 if len(results) in (2, 4) else min(len(results), 3)
    width = cell_width(across, TEXT_WIDTH)
    cells = big_figures(setting, results, width)
    title = heading(setting, setting.wording.phrase("The result"))
    return section(title, in_columns(cells, across, TEXT_WIDTH, 18))
