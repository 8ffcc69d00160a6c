"""All roles planned on one master of a template: its colours, fonts and painted layouts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from briefing_app.documents.deck.corporate.archive import Archive, is_left_behind
from briefing_app.documents.deck.corporate.canvas import Canvas
from briefing_app.documents.deck.corporate.colours import PLAIN_MAP, Scheme, theme_slots
from briefing_app.documents.deck.corporate.content_plan import content_plan
from briefing_app.documents.deck.corporate.cover_plan import cover_plan
from briefing_app.documents.deck.corporate.fills import Painter
from briefing_app.documents.deck.corporate.palette import Palette
from briefing_app.documents.deck.corporate.plan import LayoutPlan
from briefing_app.documents.deck.corporate.roles import FoundLayout, Role
from briefing_app.documents.deck.corporate.samples import NO_SAMPLE, Sample
from briefing_app.documents.deck.corporate.shapes import TITLES, Drawn, drawn_shapes
from briefing_app.documents.deck.corporate.sheet import BODY_FONT, TITLE_FONT, Sheet
from briefing_app.documents.deck.corporate.typefaces import FontChoice, font_choice
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.package import Kind

TOPS = (LayoutName.COVER, LayoutName.SECTION)
"""Roles without a body."""

_OTHER_GROUND = 0.15


@dataclass(frozen=True)
class Fonts:
    """The theme's fonts: of titles, of bodies."""

    title: FontChoice
    body: FontChoice


class Planned(NamedTuple):
    """How roles are played on one master, in which colours and fonts."""

    plans: Mapping[LayoutName, LayoutPlan]
    palette: Palette
    roles: Mapping[LayoutName, Role]
    fonts: Fonts


class MasterReader:
    """Plans roles on one master; all lengths it is given are in points of the file."""

    def __init__(
        self, archive: Archive, part: str, size: tuple[float, float], scaling: float
    ) -> None:
        self._archive = archive
        self._root = archive.xml(part)
        self._part = part
        self._size = size
        self._scaling = scaling
        themes = archive.targets(part, Kind.THEME)
        self._theme_part = next(iter(themes.values()), "")
        self._theme = archive.xml(self._theme_part)
        mapping = self._root.find("{*}clrMap")
        names = dict(PLAIN_MAP) if mapping is None else dict(mapping.attrib)
        self._scheme = Scheme(theme_slots(self._theme), {**PLAIN_MAP, **names})

    @cached_property
    def fonts(self) -> Fonts:
        """The theme's fonts."""
        return Fonts(self._font("major"), self._font("minor"))

    def bodies(self, chosen: Mapping[LayoutName, Role], sample: Sample = NO_SAMPLE) -> Planned:
        """A plan for every role that has a body.

        They have one palette: a layout on another ground than most gives way to "Title only".
        """
        usual = chosen[LayoutName.TITLE_ONLY].layout
        main = content_plan(self._sheet(usual, sample), None)
        plans, played = {LayoutName.TITLE_ONLY: main}, dict(chosen)
        for name, role in chosen.items():
            if name in TOPS:
                continue
            plan = main
            if role.layout.part != usual.part:
                plan = content_plan(self._sheet(role.layout, sample), main.palette)
            if plan.is_apart(main, _OTHER_GROUND):
                plan, played[name] = main, Role(usual, 1, LayoutName.TITLE_ONLY)
            plans[name] = plan
        return Planned(plans, main.palette, played, self.fonts)

    def top(self, role: Role, sample: Sample = NO_SAMPLE, *, is_cover: bool) -> LayoutPlan:
        """The plan of a cover or of section breaks."""
        return cover_plan(self._sheet(role.layout, sample), is_cover=is_cover)

    def _sheet(self, layout: FoundLayout, sample: Sample) -> Sheet:
        override = layout.root.find("{*}clrMapOvr/{*}overrideClrMapping")
        scheme = self._scheme if override is None else self._scheme.mapped(dict(override.attrib))
        return Sheet(
            layout=layout,
            scheme=scheme,
            override=override,
            canvas=self._canvas(layout, scheme),
            size=(self._size[0] / self._scaling, self._size[1] / self._scaling),
            scaling=self._scaling,
            fonts={TITLE_FONT: self.fonts.title, BODY_FONT: self.fonts.body},
            sample=sample,
            drawn=[shape.element for _, shape in self._drawn(layout)],
        )

    def _canvas(self, layout: FoundLayout, scheme: Scheme) -> Canvas:
        canvas = Canvas(*(side / self._scaling for side in self._size))
        self._paint_background(canvas, layout, scheme)
        painters = {part: self._painter(part, scheme) for part in (self._part, layout.part)}
        for part, drawn in self._drawn(layout):
            canvas.paint(drawn.divided(self._scaling), painters[part])
        self._paint_titles(canvas, layout, scheme)
        return canvas

    def _drawn(self, layout: FoundLayout) -> Iterator[tuple[str, Drawn]]:
        """The decoration of a layout, that of its master below it, and the parts it is in."""
        if layout.root.get("showMasterSp") not in ("0", "false"):
            yield from ((self._part, drawn) for drawn in drawn_shapes(self._root))
        yield from ((layout.part, drawn) for drawn in drawn_shapes(layout.root))

    def _paint_background(self, canvas: Canvas, layout: FoundLayout, scheme: Scheme) -> None:
        """The layout's own background, else the master's."""
        for part, root in ((layout.part, layout.root), (self._part, self._root)):
            background = root.find("{*}cSld/{*}bg")
            if background is not None:
                canvas.paint_background(background, self._painter(part, scheme))
                return

    def _paint_titles(self, canvas: Canvas, layout: FoundLayout, scheme: Scheme) -> None:
        """Some titles stand on a fill of their own."""
        painter = self._painter(layout.part, scheme)
        for slot in layout.slots:
            if slot.kind.type in TITLES:
                for element in reversed(slot.chain):
                    canvas.paint_fill(Drawn(element, slot.frame).divided(self._scaling), painter)

    def _painter(self, part: str, scheme: Scheme) -> Painter:
        formats = self._theme.find(".//{*}fmtScheme")
        pictures = {
            item.key: item.target
            for source in (self._theme_part, part)
            for item in self._archive.relationships(source)
            if not item.is_external and not is_left_behind(item)
        }
        return Painter(
            scheme,
            _fills(formats, "fillStyleLst"),
            _fills(formats, "bgFillStyleLst"),
            lambda key: self._archive.parts.get(pictures.get(key, "")),
        )

    def _font(self, role: str) -> FontChoice:
        holder = self._theme.find(f".//{{*}}fontScheme/{{*}}{role}Font")
        latin = "" if holder is None else _family(holder.find("{*}latin"))
        chinese = "" if holder is None else _family(holder.find("{*}ea"))
        if not chinese and holder is not None:
            chinese = _family(holder.find("{*}font[@script='Hans']"))
        return font_choice(latin, chinese)


def _fills(formats: Any, name: str) -> Sequence[Any]:
    holder = None if formats is None else formats.find(f"{{*}}{name}")
    return () if holder is None else tuple(holder.iterchildren("{*}*"))


def _family(element: Any) -> str:
    return "" if element is None else str(element.get("typeface") or "").strip()
