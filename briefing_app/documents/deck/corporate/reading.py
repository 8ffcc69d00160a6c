"""A template as decks need it: its master in our terms, its colours and fonts, what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from briefing_app.documents.deck.corporate.archive import (
    Archive,
    is_left_behind,
    kept_parts,
    open_archive,
)
from briefing_app.documents.deck.corporate.canvas import Canvas, Painter
from briefing_app.documents.deck.corporate.colours import (
    PLAIN_MAP,
    Scheme,
    hexadecimal,
    theme_slots,
)
from briefing_app.documents.deck.corporate.palette import Palette
from briefing_app.documents.deck.corporate.placing import (
    LayoutPlan,
    Sheet,
    content_plan,
    cover_plan,
)
from briefing_app.documents.deck.corporate.roles import FoundLayout, Role, roles, score
from briefing_app.documents.deck.corporate.shapes import EMU, TITLES, Drawn, drawn_shapes, slots
from briefing_app.documents.deck.corporate.typefaces import FontChoice, font_choice
from briefing_app.documents.deck.grid import SLIDE_HEIGHT, LayoutName
from briefing_app.documents.deck.master import Master
from briefing_app.documents.deck.package import Kind
from briefing_app.documents.theme import Colour, Theme
from briefing_app.errors import UserError

_NARROWEST = 720.0
_SMALLEST, _LARGEST = 72.0, 4032.0
"""A slide's side in points: 1 to 56 inches (ECMA-376 part 1, 19.7.19)."""

_TOPS = (LayoutName.COVER, LayoutName.SECTION)
_OTHER_GROUND = 0.15
_MOST_TRIED = 6


@dataclass(frozen=True)
class Fonts:
    """The theme's fonts: of titles, of bodies."""

    title: FontChoice
    body: FontChoice


Roles: TypeAlias = Mapping[LayoutName, Role]


class Planned(NamedTuple):
    """How all roles are played on one master, in which colours and fonts."""

    plans: Mapping[LayoutName, LayoutPlan]
    palette: Palette
    roles: Mapping[LayoutName, Role]
    fonts: Fonts


@dataclass(frozen=True)
class CorporateTemplate:
    """A template that was read. ``master`` is in points of a slide of our own height.

    ``scaling`` leads from there to the file: 0.75 for a slide of 10 x 5.625 inches.
    """

    archive: Archive
    master_part: str
    kept: tuple[str, ...]
    width: float
    height: float
    scaling: float
    theme: Theme
    palette: Palette
    fonts: Fonts
    roles: Mapping[LayoutName, Role]
    plans: Mapping[LayoutName, LayoutPlan]
    masters: int
    layouts: int
    slides: int

    @cached_property
    def master(self) -> Master:
        """What layout knows of it."""
        return Master(
            width=self.width / self.scaling,
            height=self.height / self.scaling,
            layouts={name: plan.layout for name, plan in self.plans.items()},
            typeface=self.fonts.body.typeface,
        )


def read_template(content: bytes, file: str) -> CorporateTemplate:
    """Read a .pptx or .potx; ``file`` is what users call it.

    Raises UserError, which says why and what to do, for a file that cannot or must not be used.
    """
    archive = open_archive(content, file)
    try:
        return _Reader(archive).read()
    except (AttributeError, KeyError, TypeError, ValueError, IndexError, OverflowError) as error:
        raise UserError(
            "{file} is damaged: its slide master does not hold what it must. Open it in PowerPoint"
            " and save it again.",
            file=file,
        ) from error


class _Reader:
    """Reads one archive; all lengths are in points of the file."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._main = archive.presentation
        self._root = archive.xml(self._main)
        self._default = self._root.find("{*}defaultTextStyle")

    def read(self) -> CorporateTemplate:
        width, height = self._size()
        scaling = min(width / _NARROWEST, height / SLIDE_HEIGHT)
        masters = self._masters()
        chosen = {part: roles(layouts) for part, layouts in masters.items()}
        part, planned = self._best_master(chosen, (width, height), scaling)
        plans, palette, kept_roles, fonts = planned
        return CorporateTemplate(
            archive=self._archive,
            master_part=part,
            kept=kept_parts(self._archive, tuple(self._starts())),
            width=width,
            height=height,
            scaling=scaling,
            theme=_theme(self._archive.file, palette, fonts),
            palette=palette,
            fonts=fonts,
            roles=kept_roles,
            plans=plans,
            masters=len(masters),
            layouts=sum(map(len, masters.values())),
            slides=len(self._root.findall("{*}sldIdLst/{*}sldId")),
        )

    def _best_master(
        self,
        chosen: Mapping[str, dict[LayoutName, Role]],
        size: tuple[float, float],
        scaling: float,
    ) -> tuple[str, Planned]:
        """Of the masters that suit as well as any the first with calm ground for bodies."""
        most = max(map(score, chosen.values()))
        suited = [part for part, found in chosen.items() if score(found) == most]
        first: tuple[str, Planned] | None = None
        for part in suited[:_MOST_TRIED]:
            master = _MasterReader(self._archive, part, size, scaling)
            planned = Planned(*master.plans(chosen[part]), master.fonts)
            if not planned.plans[LayoutName.TITLE_ONLY].has_panel:
                return part, planned
            first = first or (part, planned)
        if first is None:
            raise ValueError("no master")
        return first

    def _size(self) -> tuple[float, float]:
        size = self._root.find("{*}sldSz")
        if size is None:
            return 720.0, 540.0
        width, height = int(size.get("cx")) / EMU, int(size.get("cy")) / EMU
        if not all(_SMALLEST <= side <= _LARGEST for side in (width, height)):
            raise UserError(
                "{file} cannot be used: its slides are {width} x {height} inches.",
                file=self._archive.file,
                width=f"{width / 72:.2f}",
                height=f"{height / 72:.2f}",
            )
        return width, height

    def _masters(self) -> dict[str, tuple[FoundLayout, ...]]:
        targets = self._archive.targets(self._main, Kind.MASTER)
        listed = self._root.findall("{*}sldMasterIdLst/{*}sldMasterId")
        parts = [targets[key] for item in listed if (key := reference(item)) in targets]
        found = {part: tuple(self._layouts(part)) for part in parts}
        with_layouts = {part: layouts for part, layouts in found.items() if layouts}
        if not with_layouts:
            raise UserError(
                "{file} has no slide layouts. Open it in PowerPoint, add a title layout to its"
                " slide master and save it.",
                file=self._archive.file,
            )
        return with_layouts

    def _layouts(self, master_part: str) -> Iterator[FoundLayout]:
        master = self._archive.xml(master_part)
        targets = self._archive.targets(master_part, Kind.LAYOUT)
        for item in master.iterfind("{*}sldLayoutIdLst/{*}sldLayoutId"):
            part = targets.get(reference(item), "")
            if part in self._archive.parts:
                root = self._archive.xml(part)
                name = str(root.find("{*}cSld").get("name") or "").strip()
                yield FoundLayout(part, name, root, slots(root, master, self._default))

    def _starts(self) -> Iterator[str]:
        for kind in (Kind.MASTER, Kind.NOTES_MASTER, Kind.HANDOUT_MASTER, Kind.FONT):
            yield from self._archive.targets(self._main, kind).values()
        yield from self._archive.targets(self._main, Kind.TABLE_STYLES).values()


class _MasterReader:
    """Plans all roles on one master."""

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

    def plans(
        self, chosen: Mapping[LayoutName, Role]
    ) -> tuple[dict[LayoutName, LayoutPlan], Palette, dict[LayoutName, Role]]:
        """A plan for every role, the palette of bodies, and the roles as they are played.

        Bodies have one palette: a layout on another ground than most gives way to "Title only".
        """
        main = content_plan(self._sheet(chosen[LayoutName.TITLE_ONLY]), None)
        plans, played = {LayoutName.TITLE_ONLY: main}, dict(chosen)
        for name, role in chosen.items():
            if name in _TOPS:
                plans[name] = cover_plan(self._sheet(role), is_cover=name is LayoutName.COVER)
            elif role.layout.part == chosen[LayoutName.TITLE_ONLY].layout.part:
                plans[name] = main
            else:
                plan = content_plan(self._sheet(role), main.palette)
                if plan.is_apart(main, _OTHER_GROUND):
                    plan, played[name] = (
                        main,
                        Role(chosen[LayoutName.TITLE_ONLY].layout, 1, LayoutName.TITLE_ONLY),
                    )
                plans[name] = plan
        return plans, main.palette, played

    def _sheet(self, role: Role) -> Sheet:
        layout = role.layout
        override = layout.root.find("{*}clrMapOvr/{*}overrideClrMapping")
        scheme = self._scheme if override is None else self._scheme.mapped(dict(override.attrib))
        return Sheet(
            layout=layout,
            scheme=scheme,
            override=override,
            canvas=self._canvas(layout, scheme),
            size=(self._size[0] / self._scaling, self._size[1] / self._scaling),
            scaling=self._scaling,
            fonts={"+mj-lt": self.fonts.title, "+mn-lt": self.fonts.body},
        )

    def _canvas(self, layout: FoundLayout, scheme: Scheme) -> Canvas:
        canvas = Canvas(*(side / self._scaling for side in self._size))
        sources = [(layout.part, layout.root)]
        if layout.root.get("showMasterSp") not in ("0", "false"):
            sources.insert(0, (self._part, self._root))
        for part, root in ((layout.part, layout.root), (self._part, self._root)):
            background = root.find("{*}cSld/{*}bg")
            if background is not None:
                canvas.paint_background(background, self._painter(part, scheme))
                break
        for part, root in sources:
            painter = self._painter(part, scheme)
            for drawn in drawn_shapes(root):
                canvas.paint(drawn.divided(self._scaling), painter)
        painter = self._painter(layout.part, scheme)
        for slot in layout.slots:
            if slot.kind.type in TITLES:  # some titles stand on a fill of their own
                for element in reversed(slot.chain):
                    canvas.paint(Drawn(element, slot.frame).divided(self._scaling), painter)
        return canvas

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


def reference(element: Any) -> str:
    """The relationship id that an element carries; empty for none."""
    return next((v for k, v in element.attrib.items() if k.endswith("relationships}id")), "")


def _fills(formats: Any, name: str) -> Sequence[Any]:
    holder = None if formats is None else formats.find(f"{{*}}{name}")
    return () if holder is None else tuple(holder.iterchildren("{*}*"))


def _family(element: Any) -> str:
    return "" if element is None else str(element.get("typeface") or "").strip()


def _theme(name: str, palette: Palette, fonts: Fonts) -> Theme:
    """What the gate and charts judge contrast by."""
    return Theme(
        name=name,
        colours={role: hexadecimal(palette[role].rgb) for role in Colour},
        latin=fonts.body.latin,
        east_asian=fonts.body.east_asian,
        regular="NotoSansSC-Regular",
        bold="NotoSansSC-Bold",
    )
