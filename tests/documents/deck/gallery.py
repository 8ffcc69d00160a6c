"""Every block in both of its forms, with light and heavy content, in both languages.

    python -m tests.documents.deck.gallery FOLDER

writes a deck for each language and weight, to look at with `tests.judges.contact_sheet`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from briefing_app.documents.deck.block import Block, Change, Point
from briefing_app.documents.deck.chart_blocks import Growth, Share, Shares
from briefing_app.documents.deck.diagram_blocks import (
    Architecture,
    Axis,
    BigFigures,
    Comparison,
    Criterion,
    Lane,
    Quadrants,
    Quote,
    Roadmap,
    Spot,
    Stretch,
    Tick,
)
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.deck.layout import composed, lay_out
from briefing_app.documents.deck.master import OWN_MASTER, Master
from briefing_app.documents.deck.offer_blocks import (
    Card,
    Cards,
    Facing,
    Gauge,
    Hub,
    Matrix,
    MatrixRow,
    Process,
    Rated,
    Ratings,
    Spoke,
    Understanding,
    ValueChart,
    WhyHere,
)
from briefing_app.documents.deck.pptx_writer import DeckFacts, write_pptx
from briefing_app.documents.deck.slides import Slide
from briefing_app.documents.deck.story_blocks import (
    Agreement,
    CaseStory,
    Contact,
    Contacts,
    FactRow,
    FactTable,
    RuledList,
    RuledLists,
    Step,
    Steps,
    Tile,
    Tiles,
    Timeline,
)
from briefing_app.documents.icon_drawings import Icon
from briefing_app.documents.placed import Page
from briefing_app.documents.theme import load_theme
from briefing_app.domain.text import Language


@dataclass(frozen=True, slots=True)
class Content:
    """What blocks are filled with: a name, a sentence, and how many of each thing."""

    name: str
    sentence: str
    count: int

    def names(self) -> tuple[str, ...]:
        return (self.name,) * self.count

    def sentences(self) -> tuple[str, ...]:
        return (self.sentence,) * self.count

    def points(self) -> tuple[Point, ...]:
        return tuple(Point(self.name, self.sentence) for _ in range(self.count))

    def numbered(self) -> tuple[Point, ...]:
        return tuple(Point(f"{place + 1}", self.sentence) for place in range(self.count))

    def changes(self) -> tuple[Change, ...]:
        one = Change(self.name, 12.0, 14.5, "12%", "14.5%", "", "Example 示例")
        other = Change(self.name, 24000.0, 280.0, "24,000", "280", self.name[:6], "")
        return tuple((one, other)[place % 2] for place in range(self.count))


LIGHT = {
    Language.EN: Content("Launch load", "Orders wait, then time out.", 3),
    Language.ZH: Content("首发负载", "订单先排队，随后超时。", 3),
}
HEAVY = {
    Language.EN: Content(
        "Reconciliation across all payment channels",
        "Orders wait in one queue, then time out; customers order twice and support hears of it"
        " only when the refunds of the week are counted.",
        5,
    ),
    Language.ZH: Content(
        "全部支付渠道的统一对账",
        "订单先在同一队列里等待，随后超时；客户重复下单，客服要等到本周退款汇总时才知道发生了什么。",
        5,
    ),
}


def _why_here(c: Content) -> WhyHere:
    return WhyHere(
        today_label=c.name,
        pain=c.sentence,
        value_label=c.name,
        value=c.sentence,
        capabilities_label=c.name,
        capabilities=c.points(),
        change=next(iter(c.changes()), None),
    )


def _matrix(c: Content) -> Matrix:
    return Matrix(
        need_label=c.name,
        products_label=c.name,
        products=c.names()[:4],
        rows=tuple(
            MatrixRow(s, (True, False, True, False)[: len(c.names()[:4])]) for s in c.sentences()
        ),
        alt="Table",
    )


def _ratings(c: Content) -> Ratings:
    gauges = tuple(Gauge(c.name, level, c.sentence) for level in (1, 2, 3))
    return Ratings(
        weeks_label=c.name, effort_label=c.name, rated=Rated(c.name, gauges, c.name, c.sentence)
    )


def _value_chart(c: Content) -> ValueChart:
    return ValueChart(
        before_name=c.name,
        change_name=c.name,
        after_name=c.name,
        changes=c.changes(),
        bridged=next(iter(c.changes()), None) if c.count % 2 else None,
        sources_note="",
        assumptions_label=c.name,
        assumptions=c.sentence,
        chart_name="Chart",
        alt="Chart",
    )


def _case(c: Content) -> CaseStory:
    return CaseStory(
        situation_label=c.name,
        situation=c.sentence,
        done_label=c.name,
        done=c.sentence,
        changes=c.changes(),
        quote=c.sentence,
        quote_by=c.name,
    )


def _quadrants(c: Content) -> Quadrants:
    spots = tuple(Spot(c.name, c.name, place % 2 == 0, place % 3 == 0) for place in range(c.count))
    aside = tuple(Point(f"{place + 2}", c.name) for place in range(min(c.count, 4)))
    axis = Axis(c.name, "–", "+")
    return Quadrants(
        across=axis, up=axis, names=(c.name,) * 4, spots=spots, aside_label=c.name, aside=aside
    )


def _architecture(c: Content) -> Architecture:
    return Architecture(
        client_label=c.name,
        client_parts=c.points()[:3],
        down=Point(c.name, c.name),
        back=Point(c.name, c.name),
        product_label=c.name,
        steps=tuple(Point(name) for name in c.names()),
        facts=tuple(Point(c.name, c.name) for _ in range(min(c.count, 3))),
    )


def _roadmap(c: Content) -> Roadmap:
    lanes = tuple(
        Lane(
            c.name,
            tuple(
                Stretch(place / c.count, (place + 1) / c.count, c.name, c.name, is_ours=place == 0)
                for place in (lane, lane + 1)
                if place < c.count
            ),
        )
        for lane in range(min(c.count, 3))
    )
    ticks = tuple(Tick((place + 1) / c.count, f"{place + 1} May") for place in range(c.count))
    return Roadmap(ticks=ticks, lanes=lanes, note=c.sentence)


def _comparison(c: Content) -> Comparison:
    options = c.names()[:4]
    return Comparison(
        criterion_label=c.name,
        options=options,
        recommended=len(options) - 1,
        recommended_label="✓",
        criteria=tuple(Criterion(c.name, options) for _ in range(c.count)),
        alt="Table",
    )


def _shares(c: Content) -> Shares:
    named = tuple(Share(place + 1, c.name, c.sentence) for place in range(min(c.count, 3)))
    return Shares(
        whole=c.name[:8],
        shares=(*named, Share(1, c.name, c.sentence, is_open=True)),
        chart_name="Chart",
        alt="Chart",
    )


def _growth(c: Content) -> Growth:
    steps = tuple(f"{place} May" for place in range(c.count + 4))
    return Growth(
        steps=steps,
        counts=tuple(place // 2 for place in range(len(steps))),
        measure=c.name,
        milestones=c.points()[:3],
        note=c.sentence,
        chart_name="Chart",
        alt="Chart",
    )


MAKERS: Mapping[type[Block], Callable[[Content], Block]] = {
    Understanding: lambda c: Understanding(
        quote=c.sentence, points_label=c.name, points=c.numbered()
    ),
    Cards: lambda c: Cards(cards=tuple(Card(c.name, c.sentence) for _ in range(c.count))),
    Matrix: _matrix,
    Hub: lambda c: Hub(
        centre=c.name,
        centre_label=c.name,
        spokes=tuple(Spoke(c.name, c.sentence, c.name) for _ in range(c.count)),
    ),
    WhyHere: _why_here,
    Facing: lambda c: Facing(
        left_label=c.name,
        left=(c.sentence,),
        right_label=c.name,
        right=(c.sentence,),
        change=next(iter(c.changes()), None),
    ),
    Process: lambda c: Process(steps=c.points(), notes=c.points()[:2]),
    Ratings: _ratings,
    ValueChart: _value_chart,
    CaseStory: _case,
    Tiles: lambda c: Tiles(
        lead_label=c.name,
        lead=c.sentence,
        tiles=tuple(Tile(c.name, c.sentence, Icon.SHIELD) for _ in range(c.count)),
    ),
    Timeline: lambda c: Timeline(
        steps=c.points(), promises_label=c.name, promises=c.sentences()[:3]
    ),
    RuledLists: lambda c: RuledLists(lists=tuple(RuledList(c.name, c.points()[:2]) for _ in "abc")),
    Agreement: lambda c: Agreement(
        label=c.name, words=c.sentence, points_label=c.name, points=c.points()
    ),
    Steps: lambda c: Steps(
        what_label=c.name,
        owner_label=c.name,
        due_label=c.name,
        steps=tuple(Step(f"{n}", c.sentence, c.name, "5 May") for n in range(c.count)),
        alt="Table",
    ),
    Contacts: lambda c: Contacts(
        people=tuple(Contact(c.name, c.name, ("a@b.example",)) for _ in range(c.count)),
        company=c.name,
        company_lines=(c.name,),
    ),
    FactTable: lambda c: FactTable(
        headings=(c.name,) * 3,
        rows=tuple(FactRow(c.name, point) for point in c.points()),
        alt="Table",
    ),
    BigFigures: lambda c: BigFigures(changes=c.changes(), notes=(c.sentence,)),
    Quadrants: _quadrants,
    Architecture: _architecture,
    Roadmap: _roadmap,
    Comparison: _comparison,
    Quote: lambda c: Quote(
        quote=c.sentence,
        quote_by=c.name,
        story_label=c.name,
        story=c.sentence,
        changes=c.changes()[:2],
    ),
    Shares: _shares,
    Growth: _growth,
}
"""How each kind of block is filled."""


def both_forms(kind: type[Block], content: Content) -> tuple[Block, Block]:
    """The block as it usually stands, and mirrored."""
    block = MAKERS[kind](content)
    return block, replace(block, is_mirrored=True)


def gallery(
    contents: Mapping[Language, Content], language: Language, master: Master = OWN_MASTER
) -> tuple[Page, ...]:
    """All blocks in both forms as slides of a master, each titled with its name."""
    slides = (composed(slide, language, master) for slide in _slides(contents[language]))
    placed = lay_out(slides, language, master, footer="Gallery", notes={})
    return tuple(item.page for item in placed)


def _slides(content: Content) -> Iterator[Slide]:
    for kind in MAKERS:
        for block in both_forms(kind, content):
            form = "mirrored" if block.is_mirrored else "usual"
            yield Slide(
                key=f"{kind.__name__}:{form}",
                kicker=form,
                titles=(kind.__name__,),
                layout=LayoutName.TITLE_ONLY,
                body=block,
            )


def main(folder: Path) -> None:
    """Write the four decks."""
    folder.mkdir(parents=True, exist_ok=True)
    weights: dict[str, Any] = {"light": LIGHT, "heavy": HEAVY}
    for name, contents in weights.items():
        for language in Language:
            facts = DeckFacts(
                title="Gallery", author="", language=language, created=date(2026, 5, 4)
            )
            file = folder / f"gallery-{language.value}-{name}.pptx"
            file.write_bytes(write_pptx(gallery(contents, language), load_theme(), facts))
            print(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
