"""A template as decks need it: its master in our terms, its colours and fonts, what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefing_app.documents.deck.corporate.archive import Archive, kept_parts, open_archive
from briefing_app.documents.deck.corporate.colours import hexadecimal
from briefing_app.documents.deck.corporate.master_reader import (
    TOPS,
    Fonts,
    MasterReader,
    Planned,
)
from briefing_app.documents.deck.corporate.palette import Palette
from briefing_app.documents.deck.corporate.plan import LayoutPlan
from briefing_app.documents.deck.corporate.roles import FoundLayout, Role, roles, score
from briefing_app.documents.deck.corporate.samples import NO_SAMPLE, Sample, sample_slides
from briefing_app.documents.deck.corporate.shapes import EMU, TITLES, slots
from briefing_app.documents.deck.grid import SLIDE_HEIGHT, LayoutName
from briefing_app.documents.deck.master import Master
from briefing_app.documents.deck.package import Kind
from briefing_app.documents.theme import Colour, Theme
from briefing_app.errors import UserError

_NARROWEST = 720.0
_SMALLEST, _LARGEST = 72.0, 4032.0
"""A slide's side in points: 1 to 56 inches (ECMA-376 part 1, 19.7.19)."""

_MOST_TRIED = 12


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
        slides = [reference(item) for item in self._root.findall("{*}sldIdLst/{*}sldId")]
        samples = tuple(sample_slides(self._archive, slides))
        readers = {
            part: MasterReader(self._archive, part, (width, height), scaling) for part in masters
        }
        found = _Choice(masters, readers, samples)
        part, bodies = found.bodies()
        tops, played = found.tops(part)
        return CorporateTemplate(
            archive=self._archive,
            master_part=part,
            kept=kept_parts(self._archive, tuple(self._starts())),
            width=width,
            height=height,
            scaling=scaling,
            theme=theme_on(self._archive.file, bodies.palette, bodies.fonts),
            palette=bodies.palette,
            fonts=bodies.fonts,
            roles={**bodies.roles, **played},
            plans={**bodies.plans, **tops},
            masters=len(masters),
            layouts=sum(map(len, masters.values())),
            slides=len(slides),
        )

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


class _Choice:
    """Which masters and layouts a deck is made on, of all that the template has."""

    def __init__(
        self,
        masters: Mapping[str, tuple[FoundLayout, ...]],
        readers: Mapping[str, MasterReader],
        samples: tuple[Sample, ...],
    ) -> None:
        self._masters = masters
        self._readers = readers
        self._chosen = {part: roles(layouts) for part, layouts in masters.items()}
        known = [sample for sample in samples if sample.master in masters]
        self._first = known[0] if known else NO_SAMPLE
        self._others = known[1:]

    def bodies(self) -> tuple[str, Planned]:
        """Of the masters that suit as well as any the first with calm ground for bodies."""
        first: tuple[str, Planned] | None = None
        for part in self._suited()[:_MOST_TRIED]:
            sample = next((each for each in self._others if each.master == part), NO_SAMPLE)
            planned = self._readers[part].bodies(self._chosen[part], sample)
            if not planned.plans[LayoutName.TITLE_ONLY].has_panel:
                return part, planned
            first = first or (part, planned)
        if first is None:
            raise ValueError("no master")
        return first

    def _suited(self) -> list[str]:
        """The best masters: those of samples in their order, that of the first slide last."""
        most = max(map(score, self._chosen.values()))
        suited = [part for part, found in self._chosen.items() if score(found) == most]
        shown = [sample.master for sample in self._others] + suited
        order = [part for part in dict.fromkeys(shown) if part in suited]
        return sorted(order, key=lambda part: part == self._first.master)

    def tops(self, part: str) -> tuple[dict[LayoutName, LayoutPlan], dict[LayoutName, Role]]:
        """Cover and section breaks: on the master of the bodies, which is ``part``.

        Where the first sample slide stands on another one, that is the master of covers.
        """
        played = {name: self._chosen[part][name] for name in TOPS}
        master, sample = part, NO_SAMPLE
        if self._first.master and not self._is_made_for(part, LayoutName.COVER):
            master, sample = self._first.master, self._first
            played[LayoutName.COVER] = self._cover_shown()
            if not played[LayoutName.SECTION].is_own:
                cover = played[LayoutName.COVER].layout
                played[LayoutName.SECTION] = Role(cover, 1, LayoutName.COVER)
        plans = {
            name: self._readers[master if role.layout in self._masters[master] else part].top(
                role, sample, is_cover=name is LayoutName.COVER
            )
            for name, role in played.items()
        }
        return plans, played

    def _is_made_for(self, part: str, name: LayoutName) -> bool:
        """True when a layout of the master says by its type that it is for the role."""
        role = self._chosen[part][name]
        return role.is_own and role.layout.has("ctrTitle")

    def _cover_shown(self) -> Role:
        """The layout of the first sample slide, or the one for covers on its master."""
        usual = self._chosen[self._first.master][LayoutName.COVER]
        layouts = self._masters[self._first.master]
        shown = next((each for each in layouts if each.part == self._first.layout), None)
        if shown is None or not shown.has(*TITLES) or usual.is_own:
            return usual
        return Role(shown, 2)


def reference(element: Any) -> str:
    """The relationship id that an element carries; empty for none."""
    return next((v for k, v in element.attrib.items() if k.endswith("relationships}id")), "")


def theme_on(name: str, palette: Palette, fonts: Fonts) -> Theme:
    """What the gate and charts judge contrast by, and what a preview is painted with."""
    return Theme(
        name=name,
        colours={role: hexadecimal(palette[role].rgb) for role in Colour},
        latin=fonts.body.latin,
        east_asian=fonts.body.east_asian,
        regular="NotoSansSC-Regular",
        bold="NotoSansSC-Bold",
    )
