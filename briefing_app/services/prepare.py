"""Preparing a visit: its facts become a briefing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing_app.domain.audience import Audience
from briefing_app.domain.ids import VisitId
from briefing_app.planning.briefing import Briefing
from briefing_app.planning.prepare import prepare
from briefing_app.services.planning_settings import planning_settings
from briefing_app.store.store import Store


def prepare_briefing(
    store: Store, visit_id: VisitId, *, today: date, audiences: Sequence[Audience] = ()
) -> Briefing:
    """The briefing for a visit as of ``today``; UserError when the visit is not there.

    It has a deck for each of ``audiences``; without any, one for whom the visit speaks to.
    """
    return prepare(store.dossier(visit_id), today, planning_settings(store), audiences)
