"""How words are cut for the index."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.store.tokens import (
    NAME_LENGTH,
    PINYIN_LENGTH,
    fold,
    index_tokens,
    pieces,
    pinyin_tokens,
    word_query,
)


def _spellings(name: str, *, are_people: bool = False) -> set[str]:
    tokens = pinyin_tokens([name], are_people=are_people).split()
    return {token for token in tokens if not token.endswith("…")}


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ＡＣＭＥ２", "acme2"),
        ("Café", "cafe"),
        ("Straße", "strasse"),
        ("ﬁne", "fine"),
        ("㈱", "(株)"),
    ],
)
def test_forms_that_look_or_sound_alike_are_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_chinese_becomes_pairs_then_single_characters() -> None:
    assert index_tokens(["江北银行"]) == "江北 北银 银行 江 北 银 行"
    assert index_tokens(["Acme科技（北京）R"]) == "acme 科技 科 技 北京 北 京 r ac… a… r…"


def test_every_script_has_its_pieces() -> None:
    found = [
        (piece.text, piece.is_chinese) for piece in pieces("𠮷野家 テスト v2.0_beta 😀 Привет")
    ]
    assert found == [
        ("𠮷野家", True),
        ("テスト", True),
        ("v2", False),
        ("0", False),
        ("beta", False),
        ("привет", False),
    ]


@given(st.text())
def test_tokens_hold_nothing_that_ends_a_token(text: str) -> None:
    for token in index_tokens([text]).split(" "):
        assert all(char.isalnum() or ord(char) > 127 for char in token)


def test_short_beginnings_have_tokens_of_their_own() -> None:
    assert [word_query(typed) for typed in ("a", "ac", "acm")] == ['"a…"', '"ac…"', '"acm" *']


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("曾伟", "zengwei", "zw"),
        ("单雄信", "shanxiongxin", "sxx"),
        ("仇和", "qiuhe", "qh"),
        ("解缙", "xiejin", "xj"),
        ("区海", "ouhai", "oh"),
        ("查良镛", "zhaliangyong", "zly"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("张伟", "zhangwei", "zw"),
    ],
)
def test_surnames_are_read_as_surnames(name: str, full: str, initials: str) -> None:
    assert {full, initials} <= _spellings(name, are_people=True)


def test_the_same_characters_in_a_company_are_read_as_words() -> None:
    assert {"chongqingyinhang", "cqyh"} <= _spellings("重庆银行")
    assert "dan" in {token[:3] for token in _spellings("单车公司")}
    assert "jiejuefangan" in _spellings("解决方案")


def test_a_name_is_spelled_from_each_of_its_characters_on() -> None:
    assert _spellings("江北银行") == {
        *("jiangbeiyinhang", "beiyinhang", "yinhang", "hang"),
        *("jbyh", "byh", "yh", "h"),
    }


def test_spellings_stay_short_whatever_the_name() -> None:
    spellings = _spellings("银行" * 5_000)
    assert max(map(len, spellings)) == PINYIN_LENGTH
    assert len(spellings) <= 2 * NAME_LENGTH


def test_a_name_without_chinese_has_no_spellings() -> None:
    assert pinyin_tokens(["Acme Ltd", ""], are_people=False) == ""


def test_a_character_without_reading_stands_for_itself() -> None:
    assert _spellings("鿯银") == {"鿯yin", "鿯y", "yin", "y"}


def test_pypinyin_is_loaded_only_for_chinese_names() -> None:
    script = (
        "import sys; from briefing_app.store.store import Store;"
        "from briefing_app.store.tokens import pinyin_tokens, index_tokens;"
        "pinyin_tokens(['Acme'], are_people=True); index_tokens(['江北']);"
        "assert 'pypinyin' not in sys.modules and 'sqlite_utils' not in sys.modules;"
        "pinyin_tokens(['江北'], are_people=False); assert 'pypinyin' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
