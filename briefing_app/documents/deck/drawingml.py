"""DrawingML as text: colours, fills, lines and paragraphs that slides, tables and notes share.

Element objects cost ten times what strings cost, so slides are written as strings; everything
that a user wrote passes through `escaped`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing_app.documents.caches import TEXTS
from briefing_app.documents.line_breaks import is_cjk
from briefing_app.documents.placed import Anchor, Frame
from briefing_app.documents.text_fit import Align, Measured, Paragraph, Span, Style
from briefing_app.documents.theme import Colour
from briefing_app.domain.text import Language

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}" xmlns:p="{PRESENTATION}"'

SCHEME: Mapping[Colour, str] = {
    Colour.INK: "tx1",
    Colour.PAPER: "bg1",
    Colour.SLATE: "tx2",
    Colour.MIST: "bg2",
    Colour.ACCENT: "accent1",
    Colour.SUPPORT: "accent2",
    Colour.WARM: "accent3",
    Colour.STEEL: "accent4",
    Colour.LINE: "accent6",
}
"""The theme colour of each role, so that another theme recolours the whole deck."""

LANGUAGE_TAGS = {Language.ZH: "zh-CN", Language.EN: "en-GB"}

BASELINE_LIFT = 0.088
"""How far text in shapes is lifted, in em.

The preview puts a line's baseline at the font's descent (0.288 em) above the line's end, where
office programs have it at 0.2 em in shapes (measured in LibreOffice) but not in tables.
"""

SLIDE_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""Any GUID will do, but the same one in each file."""

_EMU_PER_POINT = 12700
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_THEME_COLOUR = re.compile(r'<a:schemeClr val="(\w+)"/>')
_LATIN = re.compile(r"[^\W\d_]")
_ALIGNS = {Align.LEFT: "l", Align.CENTRE: "ctr", Align.RIGHT: "r"}
ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}


def emu(points: float) -> int:
    """Points as English Metric Units."""
    return round(points * _EMU_PER_POINT)


def escaped(text: str) -> str:
    """Text fit for element content and attributes: a space for what XML cannot hold."""
    return html.escape(_UNWRITABLE.sub(" ", text))


@lru_cache
def solid(colour: Colour | None) -> str:
    """A fill in a theme colour, or none."""
    if colour is None:
        return "<a:noFill/>"
    return f'<a:solidFill><a:schemeClr val="{SCHEME[colour]}"/></a:solidFill>'


def recoloured(xml: str, colours: Mapping[str, str]) -> str:
    """Our XML with its theme colours written as ``colours`` say, by their names."""
    if not colours:
        return xml
    return _THEME_COLOUR.sub(lambda found: colours.get(found[1], found[0]), xml)


@lru_cache
def outline(colour: Colour | None, width: float, ending: str = "") -> str:
    """A line of ``width`` points, or none; ``ending`` is XML of its arrow heads."""
    if colour is None:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{emu(width)}">{solid(colour)}{ending}</a:ln>'


def transform(frame: Frame, prefix: str = "a", flips: str = "") -> str:
    """Where a shape stands; graphic frames use the prefix ``p``."""
    return (
        f'<{prefix}:xfrm{flips}><a:off x="{emu(frame.x)}" y="{emu(frame.y)}"/>'
        f'<a:ext cx="{max(emu(frame.width), 0)}" cy="{max(emu(frame.height), 0)}"/>'
        f"</{prefix}:xfrm>"
    )


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A text shape's frame and the insets of its text, in points."""

    frame: Frame
    side: float
    top: float
    bottom: float


def text_place(
    frame: Frame, padding: float, size: float, *, is_drawn: bool, anchor: Anchor = Anchor.TOP
) -> TextPlace:
    """The place at which text of ``size`` stands as the preview has it.

    The text is lifted by moving its insets, or, where there is no padding to take from and the
    shape's edges are not drawn, by starting the shape higher. Insets are never negative; text
    in the middle of a drawn shape gets below what cannot be taken above.
    """
    lift = BASELINE_LIFT * size
    if is_drawn and padding < lift and anchor is Anchor.MIDDLE:
        return TextPlace(frame, padding, 0.0, 2 * lift)
    if is_drawn or padding >= lift:
        lift = min(lift, padding)
        return TextPlace(frame, padding, padding - lift, padding + lift)
    higher = frame.inset(0, padding - lift, 0, 0)
    return TextPlace(higher, padding, 0.0, padding + lift)


@lru_cache
def body_properties(side: float, top: float, bottom: float, anchor: Anchor) -> str:
    """Insets and anchor of text in its shape: nothing shrinks or grows by itself."""
    return (
        f'<a:bodyPr wrap="square" lIns="{emu(side)}" tIns="{emu(top)}" rIns="{emu(side)}"'
        f' bIns="{emu(bottom)}" rtlCol="0" anchor="{ANCHORS[anchor]}"><a:noAutofit/></a:bodyPr>'
    )


def paragraphs_xml(text: Measured, language: Language, inherited: Style | None = None) -> str:
    """The paragraphs of a text body; what equals the ``inherited`` style is left to it."""
    if not text.paragraphs:
        return f'<a:p><a:endParaRPr lang="{LANGUAGE_TAGS[language]}"/></a:p>'
    return "".join(
        _paragraph(item, 0.0 if position == 0 else item.style.before, language, inherited)
        for position, item in enumerate(text.paragraphs)
    )


def slide_number_xml(text: Measured, language: Language, inherited: Style | None = None) -> str:
    """The first paragraph as a field that PowerPoint keeps up to date."""
    item = text.paragraphs[0]
    return (
        f"<a:p>{_paragraph_look(item, 0.0, inherited)}"
        f'<a:fld id="{SLIDE_NUMBER_FIELD}" type="slidenum">'
        f"{run_look('rPr', Span(''), item.style, LANGUAGE_TAGS[language], inherited)}"
        f"<a:t>{escaped(item.text)}</a:t></a:fld>"
        f"{run_look('endParaRPr', Span(''), item.style, LANGUAGE_TAGS[language], inherited)}</a:p>"
    )


def level_properties(tag: str, style: Style, fonts: str = "mn") -> str:
    """A style as the first level of a list style, for placeholders and masters."""
    return (
        f'<a:{tag} marL="0" indent="0" algn="{_ALIGNS[style.align]}" defTabSz="914400" rtl="0"'
        f' eaLnBrk="1" latinLnBrk="0" hangingPunct="0">{_spacing(style, style.before)}'
        f"<a:buNone/>{default_run(style, fonts)}</a:{tag}>"
    )


def default_run(style: Style, fonts: str = "mn") -> str:
    """The look of runs that say nothing of their own; ``fonts`` is mj or mn."""
    return (
        f'<a:defRPr sz="{_hundredths(style.size)}" b="{int(style.bold)}" kern="1200">'
        f'{solid(style.colour)}<a:latin typeface="+{fonts}-lt"/><a:ea typeface="+{fonts}-ea"/>'
        f'<a:cs typeface="+{fonts}-cs"/></a:defRPr>'
    )


def run_look(
    tag: str, span: Span, style: Style, language_tag: str, inherited: Style | None = None
) -> str:
    """Run properties under the name ``tag`` (rPr, endParaRPr)."""
    bold = style.bold if span.bold is None else span.bold
    colour = span.colour or style.colour
    if inherited is None:
        return _run_look(tag, language_tag, style.size, bold, colour)
    return _run_look(
        tag,
        language_tag,
        None if style.size == inherited.size else style.size,
        None if bold == inherited.bold else bold,
        None if colour == inherited.colour else colour,
    )


def _paragraph(item: Paragraph, before: float, language: Language, inherited: Style | None) -> str:
    runs = "".join(_runs(item.spans, item.style, language, inherited))
    end = "" if runs else _empty(item.style, LANGUAGE_TAGS[language], inherited)
    return f"<a:p>{_paragraph_look(item, before, inherited)}{runs}{end}</a:p>"


def _empty(style: Style, language_tag: str, inherited: Style | None) -> str:
    """An empty line as high as one with words: LibreOffice looks at runs, PowerPoint at the end."""
    look = run_look("rPr", Span(""), style, language_tag, inherited)
    end = run_look("endParaRPr", Span(""), style, language_tag, inherited)
    return f"<a:r>{look}<a:t></a:t></a:r>{end}"


def _runs(
    spans: Iterable[Span], style: Style, language: Language, inherited: Style | None
) -> Iterable[str]:
    for span in spans:
        if span.text:
            look = run_look("rPr", span, style, _language_tag(span.text, language), inherited)
            yield f"<a:r>{look}<a:t>{escaped(span.text)}</a:t></a:r>"


def _paragraph_look(item: Paragraph, before: float, inherited: Style | None) -> str:
    style = item.style
    if inherited is not None and not item.indent and not item.bullet:
        same = (style.align, style.line_height) == (inherited.align, inherited.line_height)
        if same and before == inherited.before:
            return ""
    return _paragraph_properties(style.align, style.line_height, before, item.indent, item.bullet)


@lru_cache(maxsize=1024)
def _paragraph_properties(
    align: Align, line_height: float, before: float, indent: float, bullet: str
) -> str:
    hanging = -emu(indent) if bullet else 0
    sign = (
        f'<a:buFont typeface="+mn-lt"/><a:buChar char="{escaped(bullet)}"/>'
        if bullet
        else "<a:buNone/>"
    )
    return (
        f'<a:pPr marL="{emu(indent)}" indent="{hanging}" algn="{_ALIGNS[align]}" hangingPunct="0">'
        f"{_spacing_of(line_height, before)}{sign}</a:pPr>"
    )


@lru_cache(maxsize=1024)
def _run_look(
    tag: str, language_tag: str, size: float | None, bold: bool | None, colour: Colour | None
) -> str:
    sized = "" if size is None else f' sz="{_hundredths(size)}"'
    weight = "" if bold is None else f' b="{int(bold)}"'
    fill = "" if colour is None else solid(colour)
    return f'<a:{tag} lang="{language_tag}"{sized}{weight} dirty="0">{fill}</a:{tag}>'


def _spacing(style: Style, before: float) -> str:
    return _spacing_of(style.line_height, before)


def _spacing_of(line_height: float, before: float) -> str:
    return (
        f'<a:lnSpc><a:spcPts val="{_hundredths(line_height)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{_hundredths(before)}"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
    )


@lru_cache(maxsize=TEXTS)
def _language_tag(text: str, language: Language) -> str:
    """The language that spell checkers shall take: by script, the deck's where there is none."""
    if any(map(is_cjk, text)):
        return LANGUAGE_TAGS[Language.ZH]
    return LANGUAGE_TAGS[Language.EN if _LATIN.search(text) else language]


def _hundredths(points: float) -> int:
    return round(points * 100)
