"""Our roles of colour on a template: each a theme colour where one serves, so that it recolours.

Text must stand out by 4.5 : 1 from what it is set on (WCAG 2.2, 1.4.3); a colour that does not is
made darker or lighter by the steps that PowerPoint offers, then left for the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing_app.documents.deck.corporate.colours import (
    BLACK,
    WHITE,
    Rgb,
    Scheme,
    changed,
    contrast,
    distance,
    hexadecimal,
    luminance,
    saturation,
)
from briefing_app.documents.theme import Colour

READABLE = 4.5
_COMFORTABLE = 7.0
_VISIBLE = 2.0
_APART = 0.18
_COLOURFUL = 0.18
_SAME = 0.02
_LIGHT = 0.4
_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_INKS = ("tx1", "tx2", "bg1", "bg2")

_Steps = tuple[tuple[str, float], ...]
_AS_IS: _Steps = ()
_DARKER: tuple[_Steps, ...] = (_AS_IS, (("lumMod", 0.75),), (("lumMod", 0.5),))
_LIGHTER: tuple[_Steps, ...] = (
    _AS_IS,
    (("lumMod", 0.6), ("lumOff", 0.4)),
    (("lumMod", 0.4), ("lumOff", 0.6)),
    (("lumMod", 0.2), ("lumOff", 0.8)),
)
_WHOLE = 100_000


@dataclass(frozen=True, slots=True)
class Tone:
    """A colour as a file states it (XML, its name for people) and as it is seen."""

    xml: str
    name: str
    rgb: Rgb

    def changed(self, steps: _Steps) -> Tone:
        """The colour made darker or lighter."""
        if not steps:
            return self
        rgb = self.rgb
        for step, share in steps:
            rgb = changed(rgb, step, share)
        inner = "".join(f'<a:{s} val="{round(v * _WHOLE)}"/>' for s, v in steps)
        name = " ".join((self.name, *(f"{step} {share:.0%}" for step, share in steps)))
        return Tone(f"{self.xml[:-2]}>{inner}</{self.xml[1:].split()[0]}>", name, rgb)


Palette = Mapping[Colour, Tone]
"""What each role is on a template."""


def tone_of(scheme: Scheme, name: str) -> Tone | None:
    """A theme colour by its scheme name; ``None`` where the theme lacks it."""
    rgb = scheme.rgb(name)
    return None if rgb is None else Tone(f'<a:schemeClr val="{name}"/>', name, rgb)


def literal(rgb: Rgb) -> Tone:
    """A colour that is none of the theme's."""
    value = hexadecimal(rgb)
    return Tone(f'<a:srgbClr val="{value}"/>', f"#{value}", rgb)


def nearest(scheme: Scheme, rgb: Rgb) -> Tone:
    """The theme colour that equals ``rgb``, else the colour itself."""
    for name in ("bg1", "bg2", "tx1", "tx2", *_ACCENTS):
        tone = tone_of(scheme, name)
        if tone is not None and distance(tone.rgb, rgb) <= _SAME:
            return tone
    return literal(rgb)


def text_tone(scheme: Scheme, ground: Rgb, wished: Rgb | None = None) -> Tone:
    """What text on ``ground`` is set in: what is wished where it can be read, else the best."""
    if wished is not None and contrast(wished, ground) >= READABLE:
        return nearest(scheme, wished)
    known = [tone for name in _INKS if (tone := tone_of(scheme, name))]
    for needed in (_COMFORTABLE, READABLE):
        for tone in known:
            if contrast(tone.rgb, ground) >= needed:
                return tone
    return max((literal(BLACK), literal(WHITE)), key=lambda tone: contrast(tone.rgb, ground))


def palette(scheme: Scheme, ground: Rgb, wished_ink: Rgb | None) -> Palette:
    """All roles for text and shapes on ``ground``."""
    paper = nearest(scheme, ground)
    ink = _brand_ink(scheme, ground) or text_tone(scheme, ground, wished_ink)
    shades = _ON_LIGHT if luminance(ink.rgb) < luminance(paper.rgb) else _ON_DARK
    mist = _panel(paper, ink, shades.mist)
    on = (paper.rgb, mist.rgb)
    slate = _first((ink.changed(steps) for steps in shades.slate), on, READABLE) or ink
    steel = _first((ink.changed(steps) for steps in shades.steel), on, _VISIBLE) or slate
    accent = _accent(scheme, on, shades.accents) or ink
    support = _other(scheme, (accent,), on, shades.accents) or slate
    warm = _other(scheme, (accent, support), (ink.rgb,), _LIGHTER) or _panel(
        paper, ink, shades.line
    )
    return {
        Colour.PAPER: paper,
        Colour.INK: ink,
        Colour.MIST: mist,
        Colour.LINE: _panel(paper, ink, shades.line),
        Colour.SLATE: slate,
        Colour.STEEL: steel,
        Colour.ACCENT: accent,
        Colour.SUPPORT: support,
        Colour.WARM: warm,
    }


def cover_palette(text: Tone, ground: Rgb, scheme: Scheme) -> Palette:
    """On covers and breaks ``PAPER`` is the text and all else is the ground that it stands on."""
    behind = nearest(scheme, ground)
    return {role: text if role is Colour.PAPER else behind for role in Colour}


@dataclass(frozen=True, slots=True)
class _Shades:
    """How greys come about: panels and lines from paper, grey text from ink."""

    mist: tuple[_Steps, ...]
    line: tuple[_Steps, ...]
    slate: tuple[_Steps, ...]
    steel: tuple[_Steps, ...]
    accents: tuple[_Steps, ...]


_ON_LIGHT = _Shades(
    mist=((("lumMod", 0.95),), (("lumMod", 0.98),)),
    line=((("lumMod", 0.85),), (("lumMod", 0.9),)),
    slate=((("lumMod", 0.65), ("lumOff", 0.35)), (("lumMod", 0.75), ("lumOff", 0.25))),
    steel=((("lumMod", 0.5), ("lumOff", 0.5)),),
    accents=_DARKER,
)
_ON_DARK = _Shades(
    mist=(
        (("lumMod", 0.85), ("lumOff", 0.15)),
        (("lumMod", 0.9), ("lumOff", 0.1)),
        (("lumMod", 0.75),),
    ),
    line=((("lumMod", 0.65), ("lumOff", 0.35)), (("lumMod", 0.75), ("lumOff", 0.25))),
    slate=((("lumMod", 0.75),), (("lumMod", 0.85),)),
    steel=((("lumMod", 0.65),), (("lumMod", 0.75),)),
    accents=_LIGHTER,
)


def _brand_ink(scheme: Scheme, ground: Rgb) -> Tone | None:
    """The theme's second text colour where it has colour: dark panels then are the company's."""
    tone = tone_of(scheme, "tx2")
    if tone is None or saturation(tone.rgb) < _COLOURFUL:
        return None
    return tone if contrast(tone.rgb, ground) >= _COMFORTABLE else None


def _panel(paper: Tone, ink: Tone, shades: tuple[_Steps, ...]) -> Tone:
    """The first shade of the paper that ink can be read on; else the paper."""
    return _first((paper.changed(steps) for steps in shades), (ink.rgb,), READABLE + 1) or paper


def _accent(scheme: Scheme, on: tuple[Rgb, ...], shades: tuple[_Steps, ...]) -> Tone | None:
    """The first accent with colour in it that can be read as it is; else made so."""
    known = [tone for name in _ACCENTS if (tone := tone_of(scheme, name))]
    colourful = [tone for tone in known if saturation(tone.rgb) >= _COLOURFUL] or known
    tried = (tone.changed(steps) for steps in shades for tone in colourful)
    return _first(tried, on, READABLE)


def _other(
    scheme: Scheme, taken: tuple[Tone, ...], on: tuple[Rgb, ...], shades: tuple[_Steps, ...]
) -> Tone | None:
    """An accent that differs from those taken, and can be read."""
    known = [tone for name in _ACCENTS if (tone := tone_of(scheme, name))]
    apart = [
        tone for tone in known if all(distance(tone.rgb, each.rgb) >= _APART for each in taken)
    ]
    return _first((tone.changed(steps) for steps in shades for tone in apart), on, READABLE)


def _first(tones: Iterator[Tone], on: tuple[Rgb, ...], needed: float) -> Tone | None:
    readable = (t for t in tones if all(contrast(t.rgb, each) >= needed for each in on))
    return next(readable, None)
