"""How many records of a kind, in words."""

from __future__ import annotations

from briefing_app.wording import Wording


def how_many(wording: Wording, kind: str, count: int) -> str:
    """``15 clients``; of kinds that are changed together, see `services.bulk.FIELDS`."""
    match kind:
        case "client":
            return wording.counted("{count} client", "{count} clients", count)
        case "visit":
            return wording.counted("{count} visit", "{count} visits", count)
        case "product":
            return wording.counted("{count} product", "{count} products", count)
        case "case":
            return wording.counted("{count} success case", "{count} success cases", count)
    return wording.counted("{count} record", "{count} records", count)
