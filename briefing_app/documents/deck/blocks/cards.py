"""Equal things side by side: pressures, reasons to trust."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.documents.deck.blocks.parts import (
    PAD,
    Elements,
    Stack,
    across,
    bar,
    hairline,
    needed,
    padded,
    panel,
    stretched,
)
from briefing_app.documents.deck.blocks.signs import SIGN, placed_sign
from briefing_app.documents.deck.grid import GUTTER, columns
from briefing_app.documents.deck.offer_blocks import Card, Cards
from briefing_app.documents.deck.spacing import HAIR, SMALL, SNUG
from briefing_app.documents.deck.story_blocks import Tile, Tiles
from briefing_app.documents.deck.type_scale import TypeScale
from briefing_app.documents.placed import Anchor, Element, Frame, Tag
from briefing_app.documents.theme import Colour

_MOST_CARDS = 4
_MOST_CARD_ROWS = 6
_LEAST_CARD = 290.0
_TILE_COLUMNS = 3
_MOST_TILES = 6
_LEAST_TILE = 168.0
_ROW_PAD = SMALL
_SIGN_GAP = SNUG
_SOURCE_GAP = SMALL
_EDGE = 5.0


def place_cards(block: Cards, area: Frame, scale: TypeScale) -> Elements | None:
    """Up to four pressures as cards, up to six as rows."""
    if len(block.cards) > _MOST_CARD_ROWS:
        return None
    if len(block.cards) > _MOST_CARDS:
        return _card_rows(block.cards, area, scale)
    frames = across(area, len(block.cards), GUTTER)
    pairs = list(zip(block.cards, frames, strict=True))
    words = needed(_card(card, padded(frame), scale) for card, frame in pairs)
    sources = needed(_source(card, padded(frame), scale) for card, frame in pairs)
    if words is None or sources is None:
        return None
    height = words + sources + 2 * PAD + (_SOURCE_GAP if sources else 0)
    if height > area.height:
        return None
    height = stretched(height, _LEAST_CARD, area.height)
    elements: list[Element] = []
    for card, frame in pairs:
        place = replace(frame, height=height)
        elements.append(panel(place, Colour.MIST))
        elements.append(bar(replace(place, height=_EDGE)))
        elements.extend(_card(card, padded(place), scale).boxes())
        elements.extend(_source(card, padded(place), scale).boxes(Anchor.BOTTOM))
    return tuple(elements)


def place_tiles(block: Tiles, area: Frame, scale: TypeScale) -> Elements | None:
    """Three columns of tiles; the first one is dark and says who we are."""
    lead = (Tile(block.lead_label, block.lead),) if block.lead else ()
    tiles = (*lead, *block.tiles)
    if len(tiles) > _MOST_TILES:
        return None
    wide = min(_TILE_COLUMNS, len(tiles))
    deep = -(-len(tiles) // wide)
    most = (area.height - GUTTER * (deep - 1)) / deep
    tops = across(Frame(area.x, area.y, area.width, most), wide, GUTTER)
    stacks = [
        _tile(tile, _tile_room(tile, tops[i % wide]), scale, is_lead=i < len(lead))
        for i, tile in enumerate(tiles)
    ]
    if needed(stacks) is None:
        return None
    height = 2 * PAD + max(
        (stack.height + _sign_room(tile) for tile, stack in zip(tiles, stacks, strict=True)),
        default=0.0,
    )
    if height > most:
        return None
    height = stretched(height, _LEAST_TILE, most)
    elements: list[Element] = []
    for i, tile in enumerate(tiles):
        top = tops[i % wide]
        place = Frame(top.x, top.y + (height + GUTTER) * (i // wide), top.width, height)
        is_lead = i < len(lead)
        elements.append(panel(place, Colour.INK if is_lead else Colour.MIST))
        anchor = Anchor.MIDDLE if is_lead else Anchor.TOP
        elements.extend(placed_sign(tile.sign, place.x + PAD, place.y + PAD, SIGN))
        room = _tile_room(tile, place)
        elements.extend(_tile(tile, room, scale, is_lead=is_lead).boxes(anchor))
    return tuple(elements)


def _card_rows(cards: Sequence[Card], area: Frame, scale: TypeScale) -> Elements | None:
    """Title left, words right, a hairline above each row."""
    elements: list[Element] = []
    height = area.height / len(cards)
    for place, card in enumerate(cards):
        y = area.y + height * place
        row = Frame(area.x, y + _ROW_PAD, area.width, height - _ROW_PAD)
        head = Stack(columns(row, 0, 4))
        head.add(card.title, scale.heading(), "Heading", tag=Tag.SUBHEADING)
        head.add(card.figure, scale.figure(20), "Statistic", gap=HAIR)
        words = Stack(columns(row, 4, 8))
        words.add(card.detail, scale.body(), "Detail")
        words.add(card.source, scale.note(), "Source", gap=HAIR)
        if not (head.fits and words.fits):
            return None
        elements.append(
            hairline(area.x, y, area.width, Colour.ACCENT if not place else Colour.LINE)
        )
        elements.extend((*head.boxes(), *words.boxes()))
    return tuple(elements)


def _card(card: Card, frame: Frame, scale: TypeScale) -> Stack:
    stack = Stack(frame)
    stack.add(card.figure, scale.figure(30), "Statistic")
    stack.add(card.title, scale.heading(), "Heading", gap=HAIR, tag=Tag.SUBHEADING)
    return stack.add(card.detail, scale.body(Colour.SLATE), "Detail", gap=SNUG)


def _source(card: Card, frame: Frame, scale: TypeScale) -> Stack:
    return Stack(frame).add(card.source, scale.note(), "Source")


def _tile_room(tile: Tile, frame: Frame) -> Frame:
    """Where the tile's words stand: below its sign."""
    return padded(frame).inset(0, _sign_room(tile), 0, 0)


def _sign_room(tile: Tile) -> float:
    return SIGN + _SIGN_GAP if tile.sign else 0.0


def _tile(tile: Tile, frame: Frame, scale: TypeScale, *, is_lead: bool) -> Stack:
    stack = Stack(frame)
    if is_lead:
        stack.add(tile.label, scale.label(Colour.LINE), "Label")
        return stack.add(tile.words, scale.heading(Colour.PAPER), "Essence", gap=HAIR)
    stack.add(tile.label, scale.body(bold=True), "Label", tag=Tag.SUBHEADING)
    return stack.add(tile.words, scale.detail(), "Proof", gap=HAIR)
