"""A change tells pages whether it concerns them."""

from __future__ import annotations

from briefing_app.domain.message import say
from briefing_app.services.changes import Change

RENAMED = Change(say("Change name"), (("client", "client-1"), ("visit", "visit-1")))


def test_a_change_touches_the_kinds_of_its_records() -> None:
    assert RENAMED.touches("client")
    assert RENAMED.touches("product", "visit")
    assert not RENAMED.touches("product", "person")
    assert not RENAMED.touches()


def test_a_change_without_records_touches_nothing() -> None:
    assert not Change(say("Change name"), ()).touches("client", "visit")
