"""Calling a finding of the export gate meant, for one visit, until its words change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing_app.domain.ids import VisitId
from briefing_app.domain.meant import SetAside
from briefing_app.domain.message import say
from briefing_app.domain.visit import Visit
from briefing_app.services.changes import Change
from briefing_app.services.export_wishes import ExportWishes
from briefing_app.store.store import Store


def set_aside(store: Store, *, visit: VisitId, findings: Sequence[SetAside]) -> Change:
    """Let findings pass from now on, in the words that they stand in. Only those whose kind may be
    meant pass, whatever is set aside. UserError where the visit is gone."""
    label = say("Call “{word}” meant", word=findings[0].word)
    with store.act(label) as act:
        store.get(Visit, visit)
        store.set_aside.add(visit, findings)
    return Change(label, act.records)


def take_back(store: Store, *, visit: VisitId, finding: SetAside) -> Change:
    """Let a finding count again."""
    label = say("No longer call “{word}” meant", word=finding.word)
    with store.act(label) as act:
        store.set_aside.remove(visit, finding)
    return Change(label, act.records)


def honouring(store: Store, visit: VisitId, wishes: ExportWishes) -> ExportWishes:
    """The wishes of an export, with what is set aside for the visit."""
    return replace(wishes, set_aside=store.set_aside.of(visit))
