"""Slides written into a template's package: its look stays, its samples and its author go.

Theme, masters, layouts and pictures stay byte for byte, but for links to slides that are gone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from briefing_app.documents.deck.corporate.archive import Archive, is_left_behind
from briefing_app.documents.deck.corporate.plan import LayoutPlan
from briefing_app.documents.deck.corporate.reading import CorporateTemplate, reference
from briefing_app.documents.deck.corporate.scaling import scaled_element, scaled_page, scaled_place
from briefing_app.documents.deck.drawingml import NAMESPACES, SCHEME, emu
from briefing_app.documents.deck.notes import NOTES_HEIGHT, NOTES_WIDTH
from briefing_app.documents.deck.package import HEAD, ContentType, Kind, Package, Part
from briefing_app.documents.deck.pptx_writer import (
    DeckFacts,
    add_all_notes,
    add_properties,
    add_settings,
    add_slides,
    default_text,
    kinsoku,
    notes_master_list,
)
from briefing_app.documents.deck.template import Layout, LayoutPlaceholder
from briefing_app.documents.placed import Page
from briefing_app.domain.text import Language

_FIRST_SLIDE_ID = 256


def write_on_template(
    pages: Sequence[Page], template: CorporateTemplate, facts: DeckFacts
) -> bytes:
    """The pages as a .pptx file on the template; the same arguments give the same bytes.

    ``pages`` were laid out for ``template.master``.
    """
    archive, package = template.archive, Package()
    presentation = package.add("ppt/presentation.xml", ContentType.PRESENTATION)
    package.relate(Kind.DOCUMENT, presentation)
    add_properties(package, facts)
    kept = _keep(package, template)
    layouts = {
        name: _layout(kept[plan.found.part], plan, template.scaling)
        for name, plan in template.plans.items()
    }
    sized = [scaled_page(page, template.scaling) for page in pages]
    slides = add_slides(package, sized, layouts, template.theme, facts.language)
    of_template = archive.targets(archive.presentation, Kind.NOTES_MASTER).values()
    notes_master = next((kept[part] for part in of_template if part in kept), None)
    notes_master = add_all_notes(
        package, pages, slides, template.theme, facts.language, notes_master
    )
    table_styles = archive.targets(archive.presentation, Kind.TABLE_STYLES).values()
    styled = [kept[part] for part in table_styles if part in kept]
    add_settings(package, presentation, with_table_styles=not styled)
    for part in styled:
        presentation.relate(Kind.TABLE_STYLES, part)
    _write_presentation(presentation, template, kept, slides, notes_master, facts.language)
    return package.zipped()


def _keep(package: Package, template: CorporateTemplate) -> Mapping[str, Part]:
    """The template's own parts, with the relationships that lead to each other."""
    archive = template.archive
    kept: dict[str, Part] = {}
    for name in template.kept:
        kept[name] = package.add(name, archive.types.get(name, ""), archive.parts[name])
    for name, part in kept.items():
        gone = []
        for item in archive.relationships(name):
            if item.is_external or (item.target in kept and not is_left_behind(item)):
                target = item.target if item.is_external else kept[item.target].name
                part.keep_relationship(item.key, item.kind, target, is_external=item.is_external)
            else:
                gone.append(item.key)
        if gone:
            part.body = _without(archive, name, frozenset(gone))
    return kept


def _without(archive: Archive, name: str, gone: frozenset[str]) -> bytes:
    """A part without the elements that refer to what is gone; as it was where none does."""
    if not name.endswith((".xml", ".vml")):
        return archive.parts[name]
    root = archive.xml(name)
    pointing = [
        element
        for element in root.iter("{*}*")
        if any("relationships}" in key and value in gone for key, value in element.attrib.items())
    ]
    if not pointing:
        return archive.parts[name]
    for element in pointing:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _layout(part: Part, plan: LayoutPlan, scaling: float) -> Layout:
    return Layout(
        part=part,
        background=plan.layout.background,
        decoration=tuple(scaled_element(shape, scaling) for shape in plan.drawn),
        placeholders={
            role: LayoutPlaceholder(it.kind, scaled_place(it.place, scaling), it.insets)
            for role, it in plan.fillable.items()
        },
        colours={SCHEME[role]: tone.xml for role, tone in plan.palette.items()},
        colour_map=plan.colour_map,
    )


def _write_presentation(
    presentation: Part,
    template: CorporateTemplate,
    kept: Mapping[str, Part],
    slides: Sequence[Part],
    notes_master: Part | None,
    language: Language,
) -> None:
    root = template.archive.xml(template.archive.presentation)
    masters = _listed(root, "sldMasterIdLst", Kind.MASTER, presentation, template, kept)
    handouts = _listed(
        root, "handoutMasterIdLst", Kind.HANDOUT_MASTER, presentation, template, kept
    )
    fonts = _listed(root, "embeddedFontLst", Kind.FONT, presentation, template, kept)
    ids = "".join(
        f'<p:sldId id="{number}" r:id="{presentation.relate(Kind.SLIDE, slide)}"/>'
        for number, slide in enumerate(slides, start=_FIRST_SLIDE_ID)
    )
    themes = template.archive.targets(template.master_part, Kind.THEME).values()
    for part in themes:
        presentation.relate(Kind.THEME, kept[part])
    notes_size = root.find("{*}notesSz")
    wide, high = (
        (emu(NOTES_WIDTH), emu(NOTES_HEIGHT))
        if notes_size is None
        else (int(notes_size.get("cx")), int(notes_size.get("cy")))
    )
    presentation.body = (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f"{masters}{notes_master_list(presentation, notes_master)}{handouts}"
        f"<p:sldIdLst>{ids}</p:sldIdLst>"
        f'<p:sldSz cx="{emu(template.width)}" cy="{emu(template.height)}"/>'
        f'<p:notesSz cx="{wide}" cy="{high}"/>{fonts}{kinsoku()}'
        f"<p:defaultTextStyle>{default_text(language)}</p:defaultTextStyle></p:presentation>"
    )


def _listed(
    root: Any,
    name: str,
    kind: Kind,
    presentation: Part,
    template: CorporateTemplate,
    kept: Mapping[str, Part],
) -> str:
    """One of the template's lists of parts, with the ids that the new file has for them."""
    found = root.find(f"{{*}}{name}")
    if found is None:
        return ""
    targets = template.archive.targets(template.archive.presentation, kind)
    for element in list(found.iter("{*}*")):
        target = targets.get(reference(element), "")
        if target in kept:
            key = next(k for k in element.attrib if k.endswith("relationships}id"))
            element.set(key, presentation.relate(kind, kept[target]))
        elif reference(element):
            element.getparent().remove(element)
    if not len(found):
        return ""
    return str(etree.tostring(found, encoding="unicode", with_tail=False))
