"""Icons beside words: all of equal things have one or none has, and words go first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from briefing_app.documents.deck.block import Point
from briefing_app.documents.deck.blocks.parts import Elements
from briefing_app.documents.deck.offer_blocks import Gauge
from briefing_app.documents.deck.spacing import SMALL
from briefing_app.documents.deck.story_blocks import RuledList
from briefing_app.documents.icon_choice import all_or_none
from briefing_app.documents.icon_drawings import Icon
from briefing_app.documents.icons import icon
from briefing_app.documents.placed import Frame
from briefing_app.documents.theme import Colour

SIGN = 30.0
"""The side of an icon that leads a tile, a step or a rating, in points."""
SMALL_SIGN = 22.0
"""The side of an icon beside a line or two of text."""
SIGN_GAP = SMALL

Signed = TypeVar("Signed", Point, Gauge, RuledList)
Drawn = TypeVar("Drawn")


def signed_or_plain(
    items: Sequence[Signed], draw: Callable[[tuple[Signed, ...]], Drawn | None]
) -> Drawn | None:
    """What ``draw`` makes of the items; without their signs where these take too much room."""
    signs = all_or_none(item.sign for item in items)
    signed = tuple(replace(item, sign=sign) for item, sign in zip(items, signs, strict=True))
    drawn = draw(signed)
    if drawn is not None or not any(signs):
        return drawn
    return draw(tuple(replace(item, sign=None) for item in items))


def beside(sign: Icon | None, frame: Frame, side: float) -> Frame:
    """The room that a sign of that ``side`` at the left leaves for words."""
    return frame.inset(side + SIGN_GAP, 0, 0, 0) if sign else frame


def placed_sign(
    sign: Icon | None, x: float, y: float, side: float, colour: Colour = Colour.ACCENT
) -> Elements:
    """The sign with its top left corner at (x, y); nothing without one."""
    return (icon(sign, Frame(x, y, side, side), colour),) if sign else ()
