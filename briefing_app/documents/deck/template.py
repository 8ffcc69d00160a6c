"""The deck's own slide master: theme, layouts and the placeholders that slides fill.

Theme colours are the roles of the document theme, so that choosing another theme in PowerPoint
recolours every slide; positions and text styles come from the grid that layout uses as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from briefing_app.documents.caches import LAYOUTS
from briefing_app.documents.deck import grid
from briefing_app.documents.deck.drawingml import (
    DRAWING,
    LANGUAGE_TAGS,
    NAMESPACES,
    SLIDE_NUMBER_FIELD,
    TextPlace,
    body_properties,
    default_run,
    emu,
    escaped,
    level_properties,
    solid,
    text_place,
    transform,
)
from briefing_app.documents.deck.grid import LayoutName, PlaceholderFrame
from briefing_app.documents.deck.package import HEAD, ContentType, Kind, Package, Part
from briefing_app.documents.deck.shape_xml import path_xml, placeholder_xml, rule_xml, shape_xml
from briefing_app.documents.placed import (
    Element,
    Frame,
    Path,
    Placeholder,
    Rule,
    Shape,
)
from briefing_app.documents.text_fit import Style
from briefing_app.documents.theme import Colour, Motif, Theme
from briefing_app.domain.text import Language

EMPTY_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""How each shape tree begins."""

COLOUR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
    ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink"'
    ' folHlink="folHlink"'
)
"""Which theme colour each scheme colour of a master stands for."""

FIRST_LAYOUT_ID = 2_147_483_649
"""Ids of masters and layouts start at 2^31 (ECMA-376 part 1, 19.7.3)."""

BODY_STYLE = Style(size=18, pitch=1.4, before=6)

_THEME_COLOURS: Mapping[str, Colour] = {
    "dk1": Colour.INK,
    "lt1": Colour.PAPER,
    "dk2": Colour.SLATE,
    "lt2": Colour.MIST,
    "accent1": Colour.ACCENT,
    "accent2": Colour.SUPPORT,
    "accent3": Colour.WARM,
    "accent4": Colour.STEEL,
    "accent5": Colour.SLATE,
    "accent6": Colour.LINE,
    "hlink": Colour.ACCENT,
    "folHlink": Colour.SLATE,
}
_LAYOUT_TYPES: Mapping[LayoutName, str] = {
    LayoutName.COVER: "title",
    LayoutName.SECTION: "secHead",
    LayoutName.TITLE_AND_CONTENT: "obj",
    LayoutName.TITLE_ONLY: "titleOnly",
    LayoutName.TWO_COLUMNS: "twoObj",
    LayoutName.CHART: "chart",
    LayoutName.TABLE: "tbl",
}
_KINDS: Mapping[Placeholder, tuple[str, str]] = {
    Placeholder.TITLE: ('type="title"', "Title"),
    Placeholder.CENTRED_TITLE: ('type="ctrTitle"', "Title"),
    Placeholder.SUBTITLE: ('type="subTitle" idx="1"', "Subtitle"),
    Placeholder.KICKER: ('type="body" sz="quarter" idx="13"', "Chapter"),
    Placeholder.FOOTER: ('type="ftr" sz="quarter" idx="11"', "Footer"),
    Placeholder.SLIDE_NUMBER: ('type="sldNum" sz="quarter" idx="12"', "Slide number"),
}
_HALF = 6
_SPARE_PLACEHOLDERS: Mapping[LayoutName, tuple[tuple[str, str, Frame], ...]] = {
    LayoutName.TITLE_AND_CONTENT: (('idx="1"', "Content", grid.CONTENT),),
    LayoutName.TWO_COLUMNS: (
        ('sz="half" idx="1"', "Left column", grid.columns(grid.CONTENT, 0, _HALF)),
        ('sz="half" idx="2"', "Right column", grid.columns(grid.CONTENT, _HALF, _HALF)),
    ),
    LayoutName.CHART: (('type="chart" idx="1"', "Chart", grid.CONTENT),),
    LayoutName.TABLE: (('type="tbl" idx="1"', "Table", grid.CONTENT),),
    LayoutName.NEXT_STEPS: (('idx="1"', "Steps", grid.CONTENT),),
}
"""What users may fill on slides that they add by hand; written slides leave these out."""

_TITLES = (Placeholder.TITLE, Placeholder.CENTRED_TITLE)


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands in the placeholders of layouts, in the deck's language."""

    language: Language
    footer: str

    def paragraph(self, text: str) -> str:
        tag = LANGUAGE_TAGS[self.language]
        if not text:
            return f'<a:p><a:endParaRPr lang="{tag}"/></a:p>'
        return f'<a:p><a:r><a:rPr lang="{tag}"/><a:t>{escaped(text)}</a:t></a:r></a:p>'

    def number(self) -> str:
        return (
            f'<a:p><a:fld id="{SLIDE_NUMBER_FIELD}" type="slidenum">'
            f'<a:rPr lang="{LANGUAGE_TAGS[self.language]}"/><a:t>‹#›</a:t></a:fld></a:p>'
        )


@dataclass(frozen=True, slots=True)
class LayoutPlaceholder:
    """A placeholder as a slide needs it: the attributes of its ``p:ph`` and what it inherits.

    ``insets`` (left, top, right, bottom) are those of a template of others, where ``place`` is
    the room of the text; ``None`` for our own layouts.
    """

    kind: str
    place: PlaceholderFrame
    insets: tuple[float, float, float, float] | None = None

    @property
    def text_place(self) -> TextPlace:
        """Where the layout has the placeholder."""
        return _text_place(self.place)


@dataclass(frozen=True, slots=True)
class Layout:
    """A slide layout: its part, its background and decoration, its placeholders by kind.

    A title on a slide fills the layout's title, be it centred or not. A template of others has
    ``colours`` of its own (XML by the name of our theme's) and may have a ``colour_map``.
    """

    part: Part
    background: Colour | None
    decoration: tuple[Element, ...]
    placeholders: Mapping[Placeholder, LayoutPlaceholder]
    colours: Mapping[str, str] = field(default_factory=dict)
    colour_map: str = "<a:masterClrMapping/>"


@dataclass(frozen=True, slots=True)
class Template:
    """The parts that a presentation stands on."""

    theme: Part
    master: Part
    layouts: Mapping[LayoutName, Layout]


def add_template(package: Package, theme: Theme, language: Language, footer: str) -> Template:
    """Add theme, master and all layouts to the package.

    ``footer`` is what slides say at their foot; slides that users add get it from the layout,
    and LibreOffice takes the look of every footer from the layout's first run.
    """
    theme_part = package.add("ppt/theme/theme1.xml", ContentType.THEME, theme_xml(theme))
    master = package.add("ppt/slideMasters/slideMaster1.xml", ContentType.MASTER)
    layouts = {
        name: _add_layout(package, master, name, number, _Words(language, footer), theme.motif)
        for number, name in enumerate(LayoutName, start=1)
    }
    ids = "".join(
        f'<p:sldLayoutId id="{number}" r:id="{master.relate(Kind.LAYOUT, layout.part)}"/>'
        for number, layout in enumerate(layouts.values(), start=FIRST_LAYOUT_ID)
    )
    master.relate(Kind.THEME, theme_part)
    master.body = _master_xml(ids, _Words(language, footer))
    return Template(theme_part, master, layouts)


_SANS = 'panose="020B0200000000000000" pitchFamily="34"'
"""What kind of font it is: a computer without it then takes another sans serif, not a Song."""


def theme_xml(theme: Theme) -> str:
    """The Office theme: colours by role, fonts by script, flat fills without shadows."""
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{theme.colours[colour]}"/></a:{slot}>'
        for slot, colour in _THEME_COLOURS.items()
    )
    name = escaped(theme.name)
    return (
        f'{HEAD}<a:theme xmlns:a="{DRAWING}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_font("major", theme)}{_font("minor", theme)}'
        f"</a:fontScheme>{_FLAT}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/>"
        "</a:theme>"
    )


def background_xml(colour: Colour) -> str:
    """A slide's, layout's or master's background in one colour."""
    return f"<p:bg><p:bgPr>{solid(colour)}<a:effectLst/></p:bgPr></p:bg>"


def _font(role: str, theme: Theme) -> str:
    latin, east_asian = escaped(theme.latin), escaped(theme.east_asian)
    return (
        f'<a:{role}Font><a:latin typeface="{latin}" {_SANS} charset="0"/>'
        f'<a:ea typeface="{east_asian}" {_SANS} charset="-122"/>'
        f'<a:cs typeface=""/><a:font script="Hans" typeface="{east_asian}"/></a:{role}Font>'
    )


_PLAIN_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FLAT = (
    '<a:fmtScheme name="Flat">'
    f"<a:fillStyleLst>{_PLAIN_FILL * 3}</a:fillStyleLst><a:lnStyleLst>"
    + "".join(f'<a:ln w="{width}">{_PLAIN_FILL}</a:ln>' for width in (6350, 12700, 19050))
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_PLAIN_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def _add_layout(
    package: Package,
    master: Part,
    name: LayoutName,
    number: int,
    words: _Words,
    motif: Motif,
) -> Layout:
    background, decoration = grid.layout_decoration(name, motif)
    places = grid.placeholders(name)
    body = _layout_xml(name, words, motif)
    part = package.add(f"ppt/slideLayouts/slideLayout{number}.xml", ContentType.LAYOUT, body)
    part.relate(Kind.MASTER, master)
    fillable = {it.placeholder: LayoutPlaceholder(_KINDS[it.placeholder][0], it) for it in places}
    title = fillable.get(Placeholder.TITLE) or fillable[Placeholder.CENTRED_TITLE]
    fillable |= {Placeholder.TITLE: title, Placeholder.CENTRED_TITLE: title}
    return Layout(part, background or Colour.PAPER, decoration, fillable)


@lru_cache(maxsize=LAYOUTS)
def _layout_xml(name: LayoutName, words: _Words, motif: Motif) -> str:
    background, decoration = grid.layout_decoration(name, motif)
    shapes = "".join(_layout_shapes(name, decoration, words))
    kind = f' type="{_LAYOUT_TYPES[name]}"' if name in _LAYOUT_TYPES else ' userDrawn="1"'
    behind = background_xml(background) if background else ""
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES} showMasterSp="0"{kind} preserve="1">'
        f'<p:cSld name="{name}">{behind}<p:spTree>{EMPTY_TREE}{shapes}</p:spTree></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _layout_shapes(
    name: LayoutName, decoration: tuple[Element, ...], words: _Words
) -> Iterator[str]:
    key = 2
    for element in decoration:
        yield _decoration_xml(element, key)
        key += 1
    for place in grid.placeholders(name):
        kind, label = _KINDS[place.placeholder]
        yield _placeholder(key, label, kind, place, words)
        key += 1
    for kind, label, frame in _SPARE_PLACEHOLDERS.get(name, ()):
        body = f"<a:bodyPr/><a:lstStyle/>{words.paragraph(label)}"
        yield placeholder_xml(key, label, kind, _placed(frame), body)
        key += 1


def _decoration_xml(element: Element, key: int) -> str:
    """Layouts are decorated with drawn shapes only; text there could not be edited on slides."""
    match element:
        case Shape():
            return shape_xml(element, key, user_drawn=True)
        case Rule():
            return rule_xml(element, key, user_drawn=True)
        case Path():
            return path_xml(element, key, user_drawn=True)
        case _:
            raise TypeError(f"{type(element).__name__} cannot decorate a layout")


def _placeholder(key: int, label: str, kind: str, place: PlaceholderFrame, words: _Words) -> str:
    fonts = "mj" if place.placeholder in _TITLES else "mn"
    style = f"<a:lstStyle>{level_properties('lvl1pPr', place.style, fonts)}</a:lstStyle>"
    match place.placeholder:
        case Placeholder.SLIDE_NUMBER:
            text = words.number()
        case Placeholder.FOOTER:
            text = words.paragraph(words.footer)
        case _:
            text = words.paragraph(label)
    where = _text_place(place)
    stance = body_properties(where.side, where.top, where.bottom, place.anchor)
    return placeholder_xml(key, label, kind, _placed(where.frame), f"{stance}{style}{text}")


def _text_place(place: PlaceholderFrame) -> TextPlace:
    return text_place(place.frame, 0.0, place.style.size, is_drawn=False)


def _placed(frame: Frame) -> str:
    return f'{transform(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


@lru_cache(maxsize=LAYOUTS)
def _master_xml(layout_ids: str, words: _Words) -> str:
    return (
        f"{HEAD}<p:sldMaster {NAMESPACES}><p:cSld>{background_xml(Colour.PAPER)}"
        f"<p:spTree>{EMPTY_TREE}{''.join(_master_shapes(words))}</p:spTree></p:cSld>"
        f"<p:clrMap {COLOUR_MAP}/><p:sldLayoutIdLst>{layout_ids}</p:sldLayoutIdLst>"
        f'<p:hf hdr="0" dt="0"/><p:txStyles>{_text_styles()}</p:txStyles></p:sldMaster>'
    )


def _master_shapes(words: _Words) -> Iterator[str]:
    body = PlaceholderFrame(Placeholder.NONE, grid.CONTENT, BODY_STYLE)
    kinds = {
        Placeholder.TITLE: ('type="title"', "Title"),
        Placeholder.NONE: ('type="body" idx="1"', "Text"),
        Placeholder.FOOTER: ('type="ftr" sz="quarter" idx="3"', "Footer"),
        Placeholder.SLIDE_NUMBER: ('type="sldNum" sz="quarter" idx="4"', "Slide number"),
    }
    places = {it.placeholder: it for it in (*grid.placeholders(LayoutName.TITLE_ONLY), body)}
    for key, (placeholder, (kind, label)) in enumerate(kinds.items(), start=2):
        yield _placeholder(key, label, kind, places[placeholder], words)


def _text_styles() -> str:
    """Titles, bulleted bodies in five levels, and everything else."""
    title = level_properties("lvl1pPr", grid.TITLE_STYLE, "mj")
    levels = "".join(_body_level(level) for level in range(1, 6))
    other = "".join(
        level_properties(f"lvl{level}pPr", Style(size=16, pitch=1.4)) for level in range(1, 10)
    )
    return (
        f"<p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle>"
    )


def _body_level(level: int) -> str:
    size = max(BODY_STYLE.size - 2 * (level - 1), 14)
    step = emu(size)
    return (
        f'<a:lvl{level}pPr marL="{step * level}" indent="-{step}" algn="l" defTabSz="914400"'
        ' rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="0">'
        '<a:lnSpc><a:spcPct val="110000"/></a:lnSpc><a:spcBef><a:spcPts val="600"/></a:spcBef>'
        '<a:buFontTx/><a:buChar char="•"/>'
        f"{default_run(Style(size=size))}</a:lvl{level}pPr>"
    )
