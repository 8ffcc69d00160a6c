"""Speaker notes: a small notes master of our own and a notes page for each slide that has some."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing_app.documents.deck.drawingml import (
    LANGUAGE_TAGS,
    NAMESPACES,
    default_run,
    escaped,
    outline,
    transform,
)
from briefing_app.documents.deck.package import HEAD, ContentType, Kind, Package, Part
from briefing_app.documents.deck.shape_xml import identity
from briefing_app.documents.deck.template import (
    COLOUR_MAP,
    EMPTY_TREE,
    background_xml,
    theme_xml,
)
from briefing_app.documents.placed import Frame
from briefing_app.documents.text_fit import Style
from briefing_app.documents.theme import Colour, Theme
from briefing_app.domain.text import Language

NOTES_WIDTH, NOTES_HEIGHT = 540.0, 720.0
"""A notes page in points, as PowerPoint makes it."""

_SLIDE_IMAGE = Frame(54, 54, 432, 243)
_TEXT = Frame(54, 324, 432, 342)
_STYLE = Style(size=12)


def add_notes_master(package: Package, theme: Theme) -> Part:
    """The notes master with its theme; each master must have a theme part of its own."""
    theme_part = package.add("ppt/theme/theme2.xml", ContentType.THEME, theme_xml(theme))
    master = package.add(
        "ppt/notesMasters/notesMaster1.xml", ContentType.NOTES_MASTER, _master_xml()
    )
    master.relate(Kind.THEME, theme_part)
    return master


def add_notes(
    package: Package, master: Part, slide: Part, notes: Sequence[str], language: Language
) -> None:
    """The notes page of a slide, a paragraph for each line; the two refer to each other."""
    name = slide.name.rpartition("/slide")[2]
    part = package.add(f"ppt/notesSlides/notesSlide{name}", ContentType.NOTES)
    part.relate(Kind.NOTES_MASTER, master)
    part.relate(Kind.SLIDE, slide)
    slide.relate(Kind.NOTES, part)
    part.body = _notes_xml(notes, language)


def _notes_xml(notes: Sequence[str], language: Language) -> str:
    tag = LANGUAGE_TAGS[language]
    lines = [line for note in notes for line in note.splitlines()]
    paragraphs = "".join(
        f'<a:p><a:r><a:rPr lang="{tag}" dirty="0"/><a:t>{escaped(line)}</a:t></a:r></a:p>'
        for line in lines
    )
    text = (
        f'<p:sp><p:nvSpPr>{identity(3, "Notes")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs or '<a:p/>'}</p:txBody></p:sp>"
    )
    return (
        f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{EMPTY_TREE}"
        f"{_slide_image('', '')}{text}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


@lru_cache
def _master_xml() -> str:
    rectangle = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    image = _slide_image(
        f"{transform(_SLIDE_IMAGE)}{rectangle}<a:noFill/>{outline(Colour.LINE, 0.75)}", ' idx="2"'
    )
    text = (
        f'<p:sp><p:nvSpPr>{identity(3, "Notes")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform(_TEXT)}{rectangle}</p:spPr>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )
    style = f'<a:lvl1pPr marL="0" algn="l">{default_run(_STYLE)}</a:lvl1pPr>'
    return (
        f"{HEAD}<p:notesMaster {NAMESPACES}><p:cSld>{background_xml(Colour.PAPER)}<p:spTree>"
        f"{EMPTY_TREE}{image}{text}</p:spTree></p:cSld><p:clrMap {COLOUR_MAP}/>"
        f"<p:notesStyle>{style}</p:notesStyle></p:notesMaster>"
    )


def _slide_image(look: str, position: str) -> str:
    return (
        f"<p:sp><p:nvSpPr>{identity(2, 'Slide image')}<p:cNvSpPr>"
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg"{position}/></p:nvPr></p:nvSpPr><p:spPr>{look}</p:spPr></p:sp>'
    )
