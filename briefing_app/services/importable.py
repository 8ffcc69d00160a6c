"""Which files can be imported; apart from the import, so that it costs a window nothing."""

from __future__ import annotations

IMPORTED_ENDINGS = (".xlsx", ".csv", ".vcf", ".json")
"""How the names of files end that can be imported."""

NEEDING_A_CLIENT = (".csv", ".vcf")
"""Files of people that may not say where they work."""
