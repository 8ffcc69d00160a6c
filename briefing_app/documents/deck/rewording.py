"""A slide's texts by name, and the slide with words of the user's own in their place.

A name is ``title``, or the way from the body to a text: ``quote``, ``points.2.detail``. Words
in a list follow the text that they replace, wherever it stands by now: the third need may be
another one tomorrow. Figures, sources, dates and what somebody is quoted with keep their words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeAlias, TypeVar

from briefing_app.documents.deck.diagram_blocks import Quote, Tick
from briefing_app.documents.deck.offer_blocks import Opening
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story_blocks import CaseStory, Contacts
from briefing_app.domain.slide_list import list_of
from briefing_app.domain.text import Language
from briefing_app.planning.client_side import SharedWords

TITLE, SUBTITLE = "title", "subtitle"
_FACTS = frozenset(
    {
        "after_text",
        "alt",
        "before_text",
        "due",
        "figure",
        "number",
        "owner",
        "quote_by",
        "sign",
        "source",
        "sources_note",
        "time",
        "unit",
    }
)

Change: TypeAlias = Callable[[str, str], str]
"""From the name and the words of a text to the words that stand there."""
Part = TypeVar("Part")


def texts_of(slide: Slide) -> dict[str, str]:
    """The texts of a slide that may be reworded besides its title, in order, by name."""
    found: dict[str, str] = {SUBTITLE: slide.subtitle} if slide.subtitle else {}

    def note(name: str, words: str) -> str:
        if any(sign.isalpha() for sign in words):
            found[name] = words
        return words

    _changed(slide.body, "", note)
    return found


def reworded(slide: Slide, words: Sequence[SharedWords], language: Language) -> Slide:
    """The slide with those of ``words`` that are written in ``language``."""
    own = [one for one in words if one.words.written_in(language)]
    if not own:
        return slide
    by_name = {one.name: one.words.written_in(language) for one in own}
    by_text = {_followed(one, language): one.words.written_in(language) for one in own}

    def change(name: str, made: str) -> str:
        if list_of(name) != name:
            return by_text.get((list_of(name), made), made)
        return by_name.get(name, made)

    return replace(
        slide,
        titles=(by_name[TITLE],) if TITLE in by_name else slide.titles,
        subtitle=change(SUBTITLE, slide.subtitle),
        body=_changed(slide.body, "", change),
    )


def without_a_place(
    slide: Slide, words: Sequence[SharedWords], language: Language
) -> Iterator[SharedWords]:
    """The words whose text is no longer on the slide, as it is made of the facts."""
    texts = {TITLE: "", **texts_of(slide)}
    for one in words:
        made = one.instead_of.written_in(language)
        if one.words.written_in(language) and not replacing(one.name, made, texts):
            yield one


def _followed(one: SharedWords, language: Language) -> tuple[str, str]:
    return list_of(one.name), one.instead_of.written_in(language)


def _changed(part: Part, name: str, change: Change) -> Part:
    """A body, or a part of one, with ``change`` made to each of its texts."""
    result: Any = part
    if isinstance(part, str):
        result = change(name, part)
    elif isinstance(part, tuple):
        result = tuple(
            _changed(item, f"{name}.{place}", change) for place, item in enumerate(part, start=1)
        )
    elif is_dataclass(part) and not isinstance(part, type | Contacts | Opening | Tick):
        held = {f.name: getattr(part, f.name) for f in fields(part) if _may_change(part, f.name)}
        changed = {
            inner: _changed(value, f"{name}.{inner}".lstrip("."), change)
            for inner, value in held.items()
        }
        result = replace(part, **changed)
    return result  # type: ignore[no-any-return]


def _may_change(part: object, name: str) -> bool:
    is_quoted = isinstance(part, CaseStory | Quote) and name == "quote"
    return name not in _FACTS and not is_quoted


def replacing(name: str, instead_of: str, texts: Mapping[str, str]) -> str:
    """The name of the text among ``texts`` that words stand for; ``""`` where there is none."""
    if list_of(name) == name:
        return name if name in texts else ""
    places = (n for n, made in texts.items() if list_of(n) == list_of(name) and made == instead_of)
    return next(places, "")
