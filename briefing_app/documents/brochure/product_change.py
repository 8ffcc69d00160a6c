"""What a product changes for the industry, and the facts beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing_app.documents.brochure.display import display
from briefing_app.documents.brochure.figures import cell_width, in_columns
from briefing_app.documents.brochure.grid import GUTTER, TEXT_WIDTH, offset, span
from briefing_app.documents.brochure.parts import (
    EDGED,
    PAD,
    Edged,
    below,
    hairline,
    heading,
    labelled,
    sign_room,
    with_sign,
)
from briefing_app.documents.brochure.setting import Setting
from briefing_app.documents.brochure.sheets import section
from briefing_app.documents.flow import Block, Drawn, Item, Panel, Row, Stack, stacked, words
from briefing_app.documents.icon_choice import all_or_none, of_fact
from briefing_app.documents.placed import Frame, Geometry, Rule, Shape, Tag
from briefing_app.documents.text_fit import paragraph
from briefing_app.documents.theme import Colour
from briefing_app.domain.offering import Capability
from briefing_app.planning.client_side import Proposal, SharedValue

_NEEDS = 3
"""Needs that stand on a product's page; the deck has the whole table."""


def change(setting: Setting, proposal: Proposal) -> Block | None:
    """From pain to value in the main column, facts and answered needs in the side column."""
    value = proposal.value
    if value is None or not (value.pain or value.value or value.day_before or value.day_after):
        return None
    side = _side_column(setting, proposal)
    if side is None:
        return _main_column(setting, proposal, value, TEXT_WIDTH)
    main = _main_column(setting, proposal, value, span(8))
    panel = Panel(
        block=side,
        width=span(4),
        across=PAD,
        down=PAD,
        fill=Colour.MIST,
        least=main.height,
    )
    return Row(((0.0, main), (offset(8), panel)))


def facts_grid(setting: Setting, facts: Sequence[Capability]) -> Stack | None:
    """The facts across the page, where there is no main column to stand beside."""
    width = cell_width(3, TEXT_WIDTH)
    title = heading(setting, setting.wording.phrase("Facts"))
    return section(title, in_columns(list(_facts(setting, facts, width)), 3, TEXT_WIDTH, 12))


def _main_column(setting: Setting, proposal: Proposal, value: SharedValue, width: float) -> Stack:
    phrase = setting.wording.phrase
    pain = labelled(setting, phrase("What hurts today"), setting.text(value.pain), width - EDGED)
    gain = _gain(setting, setting.text(value.value), width)
    arrow = _arrow_down() if pain and gain else None
    return stacked(
        Edged(pain, Colour.STEEL) if pain else None,
        arrow,
        gain,
        _days(setting, value, width),
        _needs(setting, proposal, width),
        gap=11,
    )


def _arrow_down() -> Drawn:
    return Drawn(
        16,
        (
            Rule(
                x1=20,
                y1=0,
                x2=20,
                y2=16,
                name="Arrow",
                colour=Colour.INK,
                thickness=1,
                has_arrow=True,
            ),
        ),
    )


def _gain(setting: Setting, gain: str, width: float) -> Panel | None:
    if not gain:
        return None
    kind, inner = setting.type, width - 2 * PAD
    label = setting.wording.phrase("What changes")
    block = stacked(
        words([paragraph(label, kind.label(Colour.WARM))], inner, "Label", tag=Tag.SUBHEADING),
        display(gain, kind.quote(Colour.PAPER, 14), inner, "Value"),
        gap=4,
    )
    return Panel(block=block, width=width, across=PAD, down=PAD, fill=Colour.INK)


def _days(setting: Setting, value: SharedValue, width: float) -> Row | None:
    phrase = setting.wording.phrase
    before, after = setting.text(value.day_before), setting.text(value.day_after)
    given = [
        (label, text, colour)
        for label, text, colour in (
            (phrase("A day before"), before, Colour.STEEL),
            (phrase("A day after"), after, Colour.ACCENT),
        )
        if text
    ]
    if not given:
        return None
    cell = (width - (len(given) - 1) * GUTTER) / len(given)
    cells = [
        (place * (cell + GUTTER), _day(setting, label, text, colour, cell))
        for place, (label, text, colour) in enumerate(given)
    ]
    return Row(tuple(cells))


def _day(setting: Setting, label: str, text: str, colour: Colour, width: float) -> Stack:
    edge = Shape(frame=Frame(0, 6, width, 3), geometry=Geometry.RECTANGLE, name="Edge", fill=colour)
    return stacked(
        Drawn(12, (edge,)),
        labelled(setting, label, text, width, setting.type.small(Colour.INK)),
        gap=2,
    )


def _needs(setting: Setting, proposal: Proposal, width: float) -> Stack | None:
    """The client's own needs that the product answers, the hardest ones first."""
    style = setting.type.small(Colour.INK)
    stated = [
        setting.text(setting.side.needs[index].statement) for index in proposal.answers[:_NEEDS]
    ]
    if not any(stated):
        return None
    label = words(
        [paragraph(setting.wording.phrase("Your needs that it answers"), setting.type.label())],
        width,
        "Label",
        tag=Tag.SUBHEADING,
    )
    points = [paragraph(need, below(style, 2), bullet="•", indent=10) for need in stated]
    return Stack(
        (
            Item(label, leads=True),
            Item(words(points, width, "Needs"), 4),
        )
    )


def _side_column(setting: Setting, proposal: Proposal) -> Stack | None:
    width = span(4) - 2 * PAD
    facts = stacked(*_facts(setting, proposal.product.facts, width), gap=8)
    if not facts.items:
        return None
    title = paragraph(setting.wording.phrase("Facts"), setting.type.label(Colour.INK))
    label = words([title], width, "Label", tag=Tag.SUBHEADING)
    return Stack((Item(label, leads=True), Item(facts, 7)))


def _facts(setting: Setting, facts: Sequence[Capability], width: float) -> Iterator[Block]:
    kind = setting.type
    given = [fact for fact in facts if fact.name or fact.detail]
    signs = all_or_none(of_fact(fact.name) for fact in given)
    inner = width - sign_room() if any(signs) else width
    for fact, sign in zip(given, signs, strict=True):
        said = words(
            [
                paragraph(setting.text(fact.name), kind.note()),
                paragraph(setting.text(fact.detail), kind.small(Colour.INK)),
            ],
            inner,
            "Fact",
        )
        yield stacked(hairline(width, Colour.STEEL), with_sign(sign, said), gap=5)
