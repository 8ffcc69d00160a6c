"""Which layout of a template plays which role: by its type, its placeholders, then its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing_app.documents.deck.corporate.shapes import TITLES, Slot
from briefing_app.documents.deck.grid import LayoutName

_TYPES: Mapping[str, LayoutName] = {
    "title": LayoutName.COVER,
    "secHead": LayoutName.SECTION,
    "obj": LayoutName.TITLE_AND_CONTENT,
    "tx": LayoutName.TITLE_AND_CONTENT,
    "titleOnly": LayoutName.TITLE_ONLY,
    "twoObj": LayoutName.TWO_COLUMNS,
    "chart": LayoutName.CHART,
    "tbl": LayoutName.TABLE,
}
"""What a layout's type says (ECMA-376 part 1, 19.7.15)."""

_NAMES: Mapping[LayoutName, str] = {
    LayoutName.COVER: r"cover|title slide|封面|标题幻灯片|首页",
    LayoutName.SECTION: r"section|chapter|divider|section header|节标题|章节|过渡|分隔|转场",
    LayoutName.TITLE_AND_CONTENT: r"title and content|content|标题和内容|内容|正文",
    LayoutName.TITLE_ONLY: r"title only|仅标题|只有标题",
    LayoutName.TWO_COLUMNS: r"two content|two columns|2 columns|两栏内容|两栏|双栏",
    LayoutName.CHART: r"chart|graph|图表",
    LayoutName.TABLE: r"table|表格",
}
_INSTEAD: Mapping[LayoutName, tuple[LayoutName, ...]] = {
    LayoutName.COVER: (LayoutName.SECTION, LayoutName.TITLE_ONLY, LayoutName.TITLE_AND_CONTENT),
    LayoutName.SECTION: (LayoutName.COVER, LayoutName.TITLE_ONLY, LayoutName.TITLE_AND_CONTENT),
    LayoutName.TITLE_AND_CONTENT: (LayoutName.TITLE_ONLY, LayoutName.TWO_COLUMNS),
    LayoutName.TITLE_ONLY: (LayoutName.TITLE_AND_CONTENT, LayoutName.TWO_COLUMNS),
    **dict.fromkeys(
        (
            LayoutName.TWO_COLUMNS,
            LayoutName.CHART,
            LayoutName.TABLE,
            LayoutName.STATEMENT,
            LayoutName.NEXT_STEPS,
        ),
        (LayoutName.TITLE_ONLY, LayoutName.TITLE_AND_CONTENT),
    ),
}
"""Where a role has no layout of its own, these are asked in turn."""

_FOOT = ("dt", "ftr", "sldNum", "hdr")
_FREE_STANDING = frozenset({"titleOnly", "blank", "obj", "tx", "title", "secHead", "twoObj"})
_BY_TYPE, _BY_PLACEHOLDERS, _BY_NAME, _INSTEAD_OF, _LAST = 5, 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class FoundLayout:
    """A layout of the template: its part, its name, its XML and placeholders."""

    part: str
    name: str
    root: Any
    slots: tuple[Slot, ...]

    @property
    def type(self) -> str:
        """What the layout says it is for; empty where it says nothing.

        LibreOffice calls its title slide one of text (``tx``); its subtitle tells better.
        """
        told = str(self.root.get("type") or "")
        return "" if told == "tx" and self.has("subTitle") else told

    def has(self, *kinds: str) -> bool:
        """True when one of its placeholders is of these kinds."""
        return any(slot.kind.type in kinds for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Role:
    """The layout that plays a role. ``instead_of`` is the role that it was made for, if another."""

    layout: FoundLayout
    certainty: int
    instead_of: LayoutName | None = None

    @property
    def is_own(self) -> bool:
        """True when the template has a layout for this very role."""
        return self.certainty > _INSTEAD_OF


def roles(layouts: Sequence[FoundLayout]) -> dict[LayoutName, Role]:
    """A layout for every role; ``layouts`` are those of one master, at least one."""
    found: dict[LayoutName, Role] = {}
    for role in LayoutName:
        scored = [(_certainty(layout, role), layout) for layout in layouts]
        certainty, layout = max(scored, key=lambda pair: pair[0])
        if certainty > _INSTEAD_OF:
            found[role] = Role(layout, certainty)
    own = dict(found)
    for role in LayoutName:
        if role not in found:
            found[role] = _instead(role, own, layouts)
    return found


def score(chosen: Mapping[LayoutName, Role]) -> int:
    """How well a master suits: the certainties of the roles that every deck needs."""
    needed = (LayoutName.COVER, LayoutName.TITLE_ONLY, LayoutName.TITLE_AND_CONTENT)
    return sum(chosen[role].certainty for role in needed)


def _instead(
    role: LayoutName, own: Mapping[LayoutName, Role], layouts: Sequence[FoundLayout]
) -> Role:
    for other in _INSTEAD[role]:
        if other in own:
            return Role(own[other].layout, _INSTEAD_OF, other)
    emptiest = min(layouts, key=lambda layout: len(layout.slots))
    return Role(emptiest, _LAST)


def _certainty(layout: FoundLayout, role: LayoutName) -> int:
    if any(not slot.is_upright for slot in layout.slots) or layout.type.startswith("vert"):
        return _LAST
    if _TYPES.get(layout.type) is role and _suits(layout, role):
        return _BY_TYPE
    if layout.type in _FREE_STANDING or not _suits(layout, role):
        return _LAST
    if _is_named(layout, role):
        return _BY_PLACEHOLDERS + _BY_NAME if _signature_says(layout, role) else _BY_PLACEHOLDERS
    return _BY_NAME if _signature_says(layout, role) else _LAST


def _suits(layout: FoundLayout, role: LayoutName) -> bool:
    """A role needs a title; the body may be our own, but no picture may be asked for."""
    kinds = [slot.kind.type for slot in layout.slots]
    has_picture = any(kind in ("pic", "clipArt", "media") for kind in kinds)
    return any(kind in TITLES for kind in kinds) and (
        not has_picture or role in (LayoutName.COVER, LayoutName.SECTION)
    )


def _signature_says(layout: FoundLayout, role: LayoutName) -> bool:
    kinds = [slot.kind.type for slot in layout.slots if slot.kind.type not in _FOOT]
    bodies = [kind for kind in kinds if kind in ("body", "obj")]
    match role:
        case LayoutName.COVER:
            return "ctrTitle" in kinds or ("title" in kinds and "subTitle" in kinds)
        case LayoutName.TITLE_ONLY:
            return len(kinds) == 1
        case LayoutName.TITLE_AND_CONTENT:
            return len(kinds) == 2 and len(bodies) == 1
        case LayoutName.CHART:
            return "chart" in kinds
        case LayoutName.TABLE:
            return "tbl" in kinds
        case _:
            return False


def _is_named(layout: FoundLayout, role: LayoutName) -> bool:
    pattern = _NAMES.get(role, "")
    words = rf"(?<![a-z])(?:{pattern})(?![a-z])"
    return bool(pattern) and re.search(words, layout.name.lower()) is not None
