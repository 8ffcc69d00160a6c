"""What was found in a template and what was chosen, as sentences for its users."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing_app.documents.deck.corporate.plan import LayoutPlan
from briefing_app.documents.deck.corporate.reading import CorporateTemplate
from briefing_app.documents.deck.corporate.roles import Role
from briefing_app.documents.deck.corporate.shapes import TITLES
from briefing_app.documents.deck.grid import LayoutName
from briefing_app.documents.placed import Frame, Placeholder
from briefing_app.documents.theme import Colour
from briefing_app.domain.labels import N_
from briefing_app.domain.message import Message, say

ROLE_NAMES: Mapping[LayoutName, Message] = {
    LayoutName.COVER: say("Cover"),
    LayoutName.SECTION: say("Section break"),
    LayoutName.TITLE_AND_CONTENT: say("Title and content"),
    LayoutName.TITLE_ONLY: say("Title only"),
    LayoutName.TWO_COLUMNS: say("Two columns"),
    LayoutName.CHART: say("Chart"),
    LayoutName.TABLE: say("Table"),
    LayoutName.STATEMENT: say("Statement"),
    LayoutName.NEXT_STEPS: say("Next steps"),
}
_OURS = (LayoutName.STATEMENT, LayoutName.NEXT_STEPS)
"""Roles that no template has a layout for."""

_COLOUR_NAMES: Mapping[Colour, Message] = {
    Colour.PAPER: say("Background"),
    Colour.INK: say("Text"),
    Colour.SLATE: say("Secondary text"),
    Colour.ACCENT: say("Accent"),
    Colour.SUPPORT: say("Second colour of charts"),
    Colour.WARM: say("Third colour of charts"),
}
HEADINGS = {
    "size": N_("Size"),
    "layouts": N_("Layouts"),
    "colours": N_("Colours"),
    "fonts": N_("Fonts"),
    "area": N_("Room for content"),
    "missing": N_("Missing, and what is done instead"),
}


def report(template: CorporateTemplate) -> dict[str, tuple[Message, ...]]:
    """The findings under the keys of `HEADINGS`; a heading without findings is left out."""
    found = {
        "size": tuple(_size(template)),
        "layouts": tuple(_roles(template)),
        "colours": tuple(_colours(template)),
        "fonts": tuple(_fonts(template)),
        "area": tuple(_areas(template)),
        "missing": tuple(_missing(template)),
    }
    return {key: lines for key, lines in found.items() if lines}


def _size(template: CorporateTemplate) -> Iterator[Message]:
    yield say(
        "{width} x {height} inches; masters: {masters}, layouts: {layouts}, sample slides that are"
        " left out: {slides}",
        width=f"{template.width / 72:.2f}",
        height=f"{template.height / 72:.2f}",
        masters=template.masters,
        layouts=template.layouts,
        slides=template.slides,
    )


def _roles(template: CorporateTemplate) -> Iterator[Message]:
    for name in LayoutName:
        role = template.roles[name]
        if role.is_own:
            yield say("{role}: layout “{layout}”", role=ROLE_NAMES[name], layout=_called(role))


def _colours(template: CorporateTemplate) -> Iterator[Message]:
    paper = template.palette[Colour.PAPER]
    yield say("{role}: {colour}", role=_COLOUR_NAMES[Colour.PAPER], colour=paper.name)
    for colour, name in _COLOUR_NAMES.items():
        if colour is not Colour.PAPER:
            yield say(
                "{role}: {colour}, contrast {ratio} : 1",
                role=name,
                colour=template.palette[colour].name,
                ratio=f"{template.theme.contrast(colour, Colour.PAPER):.1f}",
            )


def _fonts(template: CorporateTemplate) -> Iterator[Message]:
    title, body = template.fonts.title, template.fonts.body
    yield title.note
    if body.latin != title.latin:
        yield body.note
    chinese = body.east_asian or title.east_asian
    if chinese:
        yield say("Chinese: {font}; full-width signs are as wide in every font.", font=chinese)


def _areas(template: CorporateTemplate) -> Iterator[Message]:
    shown: set[Frame] = set()
    for name in LayoutName:
        plan = template.plans[name]
        frame = plan.layout.body
        if frame not in shown and frame.height > 0:
            shown.add(frame)
            inches = template.scaling / 72
            yield say(
                "{role}: {width} x {height} inches at {x}, {y}",
                role=ROLE_NAMES[name],
                width=f"{frame.width * inches:.1f}",
                height=f"{frame.height * inches:.1f}",
                x=f"{frame.x * inches:.1f}",
                y=f"{frame.y * inches:.1f}",
            )


def _missing(template: CorporateTemplate) -> Iterator[Message]:
    for name in LayoutName:
        role = template.roles[name]
        if not role.is_own and name not in _OURS:
            yield say(
                "{role}: no layout of its own; “{layout}” is taken.",
                role=ROLE_NAMES[name],
                layout=_called(role),
            )
    for plan in {plan.found.part: plan for plan in _told(template)}.values():
        yield from _lacks(plan)


def _told(template: CorporateTemplate) -> Iterator[LayoutPlan]:
    """All plans; that of the cover last, so that it counts where others share its layout."""
    yield from (plan for name, plan in template.plans.items() if name is not LayoutName.COVER)
    yield template.plans[LayoutName.COVER]


def _lacks(plan: LayoutPlan) -> Iterator[Message]:
    name = plan.found.name or plan.found.part
    is_top = plan.layout.background is not None
    if not any(slot.kind.type in TITLES for slot in plan.found.slots):
        yield say("“{layout}” has no title: a text box of our own is the title.", layout=name)
    if not is_top and plan.layout.place(Placeholder.SLIDE_NUMBER) is None:
        yield say("“{layout}” has no place for page numbers: they are left out.", layout=name)
    if not is_top and plan.layout.place(Placeholder.FOOTER) is None:
        yield say("“{layout}” has no footer: it is left out.", layout=name)
    if plan.is_cover:
        yield from _lacks_of_cover(plan, name)
    if plan.has_panel:
        yield say(
            "“{layout}” has little calm ground: a plain panel is set below the words.",
            layout=name,
        )
    if plan.has_unread_picture:
        yield say(
            "“{layout}” has a picture that cannot be looked at (EMF, WMF or SVG): nothing is set"
            " upon it.",
            layout=name,
        )


def _lacks_of_cover(plan: LayoutPlan, name: str) -> Iterator[Message]:
    if plan.layout.body.height == 0:
        yield say(
            "“{layout}” has no room for date, place and presenters: the cover shows the client and"
            " the purpose alone. The invitation and the visit plan say the rest.",
            layout=name,
        )
    if plan.layout.logos is None:
        yield say(
            "“{layout}” has no calm corner at the top: the client's logo is left out.", layout=name
        )


def _called(role: Role) -> str:
    return role.layout.name or role.layout.part
