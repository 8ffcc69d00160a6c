"""The shapes of a master or layout: placeholders with all that they inherit, and decoration.

Lengths are in points on the template's own slide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefing_app.documents.placed import Anchor, Frame
from briefing_app.documents.text_fit import Align

EMU = 12700
TITLES = ("title", "ctrTitle")
_FOOT = ("dt", "ftr", "sldNum", "hdr")
_ANCHORS = {"t": Anchor.TOP, "ctr": Anchor.MIDDLE, "b": Anchor.BOTTOM}
_ALIGNS = {"l": Align.LEFT, "ctr": Align.CENTRE, "r": Align.RIGHT, "just": Align.LEFT}
_SIDE, _TOP = 7.2, 3.6
"""The insets that text has where nothing is said (ECMA-376 part 1, 21.1.2.1.1)."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From a group's own coordinates to points on the slide."""

    x: float = 1 / EMU
    y: float = 1 / EMU
    left: float = 0.0
    top: float = 0.0

    def frame(self, holder: Any) -> Frame | None:
        """The frame that an ``xfrm`` states; ``None`` where there is none or it is broken."""
        off, ext = holder.find("{*}off"), holder.find("{*}ext")
        try:
            x, y = int(off.get("x")), int(off.get("y"))
            width, height = int(ext.get("cx")), int(ext.get("cy"))
        except (AttributeError, TypeError, ValueError):
            return None
        return Frame(self.left + x * self.x, self.top + y * self.y, width * self.x, height * self.y)

    def inside(self, group: Any) -> Scale:
        """The scale of what stands in a group."""
        holder = group.find("{*}grpSpPr/{*}xfrm")
        outer = None if holder is None else self.frame(holder)
        try:
            start, extent = holder.find("{*}chOff"), holder.find("{*}chExt")
            x0, y0 = int(start.get("x")), int(start.get("y"))
            wide, high = int(extent.get("cx")), int(extent.get("cy"))
        except (AttributeError, TypeError, ValueError):
            return self
        if outer is None or not wide or not high:
            return self
        x, y = outer.width / wide, outer.height / high
        return Scale(x, y, outer.x - x0 * x, outer.y - y0 * y)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape that is decoration: its element and where it stands."""

    element: Any
    frame: Frame

    def divided(self, by: float) -> Drawn:
        """The shape on a slide that is smaller by a factor."""
        frame = self.frame
        return Drawn(
            self.element,
            Frame(frame.x / by, frame.y / by, frame.width / by, frame.height / by),
        )


def drawn_shapes(root: Any) -> Iterator[Drawn]:
    """The decoration of a master or layout from back to front, groups opened."""
    tree = root.find("{*}cSld/{*}spTree")
    if tree is not None:
        yield from _drawn(tree, Scale())


def _drawn(tree: Any, scale: Scale) -> Iterator[Drawn]:
    for element in tree.iterchildren("{*}*"):
        kind = local(element)
        if kind == "grpSp":
            yield from _drawn(element, scale.inside(element))
        elif kind == "AlternateContent":
            choice = element.find("{*}Fallback")
            yield from _drawn(choice if choice is not None else element[0], scale)
        elif kind in ("sp", "pic", "cxnSp", "graphicFrame") and placeholder_of(element) is None:
            holder = element.find("{*}spPr/{*}xfrm")
            holder = element.find("{*}xfrm") if holder is None else holder
            frame = None if holder is None else scale.frame(holder)
            if frame is not None and not _is_hidden(element):
                yield Drawn(element, frame)


@dataclass(frozen=True, slots=True)
class PlaceholderKind:
    """The attributes of a ``p:ph``, with the defaults of the standard."""

    type: str
    index: str
    attributes: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout and the elements that it inherits from, nearest first."""

    kind: PlaceholderKind
    frame: Frame
    chain: tuple[Any, ...]
    styles: tuple[Any, ...]

    @property
    def insets(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom insets of the text."""
        return (
            self._inset("lIns", _SIDE),
            self._inset("tIns", _TOP),
            self._inset("rIns", _SIDE),
            self._inset("bIns", _TOP),
        )

    @property
    def room(self) -> Frame:
        """Where the text stands."""
        left, top, right, bottom = self.insets
        return self.frame.inset(left, top, right, bottom)

    @property
    def anchor(self) -> Anchor:
        """Where the text stands in its room."""
        return _ANCHORS.get(self._body("anchor") or "t", Anchor.TOP)

    @property
    def is_upright(self) -> bool:
        """False where text runs down or the shape is turned."""
        turned = any(each.find("{*}spPr/{*}xfrm[@rot]") is not None for each in self.chain[:1])
        return (self._body("vert") or "horz") == "horz" and not turned

    @property
    def align(self) -> Align:
        """How lines are aligned."""
        return _ALIGNS.get(self._paragraph("algn") or "l", Align.LEFT)

    @property
    def wished_align(self) -> Align:
        """How lines are aligned, or those of the prompt where nothing is inherited."""
        prompts = (each.find("{*}txBody/{*}p/{*}pPr") for each in self.chain)
        shown = next((str(v) for p in prompts if p is not None and (v := p.get("algn"))), "")
        return _ALIGNS.get(self._paragraph("algn") or shown or "l", Align.LEFT)

    def run(self, attribute: str) -> str:
        """An attribute of the first level's default run, empty where nothing says it."""
        for level in self._levels():
            look = level.find("{*}defRPr")
            if look is not None and look.get(attribute):
                return str(look.get(attribute))
        return ""

    def prompt(self, attribute: str) -> str:
        """The same of the prompt's own words, which slides do not inherit but users have seen."""
        for each in self.chain:
            for look in each.iterfind("{*}txBody/{*}p/{*}r/{*}rPr"):
                return str(look.get(attribute) or "")
            for look in each.iterfind("{*}txBody/{*}p/{*}endParaRPr"):
                return str(look.get(attribute) or "")
        return ""

    def run_child(self, name: str) -> Any:
        """A child (fill, latin, ea) of the first level's default run, or ``None``."""
        for level in self._levels():
            found = level.find(f"{{*}}defRPr/{{*}}{name}")
            if found is not None:
                return found
        return None

    def _levels(self) -> Iterator[Any]:
        yield from (
            level
            for each in self.chain
            if (level := each.find("{*}txBody/{*}lstStyle/{*}lvl1pPr")) is not None
        )
        yield from self.styles

    def _paragraph(self, attribute: str) -> str:
        return next((str(v) for level in self._levels() if (v := level.get(attribute))), "")

    def _body(self, attribute: str) -> str:
        bodies = (each.find("{*}txBody/{*}bodyPr") for each in self.chain)
        return next((str(v) for b in bodies if b is not None and (v := b.get(attribute))), "")

    def _inset(self, attribute: str, usual: float) -> float:
        value = self._body(attribute)
        return int(value) / EMU if value.lstrip("-").isdigit() else usual


def slots(layout: Any, master: Any, default: Any) -> tuple[Slot, ...]:
    """A layout's placeholders that have a place, in the layout's order.

    ``default`` is the presentation's default text style, or ``None``.
    """
    from_master = _placeholders(master)
    found = []
    for element, kind in _placeholders(layout):
        parents = [e for e, k in from_master if _family(k.type) == _family(kind.type)]
        chain = (element, *parents[:1])
        frame = next((f for e in chain if (f := _frame(e)) is not None), None)
        if frame is not None and frame.width > 0 and frame.height > 0:
            found.append(Slot(kind, frame, chain, tuple(_text_styles(master, default, kind.type))))
    return tuple(found)


def _placeholders(root: Any) -> Sequence[tuple[Any, PlaceholderKind]]:
    found = []
    for element in root.iterfind("{*}cSld/{*}spTree/{*}*"):
        kind = placeholder_of(element)
        if kind is not None:
            found.append((element, kind))
    return found


def placeholder_of(element: Any) -> PlaceholderKind | None:
    """What an element is a placeholder for, or ``None``."""
    mark = element.find("./{*}*/{*}nvPr/{*}ph")
    if mark is None:
        return None
    names = ("type", "orient", "sz", "idx")
    attributes = " ".join(f'{name}="{mark.get(name)}"' for name in names if mark.get(name))
    return PlaceholderKind(mark.get("type") or "obj", mark.get("idx") or "0", attributes)


def _text_styles(master: Any, default: Any, kind: str) -> Iterator[Any]:
    family = _family(kind)
    name = {"title": "titleStyle", "body": "bodyStyle"}.get(family, "otherStyle")
    for holder in (master.find(f"{{*}}txStyles/{{*}}{name}"), default):
        level = None if holder is None else holder.find("{*}lvl1pPr")
        if level is not None:
            yield level


def _family(kind: str) -> str:
    """Title, text, or one of the foot's: what a layout's placeholder inherits from."""
    if kind in TITLES:
        return "title"
    return kind if kind in _FOOT else "body"


def _frame(element: Any) -> Frame | None:
    holder = element.find("{*}spPr/{*}xfrm")
    return None if holder is None else Scale().frame(holder)


def _is_hidden(element: Any) -> bool:
    mark = element.find("./{*}*/{*}cNvPr")
    return mark is not None and mark.get("hidden") in ("1", "true")


def local(element: Any) -> str:
    """An element's name without its namespace; empty for a comment."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
