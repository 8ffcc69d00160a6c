"""The thresholds that a team plans with: its own where it set them, else the usual ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from briefing_app.domain.message import Message, say
from briefing_app.domain.values import Money
from briefing_app.planning.settings import PlanningSettings
from briefing_app.planning.thresholds import (
    BY_NAME,
    THRESHOLDS,
    Threshold,
    usual,
    with_threshold,
)
from briefing_app.services.changes import Change
from briefing_app.store.store import Store

KIND = "planning_threshold"
"""What changes call a threshold, as a kind of record."""


@dataclass(frozen=True, slots=True)
class ThresholdRow:
    """A threshold, what it is now and what it usually is."""

    threshold: Threshold
    value: int | Money
    usual: int | Money

    @property
    def is_usual(self) -> bool:
        """True where the team has no other."""
        return self.value == self.usual


def planning_settings(store: Store) -> PlanningSettings:
    """What all planning goes by."""
    kept = store.thresholds.all()
    own: dict[str, Any] = {name: value for name, value in kept.items() if name in BY_NAME}
    return PlanningSettings(**own)


def usual_rows() -> tuple[ThresholdRow, ...]:
    """All that can be set, as practice has it, in the order to be shown in."""
    return tuple(ThresholdRow(one, usual(one.name), usual(one.name)) for one in THRESHOLDS)


def threshold_rows(store: Store) -> tuple[ThresholdRow, ...]:
    """The same as this team has it."""
    settings = planning_settings(store)
    return tuple(replace(row, value=getattr(settings, row.threshold.name)) for row in usual_rows())


def set_threshold(store: Store, *, name: str, value: int | Money | None) -> Change:
    """Plan with another value from now on, the usual one for ``None``.

    UserError where it cannot be, or does not fit the others.
    """
    label = say("Change “{name}” in the settings", name=Message(BY_NAME[name].label))
    with store.act(label) as act:
        settings = with_threshold(planning_settings(store), name, value)
        _keep(store, name, getattr(settings, name))
    return Change(label, act.records)


def reset_thresholds(store: Store) -> Change:
    """Plan as usual again."""
    label = say("Plan as usual")
    with store.act(label) as act:
        for name in store.thresholds.all():
            store.thresholds.forget(name)
    return Change(label, act.records)


def _keep(store: Store, name: str, value: int | Money) -> None:
    if value == usual(name):
        store.thresholds.forget(name)
    else:
        store.thresholds.keep(name, value)
