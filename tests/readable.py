"""Dossiers in words that can be printed: from one letter to names of 120 signs, in any script.

`strategies.dossiers` makes the structure, with awkward words that the export gate refuses; here
all words are written anew, so that whatever is made of them must pass.
"""

from __future__ import annotations

import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from briefing_app.documents.fonts import DOCUMENT_TYPEFACE
from briefing_app.domain.dossier import Dossier
from briefing_app.domain.industry import BusinessProcess
from briefing_app.domain.offering import Capability
from briefing_app.domain.text import Language, Text
from briefing_app.domain.values import Measure, Money
from tests.strategies import dossiers


class Manner(Enum):
    """How somebody writes: the fewest and most signs of a name; sentences have twice as many."""

    TERSE = (1, 1)
    USUAL = (2, 14)
    LENGTHY = (60, 120)
    MIXED = (1, 60)
    UNBROKEN = (20, 120)
    ODD = (1, 40)


NAMES = {"name", "short_name", "customer", "anonymous_name", "label", "unit", "owner", "title"}
"""The fields that hold a name; all others hold a sentence."""

_HAN = "方案客户需求上线负载平台数据分析运营转化活动门店会员订单系统集成预算决策流程培训服务，"
_LATIN = ("launch", "platform", "orders", "data", "customers", "budget", "a", "of", "to", "in")
_CONTACTS = {
    "email": ("", "w@example.com", "customer-relations.of-the-whole-group@long-name.example.com"),
    "phone": ("", "110", "+86 10 5550 0100 转 8001"),
    "website": ("", "example.com", "https://www.example.com/" + "a-very-long-path" * 5),
}
_COUNTS = (0, 0, 1, 1, 2, 3, 6)
_FIGURES = (0.0, 0.001, 1.0, 4.0, 10.5, 99.9, 12_345_678.0, 1e9, -3.0)


@st.composite
def readable_dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier of which every word can be printed, in any manner and in one or both languages."""
    dossier, manner = draw(dossiers()), draw(st.sampled_from(Manner))
    languages = draw(st.sampled_from((tuple(Language), (Language.ZH,), (Language.EN,))))
    return retold(dossier, manner, draw(st.integers(0, 2**32)), languages)


def retold(
    dossier: Dossier,
    manner: Manner,
    seed: int,
    languages: tuple[Language, ...] = tuple(Language),
) -> Dossier:
    """The same project in other words, its empty lists filled; the same words for a seed."""
    told: Dossier = _Author(Random(seed), manner, languages).record(dossier)
    return told


def with_texts(value: Any, change: Callable[[Text], Text]) -> Any:
    """The same records with each of their texts changed."""
    if isinstance(value, Text):
        return change(value)
    if isinstance(value, tuple):
        return tuple(with_texts(item, change) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = [part.name for part in fields(value)]
    return replace(value, **{name: with_texts(getattr(value, name), change) for name in names})


class _Author:
    """Writes all texts of a dossier anew."""

    def __init__(self, random: Random, manner: Manner, languages: tuple[Language, ...]) -> None:
        self._random = random
        self._manner = manner
        self._languages = languages

    def record(self, value: Any) -> Any:
        hints = typing.get_type_hints(type(value))
        written = {part.name: self._part(value, part, hints[part.name]) for part in fields(value)}
        return replace(value, **written)

    def _part(self, owner: Any, part: Any, hint: Any) -> Any:
        held = getattr(owner, part.name)
        if hint is Text:
            is_left_out = part.default is not MISSING and self._random.random() < 0.2
            return Text() if is_left_out else self._text(part.name)
        if hint == tuple[Text, ...]:
            return tuple(self._text(part.name) for _ in range(self._random.choice(_COUNTS)))
        if part.name in _CONTACTS:
            return self._random.choice(_CONTACTS[part.name])
        if isinstance(held, tuple):
            return tuple(self._item(item) for item in held or self._made(hint))
        return self._item(held)

    def _item(self, item: Any) -> Any:
        return self.record(item) if is_dataclass(item) and not isinstance(item, Money) else item

    def _made(self, hint: Any) -> tuple[Any, ...]:
        """New entries for a list that nobody filled; none where they would refer to records."""
        make = _ENTRIES.get(typing.get_args(hint)[0])
        return (
            tuple(make(self._random) for _ in range(self._random.choice(_COUNTS))) if make else ()
        )

    def _text(self, field: str) -> Text:
        written = {language: self._words(field, language) for language in self._languages}
        return Text(written.get(Language.ZH, ""), written.get(Language.EN, ""))

    def _words(self, field: str, language: Language) -> str:
        fewest, most = self._manner.value
        length = self._random.randint(fewest, most) * (1 if field in NAMES else 2)
        match self._manner:
            case Manner.TERSE:
                return self._random.choice("猫甲" if language is Language.ZH else "WI")
            case Manner.MIXED:
                half = length // 2 + 1
                return f"{self._prose(language, half)}“{self._prose(language.other, half)}” 100%"
            case Manner.UNBROKEN:
                return "".join(self._random.choices("abcWMi0", k=length))
            case Manner.ODD:
                return "".join(self._random.choices(printable_signs(), k=length))
            case _:
                return self._prose(language, length)

    def _prose(self, language: Language, length: int) -> str:
        if language is Language.ZH:
            return self._random.choice(_HAN[:-1]) + "".join(
                self._random.choices(_HAN, k=length - 1)
            )
        words = " ".join(self._random.choices(_LATIN, k=length))
        return words[:length].strip().capitalize()


_ENTRIES: dict[Any, Callable[[Random], Any]] = {
    Capability: lambda random: Capability(name=Text()),
    BusinessProcess: lambda random: BusinessProcess(name=Text()),
    Measure: lambda random: Measure(
        label=Text(),
        before=random.choice(_FIGURES),
        after=random.choice(_FIGURES),
        is_example=random.random() < 0.5,
    ),
}


@cache
def printable_signs() -> str:
    """All signs of the document fonts but for spaces, and for braces, which mark a placeholder."""
    signs = (chr(code) for code in range(0x21, 0x30000) if not 0xD800 <= code < 0xE000)
    return "".join(
        sign
        for sign in signs
        if sign.isprintable()
        and sign not in "{}"
        and all(DOCUMENT_TYPEFACE.face(bold=bold).has(sign) for bold in (False, True))
    )
