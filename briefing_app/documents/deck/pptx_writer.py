"""Pages of placed elements as an editable PowerPoint file, the twin of `pdf_writer`.

The same elements become native shapes, tables and charts on slide layouts of our own. The file
is a function of its arguments: no clock, no random ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefing_app.documents.deck import grid
from briefing_app.documents.deck.drawingml import (
    DRAWING,
    LANGUAGE_TAGS,
    NAMESPACES,
    emu,
    escaped,
    level_properties,
)
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.notes import (
    NOTES_HEIGHT,
    NOTES_WIDTH,
    add_notes,
    add_notes_master,
)
from briefing_app.documents.deck.package import HEAD, ContentType, Kind, Package, Part
from briefing_app.documents.deck.slide_xml import SlideWriter
from briefing_app.documents.deck.table_xml import NO_STYLE
from briefing_app.documents.deck.template import FIRST_LAYOUT_ID, Layout, add_template
from briefing_app.documents.line_breaks import NEVER_ENDS, NEVER_STARTS
from briefing_app.documents.placed import Page, Placeholder, TextBox
from briefing_app.documents.text_fit import Style
from briefing_app.documents.theme import Theme
from briefing_app.domain.text import Language

_FIRST_SLIDE_ID = 256
_MASTER_ID = FIRST_LAYOUT_ID - 1
_APPLICATION = "briefing-app"
_CORE_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckFacts:
    """What the file says of itself. ``created`` is the day that it was made for."""

    title: str
    author: str
    language: Language
    created: date


def write_pptx(pages: Sequence[Page], theme: Theme, facts: DeckFacts) -> bytes:
    """The pages as a .pptx file, 13.333 x 7.5 inches; ``Page.layout`` names their layouts.

    A page without a layout gets "Title only". Raises ValueError for a name that is none.
    """
    package = Package()
    presentation = package.add("ppt/presentation.xml", ContentType.PRESENTATION)
    package.relate(Kind.DOCUMENT, presentation)
    add_properties(package, facts)
    template = add_template(package, theme, facts.language, _footer(pages))
    slides = add_slides(package, pages, template.layouts, theme, facts.language)
    notes_master = add_all_notes(package, pages, slides, theme, facts.language)
    add_settings(package, presentation)
    presentation.relate(Kind.THEME, template.theme)
    presentation.body = _presentation_xml(
        presentation, template.master, slides, notes_master, facts.language
    )
    return package.zipped()


def _footer(pages: Sequence[Page]) -> str:
    """The words of the first footer."""
    footers = (
        element.text.paragraphs[0].text
        for page in pages
        for element in page.elements
        if isinstance(element, TextBox)
        and element.placeholder is Placeholder.FOOTER
        and element.text.paragraphs
    )
    return next(footers, "")


def add_slides(
    package: Package,
    pages: Sequence[Page],
    layouts: Mapping[LayoutName, Layout],
    theme: Theme,
    language: Language,
) -> list[Part]:
    """A slide part for each page. All come first, because slides may link to later ones."""
    slides = [
        package.add(f"ppt/slides/slide{number}.xml", ContentType.SLIDE)
        for number in range(1, len(pages) + 1)
    ]
    writer = SlideWriter(package, slides, theme, language)
    for slide, page in zip(slides, pages, strict=True):
        layout = LayoutName(page.layout or LayoutName.TITLE_ONLY)
        writer.write(slide, page, layouts[layout])
    return slides


def add_all_notes(
    package: Package,
    pages: Sequence[Page],
    slides: Sequence[Part],
    theme: Theme,
    language: Language,
    notes_master: Part | None = None,
) -> Part | None:
    """Notes for the pages that have some; the notes master, if any page has.

    It is ours unless a template's ``notes_master`` is given.
    """
    spoken = [
        (page, slide)
        for page, slide in zip(pages, slides, strict=True)
        if any(note.strip() for note in page.notes)
    ]
    if not spoken:
        return notes_master
    master = notes_master or add_notes_master(package, theme)
    for page, slide in spoken:
        add_notes(package, master, slide, page.notes, language)
    return master


def _presentation_xml(
    presentation: Part,
    master: Part,
    slides: Sequence[Part],
    notes_master: Part | None,
    language: Language,
) -> str:
    master_id = presentation.relate(Kind.MASTER, master)
    ids = "".join(
        f'<p:sldId id="{number}" r:id="{presentation.relate(Kind.SLIDE, slide)}"/>'
        for number, slide in enumerate(slides, start=_FIRST_SLIDE_ID)
    )
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{_MASTER_ID}" r:id="{master_id}"/>'
        f"</p:sldMasterIdLst>{notes_master_list(presentation, notes_master)}"
        f"<p:sldIdLst>{ids}</p:sldIdLst>"
        f'<p:sldSz cx="{emu(grid.SLIDE_WIDTH)}" cy="{emu(grid.SLIDE_HEIGHT)}"/>'
        f'<p:notesSz cx="{emu(NOTES_WIDTH)}" cy="{emu(NOTES_HEIGHT)}"/>'
        f"{kinsoku()}<p:defaultTextStyle>{default_text(language)}</p:defaultTextStyle>"
        "</p:presentation>"
    )


def notes_master_list(presentation: Part, notes_master: Part | None) -> str:
    """The element that names the notes master; empty without one."""
    if notes_master is None:
        return ""
    key = presentation.relate(Kind.NOTES_MASTER, notes_master)
    return f'<p:notesMasterIdLst><p:notesMasterId r:id="{key}"/></p:notesMasterIdLst>'


def kinsoku() -> str:
    """The characters that no line starts or ends with, the same as in measuring."""
    starts = escaped("".join(sorted(NEVER_STARTS)))
    ends = escaped("".join(sorted(NEVER_ENDS)))
    return f'<p:kinsoku lang="zh-CN" invalStChars="{starts}" invalEndChars="{ends}"/>'


def default_text(language: Language) -> str:
    """How text looks that users add to slides."""
    look = level_properties("lvl1pPr", Style(size=16, pitch=1.4))
    return f'<a:defPPr><a:defRPr lang="{LANGUAGE_TAGS[language]}"/></a:defPPr>{look}'


def add_settings(package: Package, presentation: Part, *, with_table_styles: bool = True) -> None:
    """Three parts that say nothing here, but without which PowerPoint offers a repair."""
    for name, content_type, kind, body in _SETTINGS:
        if with_table_styles or kind is not Kind.TABLE_STYLES:
            part = package.add(f"ppt/{name}.xml", content_type, HEAD + body)
            presentation.relate(kind, part)


_SETTINGS = (
    ("presProps", ContentType.PROPERTIES, Kind.PROPERTIES, f"<p:presentationPr {NAMESPACES}/>"),
    ("viewProps", ContentType.VIEW, Kind.VIEW, f"<p:viewPr {NAMESPACES}/>"),
    (
        "tableStyles",
        ContentType.TABLE_STYLES,
        Kind.TABLE_STYLES,
        f'<a:tblStyleLst xmlns:a="{DRAWING}" def="{NO_STYLE}"/>',
    ),
)


def add_properties(package: Package, facts: DeckFacts) -> None:
    """Title, author and date, and the program's name; nothing else is said of the file."""
    stamp = f"{facts.created.isoformat()}T00:00:00Z"
    when = "".join(
        f'<dcterms:{event} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{event}>'
        for event in ("created", "modified")
    )
    core = package.add(
        "docProps/core.xml",
        ContentType.CORE_PROPERTIES,
        f"{HEAD}<cp:coreProperties {_CORE_NAMESPACES}><dc:title>{escaped(facts.title)}</dc:title>"
        f"<dc:creator>{escaped(facts.author)}</dc:creator>{when}</cp:coreProperties>",
    )
    package.relate(Kind.CORE_PROPERTIES, core)
    extended = package.add(
        "docProps/app.xml",
        ContentType.EXTENDED_PROPERTIES,
        f'{HEAD}<Properties xmlns="{_EXTENDED}"><Application>{_APPLICATION}</Application>'
        "</Properties>",
    )
    package.relate(Kind.EXTENDED_PROPERTIES, extended)
