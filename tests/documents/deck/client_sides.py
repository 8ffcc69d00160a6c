"""Client's sides to tell decks of: the shipped samples, bare and rich ones, heavy ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from briefing_app.domain.dossier import Dossier
from briefing_app.domain.text import Text
from briefing_app.exchange.json_data import decode
from briefing_app.paths import assets_folder
from briefing_app.planning.client_side import (
    ABOUT_A_PRODUCT,
    ClientSide,
    PlannedSlide,
    SharedNeed,
    SlideKind,
)
from briefing_app.planning.prepare import prepare
from tests import builders

SAMPLES = ("games", "connected-vehicles")
_FIELDS = {
    "people": "Person",
    "stakeholders": "Stakeholder",
    "lines": "Line",
    "needs": "Need",
    "competitors": "Competitor",
    "colleagues": "Colleague",
    "products": "Product",
    "cases": "SuccessCase",
    "follow_ups": "FollowUp",
}


def prepared(dossier: Dossier) -> ClientSide:
    """The client's side of a dossier on the day of its visit."""
    return prepare(dossier, dossier.visit.starts_at.date()).client_side


@lru_cache
def sample(name: str, visit: int = 0) -> ClientSide:
    """The client's side of a shipped sample's first or second visit."""
    assets = assets_folder()
    files = ("samples/vendor.json", f"packs/{name}.json", f"samples/{name}.json")
    by_kind: dict[str, list[Any]] = {}
    for file in files:
        for record in decode((assets / file).read_bytes(), file):
            by_kind.setdefault(type(record).__name__, []).append(record)
    return prepared(
        Dossier(
            visit=by_kind["Visit"][visit],
            opportunity=by_kind["Opportunity"][0],
            client=by_kind["Client"][0],
            industry=by_kind["IndustryPack"][0],
            company=by_kind["OwnCompany"][0],
            **{field: tuple(by_kind[kind]) for field, kind in _FIELDS.items()},
        )
    )


def rich() -> ClientSide:
    """A project of which something is known of everything."""
    return prepared(builders.rich_dossier())


def bare() -> ClientSide:
    """A visit of which hardly anything is known."""
    return prepared(builders.bare_dossier())


def with_every_kind(side: ClientSide) -> ClientSide:
    """The same facts with a storyline of all kinds of slide, for all products and cases."""
    return replace(side, storyline=tuple(_every_kind(side)))


def _every_kind(side: ClientSide) -> Iterator[PlannedSlide]:
    for kind in SlideKind:
        if kind in ABOUT_A_PRODUCT:
            subjects = [str(item.product_id) for item in side.proposals]
        else:
            subjects = (
                [str(case.case_id) for case in side.cases] if kind is SlideKind.CASE else [""]
            )
        yield from (PlannedSlide(kind=kind, subject=subject) for subject in subjects)


def with_needs(side: ClientSide, count: int, words: Text) -> ClientSide:
    """The same side with ``count`` needs of the same words, the first answered by all products."""
    proposals = tuple(replace(item, answers=(0,) if count else ()) for item in side.proposals)
    return replace(
        side,
        needs=tuple(SharedNeed(statement=words) for _ in range(count)),
        shown_needs=count,
        proposals=proposals,
    )


def with_weeks(side: ClientSide, *weeks: int) -> ClientSide:
    """The side whose products take so many weeks each to go live."""
    return replace(
        side,
        proposals=tuple(
            replace(
                item,
                product=replace(
                    item.product, adoption=replace(item.product.adoption, typical_weeks=count)
                ),
            )
            for item, count in zip(side.proposals, weeks, strict=True)
        ),
    )


def stretched(side: ClientSide, times: int) -> ClientSide:
    """The same side with every text of client, industry, products and cases repeated."""
    stretch = _Stretch(times)
    kept: ClientSide = stretch.record(side)
    return replace(kept, time_zone=side.time_zone, storyline=side.storyline)


class _Stretch:
    """Repeats the texts of records and of the records within them."""

    def __init__(self, times: int) -> None:
        self._times = times

    def record(self, value: Any) -> Any:
        if isinstance(value, Text):
            return Text(value.zh * self._times, " ".join([value.en] * self._times).strip())
        if isinstance(value, tuple):
            return tuple(self.record(item) for item in value)
        if hasattr(value, "__dataclass_fields__"):
            names = value.__dataclass_fields__
            return replace(value, **{name: self.record(getattr(value, name)) for name in names})
        return value
