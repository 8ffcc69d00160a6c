"""Text in the two languages of the product.

Chinese and English are equals: whatever may stand in a document is kept in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_ARTICLES = ("A", "An", "The", "One")


class Language(StrEnum):
    """A document's or a screen's language."""

    ZH = "zh"
    EN = "en"

    @property
    def other(self) -> Language:
        """The other of the two."""
        return Language.EN if self is Language.ZH else Language.ZH

    @classmethod
    def of(cls, words: str) -> Language:
        """The language of words that do not say it: Chinese where any character of them is."""
        is_chinese = any("\u4e00" <= character <= "\u9fff" for character in words)
        return cls.ZH if is_chinese else cls.EN


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and in English; either may be missing, ``""`` then."""

    zh: str = ""
    en: str = ""

    @classmethod
    def same(cls, words: str) -> Text:
        """Words that are written alike in both languages, a product name for one."""
        return cls(words, words)

    @classmethod
    def of(cls, words: str) -> Text:
        """Words of one language, as the side that `Language.of` finds."""
        return cls(**{Language.of(words).value: words})

    @property
    def both(self) -> tuple[str, str]:
        """The Chinese and the English words, ``""`` where nobody wrote them yet."""
        return self.zh, self.en

    def written_in(self, language: Language) -> str:
        """The words in ``language``, or ``""`` where nobody wrote them yet."""
        return self.zh if language is Language.ZH else self.en

    def best_for(self, language: Language) -> str:
        """The words in ``language``, else those in the other one."""
        return self.written_in(language) or self.written_in(language.other)

    def filled_from(self, other: Text) -> Text:
        """These words, in each language that lacks them those of ``other``."""
        return Text(self.zh or other.zh, self.en or other.en)

    @property
    def inside_sentence(self) -> Text:
        """A description inside a sentence, where its English article begins with a small letter."""
        article, space, rest = self.en.partition(" ")
        return Text(self.zh, f"{article.lower()}{space}{rest}") if article in _ARTICLES else self

    def lacks(self, language: Language) -> bool:
        """True when the words exist, but only in the other language."""
        return bool(self) and not self.written_in(language)

    def __str__(self) -> str:
        """The words in either language, for logs and tests."""
        return self.best_for(Language.EN)

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)
