"""Pages with each kind of element, in both languages, for the tests of the deck's writer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing_app.documents.deck import grid
from briefing_app.documents.deck.grid import LayoutName, PlaceholderFrame
from briefing_app.documents.placed import (
    Anchor,
    Cell,
    Chart,
    ChartKind,
    Element,
    Frame,
    Geometry,
    Page,
    Path,
    Placeholder,
    Rule,
    Series,
    Shape,
    Table,
    Tag,
    TextBox,
)
from briefing_app.documents.text_fit import Measured, Paragraph, Span, Style, measure, paragraph
from briefing_app.documents.theme import Colour

BODY = Style(size=16, pitch=1.35, before=6)
HEADER = Style(size=12, bold=True, colour=Colour.PAPER, pitch=1.3)
CELL = Style(size=12, pitch=1.3)
TITLE = "Three of five needs concern launch-day load 五项需求中有三项与发布日负载有关"
SHORT_TITLE = "Quiet launch days 平稳的发布日"
ENGLISH = (
    "Launch days bring eleven times the usual load, and the platform in use today was sized for"
    " an ordinary Tuesday: orders wait, then time out."
)
CHINESE = (
    "新品发布当天的访问量是平日的11倍，而现有平台按照普通工作日的负载设计；订单先排队，随后超时，"
    "客户只能重新下单（示例数据）。"
)


def text_box(words: str, frame: Frame, style: Style = BODY, **more: object) -> TextBox:
    """One paragraph of text, measured to its frame."""
    padding = float(str(more.get("padding", 0.0)))
    text = measure([paragraph(words, style)], frame.width - 2 * padding)
    given = {"name": "Text", **more}
    return TextBox(frame=frame, text=text, **given)  # type: ignore[arg-type]


def filling(place: PlaceholderFrame, words: str, **more: object) -> TextBox:
    """Text in a placeholder of a layout, at the layout's place."""
    given = {
        "name": place.placeholder.name.title(),
        "placeholder": place.placeholder,
        "anchor": place.anchor,
        "tag": Tag.TITLE if "itle" in place.placeholder else Tag.TEXT,
        **more,
    }
    return text_box(words, place.frame, place.style, **given)


def page(
    title: str,
    elements: Iterable[Element] = (),
    *,
    layout: LayoutName = LayoutName.TITLE_ONLY,
    number: int = 1,
    notes: tuple[str, ...] = (),
) -> Page:
    """A slide with its layout's placeholders filled, then the elements."""
    words = {
        Placeholder.KICKER: "Needs 需求",
        Placeholder.SUBTITLE: "How launch days stay quiet 让发布日平稳度过",
        Placeholder.FOOTER: "Sample Motors 示例汽车",
        Placeholder.SLIDE_NUMBER: str(number),
    }
    filled = [
        filling(place, words.get(place.placeholder, title)) for place in grid.placeholders(layout)
    ]
    _, decoration = grid.layout_decoration(layout)
    return Page(
        width=grid.SLIDE_WIDTH,
        height=grid.SLIDE_HEIGHT,
        elements=(*decoration, *filled, *elements),
        title=title,
        layout=layout,
        notes=notes,
    )


def bullets(lines: Sequence[str], width: float, style: Style = BODY) -> Measured:
    """A list with hanging signs."""
    return measure([paragraph(line, style, bullet="•", indent=16) for line in lines], width)


def table(frame: Frame, rows: Sequence[Sequence[str]], alt: str = "Who does what") -> Table:
    """Equal columns, a dark header, rows as high as their text."""
    across, down = 7.2, 5.0
    width = frame.width / len(rows[0])
    cells = tuple(
        tuple(
            Cell(
                text=measure([paragraph(word, CELL if at else HEADER)], width - 2 * across),
                fill=None if at else Colour.INK,
            )
            for word in row
        )
        for at, row in enumerate(rows)
    )
    heights = tuple(max(cell.text.height for cell in row) + 2 * down for row in cells)
    return Table(
        frame=Frame(frame.x, frame.y, frame.width, sum(heights)),
        columns=(width,) * len(rows[0]),
        rows=cells,
        heights=heights,
        name="Table",
        alt=alt,
    )


_OF_ONE_SERIES = (ChartKind.DOUGHNUT, ChartKind.WATERFALL)


def chart(kind: ChartKind, frame: Frame, **more: object) -> Chart:
    """Two series over four quarters; one for rings and waterfalls."""
    series = (
        Series("Today 现状", (120.0, 180.5, 240.0, None), Colour.STEEL),
        Series("With the proposal 方案", (60.0, 72.0, 81.25, 90.0), Colour.ACCENT),
    )
    given = {
        "categories": ("Q1", "Q2", "第三季度", "R&D <4>"),
        "series": series[1:] if kind in _OF_ONE_SERIES else series,
        "name": "Chart",
        "alt": f"Hours lost a quarter, {kind}",
        **more,
    }
    return Chart(frame=frame, kind=kind, **given)  # type: ignore[arg-type]


def shapes() -> tuple[Element, ...]:
    """Each drawn shape, rules in four directions, a freeform with a hole."""
    drawn = [
        Shape(
            frame=Frame(60 + 110 * at, 150, 90, 60),
            geometry=geometry,
            name=f"Sign {geometry.name.lower()}",
            fill=Colour.SUPPORT,
            border=Colour.INK,
            corner=8 if geometry is Geometry.ROUNDED else 0,
            alt="A step" if geometry is Geometry.CHEVRON else "",
        )
        for at, geometry in enumerate(Geometry)
    ]
    middle = (480, 330)
    rules = [
        Rule(
            x1=middle[0],
            y1=middle[1],
            x2=middle[0] + dx,
            y2=middle[1] + dy,
            name="Arrow",
            colour=Colour.ACCENT,
            thickness=1.5,
            has_arrow=True,
        )
        for dx, dy in ((150, 60), (-150, 60), (-150, -60), (150, -60), (0, 90), (200, 0))
    ]
    outer = ((700.0, 260.0), (780.0, 260.0), (780.0, 340.0), (700.0, 340.0))
    inner = ((720.0, 280.0), (720.0, 320.0), (760.0, 320.0), (760.0, 280.0))
    freeform = Path(polygons=(outer, inner), frame=Frame(700, 260, 80, 80), name="Mark", alt="Mark")
    return (*drawn, *rules, freeform)


def texts() -> tuple[Element, ...]:
    """Boxes with every anchor and alignment, fills, borders, spans, bullets."""
    left, right = grid.columns(grid.CONTENT, 0, 6), grid.columns(grid.CONTENT, 6, 6)
    spans = (
        Span("Eleven times ", bold=True),
        Span("the load, ", colour=Colour.ACCENT),
        Span("十一倍"),
    )
    mixed = measure(
        [Paragraph(spans, BODY), *bullets((ENGLISH, CHINESE), 1).paragraphs], left.width
    )
    cards = [
        text_box(
            CHINESE,
            Frame(left.x + 295 * at, 380, 280, 100),
            Style(size=12, pitch=1.5),
            anchor=anchor,
            padding=10,
            fill=Colour.MIST if at else None,
            border=Colour.LINE,
            corner=6 * at,
            name=f"Card {at + 1}",
        )
        for at, anchor in enumerate(Anchor)
    ]
    return (
        TextBox(frame=Frame(left.x, 140, left.width, mixed.height), text=mixed, name="List"),
        text_box(ENGLISH + " " + CHINESE, Frame(right.x, 140, right.width, 150)),
        *cards,
    )


ROWS = (
    ("Step 步骤", "Owner 负责人", "Date 日期"),
    ("Measure the load of the last launch day, with the evaluators of the client", "李工", "3 May"),
    ("确认接口清单与测试环境，并在两周内给出负载测试报告", "R&D <Ann>", "17 May"),
    ("Decide", "王总", "1 June"),
)


def deck() -> tuple[Page, ...]:
    """A slide on each layout, all kinds of elements among them."""
    half = [grid.columns(grid.CONTENT, 0, 6), grid.columns(grid.CONTENT, 6, 6)]
    content = {
        LayoutName.TITLE_AND_CONTENT: texts(),
        LayoutName.TITLE_ONLY: shapes(),
        LayoutName.TWO_COLUMNS: tuple(
            chart(kind, frame)
            for kind, frame in zip((ChartKind.LINE, ChartKind.DOUGHNUT), half, strict=True)
        ),
        LayoutName.CHART: tuple(
            chart(kind, frame)
            for kind, frame in zip((ChartKind.BAR, ChartKind.COLUMN), half, strict=True)
        ),
        LayoutName.NEXT_STEPS: (chart(ChartKind.WATERFALL, half[0], totals=frozenset({0, 3})),),
        LayoutName.TABLE: (table(grid.CONTENT, ROWS),),
        LayoutName.STATEMENT: (
            text_box(CHINESE, grid.columns(grid.CONTENT, 0, 8), Style(size=28, pitch=1.4)),
        ),
    }
    return tuple(
        page(
            SHORT_TITLE if layout in (LayoutName.COVER, LayoutName.SECTION) else TITLE,
            content.get(layout, ()),
            layout=layout,
            number=at,
            notes=("Open with the last launch day.", "先谈上一次发布日。") if at % 2 else (),
        )
        for at, layout in enumerate(LayoutName, start=1)
    )
