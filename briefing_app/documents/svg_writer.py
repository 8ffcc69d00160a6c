"""A page of placed elements as an SVG picture, whose texts stay texts.

Each run of text is told how wide it was measured, so that it keeps its place in viewers without
the documents' font. Pictures are inside the file. Tables and charts are not drawn: what is
written so holds none.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from xml.etree.ElementTree import Element as Node
from xml.etree.ElementTree import SubElement, indent, tostring

from briefing_app.documents.placed import (
    Element,
    Frame,
    Geometry,
    Image,
    Page,
    Path,
    Rule,
    Shape,
    Step,
    TextBox,
)
from briefing_app.documents.text_runs import Run, runs_of
from briefing_app.documents.theme import Colour, Theme

_NAMESPACE = "http://www.w3.org/2000/svg"
_FALLBACK = "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"


def write_svg(page: Page, theme: Theme, title: str) -> bytes:
    """The page as a file in UTF-8; one unit is a point. ValueError for an element that is none
    of text, shape, rule, path and picture."""
    root = Node(
        "svg",
        xmlns=_NAMESPACE,
        width=f"{_number(page.width)}pt",
        height=f"{_number(page.height)}pt",
        viewBox=f"0 0 {_number(page.width)} {_number(page.height)}",
    )
    root.set("font-family", f"'{theme.latin}', {_FALLBACK}")
    SubElement(root, "title").text = title
    painter = _Painter(theme)
    if page.background is not None:
        everything = Frame(0, 0, page.width, page.height)
        root.append(painter.box(everything, page.background, None, 0.0, 0.0))
    for element in page.elements:
        root.extend(tuple(painter.drawn(element)))
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


class _Painter:
    """Makes nodes of elements in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def drawn(self, element: Element) -> Iterator[Node]:
        """The nodes of an element, what stands behind first."""
        match element:
            case TextBox():
                if element.fill is not None or element.border is not None:
                    yield self.box(
                        element.frame, element.fill, element.border, 0.75, element.corner
                    )
                yield from map(self._run, runs_of(element))
            case Shape():
                yield self._shape(element)
            case Rule():
                yield self._rule(element)
            case Path():
                node = self._path(element)
                if element.alt:
                    SubElement(node, "title").text = element.alt
                yield node
            case Image():
                yield self._image(element)
            case _:
                raise ValueError(f"an SVG picture holds no {type(element).__name__}")

    def box(
        self, frame: Frame, fill: Colour | None, border: Colour | None, width: float, corner: float
    ) -> Node:
        """A rectangle."""
        node = _framed("rect", frame)
        if corner:
            node.set("rx", _number(corner))
        return self._inked(node, fill, border, width)

    def _shape(self, shape: Shape) -> Node:
        frame = shape.frame
        if shape.geometry is Geometry.ELLIPSE:
            node = Node(
                "ellipse",
                cx=_number(frame.x + frame.width / 2),
                cy=_number(frame.y + frame.height / 2),
                rx=_number(frame.width / 2),
                ry=_number(frame.height / 2),
            )
            return self._inked(node, shape.fill, shape.border, shape.border_width)
        if shape.geometry not in (Geometry.RECTANGLE, Geometry.ROUNDED):
            raise ValueError(f"an SVG picture holds no {shape.geometry.value}")
        return self.box(frame, shape.fill, shape.border, shape.border_width, shape.corner)

    def _rule(self, rule: Rule) -> Node:
        node = Node(
            "line",
            x1=_number(rule.x1),
            y1=_number(rule.y1),
            x2=_number(rule.x2),
            y2=_number(rule.y2),
        )
        return self._inked(node, None, rule.colour, rule.thickness)

    def _path(self, path: Path) -> Node:
        ends = "" if path.is_open else " Z"
        data = " ".join(_outline(polygon) + ends for polygon in path.polygons)
        node = Node("path", d=data)
        node.set("fill-rule", "evenodd")
        node.set("stroke-linecap", "round")
        node.set("stroke-linejoin", "round")
        fill = None if path.is_open else path.fill
        return self._inked(node, fill, path.border, path.border_width)

    def _image(self, image: Image) -> Node:
        picture, node = image.picture, _framed("image", image.frame)
        node.set(
            "href", f"data:image/{picture.ending};base64,{b64encode(picture.content).decode()}"
        )
        if image.alt:
            SubElement(node, "title").text = image.alt
        return node

    def _run(self, run: Run) -> Node:
        node = Node("text", x=_number(run.x), y=_number(run.baseline))
        node.set("font-size", _number(run.size))
        node.set("textLength", _number(run.width))
        node.set("lengthAdjust", "spacingAndGlyphs")
        node.set("fill", self._colour(run.colour))
        node.set("xml:space", "preserve")
        if run.bold:
            node.set("font-weight", "700")
        node.text = run.words
        return node

    def _inked(self, node: Node, fill: Colour | None, border: Colour | None, width: float) -> Node:
        node.set("fill", self._colour(fill) if fill is not None else "none")
        if border is not None:
            node.set("stroke", self._colour(border))
            node.set("stroke-width", _number(width))
        return node

    def _colour(self, colour: Colour) -> str:
        return f"#{self._theme.colours[colour]}"


def _framed(tag: str, frame: Frame) -> Node:
    """A node that fills a frame."""
    return Node(
        tag,
        x=_number(frame.x),
        y=_number(frame.y),
        width=_number(frame.width),
        height=_number(frame.height),
    )


def _outline(steps: tuple[Step, ...]) -> str:
    start, *others = steps
    return " ".join((f"M {_numbers(start)}", *map(_step, others)))


def _step(step: Step) -> str:
    return f"{'L' if len(step) == 2 else 'C'} {_numbers(step)}"


def _numbers(numbers: tuple[float, ...]) -> str:
    return " ".join(map(_number, numbers))


def _number(number: float) -> str:
    """At most two decimals: a fiftieth of a millimetre is seen by nobody."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
