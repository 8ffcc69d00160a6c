"""Lines end where UAX #14 and kinsoku allow it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from briefing_app.documents.line_breaks import NEVER_ENDS, NEVER_STARTS, break_opportunities

DOCUMENT_CHARACTERS = (
    "拜访计划支付成功率用户数据abcdeXYZ 0123456789，。、；：？！（）《》「」“”,.;:?!()%-"
)


def pieces(text: str) -> list[str]:
    marks = sorted(break_opportunities(text) | {0, len(text)})
    return [text[a:b] for a, b in pairwise(marks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("首日负载", ["首", "日", "负", "载"]),
        ("提升至95%，并于年底", ["提", "升", "至", "95%，", "并", "于", "年", "底"]),
        ("（示例）数据", ["（示", "例）", "数", "据"]),
        ("well-known e-mail", ["well-", "known ", "e-", "mail"]),
        ("接入 SDK 完成", ["接", "入 ", "SDK ", "完", "成"]),
        ("a (b) c", ["a ", "(b) ", "c"]),
    ],
)
def test_lines_may_end_at(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text(alphabet=DOCUMENT_CHARACTERS, max_size=60))
def test_no_line_starts_or_ends_with_a_forbidden_sign(text: str) -> None:
    for index in break_opportunities(text):
        assert text[index] not in NEVER_STARTS
        assert text[index - 1] not in NEVER_ENDS


@given(st.text(alphabet="拜访计划支付，。、（）《》abc xyz", max_size=40))
def test_every_break_is_one_that_the_standard_allows(text: str) -> None:
    allowed = set(line_break_boundaries(text))
    assert break_opportunities(text) <= allowed
