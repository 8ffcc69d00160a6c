"""What keeps a document in."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.labels import N_, Labelled
from briefing_app.domain.message import Message


class BreachKind(Labelled):
    """What a check looks for; in the order in which users care."""

    NAME = "name", N_("Names of others")
    INTERNAL = "internal", N_("Internal facts")
    PRICE = "price", N_("Prices")
    LEFTOVER = "leftover", N_("Texts to be replaced")
    TITLE = "title", N_("Titles")
    FIT = "fit", N_("Text that does not fit")
    ORDER = "order", N_("Reading order")
    GLYPH = "glyph", N_("Missing characters")
    ALT_TEXT = "alt-text", N_("Descriptions of figures")
    CONTRAST = "contrast", N_("Contrast")

    @property
    def may_be_meant(self) -> bool:
        """True where the words may be right after all, which only a person can tell."""
        return self in (BreachKind.NAME, BreachKind.PRICE, BreachKind.LEFTOVER)


@dataclass(frozen=True, slots=True)
class Breach:
    """Something that keeps a document in.

    ``page`` counts from 1; 0 stands for the written file itself. ``word`` is what was found,
    ``around`` the words that it stands in; both are empty for what is no matter of words.
    """

    page: int
    box: str
    problem: Message
    remedy: Message
    kind: BreachKind
    word: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something on a page, numbered from 1, that keeps nothing in and is worth a look."""

    page: int
    box: str
    says: Message
