"""Changing what is known of a person in a project: found, or begun where nothing is held yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing_app.domain.client import Person
from briefing_app.domain.ids import OpportunityId, PersonId, StakeholderId, new_id
from briefing_app.domain.message import Message
from briefing_app.domain.stakeholder import Stakeholder
from briefing_app.domain.text import Text
from briefing_app.services.changes import Change

if TYPE_CHECKING:  # loads on the database thread
    from briefing_app.store.store import Store


def change_known(
    store: Store,
    opportunity: OpportunityId,
    person: PersonId,
    label: Message,
    changed: Callable[[Stakeholder], Stakeholder],
) -> Change:
    """Change what is known of a person, who comes onto the map by it; nothing where it is so."""
    with store.act(label) as act:
        held = find_known(store, opportunity, person)
        wished = changed(held or nothing_known(opportunity, person))
        if wished != held:
            store.save((wished,))
    return Change(label, act.records)


def find_known(store: Store, opportunity: OpportunityId, person: PersonId) -> Stakeholder | None:
    """What is held of a person in a project, if anything is."""
    of_person = store.referring(Stakeholder, "person", person)
    return next((one for one in of_person if one.opportunity == opportunity), None)


def nothing_known(opportunity: OpportunityId, person: PersonId) -> Stakeholder:
    """Somebody on the map of whom nothing is known yet."""
    return Stakeholder(id=StakeholderId(new_id()), opportunity=opportunity, person=person)


def name_of(store: Store, person: PersonId) -> Text:
    """A person's name. UserError where there is no such person."""
    return store.get(Person, person).name
