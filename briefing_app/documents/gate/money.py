"""Amounts of money in running text, in the notations of both languages.

Amounts are compared by value alone: ¥120,000.00, CNY 120k, 12 万元 and 十二万元 are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_SCALES = {
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "billion": 10**9,
}
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10**4, "亿": 10**8}

_CODES = "CNY|RMB|USD|EUR|GBP|HKD|JPY|CHF|SGD|TWD"
_BEFORE = rf"(?:US|HK|NT)?\$|[¥€£]|\b(?:{_CODES})|人民币|美元|欧元|港币|港元|英镑|日元"
_AFTER = (
    rf"(?:人民币|美|欧|港|日)?元(?![素器件组宇旦年])|人民币|港币|英镑|块钱|[¥€£$](?!\s?\d)"
    rf"|(?:{_CODES}|yuan|renminbi|dollars?|euros?)(?![a-z])"
)
_FIGURES = r"\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?|\d+(?:,\d+)*(?:\.\d+)?"
_SPELLED_DIGIT = "零〇一二两三四五六七八九"
_SPELLED = rf"(?<![第{_SPELLED_DIGIT}])[一二两三四五六七八九十][{_SPELLED_DIGIT}十百千万亿]*"
_SCALE = r"百万|千万|千|万|亿|(?:thousand|million|billion|mn|bn|k|m)(?![a-z])"

_FIGURE = re.compile(r"\d")
_AMOUNT = re.compile(
    rf"(?:(?P<before>{_BEFORE})\s*|(?<![a-z0-9_.,#]))(?P<low>{_FIGURES})"
    rf"(?:\s?(?:[-–—~至到]|to)\s?(?P<high>{_FIGURES}))?"
    rf"(?![.,]?\d)(?:[\s-]?(?P<scale>{_SCALE}))?(?:\s?(?P<after>{_AFTER}))?(?![a-z_%]|\s%)",
    re.IGNORECASE,
)
_SPELLED_AMOUNT = re.compile(rf"(?P<before>人民币)?(?P<spelled>{_SPELLED})(?P<after>{_AFTER})")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text: as it is written, its place, its value or the two ends of a range.

    ``is_money`` where a currency stands beside it.
    """

    words: str
    start: int
    end: int
    values: frozenset[Decimal]
    is_money: bool


def amounts_in(text: str) -> Iterator[Amount]:
    """Each number of a text, but for percentages, and each sum spelled out in Chinese."""
    plain = text.translate(_NARROW)
    for found in _AMOUNT.finditer(plain) if _FIGURE.search(plain) else ():
        scale = _SCALES.get((found["scale"] or "").casefold(), 1)
        ends = frozenset(_value(end) * scale for end in (found["low"], found["high"]) if end)
        yield _amount(text, found, ends)
    for found in _SPELLED_AMOUNT.finditer(plain):
        yield _amount(text, found, frozenset([Decimal(_spelled(found["spelled"]))]))


def money_in(text: str) -> Iterator[Amount]:
    """The numbers of a text that a currency stands beside."""
    return (amount for amount in amounts_in(text) if amount.is_money)


class _Narrowing(dict[int, str]):
    """One sign for each sign, so that places stay: ￥ is ¥, １ is 1, any space is a space.

    By code point: no more entries than signs in use.
    """

    def __missing__(self, code: int) -> str:
        narrow = unicodedata.normalize("NFKC", chr(code))
        self[code] = narrow if len(narrow) == 1 else chr(code)
        return self[code]


_NARROW = _Narrowing()


def _amount(text: str, found: re.Match[str], values: frozenset[Decimal]) -> Amount:
    start, end = found.span()
    is_money = bool(found["before"] or found["after"])
    return Amount(text[start:end], start, end, values, is_money)


def _value(figures: str) -> Decimal:
    return Decimal(re.sub("[,' ]", "", figures))


def _spelled(words: str) -> int:
    """The value of a number in Chinese words: 一百二十万 is 1,200,000."""
    total = section = digit = 0
    for sign in words:
        if sign in _GREAT:
            total = (total + section + digit) * _GREAT[sign]
            section = digit = 0
        elif sign in _TENS:
            section += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + section + digit
