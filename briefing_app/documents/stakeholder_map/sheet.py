"""A picture of the map as a sheet of its own: what it is, whose, when, that it is internal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing_app.documents.placed import Frame, Page, Tag, TextBox
from briefing_app.documents.stakeholder_map.legend import legend
from briefing_app.documents.stakeholder_map.pen import shortened
from briefing_app.documents.stakeholder_map.picture import MapPicture, SheetFacts, shifted
from briefing_app.documents.text_fit import Style, measure, paragraph
from briefing_app.documents.theme import Colour
from briefing_app.documents.visit_plan.running import mark
from briefing_app.wording import Wording

_MARGIN = 28.0
_LEAST_WIDTH = 460.0
_TITLE = Style(size=16.0, bold=True, pitch=1.3)
_FACTS = Style(size=9.5, colour=Colour.SLATE, pitch=1.4)
_LEGEND = Style(size=8.5, colour=Colour.SLATE, pitch=1.4)
_GAP = 14.0


def map_page(picture: MapPicture, facts: SheetFacts, wording: Wording) -> Page:
    """The picture on a page as large as it needs."""
    width = max(picture.width, _LEAST_WIDTH)
    head = tuple(_head(picture, facts, wording, width))
    top = max(element.frame.bottom for element in head) + _GAP
    body = shifted(picture.elements, _MARGIN, top)
    signs = measure([paragraph(legend(picture.kind, wording), _LEGEND)], width)
    foot = Frame(_MARGIN, top + picture.height + _GAP, width, signs.height)
    return Page(
        width=width + 2 * _MARGIN,
        height=foot.bottom + _MARGIN,
        elements=(*head, *body, TextBox(frame=foot, text=signs, name="Legend")),
        title=wording.label(picture.kind),
        background=Colour.PAPER,
    )


def _head(
    picture: MapPicture, facts: SheetFacts, wording: Wording, width: float
) -> Iterator[TextBox]:
    sign = mark()
    place = Frame(_MARGIN + width - sign.frame.width, _MARGIN, sign.frame.width, sign.frame.height)
    title = shortened(
        f"{wording.phrase('Stakeholder map')}: {wording.label(picture.kind)}",
        _TITLE,
        width - sign.frame.width - _GAP,
        1,
    )
    words = measure([paragraph(title, _TITLE)], width - sign.frame.width - _GAP)
    frame = Frame(_MARGIN, _MARGIN, width - sign.frame.width - _GAP, words.height)
    yield TextBox(frame=frame, text=words, name="Title", tag=Tag.TITLE)
    yield replace(sign, frame=place)
    told = wording.run_on((facts.client, facts.project, wording.day(facts.drawn_on)))
    below = measure([paragraph(shortened(told, _FACTS, width, 2), _FACTS)], width)
    yield TextBox(
        frame=Frame(_MARGIN, frame.bottom + 2, width, below.height), text=below, name="Facts"
    )
