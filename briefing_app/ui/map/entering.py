"""Whom something is entered of: a person in a project, whether anything is known yet or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from briefing_app.domain.ids import OpportunityId, PersonId
from briefing_app.services.changes import Change
from briefing_app.services.drafts import Spot
from briefing_app.ui.workers import Work

if TYPE_CHECKING:
    from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Entered:
    """A person in a project."""

    opportunity: OpportunityId
    person: PersonId

    def spot(self, *steps: str) -> Spot:
        """Where words wait that could not be kept. It is a place at the person, who is there
        before they come onto the map."""
        return Spot("person", self.person, (self.opportunity, *steps))

    def doing(self, act: Callable[..., Change], **values: Any) -> Work:
        """An act about the person."""
        return partial(_do, act, opportunity=self.opportunity, person=self.person, **values)


def _do(act: Callable[..., Change], store: Store, **values: Any) -> Change:
    return act(store, **values)
