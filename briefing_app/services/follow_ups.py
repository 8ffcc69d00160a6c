"""Follow-ups across all visits: what is open, overdue first, and ticking one off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from briefing_app.domain.client import Client
from briefing_app.domain.message import say
from briefing_app.domain.opportunity import Opportunity
from briefing_app.domain.text import Text
from briefing_app.domain.visit import FollowUp, Visit
from briefing_app.errors import UserError
from briefing_app.planning.follow_ups import is_overdue
from briefing_app.store.store import Store


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    """An open follow-up with the client it is about."""

    step: FollowUp
    client: Text
    is_overdue: bool


def open_follow_ups(
    store: Store, *, today: date, client: str | None = None
) -> tuple[OpenFollowUp, ...]:
    """All that is open, what is due first at the top; of one client where ``client`` is its
    name or id. UserError for a client that is not there."""
    of_client = store.find(client, Client).id if client is not None else None
    still_open = [step for step in store.all(FollowUp) if step.done_on is None]
    owners = {visit: _client_of(store, visit) for visit in {step.visit for step in still_open}}
    found = (
        OpenFollowUp(step, owners[step.visit].display_name, is_overdue(step, today))
        for step in still_open
        if of_client in (None, owners[step.visit].id)
    )
    return tuple(sorted(found, key=lambda one: one.step.due or date.max))


def tick_off(store: Store, text_or_id: str, *, done_on: date) -> FollowUp:
    """Note that a follow-up, named by its id, the end of it or its words, was done.

    UserError when none or several are meant, or when it was done before.
    """
    found = store.find(text_or_id, FollowUp)
    with store.act(say("Tick off “{what}”", what=found.what)):
        step = store.get(FollowUp, found.id)
        if step.done_on is not None:
            raise UserError("“{what}” was done on {day} already.", what=step.what, day=step.done_on)
        done = replace(step, done_on=done_on)
        store.save((done,))
    return done


def _client_of(store: Store, visit_id: str) -> Client:
    visit = store.get(Visit, visit_id)
    return store.get(Client, store.get(Opportunity, visit.opportunity).client)
