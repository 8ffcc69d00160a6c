"""Where a slide's words stand: its title, kicker and foot, and its body composed between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefing_app.documents.deck import grid
from briefing_app.documents.deck.blocks.compose import compose
from briefing_app.documents.deck.blocks.parts import Elements, balanced
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.offer_blocks import Break, Opening
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.placed import (
    Anchor,
    Frame,
    Page,
    Placeholder,
    Tag,
    TextBox,
)
from briefing_app.documents.text_fit import (
    Measured,
    Style,
    fit,
    longest_word_width,
    measure,
    paragraph,
    plain,
)
from briefing_app.documents.theme import Colour
from briefing_app.domain.text import Language
from briefing_app.wording import wording_in

_TITLE_LINES = 2
_SMALLEST_COVER = 0.4
_BREAKING_COVER = 0.6
_FACT_STYLE = Style(size=14, colour=Colour.PAPER, pitch=1.45)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A page and the planned slide that it belongs to."""

    key: str
    page: Page


@dataclass(frozen=True, slots=True)
class Composed:
    """A slide and the bodies of the pages that it takes: one, or several after a division."""

    slide: Slide
    bodies: tuple[Elements, ...]


def composed(slide: Slide, language: Language) -> Composed:
    """The slide with its body composed; cover and section breaks have none."""
    if isinstance(slide.body, Opening | Break):
        return Composed(slide, ((),))
    return Composed(slide, compose(slide.body, grid.CONTENT, language))


def lay_out(
    slides: Iterable[Composed],
    language: Language,
    *,
    footer: str,
    notes: Mapping[str, tuple[str, ...]],
) -> tuple[LaidOut, ...]:
    """All slides as pages; ``footer`` stands on each but cover and breaks.

    The notes of a key go to its first page.
    """
    laid_out: list[LaidOut] = []
    waiting = dict(notes)
    for item in slides:
        for page in _pages(item, language, footer, len(laid_out) + 1):
            spoken = waiting.pop(item.slide.key, ())
            laid_out.append(LaidOut(item.slide.key, replace(page, notes=spoken)))
    return tuple(laid_out)


def chosen_title(titles: tuple[str, ...], width: float, style: Style) -> Measured:
    """The first title that takes at most two lines and breaks no word; else the last one."""
    for title in titles:
        text = measure([paragraph(title, style)], width)
        if plain(title) and len(text.lines) <= _TITLE_LINES and _keeps_words(title, width, style):
            return text
    return measure([paragraph(titles[-1], style)], width)


def _keeps_words(title: str, width: float, style: Style) -> bool:
    return longest_word_width(plain(title), style) <= width * 0.98


def _pages(item: Composed, language: Language, footer: str, number: int) -> Iterator[Page]:
    slide, bodies = item.slide, item.bodies
    if isinstance(slide.body, Opening):
        yield _cover(slide, slide.body, number)
        return
    if isinstance(slide.body, Break):
        yield _section(slide, number)
        return
    for part, body in enumerate(bodies, start=1):
        kicker = slide.kicker
        if len(bodies) > 1:
            kicker = wording_in(language).phrase(
                "{chapter} ({part}/{parts})", chapter=kicker, part=part, parts=len(bodies)
            )
        yield _content(slide, kicker, body, footer, number + part - 1)


def _content(slide: Slide, kicker: str, body: Elements, footer: str, number: int) -> Page:
    title = _title_box(chosen_title(slide.titles, grid.TITLE.width, grid.TITLE_STYLE))
    elements = (
        _line(kicker, grid.KICKER, grid.KICKER_STYLE, "Kicker", Placeholder.KICKER),
        title,
        *body,
        _line(footer, grid.FOOTER, grid.FOOTER_STYLE, "Footer", Placeholder.FOOTER),
        _line(
            f"{number}",
            grid.SLIDE_NUMBER,
            grid.NUMBER_STYLE,
            "Slide number",
            Placeholder.SLIDE_NUMBER,
        ),
    )
    return _page(slide, elements, title.text, number)


def _cover(slide: Slide, body: Opening, number: int) -> Page:
    title = next(title for title in slide.titles if plain(title))
    name = _shrunk(title, grid.COVER_TITLE, grid.COVER_TITLE_STYLE)
    subtitle = _shrunk(slide.subtitle, grid.COVER_SUBTITLE, grid.COVER_SUBTITLE_STYLE)
    subtitle, subtitle_width = balanced(subtitle.paragraphs[0], grid.COVER_SUBTITLE.width)
    facts = fit(
        [paragraph(fact, _FACT_STYLE) for fact in body.facts],
        grid.COVER_FACTS.width,
        grid.COVER_FACTS.height,
        smallest=0.75,
    )
    elements: list[TextBox] = [
        _line(
            slide.kicker, grid.COVER_KICKER, grid.COVER_KICKER_STYLE, "Company", Placeholder.KICKER
        ),
        TextBox(
            frame=grid.COVER_TITLE,
            text=name,
            name="Title",
            tag=Tag.TITLE,
            placeholder=Placeholder.CENTRED_TITLE,
            anchor=Anchor.BOTTOM,
        ),
        TextBox(
            frame=replace(grid.COVER_SUBTITLE, width=subtitle_width),
            text=subtitle,
            name="Subtitle",
            placeholder=Placeholder.SUBTITLE,
        ),
    ]
    if facts is not None and body.facts:
        elements.append(
            TextBox(frame=grid.COVER_FACTS, text=facts, name="Meeting", anchor=Anchor.BOTTOM)
        )
    return _page(slide, tuple(elements), name, number)


def _section(slide: Slide, number: int) -> Page:
    text = chosen_title(slide.titles, grid.SECTION_TITLE.width, grid.SECTION_TITLE_STYLE)
    title = TextBox(
        frame=grid.SECTION_TITLE,
        text=text,
        name="Title",
        tag=Tag.TITLE,
        placeholder=Placeholder.TITLE,
    )
    kicker = _line(
        slide.kicker, grid.SECTION_KICKER, grid.COVER_KICKER_STYLE, "Kicker", Placeholder.KICKER
    )
    return _page(slide, (kicker, title), text, number)


def _page(slide: Slide, elements: Elements, title: Measured, number: int) -> Page:
    background, field = grid.layout_decoration(slide.layout)
    is_top = slide.layout in (LayoutName.COVER, LayoutName.SECTION)
    return Page(
        width=grid.SLIDE_WIDTH,
        height=grid.SLIDE_HEIGHT,
        elements=(*field, *elements),
        title=" ".join(item.text for item in title.paragraphs),
        label=f"{number}",
        level=1 if is_top else 2,
        layout=slide.layout.value,
        background=background,
    )


def _title_box(text: Measured) -> TextBox:
    """The title, narrowed where its last line would be a leftover word."""
    text, width = balanced(text.paragraphs[0], grid.TITLE.width)
    return TextBox(
        frame=replace(grid.TITLE, width=width),
        text=text,
        name="Title",
        tag=Tag.TITLE,
        placeholder=Placeholder.TITLE,
    )


def _line(words: str, frame: Frame, style: Style, name: str, role: Placeholder) -> TextBox:
    """Words on one line, shortened at a word where they are too long for it."""
    shown = plain(words)
    text = measure([paragraph(shown, style)], frame.width)
    while len(text.lines) > 1:
        shown = text.lines[0].text[:-2].rstrip() + "…"
        text = measure([paragraph(shown, style)], frame.width)
    return TextBox(frame=frame, text=text, name=name, placeholder=role)


def _shrunk(words: str, frame: Frame, style: Style) -> Measured:
    """The words as large as their frame allows; beyond all sense of a name, with an ellipsis."""
    scale = 1.0
    while scale >= _SMALLEST_COVER:
        sized = replace(style, size=round(style.size * scale * 2) / 2)
        text = measure([paragraph(words, sized)], frame.width)
        if text.height <= frame.height and (
            scale < _BREAKING_COVER or _keeps_words(words, frame.width, sized)
        ):
            return text
        scale -= 0.05
    return _shrunk(words[: len(words) * 3 // 4].rstrip("…") + "…", frame, style)
