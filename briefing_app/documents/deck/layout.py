"""Where a slide's words stand: its title, kicker and foot, and its body composed between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from briefing_app.documents.deck.blocks.compose import compose
from briefing_app.documents.deck.blocks.parts import Elements, drawn_with
from briefing_app.documents.deck.display_lines import balanced
from briefing_app.documents.deck.grid import LayoutName, PlaceholderFrame
from briefing_app.documents.deck.master import LogoRow, Master
from briefing_app.documents.deck.offer_blocks import Break, Opening
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.logos import Mark, logo_row
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
    measure_to_edit,
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


def composed(slide: Slide, language: Language, master: Master) -> Composed:
    """The slide with its body composed; cover and section breaks have none."""
    if isinstance(slide.body, Opening | Break):
        return Composed(slide, ((),))
    area = master.layouts[slide.layout].body
    return Composed(slide, compose(slide.body, area, language, master.typeface))


def lay_out(
    slides: Iterable[Composed],
    language: Language,
    master: Master,
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
        used = frozenset(it.page.title for it in laid_out)
        told = replace(item, slide=_with_a_title_of_its_own(item.slide, used))
        for page in _pages(told, language, master, footer, len(laid_out) + 1):
            spoken = waiting.pop(item.slide.key, ())
            laid_out.append(LaidOut(item.slide.key, replace(page, notes=spoken)))
    return tuple(laid_out)


def _with_a_title_of_its_own(slide: Slide, used: frozenset[str]) -> Slide:
    """The slide without titles that other slides have; the fixed phrase is counted instead.

    Readers and screen readers tell slides apart by their titles.
    """
    *wished, fixed = slide.titles
    numbers = (f"{fixed} ({number})" for number in count(2))
    last = fixed if plain(fixed) not in used else next(n for n in numbers if plain(n) not in used)
    return replace(slide, titles=(*(t for t in wished if plain(t) not in used), last))


def chosen_title(titles: tuple[str, ...], width: float, style: Style) -> Measured:
    """The first title that takes at most two lines and breaks no word; else the last one."""
    for title in titles:
        text = measure_to_edit([paragraph(title, style)], width)
        if plain(title) and _has_lines(text, _TITLE_LINES) and _keeps_words(title, width, style):
            return text
    return measure_to_edit([paragraph(titles[-1], style)], width)


def _has_lines(text: Measured, most: int) -> bool:
    """True when one paragraph needs no more lines, whatever program breaks them."""
    return text.height <= most * text.paragraphs[0].style.line_height + 0.01


def _keeps_words(title: str, width: float, style: Style) -> bool:
    return longest_word_width(plain(title), style) <= width * 0.98


def _pages(
    item: Composed, language: Language, master: Master, footer: str, number: int
) -> Iterator[Page]:
    slide, bodies = item.slide, item.bodies
    sheet = _Sheet(slide, master)
    if isinstance(slide.body, Opening):
        yield sheet.cover(slide.body, number)
        return
    if isinstance(slide.body, Break):
        yield sheet.section(number)
        return
    for part, body in enumerate(bodies, start=1):
        titles = _part_titles(slide.titles, part, len(bodies), language)
        yield sheet.content(titles, body, footer, number + part - 1)


def _part_titles(
    titles: tuple[str, ...], part: int, parts: int, language: Language
) -> tuple[str, ...]:
    """Of a slide that goes on, titles that tell its pages apart, as in a list of slides."""
    if parts == 1:
        return titles
    phrase = wording_in(language).phrase
    return tuple(
        phrase("{title} ({part}/{parts})", title=title, part=part, parts=parts) if title else ""
        for title in titles
    )


class _Sheet:
    """Sets one slide's words into the placeholders of its layout; what it lacks is left out."""

    def __init__(self, slide: Slide, master: Master) -> None:
        self._slide = slide
        self._master = master
        self._layout = master.layouts[slide.layout]

    def content(self, titles: tuple[str, ...], body: Elements, footer: str, number: int) -> Page:
        place = self._title_place()
        chosen = chosen_title(titles, place.frame.width, place.style)
        title = _title_box(chosen, place, self._slide.names)
        elements = (
            *_from_the_top(*self._line(self._slide.kicker, Placeholder.KICKER, "Kicker"), title),
            *(drawn_with(self._master.lines, element) for element in body),
            *_from_the_top(*self._feet(footer, number)),
        )
        return self._page(elements, title.text, number)

    def _feet(self, footer: str, number: int) -> Iterator[TextBox]:
        """Footer and page number; a template may have them at the head, where none reads them."""
        for foot in (
            *self._line(footer, Placeholder.FOOTER, "Footer"),
            *self._line(f"{number}", Placeholder.SLIDE_NUMBER, "Slide number"),
        ):
            is_at_head = foot.frame.y < self._layout.body.y
            yield replace(foot, tag=Tag.ARTIFACT) if is_at_head else foot

    def cover(self, body: Opening, number: int) -> Page:
        place = self._title_place()
        words = next(title for title in self._slide.titles if plain(title))
        title = _filled(_shrunk(words, place.frame, place.style), place, "Title", Tag.TITLE)
        elements = (
            *self._line(self._slide.kicker, Placeholder.KICKER, "Company"),
            *self._logos(body),
            title,
            *_from_the_top(*self._subtitle(), *self._facts(body)),
        )
        return self._page(elements, title.text, number)

    def section(self, number: int) -> Page:
        place = self._title_place()
        text = chosen_title(self._slide.titles, place.frame.width, place.style)
        title = _title_box(text, place, self._slide.names)
        kicker = self._line(self._slide.kicker, Placeholder.KICKER, "Kicker")
        return self._page((*kicker, title), text, number)

    def _title_place(self) -> PlaceholderFrame:
        place = self._layout.place(Placeholder.TITLE, Placeholder.CENTRED_TITLE)
        if place is None:
            raise ValueError(f"the layout {self._slide.layout} has no title")
        return place

    def _line(self, words: str, role: Placeholder, name: str) -> tuple[TextBox, ...]:
        place = self._layout.place(role)
        return () if place is None else (_line(words, place, name),)

    def _subtitle(self) -> tuple[TextBox, ...]:
        place = self._layout.place(Placeholder.SUBTITLE)
        if place is None:
            return ()
        shrunk = _shrunk(self._slide.subtitle, place.frame, place.style)
        text, width = balanced(shrunk.paragraphs[0], place.frame.width, self._slide.names)
        narrowed = replace(place, frame=replace(place.frame, width=width))
        return (_filled(text, narrowed, "Subtitle"),)

    def _facts(self, body: Opening) -> tuple[TextBox, ...]:
        """When and where, at the foot of the cover's body."""
        room = self._layout.body
        align = self._title_place().style.align
        style = replace(_FACT_STYLE, typeface=self._master.typeface, align=align)
        facts = [paragraph(fact, style) for fact in body.facts]
        text = fit(facts, room.width, room.height, smallest=0.75, measured_by=measure_to_edit)
        if text is None or not facts:
            return ()
        return (TextBox(frame=room, text=text, name="Meeting", anchor=Anchor.BOTTOM),)

    def _logos(self, body: Opening) -> Elements:
        """The companies' logos in a row, where the cover has room for them."""
        return () if self._layout.logos is None else _logos_in(self._layout.logos, body)

    def _page(self, elements: Elements, title: Measured, number: int) -> Page:
        is_top = self._slide.layout in (LayoutName.COVER, LayoutName.SECTION)
        return Page(
            width=self._master.width,
            height=self._master.height,
            elements=(*self._layout.decoration, *elements),
            title=" ".join(item.text for item in title.paragraphs),
            label=f"{number}",
            level=1 if is_top else 2,
            layout=self._slide.layout.value,
            background=self._layout.background,
        )


def _logos_in(row: LogoRow, body: Opening) -> Elements:
    marks = body.marks[-1:] if row.is_for_client else body.marks
    if not row.has_plates:
        marks = tuple(_in_variant(mark, is_dark=row.is_dark) for mark in marks)
    placed = logo_row(marks, row.frame, is_dark=row.is_dark)
    if not (row.is_at_right and placed):
        return placed
    aside = row.frame.right - max(part.frame.right for part in placed)
    return tuple(replace(p, frame=replace(p.frame, x=p.frame.x + aside)) for p in placed)


def _in_variant(mark: Mark, *, is_dark: bool) -> Mark:
    """A mark with the variant for the ground alone."""
    left_out = "for_light" if is_dark else "for_dark"
    return replace(mark, logos=replace(mark.logos, **{left_out: None}))


def _from_the_top(*boxes: TextBox) -> tuple[TextBox, ...]:
    """In the order in which they are read: templates have kickers below titles, numbers above
    footers."""
    return tuple(sorted(boxes, key=lambda box: box.frame.y))


def _filled(text: Measured, place: PlaceholderFrame, name: str, tag: Tag = Tag.TEXT) -> TextBox:
    return TextBox(
        frame=place.frame,
        text=text,
        name=name,
        tag=tag,
        placeholder=place.placeholder,
        anchor=place.anchor,
    )


def _title_box(text: Measured, place: PlaceholderFrame, names: frozenset[str]) -> TextBox:
    """The title, narrowed where its lines would end badly; ``names`` stay whole."""
    text, width = balanced(text.paragraphs[0], place.frame.width, names)
    narrowed = replace(place, frame=replace(place.frame, width=width))
    return _filled(text, narrowed, "Title", Tag.TITLE)


def _line(words: str, place: PlaceholderFrame, name: str) -> TextBox:
    """Words on one line, shortened where they are too long for it."""

    def measured(shown: str) -> Measured:
        return measure_to_edit([paragraph(shown, place.style)], place.frame.width)

    text = measured(words)
    kept = text.lines[0].text
    while kept and not _has_lines(text, 1):
        kept = kept[:-1].rstrip()
        text = measured(kept + "…")
    return _filled(text, place, name)


def _shrunk(words: str, frame: Frame, style: Style) -> Measured:
    """The words as large as their frame allows; beyond all sense of a name, with an ellipsis."""
    scale = 1.0
    while scale >= _SMALLEST_COVER:
        sized = replace(style, size=round(style.size * scale * 2) / 2)
        text = measure_to_edit([paragraph(words, sized)], frame.width)
        if text.height <= frame.height and (
            scale < _BREAKING_COVER or _keeps_words(words, frame.width, sized)
        ):
            return text
        scale -= 0.05
    return _shrunk(words[: len(words) * 3 // 4].rstrip("…") + "…", frame, style)
