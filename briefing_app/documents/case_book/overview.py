"""The overview of a case book: each case with its strongest result, and where which product is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from briefing_app.documents.brochure.chapter import Chapter
from briefing_app.documents.brochure.figures import effect_name, figure_line
from briefing_app.documents.brochure.grid import GUTTER, SECTION_GAP, TEXT_WIDTH
from briefing_app.documents.brochure.opening import opened_sheets, pale_hero
from briefing_app.documents.brochure.parts import heading
from briefing_app.documents.brochure.setting import SettingOf
from briefing_app.documents.brochure.sheets import section
from briefing_app.documents.flow import Block, Item, Stack, stacked, words
from briefing_app.documents.flow_table import Columns, Grid, TableRow, columns_of
from briefing_app.documents.icon_choice import ChapterKind
from briefing_app.documents.text_fit import Paragraph, paragraph
from briefing_app.documents.theme import Colour
from briefing_app.planning.case_book import CaseBook, UsedProduct
from briefing_app.planning.client_side import ChosenCase

BookSetting: TypeAlias = SettingOf[CaseBook]

_MOTIF = ("eb", "mA", "hc")
_ROW_WHITE = 9.0
_RESULTS = columns_of(TEXT_WIDTH, (5.0, 5.6, 1.2), GUTTER)
_PRODUCTS = columns_of(TEXT_WIDTH, (5.0, 6.8), GUTTER)


def overview_chapter(setting: BookSetting, pages: Sequence[int]) -> Chapter:
    """The overview; ``pages`` tells on which page each case begins."""
    title = setting.wording.phrase("At a glance")
    kind = setting.wording.phrase("Success cases")
    hero = pale_hero(setting, kind, title, _MOTIF)
    items = [Item(part, SECTION_GAP) for part in _sections(setting, pages) if part is not None]
    summary = setting.wording.counted("{count} case", "{count} cases", len(setting.side.cases))
    return Chapter(
        title=title,
        kind=kind,
        sheets=opened_sheets(setting, hero, _lead(setting), items),
        summary=summary,
        sign=ChapterKind.OVERVIEW.value,
    )


def _lead(setting: BookSetting) -> str:
    """What we are, in the sentence that our own company wrote."""
    return setting.text(setting.side.company.essence)


def _sections(setting: BookSetting, pages: Sequence[int]) -> Iterator[Stack | None]:
    phrase = setting.wording.phrase
    rows = [
        _result_row(setting, chosen, page)
        for chosen, page in zip(setting.side.cases, pages, strict=True)
    ]
    header = (phrase("Case"), phrase("Result"), phrase("Page"))
    yield section(heading(setting, phrase("Results")), _table(setting, _RESULTS, header, rows))
    used = [_product_row(setting, one, pages) for one in setting.side.products]
    if used:
        header_of_products = (phrase("Product"), phrase("Used in"))
        table = _table(setting, _PRODUCTS, header_of_products, used)
        yield section(heading(setting, phrase("By product")), table)


def _table(
    setting: BookSetting,
    places: Columns,
    header: Sequence[str],
    rows: Sequence[Sequence[Block | None]],
) -> Grid:
    label = setting.type.label(Colour.SLATE)
    names = [
        words([paragraph(name, label)], width, "Column")
        for name, width in zip(header, places.widths, strict=True)
    ]
    return Grid(
        TableRow(places.row(names), places.width, Colour.INK, 1.0),
        tuple(
            TableRow(places.row(row), places.width, Colour.LINE, 0.75, _ROW_WHITE) for row in rows
        ),
    )


def _result_row(setting: BookSetting, chosen: ChosenCase, page: int) -> tuple[Block | None, ...]:
    kind, link = setting.type, f"#page{page - 1}"
    first, second, third = _RESULTS.widths
    name = words([paragraph(case_name(setting, chosen), kind.item())], first, "Case", link=link)
    used = words([paragraph(_products_of(setting, chosen), kind.small())], first, "Products")
    number = words(
        [paragraph(str(page), kind.heading(Colour.ACCENT))], third, "Case page", link=link
    )
    return (stacked(name, used, gap=2), _result(setting, chosen, second), number)


def _result(setting: BookSetting, chosen: ChosenCase, width: float) -> Block | None:
    """The first result, which is the one that the case was written for."""
    if not chosen.case.results:
        return None
    effect = chosen.case.results[0]
    figure = Paragraph(figure_line(setting, effect), setting.type.figure(18, Colour.ACCENT))
    return stacked(words([figure], width, "Figure"), effect_name(setting, effect, width), gap=1)


def _products_of(setting: BookSetting, chosen: ChosenCase) -> str:
    names = [name for name in map(setting.text, chosen.products) if name]
    return setting.wording.listing(names) if names else ""


def _product_row(
    setting: BookSetting, used: UsedProduct, pages: Sequence[int]
) -> tuple[Block | None, ...]:
    kind, (first, second) = setting.type, _PRODUCTS.widths
    product = words(
        [
            paragraph(setting.text(used.product.name), kind.item()),
            paragraph(setting.text(used.product.essence), kind.small()),
        ],
        first,
        "Product",
    )
    cases = [
        words(
            [paragraph(_case_on_page(setting, index, pages[index]), kind.body())],
            second,
            "Used in",
            link=f"#page{pages[index] - 1}",
        )
        for index in used.cases
    ]
    return (product, stacked(*cases, gap=3))


def _case_on_page(setting: BookSetting, index: int, page: int) -> str:
    return setting.wording.phrase(
        "{case}, page {page}", case=case_name(setting, setting.side.cases[index]), page=page
    )


def case_name(setting: BookSetting, chosen: ChosenCase) -> str:
    """The name under which the case is shown."""
    return setting.text(chosen.case.public_name) or setting.wording.phrase("One of our clients")
