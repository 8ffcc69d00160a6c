"""Which files can be imported; apart from the import, so that it costs a window nothing."""

from __future__ import annotations

from collections.abc import Mapping

from briefing_app.domain.labels import N_

IMPORTED_KINDS: Mapping[str, str] = {
    ".xlsx": N_("Excel workbook"),
    ".csv": N_("CSV file"),
    ".vcf": N_("Business cards"),
    ".json": N_("JSON of this program"),
}
"""How the names of files end that can be imported, and what they are (a message id)."""

IMPORTED_ENDINGS = tuple(IMPORTED_KINDS)

NEEDING_A_CLIENT = (".csv", ".vcf")
"""Files of people that may not say where they work."""
