"""After a visit: the six records, what became of the commitment, follow-ups, minutes."""

from __future__ import annotations

from briefing_app.ui.pages.visits.after.panel import AfterPanel

__all__ = ["AfterPanel"]
