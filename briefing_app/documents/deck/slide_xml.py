"""One slide from one page: its elements in reading order, placeholders filled where they exist."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefing_app.documents.deck.chart_sheet import sheet_columns
from briefing_app.documents.deck.chart_workbook import chart_workbook
from briefing_app.documents.deck.chart_xml import chart_xml
from briefing_app.documents.deck.drawingml import (
    NAMESPACES,
    RELATIONSHIPS,
    TextPlace,
    body_properties,
    paragraphs_xml,
    recoloured,
    slide_number_xml,
    text_place,
    transform,
)
from briefing_app.documents.deck.grid import PlaceholderFrame
from briefing_app.documents.deck.package import HEAD, ContentType, Kind, Package, Part
from briefing_app.documents.deck.shape_xml import (
    DECORATIVE,
    box_look,
    graphic_frame_xml,
    path_xml,
    picture_xml,
    placeholder_xml,
    rule_xml,
    shape_xml,
    text_shape_xml,
)
from briefing_app.documents.deck.table_xml import table_xml
from briefing_app.documents.deck.template import (
    EMPTY_TREE,
    Layout,
    LayoutPlaceholder,
    background_xml,
)
from briefing_app.documents.placed import (
    Anchor,
    Chart,
    Element,
    Image,
    Page,
    Path,
    Placeholder,
    Rule,
    Shape,
    Table,
    Tag,
    TextBox,
)
from briefing_app.documents.theme import Theme
from briefing_app.domain.text import Language

_CHART_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TOLD_IN_FULL = (Placeholder.FOOTER, Placeholder.SLIDE_NUMBER)
"""LibreOffice takes neither line spacing nor insets of these from a layout."""
_PAGE_LINK = re.compile(r"#page(\d+)")


class SlideWriter:
    """Writes the slides of one package; charts are numbered through all of them."""

    def __init__(
        self, package: Package, slides: list[Part], theme: Theme, language: Language
    ) -> None:
        self._package = package
        self._slides = slides
        self._theme = theme
        self._language = language
        self._charts = 0
        self._colours: Mapping[str, str] = {}

    def write(self, slide: Part, page: Page, layout: Layout) -> None:
        """Fill the slide's part with the page's elements, less those that the layout draws."""
        slide.relate(Kind.LAYOUT, layout.part)
        self._colours = layout.colours
        filled = _placeholders_filled(page, layout)
        shapes = "".join(
            self._element(element, key, slide, filled.get(key))
            for key, element in enumerate(page.elements, start=2)
            if element not in layout.decoration and not _is_prompt(element)
        )
        other = page.background is not None and page.background is not layout.background
        behind = background_xml(page.background) if other and page.background else ""
        drawn = recoloured(f"{behind}<p:spTree>{EMPTY_TREE}{shapes}</p:spTree>", layout.colours)
        slide.body = (
            f"{HEAD}<p:sld {NAMESPACES}><p:cSld>{drawn}</p:cSld>"
            f"<p:clrMapOvr>{layout.colour_map}</p:clrMapOvr></p:sld>"
        )

    def _element(
        self, element: Element, key: int, slide: Part, filled: LayoutPlaceholder | None
    ) -> str:
        match element:
            case TextBox():
                return self._text_box(element, key, slide, filled)
            case Shape():
                return shape_xml(element, key)
            case Rule():
                return rule_xml(element, key)
            case Path():
                return path_xml(element, key)
            case Image():
                shown = slide.relate(Kind.IMAGE, self._package.add_picture(element.picture))
                return picture_xml(element, key, shown)
            case Table():
                return table_xml(element, key, self._language)
            case Chart():
                return self._chart(element, key, slide)

    def _text_box(
        self, box: TextBox, key: int, slide: Part, filled: LayoutPlaceholder | None
    ) -> str:
        inner = self._link(box.link, slide) if box.link else ""
        if filled is not None:
            return self._placeholder(box, key, filled, inner)
        if not inner and (box.tag is Tag.ARTIFACT or not box.text.paragraphs):
            inner = DECORATIVE
        place = _text_place(box)
        body = (
            f"{_stance(place, box.anchor)}<a:lstStyle/>{paragraphs_xml(box.text, self._language)}"
        )
        return text_shape_xml(box, place.frame, key, body, inner)

    def _placeholder(self, box: TextBox, key: int, filled: LayoutPlaceholder, inner: str) -> str:
        """Text in a placeholder; only what differs from the layout is written."""
        look, stance = _own_look(box, filled)
        if filled.insets is not None:
            look, stance = _look_on_template(box, filled.place, filled.insets)
        style = None if filled.place.placeholder in _TOLD_IN_FULL else filled.place.style
        is_number = filled.place.placeholder is Placeholder.SLIDE_NUMBER
        write_text = slide_number_xml if is_number else paragraphs_xml
        body = f"{stance}<a:lstStyle/>{write_text(box.text, self._language, style)}"
        return placeholder_xml(key, box.name, filled.kind, look, body, inner)

    def _chart(self, chart: Chart, key: int, slide: Part) -> str:
        self._charts += 1
        workbook = self._package.add(
            f"ppt/embeddings/Microsoft_Excel_Sheet{self._charts}.xlsx",
            ContentType.WORKBOOK_FILE,
            chart_workbook(sheet_columns(chart, self._language)),
        )
        part = self._package.add(f"ppt/charts/chart{self._charts}.xml", ContentType.CHART)
        data = part.relate(Kind.WORKBOOK_FILE, workbook)
        part.body = recoloured(chart_xml(chart, self._theme, self._language, data), self._colours)
        shown = slide.relate(Kind.CHART, part)
        content = f'<c:chart xmlns:c="{_CHART_URI}" xmlns:r="{RELATIONSHIPS}" r:id="{shown}"/>'
        return graphic_frame_xml(chart, key, _CHART_URI, content)

    def _link(self, address: str, slide: Part) -> str:
        """A link to an address, or to a slide where the address is ``#page`` and its index."""
        to_page = _PAGE_LINK.fullmatch(address)
        if to_page is None:
            return f'<a:hlinkClick r:id="{slide.relate_outside(Kind.HYPERLINK, address)}"/>'
        target = slide.relate(Kind.SLIDE, self._slides[int(to_page[1])])
        return f'<a:hlinkClick r:id="{target}" action="ppaction://hlinksldjump"/>'


def _own_look(box: TextBox, filled: LayoutPlaceholder) -> tuple[str, str]:
    """Shape and stance of text in a placeholder of ours, where they differ from the layout's."""
    inherited, place = filled.text_place, _text_place(box)
    look = "" if place.frame == inherited.frame else transform(place.frame)
    if _is_drawn(box):
        look = f"{look}{box_look(box)}"
    stands_alike = (
        replace(place, frame=inherited.frame) == inherited and box.anchor is filled.place.anchor
    )
    return look, "<a:bodyPr/>" if stands_alike else _stance(place, box.anchor)


def _look_on_template(
    box: TextBox, place: PlaceholderFrame, insets: tuple[float, float, float, float]
) -> tuple[str, str]:
    """The same in a placeholder of others: its insets stay, and so does where it may shrink."""
    left, top, right, bottom = insets
    outer = box.frame.inset(-left, -top, -right, -bottom)
    look = "" if box.frame == place.frame else transform(outer)
    return look, "<a:bodyPr><a:normAutofit/></a:bodyPr>"


def _text_place(box: TextBox) -> TextPlace:
    size = box.text.paragraphs[0].style.size if box.text.paragraphs else 0.0
    return text_place(box.frame, box.padding, size, is_drawn=_is_drawn(box), anchor=box.anchor)


def _is_drawn(box: TextBox) -> bool:
    return box.fill is not None or box.border is not None


def _stance(place: TextPlace, anchor: Anchor) -> str:
    return body_properties(place.side, place.top, place.bottom, anchor)


def _is_prompt(element: Element) -> bool:
    """True for an empty placeholder, which PowerPoint would fill with "Click to add text"."""
    return (
        isinstance(element, TextBox)
        and element.placeholder is not Placeholder.NONE
        and not any(item.text.strip() for item in element.text.paragraphs)
    )


def _placeholders_filled(page: Page, layout: Layout) -> dict[int, LayoutPlaceholder]:
    """Which element, by its shape id, fills which placeholder of the layout.

    Each is filled once, by the first that asks for it; a page whose title is only tagged as
    one fills the title with that.
    """
    filled: dict[int, LayoutPlaceholder] = {}
    boxes = [(key, it) for key, it in enumerate(page.elements, 2) if isinstance(it, TextBox)]
    for key, box in boxes:
        _fill(filled, key, layout.placeholders.get(box.placeholder))
    title = layout.placeholders.get(Placeholder.TITLE)
    for key, box in boxes:
        if box.tag is Tag.TITLE and key not in filled:
            _fill(filled, key, title)
    return filled


def _fill(filled: dict[int, LayoutPlaceholder], key: int, place: LayoutPlaceholder | None) -> None:
    if place is not None and place not in filled.values():
        filled[key] = place
