"""Placed elements: what stands where on a page, measured, before any file is written.

Deck, brochure and visit plan are laid out as these; one writer makes PowerPoint slides of
them, another PDF pages. Lengths are in points, y runs down from the page's top.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from briefing_app.documents.fonts import DOCUMENT_TYPEFACE, Typeface
from briefing_app.documents.text_fit import Measured
from briefing_app.documents.theme import Colour
from briefing_app.domain.picture import Picture


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height

    def inset(self, left: float, top: float, right: float, bottom: float) -> Frame:
        """The frame made smaller on each side."""
        return Frame(
            self.x + left, self.y + top, self.width - left - right, self.height - top - bottom
        )

    def holds(self, other: Frame, tolerance: float = 0.5) -> bool:
        """True when ``other`` lies inside."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def overlaps(self, other: Frame, tolerance: float = 0.0) -> bool:
        """True when both share more ground than ``tolerance`` points across and down."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > tolerance and down > tolerance


class Tag(StrEnum):
    """What an element is to a reader who cannot see it; the values are PDF structure types."""

    TITLE = "H1"
    HEADING = "H2"
    SUBHEADING = "H3"
    TEXT = "P"
    FIGURE = "Figure"
    TABLE = "Table"
    ARTIFACT = "Artifact"


class Anchor(StrEnum):
    """Where text stands in a box that is higher than the text."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Placeholder(StrEnum):
    """The placeholders of slide layouts that text can fill."""

    NONE = ""
    TITLE = "title"
    CENTRED_TITLE = "ctrTitle"
    SUBTITLE = "subTitle"
    KICKER = "kicker"
    FOOTER = "ftr"
    SLIDE_NUMBER = "sldNum"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where text boxes stand in a table that is made of them: rows from 0, columns in order.

    A table ends with the next text that has no such place, or with a row above its last.
    """

    row: int
    column: float
    is_header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """Measured text in a frame, on a filled or bordered shape where colours are given.

    ``padding`` is the same on all sides; the text was measured to the width inside it.
    ``cell`` is its place where it is part of a table.
    """

    frame: Frame
    text: Measured
    name: str
    tag: Tag = Tag.TEXT
    placeholder: Placeholder = Placeholder.NONE
    anchor: Anchor = Anchor.TOP
    padding: float = 0.0
    fill: Colour | None = None
    border: Colour | None = None
    corner: float = 0.0
    link: str = ""
    cell: CellPlace | None = None


class Geometry(StrEnum):
    """Shapes without text; the values are DrawingML preset names."""

    RECTANGLE = "rect"
    ROUNDED = "roundRect"
    ELLIPSE = "ellipse"
    TRIANGLE = "triangle"
    CHEVRON = "chevron"
    PENTAGON = "homePlate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A drawn shape. Without ``alt`` it is decoration."""

    frame: Frame
    geometry: Geometry
    name: str
    fill: Colour | None = None
    border: Colour | None = None
    border_width: float = 0.75
    corner: float = 0.0
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A straight line between two points; ``has_arrow`` at its end. Decoration without ``alt``."""

    x1: float
    y1: float
    x2: float
    y2: float
    name: str
    colour: Colour = Colour.LINE
    thickness: float = 0.75
    has_arrow: bool = False
    alt: str = ""


Point: TypeAlias = tuple[float, float]
Curve: TypeAlias = tuple[float, float, float, float, float, float]
Step: TypeAlias = Point | Curve
"""A straight line to (x, y), or a Bézier curve: two control points, then where it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """Outlines that start at a point and go on in steps: for QR codes, fields and icons.

    Where outlines lie in each other the inner one is a hole. Outlines that are ``open`` are
    drawn with round ends and joins and never filled. Without ``alt`` it is decoration.
    """

    polygons: tuple[tuple[Step, ...], ...]
    frame: Frame
    name: str
    fill: Colour | None = Colour.INK
    border: Colour | None = None
    border_width: float = 0.75
    is_open: bool = False
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture that fills its frame; the frame has the picture's proportions.

    Without ``alt`` it is decoration.
    """

    frame: Frame
    picture: Picture
    name: str
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell with measured text."""

    text: Measured
    fill: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose first ``header_rows`` are its header. ``padding`` is (horizontal, vertical)."""

    frame: Frame
    columns: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heights: tuple[float, ...]
    name: str
    alt: str
    header_rows: int = 1
    padding: tuple[float, float] = (7.2, 5.0)


class ChartKind(StrEnum):
    """The charts that writers can make."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    DOUGHNUT = "doughnut"
    WATERFALL = "waterfall"


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers, one a category. A missing number is ``None``."""

    name: str
    values: tuple[float | None, ...]
    colour: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart that stays editable in PowerPoint. ``number_format`` is a spreadsheet format.

    A waterfall has one series, of changes; those of its categories whose indexes are in
    ``totals`` are sums that stand on zero. ``slices`` are the colours of a doughnut's parts
    where the theme's usual order would not do. ``typeface`` is what its file's fonts can show.
    """

    frame: Frame
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    name: str
    alt: str
    number_format: str = "#,##0.##"
    font_size: float = 12.0
    has_legend: bool = True
    totals: frozenset[int] = frozenset()
    slices: tuple[Colour, ...] = ()
    typeface: Typeface = DOCUMENT_TYPEFACE


Element: TypeAlias = TextBox | Shape | Rule | Path | Image | Table | Chart


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place on a page that outlines lead to, ``y`` points below the page's top."""

    title: str
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page or slide: elements in reading order, those behind first.

    ``title`` names it in outlines; ``label`` is its printed number. A ``level`` of 0 leaves
    it out of the outline. ``layout`` names the slide layout; ``notes`` are the speaker's.
    ``landmarks`` are further entries of the outline, on its first level.
    """

    width: float
    height: float
    elements: tuple[Element, ...]
    title: str
    label: str = ""
    level: int = 1
    layout: str = ""
    notes: tuple[str, ...] = field(default=())
    background: Colour | None = None
    landmarks: tuple[Landmark, ...] = ()
