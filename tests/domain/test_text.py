"""Words in two languages: which side they are on, and how they stand in a sentence."""

from __future__ import annotations

import pytest

from briefing_app.domain.ids import CaseId, IndustryId
from briefing_app.domain.offering import Permission, SuccessCase
from briefing_app.domain.text import Language, Text


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("底价不能再低", Language.ZH),
        ("AS400 核心系统 since 1998", Language.ZH),
        ("Call Zhang on Monday", Language.EN),
        ("2026-11-24", Language.EN),
        ("", Language.EN),
    ],
)
def test_words_with_a_chinese_character_are_chinese(words: str, language: Language) -> None:
    assert Language.of(words) is language
    assert Text.of(words).written_in(language) == words
    assert Text.of(words).written_in(language.other) == ""


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("A publisher of card games", "a publisher of card games"),
        ("An operator", "an operator"),
        ("The leading studio", "the leading studio"),
        ("One of five banks", "one of five banks"),
        ("Arcade studios", "Arcade studios"),
        ("A", "a"),
        ("", ""),
    ],
)
def test_a_description_begins_small_inside_a_sentence(name: str, inside: str) -> None:
    assert Text("某发行商", name).inside_sentence == Text("某发行商", inside)


@pytest.mark.parametrize(
    ("permission", "name"),
    [(Permission.NAMED, "The Card House"), (Permission.ANONYMOUS, "a publisher of card games")],
)
def test_a_name_keeps_its_capital_where_a_description_does_not(
    permission: Permission, name: str
) -> None:
    case = SuccessCase(
        id=CaseId("case"),
        customer=Text(en="The Card House"),
        anonymous_name=Text(en="A publisher of card games"),
        industry=IndustryId("games"),
        permission=permission,
    )
    assert case.name_in_sentence.en == name
