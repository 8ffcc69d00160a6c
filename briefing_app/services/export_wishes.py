"""What a user asks of an export, apart from which visit and where to."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWishes:
    """The language of the documents; every other wish has a default that suits most visits."""

    language: Language
