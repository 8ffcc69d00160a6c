from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from briefing_app.domain.labels import Labelled
from briefing_app.domain.records import KINDS
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Money
from briefing_app.exchange.columns import (
    GUIDE,
    SHEET_ORDER,
    all_sheets,
    header_of,
    help_of,
    sheets_of,
    title_of,
)
from briefing_app.exchange.naming import folded
from briefing_app.exchange.shapes import shapes
from briefing_app.wording import wording_in


def _fields(part_type: type, found: set[tuple[type, str]]) -> set[tuple[type, str]]:
    for name, shape in shapes(part_type).items():
        if name != "id":
            found.add((part_type, name))
        if shape.is_record_part and shape.item not in (Text, Money):
            _fields(shape.item, found)
    return found


def test_every_field_has_a_header_and_an_explanation_and_no_other_has() -> None:
    fields: set[tuple[type, str]] = set()
    for kind in KINDS:
        _fields(kind.record_type, fields)
    assert set(GUIDE) == fields


def test_every_header_and_explanation_is_told_in_chinese() -> None:
    chinese = wording_in(Language.ZH)
    for entry in GUIDE.values():
        for words in (entry.label, entry.help):
            assert chinese.phrase(words) != words, words


def test_every_kind_but_pictures_has_its_sheet() -> None:
    assert sorted((*SHEET_ORDER, "logo", "photo")) == sorted(kind.name for kind in KINDS)
    assert SHEET_ORDER[:2] == ("client", "person")


def test_titles_fit_and_no_two_are_alike() -> None:
    titles = [title_of(s, lang) for s, lang in product(all_sheets(), Language)]
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)
    assert len({folded(title) for title in titles}) == len(titles)


@pytest.mark.parametrize("sheet", all_sheets(), ids=lambda s: title_of(s, Language.EN))
def test_a_header_means_one_column_in_both_languages(sheet: object) -> None:
    for lang in Language:
        found = Counter(folded(header_of(c, lang)) for c in sheet.columns)  # type: ignore[attr-defined]
        assert max(found.values()) == 1
        assert all(help_of(sheet, c, lang) for c in sheet.columns)  # type: ignore[attr-defined,arg-type]


def test_a_second_level_names_the_row_above() -> None:
    headers = [header_of(c, Language.EN) for c in _sheet("Products - Values - Measures").columns]
    assert headers[:2] == ["Belongs to", "Row number above"]
    assert header_of(_sheet("Products - Values").columns[1], Language.EN) == "Row number"


def _sheet(title: str):  # type: ignore[no-untyped-def]
    return next(s for s in sheets_of("product") if title_of(s, Language.EN) == title)


def test_no_label_stands_for_two_members_of_one_list() -> None:
    for kind in Labelled.__subclasses__():
        words: dict[str, str] = {}
        for member, lang in product(kind, Language):
            label = folded(wording_in(lang).label(member))
            assert words.setdefault(label, member.value) == member.value
            assert not set(label) & set(";；\n")
