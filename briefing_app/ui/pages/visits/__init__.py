"""Visits: the list, and one visit with its facts, its documents and what it brought."""

from __future__ import annotations

from briefing_app.ui.pages.visits.page import VisitsPage

__all__ = ["VisitsPage"]
